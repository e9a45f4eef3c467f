"""Reading the article: its words can be copied, its footnotes lead there and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from edition.core.reading import reading_minutes
from edition.sources.load import load
from tests.browser.reader import Reader, arrive

ROOT = Path(__file__).parents[2]
EDITION = load(ROOT)[0]
assert EDITION is not None
PARAGRAPHS = [unit for unit in EDITION.units if unit.id.startswith("p")
              and unit.id[1:].isdecimal()]  # fmt: skip
CHAPTERS = [chapter.address for chapter in EDITION.chapters]


@pytest.mark.parametrize("unit", PARAGRAPHS, ids=lambda unit: unit.id)
def test_copying_a_paragraph_gives_its_words_alone(unit, visit: Callable[..., Reader]) -> None:
    """What lands on the clipboard is the article's words: no number, no marker."""
    reader = visit(EDITION.page_of_unit[unit.id].address)
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.evaluate("id => getSelection().selectAllChildren(document.getElementById(id))",
                         unit.id)  # fmt: skip
    reader.page.keyboard.press("Control+c")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert " ".join(copied.split()) == unit.text


@pytest.mark.parametrize("address", [*CHAPTERS, "text/plain/"])
def test_every_footnote_leads_there_and_back(address: str, visit: Callable[..., Reader]) -> None:
    """A marker leads to its footnote, and one of its back links leads to the marker again."""
    page = visit(address).page
    markers = page.locator(".marker [role=doc-noteref]")
    for index in range(markers.count()):
        marker = markers.nth(index)
        name = marker.get_attribute("id")
        target = (marker.get_attribute("href") or "").lstrip("#")
        note = page.locator(f"li[id='{target}']")
        assert note.count() == 1, f"{name} leads to nothing"
        assert note.locator(f"[role=doc-backlink][href='#{name}']").count() == 1, name


def test_back_links_of_one_footnote_can_be_told_apart(visit: Callable[..., Reader]) -> None:
    """A source that is cited again has one footnote; no two of its back links are named alike."""
    page = visit("text/plain/").page
    several = 0
    for note in page.locator("li.footnote").all():
        names = [link.get_attribute("aria-label") for link in
                 note.locator("[role=doc-backlink]").all()]  # fmt: skip
        several += len(names) > 1
        assert len(set(names)) == len(names), names
    assert several, "no source is cited twice: the test has nothing to look at"


def test_a_footnote_is_read_and_left_by_keyboard(visit: Callable[..., Reader]) -> None:
    """Without scripts: Enter on a marker goes to the footnote, Enter on its back link returns."""
    page = visit(CHAPTERS[3], javascript=False).page
    marker = page.locator(".marker [role=doc-noteref]").first
    marker.press("Enter")
    note = page.locator(":target")
    assert note.get_attribute("class") == "footnote"
    box = note.bounding_box()
    assert box is not None and 0 <= box["y"] <= box["y"] + box["height"] <= 900
    note.locator("[role=doc-backlink]").first.press("Enter")
    assert page.locator(":target").get_attribute("id") == marker.get_attribute("id")


@pytest.mark.parametrize("address", CHAPTERS)
def test_every_chapter_says_where_the_reader_is(address: str, visit: Callable[..., Reader]) -> None:
    """Author, article, paragraphs of how many, whose words: before the text, outside of it."""
    page = visit(address).page
    opening = page.locator("header.opening").inner_text()
    work = EDITION.settings.work
    for expected in (work.author, work.title, f"of {len(PARAGRAPHS)}", "editors"):
        assert expected in opening
    published = page.locator(f"header.opening a[href='{work.address}']")
    assert published.is_visible()
    assert page.locator("[data-unit] header, header [data-unit]").count() == 0


def test_previous_and_next_walk_through_the_whole_text(visit: Callable[..., Reader]) -> None:
    """From the front matter, `next` leads through the chapters to the printed references."""
    page = visit(EDITION.text_pages[0].address).page
    walked = [EDITION.text_pages[0].address]
    while len(walked) < len(EDITION.text_pages):
        page.locator("a[rel=next]").click()
        page.wait_for_url(lambda address: not address.endswith(walked[-1]))
        walked.append(page.url.split("/sub/path/")[-1])
    assert walked == [text_page.address for text_page in EDITION.text_pages]
    page.locator("a[rel=prev]").click()
    arrive(page, f"/{walked[-2]}")


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("7-12", range(7, 13)),
        ("7", range(7, 8)),
        ("1-25", range(1, 26)),
        (" 3 - 4 ", range(3, 5)),
    ],
)
def test_a_range_is_a_reading(asked: str, shown: range, visit: Callable[..., Reader]) -> None:
    """`?p=7-12` shows exactly these paragraphs, counts their words, and says where it ends."""
    page = visit(f"text/plain/?p={asked}").page
    visible = [unit.get_attribute("data-unit") for unit in page.locator("[data-unit]").all()
               if unit.is_visible()]  # fmt: skip
    assert visible == [f"p{number}" for number in shown]
    words = sum(EDITION.unit_by_id[f"p{number}"].words for number in shown)
    opens = page.locator("#reading-opens").inner_text()
    assert f"{words:,} words, {reading_minutes(words)} min" in opens
    first, last = (EDITION.page_of_unit[f"p{number}"] for number in (shown[0], shown[-1]))
    assert f"in chapter {first.number}, “{first.title}”" in opens
    assert f"in chapter {last.number}, “{last.title}”" in opens
    assert page.locator("#reading-notes, .handout-link").filter(visible=True).count() == 0
    assert page.locator("#reading-ends").is_visible()
    cited = {citation.footnote for number in shown
             for citation in EDITION.citations_of_unit.get(f"p{number}", ())}  # fmt: skip
    notes = {note.get_attribute("id") for note in page.locator("li.footnote").all()
             if note.is_visible()}  # fmt: skip
    assert notes == {f"fn-{name}" for name in cited}


