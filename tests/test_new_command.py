"""`edition new` makes an entry of any sort that the check accepts, or writes nothing."""

import sys
from pathlib import Path

import pytest

from tests import tiny_edition
from tests.command import Outcome, files_of, run, run_apart
from tests.forked import run_forked
from tests.new_entries import MADE, Made

DATED = ("--date", "2027-01-31")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_edition.lay_out(tmp_path / "edition")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny edition in which nothing is written."""
    return tiny_edition.lay_out(tmp_path_factory.mktemp("new") / "edition")


@pytest.fixture(autouse=True)
def _nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)


def dated(sort: str) -> tuple[str, ...]:
    """Return the option for the day of writing; a reference has none, its date is the source's."""
    return () if sort == "reference" else DATED


@pytest.mark.parametrize(("sort", "made"), MADE.items(), ids=MADE)
def test_an_entry_of_each_sort_is_made_of_options_and_passes_the_check(
    root: Path, sort: str, made: Made
) -> None:
    outcome = run(root, "new", sort, *made.options, *dated(sort))
    assert outcome.status == 0
    assert outcome.stdout.splitlines()[0] == str(root.resolve() / made.path)
    assert (root / made.path).read_text(encoding="utf-8") == made.text
    assert run(root, "check").status == 0


@pytest.mark.parametrize(("sort", "made"), MADE.items(), ids=MADE)
def test_the_same_again_gets_a_name_of_its_own(root: Path, sort: str, made: Made) -> None:
    """Nothing is written over; a form, which belongs to one entry, is refused instead."""
    assert run(root, "new", sort, *made.options, *dated(sort)).status == 0
    before = files_of(root)
    again = run(root, "new", sort, *made.options, *dated(sort))
    after = files_of(root)
    if "--form" in made.options:
        assert (again.status, after) == (1, before)
        assert "stands in two entries" in again.stderr
    else:
        assert again.status == 0
        assert all(after[path].startswith(content) for path, content in before.items())
        assert len(b"".join(after.values())) > len(b"".join(before.values()))
        assert run(root, "check").status == 0


def test_note_alone_is_the_same_as_new_note(root: Path, tmp_path: Path) -> None:
    other = tiny_edition.lay_out(tmp_path / "other")
    assert run(root, "note", *MADE["note"].options, *DATED).status == 0
    assert run(other, "new", "note", *MADE["note"].options, *DATED).status == 0
    assert files_of(root) == files_of(other)


def test_a_reference_is_added_behind_those_that_are_there(root: Path) -> None:
    file = root / "bibliography" / "notes.bib"
    first = "% Ours.\n@online{a1,\n  title = {A},\n  url = {https://example.org/},\n}\n"
    file.write_text(first, encoding="utf-8")
    outcome = run(root, "new", "reference", *MADE["reference"].options)
    assert outcome.status == 0
    assert "Notes and entries cite it as [@doe1998winter]." in outcome.stdout.splitlines()
    assert file.read_text(encoding="utf-8") == f"{first}\n{MADE['reference'].text}"
    assert sorted(path.name for path in file.parent.iterdir()) == [
        "article.bib", "corrections", "evidence", "notes.bib"
    ]  # fmt: skip


BOOK = ("--type", "book", "--author", "Doe, Ann", "--title", "T", "--publisher", "P")
KEYS = {
    "a person, a year, a word": (("--date", "1998-02"), "doe1998t"),
    "no year": ((), "doet"),
    "an accent": (("--author", "Élodie, Ann"), "doet"),
    "a key of one's own": (("--key", "mine"), "mine"),
}


@pytest.mark.parametrize(("options", "key"), KEYS.values(), ids=KEYS)
def test_a_key_is_proposed(root: Path, options: tuple[str, ...], key: str) -> None:
    assert run(root, "new", "reference", *BOOK, *options).status == 0
    written = (root / "bibliography" / "notes.bib").read_text(encoding="utf-8")
    assert written.splitlines()[0] == f"@book{{{key},"


