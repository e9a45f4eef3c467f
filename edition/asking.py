"""Asking: questions to whoever sits at the terminal, each repeated until it is answered.

What is asked goes to standard error, so that standard output holds results alone. The end of the
input is an `EOFError`, as `input` has it: nobody answers any more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from unicodedata import category

from edition.core.passage import did_you_mean

_ANSWERS = {"y": True, "yes": True, "n": False, "no": False}


def can_ask() -> bool:
    """Say whether somebody can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def tell(words: str) -> None:
    """Show a line to whoever is asked."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def ask(question: str, fault: Callable[[str], str], default: str | None = None) -> str:
    """Return the answer to a question, or the default, if there is one, for an empty line.

    `fault` says what is wrong with an answer, or nothing if it fits.
    """
    tell(f"\n{question}")
    while True:
        answer = _line().strip()
        if not answer and default is not None:
            return default
        wrong = fault(answer) if answer else "expected an answer, found nothing"
        if not wrong:
            return answer
        tell(wrong)


def choose(question: str, choices: Mapping[str, str], default: str | None = None) -> str:
    """Return one of some names, answered by its number or by itself; each is shown with words."""
    names, width = list(choices), max(map(len, choices))
    shown = "\n".join(
        f"{number:>3}  {name:<{width}}  {words}".rstrip()
        for number, (name, words) in enumerate(choices.items(), 1)
    )

    def meant(answer: str) -> str:
        number = int(answer) if answer.isascii() and answer.isdecimal() else 0
        if 1 <= number <= len(names):
            return names[number - 1]
        return answer.casefold() if answer.casefold() in choices else ""

    def fault(answer: str) -> str:
        hint = did_you_mean(answer.casefold(), names)
        wrong = f"expected a number from 1 to {len(names)} or a name, found {answer!r}"
        return "" if meant(answer) else f"{wrong} ({hint})" if hint else wrong

    enter = f"; press Enter for {default}" if default else ""
    return meant(ask(f"{question} Answer with its number or name{enter}.\n{shown}", fault, default))


def ask_items(question: str, fault: Callable[[str], str], *, is_optional: bool) -> tuple[str, ...]:
    """Return an answer of several lines, each judged by itself, which an empty line ends."""
    none = " An empty line ends them; press Enter at once for none." if is_optional else ""
    tell(f"\n{question}.{none or ' An empty line ends them.'}")
    items: list[str] = []
    while (item := " ".join(_line().split())) or not (items or is_optional):
        wrong = fault(item) if item else "expected an answer, found nothing"
        if wrong:
            tell(wrong)
        else:
            items.append(item)
    return tuple(dict.fromkeys(items))


def agrees(question: str, shown: str) -> bool:
    """Say whether somebody agrees to what is shown: Enter does, `n` does not."""
    lines = "".join(f"  {line}\n" if line else "\n" for line in shown.rstrip().split("\n"))
    answer = ask(f"{question} Press Enter if so, n if not.\n\n{lines}", _no_answer, "y")
    return _ANSWERS[answer.casefold()]


def says_yes(question: str) -> bool:
    """Say whether somebody answers yes, in so many letters: nothing is taken for it."""
    return _ANSWERS[ask(f"{question} Answer y or n.", _no_answer).casefold()]


def _no_answer(words: str) -> str:
    return "" if words.casefold() in _ANSWERS else f"expected y or n, found {words!r}"


def ask_lines(question: str) -> str:
    """Return an answer of one line or more, which an empty line ends."""
    tell(f"\n{question} An empty line ends it.")
    lines: list[str] = []
    while (line := _line()).strip() or not lines:
        if line.strip():
            lines.append(line)
    return "\n".join(lines)


def _line() -> str:
    """Return a line as it was typed, without what nobody can see."""
    while True:
        try:
            line = _typed()
            line.encode()
        except UnicodeError:
            tell("expected UTF-8; please type it again")
            continue
        if not any(category(sign) == "Cc" and sign not in "\t\n" for sign in line):
            return line
        tell("found a key that is no letter, such as an arrow; please type it again")


def _typed() -> str:
    if sys.stdout.isatty():
        # With it a line can be edited, and a pasted one be longer than the 1024 bytes at which
        # some systems cut a line that they edit themselves. Windows has no such module.
        with suppress(ImportError):
            import readline  # noqa: F401
        return input("> ")
    sys.stderr.write("> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")
