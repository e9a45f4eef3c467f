"""The article's 33 citations, each linked to its entry and followed by its footnote."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.real_edition import EDITION
from tests.trees import Tree, document

CITATIONS = [
    (
        2,
        "(UNRCCA CONVENED ANNUAL MEETING WITH DEPUTY FOREIGN MINISTERS OF "
        "CENTRAL ASIAN STATES IN BISHKEK, 2023)",
        "unrcca2023bishkek",
    ),
    (4, '("power," n.d.)', "cambridgendpower"),
    (4, '("power," n.d.)', "oxfordndpower"),
    (4, "(Nye, 2021)", "nye2021evolution"),
    (4, "(Nye, 2004)", "nye2004softpower"),
    (4, "(Joseph S. Nye, 2011)", "nye2011future"),
    (5, "(Silk Roads: Zarafshan-Karakum Corridor)", "unesco1675"),
    (5, "(Silk Roads: the Routes Network of Chang'an-Tianshan Corridor)", "unesco1442"),
    (6, "(Three takeaways from the China-Central Asia Summit, 2023)", "cgtn2023takeaways"),
    (
        6,
        "(President Xi Jinping Chairs the Inaugural China-Central Asia Summit "
        "and Delivers a Keynote Speech, 2023a)",
        "prcmfa2023a",
    ),
    (
        7,
        "(Full text of Xi Jinping's keynote address at China-Central Asia Summit, 2023)",
        "xi2023keynote",
    ),
    (
        7,
        "(President Xi Jinping Chairs the Inaugural China-Central Asia Summit "
        "and Delivers a Keynote Speech, 2023b)",
        "prcmfa2023b",
    ),
    (
        7,
        "(Full text of Xi Jinping's keynote address at China-Central Asia Summit, 2023)",
        "xi2023keynote",
    ),
    (
        7,
        "(Analysis: China-Central Asia relations will open a new chapter in history, 2023)",
        "tcja2023analysis",
    ),
    (
        8,
        "(Factsheet on President Kassym-Jomart Tokayev's state visit to China "
        "and the China-Central Asia Summit, 2023)",
        "kazmfa2023factsheet",
    ),
    (
        8,
        "(Economic Results of Sadyr Japarov's State Visit to China – Overview, 2023)",
        "sputnik2023japarov",
    ),
    (9, "(Sakenova, 2023)", "sakenova2023tokayev"),
    (11, "(About Us, 2019)", "breip2019about"),
    (
        12,
        "(Media outlets pledge to contribute to building China-Central Asia "
        "community with shared future, 2023)",
        "xinhua2023forum",
    ),
    (14, "(Nurgozhayeva, 2020)", "nurgozhayeva2020bri"),
    (14, "(Nurgozhayeva, 2020)", "nurgozhayeva2020bri"),
    (14, "(China-Central Asia cooperation in numbers, 2023)", "scio2023numbers"),
    (15, "(Noor, 2023)", "noor2023dispelling"),
    (
        17,
        "(Total value of import and export commodities by country (region) in "
        "June 2023 (USD), 2023)",
        "gacc2023june",
    ),
    (17, "(China-Central Asia cooperation in numbers, 2023)", "scio2023numbers"),
    (17, "(Muratbekova, 2023)", "muratbekova2023xian"),
    (17, "(Zogg, 2019)", "zogg2019cooperation"),
    (18, "(Taliga, 2021)", "taliga2021bri"),
    (19, "(Derryberry, 2019)", "derryberry2019softpower"),
    (20, "(China-Central Asia cooperation in numbers, 2023)", "scio2023numbers"),
    (21, "(Yau, 2021)", "yau2021polishes"),
    (22, "(China in Central Asia, 2023)", "synergia2023china"),
    (23, "(Aliyev, 2019)", "aliyev2019softpower"),
]
"""Paragraph, printed words and key of the entry, in the order of the article."""

KEYS = {key for _, _, key in CITATIONS}
CHAPTERS = {
    "01-setting": range(1, 4), "02-concept": [4], "03-silkroads": [5], "04-summit": range(6, 11),
    "05-media": range(11, 13), "06-bri": range(13, 17), "07-trade": range(17, 20),
    "08-language": range(20, 24), "09-outlook": range(24, 26), "plain": range(1, 26),
}  # fmt: skip


@cache
def page(site: Path, name: str) -> Tree:
    return document(site / "text" / name / "index.html")


@cache
def bibliography(site: Path) -> Tree:
    return document(site / "bibliography" / "index.html")


def citations_of(drawn: Tree) -> list[tuple[int, str, str]]:
    """Read paragraph, words and key of every citation on a page."""
    return [
        (
            int(paragraph.attributes["data-unit"][1:]),
            link.words,
            link.attributes["href"].removeprefix("../../bibliography/#"),
        )
        for paragraph in drawn.find("p", class_="paragraph")
        for link in paragraph.find("a", class_="citation")
    ]


def markers_of(drawn: Tree) -> list[Tree]:
    return [
        marker
        for paragraph in drawn.find("p", class_="paragraph")
        for marker in paragraph.find("sup", class_="marker")
    ]


def test_there_are_33_and_all_but_one_are_to_listed_references(real_site: Path) -> None:
    listed = {
        entry.attributes["id"]
        for section in bibliography(real_site).find("section", class_="listed")
        for entry in section.find("article")
    }
    assert len(CITATIONS) == 33
    assert [key for _, _, key in CITATIONS if key not in listed] == ["oxfordndpower"]
    assert len(listed) == 28


@pytest.mark.parametrize("name", CHAPTERS)
def test_the_printed_words_of_every_citation_are_its_link(real_site: Path, name: str) -> None:
    assert citations_of(page(real_site, name)) == [
        citation for citation in CITATIONS if citation[0] in CHAPTERS[name]
    ]


def test_the_chapters_together_have_every_citation(real_site: Path) -> None:
    found = [
        citation
        for name in CHAPTERS
        if name != "plain"
        for citation in citations_of(page(real_site, name))
    ]
    assert found == CITATIONS


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_marker_of_the_edition_s_follows_every_citation(real_site: Path, name: str) -> None:
    for paragraph in page(real_site, name).find("p", class_="paragraph"):
        inline = [child for child in paragraph.children if isinstance(child, Tree)]
        own = [child for child in inline if not _is_of_something_else(child)]
        classes = [child.attributes.get("class") for child in own]
        cited = classes.count("citation")
        assert classes == ["number", *["citation", "marker"] * cited]
        for index, child in enumerate(paragraph.children):
            if isinstance(child, Tree) and child.attributes.get("class") == "citation":
                following = paragraph.children[index + 1]
                assert isinstance(following, Tree)
                assert following.attributes["class"] == "marker"
                assert "data-edition" in following.attributes


def _is_of_something_else(child: Tree) -> bool:
    """Whether an element is of a note, a term, or the start of a sentence."""
    is_start = child.name == "span" and "class" not in child.attributes
    is_marked = child.attributes.get("class") in ("note-marker", "term")
    return child.name == "mark" or is_start or is_marked


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_marker_leads_to_a_footnote_that_leads_back(real_site: Path, name: str) -> None:
    drawn = page(real_site, name)
    notes = {note.attributes["id"]: note for note in drawn.find("li", class_="footnote")}
    keys = [key for _, _, key in citations_of(drawn)]
    back: Counter[str] = Counter()
    for key, marker in zip(keys, markers_of(drawn), strict=True):
        link = marker.find("a")[0].attributes
        note = notes[link["href"].removeprefix("#")]
        assert link["role"] == "doc-noteref"
        assert [entry.attributes["href"] for entry in note.find("a", class_="entry")] == [
            f"../../bibliography/#{key}"
        ]
        targets = [way.attributes["href"] for way in note.find("a", role="doc-backlink")]
        assert targets.count(f"#{link['id']}") == 1
        back[link["id"]] += 1
    ways = [
        way.attributes["href"].removeprefix("#")
        for note in notes.values()
        for way in note.find("a", role="doc-backlink")
    ]
    assert Counter(ways) == back
    assert {note.find("a", class_="entry")[0].attributes["href"] for note in notes.values()} == {
        f"../../bibliography/#{key}" for key in keys
    }


@pytest.mark.parametrize("name", CHAPTERS)
def test_footnotes_are_numbered_by_first_mention(real_site: Path, name: str) -> None:
    drawn = page(real_site, name)
    keys = [key for _, _, key in citations_of(drawn)]
    order = list(dict.fromkeys(keys))
    numbers = [marker.words for marker in markers_of(drawn)]
    assert numbers == [str(order.index(key) + 1) for key in keys]
    assert [note.attributes["id"] for note in drawn.find("li", class_="footnote")] == [
        f"fn-{key}" for key in order
    ]


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_cited_entry_leads_to_each_paragraph_that_cites_it(real_site: Path, key: str) -> None:
    (entry,) = bibliography(real_site).find("article", id=key)
    links = [link.attributes["href"] for link in entry.find(class_="cited-in")[0].find("a")]
    chapters = {
        number: name for name, numbers in CHAPTERS.items() if name != "plain" for number in numbers
    }
    paragraphs = dict.fromkeys(paragraph for paragraph, _, cited in CITATIONS if cited == key)
    assert [link for link in links if link.startswith("../text/") and "#p" in link] == [
        f"../text/{chapters[number]}/#p{number}" for number in paragraphs
    ]


def test_every_entry_leads_to_each_note_that_cites_it(real_site: Path) -> None:
    citing = EDITION.notes_of_reference
    assert len(citing) > 20
    entries = {
        entry.attributes["id"]: [link.attributes["href"] for link in entry.find("a")]
        for entry in bibliography(real_site).find("article")
        if entry.attributes.get("id") in EDITION.reference_by_key
    }
    assert {
        key: [link.partition("#note-")[2] for link in links if "#note-" in link]
        for key, links in entries.items()
    } == {key: [note.id for note in citing.get(key, ())] for key in EDITION.reference_by_key}


def test_a_reference_s_footnote_is_the_same_on_every_page(real_site: Path) -> None:
    shown: dict[str, set[str]] = {}
    for name in CHAPTERS:
        for note in page(real_site, name).find("li", class_="footnote"):
            words = note.find(class_="reference")[0].words
            shown.setdefault(note.attributes["id"], set()).add(words)
    assert shown.keys() == {f"fn-{key}" for key in KEYS}
    assert all(len(words) == 1 for words in shown.values())
