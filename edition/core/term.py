"""A term is an entry of the glossary, the people or the places: a name and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from edition.core.body import Body, plain_words
from edition.core.contributor import Contributor
from edition.core.problem import Place


class Realm(StrEnum):
    """Where an entry is kept and listed; all three share one namespace of ids."""

    GLOSSARY = "glossary"
    PEOPLE = "people"
    PLACES = "places"


KINDS: Mapping[Realm, tuple[str, ...]] = {
    Realm.GLOSSARY: (
        *("concept", "institution", "initiative", "event"),
        *("document", "project", "unit"),
    ),
    Realm.PEOPLE: ("person",),
    Realm.PLACES: ("state", "city", "region", "sea", "route"),
}
"""What an entry of each realm can be."""


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point of the earth, in decimal degrees of WGS 84."""

    latitude: float
    """North of the equator; -90 to 90."""
    longitude: float
    """East of Greenwich; -180 to 180."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry, as its file says."""

    id: str
    name: str
    realm: Realm
    kind: str
    forms: tuple[str, ...]
    """How the text names it, letter for letter; inflected forms are listed, never guessed."""
    names: tuple[tuple[str, str], ...]
    """Its names in other languages: the language (BCP 47) and the name."""
    also: tuple[str, ...]
    """Other names in Latin letters by which somebody may look for it."""
    see: tuple[str, ...]
    """Ids of related entries."""
    coordinates: Coordinates | None
    coordinates_source: str
    """Key of the reference that gives them; empty when there is none."""
    body: Body
    """Opens with one plain sentence."""
    author: Contributor
    date: str
    revised: str
    place: Place
    """Where the name stands in the file."""
    places: Mapping[str, Place] = field(default_factory=dict, hash=False, compare=False)
    """Where each field stands."""

    def place_of(self, name: str) -> Place:
        """Return where a field stands, or the name if the file lacks it."""
        return self.places.get(name, self.place)


MOST_WORDS = 25
"""Of a first sentence: English may be the reader's third language."""
_ENDS = (".", "?", "!")
_NO_END = ("Jr.", "Dr.", "St.", "c.", "No.", "e.g.", "i.e.", "cf.")


def first_sentence(body: Body) -> str:
    """Return the sentence with which a body opens, as plain words.

    A stop ends it when a capital letter or nothing follows and the word is no abbreviation.
    """
    words = plain_words(body).split("\n")[0].split()
    for index, word in enumerate(words):
        bare = word.rstrip("”’)")
        following = words[index + 1 : index + 2]
        is_initial = len(bare) == 2 and bare[0].isupper()
        if (
            bare.endswith(_ENDS)
            and bare not in _NO_END
            and not is_initial
            and (not following or not following[0][0].islower())
        ):
            return " ".join(words[: index + 1])
    return " ".join(words)
