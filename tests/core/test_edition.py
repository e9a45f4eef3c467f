"""What an edition answers about itself."""

from dataclasses import replace

import pytest

from edition.core.anchor import Miss
from edition.core.edition import Edition
from edition.core.inline import Run
from edition.core.occurrence import Occurrence
from edition.core.quote import Quote
from edition.core.span import Span
from edition.core.unit import Role, Unit
from tests.core.editions import EDITION, FIRST, P1, SECOND, THIRD, page, with_calls
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
from tests.core.termed import NOBODY, TERMED, WRITING, term, with_terms
from tests.core.termed import SEA as SEA_TERM


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


# ---- Terms, people, places ----


def names_of(found: dict[str, tuple[Occurrence, ...]], edition: Edition = TERMED) -> list[str]:
    """The words at occurrences, each with its entry."""
    return [
        f"{unit}: {edition.passages.words_of(one.span)} ({one.term})"
        for unit, occurrences in found.items()
        for one in occurrences
    ]


def test_the_text_names_terms_outside_headings_lists_and_citations() -> None:
    assert names_of(TERMED.occurrences_of_unit) == [
        "p1: sea (sea)",
        "p1: wrote on it (wrote-on)",
        "p2: Nobody (nobody)",
        "p2: read (writing)",
        "p2: it (writing)",
    ]


def test_the_first_of_each_is_marked_in_every_paragraph() -> None:
    assert names_of(TERMED.marked_terms) == [
        "p1: sea (sea)",
        "p1: wrote on it (wrote-on)",
        "p2: Nobody (nobody)",
        "p2: read (writing)",
    ]


def test_what_names_a_term_in_a_citation_names_nothing() -> None:
    """These words stand in citations alone, and in the printed list."""
    edition = with_terms(term("a", "Quill", "Teale & co", "2016"))
    assert (edition.occurrences_of_unit, edition.marked_terms) == ({}, {})


def test_a_form_that_goes_on_into_a_citation_leaves_a_shorter_one() -> None:
    edition = with_terms(term("a", "wrote on it (Quill"), term("b", "on it"))
    assert names_of(edition.marked_terms, edition) == ["p1: on it (b)"]


def test_words_that_the_article_links_are_named_but_not_marked() -> None:
    runs = (Run("The "), Run("tide", address="https://example.org"), Run(" and the tide."))
    paragraph = Unit("p1", Role.PARAGRAPH, "The tide and the tide.", runs, (1,))
    edition = replace(
        EDITION, units=(paragraph,), text_pages=(page("01-a", (paragraph, ())),),
        terms=(term("a", "tide"), term("b", "The tide")),
    )  # fmt: skip
    assert names_of(edition.occurrences_of_unit, edition) == ["p1: The tide (b)", "p1: tide (a)"]
    assert names_of(edition.marked_terms, edition) == ["p1: tide (a)"]
    linked = replace(edition, terms=(term("a", "tide"),))
    assert [one.span.start for one in linked.occurrences_of_unit["p1"]] == [4, 17]
    assert [one.span.start for one in linked.marked_terms["p1"]] == [17]


def test_each_term_knows_its_paragraphs_once_in_the_order_of_the_text() -> None:
    assert TERMED.units_of_term == {
        "sea": ("p1",),
        "wrote-on": ("p1",),
        "nobody": ("p2",),
        "writing": ("p2",),
    }
    everywhere = with_terms(term("a", "it", "sea", "Nobody"))
    assert everywhere.units_of_term == {"a": ("p1", "p2")}


