"""A term knows its sources, its place in an alphabet, and all that it is called."""

from dataclasses import replace

import pytest

from edition.core.problem import Place
from edition.core.term import KINDS, Realm, called
from tests.core.termed import NOBODY, SEA, WRITING, term


def test_every_realm_has_kinds_and_no_kind_is_of_two_realms() -> None:
    assert set(KINDS) == set(Realm)
    kinds = [kind for realm in Realm for kind in KINDS[realm]]
    assert len(kinds) == len(set(kinds))
    assert all(KINDS.values())


def test_a_field_stands_where_the_file_has_it_and_else_where_the_name_does() -> None:
    assert SEA.place_of("coordinates") == Place("docs/places/sea.md", 7)
    assert SEA.place_of("revised") == SEA.place == Place("docs/places/sea.md", 2)


SOURCES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "none": ("Words.", "", ()),
    "of the body": ("Words [@b, p. 1] and [@a].", "", ("b", "a")),
    "each once": ("Words [@a, p. 1], [@b], [@a, p. 2].", "", ("a", "b")),
    "of the point": ("Words.", "c", ("c",)),
    "of the point, last": ("Words [@b].", "a", ("b", "a")),
    "of both, once": ("Words [@a] [@b].", "a", ("a", "b")),
}


@pytest.mark.parametrize(("body", "point", "keys"), SOURCES.values(), ids=SOURCES)
def test_its_sources_are_what_its_words_and_its_point_are_taken_from(
    body: str, point: str, keys: tuple[str, ...]
) -> None:
    assert term("a", body=body, coordinates_source=point).sources == keys


ORDER = ["“Almanac”", "Élan", "elbow", "harbour", "Köln", "kondor", "'Low' tide", "östlich", "Zug"]


def test_an_alphabet_minds_neither_capitals_nor_accents_nor_opening_marks() -> None:
    terms = [term(f"t{n}", name=name) for n, name in enumerate(reversed(ORDER))]
    assert [found.name for found in sorted(terms, key=lambda one: one.alphabetic)] == ORDER


def test_what_is_a_thing_s_own_comes_before_what_it_is_called_too() -> None:
    one = term("a", "form a", name="Name A", also=("Also A", "b"))
    other = term("b", "form b", "Also A", name="Name B", also=("Name A",))
    assert [(name, found.id) for name, found in called([one, other])] == [
        ("a", "a"),
        ("b", "b"),
        ("Name A", "a"),
        ("Name B", "b"),
        ("form a", "a"),
        ("form b", "b"),
        ("Also A", "b"),
        ("Also A", "a"),
        ("b", "a"),
        ("Name A", "b"),
    ]


def test_where_fields_stand_is_no_part_of_what_a_term_is() -> None:
    assert replace(WRITING, places={}) == WRITING
    assert hash(replace(WRITING, places={})) == hash(WRITING)
    assert WRITING != NOBODY
