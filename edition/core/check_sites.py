"""What shows of sites only with the whole edition in hand: points off the map, outlines unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edition.core.coordinates import Coordinates
from edition.core.edition import Edition
from edition.core.macro import SAMPLES
from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem
from edition.core.term import Term, called

_SWAPPED = "the latitude comes first: are the two swapped?"
_NOT_DRAWN = "give it coordinates, a label, an outline or a course first"


def check_sites(edition: Edition) -> Iterable[Problem]:
    """Yield what is wrong with where entries are on a map."""
    for term in edition.terms:
        yield from _points(edition, term)
        yield from _outline(edition, term)
        capital = term.site.capital_entry
        if capital and capital not in edition.term_by_id:
            message = f"expected the id of an entry in capital, found {capital}"
            hint = did_you_mean(capital, edition.term_by_id)
            yield Problem(term.place_of("capital"), "term-unknown", message, hint)


def check_shown(edition: Edition, written: str, place: Place) -> Iterator[Problem]:
    """Yield a problem for each entry, of several with commas, that no map can show."""
    for words in (part.strip() for part in written.split(",")):
        term = edition.term_named(words)
        if words in SAMPLES:  # an example of what the edition has none of
            continue
        if term is None:
            message = f"the edition has no term, person or place {words}"
            known = {name for name, other in called(edition.terms) if other.site}
            yield Problem(place, "term-unknown", message, did_you_mean(words, known))
        elif not term.site:
            message = f"expected an entry that is on a map, found {words}"
            yield Problem(place, "map-place", message, _NOT_DRAWN)


def _points(edition: Edition, term: Term) -> Iterator[Problem]:
    """A point is on the earth, and within the edition's region.

    Where both numbers are below 90, their ranges cannot tell which is the latitude.
    """
    site = term.site
    stops = [("through", stop.coordinates) for stop in site.course]
    if site.capital:
        stops.append(("capital", site.capital.coordinates))
    for name, point in (("coordinates", site.point), ("label", site.label), *stops):
        if point is not None:
            yield from _point(edition, point, term.place_of(name))


def _point(edition: Edition, point: Coordinates, place: Place) -> Iterator[Problem]:
    region = edition.settings.region
    if not point.is_on_earth:
        message = (
            f"expected a latitude from -90 to 90 and a longitude from -180 to 180, found {point}"
        )
        hint = _SWAPPED if point.swapped.is_on_earth else ""
        yield Problem(place, "coordinates", message, hint)
    elif region and not region.holds(point):
        message = f"expected a point within the region of edition.yml, found {point}"
        hint = _SWAPPED if region.holds(point.swapped) else "if it is right, widen the region"
        yield Problem(place, "coordinates", message, hint)


def _outline(edition: Edition, term: Term) -> Iterator[Problem]:
    """An outline is in the atlas, and what is drawn of a state lies in it."""
    states, place = edition.atlas.states, term.place_of("outline")
    unknown = [name for name in term.site.outline if name not in states]
    for name in unknown:
        message = f"the atlas has no state {name}"
        hint = did_you_mean(name, states) if states else "edition.yml names no atlas"
        yield Problem(place, "outline-unknown", message, hint)
    if unknown or not term.site.outline:
        return
    capital = term.site.capital.coordinates if term.site.capital else None
    placed = (("coordinates", term.site.point), ("capital", capital))
    for field, point in placed:
        if point is not None and not _is_inside(edition, term, point):
            message = f"expected a point within the outline of {term.name}, found {point}"
            hint = _SWAPPED if _is_inside(edition, term, point.swapped) else ""
            yield Problem(term.place_of(field), "coordinates", message, hint)


def _is_inside(edition: Edition, term: Term, point: Coordinates) -> bool:
    position = (point.longitude, point.latitude)
    return any(edition.atlas.holds(name, position) for name in term.site.outline)
