"""Entries are small files read by the form of their kind; all that is wrong is told at once."""

import re
from pathlib import Path

import pytest

from edition.core.body import Body, Paragraph, Text
from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.entry_forms import FORMS
from edition.core.problem import Place, Problem
from edition.sources.entries import MAX_BYTES, Entry, read_entries, with_unread

FORM = EntryForm(
    name="tide",
    folder="docs/tides",
    summary="A tide.",
    fields=(
        FieldForm("words", Shape.WORDS, "What it says.", required=True, longest=20),
        FieldForm("side", Shape.CHOICE, "Which one.", choices=("ebb", "flood")),
        FieldForm("date", Shape.DATE, "When."),
        FieldForm("port", Shape.PATTERN, "Which port.", pattern="[A-Z]{3}", described="a port"),
        FieldForm("tags", Shape.LIST, "Of what.", pattern="[a-z]+", described="a word", longest=9),
        FieldForm("seen_", Shape.WORDS, "By whom.", is_family=True, longest=20),
        FieldForm("one", Shape.WORDS, "One."),
        FieldForm("other", Shape.WORDS, "Other."),
    ),
    either=("one", "other"),
)
PATH = "docs/tides/a.md"


def write(root: Path, text: str, name: str = "a.md") -> None:
    file = root / FORM.folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def read(root: Path, head: str, body: str = "A sentence.") -> tuple[Entry, tuple[Problem, ...]]:
    write(root, f"---\n{head}---\n{body}\n")
    (entry,), problems = read_entries(root, FORM)
    return entry, problems


def lines(problems: tuple[Problem, ...]) -> list[str]:
    return [str(problem).removeprefix(f"{PATH}:") for problem in problems]


WHOLE = """\
words: high
side: ebb
date: 2026-11-24
port: LON
tags: [spring, neap]
seen_first: Quill
seen_last: ''
one: a
"""


def test_an_edition_need_have_none(tmp_path: Path) -> None:
    assert read_entries(tmp_path, FORM) == ((), ())


def test_an_entry_is_read_with_the_place_of_every_field(tmp_path: Path) -> None:
    entry, problems = read(tmp_path, WHOLE)
    assert problems == ()
    assert entry == Entry(
        id="a",
        path=PATH,
        values={"words": "high", "side": "ebb", "date": "2026-11-24", "port": "LON",
                "seen_first": "Quill", "seen_last": "", "one": "a"},
        lists={"tags": ("spring", "neap")},
        body=Body((Paragraph((Text("A sentence."),)),)),
        place=Place(PATH, 2),
        places={name: Place(PATH, line) for line, name in enumerate(
            ("words", "side", "date", "port", "tags", "seen_first", "seen_last", "one"), 2)},
        body_line=11,
    )  # fmt: skip


def test_what_is_absent_reads_as_empty_and_stands_where_the_head_begins(tmp_path: Path) -> None:
    entry, _ = read(tmp_path, "words: high\none: a\n")
    assert (entry.value("side"), entry.place_of("side")) == ("", Place(PATH, 2))
    assert entry.lists == {"tags": ()}


@pytest.mark.parametrize(
    "written",
    ["words: a b  c", "words: >\n  a\n  b c", "words: |\n  a b\n  c\n", 'words: "a\\tb c"',
     "words: '  a b c '", "words: a\u00a0b\u2003c", "words: a\n  b\n  c"],
)  # fmt: skip
def test_white_space_in_words_is_collapsed(tmp_path: Path, written: str) -> None:
    entry, problems = read(tmp_path, f"{written}\none: a\n")
    assert (entry.value("words"), problems) == ("a b c", ())


def test_entries_are_sorted_by_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a-b.md", "a.md", "10.md", "9.md"):
        write(tmp_path, f"---\n{WHOLE}---\nA sentence.\n", name)
    entries, problems = read_entries(tmp_path, FORM)
    assert problems == ()
    assert [entry.id for entry in entries] == ["10", "9", "a-b", "a", "b"]


# ---- Values of another form ----

