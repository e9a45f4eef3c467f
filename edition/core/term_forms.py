"""The forms of terms, people and places."""

from __future__ import annotations

from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.term import KINDS, Realm

_IDENTIFIER = r"[a-z0-9]+(-[a-z0-9]+)*"
NAME = "name_"
"""What the names of fields begin with that hold names in other languages."""

_FIELDS = (
    FieldForm("term", Shape.WORDS, "The name under which it is listed.", True, longest=120),
    FieldForm(
        "forms",
        Shape.LIST,
        "Every form in which the text names it, letter for letter.",
        longest=160,
    ),
    FieldForm(
        NAME,
        Shape.LIST,
        "Its name in another language, such as name_ru or name_zh-Hans.",
        longest=160,
        is_family=True,
    ),
    FieldForm("also", Shape.LIST, "Other names by which somebody may look for it.", longest=120),
    FieldForm(
        "see",
        Shape.LIST,
        "Ids of related entries.",
        pattern=_IDENTIFIER,
        described="small letters, digits and hyphens",
    ),
    FieldForm(
        "author",
        Shape.PATTERN,
        "Your id in docs/about/contributors.yml.",
        pattern=_IDENTIFIER,
        described="small letters, digits and hyphens",
    ),
    FieldForm(
        "author_name",
        Shape.WORDS,
        "Your name as it shall be shown, if you are new here.",
        longest=100,
    ),
    FieldForm("date", Shape.DATE, "The day on which it was written.", required=True),
    FieldForm("revised", Shape.DATE, "The day of the last change."),
)
_PLACED = (
    FieldForm(
        "coordinates",
        Shape.PATTERN,
        "Latitude and longitude in decimal degrees, such as 43.24, 76.89.",
        pattern=r"-?\d{1,3}(\.\d+)?, *-?\d{1,3}(\.\d+)?",
        described="latitude and longitude in decimal degrees",
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
    more = _PLACED if realm is Realm.PLACES else ()
    return EntryForm(
        name=name,
        folder=f"docs/{realm.value}",
        summary=summary,
        fields=(_FIELDS[0], kind, *_FIELDS[1:], *more),
        either=("author", "author_name"),
    )


TERM_FORMS = {realm: _form(realm) for realm in Realm}
"""By the realm whose entries they are."""
