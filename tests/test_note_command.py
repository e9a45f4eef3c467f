"""`edition note` makes the file of a note that the check accepts, or writes nothing."""

import datetime
import shlex
import sys
from pathlib import Path

import pytest

from edition.core.span import Span
from edition.sources.load import load
from tests import tiny_edition
from tests.command import Outcome, run, run_apart

NOTES = "docs/notes"
GIVEN = ("--kind", "query", "--author", "editors", "--body", "Words.")
"""What is required beside the quoted words."""
NEXT = (
    "Next: `make serve` shows it; `edition check` checks the whole edition.\n"
    "docs/contribute.md says what else it may hold, and how to send it.\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a tiny edition for one test."""
    return tiny_edition.lay_out(tmp_path / "edition")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny edition in which nothing is written."""
    return tiny_edition.lay_out(tmp_path_factory.mktemp("note") / "edition")


@pytest.fixture(autouse=True)
def _nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process; who runs the tests from a terminal is not asked either."""
    monkeypatch.setattr(sys, "stdin", None)


def written(root: Path, name: str) -> str:
    return (root / NOTES / f"{name}.md").read_text(encoding="utf-8")


def span_of(root: Path, name: str) -> Span:
    """Return where a note is anchored."""
    edition, _ = load(root)
    assert edition is not None
    return edition.spans[name]


def test_a_note_is_made_of_what_is_given(root: Path) -> None:
    outcome = run(
        root, "note", "the worst", "winter", "--kind", "update", "--level", "2",
        "--author-name", "Wren O'Halloran", "--orcid", "0000-0002-1825-0097",
        "--tag", "tides", "--tag", "worst winters", "--tag", "tides", "--date", "2027-01-31",
        "--source", "https://example.org/#a: b", "--id", "winter-of-1998",
        "--body", "  It was that of 1998.\n\nOr so *they* say.\n",
    )  # fmt: skip
    assert written(root, "winter-of-1998") == (
        "---\n"
        "quote: the worst winter\n"
        "unit: p1\n"
        "kind: update\n"
        "level: 2\n"
        "author_name: 'Wren O''Halloran'\n"
        "orcid: '0000-0002-1825-0097'\n"
        "date: 2027-01-31\n"
        "tags: [tides, worst winters]\n"
        "new_source: 'https://example.org/#a: b'\n"
        "---\n"
        "It was that of 1998.\n\nOr so *they* say.\n"
    )
    path = f"{NOTES}/winter-of-1998.md"
    assert outcome.status == 0
    assert outcome.stdout == f"{root.resolve() / path}\n{NEXT}"
    assert outcome.stderr == (
        f"{path}:6: author-new: warning: Wren O'Halloran is not among the contributors yet; an"
        " editor will add the name\n"
        f"{path}:6: licence-open: warning: no consent of Wren O'Halloran to CC BY 4.0 is recorded;"
        " an editor will ask (whoever agrees writes licence: CC BY 4.0)\n"
        f"{path}:10: source-new: warning: the source is not in the library yet; an editor will"
        " catalogue it\n"
    )


def test_what_is_not_given_has_a_default(root: Path) -> None:
    """The name comes from the words, the date is today's, the level is that of everybody."""
    before = datetime.date.today()
    outcome = run_apart(root, "note", "the worst winter", *GIVEN)
    assert outcome == Outcome(0, f"{NOTES}/worst-winter.md\n{NEXT}", "")
    dates = (before.isoformat(), datetime.date.today().isoformat())
    assert written(root, "worst-winter") in [
        "---\nquote: the worst winter\nunit: p1\nkind: query\nlevel: 1\nauthor: editors\n"
        f"date: {date}\n---\nWords.\n"
        for date in dates
    ]


QUOTES = {
    "words of one place": (["believe the ladder"], Span("p3", 105, 123)),
    "words with white space of their own": ([" believe\n the\tladder"], Span("p3", 105, 123)),
    "words that hold signs": (['("low water," n.d.); its'], Span("p2", 168, 192)),
    "the unit": (["Quill, 2016", "--unit", "p3"], Span("p3", 232, 243)),
    "the prefix": (["carries a", "--prefix", "wall"], Span("p1", 19, 28)),
    "the suffix": (["carries a", "--suffix", "mark."], Span("p1", 54, 63)),
    "unit and suffix": (["the", "--unit", "p1", "--suffix", "water"], Span("p1", 93, 96)),
    "a whole unit": (["References:"], Span("h-references", 0, 11)),
}


@pytest.mark.parametrize(("arguments", "span"), QUOTES.values(), ids=QUOTES)
def test_the_note_stands_on_the_words_that_are_meant(
    root: Path, arguments: list[str], span: Span
) -> None:
    assert run(root, "note", *arguments, *GIVEN, "--id", "mine").status == 0
    assert span_of(root, "mine") == span
    assert run(root, "check").status == 0


AMBIGUOUS = (
    "edition: quote-ambiguous: expected the quote in one place, found it in 2: quote more words, or"
    " add what stands below\n"
    "  --unit=p1 --prefix=wall   “Every harbour wall carries a ladder, and every ladder …”\n"
    "  --unit=p1 --suffix=mark.  “… a ladder, and every ladder carries a mark. The mark says how"
    " high …”\n"
)


def test_words_of_several_places_are_refused_with_the_way_to_choose(kept: Path) -> None:
    assert run(kept, "note", "carries a", *GIVEN) == Outcome(1, "", AMBIGUOUS)


@pytest.mark.parametrize("words", ["Quill, 2016", "carries a", "harbour", "two", '"', "-", "table"])
def test_each_way_to_choose_leads_to_its_place(root: Path, words: str) -> None:
    refused = run(root, "note", words, *GIVEN)
    ways = [line.split("“")[0] for line in refused.stderr.splitlines()[1:]]
    edition, _ = load(root)
    assert edition is not None
    found = []
    for number, way in enumerate(ways):
        name = f"n-{number}"
        assert run(root, "note", words, *shlex.split(way), *GIVEN, "--id", name).status == 0
        found.append(span_of(root, name))
    assert found == [span for unit in edition.units for span in spans(unit.id, unit.text, words)]
    assert len(found) > 1


def spans(unit: str, text: str, words: str) -> list[Span]:
    at = [start for start in range(len(text)) if text.startswith(words, start)]
    return [Span(unit, start, start + len(words)) for start in at]


def test_of_words_that_are_nearly_everywhere_some_places_are_shown(kept: Path) -> None:
    outcome = run(kept, "note", "e", *GIVEN)
    lines = outcome.stderr.splitlines()
    assert outcome.status == 1
    assert lines[0] == (
        "edition: quote-ambiguous: expected the quote in one place, found it in"
        f" {run(kept, 'text').stdout.count('e')}: quote more words, or add what stands"
        " below"
    )
    assert len(lines) == 22


def test_a_second_note_on_the_same_words_gets_a_name_of_its_own(root: Path) -> None:
    assert run(root, "note", "the worst winter", *GIVEN).status == 0
    first = written(root, "worst-winter")
    assert run(root, "note", "worst winter", *GIVEN).status == 0
    assert written(root, "worst-winter") == first
    assert written(root, "worst-winter-2") == first.replace("the worst", "worst")


def test_a_file_that_is_no_note_is_not_written_over(root: Path) -> None:
    file = root / NOTES / "worst-winter.md"
    file.write_text("mine", encoding="utf-8")
    outcome = run(root, "note", "the worst winter", *GIVEN, "--id", "worst-winter")
    assert (outcome.status, file.read_text(encoding="utf-8")) == (1, "mine")
    assert run(root, "note", "the worst winter", *GIVEN).status == 0
    assert file.read_text(encoding="utf-8") == "mine"


def test_the_folder_of_notes_is_made_if_there_is_none(root: Path) -> None:
    for file in (root / NOTES).iterdir():
        file.unlink()
    (root / NOTES).rmdir()
    assert run(root, "note", "the worst winter", *GIVEN).status == 0
    assert [file.name for file in (root / NOTES).iterdir()] == ["worst-winter.md"]


def test_a_folder_that_cannot_be_written_is_told(root: Path) -> None:
    for file in (root / NOTES).iterdir():
        file.unlink()
    (root / NOTES).rmdir()
    (root / NOTES).write_text("a file", encoding="utf-8")
    outcome = run(root, "note", "the worst winter", *GIVEN)
    assert (outcome.status, outcome.stdout) == (1, "")
    folder = root.resolve() / NOTES
    assert outcome.stderr == f"edition: nothing was written: {folder}: File exists\n"


def test_where_there_is_no_edition_it_says_so(tmp_path: Path) -> None:
    outcome = run(tmp_path, "note", "words", *GIVEN)
    assert outcome == Outcome(
        1,
        "",
        "edition.yml:1: file-missing: cannot be read: No such file or directory\n"
        f"edition: {tmp_path.resolve()} is not the folder of an edition: name it with --root\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_elsewhere_does_not_hinder(root: Path) -> None:
    (root / NOTES / "broken.md").write_text("no front matter", encoding="utf-8")
    outcome = run(root, "note", "the worst winter", *GIVEN)
    assert (outcome.status, outcome.stderr) == (0, "")
