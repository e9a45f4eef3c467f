"""Every address of the web that the sources name is known, with where it stands."""

import pytest

from edition.core.outside import outside_links
from edition.core.problem import Place
from edition.sources.load import load
from tests import tiny_edition

NOTE = """---
quote: two high waters a day
unit: p2
kind: context
author: editors
date: 2026-11-24
new_source: https://example.org/new
---
See [one](https://example.org/one#part), [two](mailto:a@example.org) and
> [three](http://example.org/three).
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Place, ...]]:
    root = tiny_edition.lay_out(tmp_path_factory.mktemp("outside") / "edition")
    (root / "docs/notes/new.md").write_text(NOTE, encoding="utf-8")
    page = (
        "---\ntitle: Links\n---\nA line.\n\n[One](https://example.org/one) and\n[no](index.md).\n"
    )
    (root / "docs/about/links.md").write_text(page, encoding="utf-8")
    library = root / "bibliography/article.bib"
    text = library.read_text(encoding="utf-8")
    library.write_text(text.replace("volume         = {4}", "doi = {10.1000/a<b}"), "utf-8")
    edition, _ = load(root)
    assert edition is not None
    return {link.address: link.places for link in outside_links(edition)}


@pytest.mark.parametrize(
    ("address", "paths"),
    [
        ("https://example.org/new", ["docs/notes/new.md:7"]),
        ("http://example.org/three", ["docs/notes/new.md:2"]),
        ("https://example.org/one", ["docs/about/links.md:6", "docs/notes/new.md:2"]),
        ("https://example.org/marks_on_a_wall", ["bibliography/article.bib:12"]),
        ("https://example.org/tides", ["edition.yml:1"]),
        ("https://creativecommons.org/publicdomain/zero/1.0/", ["edition.yml:1"]),
    ],
)
def test_an_address_is_found_with_all_its_places(
    found: dict[str, tuple[Place, ...]], address: str, paths: list[str]
) -> None:
    assert [f"{place.path}:{place.line}" for place in found[address]] == paths


def test_evidence_is_followed_too(found: dict[str, tuple[Place, ...]]) -> None:
    paths = {place.path for place in found["https://example.org/low-water"]}
    assert "bibliography/corrections/lowwater.md" in paths
    assert "docs/notes/wind-is-no-party.md" in paths


def test_nothing_else_is_asked_for(found: dict[str, tuple[Place, ...]]) -> None:
    """No mail, no page of the site, nothing with a part of a page, nothing that is no address."""
    for address in found:
        assert address.startswith(("https://", "http://"))
        assert "#" not in address
        assert "<" not in address
