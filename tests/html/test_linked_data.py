"""JSON-LD: what a page is, in terms that search engines know, and harmless in a page."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.core.edition import Edition
from edition.core.edtf import Edtf, read_edtf
from edition.core.note_record import WORK
from edition.html.linked_data import _dates, in_script, linked_data
from tests.browser.noted import EDITION as REAL
from tests.core.noted import FORMATTED, NOTED
from tests.core.termed import TERMED
from tests.html.schema_rules import faults_of
from tests.trees import fragment

KNOWN = replace(FORMATTED, items={WORK: {"author": [{"family": "Halloran", "given": "Wren"}]}})
URL = "https://example.org/wall/"


def here(edition: Edition) -> Edition:
    return replace(edition, settings=replace(edition.settings, url=URL))


def data(edition: Edition, address: str) -> dict[str, Any]:
    return linked_data(edition, KNOWN, address, "A title")


ARTICLE = {
    "@type": "ScholarlyArticle",
    "headline": "The wall",
    "name": "The wall",
    "author": [{"@type": "Person", "name": "Wren Halloran"}],
    "datePublished": "2021-03-04",
    "isPartOf": {"@type": "Periodical", "name": "Harbours"},
    "inLanguage": "en",
    "license": "https://creativecommons.org/publicdomain/zero/1.0/",
    "url": "https://example.org/tides",
}
WHOLE = {
    "@type": "CreativeWork",
    "name": "The wall: an edition",
    "author": {"@type": "Organization", "name": "The test editors"},
    "dateModified": "2026-11-24",
    "license": "https://creativecommons.org/licenses/by/4.0/",
}
CONTEXT = {"@context": "https://schema.org"}


def test_the_first_page_is_the_edition_which_is_about_the_article() -> None:
    assert data(NOTED, "") == {**CONTEXT, **WHOLE, "about": ARTICLE}
    assert data(here(NOTED), "")["url"] == URL


def test_a_chapter_is_a_part_of_the_article() -> None:
    chapter = {
        **CONTEXT,
        "@type": "Chapter",
        "name": "A title",
        "position": 1,
        "pagination": "paras. 1–2",
        "isPartOf": ARTICLE,
    }
    assert data(NOTED, "text/01-wall/") == chapter
    assert data(here(NOTED), "text/01-wall/") == {**chapter, "url": f"{URL}text/01-wall/"}


@pytest.mark.parametrize("address", ["text/front/", "text/references/", "text/plain/"])
def test_other_pages_of_the_text_are_the_article(address: str) -> None:
    assert data(NOTED, address) == {**CONTEXT, **ARTICLE}


def test_the_glossary_is_a_set_of_terms_and_has_no_people_and_places() -> None:
    found = data(here(TERMED), "glossary/")
    assert found["@type"] == "DefinedTermSet"
    assert {term["termCode"]: term["url"] for term in found["hasDefinedTerm"]} == {
        name: f"{URL}g/{name}/" for name in ("writing", "wrote-on", "nobody") if name in GLOSSARY
    }


GLOSSARY = {term.id for term in TERMED.terms if term.realm.value == "glossary"}


def test_the_list_of_notes_counts_them_and_names_their_authors() -> None:
    found = data(NOTED, "notes/")
    assert found["collectionSize"] == len(NOTED.notes_in_order)
    assert found["author"] == [
        {"@type": "Person", "name": "Ada Ostrander"},
        {
            "@type": "Person",
            "name": "Rowan Teale",
            "sameAs": "https://orcid.org/0000-0002-1825-0097",
        },
        {"@type": "Organization", "name": "The editors"},
    ]


@pytest.mark.parametrize("address", ["about/licence/", "cite/", "people/", "text/"])
def test_of_other_pages_nothing_is_said(address: str) -> None:
    assert data(NOTED, address) == {}


PAGES = ["", "text/front/", "text/04-summit/", "text/plain/", "notes/", "glossary/", "timeline/"]


@pytest.mark.parametrize("url", ["", URL], ids=["no address", "an address"])
@pytest.mark.parametrize("address", PAGES)
def test_the_real_edition_keeps_the_rules_of_schema_org(address: str, url: str) -> None:
    edition = replace(REAL, settings=replace(REAL.settings, url=url))
    found = linked_data(edition, KNOWN, address, "A title")
    assert found.pop("@context") == "https://schema.org"
    assert faults_of(found) == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"@type": "Chapter", "name": "A", "position": 1}, "$ lacks isPartOf"),
        ({"@type": "Person", "name": "A", "email": "a"}, "$ has email"),
        ({"@type": "Person", "name": ""}, "$.name is empty"),
        ({"@type": "Persona", "name": "A"}, "$ has the type 'Persona'"),
        ({"@type": "ItemList", "name": "A", "itemListElement": [{}]},
         "$.itemListElement[0] has the type ''"),
    ],
)  # fmt: skip
def test_the_rules_find_what_breaks_them(broken: dict[str, Any], fault: str) -> None:
    assert fault in faults_of(broken)


def test_no_address_of_the_site_is_said_while_it_is_unknown() -> None:
    """Nothing relative either: search engines want addresses whole."""
    for address in PAGES:
        text = json.dumps(linked_data(REAL, KNOWN, address, "A title"))
        urls = [part.split('"')[0] for part in text.split('"url": "')[1:]]
        assert [url for url in urls if url != REAL.settings.work.address] == []


DATES = {
    "2023-05-19": {"startDate": "2023-05-19"},
    "1992-01": {"startDate": "1992-01"},
    "2004": {"startDate": "2004"},
    "2023-05-18/2023-05-19": {"startDate": "2023-05-18", "endDate": "2023-05-19"},
    "2024/..": {"startDate": "2024"},
    "../2022": {"endDate": "2022"},
    "2004~": {},
    "2004?": {},
    "198X": {},
    "-0150": {},
    "Y-10000": {},
    "2004~/2011": {"endDate": "2011"},
}


@pytest.mark.parametrize(("written", "dates"), DATES.items(), ids=DATES)
def test_only_certain_dates_are_given(written: str, dates: dict[str, str]) -> None:
    when = read_edtf(written)
    assert isinstance(when, Edtf)
    assert _dates(when) == dates


@given(st.text())
def test_no_words_end_the_element_and_all_of_them_come_back(words: str) -> None:
    written = in_script({"name": words})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": words}


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "&lt;/script&gt;",
        '"\\',
        "\u2028",
    ],
)
def test_hostile_words_stay_data_in_a_page(words: str) -> None:
    html = f'<script type="application/ld+json">{in_script({"name": words})}</script><p>a</p>'
    tree = fragment(html)
    (script,) = tree.find("script")
    assert json.loads(script.words) == {"name": words}
    assert len(tree.find("p")) == 1
