"""What PyYAML finds wrong, in words for people who never heard of YAML, with the cure.

Its own words name the parts of its grammar, and often the line after the one that is wrong.
"""

from __future__ import annotations

import re

import yaml

_LINE = re.compile(r"(?P<name>[ ]*[\w-]+):(?P<space>[ ]+)(?P<value>.*\S)[ ]*")
_LONGEST = 60
_BEGINNING = re.compile(r"found character '(.*)' that cannot start any token")


def in_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """Return the line, counted from 0, that an error is about, what is wrong with it, and the cure.

    `text` is what could not be read.
    """
    problem, context = str(error.problem), str(error.context)
    lines = text.split("\n")
    at = error.problem_mark or error.context_mark
    number = _within(lines, at.line if at else 0)
    began = _within(lines, error.context_mark.line) if error.context_mark else number
    if "\\t" in problem or "\t" in problem:
        return number, "expected spaces, found a tab", "use spaces, not tabs"
    if problem == "could not find expected ':'":
        return (began, *without_colon(lines[began]))
    if problem == "mapping values are not allowed here":
        before = lines[number][: at.column if at else 0]
        if ":" not in before and before.startswith(" "):
            message = "expected the field to begin at the left, found spaces before it"
            return number, message, "take out the spaces"
        return number, "expected one value, found a colon within it", _quoted(lines[number])
    if "while scanning a quoted scalar" in context:
        message = "a quotation mark opens here, and none closes it"
        return began, message, "close it at the end of the value, or take it out"
    if problem.startswith("expected <block end>, but found '<scalar>'"):
        message = "expected nothing behind the closing quotation mark, found more"
        return number, message, _quoted(lines[number])
    if problem.startswith("expected <block end>"):
        message = "expected this line to begin below the one before it"
        return number, message, "take out the spaces at its beginning, or add what it lacks"
    if problem.startswith(("expected ',' or ']'", "expected ',' or '}'")):
        message = "a list opens with [ and does not close as it should"
        return began, message, "write it as [one, two], or put the value in quotation marks"
    if match := _BEGINNING.match(problem):
        return number, f"a value cannot begin with {match[1]}", _quoted(lines[number])
    if "while scanning an alias" in context or "while scanning an anchor" in context:
        sign = "*" if "alias" in context else "&"
        return began, f"a value cannot begin with {sign}", _quoted(lines[began])
    hint = "put the value in quotation marks if it holds a colon or opens with a sign"
    return number, f"not valid YAML: {problem}", hint


def _within(lines: list[str], number: int) -> int:
    """Return the number of a line that is there: an error may be about the end, beyond the last."""
    return min(number, len(lines) - 1)


def without_colon(line: str) -> tuple[str, str]:
    """Return what is wrong with a line that should be a field, and the cure."""
    found = line.strip()
    shown = found if len(found) <= _LONGEST else f"{found[:_LONGEST]}…"
    message = f"expected a line of the form `name: value`, found {shown!r}"
    return message, "put a colon and a space behind the name, or join it to the line above"


def _quoted(line: str) -> str:
    """Return as a cure the line with its whole value in quotation marks."""
    match = _LINE.fullmatch(line)
    if match is None or len(line) > _LONGEST:
        return "put the whole value in single quotation marks, and double those within it"
    value = match["value"].replace("'", "''")
    return f"put the whole value in quotation marks: {match['name'].strip()}: '{value}'"
