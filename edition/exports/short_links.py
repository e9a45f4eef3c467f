"""Permanent links as files: tiny pages that lead on, with or without scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import escape

from edition.core.addresses import current_links, moved_places, note_link
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.html.link import relative_link
from edition.html.page_tags import Tag, note_tags
from edition.html.policy import policy

MOVED_SCRIPT = "assets/javascripts/moved.js"
"""Leads on from a page that moved, to the same place on the new one."""

# Plain text, filled with escaped values: `Markup.format` costs ten times as much, and there are
# seven of these pages for a chapter.
_HEAD = (
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
    "<title>{name} · {title}</title>\n"
    '<link rel="canonical" href="{canonical}">\n'
    '<link rel="icon" href="data:,">\n<meta name="robots" content="noindex">\n{more}</head>\n'
    "<body>\n<main>\n<h1>{title}</h1>\n"
)
_FOOT = "</main>\n</body>\n</html>\n"
_REFRESH = '<meta http-equiv="refresh" content="0; url={}">\n'
_TAG = '<meta name="{}" content="{}">\n'
_SCRIPT = '<script src="{}" integrity="{}" data-to="{}" defer></script>\n'
_LEADS = '<p>This permanent link leads to <a href="{}">{}</a>.</p>\n'
_MOVED = '<p>This page is now at <a href="{}">{}</a>.</p>\n'
_PLACE = '<p id="{}">What was linked here is now at <a href="{}">{}</a>.</p>\n'


def export_short_links(
    edition: Edition, formatted: Formatted, scripts: Mapping[str, str]
) -> dict[str, bytes]:
    """Return a page for each short link, and one for each page that moved.

    The page of a note says what work that is: the page it leads to holds the article and many
    notes, so that programs which are given an address and follow nothing learn it here alone.
    `scripts` gives the integrity of the site's scripts by path.
    """
    targets, moved = current_links(edition), moved_places(edition)
    tags = {
        note_link(note.id): note_tags(edition, formatted, note) for note in edition.notes_in_order
    }
    pages = {
        short: _short_link(edition, short, to, tags.get(short, ())) for short, to in targets.items()
    }
    for redirect in edition.redirects:
        old, anchored, _ = redirect.old.partition("#")
        new = targets.get(redirect.new, redirect.new)
        if anchored:
            continue  # the page is still there, and says where the place went
        if old in {line.short for line in edition.lock}:
            pages.setdefault(old, _short_link(edition, old, new))
        else:
            pages.setdefault(old, _moved_page(edition, old, new, moved.get(old, {}), scripts))
    return {f"{address}index.html": page.encode() for address, page in pages.items()}


def _short_link(edition: Edition, short: str, address: str, tags: Sequence[Tag] = ()) -> str:
    link = relative_link(short, address)
    more = "".join(_TAG.format(escape(tag.name), escape(tag.content)) for tag in tags)
    more += _REFRESH.format(escape(link))
    head = _head(edition, short, address, policy(()), more)
    return head + _LEADS.format(escape(link), escape(address)) + _FOOT


def _moved_page(
    edition: Edition, old: str, new: str, places: Mapping[str, str], scripts: Mapping[str, str]
) -> str:
    """Return a page that leads to where a page went; each of its old places has a line.

    A refresh would lose the place that the link names, so a script leads on, and without scripts
    the browser stops at the line of that place.
    """
    integrity = scripts.get(MOVED_SCRIPT, "")
    link = relative_link(old, new)
    script = _SCRIPT.format(escape(relative_link(old, MOVED_SCRIPT)), integrity, escape(link))
    head = _head(edition, old, new, policy([integrity]), script)
    lines = [
        _PLACE.format(escape(anchor), escape(relative_link(old, address)), escape(address))
        for anchor, address in places.items()
    ]
    return head + _MOVED.format(escape(link), escape(new)) + "".join(lines) + _FOOT


def _head(edition: Edition, name: str, address: str, rules: str, more: str) -> str:
    base = edition.settings.url
    return _HEAD.format(
        language=escape(edition.settings.work.language),
        policy=escape(rules),
        name=escape(name),
        title=escape(edition.settings.title),
        canonical=escape(f"{base}{address}" if base else relative_link(name, address)),
        more=more,
    )
