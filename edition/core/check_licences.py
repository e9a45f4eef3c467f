"""Whoever sends something agrees to the edition's licence for it, and the file says so."""

from __future__ import annotations

from collections.abc import Iterator

from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.problem import Place, Problem


def check_licences(edition: Edition) -> Iterator[Problem]:
    """Yield each licence that is not the edition's, and each entry of which none is said.

    The latter is for an editor to settle, and stops nothing: one file is enough to contribute.
    """
    wanted = edition.settings.notes_licence.name
    for one in edition.contributors.values():
        yield from _check(wanted, one.licence, one.place)
    for entry in edition.contributions:
        yield from _check(wanted, entry.licence, entry.place_of("licence"))
        # An id that nobody has, and a file that could not be read, were reported.
        is_known = entry.author.id if "author" in entry.places else entry.author.name
        said = entry.author.licence or entry.licence or "licence" in entry.places
        if is_known and not said:
            signed = "author" if "author" in entry.places else "author_name"
            yield _unsaid(wanted, entry.author, entry.place_of(signed))
    for correction in edition.corrections:
        author, place = edition.contributor(correction.author), correction.signed_at
        yield from _check(wanted, correction.licence, place or correction.place)
        if not (correction.licence or author.licence) and author.name:
            yield _unsaid(wanted, author, place or correction.place)


def _check(wanted: str, licence: str, place: Place) -> Iterator[Problem]:
    if licence and licence != wanted:
        message = f"expected the licence {wanted}, found {licence!r}"
        hint = "who cannot agree to it asks the editors before sending anything"
        yield Problem(place, "licence", message, hint)


def _unsaid(wanted: str, author: Contributor, place: Place) -> Problem:
    message = f"no consent of {author.name} to {wanted} is recorded; an editor will ask"
    hint = f"whoever agrees writes licence: {wanted}"
    return Problem(place, "licence-open", message, hint, is_error=False)
