"""Pages that call macros: words and calls with literal arguments, nothing else.

An allow-list on the parsed template stops what a sandbox alone does not (loops, arithmetic,
attribute access) and gives every fault its line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

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


_ENVIRONMENT: Environment = SandboxedEnvironment(
    keep_trailing_newline=True, autoescape=True, **DELIMITERS
)


def read_template(
    source: str, path: str, first_line: int = 1
) -> tuple[Template, tuple[Problem, ...]]:
    """Take a page apart; what is neither words nor an allowed call is a problem."""
    if "{" not in source:
        return Template((source,), (first_line,)) if source else Template(), ()
    blank = len(source) - len(source.lstrip("\n"))
    first_line += blank
    try:
        tree = _parse(source[blank:])
    except TemplateSyntaxError as error:
        place = Place(path, first_line + (error.lineno or 1) - 1)
        return Template(), (Problem(place, "macro-form", f"{error.message}", _FORM),)
    parts: list[str | Call] = []
    lines: list[int] = []
    problems: list[Problem] = []
    for statement in tree.body:
        children = statement.nodes if isinstance(statement, nodes.Output) else [statement]
        for node in children:
            if isinstance(node, nodes.TemplateData):
                parts.append(node.data)
                lines.append(first_line + node.lineno - 1)
                continue
            place = Place(path, first_line + _line(node) - 1)
            call = _call(node, len(parts), place)
            if call is None:
                message = f"expected a macro call with literal arguments, found {_kind(node)}"
                problems.append(Problem(place, "macro-form", message, _FORM))
            else:
                parts.append(call)
                lines.append(place.line)
    return Template(tuple(parts), tuple(lines)), tuple(problems)


@lru_cache(maxsize=4096)
def _parse(source: str) -> nodes.Template:
    """Parse a page; kept, because a build reads every page to check it and again to draw it.

    The host hands pages on without their leading line feeds, so they are left out of the key.
    """
    return _ENVIRONMENT.parse(source)


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
