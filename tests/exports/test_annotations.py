"""`data/notes.jsonld`: what the W3C's Recommendation of 23 February 2017 asks of annotations.

The rules stand in `annotation_rules.py`; `PLANTED` shows that each of them can be broken.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from edition.core.addresses import current_links, unit_address
from edition.core.edition import Edition
from edition.core.note import LEVELS, Kind
from edition.core.quote import Quote
from edition.core.unit import Role
from edition.exports.annotations import MOTIVATIONS, export_annotations
from edition.exports.units import export_units
from tests.core.editions import EDITION, unit
from tests.core.figured import FIGURED
from tests.core.noted import AGAIN, FORMATTED, IN_ORDER, MARKS, NOTED, SEA, note, with_notes
from tests.exports.annotation_rules import Json, faults
from tests.trees import fragment

SITE = "https://example.org/wall/"
FILE = "data/notes.jsonld"
ABSOLUTE = replace(NOTED, settings=replace(NOTED.settings, url=SITE))


def read(edition: Edition) -> Json:
    files = export_annotations(edition, FORMATTED)
    assert list(files) == [FILE]
    data: Json = json.loads(files[FILE])
    return data


def items(edition: Edition = ABSOLUTE) -> list[Json]:
    return list(read(edition)["first"]["items"])


def item(note_id: str, edition: Edition = ABSOLUTE) -> Json:
    return next(found for found in items(edition) if found["id"].endswith(f"n/{note_id}/"))


def contents(annotation: Json) -> dict[str, Json]:
    """Return what a note says, by format."""
    return {body["format"]: body for body in annotation["body"][0]["items"]}


def tags(annotation: Json) -> list[str]:
    return [body["value"] for body in annotation["body"] if body.get("purpose") == "tagging"]


@pytest.mark.parametrize(
    "edition", [ABSOLUTE, NOTED, with_notes(SEA), EDITION], ids=["site", "no site", "one", "none"]
)
def test_the_collection_breaks_no_rule(edition: Edition) -> None:
    assert list(faults(read(edition))) == []


Breaking = Callable[[Json], None]


def first(change: Breaking) -> Breaking:
    """Break something in the first annotation."""
    return lambda data: change(data["first"]["items"][0])


PLANTED: dict[str, Breaking] = {
    "3.1 context": lambda data: data.update({"@context": ["http://www.w3.org/ns/anno.jsonld"]}),
    "3.1 id": first(lambda one: one.pop("id")),
    "3.1 id twice": first(lambda one: one.update(id=f"{SITE}n/sea/")),
    "3.1 type": first(lambda one: one.pop("type")),
    "3.1 target": first(lambda one: one.pop("target")),
    "3.2 body": first(lambda one: one["body"][1].pop("type")),
    "3.2 TextualBody in TextualBody": first(lambda one: one["body"][1].pop("value")),
    "3.2 Choice in Choice": first(lambda one: one["body"][0].pop("items")),
    "3.2 TextualBody in Choice": first(lambda one: one["body"][0].update(value="a")),
    "3.2 Choice in TextualBody": first(lambda one: one["body"][1].update(items=[])),
    "3.2.5 body and bodyValue": first(lambda one: one.update(bodyValue="a")),
    "3.3.1 created": first(lambda one: one.update(created="2026-11-23")),
    "3.3.1 modified": first(lambda one: one.update(modified="2026-11-23T00:00:00+01:00")),
    "3.3.2 creator": first(lambda one: one["creator"].pop("type")),
    "3.3.3 audience": first(lambda one: one["audience"].update(audienceType="a")),
    "3.3.5 motivation": first(lambda one: one.update(motivation="assessing")),
    "3.3.5 purpose": first(lambda one: one["body"][1].update(purpose="noting")),
    "3.3.5 purpose of a choice": first(lambda one: one["body"][0].update(purpose="tagging")),
    "3.3.6 rights": first(lambda one: one.update(rights="CC BY 4.0")),
    "4 source": first(lambda one: one["target"].pop("source")),
    "4.2 selector": first(lambda one: one["target"]["selector"][0].pop("type")),
    "4.2.4 exact": first(lambda one: one["target"]["selector"][0].update(exact="")),
    "4.2.4 context": first(lambda one: one["target"]["selector"][0].pop("prefix")),
    "4.2.5 positions": first(lambda one: one["target"]["selector"][1].update(start="4")),
    "5.1 type": lambda data: data.update(type="Collection"),
    "5.1 label": lambda data: data.pop("label"),
    "5.1 total": lambda data: data["first"]["items"].pop(),
    "5.1 first": lambda data: data.pop("first"),
    "5.1 last": lambda data: data.pop("last"),
    "5.2 type": lambda data: data["first"].pop("type"),
    "5.2 context": lambda data: data["first"].update({"@context": data["@context"]}),
    "5.2 startIndex": lambda data: data["first"].update(startIndex=1),
    "5.2 partOf": lambda data: data["first"].pop("partOf"),
    "5.2 items": lambda data: data["first"].update(items=[]),
}


@pytest.mark.parametrize(("rule", "change"), PLANTED.items(), ids=PLANTED)
def test_a_broken_rule_is_noticed(rule: str, change: Breaking) -> None:
    data = deepcopy(read(ABSOLUTE))
    change(data)
    assert rule in list(faults(data))


def test_all_notes_are_there_in_the_order_of_the_text() -> None:
    assert [found["id"] for found in items()] == [f"{SITE}n/{one.id}/" for one in IN_ORDER]
    assert read(ABSOLUTE)["total"] == len(IN_ORDER)


def test_a_note_that_stands_nowhere_is_left_out() -> None:
    """The build stops at it anyway; nothing false is said of it while pages are served."""
    lost = note("lost", Quote("words that are not there"))
    assert [found["id"] for found in items(with_notes(lost, SEA))] == ["../n/sea/"]


def test_an_edition_without_notes_has_an_empty_collection() -> None:
    data = read(EDITION)
    assert (data["total"], "first" in data, "last" in data) == (0, False, False)


@pytest.mark.parametrize("edition", [ABSOLUTE, NOTED], ids=["site", "no site"])
def test_selectors_find_the_words_in_the_unit_of_the_same_address(edition: Edition) -> None:
    """Everything that is needed to follow a note is in the two files of data."""
    units = json.loads(export_units(edition)["data/edition.json"])["units"]
    texts = {urljoin(f"{SITE}{FILE}", f"../{one['address']}"): one["text"] for one in units}
    for found, one in zip(items(edition), IN_ORDER, strict=True):
        target = found["target"]
        text = texts[urljoin(f"{SITE}{FILE}", target["source"])]
        quote, position = target["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"] == one.quote.exact
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert len(quote["prefix"]) == min(32, start)
        assert len(quote["suffix"]) == min(32, len(text) - end)
        assert target["scope"] == urldefrag(target["source"]).url


def test_words_that_stand_twice_are_told_apart_by_what_is_really_around_them() -> None:
    """Not by the file's own prefix, which may be shorter than what another program needs."""
    selector = item("second-mention")["target"]["selector"][0]
    assert (selector["prefix"], selector["suffix"]) == (" on it (Quill, 2016), and again ", ".")


