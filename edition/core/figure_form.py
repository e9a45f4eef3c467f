"""The form of a figure."""

from __future__ import annotations

from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.figure import Form
from edition.core.point import EXAMPLE
from edition.core.signing import BY_ONE, SIGNED

FIGURE = EntryForm(
    name="figure",
    folder="docs/figures",
    summary="A figure drawn from numbers.",
    fields=(
        FieldForm("figure", Shape.WORDS, "What it shows.", required=True, longest=100),
        FieldForm(
            "form",
            Shape.CHOICE,
            "How it is drawn: bars, an amount for each period; total, a running total.",
            required=True,
            choices=tuple(form.value for form in Form),
        ),
        FieldForm(
            "measure",
            Shape.WORDS,
            "What is counted, such as billion US dollars.",
            required=True,
            longest=60,
        ),
        FieldForm(
            "points",
            Shape.SERIES,
            f"The numbers in the order of time, each with its source, such as {EXAMPLE}.",
            required=True,
        ),
        *SIGNED,
    ),
    either=BY_ONE,
)
