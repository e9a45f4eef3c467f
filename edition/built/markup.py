"""What no page of a built site may hold, whoever wrote it: the last wall, behind all others.

The sources are checked before a page is made; this reads what became of them, so that a way around
those checks ends here, and not with a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_ELEMENTS = (
    *("applet", "base", "embed", "fencedframe", "foreignObject", "foreignobject", "frame"),
    *("frameset", "iframe", "math", "noembed", "object", "plaintext", "portal", "style"),
    *("template", "xmp"),
)
"""Elements that run, load or hide something, and which the edition does not make."""
_ATTRIBUTES = ("action", "background", "formaction", "ping", "srcdoc", "style", "xlink:href")
_FOUND = etree.XPath(
    " | ".join(
        (
            *(f"//@{name}" for name in _ATTRIBUTES if ":" not in name),
            "//@*[name()='xlink:href' or starts-with(name(), 'on')]",
            "//body//meta",
            "//body//link",
            "//script[not(@src) and not(@type='application/ld+json')]",
            "//script[@src and not(@integrity)]",
        )
    ),
    smart_strings=True,
)
_ADDRESSES = etree.XPath("//@href | //@src | //@data | //@poster", smart_strings=False)
_SCHEME = re.compile(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\s-]*):")
_SCHEMES = frozenset(("http", "https", "mailto"))
_DATA = ("data:image/", "data:,")


def forbidden(root: etree._Element) -> Iterator[str]:
    """Yield, in words, what a page holds and must not."""
    for element in root.iter(*_ELEMENTS):  # nothing beside the time that as many paths take
        yield f"the element {element.tag!s}"
    for found in _FOUND(root):
        if isinstance(found, str):
            owner = found.getparent()  # type: ignore[attr-defined]  # lxml's string, which knows it
            yield f"the attribute {found.attrname} of {owner.tag}"  # type: ignore[attr-defined]
        else:
            yield f"the element {found.tag}"
    for address in _ADDRESSES(root):
        match = _SCHEME.match(address)
        if match and match[1].lower() not in _SCHEMES and not address.startswith(_DATA):
            yield f"an address that begins with {match[1][:20]}:"
