"""Typed reading of a mapping: fields are asked for by name; what was not asked for is unknown."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem
from edition.core.year_first import year_first
from edition.sources.strict_yaml import Node

_SHOWN = 60
"""Characters of a wrong value that a message repeats."""


class Fields:
    """The fields of one mapping, and the problems met while reading them."""

    def __init__(self, node: Node, path: str, code: str = "field") -> None:
        self.path, self.code, self.line = path, code, node.line
        self.nodes = node.value if isinstance(node.value, dict) else {}
        self.asked: set[str] = set()
        self.problems: list[Problem] = []
        if not isinstance(node.value, dict):
            self._add(node.line, "expected lines of the form `key: value`")

    def _add(self, line: int, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Place(self.path, line), self.code, message, hint))

    def place(self, name: str) -> Place:
        """Return where a field stands, or where the mapping begins."""
        node = self.nodes.get(name)
        return Place(self.path, node.line if node else self.line)

    def node(self, name: str, required: bool = False) -> Node | None:
        """Return a field as it was read, or None."""
        self.asked.add(name)
        node = self.nodes.get(name)
        if node is None and required:
            self._add(self.line, f"expected the field {name}, found none")
        return node

    def text(self, name: str, *, required: bool = False, choices: Iterable[str] = ()) -> str:
        """Return a field that is one line of words; empty when it is not there."""
        node = self.node(name, required)
        if node is None:
            return ""
        if not isinstance(node.value, str):
            self._add(node.line, f"expected words in {name}, found a list or a mapping")
            return ""
        value = node.value.strip()
        if required and not value:
            self._add(node.line, f"expected words in {name}, found nothing")
        known = tuple(choices)
        if value and known and value not in known:
            message = f"expected {name} to be one of {', '.join(known)}, found {value!r}"
            self._add(node.line, message, did_you_mean(value, known))
            return ""
        return value

    def refuse(self, name: str, expected: str, found: str) -> None:
        """Report that a field holds something else than was expected."""
        shown = found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"
        self._add(self.place(name).line, f"expected {expected}, found {shown!r}")

    def plain(self, name: str, *, required: bool = False) -> str:
        """Return a field that may reach a template of the host, which escapes nothing."""
        value = self.text(name, required=required)
        if any(mark in value for mark in ("{{", "{%", "{#", "<")):
            message = f"expected plain words in {name}, found {value!r}"
            self.problems.append(Problem(self.place(name), "front-matter", message))
        return value

    def date(self, name: str, *, required: bool = False) -> str:
        """Return a field that is a calendar date of ISO 8601, `YYYY-MM-DD`."""
        value = self.text(name, required=required)
        if value:
            try:
                if datetime.date.fromisoformat(value).isoformat() == value:
                    return value
            except ValueError:
                pass
            message = f"expected a date such as 2026-11-23 in {name}, found {value!r}"
            better = year_first(value)
            hint = f"did you mean {better}?" if better else ""
            self._add(self.place(name).line, message, hint)
        return ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a field that is a list of words; one word alone is a list of one."""
        return tuple(value for value, _ in self.lined(name))

    def lined(self, name: str, *, required: bool = False) -> tuple[tuple[str, int], ...]:
        """Return the same, each with the line on which it stands."""
        node = self.node(name, required)
        if node is None:
            return ()
        items = node.value if isinstance(node.value, tuple) else (node,)
        values = []
        for item in items:
            if isinstance(item.value, str):
                values.append((item.value.strip(), item.line))
            else:
                self._add(item.line, f"expected a list of words in {name}")
        if required and not any(value for value, _ in values):
            self._add(node.line, f"expected words in {name}, found nothing")
        return tuple((value, line) for value, line in values if value)

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return a field that is a list of whole numbers from 1; one alone is a list of one."""
        values = self.texts(name)
        if not values or not all(value.isdecimal() and int(value) > 0 for value in values):
            self._add(self.place(name).line, f"expected whole numbers in {name}")
            return ()
        return tuple(int(value) for value in values)

    def inner(self, name: str, *, required: bool = True) -> Fields:
        """Return a field that is a mapping of its own; its problems are this one's too."""
        node = self.node(name, required) or Node({}, self.line)
        fields = Fields(node, self.path, self.code)
        fields.problems = self.problems
        if not isinstance(node.value, dict):
            self._add(node.line, f"expected fields below {name}")
        return fields

    def unknown(self) -> None:
        """Report every field that was not asked for."""
        for name, node in self.nodes.items():
            if name not in self.asked:
                known = ", ".join(sorted(self.asked))
                message = f"there is no field {name}; known are {known}"
                self._add(node.line, message, did_you_mean(name, self.asked))