SAID: dict[str, tuple[str, bool]] = {
    "by its name": ("Of the north sea.", True),
    "at the beginning of a sentence": ("North Sea and land.", True),
    "by a form": ("In Dogger water.", True),
    "by another name": ("In the German Ocean.", True),
    "by its id": ("Of the-sea alone.", True),
    "in the possessive, with another apostrophe": ("The North Sea’s end.", True),
    "with its apostrophe made round": ("In Ada’s Sea.", True),
    "in emphasis": ("In the *North* Sea.", True),
    "in a list": ("A:\n\n- the North Sea;\n- land.", True),
    "by a link": ("See [[north sea]].", True),
    "by a link in other capitals": ("See [[NORTH SEA]].", True),
    "by a link with other apostrophes": ("See [[Ada’s Sea]].", True),
    "in a word": ("The north seas.", False),
    "in a compound": ("A North Sea-gull.", False),
    "in another language": ("In [Vesterhavet]{lang=da}.", False),
    "not at all": ("In the sea.", False),
    "by a link to what is not there": ("See [[the south]].", False),
}


@pytest.mark.parametrize(("body", "is_named"), SAID.values(), ids=SAID)
def test_a_note_names_a_term_by_whatever_that_is_called(body: str, is_named: bool) -> None:
    """It is the editors' text, not the article's: capitals and round marks are no matter."""
    north = term(
        "the-sea", "Dogger water", name="North Sea", also=("German Ocean", "Ada's Sea"),
        names=(("da", "Vesterhavet"),),
    )  # fmt: skip
    one = note("one", Quote("The sea"), body)
    edition = with_terms(north, edition=with_notes(one))
    assert edition.notes_of_term == ({"the-sea": (one,)} if is_named else {})


def test_each_term_knows_its_notes_once_in_the_order_of_the_text() -> None:
    late = note("a", Quote("Nobody"), "The sea, the sea, [[sea]] and nobody.")
    early = note("b", Quote("The sea"), "The sea.")
    lost = note("c", Quote("is not there"), "The sea.")
    edition = with_terms(SEA_TERM, NOBODY, edition=with_notes(late, early, lost))
    assert edition.notes_of_term == {"sea": (early, late), "nobody": (late,)}


def test_the_longest_name_in_a_note_counts() -> None:
    one = note("one", Quote("The sea"), "The North Sea alone.")
    terms = (term("north-sea", name="North Sea"), term("sea", "sea"))
    assert with_terms(*terms, edition=with_notes(one)).notes_of_term == {"north-sea": (one,)}


def test_each_reference_knows_the_terms_that_cite_it_in_the_order_of_the_alphabet() -> None:
    assert TERMED.terms_of_reference == {
        "quill2016": (SEA_TERM, WRITING),
        "teale2020": (SEA_TERM,),
    }


NAMED: dict[str, str] = {
    "writing": "writing",
    "writing & reading": "writing",
    "Writing & Reading": "writing",
    "letters": "writing",
    "read": "writing",
    "“Writing on”": "wrote-on",
    '"writing on"': "wrote-on",
    "WROTE ON IT": "wrote-on",
    "nobody": "nobody",
    "North Sea": "sea",
    "north sea": "sea",
}


@pytest.mark.parametrize(("words", "term_id"), NAMED.items(), ids=NAMED)
def test_a_term_is_named_in_whatever_capitals_and_marks(words: str, term_id: str) -> None:
    found = TERMED.term_named(words)
    assert found is not None
    assert found.id == term_id


@pytest.mark.parametrize("words", ["", "seas", "Vesterhavet", "writing-reading", "the sea"])
def test_words_that_name_no_term_name_none(words: str) -> None:
    assert TERMED.term_named(words) is None


def test_an_own_name_goes_before_one_that_another_has_too() -> None:
    also = term("a-water", also=("sea", "the deep"))
    form = term("b-water", "the deep", "land")
    named = term("c-land", name="land")
    edition = with_terms(also, form, named, SEA_TERM)
    expected = {"sea": "sea", "the deep": "b-water", "land": "c-land"}
    assert {words: edition.term_called[words].id for words in expected} == expected


def test_terms_change_nothing_of_notes_and_citations() -> None:
    assert TERMED.notes_of_unit == NOTED.notes_of_unit
    assert TERMED.notes_of_reference == NOTED.notes_of_reference
    assert TERMED.citations == NOTED.citations
    assert set(TERMED.places_in_bodies) - set(NOTED.places_in_bodies) == {("quill2016", "")}
