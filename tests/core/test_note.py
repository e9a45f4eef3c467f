"""A note has a kind and a level that readers see in words, and knows where its fields stand."""

from dataclasses import replace

from edition.core.note import LEVELS, Kind
from edition.core.problem import Place
from tests.core.noted import SEA


def test_kinds_are_called_by_words() -> None:
    assert {kind.value: kind.label for kind in Kind} == {
        "context": "Context",
        "correction": "Correction",
        "update": "Update",
        "source": "Source",
        "query": "Open point",
        "question": "For discussion",
    }


def test_levels_go_from_everybody_to_specialists() -> None:
    assert dict(LEVELS) == {1: "everybody", 2: "students", 3: "specialists"}
    assert list(LEVELS) == sorted(LEVELS)


def test_a_field_is_found_at_its_line_and_a_missing_one_at_the_quote() -> None:
    unit = Place("docs/notes/sea.md", 3)
    note = replace(SEA, places={"unit": unit})
    assert note.place_of("unit") == unit
    assert note.place_of("prefix") == note.place
