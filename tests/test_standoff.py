"""Notes stand off: they are about the text and are no part of it, in what is published, too."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.command import REPOSITORY, files_of, run, run_apart
from tests.exports.annotation_rules import faults
from tests.trees import Tree, document, fragment

SITE = "https://example.org/edition/"
"""Where the site might be: what is relative is resolved as if it were there."""
CONTENT = ("docs", "bibliography", "macros", "overrides", "source")
_TO_A_NOTE = re.compile(r"\[([^\]]*)\]\((?:\.\./)*n/[^)]*\)")
_EXERCISE = re.compile(r"\{\{ exercise\(.*\) \}\}")
_ON_A_LIST = re.compile(r"(?<= )n/[a-z0-9-]+/ ?")
FILES = ("edition.yml", "mkdocs.yml", "permalinks.lock", "redirects.yml")


def read(site: Path, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((site / "data" / name).read_bytes())
    return data


def at(address: str) -> str:
    """Return an address of the annotations' file below the site's base."""
    return urljoin(f"{SITE}data/notes.jsonld", address).removeprefix(SITE)


@pytest.fixture(scope="session")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's edition as it would be if nobody had written a note."""
    root = tmp_path_factory.mktemp("bare") / "edition"
    for name in CONTENT:
        shutil.copytree(REPOSITORY / name, root / name)
    for name in FILES:
        if (REPOSITORY / name).exists():
            shutil.copyfile(REPOSITORY / name, root / name)
    for file in (root / "docs" / "notes").iterdir():
        file.unlink()
    for page in (root / "docs").rglob("*.md"):  # what the editors' pages say of a note is theirs
        words = page.read_text("utf-8")
        unlinked = _EXERCISE.sub("", _TO_A_NOTE.sub(r"\1", words))
        unlinked = _ON_A_LIST.sub("", unlinked)
        if page.parent.name != "text" and unlinked != words:
            page.write_text(unlinked, encoding="utf-8")
    lock = root / "permalinks.lock"  # else the build would stop: a link never breaks
    kept = [line for line in lock.read_text("utf-8").splitlines() if not line.startswith("n/")]
    lock.write_text("\n".join(kept) + "\n", encoding="utf-8")
    outcome = run_apart(root, "build")
    if outcome.status:
        pytest.fail(f"the edition does not build without notes:\n{outcome.stderr}", pytrace=False)
    return root / "site"


def test_the_text_is_the_same_to_the_byte_without_any_note(
    real_site: Path, bare_site: Path
) -> None:
    assert read(real_site, "notes.jsonld")["total"] > 0
    assert read(bare_site, "notes.jsonld")["total"] == 0
    one, other = (site / "data" / "edition.json" for site in (real_site, bare_site))
    assert one.read_bytes() == other.read_bytes()


def test_the_pages_have_the_same_words_without_any_note(real_site: Path, bare_site: Path) -> None:
    texts = [run(REPOSITORY, "text", "--site-dir", str(site)) for site in (real_site, bare_site)]
    assert texts[0] == texts[1]
    assert (texts[0].status, texts[0].stderr) == (0, "")
    words = [unit["text"] for unit in read(real_site, "edition.json")["units"]]
    assert texts[0].stdout.splitlines() == words


def test_no_other_data_changes_with_the_notes(real_site: Path, bare_site: Path) -> None:
    """The library and the schemas are what they are; the form is told which names are taken."""
    one, other = (files_of(site / "data") for site in (real_site, bare_site))
    changed = {path for path in one | other if one.get(path) != other.get(path)}
    cited = {f"cite/notes.{end}" for end in ("bib", "ris", "json")}
    # The form for a note proposes no name that is taken.
    assert changed == {"notes.jsonld", "contributing.json", *cited}


def test_every_note_is_an_annotation_of_words_that_are_there(real_site: Path) -> None:
    """The two files of data are enough to find the words of every note, and what is around them."""
    texts = {one["address"]: one["text"] for one in read(real_site, "edition.json")["units"]}
    collection = read(real_site, "notes.jsonld")
    assert list(faults(collection)) == []
    for annotation in collection["first"]["items"]:
        quote, position = annotation["target"]["selector"]
        text = texts[at(annotation["target"]["source"])]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_every_file_of_a_note_is_an_annotation_with_its_permanent_link(real_site: Path) -> None:
    written = {f"n/{file.stem}/" for file in (REPOSITORY / "docs" / "notes").glob("*.md")}
    published = [at(one["id"]) for one in read(real_site, "notes.jsonld")["first"]["items"]]
    assert len(published) == len(set(published))
    assert set(published) == written
    assert [link for link in published if not (real_site / link / "index.html").is_file()] == []


def test_annotations_are_in_the_order_of_the_text(real_site: Path) -> None:
    units = [one["address"] for one in read(real_site, "edition.json")["units"]]
    places = [
        (units.index(at(one["target"]["source"])), one["target"]["selector"][1]["start"])
        for one in read(real_site, "notes.jsonld")["first"]["items"]
    ]
    assert places == sorted(places)


def shown_words(note: Tree) -> str:
    """What a note of a page says, and the figure that it shows."""
    figures = [f" Figure: {title.words}" for title in note.find("a", class_="figure-title")]
    return " ".join("".join([note.find(class_="note-body")[0].words, *figures]).split())


def test_what_an_annotation_says_is_what_the_page_shows(real_site: Path) -> None:
    shown = {
        note.attributes["id"].removeprefix("note-"): shown_words(note)
        for page in sorted((real_site / "text").glob("*/index.html"))
        if page.parent.name != "plain"
        for note in document(page).find("aside", class_="note")
    }
    said = {}
    for one in read(real_site, "notes.jsonld")["first"]["items"]:
        html, plain = one["body"][0]["items"]
        assert (html["format"], plain["format"]) == ("text/html", "text/plain")
        name = at(one["id"]).removeprefix("n/").rstrip("/")
        said[name] = " ".join(fragment(html["value"]).words.split())
    assert said == shown


def test_links_of_annotations_lead_to_what_the_site_has(real_site: Path) -> None:
    for one in read(real_site, "notes.jsonld")["first"]["items"]:
        html = one["body"][0]["items"][0]["value"]
        links = [at(link.attributes["href"]) for link in fragment(html).find("a")]
        links += [at(one["target"]["source"]), at(one["target"]["scope"])]
        for link in links:
            page, _, anchor = link.partition("#")
            if not page.startswith(("http:", "https:", "mailto:")):
                ids = _ids(real_site / page / "index.html")
                assert not anchor or anchor in ids, link


_KNOWN: dict[Path, set[str]] = {}


def _ids(page: Path) -> set[str]:
    if page not in _KNOWN:
        _KNOWN[page] = {one.attributes.get("id", "") for one in document(page)}
    return _KNOWN[page]
