"""The forms of terms, people and places."""

from __future__ import annotations

from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.signing import BY_ONE, IDENTIFIER, IDENTIFIER_IS, NEW_SOURCE, SIGNED
from edition.core.stop import DEGREES, STOP
from edition.core.term import KINDS, Realm

NAME = "name_"
"""What the names of fields begin with that hold names in other languages."""
_LANGUAGE = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
"""Language, script and region (BCP 47), in the capitals that section 2.1.1 recommends."""
_POINT = f"{DEGREES}, ?{DEGREES}"
_STOP_IS = "a name, then latitude and longitude, such as Almaty 43.24, 76.89,"
_LONGEST = 160

_TERM = FieldForm(
    "term", Shape.WORDS, "The name under which it is listed.", required=True, longest=_LONGEST
)
_FIELDS = (
    FieldForm(
        "forms",
        Shape.LIST,
        "Every form in which the text names it, letter for letter.",
        longest=_LONGEST,
    ),
    FieldForm(
        NAME,
        Shape.LIST,
        "Its name in another language, such as name_ru or name_zh-Hans.",
        longest=_LONGEST,
        is_family=True,
        ending=_LANGUAGE,
        ending_is="a language of BCP 47 such as ru or zh-Hans",
    ),
    FieldForm(
        "also", Shape.LIST, "Other names by which somebody may look for it.", longest=_LONGEST
    ),
    FieldForm(
        "see",
        Shape.LIST,
        "Ids of related entries.",
        pattern=IDENTIFIER,
        described=IDENTIFIER_IS,
    ),
)
_PLACED = (
    FieldForm(
        "coordinates",
        Shape.PATTERN,
        "Latitude and longitude in decimal degrees, such as 43.24, 76.89.",
        pattern=_POINT,
        described="latitude and longitude in decimal degrees",
    ),
    FieldForm(
        "label",
        Shape.PATTERN,
        "Where maps put the name of a region without fixed limits: latitude and longitude.",
        pattern=_POINT,
        described="latitude and longitude in decimal degrees",
    ),
    FieldForm(
        "outline",
        Shape.LIST,
        "Names of states in the map's data, whose outlines together are its own.",
        longest=_LONGEST,
    ),
    FieldForm(
        "capital",
        Shape.PATTERN,
        "A state's capital: the id of its entry, or its name, latitude and longitude.",
        pattern=f"{IDENTIFIER}|{STOP}",
        described=f"the id of an entry, or {_STOP_IS}",
    ),
)
_COURSE = (
    FieldForm(
        "through",
        Shape.LIST,
        "What a route passes, in order and each on a line: a name, latitude and longitude.",
        pattern=STOP,
        described=f"lines with {_STOP_IS}",
    ),
    FieldForm(
        "coordinates_source",
        Shape.WORDS,
        "Key of the reference that gives the coordinates.",
        longest=100,
    ),
)
_NOUNS = {
    Realm.GLOSSARY: ("term", "A term of the glossary."),
    Realm.PEOPLE: ("person", "A person whom the article names."),
    Realm.PLACES: ("place", "A place that the article names."),
}


def _form(realm: Realm) -> EntryForm:
    name, summary = _NOUNS[realm]
    kind = FieldForm("kind", Shape.CHOICE, "What it is.", required=True, choices=KINDS[realm])
    placed = {Realm.GLOSSARY: _COURSE, Realm.PLACES: (*_PLACED, *_COURSE)}.get(realm, ())
    return EntryForm(
        name=name,
        folder=f"docs/{realm.value}",
        summary=summary,
        fields=(_TERM, kind, *_FIELDS, *placed, *SIGNED, NEW_SOURCE),
        either=BY_ONE,
    )


TERM_FORMS = {realm: _form(realm) for realm in Realm}
"""By the realm whose entries they are."""
