"""A page in which the search engine stands alone, with an index in either form, to be asked."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from edition.exports.search_documents import SearchDocument
from edition.exports.search_index import sharded, whole

SCRIPTS = Path(__file__).parents[2] / "overrides" / "assets" / "javascripts"
NAMES = ("search-words.js", "search-index.js", "search-engine.js")
_OPEN = """async (form) => {
  const base = new URL(`${form}/search/`, location.href);
  const index = await (await fetch(new URL("index.json", base))).json();
  (globalThis.sources ??= {})[form] = editionSearch.open(base, index);
}"""
_ASK = """([form, questions, how]) =>
  Promise.all(questions.map((question) => editionSearch.search(sources[form], question, how)))"""


def lay_out(folder: Path, documents: Sequence[SearchDocument]) -> None:
    """Write the page, and the index of the documents as one file and in shards."""
    for name in NAMES:
        shutil.copy(SCRIPTS / name, folder / name)
    scripts = "".join(f'<script src="{name}"></script>' for name in NAMES)
    head = '<!doctype html><html lang="en"><title>Search</title><link rel="icon" href="data:,">'
    (folder / "index.html").write_text(f"{head}{scripts}", encoding="utf-8")
    for form, files in (("whole", whole(documents)), ("shards", sharded(documents))):
        for path, content in files.items():
            file = folder / form / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def open_index(page: Page, form: str) -> None:
    """Open the index in one of its forms, `whole` or `shards`."""
    page.evaluate(_OPEN, form)


def ask(page: Page, form: str, questions: Sequence[str], **how: object) -> list[dict[str, Any]]:
    """Return the engine's answers to some questions."""
    answers: list[dict[str, Any]] = page.evaluate(_ASK, [form, list(questions), how])
    return answers
