"""What is cited: the article, the edition, and a note as a part of the edition by its author."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from edition.core.addresses import note_link
from edition.core.note import Note
from edition.core.settings import Settings, Work
from edition.core.unit import Unit, unit_name
from edition.core.word import words

_WORDS = 8
"""Of a quote in a title: enough to know it by."""
_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "#$%&_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}"}
)


def note_key(note_id: str) -> str:
    """Return the key of a note among references; no reference's key holds two hyphens."""
    return f"note--{note_id}"


def first_words(text: str, most: int = _WORDS) -> str:
    """Return the first words of a text, with an ellipsis where some were left out.

    >>> first_words("one two three four", 3)
    'one two three …'
    """
    ends = [end for _, end in islice(words(text), most + 1)]
    return text if len(ends) <= most else f"{text[: ends[most - 1]]} …"


def note_title(note: Note, unit: Unit) -> str:
    """Return what a note is called: `Note on ¶ 4, “getting others to want”`."""
    return f"Note on {unit_name(unit)}, “{first_words(note.quote.exact)}”"


WORK = "work--"
"""The key of the article itself among references."""
WHOLE = "edition--"
"""The key of the edition as a whole."""


def work_record(work: Work, key: str = WORK) -> str:
    """Return the article as an entry in biblatex; what nobody knows of it is left out."""
    return _record(
        "article",
        key,
        {
            "author": _escaped(work.author),
            "title": f"{{{_escaped(work.title)}}}",
            "journaltitle": f"{{{_escaped(work.container)}}}" if work.container else "",
            "date": work.published,
            "url": work.address,
        },
    )


def edition_record(settings: Settings, date: str, key: str = WHOLE) -> str:
    """Return the edition as an entry in biblatex: a book by its editors.

    They stand as its author, not as its editor: styles would count them and write “Ed.”. `date` is
    that of its last change in ISO 8601, empty if it is not known, as the site's address may be.
    """
    return _record(
        "book",
        key,
        {
            "author": f"{{{_escaped(settings.editors)}}}",
            "title": f"{{{_escaped(settings.title)}}}",
            "date": date,
            "url": settings.url,
        },
    )


def to_record(settings: Settings, note: Note, unit: Unit) -> str:
    """Return a note as an entry in biblatex."""
    author = _escaped(note.author.name)
    return _record(
        "incollection",
        note_key(note.id),
        {
            "author": f"{{{author}}}" if note.author.is_group else author,
            "title": f"{{{_escaped(note_title(note, unit))}}}",
            "booktitle": f"{{{_escaped(settings.title)}}}",
            "date": note.revised or note.date,
            "url": f"{settings.url}{note_link(note.id)}" if settings.url else "",
        },
    )


def _record(kind: str, key: str, fields: Mapping[str, str]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}}}\n"


def _escaped(text: str) -> str:
    """Return a text as TeX writes it; apostrophes and dashes become those of print."""
    return text.translate(_TEX)
