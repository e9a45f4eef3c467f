"""Searching, measured in Chromium: what is fetched until the first result, and how long it takes.

A question is put in a fresh page, all at once, to see what it costs; then questions are typed, and
the time is taken from the last key to the first result that stands in the page. The server is on
this machine, so that fetching costs next to no time; on a line it is the bytes that do.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Error, Page, Request, sync_playwright

from bench.search_sites import Searched, Sites
from bench.timing import CannotRunError, spread
from edition.core.search_words import search_words
from edition.exports.search_documents import Sort
from tests.browser.conftest import ARGUMENTS
from tests.browser.server import Server

QUESTIONS = (
    "soft power",
    "kazakhstan",
    "xinhua",
    "debt",
    "silk road",
    "confucius institute",
    "china central asia summit",
    "1990",
)
"""Of this edition: all three ways find something for each."""

_PATIENCE = 120_000
"""Milliseconds: Material makes the index of 1,000 pages in the browser."""
_PAUSE = 150
"""Milliseconds between the last key and the one before: somebody who types slowly."""
_LEVEL = 9
_KIBI = 1024
_SEED = 20261126
_WATCH = """([field, results, item]) => {
  const state = globalThis.bench = { asked: 0, shown: 0 };
  const list = document.querySelector(results);
  document.querySelector(field).addEventListener("input", (event) => {
    state.asked = event.timeStamp;
    state.shown = 0;
  }, true);
  new MutationObserver(() => {
    if (!state.shown && document.querySelector(item)) state.shown = performance.now();
  }).observe(list, { childList: true, subtree: true, characterData: true });
}"""


@dataclass(slots=True)
class Measured:
    """What one way to search has cost."""

    kibi: list[float] = field(default_factory=list)
    """KiB, gzipped, until the first result: a number for each question."""
    requests: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    """Milliseconds from opening search to the first result."""
    typed: list[float] = field(default_factory=list)
    """Milliseconds from the last key of a question to its first result."""


def made_up_questions(sites: Sites, count: int = 6) -> list[str]:
    """Return questions that a made-up edition answers: a rare word, two words, a quote’s first.

    Words are those of notes, so that each way finds them.
    """
    dice = random.Random(_SEED)
    notes = [document for document in sites.documents if document.sort is Sort.NOTE]
    questions: list[str] = []
    while len(questions) < count:
        note = dice.choice(notes)
        words = [word for word in search_words(note.text) if len(word) > 3]
        quoted = [word for word in search_words(note.title) if word.isalpha()]
        made = (
            max(words, key=len),
            " ".join(dice.sample(words, 2)),
            " ".join(quoted[:3]),
            words[0],
        )
        questions.append(made[len(questions) % len(made)])
    return questions


def measure(
    executable: str, sites: Sites, questions: Sequence[str], runs: int
) -> dict[str, Measured]:
    """Return what each way to search costs in a Chromium, by name."""
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
            return {
                searched.name: _measure(browser, searched, questions, runs)
                for searched in sites.searched
            }
    except Error as error:
        raise CannotRunError(f"Chromium: {error.message.splitlines()[0]}") from error


def _measure(browser: Browser, searched: Searched, questions: Sequence[str], runs: int) -> Measured:
    measured = Measured()
    context, page = None, None
    with Server(searched.site) as server:
        for question in questions:
            if page is None or not searched.at_once:
                if context is not None:
                    context.close()
                context = browser.new_context()
                context.set_default_timeout(_PATIENCE)
                page = context.new_page()
                _put_first(page, server, searched, question, measured)
            for _ in range(runs):
                page.locator(searched.field).fill(question[:-1])
                page.wait_for_timeout(_PAUSE)
                page.locator(searched.field).press("End")
                page.keyboard.type(question[-1])
                shown = _shown(page)
                measured.typed.append(shown - page.evaluate("bench.asked"))
        if context is not None:
            context.close()
    return measured


def _put_first(
    page: Page, server: Server, searched: Searched, question: str, measured: Measured
) -> None:
    """Open search in a fresh page, put one question, and add what that took."""
    asked: list[str] = []
    page.on("request", lambda request: _keep(request, server, asked))
    _open(page, server, searched)
    opened = page.evaluate("performance.now()")
    page.keyboard.insert_text(question)
    page.keyboard.press("Shift")  # Material listens to keys, not to what they write
    shown = _shown(page)
    files = {path for path in asked if any(part in f"/{path}" for part in searched.parts)}
    measured.kibi.append(sum(_size(searched.site / path) for path in files) / _KIBI)
    measured.requests.append(len(files))
    measured.first.append(shown - opened)


def _open(page: Page, server: Server, searched: Searched) -> None:
    """Open search, as its key does where there is one."""
    page.goto(server.url + searched.page, wait_until="load")
    page.evaluate(_WATCH, [searched.field, searched.results, searched.item])
    if not page.locator(searched.field).is_visible():
        page.keyboard.press("/")
    page.locator(searched.field).focus()


def _shown(page: Page) -> float:
    page.wait_for_function("() => bench.shown > 0", polling=10)
    shown: float = page.evaluate("bench.shown")
    return shown


def _keep(request: Request, server: Server, asked: list[str]) -> None:
    path = unquote(urlsplit(request.url).path)
    if path.startswith(server.prefix):
        asked.append(path.removeprefix(server.prefix))


def _size(file: Path) -> int:
    """Return the bytes of a file on the line: gzipped, unless it is already."""
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, _LEVEL, mtime=0)))


def search_rows(measured: dict[str, Measured]) -> list[tuple[str, ...]]:
    """Return a table's rows: a column for each way to search."""
    shown = (
        ("KiB, gzip -9, until the first result", "kibi", 1),
        ("requests until then", "requests", 0),
        ("ms from opening to the first result", "first", 0),
        ("ms from a key to the first result", "typed", 1),
    )
    table = [("median (least to most)", *measured)]
    for name, of, digits in shown:
        table.append((name, *(_text(getattr(m, of), digits) for m in measured.values())))
    return table


def _text(values: Sequence[float], digits: int) -> str:
    """Return median and spread, or the one value that all measurements gave."""
    return spread(values).text(digits) if len(set(values)) > 1 else f"{values[0]:.{digits}f}"
