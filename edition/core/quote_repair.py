"""Repairing a quote that a mail program or an editor changed, where one place alone is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from edition.core.anchor import Passages, Quote, Span, describe, locate
from edition.core.entry_file import scalar
from edition.core.quote import collapsed
from edition.core.quote_form import QUOTE_FIELDS

Read = Callable[[str], str | None]
"""Returns the text that a line of front matter gives a field; None where it is no valid YAML."""

_STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
_FIELD = re.compile(r"([A-Za-z_-]+):(?: |$)")
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text of an entry, and what was done to it."""

    text: str
    said: tuple[str, ...] = ()


def repaired(text: str, passages: Passages, read: Read) -> Repaired:
    """Return an entry whose quote stands in the text, if it is plain which words were meant.

    Two things are mended: lines broken within the quote, and straight quotation marks for curly
    ones. An entry is left as it is if its quote needs neither, or if no place, or more than one,
    then fits: to choose is for whoever wrote it.
    """
    lines = text.split("\n")
    if lines[0] != _FENCE or _FENCE not in lines[1:]:
        return Repaired(text)
    head, rest = lines[1 : lines.index(_FENCE, 1)], lines[lines.index(_FENCE, 1) :]
    fields = dict(_fields(head))
    if "quote" not in fields:
        return Repaired(text)
    given = {name: " ".join(fields[name]) for name in QUOTE_FIELDS if name in fields}
    values = {name: read(line) for name, line in given.items()}
    beside = {name: value or "" for name, value in values.items() if name != "quote"}
    is_whole = len(fields["quote"]) == 1 and values["quote"] is not None
    if is_whole and isinstance(locate(passages, Quote(values["quote"] or "", **beside)), Span):
        return Repaired(text)
    plain = given["quote"].partition(":")[2].strip()
    for exact in filter(None, (values["quote"], plain)):
        quote = Quote(exact, **beside)
        span = locate(passages, quote)
        is_straight = not isinstance(span, Span)
        if is_straight:
            span = locate(_straight(passages), _levelled(quote))
        if isinstance(span, Span):
            said = []
            if len(fields["quote"]) > 1:
                said.append("the lines of the quote were joined, as the article has them")
            elif not is_straight:
                said.append("the quote was put in quotation marks, as YAML wants it")
            if is_straight:
                said.append("the quotation marks of the quote are now those of the article")
            new = describe(passages, span)
            written = dict(
                zip(QUOTE_FIELDS, (new.exact, new.unit, new.prefix, new.suffix), strict=True)
            )
            front = [f"{name}: {scalar(value)}" for name, value in written.items() if value]
            others = [
                line
                for name, member in _fields(head)
                if name not in QUOTE_FIELDS
                for line in member
            ]  # fmt: skip
            return Repaired("\n".join([_FENCE, *front, *others, *rest]), tuple(said))
    return Repaired(text)


def _fields(head: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the fields of front matter, each with its lines."""
    name = ""
    member: list[str] = []
    for line in head:
        if match := _FIELD.match(line):
            if member:
                yield name, member
            name, member = match[1], []
        member.append(line if match or name not in QUOTE_FIELDS else line.strip())
    if member:
        yield name, member


def _straight(passages: Passages) -> Passages:
    """Return the same passages with straight quotation marks; places in them are the same."""
    return Passages([(unit, text.translate(_STRAIGHT)) for unit, text in passages.texts.items()])


def _levelled(quote: Quote) -> Quote:
    return replace(
        quote,
        exact=collapsed(quote.exact.translate(_STRAIGHT)),
        prefix=quote.prefix.translate(_STRAIGHT),
        suffix=quote.suffix.translate(_STRAIGHT),
    )
