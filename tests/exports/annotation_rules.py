"""The rules of the W3C's Web Annotation Data Model that a program can hold a collection against.

They are those of the Recommendation of 23 February 2017 that say MUST, and the SHOULDs that this
edition keeps. `test_annotations.py` shows that each of them can be broken.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]

TERMS = {
    "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "reviewing", "tagging",
}  # fmt: skip
"""The motivations that the JSON-LD context at http://www.w3.org/ns/anno.jsonld knows."""

INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")
BODY_PARTS = {"TextualBody": {"value"}, "Choice": {"items"}, "SpecificResource": {"source"}}
"""Which properties belong to one kind of body alone."""


def faults(collection: Json) -> Iterator[str]:
    """Yield the rules that a collection with an embedded page breaks, by their sections."""
    if collection.get("@context") != "http://www.w3.org/ns/anno.jsonld":
        yield "3.1 context"
    if collection.get("type") != "AnnotationCollection":
        yield "5.1 type"
    if not isinstance(collection.get("label"), str):
        yield "5.1 label"
    total = collection.get("total")
    if type(total) is not int or total < 0:
        yield "5.1 total"
    if (total == 0) is ("first" in collection):
        yield "5.1 first"
    page = collection.get("first")
    if page:
        yield from _page_faults(collection, page)
    ids = [collection.get("id"), *([page.get("id")] if page else [])]
    ids += [annotation.get("id") for annotation in (page or {}).get("items", ())]
    if not all(isinstance(one, str) and one for one in ids):
        yield "3.1 id"
    elif len(set(ids)) < len(ids):
        yield "3.1 id twice"


def _page_faults(collection: Json, page: Json) -> Iterator[str]:
    if page.get("type") != "AnnotationPage":
        yield "5.2 type"
    if "@context" in page:
        yield "5.2 context"
    if page.get("startIndex") != 0 or "prev" in page:
        yield "5.2 startIndex"
    if page.get("partOf", {}).get("id") != collection.get("id"):
        yield "5.2 partOf"
    if collection.get("last") != page.get("id") or "next" in page:
        yield "5.1 last"
    annotations = page.get("items")
    if not isinstance(annotations, list) or not annotations:
        yield "5.2 items"
        return
    if len(annotations) != collection.get("total"):
        yield "5.1 total"
    for annotation in annotations:
        yield from _annotation_faults(annotation)


def _annotation_faults(annotation: Json) -> Iterator[str]:
    if annotation.get("type") != "Annotation":
        yield "3.1 type"
    if "target" not in annotation:
        yield "3.1 target"
    if "bodyValue" in annotation:
        yield "3.2.5 body and bodyValue"
    for name in ("created", "modified", "generated"):
        if name in annotation and not INSTANT.fullmatch(str(annotation[name])):
            yield f"3.3.1 {name}"
    if annotation.get("motivation") not in TERMS:
        yield "3.3.5 motivation"
    if not urlsplit(str(annotation.get("rights", ""))).scheme:
        yield "3.3.6 rights"
    audience = annotation.get("audience", {})
    if not all(name in ("id", "type") or name.startswith("schema:") for name in audience):
        yield "3.3.3 audience"
    if annotation.get("creator", {}).get("type") not in ("Person", "Organization", "Software"):
        yield "3.3.2 creator"
    for body in annotation.get("body", ()):
        yield from _body_faults(body)
    target = annotation.get("target", {})
    if target.get("type") != "SpecificResource" or not isinstance(target.get("source"), str):
        yield "4 source"
    for selector in target.get("selector", ()):
        yield from _selector_faults(selector)


def _body_faults(body: Json) -> Iterator[str]:
    kind = body.get("type")
    if kind not in BODY_PARTS:
        yield "3.2 body"
        return
    for other, names in BODY_PARTS.items():
        if (other == kind) is not (names <= body.keys()):
            yield f"3.2 {other} in {kind}"
    if kind == "Choice":
        if "purpose" in body:
            yield "3.3.5 purpose of a choice"
        for member in body.get("items", ()):
            yield from _body_faults(member)
    elif body.get("purpose") not in TERMS:
        yield "3.3.5 purpose"


def _selector_faults(selector: Json) -> Iterator[str]:
    if selector.get("type") == "TextQuoteSelector":
        if not selector.get("exact"):
            yield "4.2.4 exact"
        if not all(isinstance(selector.get(name), str) for name in ("prefix", "suffix")):
            yield "4.2.4 context"
    elif selector.get("type") == "TextPositionSelector":
        start, end = selector.get("start"), selector.get("end")
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            yield "4.2.5 positions"
    else:
        yield "4.2 selector"
