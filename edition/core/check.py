"""What shows only with the whole edition in hand: unknown keys, wrong calls, lost links."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from edition.core.addresses import current_links, note_link
from edition.core.anchor import Miss
from edition.core.assignment import Assignments
from edition.core.body import term_links
from edition.core.check_events import check_events, check_span, check_spans
from edition.core.check_figures import check_figure_name, check_figures
from edition.core.check_signatures import check_signatures
from edition.core.check_sites import check_shown, check_sites
from edition.core.check_teaching import check_level, check_note_name, check_paragraphs
from edition.core.check_terms import check_terms
from edition.core.citation import parenthesis_before
from edition.core.citing import CITED, STYLES
from edition.core.edition import Edition
from edition.core.entry_forms import FORMS
from edition.core.macro import SAMPLES, check_call
from edition.core.outline import check_outline
from edition.core.passage import did_you_mean
from edition.core.permalink import check_lock
from edition.core.picture import check_picture_name
from edition.core.problem import Place, Problem
from edition.core.reference import check_reference
from edition.core.signing import NEW_SOURCE
from edition.core.term import Realm, called
from edition.core.unit import Role

_SORTS: Mapping[str, tuple[Container[Realm], str]] = {
    "entry": (tuple(Realm), "term, person or place"),
    "term": ((Realm.GLOSSARY,), "term"),
    "person": ((Realm.PEOPLE,), "person"),
    "place": ((Realm.PLACES,), "place"),
}
"""What the parameters of macros are called that name an entry, and which entries may be meant."""
_CHOICES = {"cited": CITED, "style": tuple(STYLES.values())}
"""What the parameters of macros are called that take one of a few words, and those words."""
_NEW_SOURCE = "name a source that the library lacks in new_source:, without brackets in the text"
_WITH_NEW_SOURCE = {form.folder for form in FORMS if NEW_SOURCE in form.fields}
_NO_LINK = "leave the brackets out"


def check(edition: Edition) -> tuple[Problem, ...]:
    """Return all problems of an edition that loaded, in no particular order."""
    if not edition.units:
        return ()  # what the base text lacks would be reported again for everything built on it
    problems: list[Problem] = []
    for reference in edition.library:
        problems += check_reference(reference)
    problems += _citations(edition)
    problems += _calls(edition)
    problems += _notes(edition)
    problems += _bodies(edition)
    problems += check_terms(edition)
    problems += check_sites(edition)
    problems += check_events(edition)
    problems += check_figures(edition)
    problems += check_signatures(edition)
    problems += _printed_numbers(edition)
    current = current_links(edition)
    # A note without a place in the text is there all the same; what it lacks was said above.
    unplaced = {note_link(note.id) for note in edition.notes} - current.keys()
    lock = [line for line in edition.lock if line.short not in unplaced]
    problems += check_lock(current, lock, edition.redirects)
    return tuple(problems)


def _unknown_key(
    edition: Edition, key: str, place: Place, otherwise: str = ""
) -> Iterator[Problem]:
    if key not in edition.reference_by_key:
        message = f"the library has no entry {key}"
        hint = did_you_mean(key, edition.reference_by_key) or otherwise
        yield Problem(place, "citation-unknown", message, hint)


def _unknown_term(
    edition: Edition, words: str, place: Place, sort: str = "entry", otherwise: str = ""
) -> Iterator[Problem]:
    realms, noun = _SORTS[sort]
    term = edition.term_named(words)
    if term is None or term.realm not in realms:
        message = f"the edition has no {noun} {words}"
        known = {name for name, other in called(edition.terms) if other.realm in realms}
        yield Problem(place, "term-unknown", message, did_you_mean(words, known) or otherwise)


def _citations(edition: Edition) -> Iterable[Problem]:
    """Every citation of the article has an entry, and follows the words that cite."""
    for page in edition.text_pages:
        for block in page.blocks:
            for citation in block.citations:
                yield from _unknown_key(edition, citation.key, citation.place)
                if parenthesis_before(block.text, citation.offset) is None:
                    words = block.text[max(0, citation.offset - 30) : citation.offset]
                    message = f"expected a printed citation in parentheses, found “…{words}”"
                    hint = "put the call directly after the closing parenthesis"
                    yield Problem(citation.place, "citation-place", message, hint)


def _notes(edition: Edition) -> Iterable[Problem]:
    """Every note stands on words of the article, exactly once."""
    for note in edition.notes:
        found = edition.anchors[note.id]
        if isinstance(found, Miss) and note.quote.exact:
            place = note.place_of("unit") if found.code == "unit-unknown" else note.place
            yield Problem(place, found.code, found.message, found.hint)


def _bodies(edition: Edition) -> Iterable[Problem]:
    """Whatever a contributor cites or points to is there."""
    for citation in edition.cited_in_bodies:
        folder = citation.place.path.rpartition("/")[0]
        otherwise = _NEW_SOURCE if folder in _WITH_NEW_SOURCE else ""
        yield from _unknown_key(edition, citation.key, citation.place, otherwise)
    for body in edition.bodies:
        for link in term_links(body):
            yield from _unknown_term(edition, link.words, link.place, otherwise=_NO_LINK)
    for term in edition.terms:
        if term.coordinates_source:
            place = term.place_of("coordinates_source")
            yield from _unknown_key(edition, term.coordinates_source, place)


def _calls(edition: Edition) -> Iterable[Problem]:
    """Every call by the editors names a macro, fits it, and asks for what exists."""
    assignments = Assignments(edition)
    for call in edition.editors_calls:
        faults = list(check_call(call, edition.macros))
        yield from faults
        if faults:
            continue
        signature = edition.macros[call.name]
        if key := call.argument(signature, "key"):
            yield from _unknown_key(edition, key, call.place)
        for sort in _SORTS:
            words = call.argument(signature, sort)
            if words and words not in SAMPLES:  # an example of what the edition has none of
                yield from _unknown_term(edition, words, call.place, sort)
        figure = call.argument(signature, "figure")
        if figure and figure not in SAMPLES:
            yield from check_figure_name(edition, figure, call.place)
        if span := call.argument(signature, "span"):
            yield from check_span(span, call.place)
        for shown in ("focus", "beside"):
            if words := call.argument(signature, shown):
                yield from check_shown(edition, words, call.place)
        if spans := call.argument(signature, "spans"):
            yield from check_spans(spans, call.place)
        note = call.argument(signature, "note")
        if note and note not in SAMPLES:
            yield from check_note_name(edition, note, call.place)
        picture = call.argument(signature, "picture")
        if picture and picture not in SAMPLES:
            yield from check_picture_name(edition.pictures, picture, call.place)
        if paragraphs := call.argument(signature, "paragraphs"):
            yield from check_paragraphs(edition, paragraphs, call.place)
        if level := call.argument(signature, "level"):
            yield from check_level(level, call.place)
        for name, known in _CHOICES.items():
            word = call.argument(signature, name)
            if word and word not in known:
                message = f"expected one of {', '.join(known)}, found {word}"
                hint = did_you_mean(word, known)
                yield Problem(call.place, "macro-arguments", message, hint)
        if sessions := call.argument(signature, "sessions"):
            yield from check_outline(assignments, sessions, call.place)
        unit = call.argument(signature, "unit")
        if unit and unit not in edition.unit_by_id:
            hint = did_you_mean(unit, edition.unit_by_id)
            yield Problem(call.place, "unit-unknown", f"the work has no unit {unit}", hint)


def _printed_numbers(edition: Edition) -> Iterable[Problem]:
    """The library's printed numbers are those of the printed list, each once."""
    listed = {unit.number for unit in edition.units if unit.role is Role.REFERENCE}
    seen: dict[int, str] = {}
    for reference in edition.library:
        number = reference.printed_number
        if not reference.listed:
            continue
        if number not in listed:
            message = f"{reference.key} has the printed number {number}, which the list lacks"
            yield Problem(reference.place, "reference-number", message)
        elif number in seen:
            message = f"{reference.key} and {seen[number]} both have the printed number {number}"
            yield Problem(reference.place, "reference-number", message)
        seen[number] = reference.key
    for number in sorted(listed - seen.keys()):
        message = f"the printed reference {number} has no entry in the library"
        yield Problem(Place("bibliography/article.bib"), "reference-number", message)
