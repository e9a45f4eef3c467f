"""What a process remembers of a build makes the next one faster, and nothing else of it different.

One process builds again and again while files change, and another serves them; after each change a
third builds the same from nothing, in another folder and without a cache.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import tiny_edition
from tests.command import files_of, run
from tests.forked import run_forked
from tests.serving import serving, undressed

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
    "a chapter has another title": changes("docs/text/01-ladder.md", "The ladder", "A ladder"),
    "the edition has another title": changes("edition.yml", "a tiny edition", "small"),
    "it is cited in another style": changes("edition.yml", "style: apa", "style: ieee"),
    "a stylesheet is changed": changes("overrides/assets/stylesheets/prose.css", "auto 0", "0"),
    "the theme is changed": changes("overrides/main.html", 'class="no-js"', 'class="no-js new"'),
}
"""In their order: each is made to what the ones before have left."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_edition.lay_out(tmp_path / "edition")


@pytest.mark.long
def test_a_rebuilt_site_is_that_of_a_fresh_build_after_every_change(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.setenv("EDITION_URL", "https://example.org/")
    before: dict[str, bytes] = {}
    with serving(root, tmp_path / "log") as served:
        for name, edit in EDITS.items():
            edit(root)
            assert run(root, "build").status == 0, name
            rebuilt = files_of(root / "site")
            fresh = built_apart(root, tmp_path / "fresh")
            assert rebuilt == fresh, name
            assert rebuilt != before, name
            if before:
                served.wait()
            shown = served.files(fresh)
            assert shown == {path: undressed(path, fresh[path]) for path in fresh}, name
            gone = [path for path in before if path not in fresh and served.status(path) != 404]
            assert gone == [], name
            before = rebuilt


def built_apart(root: Path, to: Path) -> dict[str, bytes]:
    """Return the files of a site that another process has built from nothing, elsewhere."""
    shutil.copytree(root, to, ignore=shutil.ignore_patterns("site", ".cache"))
    outcome = run_forked(to, "build")
    assert outcome.status == 0, outcome.stderr
    built = files_of(to / "site")
    shutil.rmtree(to)
    return built


MISTAKES: dict[str, tuple[str, str, str]] = {
    "found before anything is drawn": (
        "docs/notes/wind-is-no-party.md", "kind: ", "kind: un",
    ),
    "met after most was drawn": (
        "macros/timeline.html.jinja", "{% macro timeline(", "{{ 1 // 0 }}{% macro timeline(",
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_nothing_stays_of_a_build_that_failed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: tuple[str, str, str]
) -> None:
    """What is saved together with a mistake is there when that is mended."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.setenv("EDITION_URL", "https://example.org/")
    path, right, wrong = mistake
    with serving(root, tmp_path / "log") as served:
        assert run(root, "build").status == 0
        before = served.file("r/1/index.html")
        (root / NOTE).write_text(WRITTEN, encoding="utf-8")
        changes("bibliography/article.bib", "Marks on a wall", "Marks")(root)
        changes(path, right, wrong)(root)
        assert run(root, "build").status == 1
        served.wait_for_failure()
        assert served.file("r/1/index.html") == before
        changes(path, wrong, right)(root)
        assert run(root, "build").status == 0
        fresh = built_apart(root, tmp_path / "fresh")
        assert files_of(root / "site") == fresh
        served.wait()
        assert served.files(fresh) == {path: undressed(path, fresh[path]) for path in fresh}


def test_what_is_wrong_is_told_at_every_rebuild(root: Path) -> None:
    """A file that is remembered is one whose problems are remembered, too."""
    changes("docs/notes/wind-is-no-party.md", "kind: ", "kind: un")(root)
    first = run(root, "check")
    assert first.status == 1
    assert run(root, "check") == first
    changes("docs/notes/wind-is-no-party.md", "kind: un", "kind: ")(root)
    assert run(root, "check").status == 0
