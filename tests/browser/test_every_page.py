"""What is true of every page: nothing is blocked, nothing leaves the site, nothing is amiss."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from edition.core.addresses import SHORT_FOLDERS
from tests.browser.accessibility import axe
from tests.browser.reader import Reader
from tests.browser.validator import Message, vnu

SHORT = tuple(f"{folder}/" for folder in SHORT_FOLDERS)
"""Folders of pages that only lead on; they have tests of their own."""


def addresses(site: Path) -> list[str]:
    """Return the address of every page of a built site that a reader reads."""
    found = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    pages = sorted(path.removesuffix("index.html") for path in found)
    return [page for page in pages if not page.startswith(SHORT)]


def stated(page: Page) -> int:
    """Return how many policies a page states."""
    return page.locator("meta[http-equiv='Content-Security-Policy']").count()


@pytest.mark.long
@pytest.mark.parametrize(("width", "colours"), [(360, "light"), (1280, "dark")])
def test_no_page_breaks_the_policy_asks_another_host_or_has_anything_that_axe_finds(
    width: int, colours: str, site: Path, page: Callable[..., Reader]
) -> None:
    """Narrow or wide, light or dark, every page loads whole and axe-core has nothing to say.

    The other two ways are those in which tests of its states show it a page.
    """
    reader = page(width=width, colour_scheme=colours)
    found = []
    for address in addresses(site):
        visited = reader.visit(address)
        assert stated(visited) == 1, address
        found += [f"{address}: {violation}" for violation in axe(visited)]
    assert found == []
    assert reader.troubles() == []


UNSEEN = """units => units
  .filter((unit) => !unit.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    || !unit.offsetWidth || !unit.offsetHeight)
  .map((unit) => unit.dataset.unit)"""


def test_without_scripts_no_page_does_either_and_none_hides_anything_of_the_work(
    site: Path, page: Callable[..., Reader]
) -> None:
    """The policy is kept, and every unit of the work is there to be seen."""
    reader = page(javascript=False)
    hidden = []
    for address in addresses(site):
        visited = reader.visit(address)
        assert stated(visited) == 1, address
        units = visited.locator("[data-unit]").evaluate_all(UNSEEN)
        hidden += [f"{address}: {unit}" for unit in units]
    assert hidden == []
    assert reader.troubles() == []


def test_no_page_scrolls_sideways(site: Path, page: Callable[..., Reader]) -> None:
    """WCAG 2.2, 1.4.10: at 320 pixels and up, reading goes in one direction only."""
    widths = [320, 360, 768, 1760]
    reader = page(width=widths[0])
    wide = []
    for address in addresses(site):
        visited = reader.visit(address)
        for width in widths:
            visited.set_viewport_size({"width": width, "height": 900})
            overflow = visited.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if overflow > 0:
                wide.append(f"{address}: {overflow} px too wide at {width} px")
        widths.reverse()  # the next page begins as wide as this one ends
    assert wide == []


ALLOWED: tuple[str, ...] = ()
"""What the validator may say because Material alone causes it, each with its reason. Nothing."""


def test_the_validator_finds_no_error(site: Path) -> None:
    """Every page of the site, the short links too, is valid HTML."""

    def is_new(message: Message) -> bool:
        return message.kind == "error" and not any(known in message.text for known in ALLOWED)

    assert [str(message) for message in vnu(site) if is_new(message)] == []
