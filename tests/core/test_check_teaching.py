"""What a call about teaching asks for is there: its note, its paragraphs, its level."""

from dataclasses import replace

import pytest

from edition.core.check import check
from edition.core.edition import Edition
from edition.core.macro import Call, Signature
from edition.core.pages import EditorsPage
from edition.core.problem import Place
from tests.core.noted import NOTED

SIGNATURES = {
    "exercise": Signature("exercise", ("note", "task"), 1),
    "guide": Signature("guide", ("level",), 1),
    "way": Signature("way", ("paragraphs", "level"), 1),
}
CASES = {
    "a note": (("exercise", "sea"), ""),
    "a note with a task": (("exercise", "sea", "nothing"), ""),
    "a sample": (("exercise", "NOTE"), ""),
    "a note that is not there": (
        ("exercise", "seas"),
        "note-unknown: the edition has no note seas (did you mean sea?)"),
    "nothing like it": (
        ("exercise", "qqqq"), "note-unknown: the edition has no note qqqq"),
    "a level": (("guide", 3), ""),
    "a level in words": (("guide", "2"), ""),
    "level 9": (
        ("guide", 9), "macro-arguments: expected a level, one of 1, 2, 3, found '9'"),
    "level 0": (
        ("guide", 0), "macro-arguments: expected a level, one of 1, 2, 3, found '0'"),
    "level in letters": (
        ("guide", "two"), "macro-arguments: expected a level, one of 1, 2, 3, found 'two'"),
    "all paragraphs": (("way", "1-2"), ""),
    "one paragraph at a level": (("way", "2", 1), ""),
    "backwards": (
        ("way", "2-1"),
        "macro-arguments: expected ranges of paragraphs in their order, found '2-1'"
        ' (for example "1-3, 22")'),
    "beyond the end": (
        ("way", "1-3"), "unit-unknown: the work has no unit p3 (its paragraphs are 1 to 2)"),
    "far beyond the end": (
        ("way", "1, 999999"),
        "unit-unknown: the work has no unit p999999 (its paragraphs are 1 to 2)"),
    "paragraphs and no level": (
        ("way", "1", 4), "macro-arguments: expected a level, one of 1, 2, 3, found '4'"),
}  # fmt: skip


def calling(name: str, *arguments: str | int) -> Edition:
    call = Call(name, arguments, (), 0, Place("docs/index.md", 5))
    page = EditorsPage("index.md", "A title", (call,), (), Place("docs/index.md", 4))
    return replace(NOTED, editors_pages=(page,), macros=SIGNATURES)


@pytest.mark.parametrize(("call", "expected"), CASES.values(), ids=CASES)
def test_a_call_asks_for_what_is_there(call: tuple[str, ...], expected: str) -> None:
    found = [str(p) for p in check(calling(*call)) if p.place.path == "docs/index.md"]
    assert found == ([f"docs/index.md:5: {expected}"] if expected else [])
