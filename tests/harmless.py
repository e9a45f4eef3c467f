"""What pages may hold: the elements and attributes of an honest site, and those of a body."""

from pathlib import Path
from urllib.parse import urlsplit

from tests.trees import Tree, document

Pair = tuple[str, str]
"""An element and an attribute of it; the attribute is empty for the element itself."""

_OF_A_BODY = {
    *("blockquote", "br", "code", "em", "ol", "p", "pre", "strong", "ul"),
}
OF_A_BODY: set[Pair] = {
    *((name, "") for name in (*_OF_A_BODY, "a", "li", "span")),
    *(("a", "href"), ("a", "rel"), ("a", "class"), ("ol", "start"), ("span", "lang")),
}
"""What the renderer makes of a contributor's words, whether or not a site has an example."""

SCHEMES = {"", "http", "https", "mailto"}
_PICTURES = ("data:image/svg+xml,", "data:,")


def pairs(page: Tree) -> set[Pair]:
    """Return every element of a page with each of its attributes."""
    return {(element.name, name) for element in page for name in ("", *element.attributes)}


def pages_of(site: Path) -> list[Path]:
    """Return the pages that people read: short links lead on, and are drawn from names alone."""
    return [
        file for file in sorted(site.rglob("*.html")) if len(file.relative_to(site).parts[0]) > 1
    ]


def honest(site: Path) -> set[Pair]:
    """Return what pages may hold, given a site without anything hostile in it."""
    return OF_A_BODY.union(*(pairs(document(file)) for file in pages_of(site)))


def assert_harmless(page: Tree, allowed: set[Pair], where: str) -> None:
    """Nothing is in a page that an honest one has not, and no address leads astray."""
    assert pairs(page) - allowed == set(), where
    for element in page:
        for name, value in element.attributes.items():
            assert not name.startswith("on"), where
            if name in ("href", "src") and not value.startswith(_PICTURES):
                assert urlsplit(value).scheme in SCHEMES, where
    for script in page.find("script"):
        assert "integrity" in script.attributes or not set("<>&") & set(script.words), where