@pytest.mark.parametrize(
    "asked",
    [
        *("", "abc", "0", "30-99", "12-7", "7-", "-7", "7-12-15", "9" * 10_000),
        *("<script>alert(1)</script>", "7%0012", "%E2%80%8F7"),
    ],
    ids=lambda asked: asked[:12] or "nothing",
)
def test_a_range_that_is_none_gives_a_message_and_the_whole(
    asked: str, visit: Callable[..., Reader]
) -> None:
    """A broken range says what is wrong and hides nothing."""
    reader = visit(f"text/plain/?p={asked}")
    assert reader.page.locator("#reading-opens").inner_text().strip()
    hidden = [unit for unit in reader.page.locator("[data-unit]").all() if not unit.is_visible()]
    assert hidden == []
    assert reader.troubles() == []


def test_without_scripts_a_range_is_the_whole_article_at_its_place(
    visit: Callable[..., Reader],
) -> None:
    """`?p=7-12#p7` without scripts shows the whole article and stops at the paragraph."""
    page = visit("text/plain/?p=7-12#p7", javascript=False).page
    assert page.locator("[data-unit]").count() == len(EDITION.units)
    box = page.locator("#p7").bounding_box()
    assert box is not None and 0 <= box["y"] < 900
    assert "the whole article" in page.locator(".scriptless").filter(visible=True).inner_text()


def test_a_handout_has_links_and_the_questions_that_it_asks_for(
    visit: Callable[..., Reader],
) -> None:
    """Of the kind and for the readers named in the link, in the order of the text, as words."""
    reader = visit("text/plain/?p=7-12&handout&notes=question&level=2")
    page = reader.page
    items = page.locator("#reading-notes li")
    items.first.wait_for()
    asked = [note for number in range(7, 13)
             for note in EDITION.notes_of_unit.get(f"p{number}", ())
             if note.kind == "question" and note.level <= 2]  # fmt: skip
    assert asked
    assert items.locator("q").all_inner_texts() == [note.quote.exact for note in asked]
    ends = [link.split("/sub/path/")[1] for link in items.locator("a").evaluate_all(
        "links => links.map((link) => link.href)")]  # fmt: skip
    assert ends == [f"n/{note.id}/" for note in asked]
    assert page.locator(".handout-link a").evaluate_all(
        "links => links.map((link) => link.href.split('/sub/path/')[1])"
    ) == [f"p/{number}/" for number in range(7, 13)]
    heading = page.get_by_role("heading", level=1)
    assert f"¶¶ 7–12 of {len(PARAGRAPHS)}" in heading.inner_text()
    # What is chosen on the page is what the link says; another choice is another link.
    page.locator("#setting summary").press("Enter")
    link = page.locator("#setting-link")
    assert (link.get_attribute("href") or "").endswith("?p=7-12&notes=question&level=2&handout")
    page.locator("#setting-to").select_option("3")
    page.locator("#setting-notes").select_option("none")
    page.locator("#setting-handout").press("Space")
    assert (link.get_attribute("href") or "").endswith("/text/plain/?p=3")
    page.emulate_media(media="print")
    number, words, sheet = (
        page.locator(name).evaluate("one => one.getBoundingClientRect().toJSON()")
        for name in ("#p7 > .number", "#p7", "main")
    )
    assert number["right"] <= words["left"] + 1
    assert sheet["right"] - words["right"] >= 150, "no room to write beside the text"
    assert not page.locator("#setting").is_visible()
    assert reader.troubles() == []


def test_notes_that_cannot_be_had_are_no_loss_of_text(page: Callable[..., Reader]) -> None:
    """An unknown kind or level gives the whole article; no notes, or none fetched, a sentence."""
    reader = page()
    for asked in ("notes=nothing", "p=7&level=9", "p=26&handout&notes=question"):
        visited = reader.visit(f"text/plain/?{asked}")
        assert "The whole article follows" in visited.locator("#reading-opens").inner_text()
        hidden = visited.locator("[data-unit]").filter(visible=False).count()
        assert (hidden, visited.locator("#reading-notes").is_visible()) == (0, False), asked
    assert reader.troubles() == []
    visited = reader.visit("text/plain/?p=8&notes=correction")
    expect(visited.locator("#reading-notes [role=status]")).to_contain_text("No note")
    reader.context.route(
        "**/data/notes.jsonld", lambda route: route.fulfill(body="[<b>", status=200)
    )
    visited = reader.visit("text/plain/?p=8&notes=question")
    expect(visited.locator("#reading-notes [role=status]")).to_contain_text("could not be fetched")
    assert visited.locator("#p8").is_visible()
