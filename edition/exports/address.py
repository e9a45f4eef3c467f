"""Addresses in a file of data: absolute when the site's own is known, else relative to the file."""

from __future__ import annotations

from edition.core.edition import Edition
from edition.html.link import relative_link


def address_in(file: str, edition: Edition, address: str) -> str:
    """Return an address below the site's base as it stands in a file; both are below the base.

    JSON-LD resolves what is relative against the address of the file (1.0, “Base IRI”).
    """
    base = edition.settings.url
    return f"{base}{address}" if base else relative_link(file, address)


def remark_on_addresses(file: str, edition: Edition) -> tuple[str, ...]:
    """Return what a file has to say of its addresses; nothing when they are absolute."""
    if edition.settings.url:
        return ()
    return (
        "The site has no absolute address yet. Addresses of its own are relative to this file,"
        f" {file} below the site’s base.",
    )