P_STRANGE = "𝒜 cafe\u0301 \N{EM DASH} " + "e\u0301" * 20 + " tide 𝒷 " + "o\u0308" * 20
STRANGE = replace(
    EDITION,
    units=tuple(
        unit("p2", Role.PARAGRAPH, P_STRANGE) if one.id == "p2" else one for one in EDITION.units
    ),
)


def test_positions_count_code_points_and_context_cuts_no_letter_from_its_mark() -> None:
    found = item("tide", with_notes(note("tide", Quote("tide 𝒷")), edition=STRANGE))
    quote, position = found["target"]["selector"]
    assert position == {
        "type": "TextPositionSelector",
        "start": P_STRANGE.index("tide"),
        "end": P_STRANGE.index("tide") + 6,
    }
    assert P_STRANGE[position["start"] : position["end"]] == "tide 𝒷"
    assert quote["prefix"] == "e\u0301" * 15 + " "
    assert quote["suffix"] == " " + "o\u0308" * 15


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_motivation_and_is_told_exactly_by_the_first_tag(kind: Kind) -> None:
    found = item("a", with_notes(note("a", Quote("Nobody"), kind=kind, tags=("sea", "walls"))))
    assert found["motivation"] == MOTIVATIONS[kind]
    assert tags(found) == [kind.value, "sea", "walls"]
    assert [body["purpose"] for body in found["body"][0]["items"]] == [MOTIVATIONS[kind]] * 2


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_is_an_audience_of_schema_org(level: int) -> None:
    found = item("a", with_notes(note("a", Quote("Nobody"), level=level)))
    assert found["audience"] == {"type": "schema:Audience", "schema:audienceType": LEVELS[level]}


@pytest.mark.parametrize(
    ("note_id", "creator"),
    [
        ("sea", {"type": "Organization", "name": "The editors"}),
        (
            "wrote",
            {
                "id": "https://orcid.org/0000-0002-1825-0097",
                "type": "Person",
                "name": "Rowan Teale",
            },
        ),
        ("marks", {"type": "Person", "name": "Ada Ostrander"}),
    ],
)
def test_a_note_is_by_those_who_signed_it(note_id: str, creator: Json) -> None:
    assert item(note_id)["creator"] == creator


def test_dates_are_the_first_moment_of_the_day_in_utc() -> None:
    wrote = item("wrote")
    assert (wrote["created"], wrote["modified"]) == ("2026-11-20T00:00:00Z", "2026-11-24T00:00:00Z")
    assert "modified" not in item("sea")


