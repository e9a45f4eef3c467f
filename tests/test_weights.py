"""What every page costs at the end of a slow line: its HTML, its styles, its scripts."""

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from edition.core.addresses import SHORT_FOLDERS
from tests.trees import document

BUDGET = 80 * 1024
"""Bytes, gzipped, fonts aside."""


@cache
def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def test_every_page_stays_within_its_budget(real_site: Path) -> None:
    """What comes only when it is asked for, such as search, is not counted."""
    heavy = {}
    for file in real_site.rglob("*.html"):
        address = file.relative_to(real_site).as_posix()
        if address.startswith(tuple(f"{folder}/" for folder in SHORT_FOLDERS)):
            continue
        page = document(file)
        asked = [link.attributes["href"] for link in page.find("link", rel="stylesheet")]
        scripts = (script.attributes.get("src") for script in page.find("script"))
        asked += filter(None, scripts)
        files = {real_site / urljoin(f"/{address}", path).lstrip("/") for path in asked}
        assert files, address
        if (total := sum(map(weight, {file, *files}))) > BUDGET:
            heavy[address] = total
    assert heavy == {}
