"""What can be set of an edition: everything once, at addresses that last."""

from collections import Counter

import pytest

from edition.core.addresses import current_links
from edition.core.assignment import Assignments, of_note, of_page, of_range, of_unit, parts_of
from edition.core.edition import Edition
from edition.core.note import Kind
from edition.core.reading import count_words
from edition.core.unit import Role
from tests.browser.noted import EDITION as REAL
from tests.core.editions import EDITION as SMALL
from tests.core.noted import NOTED

every = pytest.mark.parametrize("edition", [REAL, NOTED, SMALL], ids=["real", "noted", "small"])


@every
def test_everything_that_can_be_set_is_there_once(edition: Edition) -> None:
    found = [thing for sort in Assignments(edition).sorts for thing in sort.assignments]
    assert set(Counter(thing.address for thing in found).values()) == {1}
    notes = [thing.address for thing in found if thing.address.startswith("n/")]
    assert set(notes) == {f"n/{note.id}/" for note in edition.notes_in_order}


@every
def test_every_address_is_a_page_or_a_permanent_link(edition: Edition) -> None:
    pages = {page.address for page in (*edition.text_pages, *edition.editors_pages)}
    known = pages | current_links(edition).keys() | {"text/plain/"}
    for sort in Assignments(edition).sorts:
        for thing in sort.assignments:
            path, _, figure = thing.address.partition("#")
            assert path in known | {"figures/"}
            assert not figure or figure in edition.figure_by_id


@every
def test_no_sort_is_empty(edition: Edition) -> None:
    assert all(sort.assignments for sort in Assignments(edition).sorts)


@pytest.mark.parametrize(
    ("first", "last", "address", "title"),
    [
        (7, 7, "text/plain/?p=7", "¶ 7, without notes"),
        (7, 12, "text/plain/?p=7-12", "¶¶ 7–12, without notes"),
        (1, 25, "text/plain/?p=1-25", "¶¶ 1–25, without notes"),
    ],
)
def test_a_range_has_the_words_of_its_paragraphs(
    first: int, last: int, address: str, title: str
) -> None:
    found = of_range(REAL, first, last)
    assert (found.address, found.title) == (address, title)
    assert found.words == count_words(REAL.unit_by_id[f"p{n}"] for n in range(first, last + 1))


SENTENCES = {
    "p/7-s2/": ("¶ 7, sentence 2", [2]),
    "text/plain/?p=7&s=2": ("¶ 7, sentence 2", [2]),
    "text/plain/?p=7&s=2-4": ("¶ 7, sentences 2–4", [2, 3, 4]),
}


@pytest.mark.parametrize(("address", "expected"), SENTENCES.items())
def test_sentences_have_the_words_between_their_anchors(
    address: str, expected: tuple[str, list[int]]
) -> None:
    found = Assignments(REAL).at(address)
    assert found is not None
    title, counts = expected
    assert (found.address, found.title, found.units) == (address, title, ("p7",))
    sentences = {one.id: one for one in REAL.sentences_of_unit["p7"]}
    text = REAL.unit_by_id["p7"].text
    spans = [(sentences[f"p7-s{n}"].start, sentences[f"p7-s{n}"].end) for n in counts]
    assert found.words == sum(len(text[start:end].split()) for start, end in spans)


@every
def test_what_is_text_says_of_which_units_it_is(edition: Edition) -> None:
    """They follow one another in the article, so that the first and the last say all."""
    order = [unit.id for unit in edition.units]
    for thing in Assignments(edition).addresses.values():
        is_text = thing.address.startswith(("p/", "u/", "text/"))
        assert bool(thing.units) is is_text
        if thing.units:
            first = order.index(thing.units[0])
            assert thing.units == tuple(order[first : first + len(thing.units)])
            assert thing.words <= count_words(edition.unit_by_id[u] for u in thing.units)


@every
def test_every_unit_is_offered_or_told(edition: Edition) -> None:
    """Paragraphs are known by their numbers; all else has its name from the engine."""
    assignments = Assignments(edition)
    listed = {thing.address for sort in assignments.sorts for thing in sort.assignments}
    unlisted = {thing.address for thing in assignments.unlisted}
    assert not listed & unlisted
    others = [unit for unit in edition.units if unit.role is not Role.PARAGRAPH]
    assert {of_unit(edition, unit).address for unit in others} <= listed | unlisted
    assert len(unlisted) == len(others) - sum(unit.role is Role.ABSTRACT for unit in others)


def test_things_are_called_so_that_one_knows_them() -> None:
    titles = [thing.title for sort in Assignments(REAL).sorts for thing in sort.assignments]
    assert len(set(titles)) == len(titles)
    assert of_unit(REAL, REAL.unit_by_id["p7"]).title == "¶ 7"
    assert of_unit(REAL, REAL.unit_by_id["abstract"]).title == "The abstract"
    chapter = REAL.chapters[0]
    assert of_page(REAL, chapter).title == f"{chapter.number}. {chapter.title}, with notes"
    for note in REAL.notes_in_order:
        is_question = note.kind is Kind.QUESTION
        assert of_note(REAL, note).title.startswith("For discussion: ") is is_question


@every
def test_the_parts_of_a_page_begin_with_the_page_and_are_different(edition: Edition) -> None:
    for page in edition.text_pages:
        addresses = [part.address for part in parts_of(edition, page)]
        assert addresses[0] == page.address
        assert len(set(addresses)) == len(addresses)
        notes = [note for unit in page.units for note in edition.notes_of_unit.get(unit, ())]
        questions = [f"n/{note.id}/" for note in notes if note.kind is Kind.QUESTION]
        others = [f"n/{note.id}/" for note in notes if note.kind is not Kind.QUESTION]
        assert [one for one in addresses if one.startswith("n/")] == questions + others
