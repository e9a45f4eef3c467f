"""Where pages are, and which of them are chapters."""

import pytest

from edition.core.pages import EditorsPage, TextPage, address_of
from edition.core.problem import Place


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("bibliography.md", "bibliography/"),
        ("about/principles.md", "about/principles/"),
        ("teach/index.md", "teach/"),
        ("teach/a/index.md", "teach/a/"),
        ("about/my-index.md", "about/my-index/"),
        ("text/plain.md", "text/plain/"),
    ],
)
def test_a_page_has_the_address_of_its_file_without_ending(path: str, address: str) -> None:
    assert address_of(path) == address
    assert EditorsPage(path, "", (), (), Place("a")).address == address


@pytest.mark.parametrize(
    ("slug", "number"),
    [("04-summit", 4), ("12-end", 12), ("front", 0), ("references", 0), ("7", 7), ("x-7", 0)],
)
def test_a_chapter_is_numbered_by_the_name_of_its_file(slug: str, number: int) -> None:
    page = TextPage(slug, "A title", (), (), Place("a"))
    assert (page.number, page.address) == (number, f"text/{slug}/")
