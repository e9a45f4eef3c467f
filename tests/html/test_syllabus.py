"""The builder's page: what it is told, and examples whose every reading is there."""

import base64
import json
from dataclasses import replace

import pytest

from edition.core.assignment import Assignments
from edition.core.pages import EditorsPage
from edition.core.problem import Place
from edition.html.syllabus import BUILDER, fragment, view_builder, view_example
from tests.browser.noted import EDITION as REAL
from tests.core.editions import EDITION as SMALL

PAGE = EditorsPage("teach/syllabus.md", "A syllabus", (), (), Place("docs/teach/syllabus.md"))
WITH_BUILDER = replace(SMALL, editors_pages=(PAGE,))


def read(text: str) -> object:
    version, _, digits = text.partition(".")
    assert version == "1"
    return json.loads(base64.urlsafe_b64decode(digits + "=" * (-len(digits) % 4)))


@pytest.mark.parametrize(
    "state",
    [{}, {"t": "苏州 🧭 & <b>"}, {"t": "\u200f", "s": [{"i": ["p/1/", ["a", "b"]]}]}, "???>>>"],
)
def test_a_fragment_holds_what_was_put_into_it(state: object) -> None:
    text = fragment(state)
    assert read(text) == state
    assert not set(text) & set("+/=#%")


def test_the_builder_is_told_of_every_paragraph() -> None:
    view = view_builder(Assignments(REAL), BUILDER)
    words = [int(length) for length in view.paragraphs.split()]
    assert words == [unit.words for unit in REAL.paragraphs]
    assert view.last == len(words) == REAL.paragraphs[-1].number
    sentences = [list(map(int, one.split())) for one in view.sentences.split(",")]
    assert list(map(sum, sentences)) == words
    assert [len(one) for one in sentences] == [
        len(REAL.sentences_of_unit[unit.id]) for unit in REAL.paragraphs
    ]
    assert view.is_here
    assert not view_builder(Assignments(REAL), "about/macros/").is_here


def test_the_builder_of_an_edition_without_sentences_is_told_so() -> None:
    assert view_builder(Assignments(SMALL), BUILDER).sentences.strip(",") == ""


def test_an_example_is_a_link_and_what_is_in_it() -> None:
    example = view_example(
        Assignments(WITH_BUILDER), "Two", "One: p/1/ text/plain/?p=1-2 | Two : text/01-wall/"
    )
    address, _, held = example.address.partition("#")
    assert address == BUILDER
    readings = ["p/1/", "text/plain/?p=1-2"]
    assert read(held) == {
        "t": "Two",
        "s": [
            {"t": "One", "d": "", "r": "", "i": readings},
            {"t": "Two", "d": "", "r": "", "i": ["text/01-wall/"]},
        ],
    }
    first, second = example.sessions
    assert [link.words for link in first.readings] == ["¶ 1", "¶¶ 1–2, without notes"]
    assert [link.address for link in second.readings] == ["text/01-wall/"]


def test_an_example_without_a_builder_leads_nowhere() -> None:
    assert view_example(Assignments(SMALL), "One", "One: p/1/").address == ""
