"""The fields with which whatever is contributed is signed: by whom, and when."""

from __future__ import annotations

from edition.core.entry_form import FieldForm, Shape

IDENTIFIER = r"[a-z0-9]+(-[a-z0-9]+)*"
IDENTIFIER_IS = "small letters, digits and hyphens"

DATE = FieldForm("date", Shape.DATE, "The day on which it was written.", required=True)
ORCID = FieldForm(
    "orcid",
    Shape.PATTERN,
    "Your ORCID iD, beside author_name, if you have one.",
    pattern=r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]",
    described="an ORCID iD such as 0000-0002-1825-0097",
)
LICENCE = FieldForm(
    "licence",
    Shape.WORDS,
    "The licence under which you let it be published: the edition’s for notes, by its name.",
    longest=100,
)
"""With it, whoever wrote an entry says so in the file, which goes wherever the entry goes."""
REPORTED_BY = FieldForm(
    "reported_by",
    Shape.LIST,
    "Who reported what was mended here, by name.",
    longest=100,
)
SIGNED = (
    FieldForm(
        "author",
        Shape.PATTERN,
        "Your id in docs/about/contributors.yml.",
        pattern=IDENTIFIER,
        described=IDENTIFIER_IS,
    ),
    FieldForm(
        "author_name",
        Shape.WORDS,
        "Your name as it shall be shown, if you are new here.",
        longest=100,
    ),
    ORCID,
    DATE,
    FieldForm("revised", Shape.DATE, "The day of the last change."),
    LICENCE,
    REPORTED_BY,
)
NEW_SOURCE = FieldForm(
    "new_source",
    Shape.WORDS,
    "An address, a DOI or plain words, when the source is not in the library yet.",
    longest=500,
)
BY_ONE = ("author", "author_name")
"""Of these, every entry has exactly one."""
