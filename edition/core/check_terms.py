"""What shows of terms only with the whole edition in hand: forms, names, first sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edition.core.edition import Edition
from edition.core.occurrence import stands_in
from edition.core.passage import did_you_mean
from edition.core.problem import Problem
from edition.core.term import MOST_WORDS, Coordinates, Term, first_sentence


def check_terms(edition: Edition) -> Iterable[Problem]:
    """Yield what is wrong with the glossary, the people and the places."""
    text = "\n".join(unit.text for unit in edition.units)
    ids: dict[str, Term] = {}
    forms: dict[str, Term] = {}
    for term in edition.terms:
        if (first := ids.setdefault(term.id, term)) is not term:
            message = f"the id {term.id} stands twice, first in {first.place.path}"
            hint = "terms, people and places share their ids: rename this file"
            yield Problem(term.place, "term-repeated", message, hint)
        for form in term.forms:
            place = term.place_of("forms")
            if (owner := forms.setdefault(form, term)) is not term:
                message = f"the form “{form}” stands in two entries, first in {owner.place.path}"
                yield Problem(place, "term-repeated", message, "leave it in one of them")
            elif not stands_in(form, text):
                message = f"the form “{form}” does not occur in the text"
                hint = "forms are written as the text has them, letter for letter"
                yield Problem(place, "form-unused", message, hint)
        yield from _see(edition, term)
        yield from _sentence(term)
        if term.coordinates is not None:
            yield from _coordinates(term, term.coordinates)


def _see(edition: Edition, term: Term) -> Iterator[Problem]:
    for other in term.see:
        if other == term.id or other not in edition.term_by_id:
            message = f"expected the id of another entry in see, found {other}"
            hint = did_you_mean(other, edition.term_by_id.keys() - {term.id})
            yield Problem(term.place_of("see"), "term-unknown", message, hint)


def _sentence(term: Term) -> Iterator[Problem]:
    words = len(first_sentence(term.body).split())
    if words > MOST_WORDS:
        message = f"expected a first sentence of at most {MOST_WORDS} words, found {words}"
        hint = "say the plainest thing first, the rest in a second sentence"
        yield Problem(term.place, "sentence-long", message, hint)


def _coordinates(term: Term, point: Coordinates) -> Iterator[Problem]:
    """A latitude is at most 90 degrees; one that is larger was likely written second."""
    if abs(point.latitude) > 90 or abs(point.longitude) > 180:
        swapped = abs(point.longitude) <= 90 and abs(point.latitude) <= 180
        message = (
            "expected a latitude from -90 to 90 and a longitude from -180 to 180,"
            f" found {point.latitude:g}, {point.longitude:g}"
        )
        hint = "the latitude comes first: are the two swapped?" if swapped else ""
        yield Problem(term.place_of("coordinates"), "coordinates", message, hint)
