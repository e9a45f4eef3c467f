"""What a message says of whoever wrote an entry goes into the entry: a name, a day, a licence."""

from __future__ import annotations

import datetime

from edition.core.contributor import Contributor
from edition.core.enclosure import Enclosure, beside
from edition.core.entry_file import scalar
from edition.core.entry_form import EntryForm
from edition.core.signing import BY_ONE, LICENCE
from edition.sources.entry_head import field_value, has_field, is_whole, with_field
from edition.sources.message import Message

_CONSENT = "I wrote this myself and publish it under {}."
"""How the form on the site ends its letters: see `contribute-send.js`."""


def signed(
    found: Enclosure, text: str, form: EntryForm, message: Message, licence: str
) -> tuple[str, tuple[str, ...]]:
    """Return the text of an entry with what it lacks, and what was added, in words.

    A sender signs what has no author, today what has no date, and the licence is that to which a
    paragraph of the same letter agrees: not a sentence within an entry, or one that is quoted where
    the entry is not.
    """
    said: list[str] = []
    if not is_whole(text):
        return text, ()
    names = [name for name in BY_ONE if any(field.name == name for field in form.fields)]
    if message.sender and names and not any(has_field(text, name) for name in names):
        text = with_field(text, names[-1], scalar(message.sender))
        said.append("the sender's name was added, since the entry has no author")
    if names and not has_field(text, "date"):
        text = with_field(text, "date", datetime.date.today().isoformat())
        said.append("today's date was added, since the entry has none")
    agrees = (_CONSENT.format(licence), found.depth) in beside(message.text)
    if agrees and LICENCE in form.fields and not field_value(text, LICENCE.name):
        text = with_field(text, LICENCE.name, scalar(licence))
        said.append("the licence was added to which the letter agrees")
    return text, tuple(said)


def credit(sender: str, contributor: Contributor) -> str:
    """Return what an editor has to know of whom an entry is credited to; empty if nothing."""
    if not contributor.id:
        return f"It is credited to {contributor.name}, who is not among the contributors yet."
    if sender and sender != contributor.name:
        return f"It is signed {contributor.name}, and was sent by {sender}: is that right?"
    return ""