ESCAPED = {
    "signs of BibTeX": ("A & B, 5 % of $ 3 #1 a_b", r"A \& B, 5 \% of \$ 3 \#1 a\_b"),
    "signs that need words": (r"a ~ b ^ c \ d", r"a \textasciitilde{} b \textasciicircum{} c "
                              r"\textbackslash{} d"),
    "braces that mean something": ("On {China}", "On {China}"),
    "letters of anywhere": ("Ж 成 é", "Ж 成 é"),
}  # fmt: skip


@pytest.mark.parametrize(("title", "written"), ESCAPED.values(), ids=ESCAPED)
def test_special_signs_are_escaped(root: Path, title: str, written: str) -> None:
    outcome = run(root, "new", "reference", *BOOK[:4], "--title", title, *BOOK[6:], "--key", "k")
    assert outcome.status == 0
    lines = (root / "bibliography" / "notes.bib").read_text(encoding="utf-8").splitlines()
    assert lines[2] == f"  title     = {{{written}}},"
    assert run(root, "check").status == 0


REFUSED = {
    "a name that is taken": (
        ("person", "--term", "A", "--author", "editors", "--body", "A.", "--id", "harbour"),
        "edition: harbour is the name of another person\n",
    ),
    "a name that an entry of another folder has": (
        ("term", *MADE["term"].options, "--id", "harbour-master"),
        "edition: harbour-master is the name of another term\n",
    ),
    "a key that is taken": (
        ("reference", *BOOK, "--key", "quill2016marks"),
        "edition: quill2016marks is the name of another reference\n",
    ),
    "a key without a letter": (
        ("reference", *BOOK, "--key", "2016"),
        "edition: reference-key: expected a key of small letters, digits and hyphens, found"
        " '2016'\n",
    ),
    "a form that the article has not": (
        ("term", *MADE["term"].options, "--form", "ladders"),
        "edition: form-unused: the form “ladders” does not occur in the text (it stands only in"
        " a heading, a list or a citation, or in a longer word or form)\n",
    ),
    "a place outside the region": (
        ("place", *MADE["place"].options, "--coordinates", "43.24, 76.89"),
        "edition: coordinates: expected a point within the region of edition.yml, found 43.24,"
        " 76.89 (if it is right, widen the region)\n",
    ),
    "a first sentence that is too long": (
        ("person", "--term", "A", "--author", "editors", "--body", "word " * 26),
        "edition: line 1 of the body: sentence-long: expected a first sentence of at most 25 words,"
        " found 26 (say the plainest thing first, the rest in a second sentence)\n",
    ),
    "words of the article that are not there": (
        ("event", *MADE["event"].options, "--quote", "the wurst winter"),
        "edition: quote-not-found: the quote is not in the text; nearest: p1 “… mark says how high"
        " the water came in the worst winter that anyone remembers (Quill, 2016). …”: expected"
        " “the wurst winter” (the quote), found “the worst winter” (the text)\n",
    ),
    "an unknown related entry": (
        ("event", *MADE["event"].options, "--see", "tide-tabel"),
        "edition: term-unknown: expected the id of an entry in see, found tide-tabel (did you"
        " mean tide-table?)\n",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_check_would_refuse_is_not_written(
    kept: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = files_of(kept)
    outcome = run(kept, "new", *arguments)
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr == message
    assert files_of(kept) == before


WRONG = {
    "nothing": (
        ("event",),
        "required where nobody can be asked: --event, --when, --kind, --author or --author-name,"
        " --body",
    ),
    "a person needs no kind": (
        ("person",),
        "required where nobody can be asked: --term, --author or --author-name, --body",
    ),
    "a reference without a type": (
        ("reference",),
        "required where nobody can be asked: --type, --title",
    ),
    "a book without a publisher": (
        ("reference", "--type", "book", "--title", "T"),
        "required where nobody can be asked: --author or --editor, --publisher",
    ),
    "a book with a journal": (
        ("reference", *BOOK, "--journaltitle", "J"),
        "argument --journaltitle: not allowed with --type book, which has author, editor, title,"
        " subtitle, date, publisher, langid, doi, url",
    ),
    "a date that is none": (
        ("event", "--when", "24.11.2026"),
        "argument --when: expected a date such as 2023-05-19, 1992-01, 198X, 2004~, -0150 or"
        " 2004/.., found 24.11.2026 (did you mean 2026-11-24?)",
    ),
    "a date that a library cannot hold": (
        ("reference", "--date", "198X"),
        "argument --date: expected a date such as 2023, 2023-05, 2023-05-19, 2004~ or 2020/2022 in"
        " date, found '198X'",
    ),
    "a month that there is not": (
        ("reference", "--date", "2023-13"),
        "argument --date: expected a date such as 2023-05-19, 1992-01, 198X, 2004~, -0150 or"
        " 2004/.., found 2023-13 (days and months have two digits, years four; the year before"
        " 0001 is 0000, or 1 BCE)",
    ),
    "an address of another kind": (
        ("reference", "--url", "javascript:a"),
        "argument --url: expected an http or https address in url, found 'javascript:a'",
    ),
    "a DOI with a space": (
        ("reference", "--doi", "10.1000/1 82"),
        "argument --doi: expected a DOI such as 10.1000/182 in doi, found '10.1000/1 82'",
    ),
    "braces that do not close": (
        ("reference", "--title", "a {b"),
        "argument --title: expected a closing brace for each opening one, found 'a {b'",
    ),
    "a language that is none": (
        ("reference", "--langid", "rusian"),
        "argument --langid: there is no language rusian (did you mean russian?)",
    ),
    "a name without a language": (
        ("term", "--name", "лестница"),
        "argument --name: expected CODE=NAME such as ru=море, found 'лестница'",
    ),
    "the code of a state": (
        ("term", "--name", "cn=梯"),
        "argument --name: there is no language cn (the code of a language may differ from that of"
        " a state: zh, kk, uk)",
    ),
    "coordinates in degrees and minutes": (
        ("place", "--coordinates", "54° N, 8° E"),
        "argument --coordinates: expected latitude and longitude in decimal degrees in"
        " coordinates, found '54° N, 8° E'",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_says_what_was_expected(
    kept: Path, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(kept)
    with pytest.raises(SystemExit) as stopped:
        run(kept, "new", *arguments)
    assert stopped.value.code == 2
    assert files_of(kept) == before
    assert run_forked(kept, "new", *arguments).stderr.splitlines()[-1] == (
        f"edition new {arguments[0]}: error: {message}"
    )


def test_an_unknown_sort_is_refused_with_those_that_there_are(kept: Path) -> None:
    outcome = run_apart(kept, "new", "picture")
    assert outcome.status == 2
    assert outcome.stderr.splitlines()[-1].endswith(
        "invalid choice: 'picture' (choose from 'note', 'term', 'event', 'person', 'place',"
        " 'reference')"
    )


def test_a_library_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    from edition.writing import replace_file

    file = tmp_path / "notes.bib"
    file.write_bytes(b"changed")
    with pytest.raises(FileExistsError):
        replace_file(file, b"before", b"before and after")
    assert files_of(tmp_path) == {"notes.bib": b"changed"}


def test_where_there_is_no_edition_it_says_so(tmp_path: Path) -> None:
    outcome = run(tmp_path, "new", "reference", *BOOK)
    assert outcome == Outcome(
        1,
        "",
        "edition.yml:1: file-missing: cannot be read: No such file or directory\n"
        f"edition: {tmp_path.resolve()} is not the folder of an edition: name it with --root\n",
    )
    assert list(tmp_path.iterdir()) == []
