"""What a page is about, for search engines: JSON-LD in the terms of schema.org.

A block of data in a page is no script: browsers never run it, and a content security policy does
not concern it (HTML, “prepare the script element”: the type is looked at first). Addresses of the
site's own are absolute or, where nobody knows it, left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from edition.core.addresses import PLAIN, TIMELINE, event_link, term_link
from edition.core.citing import last_change
from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.edtf import Edtf
from edition.core.event import Event
from edition.core.formatted import Formatted
from edition.core.moment import Moment
from edition.core.note_record import WORK
from edition.core.opening import opening
from edition.core.pages import TextPage
from edition.core.person_name import in_order
from edition.core.term import Realm, Term
from edition.core.unit import Role

_Json = dict[str, Any]
NOTES = "notes/"
"""Address of the page that lists all notes."""
ORCID = "https://orcid.org/"
_ESCAPED = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def in_script(data: Mapping[str, Any]) -> str:
    r"""Return data as JSON that may stand in a `script` element: nothing in it ends the element.

    >>> in_script({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def linked_data(edition: Edition, formatted: Formatted, address: str, title: str) -> _Json:
    """Return what a page is, by its address below the site's base; empty if nothing is to say."""
    page = edition.text_page_at.get(address)
    if page is not None and page.number:
        return _alone(_chapter(edition, formatted, page))
    if page is not None or address == PLAIN:
        return _alone(_article(edition, formatted))
    if not address:
        return _alone({**_edition(edition), "about": _article(edition, formatted)})
    if address == f"{Realm.GLOSSARY.value}/":
        terms = [term for term in edition.terms if term.realm is Realm.GLOSSARY]
        return _alone(
            {
                **_part("DefinedTermSet", edition, address, title),
                "hasDefinedTerm": [_term(edition, term) for term in terms],
            }
        )
    if address == TIMELINE:
        events = [_event(edition, event) for event in edition.events]
        return _alone({"@type": "ItemList", "name": title, "itemListElement": events})
    if address == NOTES:
        people = {note.author for note in edition.notes_in_order}
        return _alone(
            {
                **_part("Collection", edition, address, title),
                "collectionSize": len(edition.notes_in_order),
                "author": [_person(author) for author in sorted(people, key=lambda a: a.name)],
                "license": edition.settings.notes_licence.address,
            }
        )
    return {}


def _alone(node: _Json) -> _Json:
    return {"@context": "https://schema.org", **node}


def _article(edition: Edition, formatted: Formatted) -> _Json:
    work = edition.settings.work
    names = formatted.items.get(WORK, {}).get("author", ())
    return _known(
        {
            "@type": "ScholarlyArticle",
            "headline": work.title,
            "name": work.title,
            "author": [{"@type": "Person", "name": in_order(name)} for name in names],
            "datePublished": work.published,
            "isPartOf": {"@type": "Periodical", "name": work.container} if work.container else {},
            "inLanguage": work.language,
            "license": work.licence.address,
            "url": work.address,
        }
    )


def _edition(edition: Edition) -> _Json:
    settings = edition.settings
    return _known(
        {
            "@type": "CreativeWork",
            "name": settings.title,
            "author": {"@type": "Organization", "name": settings.editors},
            "dateModified": last_change(edition),
            "license": settings.notes_licence.address,
            "url": settings.url,
        }
    )


def _chapter(edition: Edition, formatted: Formatted, page: TextPage) -> _Json:
    """Return a chapter: a part of the article; its title is the editors'."""
    units = (edition.unit_by_id[unit] for unit in page.units)
    numbers = [unit.number for unit in units if unit.role is Role.PARAGRAPH]
    return _known(
        {
            "@type": "Chapter",
            "name": page.title,
            "position": page.number,
            "pagination": f"paras. {numbers[0]}–{numbers[-1]}" if numbers else "",
            "isPartOf": _article(edition, formatted),
            "url": _absolute(edition, page.address),
        }
    )


def _part(kind: str, edition: Edition, address: str, title: str) -> _Json:
    """Return a page of the editors' as a part of the edition."""
    return _known(
        {
            "@type": kind,
            "name": title,
            "isPartOf": _edition(edition),
            "url": _absolute(edition, address),
        }
    )


def _term(edition: Edition, term: Term) -> _Json:
    return _known(
        {
            "@type": "DefinedTerm",
            "name": term.name,
            "termCode": term.id,
            "description": opening(term.body).sentence,
            "url": _absolute(edition, term_link(term.id)),
        }
    )


def _event(edition: Edition, event: Event) -> _Json:
    return _known(
        {
            "@type": "Event",
            "name": event.label,
            **_dates(event.when),
            "description": opening(event.body).sentence,
            "url": _absolute(edition, event_link(event.id)),
        }
    )


def _dates(when: Edtf) -> _Json:
    """Return the dates that ISO 8601 can say; what is approximate or unknown it cannot."""
    found = {"startDate": _iso(when.start), "endDate": _iso(when.end) if when.is_interval else ""}
    return {name: value for name, value in found.items() if value}


def _iso(moment: Moment | None) -> str:
    """Return a date as schema.org's `Date` has it; empty if it is not certain."""
    written = str(moment) if moment and moment.is_precise else ""
    return "" if written.startswith(("Y", "-")) else written


def _person(author: Contributor) -> _Json:
    return _known(
        {
            "@type": "Organization" if author.is_group else "Person",
            "name": author.name,
            "sameAs": f"{ORCID}{author.orcid}" if author.orcid else "",
        }
    )


def _known(fields: _Json) -> _Json:
    """Return the fields that have a value; what nobody knows is left out."""
    return {name: value for name, value in fields.items() if value}


def _absolute(edition: Edition, address: str) -> str:
    return f"{edition.settings.url}{address}" if edition.settings.url else ""
