"""A link that was public once leads to its words, whatever was renamed or moved since."""

import shutil
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.reader import Reader
from tests.browser.server import Server
from tests.command import run
from tests.tiny_edition import lay_out

# What a link is about: the words of a unit, of a note's body, of an entry's name.
_WORDS = """target => {
  const whole = target.matches("span") ? target.parentElement : target;
  const copy = (whole.querySelector(".note-body, .term-name, .reference") || whole).cloneNode(true);
  copy.querySelectorAll("[data-edition]").forEach((added) => added.remove());
  return copy.textContent.split(/\\s+/).join(" ").trim();
}"""


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def move_things(root: Path) -> None:
    """A chapter is renamed, a note moves to another one, a term and an event get other names."""
    docs = root / "docs"
    (docs / "text" / "02-book.md").rename(docs / "text" / "02-the-book.md")
    change(root / "mkdocs.yml", "02-book", "02-the-book")
    note = docs / "notes" / "two-high-waters.md"
    change(note, "two high waters a day\nunit: p2", "visitors believe the door\nunit: p3")
    (docs / "glossary" / "high-water.md").rename(docs / "glossary" / "flood.md")
    for file in docs.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("[high-water]", "[flood]"), encoding="utf-8")
    (docs / "timeline" / "worst-winter.md").rename(docs / "timeline" / "great-flood.md")
    (root / "redirects.yml").write_text(
        "text/02-book/: text/02-the-book/\n"
        "text/01-ladder/#note-two-high-waters: n/two-high-waters/\n"
        "g/high-water/: g/flood/\n"
        "glossary/#high-water: g/flood/\n"
        "e/worst-winter/: e/great-flood/\n"
        "timeline/#worst-winter: timeline/#great-flood\n",
        encoding="utf-8",
    )


def arrived(shown: Page, url: str) -> str:
    """The words to which a link leads, once no page leads on any more."""
    shown.goto(url, wait_until="commit")
    words: str = shown.locator(".page :target:not(.moved li)").evaluate(_WORDS)
    return words


def written(reader: Reader, addresses: list[str]) -> dict[str, str]:
    """The words that stand at some addresses; each page is visited once."""
    words = {}
    places = sorted(address.partition("#")[::2] for address in addresses)
    for path, group in groupby(places, key=itemgetter(0)):
        shown = reader.visit(path)
        for _, place in group:
            words[f"{path}#{place}"] = shown.locator(f"[id='{place}']").evaluate(_WORDS)
    return words


def test_every_old_link_leads_to_its_words(
    tmp_path: Path, new_reader: Callable[..., Reader]
) -> None:
    root = lay_out(tmp_path / "edition")
    assert run(root, "sentences", "--update").status == 0
    assert run(root, "permalinks", "--update").status == 0
    built = run(root, "build")
    assert (built.status, built.stderr) == (0, "")
    lock = (root / "permalinks.lock").read_text(encoding="utf-8")
    old = [line.split("\t") for line in lock.splitlines()]
    shutil.copytree(root / "site", tmp_path / "before")
    move_things(root)
    assert run(root, "permalinks", "--update").status == 0
    built = run(root, "build")
    assert (built.status, built.stderr) == (0, "")
    with Server(tmp_path / "before") as before, Server(root / "site") as after:
        first, then = new_reader(before), new_reader(after)
        expected = written(first, [address for _, address in old])
        for short, address in old:
            for link in (short, address):
                assert arrived(then.page, f"{after.url}{link}") == expected[address], link
        assert then.troubles() == []