WRONG: dict[str, tuple[str, str, list[str], str]] = {
    "too long": ("words: high", "words: " + "a" * 21, [
        "2: field: expected at most 20 characters in words, found 21 (what it says)"], "words"),
    "a list": ("words: high", "words: [a]", [
        "2: field: expected words in words, found a list or a mapping"], "words"),
    "no choice": ("side: ebb", "side: eb", [
        "3: field: expected side to be one of ebb, flood, found 'eb' (did you mean ebb?)"],
        "side"),
    "no date": ("2026-11-24", "2026-02-30", [
        "4: field: expected a date such as 2026-11-23 in date, found '2026-02-30'"], "date"),
    "small letters": ("LON", "lon", [
        "5: field: expected a port in port, found 'lon' (did you mean LON?)"], "port"),
    "the end of an address": ("LON", "https://example.org/LON", [
        "5: field: expected a port in port, found 'https://example.org/LON' (did you mean LON?)"],
        "port"),
    "no pattern": ("LON", "L" * 70, [
        f"5: field: expected a port in port, found '{'L' * 60}…' (which port)"], "port"),
    "a line's end after it": ("port: LON", 'port: "LON\\nX"', [
        "5: field: expected a port in port, found 'LON X' (which port)"], "port"),
    "too long in a family": ("seen_first: Quill", "seen_first: " + "a" * 21, [
        "7: field: expected at most 20 characters in seen_, found 21 (by whom)"], "seen_first"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected", "name"), WRONG.values(), ids=WRONG)
def test_a_value_of_another_form_is_reported_and_reads_as_empty(
    tmp_path: Path, old: str, new: str, expected: list[str], name: str
) -> None:
    entry, problems = read(tmp_path, WHOLE.replace(old, new))
    assert lines(problems) == expected
    assert (entry.value(name), entry.refused) == ("", {name})


TAGS = {
    "one alone": ("spring", ("spring",), []),
    "none": ("[]", (), []),
    "one twice": ("[neap, spring, neap]", ("neap", "spring"), []),
    "capitals": ("[spring, Neap]", ("spring",), [
        "6: field: expected a word in tags, found 'Neap' (did you mean neap?)"]),
    "too long": ("[spring, aaaaaaaaaa]", ("spring",), [
        "6: field: expected at most 9 characters in tags, found 10 (of what)"]),
    "white space in one": ("['a\tb', ' spring ', neap]", ("spring", "neap"), [
        "6: field: expected a word in tags, found 'a b' (of what)"]),
    "one twice, with other white space": ("\n  - spring\n  - ' spring'", ("spring",), []),
    "a list in it": ("[spring, [neap]]", ("spring",), [
        "6: field: expected a list of words in tags"]),
}  # fmt: skip


@pytest.mark.parametrize(("tags", "kept", "expected"), TAGS.values(), ids=TAGS)
def test_of_a_list_what_fits_is_kept(
    tmp_path: Path, tags: str, kept: tuple[str, ...], expected: list[str]
) -> None:
    entry, problems = read(tmp_path, WHOLE.replace("[spring, neap]", tags))
    assert (entry.lists["tags"], lines(problems)) == (kept, expected)


FAMILY = EntryForm(
    "tide", "docs/tides", "A tide.",
    (
        FieldForm("seen_", Shape.LIST, "By whom.", is_family=True, ending="[a-z]{2}",
                  ending_is="two letters", longest=9),
        FieldForm("port", Shape.WORDS, "Which port."),
    ),
)  # fmt: skip
ENDINGS: dict[str, tuple[str, dict[str, tuple[str, ...]], list[str]]] = {
    "one": ("seen_ab: Quill", {"seen_ab": ("Quill",)}, []),
    "two": ("seen_ab: [a, b]\nseen_cd: c", {"seen_ab": ("a", "b"), "seen_cd": ("c",)}, []),
    "none": ("port: a", {}, []),
    "another ending": ("seen_abc: a", {"seen_abc": ("a",)}, [
        "2: field: expected two letters after seen_, found 'abc'"]),
    "no ending": ("port: b\nseen_: a", {"seen_": ("a",)}, [
        "3: field: expected two letters after seen_, found ''"]),
    "the name without its end": ("seen: a", {}, [
        "2: field: there is no field seen; known are port, seen_… (did you mean seen_…?)"]),
    "too long a value": ("seen_ab: [aaaaaaaaaa, b]", {"seen_ab": ("b",)}, [
        "2: field: expected at most 9 characters in seen_, found 10 (by whom)"]),
}  # fmt: skip


@pytest.mark.parametrize(("head", "lists", "expected"), ENDINGS.values(), ids=ENDINGS)
def test_the_names_of_a_family_end_as_its_form_says(
    tmp_path: Path, head: str, lists: dict[str, tuple[str, ...]], expected: list[str]
) -> None:
    write(tmp_path, f"---\n{head}\n---\nA sentence.\n")
    (entry,), problems = read_entries(tmp_path, FAMILY)
    assert (entry.lists, lines(problems)) == (lists, expected)


_NEITHER = "field: expected either one or other, found none (write other: and your name)"
EITHER = {
    "neither": (
        "",
        f"2: {_NEITHER}",
    ),
    "both": ("one: a\nother: b\n", "10: field: expected either one or other, found one and other"),
    "one that is empty": (
        "one:\n",
        f"9: {_NEITHER}",
    ),
    "white space": (
        "other: ' '\n",
        f"9: {_NEITHER}",
    ),
    "one of them, the other empty": ("one: ''\nother: b\n", ""),
}


@pytest.mark.parametrize(("written", "expected"), EITHER.values(), ids=EITHER)
def test_exactly_one_of_two_fields_is_there(tmp_path: Path, written: str, expected: str) -> None:
    _, problems = read(tmp_path, WHOLE.replace("one: a\n", written))
    assert lines(problems) == ([expected] if expected else [])


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    head = "side: tide\ndate: soon\nport: a\ntags: [A]\nheight: 3\n"
    _, problems = read(tmp_path, head, "# A heading")
    assert [(p.place.line, p.code) for p in sorted(problems)] == [
        (2, "field"),  # no words
        (2, "field"),  # neither one nor other
        (2, "field"),
        (3, "field"),
        (4, "field"),
        (5, "field"),
        (6, "field"),
        (8, "body-form"),
    ]


# ---- Bodies ----

BODIES = {
    "words": ("A sentence.", []),
    "a citation alone": ("[@quill2016]", []),
    "code alone": ("`a`", []),
    "nothing": ("", ["body-empty"]),
    "white space": (" \n\n\u00a0\n", ["body-empty"]),
    "a definition": ("[a]: https://example.org", ["body-empty"]),
    "an empty item": ("-", ["body-empty"]),
    "fences alone": ("```\n```", ["body-empty"]),
    "an entity": ("&nbsp;", ["body-empty"]),
    "a heading alone": ("# A", ["body-form"]),
    "too many characters": ("a" * 6001, ["body-size"]),
}


@pytest.mark.parametrize(("body", "codes"), BODIES.values(), ids=BODIES)
def test_an_entry_has_words_of_its_own(tmp_path: Path, body: str, codes: list[str]) -> None:
    _, problems = read(tmp_path, WHOLE, body)
    assert [(p.code, p.place) for p in problems] == [(code, Place(PATH, 11)) for code in codes]


def test_a_body_is_no_more_than_a_form_asks(tmp_path: Path) -> None:
    form = EntryForm("tide", FORM.folder, "A tide.", FORM.fields, FORM.either, needs_body=False)
    write(tmp_path, f"---\n{WHOLE}---\n")
    (entry,), problems = read_entries(tmp_path, form)
    assert (entry.body, problems) == (Body(), ())


@pytest.mark.parametrize(
    ("body", "line"),
    [("A.", 11), ("\n\nA.", 13), ("  \n\t\nA.\n\nB.", 13), ("", 12), ("\n", 13)],
    ids=["at once", "after blank lines", "after lines of white space", "nowhere", "blank"],
)
def test_a_body_begins_at_its_first_line_that_is_not_blank(
    tmp_path: Path, body: str, line: int
) -> None:
    entry, _ = read(tmp_path, WHOLE, body)
    assert entry.body_place == Place(PATH, line)


# ---- Files ----

NAMES = {
    "Low_Water Mark.md": "name it low-water-mark.md",
    "A.md": "a.md is there already: choose another",
    "-a-.md": "a.md is there already: choose another",
    "a--b.md": "name it a-b.md",
    "é.md": "the letters are those from a to z",
    "北京.md": "the letters are those from a to z",
    "a.b.md": "name it a-b.md",
}


@pytest.mark.parametrize(("name", "hint"), NAMES.items(), ids=NAMES)
def test_the_name_of_a_file_is_an_identifier(tmp_path: Path, name: str, hint: str) -> None:
    write(tmp_path, f"---\n{WHOLE}---\nA sentence.\n")
    write(tmp_path, f"---\n{WHOLE}---\nA sentence.\n", name)
    entries, problems = read_entries(tmp_path, FORM)
    assert [entry.id for entry in entries] == ["a"]
    assert [(p.place, p.code, p.hint) for p in problems] == [
        (Place(f"docs/tides/{name}"), "file-name", hint)
    ]


UNREADABLE = {
    "no front matter": ("A sentence.\n", 1, "front-matter"),
    "a head never closed": (f"---\n{WHOLE}", 1, "front-matter"),
    "no YAML": ("---\nwords: a: b\n---\n", 2, "yaml"),
    "a key twice": ("---\none: a\none: b\n---\n", 3, "yaml"),
    "an anchor": ("---\none: &a b\n---\n", 2, "yaml"),
    "a tag": ("---\none: !a b\n---\n", 2, "yaml"),
    "an override by an escape": ('---\n\none: "\\u202E"\n---\n', 3, "yaml"),
    "half of a character by an escape": ('---\none: "\\ud800"\n---\n', 2, "yaml"),
    "a null": ("---\none: a\n---\nb\n\0", 5, "file-character"),
    "as many bytes as allowed and one more": ("a" * (MAX_BYTES + 1), 1, "file-size"),
}


@pytest.mark.parametrize(("text", "line", "code"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_no_entry_but_a_problem(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    write(tmp_path, text)
    entries, problems = read_entries(tmp_path, FORM)
    assert entries == ()
    assert [(p.place, p.code) for p in problems] == [(Place(PATH, line), code)]


@pytest.mark.parametrize(("text", "line", "code"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_there_all_the_same(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    """Otherwise its permanent link would be said to be lost, and a redirect asked for."""
    for name in ("c.md", "0.md"):
        write(tmp_path, f"---\n{WHOLE}---\nA sentence.\n", name)
    write(tmp_path, text)
    entries, problems = read_entries(tmp_path, FORM)
    found = with_unread(FORM, entries, problems)
    assert [entry.id for entry in found] == ["0", "a", "c"]
    assert found[1] == Entry("a", PATH, {}, {}, Body(), Place(PATH))
    assert found[::2] == entries


def test_an_entry_with_something_wrong_was_read(tmp_path: Path) -> None:
    entry, problems = read(tmp_path, WHOLE.replace("LON", "lon"))
    assert problems != ()
    assert with_unread(FORM, [entry], problems) == (entry,)


def test_a_file_of_another_name_is_no_entry(tmp_path: Path) -> None:
    write(tmp_path, f"---\n{WHOLE}---\nA sentence.\n", "Low Water.md")
    assert with_unread(FORM, *read_entries(tmp_path, FORM)) == ()


def test_a_symbolic_link_is_refused_and_not_followed(tmp_path: Path) -> None:
    """What it leads to would be quoted in a message, and so in the log of a public CI."""
    secret = tmp_path / "secret"
    secret.write_text("TOKEN=abc", encoding="utf-8")
    write(tmp_path, f"---\n{WHOLE}---\nA sentence.\n", "b.md")
    (tmp_path / PATH).symlink_to(secret)
    entries, problems = read_entries(tmp_path, FORM)
    assert [entry.id for entry in entries] == ["b"]
    assert [str(problem) for problem in problems] == [
        f"{PATH}:1: file-place: expected a file or a folder, found a symbolic link"
        " (put the file itself there)"
    ]


def test_a_folder_named_like_an_entry_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / PATH).mkdir(parents=True)
    entries, problems = read_entries(tmp_path, FORM)
    assert (entries, [p.code for p in problems]) == ((), ["file-missing"])


# ---- The forms of this engine ----


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_names_each_field_once_and_says_what_it_is_for(form: EntryForm) -> None:
    names = [member.name for member in form.fields]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[A-Z].+\.", member.summary) for member in form.fields)
    assert all(bool(member.pattern) == bool(member.described) for member in form.fields)
    assert set(form.either) <= set(names)
