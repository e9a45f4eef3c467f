"""The forms of this engine's entries."""

from __future__ import annotations

from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.event_form import EVENT
from edition.core.figure_form import FIGURE
from edition.core.note import LEVELS, Kind
from edition.core.quote_form import quote_form
from edition.core.reference import Status
from edition.core.signing import (
    BY_ONE,
    DATE,
    IDENTIFIER,
    IDENTIFIER_IS,
    LICENCE,
    NEW_SOURCE,
    REPORTED_BY,
    SIGNED,
)
from edition.core.term_forms import TERM_FORMS

_ADDRESS = r'https?://[^\s"<>{}\\^`|]+'


NOTE = EntryForm(
    name="note",
    folder="docs/notes",
    summary="A note on words of the article.",
    fields=(
        *quote_form("The article’s exact words that the note is about.", required=True),
        FieldForm(
            "kind",
            Shape.CHOICE,
            "What the note is for.",
            required=True,
            choices=tuple(kind.value for kind in Kind),
        ),
        FieldForm(
            "level",
            Shape.CHOICE,
            "Whom it is for: 1 everybody, 2 students, 3 specialists. Without it, 1.",
            choices=tuple(str(level) for level in LEVELS),
        ),
        *SIGNED,
        FieldForm(
            "tags",
            Shape.LIST,
            "What the note is about, in a few words.",
            pattern=r"[a-z0-9]+([ -][a-z0-9]+)*",
            described="words of small letters",
            longest=40,
        ),
        NEW_SOURCE,
        FieldForm(
            "figure",
            Shape.PATTERN,
            "The id of a figure that is shown with the note.",
            pattern=IDENTIFIER,
            described=IDENTIFIER_IS,
        ),
    ),
    either=BY_ONE,
)

CORRECTION = EntryForm(
    name="correction",
    folder="bibliography/corrections",
    summary="A correction of a printed reference.",
    fields=(
        FieldForm(
            "reference",
            Shape.WORDS,
            "The key of the reference, as its permanent link shows it.",
            required=True,
        ),
        FieldForm(
            "author",
            Shape.WORDS,
            "Who wrote it: an id in docs/about/contributors.yml, or a name.",
            required=True,
            longest=100,
        ),
        DATE,
        LICENCE,
        REPORTED_BY,
        FieldForm(
            "corrected_",
            Shape.WORDS,
            "The right value of a field; nothing between quotation marks drops the field.",
            is_family=True,
        ),
        FieldForm(
            "evidence_",
            Shape.WORDS,
            "What shows it: the address of a page, or the reason in plain words.",
            is_family=True,
        ),
    ),
    needs_body=False,
)

EVIDENCE = EntryForm(
    name="evidence",
    folder="bibliography/evidence",
    summary="What came of looking for a reference.",
    fields=(
        FieldForm(
            "status",
            Shape.CHOICE,
            "Whether the source was found.",
            required=True,
            choices=tuple(status.value for status in Status),
        ),
        FieldForm(
            "sources",
            Shape.LIST,
            "The addresses of what was seen.",
            pattern=_ADDRESS,
            described="an http or https address",
        ),
    ),
    needs_body=False,
)

FORMS = (NOTE, *TERM_FORMS.values(), EVENT, FIGURE, CORRECTION, EVIDENCE)
