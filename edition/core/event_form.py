"""The form of an event."""

from __future__ import annotations

from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.event import KINDS
from edition.core.quote_form import quote_form
from edition.core.signing import BY_ONE, IDENTIFIER, IDENTIFIER_IS, NEW_SOURCE, SIGNED

EVENT = EntryForm(
    name="event",
    folder="docs/timeline",
    summary="An event of the timeline.",
    fields=(
        FieldForm("event", Shape.WORDS, "What happened.", required=True, longest=100),
        FieldForm(
            "when",
            Shape.WORDS,
            "When: a date of EDTF such as 2023-05-19, 1992-01, 198X, 2004~, -0150 or 2004/..",
            required=True,
            longest=60,
        ),
        FieldForm("kind", Shape.CHOICE, "What it is.", required=True, choices=KINDS),
        *quote_form(
            "The words with which the article gives the date; left out if it does not.",
            required=False,
        ),
        FieldForm(
            "see",
            Shape.LIST,
            "Ids of related terms, people and places.",
            pattern=IDENTIFIER,
            described=IDENTIFIER_IS,
        ),
        *SIGNED,
        NEW_SOURCE,
    ),
    either=BY_ONE,
)
