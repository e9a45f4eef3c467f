"""`data/glossary.jsonld`: what SKOS asks of a concept scheme, and what its entries say.

The rules stand in `skos_rules.py`; `PLANTED` shows that each of them can be broken.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.core.addresses import current_links
from edition.core.coordinates import Coordinates
from edition.core.edition import Edition
from edition.core.site import Site
from edition.core.term import Realm, Term
from edition.exports.skos import export_skos
from edition.sources.load import load
from tests.command import REPOSITORY
from tests.core.editions import EDITION
from tests.core.termed import NOBODY, SEA, TERMED, WRITING, term, with_terms
from tests.exports.skos_rules import Json, faults
from tests.tiny_edition import FOLDER as TINY

SITE = "https://example.org/wall/"
FILE = "data/glossary.jsonld"


def at_site(edition: Edition) -> Edition:
    return replace(edition, settings=replace(edition.settings, url=SITE))


ABSOLUTE = at_site(TERMED)


def read(edition: Edition) -> Json:
    files = export_skos(edition)
    assert list(files) == [FILE]
    data: Json = json.loads(files[FILE])
    return data


def nodes(edition: Edition = ABSOLUTE, kind: str = "Concept") -> list[Json]:
    return [one for one in read(edition)["@graph"] if one["type"] == kind]


def concept(term_id: str, edition: Edition = ABSOLUTE) -> Json:
    return next(one for one in nodes(edition) if one["id"].endswith(f"g/{term_id}/"))


def broken(edition: Edition) -> list[str]:
    return list(faults(read(edition), f"{SITE}{FILE}"))


def loaded(root: Path) -> Edition:
    edition, _ = load(root)
    assert edition is not None
    return edition


EDITIONS: dict[str, Callable[[], Edition]] = {
    "site": lambda: ABSOLUTE,
    "no site": lambda: TERMED,
    "one": lambda: with_terms(NOBODY),
    "none": lambda: EDITION,
    "the tiny one": lambda: loaded(TINY),
    "this one": lambda: loaded(REPOSITORY),
    "this one at a site": lambda: at_site(loaded(REPOSITORY)),
}


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_the_scheme_breaks_no_rule(edition: Callable[[], Edition]) -> None:
    assert broken(edition()) == []


Breaking = Callable[[Json], Any]


def each(kind: str, change: Breaking) -> Breaking:
    """Break something in the first of a kind."""
    return lambda data: change(next(one for one in data["@graph"] if one["type"] == kind))


def first(change: Breaking) -> Breaking:
    return each("Concept", change)


def context(**changed: Any) -> Breaking:
    return lambda data: data["@context"].update(changed)


PLANTED: dict[str, list[Breaking]] = {
    "a context of its own": [lambda data: data.update({"@context": "https://example.org/c"})],
    "every name is in the context": [
        first(lambda one: one.update(notation="1")),
        context(kind="kind"),
    ],
    "words say their language": [context(altLabel="skos:altLabel"), context(note="skos:note")],
    "links are links": [context(related="skos:related"), context(member={"@id": "skos:member"})],
    "degrees are decimals": [
        context(lat="geo:lat"),
        context(long={"@id": "geo:long", "@type": "xsd:double"}),
        lambda data: _placed(data).update(lat=56.5),
        lambda data: _placed(data).update(lat="56° N"),
    ],
    "one id each": [
        first(lambda one: one.pop("id")),
        first(lambda one: one.update(id="../g/sea/")),
    ],
    "S9 and S37: of one class": [
        first(lambda one: one.update(type="skos:OrderedCollection")),
        first(lambda one: one.pop("type")),
    ],
    "one scheme": [
        each("ConceptScheme", lambda one: one.update(type="Collection")),
        lambda data: data["@graph"].append({"id": "a", "type": "ConceptScheme"}),
    ],
    "S32: members are concepts": [each("Collection", lambda one: one["member"].append("../g/x/"))],
    "each in one collection": [
        each("Collection", lambda one: one["member"].pop()),
        each("Collection", lambda one: one["member"].append(one["member"][0])),
    ],
    "everything has a label": [
        first(lambda one: one.pop("prefLabel")),
        each("ConceptScheme", lambda one: one.pop("prefLabel")),
    ],
    "S14: one preferred label in each language": [
        first(lambda one: one["prefLabel"].update(en=["a", "b"])),
        first(lambda one: one["prefLabel"].update(en=[])),
    ],
    "S13: labels are disjoint": [
        first(lambda one: one["altLabel"]["en"].append(one["prefLabel"]["en"])),
        first(lambda one: one["altLabel"].update(fr=one["prefLabel"]["fr"])),
    ],
    "languages are tags of BCP 47": [
        first(lambda one: one["prefLabel"].update({"": "a"})),
        first(lambda one: one["altLabel"].update(French=["a"])),
        first(lambda one: one.update(definition={"zh_Hans": "a"})),
    ],
    "S12: labels are words": [
        first(lambda one: one["prefLabel"].update(en="")),
        first(lambda one: one["altLabel"].update(de=[7])),
    ],
    "every concept is in the scheme": [
        first(lambda one: one.pop("inScheme")),
        first(lambda one: one.update(inScheme="../data/notes.jsonld")),
    ],
    "every concept is defined": [first(lambda one: one.pop("definition"))],
    "each related once": [first(lambda one: one["related"].append(one["related"][0]))],
    "S19: related are concepts": [first(lambda one: one["related"].append("../g/lost/"))],
    "S23: related holds both ways": [
        first(lambda one: one["related"].append("../g/nobody/")),
        first(lambda one: one.update(related=[])),
    ],
    "none is related to itself": [first(lambda one: one["related"].append(one["id"]))],
    "S27: related is not broader": [
        lambda data: (
            data["@context"].update(broader={"@id": "skos:broader", "@type": "@id"}),
            data["@graph"][-1].update(broader=data["@graph"][-1]["related"]),
        )
    ],
    "a point has two numbers": [lambda data: _placed(data).pop("long")],
    "a point is on the earth": [lambda data: _placed(data).update(lat="108.89")],
}


def _placed(data: Json) -> Json:
    return next(one for one in data["@graph"] if "lat" in one)


CASES = [(rule, number) for rule, changes in PLANTED.items() for number in range(len(changes))]


@pytest.mark.parametrize(("rule", "number"), CASES)
def test_a_broken_rule_is_noticed(rule: str, number: int) -> None:
    data = deepcopy(read(TERMED))
    PLANTED[rule][number](data)
    assert rule in list(faults(data, f"{SITE}{FILE}"))


# ---- What is said ----


def test_every_entry_is_a_concept_with_its_permanent_link() -> None:
    assert [one["id"] for one in nodes()] == [f"{SITE}g/{found.id}/" for found in TERMED.terms]
    links = current_links(TERMED)
    assert {one["id"].removeprefix(SITE) for one in nodes()} <= set(links)


def test_an_entry_says_all_that_its_file_does() -> None:
    assert concept("writing") == {
        "id": f"{SITE}g/writing/",
        "type": "Concept",
        "inScheme": f"{SITE}{FILE}",
        "prefLabel": {"en": "writing & reading", "fr": "écriture", "zh-Hans": "读写"},
        "altLabel": {"en": ["read", "it", "letters"], "fr": ["lecture"]},
        "definition": {"en": "What one leaves."},
        "note": {"en": "It is < the sea; see Nobody and tides."},
        "kind": "concept",
        "related": [f"{SITE}g/sea/"],
        "source": [f"{SITE}r/quill2016/"],
        "creator": "Rowan Teale",
        "created": "2026-11-23",
        "modified": "2026-11-25",
    }


def test_what_an_entry_does_not_say_is_left_out() -> None:
    assert concept("nobody") == {
        "id": f"{SITE}g/nobody/",
        "type": "Concept",
        "inScheme": f"{SITE}{FILE}",
        "prefLabel": {"en": "Nobody"},
        "definition": {"en": "Nobody is nobody."},
        "note": {"en": "This is all there is."},
        "kind": "person",
        "creator": "Ada Ostrander",
        "created": "2026-11-23",
    }


def test_a_place_has_its_point_and_what_that_is_taken_from() -> None:
    sea = concept("sea")
    assert (sea["lat"], sea["long"]) == ("56.5", "-3.25")
    assert sea["source"] == [f"{SITE}r/quill2016/", f"{SITE}r/teale2020/"]


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.0, "0"), (-0.5, "-0.5"), (108.890001, "108.890001"), (1e-5, "0.00001"), (120.0, "120")],
)
def test_degrees_are_written_without_an_exponent(number: float, written: str) -> None:
    placed = replace(SEA, site=Site(point=Coordinates(number / 2, number)))
    assert concept("sea", with_terms(placed))["long"] == written


def test_what_one_refers_to_refers_to_it() -> None:
    """`see` is the editors' in one direction; `skos:related` holds in both."""
    terms = [term("a", see=("b", "c")), term("b"), term("c", see=("a", "d")), term("d")]
    edition = with_terms(*terms)
    related = {one["id"]: one.get("related", []) for one in nodes(edition)}
    assert related == {
        "../g/a/": ["../g/b/", "../g/c/"],
        "../g/b/": ["../g/a/"],
        "../g/c/": ["../g/a/", "../g/d/"],
        "../g/d/": ["../g/c/"],
    }


