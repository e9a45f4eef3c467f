"""A reference is an entry of the library: as printed, as corrected, and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from edition.core.body import Body
from edition.core.lookalike import fault_of_address, fault_of_words
from edition.core.problem import Place, Problem

DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}\\]+")
"""A DOI as the DOI Handbook writes it (prefix, slash, suffix), without a resolver in front."""
ADDRESS = re.compile(r"https?://[^\s\"<>{}\\^`|]+")
"""An address that may become a link: http or https, nothing that could leave its attribute."""
_SIGN = re.compile(r"\\([&%$#_])")
"""A sign that BibTeX would take for something else."""

REQUIRED = {
    "article": ("author", "title", "journaltitle"),
    "book": ("author|editor", "title", "publisher"),
    "dataset": ("title", "author|publisher|organization"),
    "inreference": ("title",),
    "online": ("title", "url|doi"),
    "report": ("title", "author|publisher|institution|organization"),
    "thesis": ("author", "title", "institution"),
}
"""Entry types of the library and the fields that each needs; `a|b` is satisfied by either."""

LONGEST = 2_000
"""Characters of a field; the formatter's time, and every page that cites, grow with them."""
_TEX = re.compile(r"\\([A-Za-z]+|.|$)|\^\^")
_TEX_ALLOWED = frozenset(
    (
        *"&%$#_{} -'`^\"~=.,",
        *"uvHtcdbrk",  # accents
        *("ss", "ae", "AE", "oe", "OE", "aa", "AA", "o", "O", "l", "L", "i", "j"),
        *("textbackslash", "textasciitilde", "textasciicircum"),  # signs that have no other form
        *("emph", "textit", "textbf", "textsc", "textsuperscript", "enquote", "mkbibquote"),
    )
)
"""What may follow a backslash: accents, letters and signs that BibTeX cannot do without."""
_MARKS = re.compile(r"\[[@^]|wzxhzdk|\\?\{(?:%|\\\{)")
"""Marks of Markdown and of templates as pages would show them; braces alone are BibTeX’s own."""
_NAMES = ("author", "editor", "translator")


class Status(StrEnum):
    """What came of looking for the source itself."""

    FOUND = "found"
    PARTLY = "partly"
    NOT_FOUND = "not-found"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a printed reference, corrected."""

    field: str
    printed: str
    """Empty when the printed reference lacks the field."""
    corrected: str
    """Empty when the printed field is to be dropped."""
    evidence: str
    """An address, or plain words."""


_NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Correction:
    """A file that corrects fields of a printed reference."""

    id: str
    reference: str
    values: tuple[tuple[str, str], ...]
    """Field and corrected value."""
    evidence: tuple[tuple[str, str], ...]
    """Field and what shows it."""
    body: Body
    author: str
    """An id of the contributors, or a name."""
    date: str
    place: Place
    """Where the file names the reference."""
    places: Mapping[str, Place] = field(default_factory=dict, hash=False)
    """Where each field stands."""
    licence: str = ""
    """To which its author agrees, by the licence's name; empty where the file does not say."""
    reported_by: tuple[str, ...] = ()
    """The names of those who reported what it corrects."""
    author_at: Place = _NOWHERE
    """Where the author stands."""
    licence_at: Place = _NOWHERE
    """Where the licence stands, if there is one."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was checked of a reference, and with what result."""

    reference: str
    status: Status
    sources: tuple[str, ...]
    body: Body
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the library."""

    key: str
    type: str
    fields: Mapping[str, str]
    """As printed, without corrections; values are BibTeX field values."""
    place: Place
    listed: bool
    """Whether the article's own list holds it."""
    corrections: tuple[Correction, ...] = ()
    evidence: Evidence | None = None
    field_lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def printed_number(self) -> int:
        """Return the number in the printed list; 0 when there is none."""
        number = self.fields.get("printed_number", "")
        return int(number) if number.isdecimal() else 0

    def place_of(self, name: str) -> Place:
        """Return where the value of a field comes from: a correction, or the library."""
        for correction in reversed(self.corrections):
            if name in correction.places:
                return correction.places[name]
        return Place(self.place.path, self.field_lines.get(name, self.place.line))

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return the corrected fields in the order of the files that correct them."""
        return tuple(
            Change(name, self.fields.get(name, ""), value, dict(correction.evidence).get(name, ""))
            for correction in self.corrections
            for name, value in correction.values
        )

    @property
    def corrected(self) -> dict[str, str]:
        """Return the fields with the corrections laid over them, the printed number left out."""
        fields = dict(self.fields)
        for change in self.changes:
            fields[change.field] = change.corrected
        return {
            name: value
            for name, value in fields.items()
            if value and not name.startswith("printed_")
        }


def is_balanced(value: str) -> bool:
    """Say whether the braces of a BibTeX value close what they open, and nothing more.

    >>> is_balanced("{Venice} today"), is_balanced("a}, url = {b")
    (True, False)
    """
    depth = 0
    for character in value.replace("\\{", "").replace("\\}", ""):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth < 0:
            return False
    return depth == 0


def unbraced(value: str) -> str:
    r"""Return a BibTeX value as a reader may see it: without the braces that protect capitals.

    >>> unbraced("{Venice} and {Low Water}, 100 \%")
    'Venice and Low Water, 100 %'
    """
    return _SIGN.sub(r"\1", value.replace("{", "").replace("}", "")).replace("--", "–")


def to_biblatex(reference: Reference) -> str:
    """Return an entry as corrected, in the biblatex dialect, one field a line."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in reference.corrected.items())
    return f"@{reference.type}{{{reference.key},\n{fields}}}\n"


