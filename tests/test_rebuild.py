"""What a process remembers of a build makes the next one faster, and nothing else of it different.

One process builds again and again while files change, as `edition serve` does; after each change
another process builds the same from nothing, in another folder and without a cache.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import tiny_edition
from tests.command import files_of, run
from tests.forked import run_forked

NOTE = "docs/notes/a-new-note.md"
WRITTEN = (
    "---\nquote: every ladder carries a mark\nkind: query\nauthor_name: Wren\ndate: 2027-01-31\n"
    "---\nIs it so [@quill2016marks]?\n"
)


def changes(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what replaces words that stand in a file."""

    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


EDITS: dict[str, Callable[[Path], object]] = {
    "nothing yet": lambda root: None,
    "a note is added": lambda root: (root / NOTE).write_text(WRITTEN, encoding="utf-8"),
    "its body is changed": changes(NOTE, "Is it so", "Was it so"),
    "its date is changed": changes(NOTE, "date: 2027-01-31", "date: 2027-02-01"),
    "its quote is changed": changes(NOTE, "every ladder carries", "ladder carries"),
    "it is removed": lambda root: (root / NOTE).unlink(),
    "a reference is changed": changes("bibliography/article.bib", "Marks on a wall", "Marks"),
    "a macro is changed": changes("macros/quote.html.jinja", "<blockquote", "<blockquote id='a'"),
    "a page is changed": changes("docs/about/edition.md", "title: ", "title: Newly "),
    "a term is changed": changes("docs/glossary/high-water.md", "The moment", "That moment"),
    "a note comes back": lambda root: (root / NOTE).write_text(WRITTEN, encoding="utf-8"),
}
"""In their order: each is made to what the ones before have left."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_edition.lay_out(tmp_path / "edition")


def test_a_rebuilt_site_is_that_of_a_fresh_build_after_every_change(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    before: dict[str, bytes] = {}
    for name, edit in EDITS.items():
        edit(root)
        assert run(root, "build").status == 0, name
        rebuilt = files_of(root / "site")
        fresh = tmp_path / "fresh" / "edition"
        shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("site", ".cache"))
        assert run_forked(fresh, "build").status == 0, name
        assert rebuilt == files_of(fresh / "site"), name
        assert rebuilt != before, name
        before = rebuilt
        shutil.rmtree(fresh.parent)


def test_what_is_wrong_is_told_at_every_rebuild(root: Path) -> None:
    """A file that is remembered is one whose problems are remembered, too."""
    changes("docs/notes/wind-is-no-party.md", "kind: ", "kind: un")(root)
    first = run(root, "check")
    assert first.status == 1
    assert run(root, "check") == first
    changes("docs/notes/wind-is-no-party.md", "kind: un", "kind: ")(root)
    assert run(root, "check").status == 0
