"""The form of an entry that editors add to the library: its types, and the fields of each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from edition.core.entry_file import proposed_id
from edition.core.entry_form import EntryForm, FieldForm, Shape
from edition.core.reference import ADDRESS, DOI, REQUIRED

TYPES: Mapping[str, str] = {
    "article": "in a journal, a magazine or a newspaper",
    "book": "a book as a whole",
    "dataset": "data",
    "inreference": "an entry of a dictionary or an encyclopaedia",
    "online": "a page of the web",
    "report": "of an institution, an authority or a company",
    "thesis": "for a degree",
}
"""The types of the library, in plain words."""

ADDED = "bibliography/notes.bib"
"""The file for what the article itself does not cite."""

_OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "article": ("subtitle", "date", "volume", "number", "pages", "langid", "doi", "url"),
    "book": ("subtitle", "date", "langid", "doi", "url"),
    "dataset": ("date", "langid", "doi", "url"),
    "inreference": ("author", "booktitle", "date", "langid", "doi", "url"),
    "online": ("author", "subtitle", "date", "organization", "langid"),
    "report": ("subtitle", "date", "number", "langid", "doi", "url"),
    "thesis": ("subtitle", "date", "langid", "doi", "url"),
}
"""What each type may have beside what it has to."""

_DAY = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?"
_VERBATIM = ("url", "doi", "date", "langid")
"""Fields in which no sign means anything to BibTeX."""
_BODIES = ("organization", "institution", "publisher")
"""Fields that hold the name of a body, which may have an *and* within."""
_LONGEST = 400


def _words(name: str, summary: str, longest: int = _LONGEST) -> FieldForm:
    return FieldForm(name, Shape.WORDS, summary, longest=longest)


REFERENCE = EntryForm(
    name="reference",
    folder="bibliography",
    summary="An entry of the library.",
    fields=(
        FieldForm("type", Shape.CHOICE, "What it is.", required=True, choices=tuple(REQUIRED)),
        FieldForm(
            "author",
            Shape.LIST,
            "Who wrote it: `Family, Given`, or the name of a body.",
            longest=_LONGEST,
        ),
        FieldForm("editor", Shape.LIST, "Who edited it, as in author.", longest=_LONGEST),
        _words("title", "Its title; braces keep the capitals of names, as in {London}."),
        _words("subtitle", "Its subtitle, as the title."),
        _words("booktitle", "The dictionary or encyclopaedia in which it stands."),
        _words("journaltitle", "The journal, magazine or newspaper."),
        FieldForm(
            "date",
            Shape.PATTERN,
            "When it appeared: 2023, 2023-05, 2023-05-19, 2004~ for about 2004, 2020/2022.",
            pattern=f"{_DAY}(/{_DAY})?",
            described="a date such as 2023, 2023-05, 2023-05-19, 2004~ or 2020/2022",
        ),
        _words("volume", "The volume of the journal.", 40),
        _words("number", "The number of the issue, or of the report.", 60),
        FieldForm(
            "pages",
            Shape.PATTERN,
            "From which page to which, such as 12-34.",
            pattern=r"[A-Za-z]?[0-9]+((-|--|–)[A-Za-z]?[0-9]+)?",
            described="pages such as 12 or 12-34",
        ),
        _words("organization", "The website or the body behind it."),
        _words("institution", "The institution, authority or university."),
        _words("publisher", "The publisher."),
        FieldForm(
            "langid",
            Shape.PATTERN,
            "The language in English, such as russian; left out for English.",
            pattern=r"[a-z]+",
            described="the name of a language such as russian",
        ),
        FieldForm(
            "doi",
            Shape.PATTERN,
            "Its DOI, such as 10.1000/182.",
            pattern=DOI.pattern,
            described="a DOI such as 10.1000/182",
        ),
        FieldForm(
            "url",
            Shape.PATTERN,
            "Its address.",
            pattern=ADDRESS.pattern,
            described="an http or https address",
        ),
    ),
    needs_body=False,
)


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the names of the fields that a type can have, in the order of the form."""
    known = {name for wanted in REQUIRED[kind] for name in wanted.split("|")}
    known |= {"type", *_OPTIONAL[kind]}
    return tuple(member.name for member in REFERENCE.fields if member.name in known)


def is_needed(kind: str, name: str, given: Collection[str]) -> bool:
    """Say whether a field of a type has to be there, `given` what those before it in order hold.

    Of fields of which one is enough, the last has to be there if none before it is.

    >>> is_needed("online", "url", ["title"]), is_needed("online", "url", ["title", "doi"])
    (True, False)
    """
    order = fields_of(kind)
    lacking = (sorted(names, key=order.index) for names in lacks(kind, given))
    return any(names[-1] == name for names in lacking)


def lacks(kind: str, given: Collection[str]) -> tuple[list[str], ...]:
    """Return what a type has to have and is not given: the names of which one is enough."""
    wanted = (names.split("|") for names in REQUIRED[kind])
    return tuple(names for names in wanted if not any(name in given for name in names))


_SPECIAL = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
"""What BibTeX takes for something else, and how it is written."""
_ESCAPED = str.maketrans(_SPECIAL)


def bibtex_text(key: str, kind: str, values: Mapping[str, str | Sequence[str]]) -> str:
    """Return an entry in the biblatex dialect, one field a line; what is empty is left out.

    Braces are as they are given, since they mean something to those who write them. A name without
    a comma is that of a body, or of somebody with one name alone: braces keep it whole.
    """
    written = {
        member.name: value
        for member in REFERENCE.fields
        if member.name != "type" and (value := _written(member, values.get(member.name, "")))
    }
    width = max(map(len, written), default=0)
    lines = "".join(f"  {name:<{width}} = {{{value}}},\n" for name, value in written.items())
    return f"@{kind}{{{key},\n{lines}}}\n"


def _written(member: FieldForm, value: str | Sequence[str]) -> str:
    if not isinstance(value, str):
        return " and ".join(_name(name.translate(_ESCAPED)) for name in value)
    if member.name == "pages":
        return value.replace("--", "-").replace("–", "-").replace("-", "--")
    text = value if member.name in _VERBATIM else value.translate(_ESCAPED)
    return _whole(text) if text and member.name in _BODIES else text


def _name(name: str) -> str:
    return name if "," in name else _whole(name)


def _whole(name: str) -> str:
    return name if name.startswith("{") else f"{{{name}}}"


def proposed_key(values: Mapping[str, str | Sequence[str]], taken: Collection[str]) -> str:
    """Return a key that is free: a name, a year if one is known, a word of the title."""
    makers = values.get("author") or values.get("editor") or ()
    maker = proposed_id(str(makers[0]).partition(",")[0], (), "") if makers else ""
    word = proposed_id(str(values["title"]), (), "")
    year = str(values.get("date", ""))[:4]
    key = f"{_first(maker)}{year}{_first(word)}"
    return proposed_id(key if _first(maker) or _first(word) else f"source{year}", taken)


def _first(name: str) -> str:
    return next((word for word in name.split("-") if word.isalpha()), "")
