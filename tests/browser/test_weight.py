"""What a page costs a reader at the end of a slow line."""

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.reader import Reader

KIB = 1024
TEXT_BUDGET, FONT_BUDGET = 45 * KIB, 60 * KIB


def test_a_chapter_stays_within_its_budget(site: Path, page: Callable[..., Reader]) -> None:
    """HTML, styles and scripts of the longest chapter: at most 45 KiB gzipped; fonts 60 more."""
    reader = page()
    asked: list[str] = []
    reader.context.on("requestfinished", lambda request: asked.append(request.url))
    reader.visit("text/04-summit/")
    reader.page.wait_for_timeout(500)
    text = fonts = 0
    for url in set(asked):
        path = unquote(urlsplit(url).path).removeprefix("/sub/path/")
        file = site / path
        file = file / "index.html" if file.is_dir() else file
        if file.suffix == ".woff2":
            fonts += file.stat().st_size
        elif file.suffix in (".html", ".css", ".js", ".json"):
            text += len(gzip.compress(file.read_bytes(), 9))
    assert 0 < text <= TEXT_BUDGET
    assert 0 < fonts <= FONT_BUDGET
