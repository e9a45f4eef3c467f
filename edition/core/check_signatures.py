"""Whoever signs something is known, or told of, and agrees to the edition's licence for it."""

from __future__ import annotations

from collections.abc import Iterator

from edition.core.contributor import Contributor, stranger
from edition.core.edition import Edition
from edition.core.problem import Place, Problem


def check_signatures(edition: Edition) -> Iterator[Problem]:
    """Yield each licence that is not the edition's, and what of signatures an editor has to settle.

    These are entries of which no licence is said, and corrections by somebody new. They stop
    nothing: one file is enough to contribute. What somebody who is known has agreed to counts for
    what is signed with the id, not with the name alone, which anybody can write.
    """
    wanted = edition.settings.notes_licence.name
    for one in edition.contributors.values():
        yield from _check(wanted, one.licence, one.place)
    for entry in edition.contributions:
        yield from _check(wanted, entry.licence, entry.place_of("licence"))
        # An id that nobody has, and a file that could not be read, were reported.
        is_known = entry.author.id if "author" in entry.places else entry.author.name
        if is_known and not (entry.author.licence or entry.licence):
            field = "author" if "author" in entry.places else "author_name"
            yield _unsaid(wanted, entry.author, entry.place_of(field))
    for correction in edition.corrections:
        yield from _check(wanted, correction.licence, correction.licence_at)
        author = edition.contributors.get(correction.author)
        if author is None and correction.author:
            yield stranger(correction.author, edition.contributors, correction.author_at)
        signed = author or Contributor("", correction.author)
        if signed.name and not (correction.licence or signed.licence):
            yield _unsaid(wanted, signed, correction.author_at)


def _check(wanted: str, licence: str, place: Place) -> Iterator[Problem]:
    if licence and licence != wanted:
        message = f"expected the licence {wanted}, found {licence!r}"
        is_slip = _letters(licence) == _letters(wanted)
        other = "who cannot agree to it asks the editors before sending anything"
        hint = f"did you mean {wanted}?" if is_slip else other
        yield Problem(place, "licence", message, hint)


def _unsaid(wanted: str, author: Contributor, place: Place) -> Problem:
    message = f"no consent of {author.name} to {wanted} is recorded; an editor will ask"
    hint = f"whoever agrees writes licence: {wanted}"
    return Problem(place, "licence-open", message, hint, is_error=False)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).lower()
