"""`edition note` writes nothing that the check would refuse, and says what is wrong."""

import sys
from pathlib import Path

import pytest

from tests import tiny_edition
from tests.command import Outcome, files_of, run
from tests.forked import run_forked

GIVEN = ("--kind", "query", "--author", "editors", "--body", "Words.")
"""What is required beside the quoted words."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny edition in which nothing is written; one name was public once."""
    root = tiny_edition.lay_out(tmp_path_factory.mktemp("note") / "edition")
    with (root / "permalinks.lock").open("a", encoding="utf-8") as lock:
        lock.write("n/once-public/\ttext/02-book/#note-once-public\n")
    return root


@pytest.fixture(autouse=True)
def _nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process; who runs the tests from a terminal is not asked either."""
    monkeypatch.setattr(sys, "stdin", None)


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
    "another licence": (
        ["--licence", "CC0 1.0"],
        "licence: expected the licence CC BY 4.0, found 'CC0 1.0' (who cannot agree to it asks the"
        " editors before sending anything)",
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
    kept: Path, options: list[str], message: str
) -> None:
    before = files_of(kept / "docs")
    outcome = run(kept, "note", "the worst winter", *called(*options))
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr.startswith(f"edition: {message}")
    assert files_of(kept / "docs") == before


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
    "an ORCID iD with another last digit": (
        ["a", *GIVEN[:2], "--author-name", "Wren", *GIVEN[4:], "--orcid", "0000-0002-1825-0098"],
        "argument --orcid: expected an ORCID iD whose last digit is right, found"
        " '0000-0002-1825-0098'",
    ),
    "words given twice": (
        ["a", *GIVEN, "--quote", "a"],
        "argument --quote: not allowed with the words themselves",
    ),
    "a date in words": (
        ["a", *GIVEN, "--date", "1 May 2026"],
        "argument --date: expected a date such as 2026-11-23, found '1 May 2026' (did you mean"
        " 2026-05-01?)",
    ),
    "a day that there is not": (
        ["a", *GIVEN, "--date", "2026-02-30"],
        "argument --date: expected a date such as 2026-11-23, found '2026-02-30'",
    ),
    "a date of another form": (
        ["a", *GIVEN, "--date", "20260501"],
        "argument --date: expected a date such as 2026-11-23, found '20260501' (did you mean"
        " 2026-05-01?)",
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
    outcome = run_forked(kept, "note", *arguments)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.splitlines()[-1] == f"edition note: error: {message}"
    assert files_of(kept / "docs") == before


@pytest.mark.parametrize(
    "arguments", [["--kind", "remark"], ["--level", "4"], ["--orcid", "1"], ["--source", "a" * 501]]
)
def test_a_value_that_does_not_fit_ends_with_two(kept: Path, arguments: list[str]) -> None:
    outcome = run_forked(kept, "note", "the worst winter", *called(*arguments))
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.splitlines()[-1].startswith(
        f"edition note: error: argument {arguments[0]}"
    )