LABELS: dict[str, tuple[Term, dict[str, str], dict[str, list[str]]]] = {
    "a form like the name": (term("a", "A", "As", name="A"), {"en": "A"}, {"en": ["As"]}),
    "one name as a form and another": (
        term("a", "As", name="A", also=("As", "A")), {"en": "A"}, {"en": ["As"]},
    ),
    "another name in the text's language": (
        term("a", name="A", names=(("en", "An A"),)), {"en": "A"}, {"en": ["An A"]},
    ),
    "one name in two languages": (
        term("a", name="A", names=(("fr", "A"), ("de", "A"))),
        {"en": "A", "fr": "A", "de": "A"},
        {},
    ),
    "one name twice in a language": (
        term("a", name="A", names=(("fr", "B"), ("fr", "B"))), {"en": "A", "fr": "B"}, {},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "preferred", "others"), LABELS.values(), ids=LABELS)
def test_a_language_has_one_preferred_label(
    one: Term, preferred: dict[str, str], others: dict[str, list[str]]
) -> None:
    edition = with_terms(one)
    assert broken(edition) == []
    found = concept("a", edition)
    assert (found["prefLabel"], found.get("altLabel", {})) == (preferred, others)


NAMES = st.sampled_from(["A", "a", "B", "As", "C d"])
TAGS = st.sampled_from(["en", "fr", "zh-Hans"])
DRAWN = st.lists(
    st.tuples(
        NAMES,
        st.lists(NAMES, max_size=3, unique=True),
        st.lists(st.tuples(TAGS, NAMES), max_size=4),
        st.sets(st.integers(0, 3), max_size=3),
        st.sampled_from(list(Realm)),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60)
@given(DRAWN)
def test_whatever_entries_say_no_rule_is_broken(drawn: list[tuple[Any, ...]]) -> None:
    terms = [
        term(
            f"t{number}", *forms, name=name, names=tuple(names), realm=realm,
            see=tuple(f"t{other}" for other in sorted(see) if number != other < len(drawn)),
        )
        for number, (name, forms, names, see, realm) in enumerate(drawn)
    ]  # fmt: skip
    assert broken(with_terms(*terms)) == []


def test_a_realm_is_a_collection_if_it_has_any() -> None:
    found = {one["id"]: one["member"] for one in nodes(kind="Collection")}
    assert found == {
        f"{SITE}{FILE}#glossary": [f"{SITE}g/writing/", f"{SITE}g/wrote-on/"],
        f"{SITE}{FILE}#people": [f"{SITE}g/nobody/"],
        f"{SITE}{FILE}#places": [f"{SITE}g/sea/"],
    }
    assert [one["prefLabel"] for one in nodes(kind="Collection")] == [
        {"en": "Glossary"}, {"en": "People"}, {"en": "Places"},
    ]  # fmt: skip
    alone = nodes(with_terms(NOBODY), "Collection")
    assert [one["id"] for one in alone] == ["#people"]


def test_the_scheme_says_whose_it_is_and_how_it_may_be_used() -> None:
    (scheme,) = nodes(kind="ConceptScheme")
    assert scheme == {
        "id": f"{SITE}{FILE}",
        "type": "ConceptScheme",
        "prefLabel": {"en": "Names and terms in “The wall”"},
        "creator": TERMED.settings.editors,
        "license": TERMED.settings.notes_licence.address,
    }


def test_entries_are_in_the_language_of_the_text() -> None:
    work = replace(TERMED.settings.work, language="fr")
    edition = replace(TERMED, settings=replace(TERMED.settings, work=work))
    found = concept("writing", edition)
    assert found["prefLabel"] == {"fr": "writing & reading", "zh-Hans": "读写"}
    assert found["altLabel"] == {"fr": ["read", "it", "letters", "écriture", "lecture"]}
    assert broken(edition) == []


# ---- Addresses ----


def _addresses(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _addresses(inner, key) if key != "@context" else ()
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner, name)
    elif name in ("id", "inScheme", "related", "member", "source", "license"):
        yield value


def test_every_address_is_absolute_when_the_site_s_is_known() -> None:
    found = list(_addresses(read(ABSOLUTE)))
    assert found
    assert [one for one in found if not urlsplit(one).scheme] == []


def test_relative_addresses_lead_to_the_same_from_where_the_file_is() -> None:
    """JSON-LD 1.0, “Base IRI”: they are resolved against the address of the document."""
    relative = [urljoin(f"{SITE}{FILE}", one) for one in _addresses(read(TERMED))]
    assert relative == list(_addresses(read(ABSOLUTE)))


def test_the_scheme_says_when_it_has_no_absolute_address() -> None:
    absolute, relative = (nodes(one, "ConceptScheme")[0] for one in (ABSOLUTE, TERMED))
    assert "comment" not in absolute
    assert [said.partition(".")[0] for said in relative["comment"]] == [
        "The site has no absolute address yet"
    ]


def test_nothing_of_an_entry_changes_another() -> None:
    assert concept("nobody", at_site(with_terms(NOBODY))) == concept("nobody")
    bare = at_site(with_terms(replace(WRITING, see=())))
    assert {**concept("writing", bare), "related": [f"{SITE}g/sea/"]} == concept("writing")
