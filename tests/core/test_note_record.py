"""A note is cited as a part of the edition, by its own author."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.contributor import Contributor
from edition.core.identifier import is_identifier, is_reference_key
from edition.core.note import Note
from edition.core.note_record import first_words, note_key, note_title, to_record
from edition.core.quote import Quote
from edition.core.unit import Role, Unit
from tests.core.editions import P1, R1, SETTINGS, TITLE, unit
from tests.core.noted import MARKS, SEA, TITLE_NOTE, WROTE, note

HERE = replace(SETTINGS, url="https://example.org/wall/")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("one", "one"),
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        (
            "one two three four five six seven eight nine",
            "one two three four five six seven eight …",
        ),
        ("中国在中亚的软实", "中国在中亚的软实"),
        ("中国在中亚的软实力", "中国在中亚的软实 …"),
        ("a" * 512, "a" * 512),
        ("a" * 513, "a" * 512 + " …"),
    ],
    ids=["none", "one", "eight", "nine", "eight without spaces", "nine without spaces",
         "as long as eight words", "longer than eight words"],
)  # fmt: skip
def test_eight_words_of_a_quote_are_enough_to_know_it(text: str, shown: str) -> None:
    assert first_words(text) == shown


@given(st.text(), st.integers(1, 12))
def test_what_is_shown_of_a_text_begins_it(text: str, most: int) -> None:
    shown = first_words(text, most)
    assert shown == text or text.startswith(shown.removesuffix(" …"))


@pytest.mark.parametrize(
    ("found", "place", "title"),
    [
        (SEA, P1, "Note on ¶ 1, “The sea wrote on it”"),
        (TITLE_NOTE, TITLE, "Note on the title, “wall”"),
        (MARKS, R1, "Note on reference 1, “Marks on a wall”"),
        (
            note("long", Quote("One two three four five six seven eight nine.")),
            unit("abstract", Role.ABSTRACT, "One two three four five six seven eight nine."),
            "Note on the abstract, “One two three four five six seven eight …”",
        ),
    ],
    ids=["a paragraph", "the title", "a reference", "a long quote"],
)
def test_a_note_is_called_by_its_unit_and_its_words(found: Note, place: Unit, title: str) -> None:
    assert note_title(found, place) == title


def test_the_editors_together_have_no_family_name() -> None:
    assert to_record(HERE, SEA, P1) == (
        "@incollection{note--sea,\n"
        "  author = {{The editors}},\n"
        "  title = {{Note on ¶ 1, “The sea wrote on it”}},\n"
        "  booktitle = {{The wall: an edition}},\n"
        "  date = {2026-11-23},\n"
        "  url = {https://example.org/wall/n/sea/},\n"
        "}\n"
    )


def test_a_person_has_a_family_name_and_the_last_change_is_the_date() -> None:
    lines = to_record(HERE, WROTE, P1).splitlines()
    assert "  author = {Rowan Teale}," in lines
    assert "  date = {2026-11-24}," in lines


def test_without_a_known_address_there_is_no_url() -> None:
    lines = to_record(SETTINGS, SEA, P1).splitlines()
    assert [line for line in lines if line.startswith("  url")] == []
    assert len(lines) == 6


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("100 % & more", r"100 \% \& more"),
        ("#1, $2, a_b", r"\#1, \$2, a\_b"),
        ("{a}", r"\{a\}"),
        ("}", r"\}"),
        ("a\\b", r"a\textbackslash{}b"),
        ("~", r"\textasciitilde{}"),
        ("\\input{x}", r"\textbackslash{}input\{x\}"),
        ("“Xi'an”, 软实力", "“Xi'an”, 软实力"),
    ],
)
def test_what_means_something_to_tex_is_words(words: str, written: str) -> None:
    record = to_record(replace(SETTINGS, title=words), SEA, P1)
    assert f"  booktitle = {{{{{written}}}}}," in record.splitlines()


@given(st.text(st.sampled_from("ab {}\\%&#$_~^\"'`-@,="), max_size=20))
def test_no_name_and_no_quote_ends_its_field(words: str) -> None:
    """Braces match in every record, whatever a stranger is called."""
    found = replace(note("a", Quote(words)), author=Contributor("", words))
    record = to_record(replace(SETTINGS, title=words), found, P1)
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", record.replace(r"\textbackslash", "")):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


@given(st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True))
def test_no_reference_can_have_the_key_of_a_note(note_id: str) -> None:
    assert is_identifier(note_id)
    assert not is_reference_key(note_key(note_id))
