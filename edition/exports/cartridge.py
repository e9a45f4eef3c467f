"""A cartridge is a syllabus as learning platforms take it in: web links, module by module.

1EdTech (IMS) Common Cartridge 1.1: `imsmanifest.xml` with one organization, a rooted hierarchy of
an untitled item, modules in it and their items in these, and a web link (`imswl_xmlv1p1`) for each
address. Platforms read less than the standard allows: no deeper levels; the namespace of the
manifest within its first 500 bytes, by which one of them tells what it is; addresses of ASCII
alone. `overrides/assets/javascripts/cartridge.js` writes the same bytes for the same syllabus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit, urlunsplit

from edition.core.edition import Edition
from edition.core.syllabus import Reading, Session, Syllabus, whole_edition
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
_KEPT = "/?:@!$&'()*+,;=%~-._"
"""What stays as it is in an address besides letters and digits: RFC 3986, 2.2, without brackets."""


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
    modules, resources, files = [], [], {}
    for number, session in enumerate(syllabus.sessions, 1):
        items = []
        for name, reading in _named(f"s{number}", session):
            title = escaped(reading.title)
            items.append((_LINKED if reading.address else _NAMED).format(name=name, title=title))
            if reading.address:
                resources.append(_RESOURCE.format(name=name))
                address = escaped(encoded(reading.address))
                link = _LINK.format(title=title, address=address)
                files[f"{name}.xml"] = f"{_DECLARATION}{link}".encode()
        title = escaped(session.heading)
        modules.append(_MODULE.format(name=f"s{number}", title=title, items="".join(items)))
    manifest = _MANIFEST.format(
        language=escaped(syllabus.language),
        title=escaped(syllabus.title),
        modules="".join(modules),
        resources="".join(resources),
    )
    return {MANIFEST: f"{_DECLARATION}{manifest}".encode(), **files}


def _named(session_name: str, session: Session) -> Iterator[tuple[str, Reading]]:
    """Yield each line of a session with its identifier; remarks come first."""
    remarks = [Reading(session.remarks)] if session.remarks else []
    for number, reading in enumerate((*remarks, *session.readings), 1):
        yield f"{session_name}-{number}", reading


def escaped(text: str) -> str:
    """Return words as they stand in XML, in an element or in an attribute, on one line."""
    return _SPACE.sub(" ", _NOT_XML.sub("", text)).strip(" ").translate(_REFERENCES)


def encoded(address: str) -> str:
    """Return an address in ASCII; what is percent-encoded already stays as it is.

    >>> encoded("https://example.org/a b/é?q=[1]#p5:~:text=x")
    'https://example.org/a%20b/%C3%A9?q=%5B1%5D#p5:~:text=x'
    """
    parts = urlsplit(address)
    path, query, fragment = (quote(part, safe=_KEPT) for part in parts[2:])
    return urlunsplit((parts.scheme, _ascii_host(parts.netloc), path, query, fragment))


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        return quote(host, safe=_KEPT)
