"""The weight of a page: what a browser loads before the reader does anything."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

_LEVEL = 9
"""Of gzip, what a static server has prepared; Brotli would make all of it smaller alike."""
_FONT = re.compile(r"url\(\s*['\"]?([^'\")]+\.woff2?)")


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of one page, gzipped file by file, and the files."""

    page: int
    styles: int
    blocking: int
    """Scripts that the page waits for: without `defer`, `async` or `type="module"`."""
    deferred: int
    search: int
    """What a script of Material's fetches at once where there is a search: worker and index."""
    fonts: int
    """Not gzipped, which they are already; a browser loads those of them that the text uses."""
    font_files: int
    requests: int
    """All files above, without fonts, with images and the icon."""

    @property
    def total(self) -> int:
        """Return all but the fonts and the images."""
        return self.page + self.styles + self.blocking + self.deferred + self.search


def densest_chapter(site: Path) -> str:
    """Return the address of the chapter with the most HTML: `text/04-summit/`."""
    pages = [file for file in site.glob("text/*/index.html") if file.parent.name[:1].isdecimal()]
    largest = max(pages, key=lambda file: (file.stat().st_size, file.parent.name))
    return largest.parent.relative_to(site).as_posix() + "/"


def weigh(site: Path, address: str) -> Weight:
    """Weigh one page of a built site; what is not in the site (another origin) is an error."""
    file = site / address / "index.html"
    root = html.document_fromstring(file.read_bytes())
    loaded: dict[str, set[Path]] = {"styles": set(), "blocking": set(), "deferred": set()}
    others: set[Path] = set()
    fonts: set[Path] = set()
    for element in root.iter("link", "script", "img"):
        link = element.get("href") if element.tag == "link" else element.get("src")
        if not link or link.startswith("data:"):
            continue
        kind = _kind(element)
        if kind:
            target = fonts if kind == "fonts" else loaded.get(kind, others)
            target.add(_file(site, address, link))
    for style in loaded["styles"]:
        folder = style.parent.relative_to(site).as_posix() + "/"
        for link in _FONT.findall(style.read_text(encoding="utf-8")):
            fonts.add(_file(site, folder, link))
    search = _search_files(site, address, root)
    sizes = {name: sum(map(_gzipped, files)) for name, files in loaded.items()}
    return Weight(
        page=_gzipped(file),
        **sizes,
        search=sum(map(_gzipped, search)),
        fonts=sum(font.stat().st_size for font in fonts),
        font_files=len(fonts),
        requests=1 + sum(map(len, loaded.values())) + len(others) + len(search),
    )


def _kind(element: html.HtmlElement) -> str:
    """Return what an element makes a browser load: nothing for canonical links and the like."""
    if element.tag == "script":
        waits = element.get("type") != "module" and not {"defer", "async"} & set(element.keys())
        return "blocking" if waits else "deferred"
    if element.tag == "img":
        return "images"
    relations = (element.get("rel") or "").lower().split()
    if "stylesheet" in relations:
        return "styles"
    if "preload" in relations and element.get("as") == "font":
        return "fonts"
    return "images" if "icon" in relations else ""


def _search_files(site: Path, address: str, root: html.HtmlElement) -> list[Path]:
    """Return worker and index where the page has Material's configuration and its search form.

    Its bundle then fetches both at once. Nothing else is known of what scripts fetch: a page that
    fetches more before anything was done would have to be watched in a browser.
    """
    found = root.xpath('//script[@id="__config"]')
    if not found or not root.xpath('//*[@data-md-component="search"]'):
        return []
    worker = _file(site, address, json.loads(found[0].text or "{}")["search"])
    return [worker, site / "search" / "search_index.json"]


def _file(site: Path, address: str, link: str) -> Path:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        raise ValueError(f"the page {address} loads {link} from another origin")
    path = posixpath.normpath(posixpath.join("/", address, unquote(parts.path)))
    return site / path.lstrip("/")


def _gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), _LEVEL, mtime=0))
