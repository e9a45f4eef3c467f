"""A cartridge is what Moodle, Canvas and Blackboard all read, looked at as XML."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from edition.core.addresses import current_links
from edition.core.assignment import PLAIN
from edition.core.edition import Edition
from edition.core.note import Kind
from edition.core.syllabus import Reading, Syllabus, whole_edition
from edition.exports.archive import pack
from edition.exports.cartridge import MANIFEST, PATH, cartridge, encoded, escaped, export_cartridge
from tests.browser.noted import EDITION as REAL
from tests.core.noted import NOTED
from tests.exports.syllabuses import PAGE, SYLLABUSES, of, one

CC = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"
WEB = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
BASE = "https://edition.example.org/sub/path/"


def at_home(edition: Edition, base: str = BASE) -> Edition:
    return replace(edition, settings=replace(edition.settings, url=base))


EDITIONS = {"the real one": at_home(REAL), "a small one": at_home(NOTED)}
WHOLE = {f"whole: {name}": whole_edition(found, BASE) for name, found in EDITIONS.items()}
ALL = {**SYLLABUSES, **WHOLE}

every = pytest.mark.parametrize("syllabus", ALL.values(), ids=ALL)
every_edition = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)


def manifest(files: Mapping[str, bytes]) -> etree._Element:
    return etree.fromstring(files[MANIFEST])


def title(item: etree._Element) -> str | None:
    return item.findtext(f"{CC}title")


def items(parent: etree._Element) -> list[etree._Element]:
    return parent.findall(f"{CC}item")


def root_item(files: Mapping[str, bytes]) -> etree._Element:
    (organization,) = manifest(files).findall(f"{CC}organizations/{CC}organization")
    assert organization.get("structure") == "rooted-hierarchy"
    (root,) = items(organization)
    return root


def links(files: Mapping[str, bytes]) -> dict[str, tuple[str, str]]:
    """Return title and address of every web link, by the identifier of its resource."""
    found = {}
    for resource in manifest(files).find(f"{CC}resources"):
        assert resource.get("type") == "imswl_xmlv1p1"
        (file,) = resource.findall(f"{CC}file")
        link = etree.fromstring(files[file.get("href")])
        assert link.tag == f"{WEB}webLink"
        found[resource.get("identifier")] = (
            link.findtext(f"{WEB}title"), link.find(f"{WEB}url").get("href"),
        )  # fmt: skip
    return found


def said(text: str) -> str:
    """Return what a title says, as XML can say it: in lines no more."""
    bare = "".join(sign for sign in text if sign >= " " or sign in "\t\n\r")
    bare = re.sub("[\ufffe\uffff\ud800-\udfff]", "", bare)
    return re.sub("[\t\n\r ]+", " ", bare).strip(" ")


def begins(found: str | None, wanted: str) -> bool:
    """Return whether a title is what was wanted, or begins so and shows that there is more."""
    return found == wanted or bool(
        found and found.endswith(" …") and len(found) > 200 and wanted.startswith(found[:-2])
    )


# ---- What platforms ask for ----


@every
def test_the_namespace_stands_within_the_first_500_bytes(syllabus: Syllabus) -> None:
    start = cartridge(syllabus)[MANIFEST][:500].decode()
    assert f'xmlns="{CC[1:-1]}"' in start
    assert start.startswith('<?xml version="1.0" encoding="UTF-8"?>')


@every
def test_it_says_which_version_it_is_of(syllabus: Syllabus) -> None:
    metadata = manifest(cartridge(syllabus)).find(f"{CC}metadata")
    assert metadata.findtext(f"{CC}schema") == "IMS Common Cartridge"
    assert metadata.findtext(f"{CC}schemaversion") == "1.1.0"
    string = metadata.find(f"{LOM}lom/{LOM}general/{LOM}title/{LOM}string")
    assert begins(string.text or "", said(syllabus.title))
    assert string.get("language") == syllabus.language


@every
def test_one_item_without_a_title_holds_modules_and_these_hold_items(syllabus: Syllabus) -> None:
    """Two levels of titled items and no more, in the order of the syllabus."""
    root = root_item(cartridge(syllabus))
    assert title(root) is None
    modules = items(root)
    assert [title(module) for module in modules] == [said(s.heading) for s in syllabus.sessions]
    for module, session in zip(modules, syllabus.sessions, strict=True):
        assert module.get("identifierref") is None
        found = iter(items(module))
        bare = [] if not session.remarks else [Reading(session.remarks)]
        for text, address in [(r.title, r.address) for r in (*bare, *session.readings)]:
            if address:
                assert begins(title(next(found)), said(text) or encoded(address))
            rest = "" if address else said(text)
            while rest:  # on as many lines as it takes
                piece = title(next(found))
                assert piece and rest.startswith(piece)
                rest = rest.removeprefix(piece).strip(" ")
        assert list(found) == []
        assert [inner for item in items(module) for inner in items(item)] == []


@every
def test_a_name_has_a_place_in_the_tables_of_every_platform(syllabus: Syllabus) -> None:
    """Moodle’s have 255 characters up to 5.0, of a course 254."""
    files = cartridge(syllabus)
    names = [title(item) for module in items(root_item(files)) for item in items(module)]
    names += [name for name, _ in links(files).values()]
    assert [name for name in names if not name or not name.strip() or len(name) > 254] == []
    string = manifest(files).find(f"{CC}metadata/{LOM}lom/{LOM}general/{LOM}title/{LOM}string")
    assert len(string.text or "") <= 254


@every
def test_every_link_is_referred_to_and_every_reference_is_there(syllabus: Syllabus) -> None:
    files = cartridge(syllabus)
    referred = [item.get("identifierref") for item in root_item(files).iter(f"{CC}item")]
    assert [name for name in referred if name] == list(links(files))
    inside = {file.get("href") for file in manifest(files).iter(f"{CC}file")}
    assert files.keys() == {MANIFEST} | inside


@every
def test_identifiers_are_unique_names(syllabus: Syllabus) -> None:
    found = [e.get("identifier") for e in manifest(cartridge(syllabus)).iter(etree.Element)]
    names = [name for name in found if name is not None]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9-]*", name)] == []


@every
def test_links_keep_title_and_address(syllabus: Syllabus) -> None:
    readings = [r for session in syllabus.sessions for r in session.readings if r.address]
    found = list(links(cartridge(syllabus)).values())
    assert [address for _, address in found] == [encoded(r.address) for r in readings]
    for (name, address), reading in zip(found, readings, strict=True):
        assert begins(name, said(reading.title) or address)


def test_no_two_lists_share_an_identifier() -> None:
    """Canvas takes a module of the same identifier for the same module, and changes it."""
    taken: dict[str, str] = {}
    for called, syllabus in ALL.items():
        files = cartridge(syllabus)
        for item in root_item(files).iter(f"{CC}item"):
            if item.get("identifier") != "root":
                assert taken.setdefault(item.get("identifier") or "", called) == called


def test_a_change_anywhere_changes_the_identifiers() -> None:
    first = SYLLABUSES["dates and remarks"]
    (session,) = first.sessions
    (reading,) = session.readings
    others = [
        replace(first, title="Another course"),
        of(replace(session, title="Week 2")),
        of(replace(session, remarks="")),
        of(replace(session, readings=(replace(reading, title="¶ 8"),))),
        of(replace(session, readings=(replace(reading, address=f"{PAGE}#p7"),))),
    ]
    names = [frozenset(cartridge(one).keys() - {MANIFEST}) for one in (first, *others)]
    assert len(frozenset.union(*names)) == len(names)


@every
def test_addresses_are_of_ascii_without_what_platforms_stumble_over(syllabus: Syllabus) -> None:
    for _, address in links(cartridge(syllabus)).values():
        assert address.isascii()
        assert not set(address) & set(' []{}<>"\\^`|')
        assert address.count("#") <= 1
        assert re.findall("%(?![0-9A-F]{2})", address) == []
        assert re.findall("&#?[0-9A-Za-z]+;", address) == []
        assert urlsplit(address).scheme in ("http", "https")


def test_no_file_holds_an_ampersand_that_begins_no_reference() -> None:
    files = cartridge(SYLLABUSES["an ampersand in an address"])
    for data in files.values():
        assert re.findall(rb"&(?!amp;|lt;|gt;|quot;|apos;)", data) == []


ENCODED = {
    "https://example.org/p/7/": "https://example.org/p/7/",
    "https://example.org/?p=7-12&x=1": "https://example.org/?p=7-12&x=1",
    "https://example.org/é": "https://example.org/%C3%A9",
    "https://example.org/%C3%A9": "https://example.org/%C3%A9",
    "https://example.org/?q=[1]": "https://example.org/?q=%5B1%5D",
    "https://example.org/#p5:~:text=a,-b": "https://example.org/#p5:~:text=a,-b",
    "https://example.org/a b": "https://example.org/a%20b",
    "https://bücher.example/": "https://xn--bcher-kva.example/",
    "https://example.org/100%": "https://example.org/100%25",
    "https://example.org/?a&copy;=1": "https://example.org/?a&copy%3B=1",
    "https://example.org/a;b?c;d#e;f": "https://example.org/a;b?c;d#e;f",
    "https://example.org/#a#b": "https://example.org/#a%23b",
}


@pytest.mark.parametrize(("address", "wanted"), ENCODED.items())
def test_an_address_is_encoded_once(address: str, wanted: str) -> None:
    assert encoded(address) == wanted
    assert encoded(wanted) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a & b", "a &amp; b"),
        ("&amp;", "&amp;amp;"),
        ("<i>", "&lt;i&gt;"),
        ("two\n lines ", "two lines"),
        ("bell\x07", "bell"),
        ("\U0001f9ed", "\U0001f9ed"),
    ],
)
def test_words_stand_in_xml_as_words(text: str, wanted: str) -> None:
    assert escaped(text) == wanted


# ---- The whole edition ----


@every_edition
def test_every_chapter_is_a_module_with_its_paragraphs_questions_and_notes(
    edition: Edition,
) -> None:
    root = root_item(cartridge(whole_edition(edition, BASE)))
    addresses = links(cartridge(whole_edition(edition, BASE)))
    pages = [page for page in edition.text_pages if page.units]
    assert len(items(root)) == len(pages)
    for module, page in zip(items(root), pages, strict=True):
        found = [addresses[item.get("identifierref")][1] for item in items(module)]
        numbers = [unit[1:] for unit in page.units if re.fullmatch(r"p\d+", unit)]
        notes = [note for unit in page.units for note in edition.notes_of_unit.get(unit, ())]
        questions = [note for note in notes if note.kind is Kind.QUESTION]
        others = [note for note in notes if note.kind is not Kind.QUESTION]
        assert found[0] == f"{BASE}{page.address}"
        if numbers:
            span = "-".join(dict.fromkeys((numbers[0], numbers[-1])))
            assert found[1] == f"{BASE}{PLAIN}?p={span}"
        assert [url for url in found if "/p/" in url] == [f"{BASE}p/{n}/" for n in numbers]
        listed = [f"{BASE}n/{note.id}/" for note in (*questions, *others)]
        assert [url for url in found if "/n/" in url] == listed


@every_edition
def test_every_link_leads_to_a_page_of_the_site(edition: Edition) -> None:
    pages = {page.address for page in edition.text_pages} | current_links(edition).keys() | {PLAIN}
    for _, address in links(cartridge(whole_edition(edition, BASE))).values():
        assert address.startswith(BASE)
        parts = urlsplit(address.removeprefix(BASE))
        assert unquote(parts.path) in pages


@every_edition
def test_it_is_one_file_where_the_address_is_known_and_none_where_not(edition: Edition) -> None:
    files = export_cartridge(edition)
    assert files.keys() == {PATH}
    assert export_cartridge(at_home(edition, "")) == {}
    with zipfile.ZipFile(io.BytesIO(files[PATH])) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert list(inside) == list(cartridge(whole_edition(edition, BASE)))
    assert inside == cartridge(whole_edition(edition, BASE))
    assert export_cartridge(edition) == files


def test_two_readings_at_one_address_are_two_links() -> None:
    readings = (Reading("¶ 7", PAGE), Reading("¶ 7 again", PAGE))
    session = replace(one().sessions[0], readings=readings)
    assert list(links(cartridge(of(session))).values()) == [("¶ 7", PAGE), ("¶ 7 again", PAGE)]


# ---- The archive ----


def test_an_archive_has_its_files_in_order_without_dates_or_compression() -> None:
    files = {"b.xml": b"<b/>", "a.xml": b"", "c.xml": bytes(range(256)) * 9}
    with zipfile.ZipFile(io.BytesIO(pack(files))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist() == list(files)
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.compress_type == zipfile.ZIP_STORED
            assert (entry.create_system, entry.flag_bits) == (0, 0)
