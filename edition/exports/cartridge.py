"""A cartridge is a syllabus as learning platforms take it in: web links, module by module.

1EdTech (IMS) Common Cartridge 1.1: `imsmanifest.xml` with one organization, a rooted hierarchy of
an untitled item, modules in it and their items in these, and a web link (`imswl_xmlv1p1`) for each
address. Platforms read less than the standard allows: no deeper levels, addresses of ASCII alone.
What else they ask was read in two importers, which were also run on these files:

Moodle 3.8 to 4.5, `backup/converter/imscc11/lib.php` and `backup/cc/`: the namespace of the
manifest is among the first bytes; manifest and links follow the schemas of 1EdTech; `%` begins an
escape; nothing in an address looks like a reference that XML does not have, such as `&copy;`. Names
have 255 characters, those of courses 254, before Moodle 5.1. An address with `//` in its path or
`_` in its host is replaced, which cannot be helped here. Moodle 3.3 refuses `&` in an address.

Canvas, `lib/cc/importer/standard/` and `app/models/importers/context_module_importer.rb`: an item
without a link becomes a text header; an address is what Ruby's `URI.parse` takes. A module whose
identifier is in the course already is changed and not added, so no two lists share identifiers.

`overrides/assets/javascripts/cartridge.js` writes the same bytes for the same syllabus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit, urlunsplit
from zlib import crc32

from edition.core.edition import Edition
from edition.core.syllabus import Session, Syllabus, whole_edition
from edition.exports.archive import pack

PATH = "downloads/edition.imscc"
MANIFEST = "imsmanifest.xml"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = (
    '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"'
    ' xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest" identifier="manifest">\n'
    "<metadata>\n<schema>IMS Common Cartridge</schema>\n<schemaversion>1.1.0</schemaversion>\n"
    '<lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="{language}">'
    "{title}</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom>\n</metadata>\n"
    '<organizations>\n<organization identifier="course" structure="rooted-hierarchy">\n'
    '<item identifier="root">\n{modules}</item>\n</organization>\n</organizations>\n'
    "<resources>\n{resources}</resources>\n</manifest>\n"
)
_MODULE = '<item identifier="{name}">\n<title>{title}</title>\n{items}</item>\n'
_LINKED = (
    '<item identifier="{name}" identifierref="{name}-link">\n<title>{title}</title>\n</item>\n'
)
_NAMED = '<item identifier="{name}">\n<title>{title}</title>\n</item>\n'
_RESOURCE = (
    '<resource identifier="{name}-link" type="imswl_xmlv1p1">\n<file href="{name}.xml"/>\n'
    "</resource>\n"
)
_LINK = (
    '<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">\n<title>{title}</title>\n'
    '<url href="{address}"/>\n</webLink>\n'
)

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document of XML 1.0 may hold, written out or as a reference (production 2, `Char`)."""
_SPACE = re.compile("[\t\n\r ]+")
_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})
_PIECE = re.compile(".{1,250}(?= |$)|.{250}", re.DOTALL)
"""As much of a title as has a place everywhere, up to a space if there is one."""
_KEPT = "/?:@!$&'()*+,;=%~-._"
"""What stays as it is in an address besides letters and digits: RFC 3986, 2.2, without brackets."""
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_LIKE_A_REFERENCE = re.compile("(&#?[0-9A-Za-z]+);")


def export_cartridge(edition: Edition) -> dict[str, bytes]:
    """Return `downloads/edition.imscc`, the whole edition as a course.

    Nothing where the site's own address is not known: a platform keeps addresses that are absolute.
    """
    base = edition.settings.url
    return {PATH: pack(cartridge(whole_edition(edition, base)))} if base else {}


def cartridge(syllabus: Syllabus) -> dict[str, bytes]:
    """Return the files of a cartridge, the manifest first.

    Remarks, and readings without an address, are items with a title and nothing else.
    """
    title = _short(syllabus.title)
    lists = [(session.heading, list(_lines(session))) for session in syllabus.sessions]
    mark = _mark(title, lists)
    modules, resources, files = [], [], {}
    for number, (heading, lines) in enumerate(lists, 1):
        items = []
        for place, (words, address) in enumerate(lines, 1):
            name, label = f"s{mark}-{number}-{place}", escaped(words)
            items.append((_LINKED if address else _NAMED).format(name=name, title=label))
            if address:
                resources.append(_RESOURCE.format(name=name))
                link = _LINK.format(title=label, address=escaped(address))
                files[f"{name}.xml"] = f"{_DECLARATION}{link}".encode()
        module = {"name": f"s{mark}-{number}", "title": escaped(heading), "items": "".join(items)}
        modules.append(_MODULE.format(**module))
    manifest = _MANIFEST.format(
        language=escaped(syllabus.language),
        title=escaped(title),
        modules="".join(modules),
        resources="".join(resources),
    )
    return {MANIFEST: f"{_DECLARATION}{manifest}".encode(), **files}


def _lines(session: Session) -> Iterator[tuple[str, str]]:
    """Yield title and address of each item: remarks come first, on as many lines as they take."""
    for piece in _pieces(session.remarks):
        yield piece, ""
    for reading in session.readings:
        if reading.address:
            address = encoded(reading.address)
            yield _short(reading.title) or _short(address), address
        else:
            for piece in _pieces(reading.title):
                yield piece, ""


def _mark(title: str, lists: list[tuple[str, list[tuple[str, str]]]]) -> str:
    """Return eight hexadecimal digits that two different lists do not share, but for accident."""
    words = [title]
    for heading, lines in lists:
        words += [_plain(heading), *(word for line in lines for word in line)]
    return f"{crc32(chr(10).join(words).encode()):08x}"


def _plain(text: str) -> str:
    return _SPACE.sub(" ", _NOT_XML.sub("", text)).strip(" ")


def _pieces(text: str) -> list[str]:
    return [piece.strip(" ") for piece in _PIECE.findall(_plain(text))]


def _short(text: str) -> str:
    first, *more = _pieces(text) or [""]
    return f"{first} …" if more else first


def escaped(text: str) -> str:
    """Return words as they stand in XML, in an element or in an attribute, on one line."""
    return _plain(text).translate(_REFERENCES)


def encoded(address: str) -> str:
    """Return an address in ASCII; what is percent-encoded already stays as it is.

    >>> encoded("https://example.org/a b/é?q=[1]#p5:~:text=x")
    'https://example.org/a%20b/%C3%A9?q=%5B1%5D#p5:~:text=x'
    """
    parts = urlsplit(address)
    path, query, fragment = (quote(part, safe=_KEPT) for part in parts[2:])
    url = urlunsplit((parts.scheme, _ascii_host(parts.netloc), path, query, fragment))
    return _LIKE_A_REFERENCE.sub(r"\1%3B", _BARE_PERCENT.sub("%25", url))


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        return quote(host, safe=_KEPT)
