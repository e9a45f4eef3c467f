"""Problems as a forge's summary shows them: in plain words, each with its cure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from edition.core.explanation import Explanation
from edition.core.problem import Problem, errors
from edition.html.body import draw_body
from edition.html.summary_block import summary_block

_MOST = 30
"""Problems that are explained: a forge takes 1 MiB a step, and nobody reads more at once."""


def summarise(problems: Sequence[Problem], guide: Mapping[str, Explanation]) -> str:
    """Return problems as Markdown: how many there are, then each with place, meaning and cure."""
    found = sorted(set(problems), key=lambda problem: (not problem.is_error, problem))
    blocks = [summary_block(_problem(problem, guide)) for problem in found[:_MOST]]
    if len(found) > _MOST:
        blocks.append(f"And {len(found) - _MOST} more, which the log names.\n")
    return "\n".join(["## What the check found\n", f"{_verdict(found)}\n", *blocks])


def _verdict(problems: Sequence[Problem]) -> str:
    """Say in a sentence or two what has to be done."""
    wrong = len(errors(problems))
    remarks = len(problems) - wrong
    sentences = []
    if wrong:
        things = "One thing has" if wrong == 1 else f"{wrong} things have"
        sentences.append(
            f"{things} to be mended before this can be published. Change the file and save it: the"
            " check runs again by itself."
        )
    else:
        sentences.append("Nothing is wrong.")
    if remarks:
        things = "One remark stops" if remarks == 1 else f"{remarks} remarks stop"
        sentences.append(f"{things} nothing: the editors will see to it.")
    return " ".join(sentences)


def _problem(problem: Problem, guide: Mapping[str, Explanation]) -> Markup:
    """Draw a problem; of a remark, which asks nothing of a contributor, no more than is needed."""
    place = problem.place
    label = "To be mended" if problem.is_error else "Remark"
    message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    parts = [
        Markup("<h3>{}: line {} of {}</h3>").format(label, place.line, place.path),
        Markup("<p>{}</p>").format(message[:1].upper() + message[1:]),
    ]
    explanation = guide.get(problem.code)
    if explanation and problem.is_error:
        parts.append(draw_body(explanation.meaning))
        parts.append(Markup("<p><strong>What to do</strong></p>"))
    if explanation:
        parts.append(draw_body(explanation.cure))
    parts.append(Markup("<p>The code of this message is <code>{}</code>.</p>").format(problem.code))
    return Markup("").join(parts)
