"""An entry's file is written from its values, so that its reader finds each of them again."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import count
from unicodedata import normalize

from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.quote import collapsed

_PLAIN = re.compile(r"[^\W\d_][\w .;()’“”–—-]*")
"""What stands without quotation marks: no comma, since lists are written with the same rule."""
_NO_TEXT = re.compile(r"(?:y|yes|n|no|true|false|on|off|null)", re.IGNORECASE)
"""What some readers of YAML take for something else than a text, though it looks plain."""

_WORDS, _LONGEST = 4, 40
"""Of a proposed id: so many words and characters, enough to know it by."""
_WORD = re.compile(r"[^\W_]+")
_WITHIN = re.compile(r"['’\u0300-\u036f]")
"""What parts no words: apostrophes, and accents that were taken off their letters."""
_SMALL = frozenset(
    _WORD.findall(
        "a an and are as at be by for from had has have in is it its of on or that the their this"
        " to was were which with"
    )
)
"""Words that say nothing of what something is about."""


def entry_path(form: EntryForm, name: str) -> str:
    """Return the path of an entry's file below the edition's root."""
    return f"{form.folder}/{name}.md"


def entry_text(form: EntryForm, values: Mapping[str, str | Sequence[str]], body: str) -> str:
    """Return the text of an entry's file.

    `values` holds fields by the names of the form; empty ones are left out. White space in them is
    collapsed, as the reader does. The body is written as it is: words that were wrapped could come
    to stand where they mean something to Markdown.
    """
    lines = [
        f"{name}: {written}\n"
        for member in form.fields
        for name in ([n for n in values if member.names(n)] if member.is_family else [member.name])
        if (written := _written(member, values.get(name, "")))
    ]
    return f"---\n{''.join(lines)}---\n{body.strip()}\n"


def _written(form: FieldForm, value: str | Sequence[str]) -> str:
    """Return a value as YAML; nothing if it is empty."""
    if not isinstance(value, str):
        items = ", ".join(filter(None, map(scalar, value)))
        return items and f"[{items}]"
    is_bare = form.shape is Shape.DATE or value in form.choices
    return value if is_bare else scalar(value)


def scalar(value: str) -> str:
    """Return a text as YAML: between single quotation marks nothing has a meaning but these."""
    text = collapsed(value)
    if not text or (_PLAIN.fullmatch(text) and not _NO_TEXT.fullmatch(text)):
        return text
    return "'{}'".format(text.replace("'", "''"))


def proposed_id(words: str, taken: Collection[str], otherwise: str = "note") -> str:
    """Return an id from some words that nothing else has; `otherwise` if they hold no letter.

    >>> proposed_id("the Façade of a harbour's wall", ()), proposed_id("潮", {"note"})
    ('facade-harbours-wall', 'note-2')
    """
    plain = _WITHIN.sub("", normalize("NFKD", words).casefold())
    latin = (word.encode("ascii", "ignore").decode() for word in _WORD.findall(plain))
    found: list[str] = [word for word in latin if word]
    told = [word for word in found if word not in _SMALL] or found or [otherwise]
    name = told[0][:_LONGEST]
    for word in told[1:_WORDS]:
        if len(name) + len(word) >= _LONGEST:
            break
        name = f"{name}-{word}"
    numbers = count(2)
    free = name
    while free in taken:
        free = f"{name}-{next(numbers)}"
    return free
