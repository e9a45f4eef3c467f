"""The rules of SKOS, and of JSON-LD, that a program can hold a concept scheme against.

They are the integrity conditions of the SKOS Reference, W3C Recommendation of 18 August 2009, by
their numbers, with the SHOULDs that this edition keeps. The file is read by its own context, as far
as that goes; `test_skos.py` shows that each rule can be broken.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

Json = dict[str, Any]

SKOS = "http://www.w3.org/2004/02/skos/core#"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
XSD = "http://www.w3.org/2001/XMLSchema#"
LABELS = ("prefLabel", "altLabel", "hiddenLabel")
HIERARCHY = ("broader", "narrower", "broaderTransitive", "narrowerTransitive")
NOTES = ("definition", "note", "scopeNote")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def faults(data: Json, base: str) -> Iterator[str]:
    """Yield the rules that a file breaks; relative addresses are resolved against `base`."""
    context, graph = data.get("@context"), data.get("@graph", [])
    if not isinstance(context, dict):
        yield "a context of its own"
        return
    yield from _context_faults(context, graph)
    nodes = [Node(one, context, base) for one in graph]
    ids = Counter(node.id for node in nodes)
    if any(count > 1 for count in ids.values()) or "" in ids:
        yield "one id each"
    by_type = {kind: [n for n in nodes if n.type == f"{SKOS}{kind}"] for kind in KINDS}
    if sum(map(len, by_type.values())) != len(nodes):
        yield "S9 and S37: of one class"
    if len(by_type["ConceptScheme"]) != 1:
        yield "one scheme"
    concepts = {node.id: node for node in by_type["Concept"]}
    schemes = {node.id for node in by_type["ConceptScheme"]}
    for node in nodes:
        yield from _label_faults(node)
    for node in concepts.values():
        yield from _concept_faults(node, concepts, schemes)
    collected = Counter(one for node in by_type["Collection"] for one in node.links("member"))
    for one in collected:
        if one not in concepts:
            yield "S32: members are concepts"
    if set(collected) != set(concepts) or any(count > 1 for count in collected.values()):
        yield "each in one collection"


KINDS = ("ConceptScheme", "Collection", "Concept")


class Node:
    """One member of the graph, its names read by the context."""

    def __init__(self, values: Json, context: Json, base: str) -> None:
        self.values, self.context, self.base = values, context, base
        self.id = urljoin(base, values["id"]) if values.get("id") else ""
        self.type = expanded(str(values.get("type", "")), context)

    def value(self, name: str) -> Any:
        """What stands under the name that the context gives to a property of SKOS."""
        for key, found in self.values.items():
            if expanded(key, self.context) == f"{SKOS}{name}":
                return found
        return None

    def labels(self, name: str) -> dict[str, list[str]]:
        found = self.value(name) or {}
        return {tag: [one] if isinstance(one, str) else one for tag, one in found.items()}

    def links(self, name: str) -> list[str]:
        found = self.value(name) or []
        return [urljoin(self.base, one) for one in ([found] if isinstance(found, str) else found)]


def expanded(name: str, context: Json) -> str:
    """The full address that a name stands for; the name itself where the context has none."""
    meant = context.get(name, name)
    meant = meant.get("@id", "") if isinstance(meant, dict) else meant
    prefix, _, rest = meant.partition(":")
    return f"{context[prefix]}{rest}" if rest and isinstance(context.get(prefix), str) else meant


def _context_faults(context: Json, graph: list[Json]) -> Iterator[str]:
    for one in graph:
        for name in one:
            full = expanded(name, context)
            if full not in ("@id", "@type") and "://" not in full:
                yield "every name is in the context"
    worded = {f"{SKOS}{name}" for name in (*LABELS, *NOTES)}
    linked = {f"{SKOS}{name}" for name in ("inScheme", "related", "member", *HIERARCHY)}
    for name, found in context.items():
        full, definition = expanded(name, context), found if isinstance(found, dict) else {}
        if full in worded and definition.get("@container") != "@language":
            yield "words say their language"
        if full in linked and definition.get("@type") != "@id":
            yield "links are links"
        datatype = expanded(definition.get("@type", ""), context)
        if full in (f"{GEO}lat", f"{GEO}long") and datatype != f"{XSD}decimal":
            yield "degrees are decimals"


def _label_faults(node: Node) -> Iterator[str]:
    labels = {name: node.labels(name) for name in LABELS}
    if not labels["prefLabel"]:
        yield "everything has a label"
    if any(len(found) != 1 for found in labels["prefLabel"].values()):
        yield "S14: one preferred label in each language"
    said = [(tag, one) for found in labels.values() for tag in found for one in set(found[tag])]
    if len(said) != len(set(said)):
        yield "S13: labels are disjoint"
    tags = [tag for found in (*labels.values(), *map(node.labels, NOTES)) for tag in found]
    if not all(_TAG.fullmatch(tag) for tag in tags):
        yield "languages are tags of BCP 47"
    words = [one for found in labels.values() for several in found.values() for one in several]
    if not all(isinstance(one, str) and one.strip() == one != "" for one in words):
        yield "S12: labels are words"


def _concept_faults(node: Node, concepts: dict[str, Node], schemes: set[str]) -> Iterator[str]:
    if set(node.links("inScheme")) != schemes:
        yield "every concept is in the scheme"
    if not node.labels("definition"):
        yield "every concept is defined"
    related = node.links("related")
    if len(related) != len(set(related)):
        yield "each related once"
    for other in related:
        if other not in concepts:
            yield "S19: related are concepts"
        elif node.id not in concepts[other].links("related"):
            yield "S23: related holds both ways"
    if node.id in related:
        yield "none is related to itself"
    above = {one for name in HIERARCHY for one in node.links(name)}
    if above & set(related):
        yield "S27: related is not broader"
    point = {name: found for name, found in node.values.items() if name in ("lat", "long")}
    if len(point) == 1:
        yield "a point has two numbers"
    elif not all(isinstance(one, str) and _DECIMAL.fullmatch(one) for one in point.values()):
        yield "degrees are decimals"
    elif point and (abs(float(point["lat"])) > 90 or abs(float(point["long"])) > 180):
        yield "a point is on the earth"
