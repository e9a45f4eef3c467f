"""Permanent links lead to the words they name, with and without scripts."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from edition.core.permalink import LockLine
from edition.sources.permalinks import read_lock
from tests.browser.reader import Reader

ROOT = Path(__file__).parents[2]
LINES = read_lock(ROOT)[0]
BASE = "https://example.org/base/"
FOLDERS = sorted({line.short.split("/")[0] for line in LINES})


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_short_links_arrive(folder: str, scripts: bool, page: Callable[..., Reader]) -> None:
    """In Chromium a short link of each kind ends at its address, with the place in view."""
    reader = page(javascript=scripts)
    lines = [line for line in LINES if line.short.startswith(f"{folder}/")]
    for line in (lines[0], lines[len(lines) // 2], lines[-1]):
        reader.page.goto(urljoin(reader.base, line.short))
        reader.page.wait_for_url(urljoin(reader.base, line.address))
        assert reader.page.locator(":target").count() == 1, line.short
    assert reader.troubles() == []


@cache
def ids_of(file: Path) -> Counter[str]:
    """The ids of a page, each with how often it is there."""
    return Counter(html.parse(str(file)).xpath("//@id"))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.short)
def test_a_short_link_says_where_it_leads(line: LockLine, site: Path) -> None:
    """Its refresh, its canonical link and its words' link all name the address of the lock."""
    root = html.parse(str(site / line.short / "index.html")).getroot()
    here = urljoin(BASE, line.short)
    refresh = root.xpath("string(//meta[@http-equiv='refresh']/@content)").partition("url=")[2]
    canonical = root.xpath("string(//link[@rel='canonical']/@href)")
    links = root.xpath("//main//a/@href")
    assert {urljoin(here, link) for link in (refresh, canonical, *links)} == {
        urljoin(BASE, line.address)
    }
    path, _, place = line.address.partition("#")
    assert ids_of(site / path / "index.html")[place] == 1
