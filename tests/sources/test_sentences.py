"""The record of sentences is the article's words, each with its id; nothing else is let pass."""

from pathlib import Path

import pytest

from edition.core.unit import Role, Unit
from edition.sources.sentences import read_sentences, updated_sentences
from tests.core.editions import unit

UNITS = (
    unit("title", Role.TITLE, "Tides"),
    unit("p1", Role.PARAGRAPH, "It is late. It is short."),
    unit("p2", Role.PARAGRAPH, "One line."),
)
RIGHT = "# Sentences\n\np1-s1\tIt is late.\np1-s2\tIt is short.\n\np2-s1\tOne line.\n"


def read(root: Path, text: str, units: tuple[Unit, ...] = UNITS) -> tuple[list[str], list[str]]:
    """The words of the sentences that were read, and the problems."""
    (root / "source").mkdir()
    (root / "source" / "sentences.txt").write_text(text, encoding="utf-8")
    found, problems = read_sentences(root, units)
    texts = {unit.id: unit.text for unit in units}
    words = [f"{s.id} {texts[s.unit][s.start : s.end]}" for s in found]
    return words, [str(problem).removeprefix("source/sentences.txt:") for problem in problems]


def test_a_record_is_read(tmp_path: Path) -> None:
    words, problems = read(tmp_path, RIGHT)
    assert words == ["p1-s1 It is late.", "p1-s2 It is short.", "p2-s1 One line."]
    assert problems == []


def test_an_edition_may_do_without(tmp_path: Path) -> None:
    assert read_sentences(tmp_path, UNITS) == ((), ())


def test_sentences_may_be_split_otherwise_than_by_stops(tmp_path: Path) -> None:
    text = RIGHT.replace("It is late.", "It is").replace(
        "p1-s2\tIt is short.", "p1-s2\tlate. It is short."
    )
    words, problems = read(tmp_path, text)
    assert problems == []
    assert words[:2] == ["p1-s1 It is", "p1-s2 late. It is short."]


WRONG: dict[str, tuple[str, str, list[str]]] = {
    "another word": ("late", "soon", [
        "3: sentence-record: p1-s1: expected “It is late. It is short.”, found “It is soon.”"
        " (the words are the article’s: restore the line)"]),
    "another mark": ("late.", "late!", [
        "3: sentence-record: p1-s1: expected “It is late. It is short.”, found “It is late!”"
        " (the words are the article’s: restore the line)"]),
    "a sentence is gone": ("p1-s2\tIt is short.\n", "", [
        "3: sentence-record: p1: the record lacks its words from “It is short.” on"]),
    "a paragraph is gone": ("p2-s1\tOne line.\n", "", [
        "1: sentence-record: p2: the record lacks its words from “One line.” on"
        " (run `edition sentences --update` and commit the file)"]),
    "two in one number": ("p1-s2", "p1-s1", [
        "4: sentence-record: expected p1-s2 here, found p1-s1 (ids are counted from 1)"]),
    "a number left out": ("p1-s2", "p1-s3", [
        "4: sentence-record: expected p1-s2 here, found p1-s3 (ids are counted from 1)"]),
    "no words": ("\tOne line.", "\t", [
        "6: sentence-record: p2-s1: expected “One line.”, found “ (end)”"
        " (the words are the article’s: restore the line)"]),
    "no tab": ("p2-s1\tOne", "p2-s1 One", [
        "6: sentence-record: expected the id of a sentence, a tab and its words,"
        " found 'p2-s1 One line.'",
        "1: sentence-record: p2: the record lacks its words from “One line.” on"
        " (run `edition sentences --update` and commit the file)"]),
    "a title": ("p2-s1\tOne line.", "p2-s1\tOne line.\ntitle-s1\tTides", [
        "7: sentence-record: expected the id of a sentence, a tab and its words,"
        " found 'title-s1\\tTides'"]),
    "more than there is": ("One line.", "One line.\np2-s2\tAnd more.", [
        "7: sentence-record: p2-s2: expected “ (end)”, found “And more.”"
        " (the words are the article’s: restore the line)"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), WRONG.values(), ids=WRONG)
def test_whatever_is_not_the_article_is_told(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    _, problems = read(tmp_path, RIGHT.replace(old, new))
    assert problems == expected


def test_an_update_proposes_what_is_lacking_and_keeps_what_is_recorded(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    file = tmp_path / "source" / "sentences.txt"
    file.write_text("p1-s1\tIt is\np1-s2\tlate. It is short.\n", encoding="utf-8")
    known, _ = read_sentences(tmp_path, UNITS)
    file.write_text(updated_sentences(UNITS, known), encoding="utf-8")
    found, problems = read_sentences(tmp_path, UNITS)
    assert problems == ()
    assert [(s.id, s.start, s.end) for s in found] == [
        ("p1-s1", 0, 5), ("p1-s2", 6, 24), ("p2-s1", 0, 9),
    ]  # fmt: skip
    assert updated_sentences(UNITS, found) == file.read_text(encoding="utf-8")
