"""Security headers: the one policy, in the form that each host reads; framing stays allowed."""

import json
import re
from pathlib import Path

import pytest

from edition.html.headers import FORMS
from edition.html.policy import integrity
from tests.command import REPOSITORY, run
from tests.trees import document


def policies(root: Path) -> set[str]:
    """The policies that the pages of a site state."""
    return {
        meta.attributes["content"]
        for file in (root / "site").rglob("*.html")
        if len(file.relative_to(root / "site").parts[0]) > 1
        for meta in document(file).find("meta", http_equiv="Content-Security-Policy")
    }


def directives(policy: str) -> dict[str, set[str]]:
    """The parts of a policy, each with its sources."""
    parts = (part.split() for part in policy.split(";"))
    return {name: set(sources) for name, *sources in parts}


@pytest.mark.parametrize("host", FORMS)
def test_what_a_host_is_to_send_allows_what_pages_do_and_no_more(
    tiny_root: Path, host: str
) -> None:
    """Of scripts those of any page: each page then allows its own alone."""
    outcome = run(tiny_root, "headers", host)
    assert (outcome.status, outcome.stderr) == (0, "")
    (sent,) = re.findall(r'default-src[^"\n]*', outcome.stdout)
    told = directives(sent)
    for policy in policies(tiny_root):
        stated = directives(policy)
        assert stated.pop("script-src") <= told["script-src"]
        assert stated == {name: value for name, value in told.items() if name != "script-src"}
    assert "X-Content-Type-Options" in outcome.stdout
    assert not re.search("x-frame-options|frame-ancestors", outcome.stdout, re.IGNORECASE)


def test_the_form_that_is_json_is_json(tiny_root: Path) -> None:
    told = json.loads(run(tiny_root, "headers", "vercel").stdout)
    assert [entry["key"] for entry in told["headers"][0]["headers"]] == [
        "Content-Security-Policy",
        "X-Content-Type-Options",
    ]


def test_a_line_of_a_file_holds_one_header(tiny_root: Path) -> None:
    lines = run(tiny_root, "headers", "netlify").stdout.splitlines()
    assert lines[0] == "/*"
    assert [line.strip().partition(":")[0] for line in lines[1:]] == [
        "Content-Security-Policy",
        "X-Content-Type-Options",
    ]


def test_no_page_has_a_script_or_a_style_of_its_own(real_site: Path) -> None:
    """Only files of this theme run, each by its hash: Material’s scripts are not among them."""
    own = {
        file.relative_to(REPOSITORY / "overrides").as_posix(): integrity(file.read_bytes())
        for file in (REPOSITORY / "overrides").rglob("*.js")
    }
    for file in sorted(real_site.rglob("*.html")):
        folder = file.relative_to(real_site).parent
        if len(file.relative_to(real_site).parts[0]) == 1 and folder.name[-1:] != "7":
            continue  # of the short links, which are drawn alike, some
        for element in document(file):
            found = [n for n in element.attributes if n.startswith("on") or n == "style"]
            assert found == [], file
            assert element.name != "style", file
            if element.name == "script" and element.attributes.get("type") != "application/ld+json":
                source = re.sub(r"^(\.\./|\./)+", "", element.attributes["src"])
                assert own[source] == element.attributes["integrity"], file
