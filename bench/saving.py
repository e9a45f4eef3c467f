"""What a writer waits for: from saving a note until `edition serve` has it on the page."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.stacks import copy_edition, engine
from bench.timing import CannotRunError, Spread, spread, surroundings
from edition.core.anchor import Span, describe
from edition.core.entry_file import entry_text
from edition.core.entry_forms import NOTE
from edition.core.word import word_end
from edition.sources.load import load

SAVES = ("a new note", "its words changed", "its quote changed", "it is removed")
"""What is saved in each round, in this order."""
FRESH = "a fresh build"
_STEP = 0.02
"""Seconds between two looks at the page."""
_LONGEST = 120
_QUOTED = 40
"""Characters from the beginning of a paragraph that a note is about, at least."""


def time_saving(project: Path, folder: Path, runs: int) -> dict[str, list[float]]:
    """Return the seconds until each save shows, and those of a fresh build beside them."""
    root = folder / "edition"
    copy_edition(project, root)
    address, quotes = _quotes(root)
    note = root / NOTE.folder / "measured-note.md"
    build = engine(project, root, folder / "site")
    build.run()
    times: dict[str, list[float]] = {FRESH: [], **{name: [] for name in SAVES}}
    with _served(project, root) as base:
        page = f"{base}{address}"
        _wait(page, b"</html>", is_there=True)
        for run in range(-1, runs):  # the first round warms up
            word = f"measured{run + 1}"
            texts = (
                _note(quotes[0], f"First {word}."),
                _note(quotes[0], f"Then {word}."),
                _note(quotes[1], f"Last {word}."),
                None,
            )
            seen = (f"First {word}.", f"Then {word}.", f"Last {word}.", f"Last {word}.")
            for name, text, words in zip(SAVES, texts, seen, strict=True):
                start = time.perf_counter()
                if text is None:
                    note.unlink()
                else:
                    note.write_text(text, encoding="utf-8")
                _wait(page, words.encode(), is_there=text is not None)
                if run >= 0:
                    times[name].append(time.perf_counter() - start)
                time.sleep(1)  # as a writer does, whose next save is not within the same second
            if run >= 0:
                times[FRESH].append(build.run().wall)
    return times


def saving_rows(times: Mapping[str, Sequence[float]]) -> list[tuple[str, ...]]:
    """Return a table: seconds, and their ratio to those of a fresh build in the same round."""
    rows = [("until it is on the page", "seconds", f"{FRESH} being 1", "expected")]
    for name, seconds in times.items():
        ratios = [a / b for a, b in zip(seconds, times[FRESH], strict=True)]
        beside: Spread = spread(ratios)
        expected = "" if name == FRESH else "at most 2 s"
        rows.append((name, spread(seconds).text(), beside.text(), expected))
    return rows


def _quotes(root: Path) -> tuple[str, tuple[dict[str, str], dict[str, str]]]:
    """Return the address of a page, and two quotes of a paragraph on it."""
    edition, _ = load(root)
    if edition is None:
        raise CannotRunError("there is no edition to be served")
    page = next(page for page in edition.text_pages if page.number)
    unit = edition.unit_by_id[page.units[0]]

    def quote(longer: int) -> dict[str, str]:
        end = word_end(unit.text, _QUOTED + longer)
        found = describe(edition.passages, Span(unit.id, 0, end))
        return {"quote": found.exact, "unit": found.unit}

    return page.address, (quote(0), quote(_QUOTED))


def _note(quote: Mapping[str, str], body: str) -> str:
    signed = {"kind": "query", "author_name": "Bench", "date": "2026-11-29"}
    return entry_text(NOTE, {**quote, **signed}, body)


@contextlib.contextmanager
def _served(project: Path, root: Path) -> Iterator[str]:
    """Serve an edition at a free port while this lasts; give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "edition", "--root", str(root), "serve", "--address", place],
        cwd=project,
        env=surroundings({"EDITION_URL": ""}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{place}/"
    finally:
        server.terminate()
        server.wait()


def _wait(page: str, words: bytes, *, is_there: bool) -> None:
    """Wait until a page has some words, or has them no longer."""
    end = time.perf_counter() + _LONGEST
    while time.perf_counter() < end:
        with contextlib.suppress(URLError, OSError), urlopen(page, timeout=_LONGEST) as answer:
            content = answer.read()
            if b"</html>" in content and (words in content) is is_there:
                return
        time.sleep(_STEP)
    raise CannotRunError(f"{page} did not change within {_LONGEST} s")
