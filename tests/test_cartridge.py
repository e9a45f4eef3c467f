"""A cartridge comes with a site that knows its address, and each of its links is there."""

import io
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from edition.exports.cartridge import MANIFEST, PATH
from tests.command import run_apart
from tests.tiny_edition import copied
from tests.trees import document

BASE = "https://edition.example.org/tides/"
OFFER = '\n{{ cartridge() }}\n\n{{ syllabus_example("Two", "One: p/1/ | Two: p/2/") }}\n'


def test_a_site_with_an_address_has_one_whose_links_all_lead_to_its_pages(
    tiny_root: Path, tmp_path: Path
) -> None:
    root = copied(tiny_root, tmp_path / "edition")
    about = root / "docs" / "about" / "edition.md"
    about.write_text(about.read_text(encoding="utf-8") + OFFER, encoding="utf-8")
    outcome = run_apart(root, "build", EDITION_URL=BASE)
    assert (outcome.status, outcome.stderr) == (0, "")
    site = root / "site"
    page = document(site / "about" / "edition" / "index.html")
    offered = [link.attributes["href"] for link in page.find("a") if "download" in link.attributes]
    assert [(site / "about" / "edition" / link).resolve() for link in offered] == [
        (site / PATH).resolve()
    ]
    with zipfile.ZipFile(io.BytesIO((site / PATH).read_bytes())) as archive:
        links = [etree.fromstring(archive.read(name)) for name in archive.namelist()]
    addresses = [link[1].get("href") for link in links if link.tag.endswith("webLink")]
    assert len(addresses) == len(links) - 1
    for address in addresses:
        assert address.startswith(BASE)
        path = unquote(urlsplit(address.removeprefix(BASE)).path)
        assert (site / path / "index.html").is_file()


def test_a_site_without_an_address_has_none_and_says_so(tiny_root: Path) -> None:
    site = tiny_root / "site"
    assert not (site / PATH).exists()
    assert not (site / MANIFEST).exists()
    page = document(site / "about" / "macros" / "index.html")
    assert [link for link in page.find("a") if ".imscc" in link.attributes["href"]] == []
    said = [p.words for p in page.find("p") if "has no cartridge" in p.words]
    assert len(said) == 1
