"""What shows of terms only with the whole edition in hand: names, forms, openings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import category, name

from edition.core.edition import Edition
from edition.core.folding import fold
from edition.core.opening import MOST_WORDS, opening
from edition.core.passage import did_you_mean
from edition.core.problem import Problem
from edition.core.term import Term
from edition.core.unit import RUNNING_TEXT


def check_terms(edition: Edition) -> Iterable[Problem]:
    """Yield what is wrong with the glossary, the people and the places."""
    if not edition.terms:
        return  # what is read of the text below would be read for nothing
    yield from _ids(edition)
    yield from _forms(edition)
    scripts = _scripts(edition.passages.joined)
    for term in edition.terms:
        yield from _other_scripts(term, scripts)
        yield from _see(edition, term)
        yield from _opening(term)


def _ids(edition: Edition) -> Iterator[Problem]:
    """Terms, people and places share their ids."""
    first: dict[str, Term] = {}
    for term in edition.terms:
        if (other := first.setdefault(term.id, term)) is not term:
            message = f"the id {term.id} stands twice, first in {other.place.path}"
            hint = "terms, people and places share their ids: rename this file"
            yield Problem(term.place, "term-repeated", message, hint)


def _forms(edition: Edition) -> Iterator[Problem]:
    """A form belongs to one entry, and the text names the entry by it."""
    used = {
        edition.passages.words_of(occurrence.span)
        for found in edition.occurrences_of_unit.values()
        for occurrence in found
    }
    first: dict[str, Term] = {}
    for term in edition.terms:
        for form in term.forms:
            place = term.place_of("forms")
            if (other := first.setdefault(form, term)) is not term:
                message = f"the form “{form}” stands in two entries, first in {other.place.path}"
                yield Problem(place, "term-repeated", message, "leave it in one of them")
            elif form not in used:
                message = f"the form “{form}” does not occur in the text"
                yield Problem(place, "form-unused", message, _nearest(edition, form))


def _nearest(edition: Edition, form: str) -> str:
    """Return as a hint where, or how, the text has a form after all."""
    joined, folded = edition.passages.joined, edition.passages.folded
    if form in joined:
        return "it stands only in a heading, a list or a citation, or in a longer word or form"
    pattern = fold(form)
    for start in folded.blocks.find(pattern, 0, len(folded.blocks.text)):
        first, last = folded.origin(start, start + len(pattern))
        if edition.unit_by_id[edition.passages.unit_at(first)].role in RUNNING_TEXT:
            return f"the text has “{joined[first:last]}”"
    return "forms are written as the text has them, letter for letter"


def _other_scripts(term: Term, scripts: set[str]) -> Iterator[Problem]:
    """A name in a script that the text has not is in another language, which has to be said."""
    for other in term.also:
        if not _scripts(other) <= scripts:
            message = f"expected names in the script of the text in also, found “{other}”"
            hint = "a name in another language says which, as in name_ru or name_zh-Hans"
            yield Problem(term.place_of("also"), "field", message, hint)


def _scripts(text: str) -> set[str]:
    """Return the scripts of a text's letters, as the first word of their names in Unicode."""
    letters = (sign for sign in set(text) if category(sign) in ("Lu", "Ll", "Lt", "Lo"))
    return {name(letter, "").partition(" ")[0] for letter in letters}


def _see(edition: Edition, term: Term) -> Iterator[Problem]:
    others = edition.term_by_id.keys() - {term.id}
    for other in term.see:
        if other not in others:
            message = f"expected the id of another entry in see, found {other}"
            yield Problem(
                term.place_of("see"), "term-unknown", message, did_you_mean(other, others)
            )


def _opening(term: Term) -> Iterator[Problem]:
    words = opening(term.body).words
    if term.body and not words:
        message = "expected a body that opens with a plain sentence, found no words in it"
        yield Problem(term.body_place, "body-empty", message)
    if words > MOST_WORDS:
        message = f"expected a first sentence of at most {MOST_WORDS} words, found {words}"
        hint = "say the plainest thing first, the rest in a second sentence"
        yield Problem(term.body_place, "sentence-long", message, hint)
