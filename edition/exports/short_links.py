"""Short permanent links: tiny pages that lead on, with or without scripts (DESIGN §5)."""

from __future__ import annotations

from markupsafe import Markup

from edition.core.addresses import current_links
from edition.core.edition import Edition
from edition.html.link import relative_link
from edition.html.policy import policy

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    "<title>{short} · {title}</title>\n"
    '<link rel="canonical" href="{canonical}">\n'
    '<meta http-equiv="refresh" content="0; url={link}">\n'
    '<meta name="robots" content="noindex">\n</head>\n'
    "<body>\n<main>\n<h1>{title}</h1>\n"
    '<p>This permanent link leads to <a href="{link}">{address}</a>.</p>\n'
    "</main>\n</body>\n</html>\n"
)


def export_short_links(edition: Edition) -> dict[str, bytes]:
    """Return one page for each short link and for each address that moved."""
    targets = current_links(edition)
    pages = {f"{short}index.html": _page(edition, short, to) for short, to in targets.items()}
    for redirect in edition.redirects:
        old = redirect.old.partition("#")[0]
        target = targets.get(redirect.new, redirect.new)
        pages.setdefault(f"{old}index.html", _page(edition, old, target))
    return pages


def _page(edition: Edition, short: str, address: str) -> bytes:
    link = relative_link(short, address)
    base = edition.settings.url
    page = _PAGE.format(
        language=edition.settings.work.language,
        policy=policy(()),
        short=short,
        title=edition.settings.title,
        canonical=f"{base}{address}" if base else link,
        link=link,
        address=address,
    )
    return page.encode()
