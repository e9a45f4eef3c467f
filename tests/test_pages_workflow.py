"""What is published with Pages knows its own address and that of its repository."""

import shutil
from pathlib import Path

import pytest
from lxml import html

from tests.workflows import install, read_workflow, run_job

JOB = read_workflow("pages")["jobs"]["build"]
BUILD = {"steps": [step for step in JOB["steps"] if step["name"] == "Build the site"]}


@pytest.fixture(scope="module")
def root(tiny_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pages") / "edition"
    shutil.copytree(tiny_root, root)
    install(root)
    return root


def built(root: Path, owner: str, name: str) -> list[str]:
    """Return the addresses that the page of a chapter gives for itself and for its repository."""
    values = {"github.repository_owner": owner, "github.event.repository.name": name}
    (ran,) = run_job(root, BUILD, values, GITHUB_REPOSITORY=f"{owner}/{name}")
    assert ran.status == 0, ran.log
    page = html.parse(root / "site" / "text" / "01-ladder" / "index.html")
    own = page.xpath("string(//link[@rel='canonical']/@href)")
    forge = [a.get("href") for a in page.iter("a") if a.text_content().strip() == "Source files"]
    return [own, *forge]


@pytest.mark.parametrize(
    ("owner", "name", "site"),
    [
        ("example", "edition", "https://example.github.io/edition/"),
        ("Example", "Edition", "https://example.github.io/Edition/"),
        ("example", "example.github.io", "https://example.github.io/"),
    ],
)
def test_the_site_has_the_address_that_pages_gives_it(
    root: Path, owner: str, name: str, site: str
) -> None:
    assert built(root, owner, name) == [
        f"{site}text/01-ladder/",
        f"https://github.com/{owner}/{name}",
    ]


def test_an_address_in_the_settings_comes_first(root: Path) -> None:
    settings = root / "edition.yml"
    before = settings.read_text(encoding="utf-8")
    lines = [line for line in before.splitlines() if not line.startswith(("url:", "forge:"))]
    own = ["url: https://tides.example.org/", "forge: https://forge.example.org/a/b"]
    settings.write_text("\n".join([*own, *lines, ""]), encoding="utf-8")
    try:
        assert built(root, "example", "edition") == [
            "https://tides.example.org/text/01-ladder/",
            "https://forge.example.org/a/b",
        ]
    finally:
        settings.write_text(before, encoding="utf-8")


def test_only_the_protected_branch_is_published_and_only_what_was_built() -> None:
    """`github.ref_protected` is true where a rule protects the branch that was pushed to."""
    workflow = read_workflow("pages")
    deploy = workflow["jobs"]["deploy"]
    assert workflow[True]["push"] == {"branches": ["main"]}
    assert (deploy["needs"], deploy["if"]) == ("build", "github.ref_protected")
    assert JOB["if"] == "github.ref == 'refs/heads/main'"
    assert [step["uses"].split("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert deploy["environment"]["name"] == "github-pages"
