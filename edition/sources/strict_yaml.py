"""YAML without its surprises: no anchors, tags or duplicate keys, and every scalar is text.

PyYAML's own loader takes the last of two equal keys, reads `no` as False and expands anchors
without end; so only its event stream is used.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import yaml

from edition.core.problem import Place, Problem
from edition.core.unseen import first_unseen
from edition.sources.yaml_words import in_words, without_colon

MAX_DEPTH = 8
_Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
_FASTEST: _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, where PyYAML was built with it; its messages differ from PyYAML's own."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file with the line on which it begins."""

    value: str | tuple[Node, ...] | dict[str, Node]
    line: int


class _RefusedError(Exception):
    """Carries the first thing that the strict reader refuses; never leaves this module."""

    def __init__(self, line: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node, tuple[Problem, ...]]:
    """Return the mapping that a text holds, or an empty one and the first thing wrong.

    `first_line` is the line of the file on which the text begins.
    """
    try:
        return _Reader(text, first_line, _FASTEST).read(), ()
    except _RefusedError:
        pass  # read again for a message that is the same on every machine
    try:
        return _Reader(text, first_line, yaml.SafeLoader).read(), ()
    except _RefusedError as refused:
        problem = Problem(Place(path, refused.line), "yaml", refused.message, refused.hint)
        return Node({}, first_line), (problem,)


class _Reader:
    """Reads one document from the stream of events."""

    def __init__(self, text: str, first_line: int, loader: _Loader) -> None:
        self.events = yaml.parse(text, Loader=loader)
        self.text, self.first_line = text, first_line
        self.event: yaml.Event = yaml.StreamStartEvent()

    def read(self) -> Node:
        self._next(yaml.StreamStartEvent)
        self._advance()
        if isinstance(self.event, yaml.StreamEndEvent):
            return Node({}, self.first_line)
        self._advance()
        node = self._node(0)
        if isinstance(node.value, str):
            lines = self.text.split("\n")
            number = min(node.line - self.first_line, len(lines) - 1)
            raise _RefusedError(self.first_line + number, *without_colon(lines[number]))
        if not isinstance(node.value, dict):
            raise _RefusedError(node.line, "expected lines of the form `name: value`")
        self._next(yaml.DocumentEndEvent)
        self._advance()
        if not isinstance(self.event, yaml.StreamEndEvent):
            raise _RefusedError(self._line(), "expected one YAML document, found another")
        return node

    def _advance(self) -> None:
        try:
            self.event = next(self.events)
        except yaml.MarkedYAMLError as error:
            line, message, hint = in_words(error, self.text)
            raise _RefusedError(self.first_line + line, message, hint) from None
        except yaml.YAMLError as error:
            before = self.text[: getattr(error, "position", 0)]
            line = self.first_line + before.count("\n")
            raise _RefusedError(line, f"not valid YAML: {error}") from None
        except (ValueError, OverflowError):  # PyYAML's own parser, of an escape beyond Unicode
            message = "not valid YAML: found an escape of a character that is none"
            raise _RefusedError(self._line(), message) from None

    def _next(self, expected: type[yaml.Event]) -> None:
        self._advance()
        if not isinstance(self.event, expected):
            raise _RefusedError(self._line(), "expected one YAML document")

    def _line(self) -> int:
        mark = self.event.start_mark
        return self.first_line + (mark.line if mark else 0)

    def _node(self, depth: int) -> Node:
        """Read the value that begins with the current event."""
        event, line = self.event, self._line()
        if depth > MAX_DEPTH:
            raise _RefusedError(line, f"expected at most {MAX_DEPTH} levels")
        if getattr(event, "anchor", None):
            raise _RefusedError(
                line, "anchors and aliases are not used here", "write the value out"
            )
        if getattr(event, "tag", None):
            raise _RefusedError(line, "tags (`!…`) are not used here", "write the plain value")
        if isinstance(event, yaml.ScalarEvent):
            if unseen := first_unseen(event.value):  # what an escape stands for
                raise _RefusedError(line, unseen[1], "delete it")
            empty = not event.style and event.value in ("~", "null")
            return Node("" if empty else event.value, line)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            self._advance()
            while not isinstance(self.event, yaml.SequenceEndEvent):
                items.append(self._node(depth + 1))
                self._advance()
            return Node(tuple(items), line)
        return self._mapping(depth, line)

    def _mapping(self, depth: int, line: int) -> Node:
        entries: dict[str, Node] = {}
        self._advance()
        while not isinstance(self.event, yaml.MappingEndEvent):
            key = self._node(depth + 1)
            if not isinstance(key.value, str):
                raise _RefusedError(key.line, "expected a word before the colon")
            if key.value in entries:
                first = entries[key.value].line
                message = f"the key {key.value} stands twice, first on line {first}"
                raise _RefusedError(key.line, message, "delete one of them")
            self._advance()
            entries[key.value] = replace(self._node(depth + 1), line=key.line)
            self._advance()
        return Node(entries, line)
