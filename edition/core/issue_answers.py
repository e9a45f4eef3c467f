"""The answers to GitHub's form for a note, as an issue holds them, made into an entry.

GitHub sets each label as a heading of the third level with the answer beneath it, `_No response_`
where there is none, and boxes as a list of tasks (README of the npm package
@operate-first/probot-issue-form; issue 36 of github.com/issue-ops/parser).
"""

from __future__ import annotations

import re
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
_NONE = "_No response_"
_TICKED = ("- [x]", "- [X]")
_PARAGRAPH = re.compile(r"(?:¶|p|par|paragraph)\.? *(\d+)")
"""How people write what a unit is called, in small letters."""
_RESOLVER = re.compile(r"https?://orcid\.org/")


class AnswersError(Exception):
    """Says why the answers of an issue cannot be told apart."""


def entry_of_answers(text: str, licence: str) -> str:
    """Return the text of the entry that an issue's answers make; nothing if it holds none.

    `licence` is the edition's: a ticked box agrees to it if it names it. Any heading that somebody
    wrote into an answer stays in it. Raise `AnswersError` if it is one of the form's labels.
    """
    answers = _answers(text)
    if "quote" not in answers:
        return ""
    boxes = answers.pop(LICENCE.name, "").splitlines()
    agreed = any(line.startswith(_TICKED) and f"[{licence}]" in line for line in boxes)
    body = answers.pop(_BODY, "")
    values = {name: collapsed(answer) for name, answer in answers.items()}
    values["kind"] = values.get("kind", "").lower()
    values["unit"] = _PARAGRAPH.sub(r"p\1", values.get("unit", "").lower())
    values["orcid"] = _RESOLVER.sub("", values.get("orcid", ""))
    return entry_text(NOTE, values | ({LICENCE.name: licence} if agreed else {}), body)


def _answers(text: str) -> dict[str, str]:
    lines: dict[str, list[str]] = {}
    name = ""
    for line in text.split("\n"):
        label = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if label in ASKED:
            name = ASKED[label]
            if name in lines:
                raise AnswersError(
                    f"the heading “{label}” stands in the issue twice: take out the one that is"
                    " part of an answer"
                )
            lines[name] = []
        elif name:
            lines[name].append(line)
    found = {name: "\n".join(answer).strip() for name, answer in lines.items()}
    return {name: answer for name, answer in found.items() if answer != _NONE}
