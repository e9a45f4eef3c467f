"""The glossary, the people and the places as other programs read them: a SKOS concept scheme."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from edition.core.addresses import reference_link, term_link
from edition.core.coordinates import Coordinates
from edition.core.edition import Edition
from edition.core.opening import opening
from edition.core.term import Realm, Term
from edition.exports.address import address_in, remark_on_addresses

PATH = "data/glossary.jsonld"
_Json = dict[str, Any]
_address = partial(address_in, PATH)


def _by_language(name: str) -> _Json:
    return {"@id": name, "@container": "@language"}


def _link(name: str) -> _Json:
    return {"@id": name, "@type": "@id"}


def _typed(name: str, datatype: str) -> _Json:
    return {"@id": name, "@type": datatype}


CONTEXT: Mapping[str, Any] = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "ConceptScheme": "skos:ConceptScheme",
    "Collection": "skos:Collection",
    "Concept": "skos:Concept",
    "prefLabel": _by_language("skos:prefLabel"),
    "altLabel": _by_language("skos:altLabel"),
    "definition": _by_language("skos:definition"),
    "note": _by_language("skos:note"),
    "related": _link("skos:related"),
    "inScheme": _link("skos:inScheme"),
    "member": _link("skos:member"),
    "lat": _typed("geo:lat", "xsd:decimal"),
    "long": _typed("geo:long", "xsd:decimal"),
    "kind": "dc:type",
    "creator": "dc:creator",
    "created": _typed("dcterms:created", "xsd:date"),
    "modified": _typed("dcterms:modified", "xsd:date"),
    "source": _link("dcterms:source"),
    "license": _link("dcterms:license"),
    "comment": "rdfs:comment",
}
"""Stands in the file, so that it can be read without asking any other site."""


def export_skos(edition: Edition) -> dict[str, bytes]:
    """Return `data/glossary.jsonld`: all entries of the three realms, as JSON-LD 1.0.

    SKOS Reference, W3C Recommendation of 18 August 2009. An entry is a concept, a realm a
    collection; identifiers are the entries' permanent links. Nothing is broader than anything:
    entries only refer to each other, and `related` holds in both directions (S23).
    """
    graph = [_scheme(edition), *_collections(edition), *_concepts(edition)]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False)
    return {PATH: f"{text}\n".encode()}


def _scheme(edition: Edition) -> _Json:
    settings = edition.settings
    remarks = remark_on_addresses(PATH, edition)
    return {
        "id": _address(edition, PATH),
        "type": "ConceptScheme",
        "prefLabel": {"en": f"Names and terms in “{settings.work.title}”"},
        "creator": settings.editors,
        "license": settings.notes_licence.address,
        **({"comment": list(remarks)} if remarks else {}),
    }


def _collections(edition: Edition) -> Iterator[_Json]:
    for realm in Realm:
        members = [_id(edition, term.id) for term in edition.terms if term.realm is realm]
        if members:
            yield {
                "id": _address(edition, f"{PATH}#{realm.value}"),
                "type": "Collection",
                "prefLabel": {"en": realm.value.capitalize()},
                "member": members,
            }


def _concepts(edition: Edition) -> Iterator[_Json]:
    related = _related(edition)
    language = edition.settings.work.language
    for term in edition.terms:
        preferred, others = _labels(term, language)
        said = opening(term.body)
        sources = [_address(edition, reference_link(key)) for key in term.sources]
        found = {
            "prefLabel": preferred,
            "altLabel": others,
            "definition": {language: said.sentence},
            "note": {language: said.rest} if said.rest else {},
            "kind": term.kind,
            **(_point(term.site.point) if term.site.point else {}),
            "related": [_id(edition, other) for other in related[term.id]],
            "source": sources,
            "creator": term.author.name,
            "created": term.date,
            "modified": term.revised,
        }
        yield {
            "id": _id(edition, term.id),
            "type": "Concept",
            "inScheme": _address(edition, PATH),
            **{name: value for name, value in found.items() if value},
        }


def _id(edition: Edition, term_id: str) -> str:
    return _address(edition, term_link(term_id))


def _labels(term: Term, language: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the preferred label and the others, by language.

    One is preferred in each language (S14), and none is preferred and another at once (S13).
    """
    preferred = {language: term.name}
    others: dict[str, dict[str, None]] = {}
    own = ((language, name) for name in (*term.forms, *term.also))
    for tag, name in (*own, *term.names):
        if preferred.setdefault(tag, name) != name:
            others.setdefault(tag, {})[name] = None
    return preferred, {tag: list(names) for tag, names in others.items()}


def _related(edition: Edition) -> Mapping[str, dict[str, None]]:
    """Return to which entries each refers or which refer to it, its own first."""
    related: dict[str, dict[str, None]] = {
        term.id: dict.fromkeys(term.see) for term in edition.terms
    }
    for term in edition.terms:
        for other in term.see:
            related[other][term.id] = None
    return related


def _point(point: Coordinates) -> _Json:
    """Return a point as text: JSON-LD would make a number with a fraction an `xsd:double`."""
    return {"lat": _decimal(point.latitude), "long": _decimal(point.longitude)}


def _decimal(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
