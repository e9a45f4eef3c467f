"""The tiny edition with every payload in every field, and what becomes of each."""

import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.command import run
from tests.payloads import PAYLOADS
from tests.pull_request import laid, shown
from tests.tiny_edition import lay_out

_QUOTES = ("Nobody paints it", "every ladder carries a mark", "It promises two high waters",
           "boats believe the ladder", "each of its lines was wet once")  # fmt: skip
_SIGNED = "author: editors\ndate: 2026-11-24\n"
_LINE = re.compile(r"(?P<path>[^:]+):\d+: [a-z-]+: (?P<warning>warning: )?.+")


def quoted(value: str) -> str:
    """Return a value as YAML."""
    return "'{}'".format(value.replace("'", "''").replace("\n", " "))


def note(fields: str, body: str) -> Callable[[int], str]:
    return lambda turn: f"---\nquote: {_QUOTES[turn % 5]}\nkind: context\n{fields}---\n{body}\n"


def entry(**fields: str) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{KEY,\n{lines}}}\n"


def person(words: str) -> str:
    return f"author_name: {quoted(words)}\ndate: 2026-11-24\n"


def listed(fields: str) -> Callable[[int], str]:
    return lambda _: f"---\n{fields}{_SIGNED}---\nWords.\n"


def always(text: str) -> Callable[[int], str]:
    return lambda _: text


_FAR = "https://example.org/"
_NOTES, _BIB = ("docs/notes", ".md"), ("bibliography", ".bib")
FIELDS: dict[str, tuple[tuple[str, str], Callable[[str], Callable[[int], str]]]] = {
    "body": (_NOTES, lambda w: note(_SIGNED, w)),
    "code": (_NOTES, lambda w: note(_SIGNED, f"~~~~~~~~\n{w}\n~~~~~~~~")),
    "author": (_NOTES, lambda w: note(person(w), "Words.")),
    "source": (_NOTES, lambda w: note(f"{_SIGNED}new_source: {quoted(w)}\n", "Words.")),
    "tag": (_NOTES, lambda w: note(f"{_SIGNED}tags: [{quoted(w)}]\n", "Words.")),
    "term": (
        ("docs/glossary", ".md"),
        lambda w: listed(f"term: {quoted(w)}\nkind: concept\n"),
    ),
    "event": (
        ("docs/timeline", ".md"),
        lambda w: listed(f"event: {quoted(w)}\nwhen: 1995\nkind: society\n"),
    ),
    "title": (_BIB, lambda w: always(entry(title=f"{{{w}}}", url=_FAR))),
    "writer": (_BIB, lambda w: always(entry(author=f"{{{w}}}", title="Tides", url=_FAR))),
    "address": (_BIB, lambda w: always(entry(title="Tides", url=w))),
    "remark": (_BIB, lambda w: always(entry(title="Tides", note=w, url=_FAR))),
}
"""Where each field's file lies and how it ends, and what is in it, given words and their number."""


@dataclass(frozen=True)
class Tried:
    """What was let in and what was not."""

    site: Path
    let_in: frozenset[tuple[str, int]]
    """Field and number of the payload."""
    refused: frozenset[tuple[str, int]]


def build(folder: Path) -> Tried:
    """Put each payload into each field, delete what is refused, and build the rest.

    The harmless cases of pull requests are laid over it, so that one site holds all there is. A
    file that is refused without its own name in a message is found by what the check ends with.
    """
    root = lay_out(folder / "edition")
    files = {}
    for name, ((place, ending), file) in FIELDS.items():
        for turn, payload in enumerate(PAYLOADS):
            text = file(payload)(turn).replace("KEY", f"harm-{name}-{turn}")
            files[name, turn] = root / place / f"harm-{name}-{turn}{ending}"
            files[name, turn].write_text(text, encoding="utf-8", newline="")
    by_path = {file.relative_to(root).as_posix(): key for key, file in files.items()}
    refused = set()
    for _ in range(4):  # what stands in the way of others is found first
        outcome = run(root, "check")
        if outcome.status == 0:
            break
        for line in outcome.stderr.splitlines():
            match = _LINE.fullmatch(line)
            assert match, line
            if not match["warning"]:
                refused.add(by_path[match["path"]])
        for key in refused:
            files[key].unlink(missing_ok=True)
    with ExitStack() as all_of_them:
        for case in shown():
            all_of_them.enter_context(laid(root, case, folder / case.name))
        outcome = run(root, "build")
    assert outcome.status == 0, outcome.stderr[-2000:]
    return Tried(root / "site", frozenset(files) - refused, frozenset(refused))
