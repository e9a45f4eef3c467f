"""What the head of a page says to other programs, put together for the theme."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from edition.core.addresses import PLAIN
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.html.linked_data import in_script, linked_data
from edition.html.page_tags import Tag, article_tags, editors_tags


@dataclass(frozen=True, slots=True)
class PageHead:
    """The tags and the data of one page."""

    tags: tuple[Tag, ...]
    linked_data: Markup
    """JSON, ready to stand in a `script` element; empty if there is none."""


def view_page_head(edition: Edition, formatted: Formatted, address: str, title: str) -> PageHead:
    """Return the head of a page, by its address below the site's base and its title."""
    is_text = address == PLAIN or address in edition.text_page_at
    tags = (
        article_tags(edition, formatted, address)
        if is_text
        else editors_tags(edition, address, title)
    )
    data = linked_data(edition, formatted, address, title)
    return PageHead(tags, Markup(in_script(data) if data else ""))  # noqa: S704  # escaped there
