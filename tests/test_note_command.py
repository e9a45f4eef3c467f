"""`edition note` makes the file of a note that the check accepts, or writes nothing."""

import datetime
import shlex
import sys
from pathlib import Path

import pytest

from edition.core.span import Span
from edition.sources.load import load
from tests import tiny_edition
from tests.command import Outcome, files_of, run, run_apart

NOTES = "docs/notes"
GIVEN = ("--kind", "query", "--author", "editors", "--body", "Words.")
"""What is required beside the quoted words."""
NEXT = (
    "Next: `make serve` shows it beside the text; `edition check` checks the whole edition.\n"
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


MISSED = {
    "words that are nearly there": (
        ["believe the lader"],
        "quote-not-found: the quote is not in the text; nearest: p3 “… When the two disagree, boats"
        " believe the ladder, visitors believe the door, and the …”: expected “the lader” (the"
        " quote), found “the ladder,” (the text)",
    ),
    "words of another unit": (
        ["the worst winter", "--unit", "p3"],
        "quote-not-found: expected the quote in p3, found it in p1 (did you mean unit: p1?)",
    ),
    "a unit that is not there": (
        ["the worst winter", "--unit", "p11"],
        "unit-unknown: expected a unit of the work, found p11 (did you mean unit: p1?)",
    ),
    "another prefix": (
        ["the worst winter", "--prefix", "on"],
        "quote-not-found: the quote is in p1, but its prefix is not before it: expected “on” (the"
        " prefix), found “in” (the text) (leave out the prefix: the words are enough)",
    ),
}
REFUSED = {
    "the name of another note": (
        ["--id", "two-high-waters"],
        "two-high-waters is the name of another note",
    ),
    "the name that another note had": (
        ["--id", "once-public"],
        "once-public is the name of another note",
    ),
    "an id that nobody has": (
        ["--author", "carbery"],
        "there is no contributor carbery (did you mean carberry?)",
    ),
    "an id that is like none": (
        ["--author", "zzz"],
        "there is no contributor zzz (someone new gives --author-name)",
    ),
    "an ORCID iD with another last digit": (
        ["--orcid", "0000-0002-1825-0098"],
        "field: expected an ORCID iD whose last digit is right",
    ),
    "a source that nobody can see": (
        ["--source", "a\x07"],
        "file-character: found the control character U+0007, which nobody can see (delete it)",
    ),
    "a reference that the library lacks": (
        ["--body", "One.\n\nTwo [@quill2017marks]."],
        "line 3 of the body: citation-unknown: the library has no entry quill2017marks (did you"
        " mean quill2016marks?)",
    ),
    "a picture": (
        ["--body", "![a](https://example.org/a.png)"],
        "line 1 of the body: body-form: ",
    ),
    "an end of the file within it": (
        ["--body", "One.\n---\nquote: a\n---\n"],
        "line 1 of the body: body-form: ",
    ),
}


def called(*options: str) -> list[str]:
    """Return the arguments of a call that makes a note but for these options."""
    given = {"--kind": "query", "--body": "Words."}
    if "--author" not in options:
        given["--author-name"] = "Wren Halloran"
    given |= dict(zip(options[::2], options[1::2], strict=True))
    return [word for pair in given.items() for word in pair]


@pytest.mark.parametrize(("arguments", "message"), MISSED.values(), ids=MISSED)
def test_words_that_are_not_there_are_refused_with_the_nearest(
    kept: Path, arguments: list[str], message: str
) -> None:
    before = files_of(kept / "docs")
    assert run(kept, "note", *arguments, *GIVEN) == Outcome(1, "", f"edition: {message}\n")
    assert files_of(kept / "docs") == before


@pytest.mark.parametrize(("options", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_check_would_refuse_is_not_written(
    root: Path, options: list[str], message: str
) -> None:
    with (root / "permalinks.lock").open("a", encoding="utf-8") as lock:
        lock.write("n/once-public/\ttext/02-book/#note-once-public\n")
    before = files_of(root / "docs")
    outcome = run(root, "note", "the worst winter", *called(*options))
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.startswith(f"edition: {message}")
    assert files_of(root / "docs") == before


WRONG = {
    "no words and nothing else": (
        [],
        "required where nobody can be asked: the quoted words, --kind, --author or --author-name,"
        " --body",
    ),
    "words alone": (
        ["the worst winter"],
        "required where nobody can be asked: --kind, --author or --author-name, --body",
    ),
    "words and body of white space": (
        [" ", "--kind", "query", "--author", "editors", "--body", " \n "],
        "required where nobody can be asked: the quoted words, --body",
    ),
    "an id and a name": (
        ["a", *GIVEN, "--author-name", "Wren"],
        "argument --author-name: not allowed with argument --author",
    ),
    "an id and an ORCID iD": (
        ["a", *GIVEN, "--orcid", "0000-0002-1825-0097"],
        "argument --orcid: not allowed with argument --author",
    ),
    "a date in words": (
        ["a", *GIVEN, "--date", "1 May 2026"],
        "argument --date: expected a date such as 2026-11-23, found '1 May 2026'",
    ),
    "a day that there is not": (
        ["a", *GIVEN, "--date", "2026-02-30"],
        "argument --date: expected a date such as 2026-11-23, found '2026-02-30'",
    ),
    "a date of another form": (
        ["a", *GIVEN, "--date", "20260501"],
        "argument --date: expected a date such as 2026-11-23, found '20260501'",
    ),
    "a name with a capital": (
        ["a", *GIVEN, "--id", "Winter"],
        "argument --id: expected small letters, digits and hyphens, found 'Winter'",
    ),
    "a name that leads elsewhere": (
        ["a", *GIVEN, "--id", "../winter"],
        "argument --id: expected small letters, digits and hyphens, found '../winter'",
    ),
    "a tag with a capital": (
        ["a", *GIVEN, "--tag", "tides", "--tag", "Tides"],
        "argument --tag: expected words of small letters in tags, found 'Tides'",
    ),
    "bytes that are no text": (["a\udcff", *GIVEN], "argument words: expected UTF-8"),
    "a body that is no text": (
        ["a", "--kind", "query", "--author", "editors", "--body", "\udcff"],
        "argument --body: expected UTF-8",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_ends_with_two_and_names_the_options(
    kept: Path, arguments: list[str], message: str
) -> None:
    before = files_of(kept / "docs")
    outcome = run_apart(kept, "note", *arguments)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.splitlines()[-1] == f"edition note: error: {message}"
    assert files_of(kept / "docs") == before


@pytest.mark.parametrize(
    "arguments", [["--kind", "remark"], ["--level", "4"], ["--orcid", "1"], ["--source", "a" * 501]]
)
def test_a_value_that_does_not_fit_ends_with_two(kept: Path, arguments: list[str]) -> None:
    outcome = run_apart(kept, "note", "the worst winter", *called(*arguments))
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.splitlines()[-1].startswith(
        f"edition note: error: argument {arguments[0]}"
    )


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