def check_reference(reference: Reference) -> Iterable[Problem]:
    """Yield what is wrong with an entry as corrected: its type, its fields, its addresses."""
    if reference.type not in REQUIRED:
        known = ", ".join(sorted(REQUIRED))
        message = f"expected one of the types {known}, found @{reference.type}"
        yield Problem(reference.place, "reference-type", message)
        return
    fields = reference.corrected
    for wanted in REQUIRED[reference.type]:
        if not any(fields.get(name) for name in wanted.split("|")):
            names = wanted.replace("|", " or ")
            message = f"@{reference.type}{{{reference.key}}} lacks the required field {names}"
            yield Problem(reference.place, "reference-field", message)
    for name, grammar in (("url", ADDRESS), ("doi", DOI)):
        value = fields.get(name, "")
        if value and not grammar.fullmatch(value):
            place = reference.place_of(name)
            form = "an http or https address" if name == "url" else "a DOI such as 10.1000/182"
            message = f"expected {form} in {name} of {reference.key}, found {value!r}"
            yield Problem(place, "reference-address", message)
    for name, value in fields.items():
        yield from _check_value(reference, name, value)


def _check_value(reference: Reference, name: str, value: str) -> Iterator[Problem]:
    """Yield what a field may not hold: commands of TeX, look-alikes, more than anybody reads."""
    place = reference.place_of(name)
    if len(value) > LONGEST:
        message = f"expected at most {LONGEST} characters in {name} of {reference.key}, found"
        yield Problem(place, "reference-form", f"{message} {len(value)}")
        return
    for match in () if name in ("url", "doi") else _TEX.finditer(value):
        if match[1] not in _TEX_ALLOWED:
            message = f"expected plain words in {name} of {reference.key}, found {match[0]!r}"
            yield Problem(place, "reference-form", message, "write the character itself")
            break
    if mark := _MARKS.search(value):
        message = f"expected plain words in {name} of {reference.key}, found {mark[0]!r}"
        yield Problem(place, "reference-form", message, "no page could tell it from a mistake")
    letters = fault_of_address(value) if name == "url" else ""
    if letters := letters or (fault_of_words(value) if name in _NAMES else ""):
        message = f"expected letters of one alphabet in {name} of {reference.key}, found {letters}"
        yield Problem(place, "look-alike", message, "type it anew, without copying")