def test_a_note_may_be_used_under_the_licence_of_the_notes() -> None:
    licence = NOTED.settings.notes_licence.address
    assert {found["rights"] for found in items()} == {licence}
    assert licence != NOTED.settings.work.licence.address


def test_what_a_note_says_is_there_twice_with_the_same_content() -> None:
    for found in items():
        said = contents(found)
        assert list(said) == ["text/html", "text/plain"]
        assert {body["language"] for body in said.values()} == {"en"}
    said = contents(item(SEA.id))
    assert said["text/plain"]["value"] == (
        "The sea is the North Sea; see (Quill, 2016, p. 12) and (Teale & co, 2020).\n"
        "It is < 100 m deep & cold.\n"
        "In Danish it is Vesterhavet."
    )
    tree = fragment(said["text/html"]["value"])
    assert [block.words for block in (*tree.find("p"), *tree.find("li"))] == [
        *said["text/plain"]["value"].split("\n")
    ]


def test_a_citation_that_no_style_has_written_is_told_by_its_key() -> None:
    said = contents(item("a", with_notes(note("a", Quote("Nobody"), "See [@quill2016, p. 9]."))))
    assert said["text/plain"]["value"] == "See quill2016."
    assert fragment(said["text/html"]["value"]).find("a")[0].words == "quill2016"


def test_a_source_that_the_library_lacks_is_told_and_is_no_markup() -> None:
    said = contents(item(MARKS.id))
    told = f"Source being catalogued: {MARKS.new_source}"
    assert said["text/plain"]["value"].split("\n")[-1] == told
    assert fragment(said["text/html"]["value"]).find("p")[-1].words == told


@pytest.mark.parametrize(
    ("edition", "link"),
    [
        (ABSOLUTE, f"{SITE}bibliography/#quill2016"),
        (NOTED, "../bibliography/#quill2016"),
    ],
    ids=["site", "no site"],
)
def test_links_in_a_body_hold_where_the_file_is_read(edition: Edition, link: str) -> None:
    html = contents(item(SEA.id, edition))["text/html"]["value"]
    assert fragment(html).find("a")[0].attributes["href"] == link


def _addresses(value: Any) -> Iterator[str]:
    """Yield everything in the file that is an address."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("id", "source", "scope", "rights", "last", "@context"):
                yield inner
            elif value.get("format") == "text/html" and name == "value":
                yield from (link.attributes["href"] for link in fragment(inner).find("a"))
            else:
                yield from _addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner)


def test_every_address_is_absolute_when_the_site_s_is_known() -> None:
    data = read(ABSOLUTE)
    assert [found for found in _addresses(data) if not urlsplit(found).scheme] == []
    assert (data["id"], data["first"]["id"]) == (f"{SITE}{FILE}", f"{SITE}{FILE}#page-1")


def test_relative_addresses_lead_to_the_same_from_where_the_file_is() -> None:
    """JSON-LD 1.0, “Base IRI”: they are resolved against the address of the document."""
    relative = [urljoin(f"{SITE}{FILE}", found) for found in _addresses(read(NOTED))]
    assert relative == list(_addresses(read(ABSOLUTE)))


def test_the_collection_says_when_it_has_no_absolute_address() -> None:
    absolute, relative = (set(read(one)["rdfs:comment"]) for one in (ABSOLUTE, NOTED))
    assert [said.partition(".")[0] for said in relative - absolute] == [
        "The site has no absolute address yet"
    ]
    assert absolute < relative


def test_what_is_identified_is_what_the_site_has() -> None:
    links, places = current_links(NOTED), {unit_address(NOTED, one.id) for one in NOTED.units}
    for found in items():
        assert found["id"].removeprefix(SITE) in links
        assert found["target"]["source"].removeprefix(SITE) in places


def test_nothing_of_a_note_changes_another() -> None:
    alone = item(AGAIN.id, with_notes(AGAIN))
    assert item(AGAIN.id, NOTED) == alone


@pytest.mark.parametrize("url", [SITE, ""], ids=["site", "no site"])
def test_a_note_s_figure_is_named_and_linked(url: str) -> None:
    """What is drawn is no words: both forms of the body lead to it."""
    edition = replace(FIGURED, settings=replace(FIGURED.settings, url=url))
    assert list(faults(read(edition))) == []
    said = contents(item("sea", edition))
    address = f"{url or '../'}figures/#tides"
    title = "Tides & < their> heights"
    assert said["text/plain"]["value"].splitlines()[-1] == f"Figure: {title} <{address}>"
    last = fragment(said["text/html"]["value"]).find("p")[-1]
    assert last.words == f"Figure: {title}"
    assert [link.attributes["href"] for link in last.find("a")] == [address]
    assert "Figure: " not in contents(item("again", edition))["text/plain"]["value"]
