"""What an edition answers about itself."""

from edition.core.anchor import Miss
from edition.core.quote import Quote
from edition.core.span import Span
from tests.core.editions import EDITION, FIRST, P1, SECOND, THIRD, with_calls
from tests.core.noted import (
    AGAIN,
    IN_ORDER,
    MARKS,
    NOTED,
    SAME_WORDS,
    SEA,
    SECOND_MENTION,
    TITLE_NOTE,
    WROTE,
    note,
    with_notes,
)


def test_citations_are_known_by_unit_and_in_order() -> None:
    assert EDITION.citations_of_unit == {"p1": (FIRST, SECOND), "p2": (THIRD,)}
    assert EDITION.citations == (FIRST, SECOND, THIRD)


def test_each_place_that_is_cited_is_named_once_wherever_it_is_cited() -> None:
    edition = with_calls(("cite", ("quill2016", "p. 12")), ("cite", ("quill2016", "p. 99")))
    assert edition.cited_places == (
        ("quill2016", ""),
        ("quill2016", "p. 12"),
        ("quill2016", "p. 99"),
        ("teale2020", ""),
    )


def test_chapters_are_the_pages_with_paragraphs() -> None:
    assert [page.slug for page in EDITION.chapters] == ["01-wall"]
    assert [unit.id for unit in EDITION.paragraphs] == ["p1", "p2"]


def test_every_note_is_anchored_at_its_quote() -> None:
    assert NOTED.anchors == NOTED.spans
    assert NOTED.spans.keys() == {found.id for found in IN_ORDER}
    assert NOTED.spans["sea"] == Span("p1", 0, len("The sea wrote on it"))
    assert NOTED.spans["marks"].unit == "r1"
    for found in IN_ORDER:
        assert NOTED.passages.words_of(NOTED.spans[found.id]) == found.quote.exact


def test_a_note_without_a_place_has_a_reason_and_is_nowhere_else() -> None:
    lost = note("lost", Quote("The sea read it"))
    edition = with_notes(SEA, lost)
    assert isinstance(edition.anchors["lost"], Miss)
    assert edition.spans.keys() == {"sea"}
    assert edition.notes_of_unit == {"p1": (SEA,)}
    assert edition.notes_in_order == (SEA,)
    assert edition.notes == (lost, SEA)


def test_notes_are_known_by_unit_and_in_the_order_of_the_text() -> None:
    assert NOTED.notes_in_order == IN_ORDER
    assert NOTED.notes_of_unit == {
        "title": (TITLE_NOTE,),
        "p1": (SEA, WROTE, AGAIN, SECOND_MENTION, SAME_WORDS),
        "r1": (MARKS,),
    }


def test_notes_on_the_same_words_stand_in_the_order_of_their_ids() -> None:
    one, other = (note(name, Quote("The sea")) for name in ("b", "a"))
    assert with_notes(one, other).notes_in_order == (other, one)


def test_each_reference_knows_its_notes_once_in_the_order_of_the_text() -> None:
    assert NOTED.notes_of_reference == {
        "quill2016": (SEA, SECOND_MENTION),
        "teale2020": (SEA,),
    }
    twice = note("twice", Quote("The sea"), "[@quill2016] and [@quill2016, p. 3].")
    assert with_notes(twice).notes_of_reference == {"quill2016": (twice,)}


def test_each_place_that_a_note_cites_is_named_once() -> None:
    assert NOTED.places_in_bodies == (
        ("quill2016", "p. 12"),
        ("teale2020", ""),
    )
    assert [(found.key, found.locator) for found in NOTED.cited_in_bodies] == [
        ("quill2016", "p. 12"),
        ("teale2020", ""),
        ("quill2016", "p. 12"),
    ]


def test_notes_change_nothing_of_what_the_article_cites() -> None:
    assert NOTED.citations == EDITION.citations
    assert NOTED.cited_places == EDITION.cited_places
    assert NOTED.mentions_of_reference == EDITION.mentions_of_reference
    assert NOTED.unit_by_id["p1"] == P1
