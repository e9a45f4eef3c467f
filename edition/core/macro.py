"""A macro call is what an editors' page may ask for: a known name with literal arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem

DELIMITERS = {
    "block_start_string": "{%",
    "block_end_string": "%}",
    "comment_start_string": "{##",
    "comment_end_string": "##}",
}
"""Jinja's own, but for comments: `{#id}` in Markdown would open one and swallow what follows."""

SAMPLES = (
    *("KEY", "UNIT", "ENTRY", "TERM", "PERSON", "PLACE", "SITE", "FIGURE", "NOTE"),
    "PICTURE",
)
"""Words that stand in examples for what an edition has: the first of each sort is put in their
place, so that a word which is left is one of a sort that the edition lacks."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a macro is called and what it takes."""

    name: str
    parameters: tuple[str, ...]
    required: int
    """How many of the parameters, from the first, have no default."""
    summary: str = ""
    """One sentence for the writers' documentation."""
    example: str = ""
    """A call that the documentation shows with its result."""
    calls: tuple[Call, ...] = ()
    """The calls in the example."""
    draws_html: bool = True
    """Whether the result is HTML of ours; otherwise it is Markdown, read with the page."""

    def __str__(self) -> str:
        """Return the signature as it is written, optional parameters in brackets."""
        shown = [
            name if index < self.required else f"[{name}]"
            for index, name in enumerate(self.parameters)
        ]
        return f"{self.name}({', '.join(shown)})"


@dataclass(frozen=True, slots=True)
class Call:
    """One macro call in a page."""

    name: str
    arguments: tuple[str | int, ...]
    keywords: tuple[tuple[str, str | int], ...]
    index: int
    """How many parts (words or calls) of the page stand before it."""
    place: Place

    def argument(self, signature: Signature, parameter: str, default: str = "") -> str:
        """Return the argument for a parameter, given by place or by name."""
        if parameter not in signature.parameters:
            return default
        position = signature.parameters.index(parameter)
        if position < len(self.arguments):
            return str(self.arguments[position])
        return str(dict(self.keywords).get(parameter, default))


def check_call(call: Call, signatures: Mapping[str, Signature]) -> Iterable[Problem]:
    """Yield what is wrong with a call: an unknown name, or arguments that do not fit."""
    signature = signatures.get(call.name)
    if signature is None:
        known = ", ".join(sorted(signatures))
        message = f"there is no macro {call.name}; known are {known}"
        yield Problem(call.place, "macro-unknown", message, did_you_mean(call.name, signatures))
        return
    given = signature.parameters[: len(call.arguments)]
    names = [name for name, _ in call.keywords]
    missing = [
        name
        for name in signature.parameters[: signature.required]
        if name not in given and name not in names
    ]
    faults = []
    if len(call.arguments) > len(signature.parameters):
        faults.append(f"{len(call.arguments)} arguments")
    faults += [f"an unknown argument {name}" for name in names if name not in signature.parameters]
    twice = {name for name in names if name in given or names.count(name) > 1}
    faults += [f"{name} given twice" for name in sorted(twice)]
    faults += [f"no {name}" for name in missing]
    if faults:
        message = f"expected {signature}, found {' and '.join(faults)}"
        hint = f"for example {signature.example}" if signature.example else ""
        yield Problem(call.place, "macro-arguments", message, hint)
