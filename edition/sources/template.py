"""Pages that call macros: words and calls with literal arguments, nothing else.

An allow-list on the parsed template stops what a sandbox alone does not (loops, arithmetic,
attribute access) and gives every fault its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from edition.core.macro import DELIMITERS, Call
from edition.core.problem import Place, Problem

_FORM = 'the form is {{ name("literal", other="literal") }}'


@dataclass(frozen=True, slots=True)
class Template:
    """A page taken apart: words, and calls between them, in order."""

    parts: tuple[str | Call, ...] = ()
    lines: tuple[int, ...] = ()
    """The line on which each part begins."""

    @property
    def calls(self) -> tuple[Call, ...]:
        """Return the calls alone."""
        return tuple(part for part in self.parts if isinstance(part, Call))


_WORDS = r'"[^"\\{}%\n]*"'
_PLAIN_CALL = re.compile(rf"""(\{{\{{ ?[a-z_]+\({_WORDS}(?:, {_WORDS})*\) ?\}}\}})""")

_ENVIRONMENT: Environment = SandboxedEnvironment(
    keep_trailing_newline=True, autoescape=True, **DELIMITERS
)


def read_template(
    source: str, path: str, first_line: int = 1
) -> tuple[Template, tuple[Problem, ...]]:
    """Take a page apart; what is neither words nor an allowed call is a problem."""
    if "{" not in source:
        return Template((source,), (first_line,)) if source else Template(), ()
    try:
        pieces = list(_pieces(source))
    except TemplateSyntaxError as error:
        place = Place(path, first_line + (error.lineno or 1) - 1)
        return Template(), (Problem(place, "macro-form", f"{error.message}", _FORM),)
    parts: list[str | Call] = []
    lines: list[int] = []
    problems: list[Problem] = []
    for line, node in pieces:
        place = Place(path, first_line + line - 1)
        if isinstance(node, str):
            parts.append(node)
            lines.append(place.line)
            continue
        call = _call(node, len(parts), place)
        if call is None:
            message = f"expected a macro call with literal arguments, found {_kind(node)}"
            problems.append(Problem(place, "macro-form", message, _FORM))
        else:
            parts.append(call)
            lines.append(place.line)
    return Template(tuple(parts), tuple(lines)), tuple(problems)


def _pieces(source: str) -> Iterator[tuple[int, str | nodes.Node]]:
    """Yield a page's words and what stands between them, each with its line.

    The same few calls stand on most pages, and reading them is most of what Jinja does with a page:
    where no other brace stands, each of them is read once for all pages. (Jinja also has its own
    mind about line ends.)
    """
    cut = _PLAIN_CALL.split(source)
    if any("{" in words or "\r" in words for words in cut[::2]):
        yield from _read(source)
        return
    line = 1
    for is_call, piece in zip(cycle((False, True)), cut, strict=False):
        if is_call:
            yield from ((line, node) for _, node in _read(piece))
        elif piece:
            yield line, piece
            line += piece.count("\n")


@lru_cache(maxsize=4096)
def _read(source: str) -> tuple[tuple[int, str | nodes.Node], ...]:
    """Read words and calls with Jinja; kept, because a build reads every page twice."""
    return tuple(
        (node.lineno, node.data) if isinstance(node, nodes.TemplateData) else (_line(node), node)
        for statement in _ENVIRONMENT.parse(source).body
        for node in (statement.nodes if isinstance(statement, nodes.Output) else (statement,))
    )


def _line(node: nodes.Node) -> int:
    """Return a node's line within the source; some of Jinja's nodes know it only of a child."""
    lines = (node.lineno, *(child.lineno for child in node.iter_child_nodes()))
    return next((line for line in lines if line), 1)


def _kind(node: nodes.Node) -> str:
    return f"a Jinja {type(node).__name__.lower()}"


def _call(node: nodes.Node, index: int, place: Place) -> Call | None:
    """Return the call that a node is, or None if it is anything else."""
    if (
        not isinstance(node, nodes.Call)
        or not isinstance(node.node, nodes.Name)
        or node.dyn_args
        or node.dyn_kwargs
    ):
        return None
    arguments = [_literal(argument) for argument in node.args]
    keywords = [(keyword.key, _literal(keyword.value)) for keyword in node.kwargs]
    if None in arguments or any(value is None for _, value in keywords):
        return None
    return Call(
        name=node.node.name,
        arguments=tuple(value for value in arguments if value is not None),
        keywords=tuple((name, value) for name, value in keywords if value is not None),
        index=index,
        place=place,
    )


def _literal(node: nodes.Node) -> str | int | None:
    if isinstance(node, nodes.Const) and type(node.value) in (str, int):  # True is an int, too
        value: str | int = node.value
        return value
    return None
