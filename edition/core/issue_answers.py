"""The answers to GitHub's form for a note, as an issue holds them, made into an entry.

GitHub sets each label as a heading of the third level with the answer beneath it, `_No response_`
where there is none, and boxes as a list of tasks (github.com/issue-ops/parser, README, issue 36).
"""

from __future__ import annotations

from collections.abc import Mapping

from edition.core.entry_file import entry_text
from edition.core.entry_forms import NOTE
from edition.core.quote import collapsed
from edition.core.signing import LICENCE

_BODY = "words"
ASKED: Mapping[str, str] = {
    "The article’s words": "quote",
    "Where they stand": "unit",
    "The words directly before": "prefix",
    "The words directly after": "suffix",
    "What the note is for": "kind",
    "Whom it is for": "level",
    "What you have to say": _BODY,
    "How you know": "new_source",
    "Your name": "author_name",
    "Your ORCID iD": "orcid",
    "Licence": LICENCE.name,
}
"""What the form asks, in its order, and the field of an entry that the answer is."""
_ORDER = tuple(ASKED)
_NONE = "_No response_"
_TICKED = ("- [x]", "- [X]")


def entry_of_answers(text: str, licence: str) -> str:
    """Return the text of the entry that an issue's answers make; nothing if it holds none.

    `licence` is the one to which a ticked box agrees. A heading that somebody wrote into an answer
    stays in it, unless it is a label whose turn has come.
    """
    answers = _answers(text)
    if "quote" not in answers:
        return ""
    agreed = any(line.startswith(_TICKED) for line in answers.pop(LICENCE.name, "").splitlines())
    body = answers.pop(_BODY, "")
    values = {name: collapsed(answer) for name, answer in answers.items()}
    values["kind"] = values.get("kind", "").lower()
    return entry_text(NOTE, values | ({LICENCE.name: licence} if agreed else {}), body)


def _answers(text: str) -> dict[str, str]:
    lines: dict[str, list[str]] = {}
    name, asked = "", 0
    for line in text.split("\n"):
        label = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if label in _ORDER[asked:]:
            name, asked = ASKED[label], _ORDER.index(label) + 1
            lines[name] = []
        elif name:
            lines[name].append(line)
    found = {name: "\n".join(answer).strip() for name, answer in lines.items()}
    return {name: answer for name, answer in found.items() if answer != _NONE}
