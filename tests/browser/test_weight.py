"""What a page costs a reader at the end of a slow line."""

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.reader import Reader

KIB = 1024
TEXT_BUDGET, FONT_BUDGET = 60 * KIB, 60 * KIB
REQUESTS = 12
FONTS = ".woff2"


def test_the_densest_page_of_the_text_stays_within_its_budget(
    site: Path, page: Callable[..., Reader]
) -> None:
    """With all its notes: HTML, styles, scripts at most 60 KiB gzipped in 12 requests.

    Fonts are at most 60 KiB more, in requests of their own.
    """
    densest = max(site.glob("text/*/index.html"), key=lambda file: file.stat().st_size)
    reader = page()
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url))
    reader.visit(f"{densest.parent.relative_to(site).as_posix()}/")
    reader.page.evaluate("() => document.fonts.ready")
    reader.page.wait_for_timeout(500)
    text = fonts = 0
    for url in asked:
        path = unquote(urlsplit(url).path).removeprefix("/sub/path/")
        file = site / path
        file = file / "index.html" if file.is_dir() else file
        if file.suffix == FONTS:
            fonts += file.stat().st_size
        else:
            text += len(gzip.compress(file.read_bytes(), 9))
    assert len(set(asked)) == len(asked), "something is asked for twice"
    assert len([url for url in asked if not url.endswith(FONTS)]) <= REQUESTS, asked
    assert 0 < text <= TEXT_BUDGET
    assert 0 < fonts <= FONT_BUDGET
    assert reader.troubles() == []
