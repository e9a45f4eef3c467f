"""Strict little readers of what reference managers take in."""

import re

from pybtex.database import parse_string

_TEX = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
    r"\%": "%", r"\&": "&", r"\#": "#", r"\_": "_", r"\$": "$",
}  # fmt: skip
_COMMAND = re.compile("|".join(re.escape(sign) for sign in sorted(_TEX, key=len, reverse=True)))
_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def read_bibtex(text: str) -> dict[str, dict[str, str]]:
    """Return the entries by key, fields in plain words; a key that stands twice is an error.

    Nothing stands in a field that TeX would take for a command, a comment or a formula.
    """
    keys = re.findall(r"^@\w+\{([^,]+),", text, re.MULTILINE)
    assert len(set(keys)) == len(keys)
    read = parse_string(text, "bibtex").entries
    assert list(read) == keys
    return {
        key: {name: _plain(name, value) for name, value in entry.fields.items()}
        | {role: " and ".join(map(str, people)) for role, people in entry.persons.items()}
        for key, entry in read.items()
    }


def _plain(name: str, value: str) -> str:
    if name == "url":
        assert not set(value) & set("{}\\ "), value
        return value
    words = re.fullmatch(r"\{(.*)\}|(.*)", value, re.DOTALL)
    assert words is not None
    inner = words[1] if words[1] is not None else words[2]
    assert not set(_COMMAND.sub("", inner)) & set("\\{}%&#_$~^"), inner
    return _COMMAND.sub(lambda sign: _TEX[sign[0]], inner)


def read_ris(text: str) -> dict[str, dict[str, str]]:
    """Return the records by their ids; a tag that stands twice in one is an error."""
    records: dict[str, dict[str, str]] = {}
    current: dict[str, str] | None = None
    for line in text.split("\n"):
        if not line:
            assert current is None, "an empty line within a record"
            continue
        match = _LINE.fullmatch(line)
        assert match is not None, line
        tag, value = match.groups()
        if tag == "TY":
            assert current is None, "a record within a record"
            current = {}
        assert current is not None, line
        assert tag not in current, line
        current[tag] = value
        if tag == "ER":
            assert value == ""
            assert current["ID"] not in records
            records[current["ID"]] = current
            current = None
    assert current is None, "a record without an end"
    return records
