"""A handout with the passages' text and with notes: the article's words, and whose they are."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from edition.core.body import plain_words
from edition.core.excerpt import read_excerpt
from edition.core.note import Kind, Note
from edition.core.unit import unit_name
from tests.browser.building import ASSIGNMENTS, link, said, saved, sentences, session, state
from tests.browser.noted import EDITION
from tests.browser.reader import Reader
from tests.trees import Tree, read

CHAPTER = EDITION.chapters[3]
QUESTION = next(note for note in EDITION.notes_in_order if note.kind is Kind.QUESTION)
TEXTS = [
    *("p/7/", "p/7-s2/", "text/plain/?p=7&s=2-4", "text/plain/?p=7-9&s=2-1", "text/plain/?p=1-3"),
    *("u/abstract/", CHAPTER.address, "text/front/", "text/references/", "text/plain/"),
]
OTHERS = [f"n/{QUESTION.id}/", "timeline/", "n/never-was/", ["Hall, ch. 2", ""]]
COURSE = {"t": "A course", "s": [session(*TEXTS), session(*OTHERS, t="Week 2")]}
MARKS = {
    "p/7-s2/": "text/plain/?p=7&s=2",
    "text/plain/?p=7&s=2-4": "text/plain/?p=7&s=2-4",
    "text/plain/?p=7-9&s=2-1": "text/plain/?p=7-9&s=2-1",
}
"""Readings of sentences, each with an address of the same sentences that the engine can read."""
CLEAN = {
    *("html", "head", "meta", "title", "style", "body", "footer"),
    *("h1", "h2", "h3", "p", "ul", "li", "a", "em", "strong", "sup", "small"),
    *("div", "span", "mark", "q"),
}


def made(page: Page, *boxes: str) -> Tree:
    for box in boxes:
        page.locator(f"#syllabus-with-{box}").check()
    return read(saved(page, "handout")[1])


def words(element: Tree) -> str:
    """The article's words in a paragraph of a handout."""
    return " ".join(element.without("data-edition").words.split())


def items(handout: Tree) -> list[Tree]:
    return [one for one in handout.find("li") if one.find("a") or one.words == "Hall, ch. 2"]


def texts(item: Tree) -> list[Tree]:
    return [one for one in item if "data-unit" in one.attributes]


@pytest.fixture
def page_with(visit: Callable[..., Reader]) -> Page:
    """The builder with readings of all sorts."""
    return visit(link(COURSE)).page


def test_under_each_reading_stand_its_whole_paragraphs_unaltered(page_with: Page) -> None:
    handout = made(page_with, "text")
    assert {one.name for one in handout} <= CLEAN
    found = items(handout)
    assert len(found) == len(TEXTS) + len(OTHERS)
    for item, address in zip(found, TEXTS, strict=False):
        thing = ASSIGNMENTS.at(address)
        assert thing is not None
        units = texts(item)
        assert [one.attributes["data-unit"] for one in units] == list(thing.units), address
        for unit in units:
            assert words(unit) == EDITION.unit_by_id[unit.attributes["data-unit"]].text
    for item in found[len(TEXTS) :]:
        assert texts(item) == []


def test_paragraphs_have_numbers_headings_are_headings_and_emphasis_stays(page_with: Page) -> None:
    units = texts(items(made(page_with, "text"))[TEXTS.index("text/plain/")])
    for unit in units:
        name = unit.attributes["data-unit"]
        numbers = [one.words for one in unit.find("span", class_="number")]
        assert numbers == ([name[1:]] if name[0] == "p" and name[1:].isdecimal() else
                           [f"{name[1:]}."] if name[1:].isdecimal() else [])  # fmt: skip
        is_heading = name == "title" or name.startswith("h-")
        assert (unit.name == "h3") is is_heading
        runs = EDITION.unit_by_id[name].runs
        emphasised = "".join(run.text for run in runs if run.emphasis)
        found = "".join(one.words for one in unit.find("em"))
        assert " ".join(found.split()) == " ".join(emphasised.split())


def test_nothing_of_a_passage_has_an_attribute_that_is_not_the_handout_s(page_with: Page) -> None:
    handout = made(page_with, "text")
    passages = handout.find("div", class_="passage")
    assert {one.attributes["lang"] for one in passages} == {EDITION.settings.work.language}
    found = {name for passage in passages for one in passage for name in one.attributes}
    assert found == {"class", "lang", "data-unit", "dir", "data-edition"}


def test_sentences_are_marked_in_their_paragraphs(page_with: Page) -> None:
    handout = made(page_with, "text")
    found = dict(zip(TEXTS, items(handout), strict=False))
    for address, item in found.items():
        marks = [one.words for one in item.find("mark")]
        excerpt = read_excerpt(MARKS.get(address, ""))
        assert " ".join(" ".join(marks).split()) == (sentences(excerpt) if excerpt else "")
        assert all(mark == mark.strip() for mark in marks)


def note_of(element: Tree) -> tuple[str, str]:
    """The quotation and the address of a note in a handout."""
    (quote,), (address,) = element.find("q"), element.find("a")
    return quote.words, address.attributes["href"]


def test_a_question_has_its_quotation_words_author_and_link_and_no_answer(
    visit: Callable[..., Reader],
) -> None:
    reader = visit(link(state(f"n/{QUESTION.id}/")))
    handout = made(reader.page, "notes")
    (note,) = handout.find("div", class_="note")
    address = f"{reader.base}n/{QUESTION.id}/"
    assert note_of(note) == (QUESTION.quote.exact, address)
    first, *body, foot = [one.words for one in note.find("p")]
    assert first.endswith(f", {QUESTION.quote.exact}")
    assert " ".join(body) == " ".join(plain_words(QUESTION.body).split())
    assert foot == f"For discussion · {QUESTION.author.name} · {address}"
    assert handout.find("div", class_="passage") == []
    assert reader.troubles() == []


def test_a_chapter_has_all_notes_on_it_after_its_text(visit: Callable[..., Reader]) -> None:
    reader = visit(link(state(CHAPTER.address, "p/7/", "text/plain/?p=6-10")))
    handout = made(reader.page, "text", "notes")
    chapter, *others = handout.find("li")
    expected: list[Note] = [n for u in CHAPTER.units for n in EDITION.notes_of_unit.get(u, ())]
    notes = chapter.find("div", class_="note")
    assert [note_of(one) for one in notes] == [
        (note.quote.exact, f"{reader.base}n/{note.id}/") for note in expected
    ]
    for drawn, note in zip(notes, expected, strict=True):
        first, *_, foot = [one.words for one in drawn.find("p")]
        unit = EDITION.unit_by_id[EDITION.spans[note.id].unit]
        assert first.startswith(f"{unit_name(unit)}, ")
        assert foot.startswith(f"{note.kind.label} · {note.author.name} · ")
    names = [one.attributes.get("class") for one in chapter.children if isinstance(one, Tree)]
    assert names == [None, "passage", *(["note"] * len(expected))]
    assert [one.find("div", class_="note") for one in others] == [[], []]
    assert len({note.level for note in expected}) == 3


@pytest.mark.parametrize("boxes", [("text",), ("notes",), ("text", "notes")], ids=" and ".join)
def test_whose_words_these_are_stands_at_the_foot(boxes: tuple[str, ...], page_with: Page) -> None:
    handout = made(page_with, *boxes)
    (foot,) = handout.find("footer")
    work = EDITION.settings.work
    for known in (work.author, work.title, work.container, work.published_words, work.licence.name,
                  "by those who sign them", EDITION.settings.notes_licence.name):  # fmt: skip
        assert known in foot.words, known
    addresses = {one.attributes["href"] for one in foot.find("a")}
    licences = {work.licence.address, EDITION.settings.notes_licence.address}
    assert {work.address, *licences} <= addresses


def test_a_bare_handout_has_neither(page_with: Page) -> None:
    handout = made(page_with)
    assert [one for one in handout if "data-unit" in one.attributes] == []
    assert handout.find("div") == handout.find("footer") == []


ANSWERS: dict[str, Callable[[Route], None]] = {
    "no network": lambda route: route.abort("internetdisconnected"),
    "an error": lambda route: route.fulfill(status=503, body="Busy"),
    "the page of a hotel": lambda route: route.fulfill(
        status=200, body="<h1>Welcome</h1>", content_type="text/html"
    ),
    "a text without the paragraph": lambda route: route.fulfill(
        status=200, content_type="text/html",
        body="<div class='work plain'><p data-unit='p1'>Words.</p></div>",
    ),
    "a text with something unknown in it": lambda route: route.fulfill(
        status=200, content_type="text/html",
        body="<div class='work plain'><p data-unit='p7'>A <b>word</b>.</p></div>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_text_that_cannot_be_had_is_said_and_the_handout_is_offered_without(
    answer: Callable[[Route], None], page: Callable[..., Reader]
) -> None:
    reader = page()
    reader.context.route("**/text/plain/", answer)
    here = reader.visit(link(state("p/7/", title="Kept")))
    without = here.locator("[data-do=bare]")
    expect(without).to_be_hidden()
    here.locator("#syllabus-with-text").check()
    here.locator("[data-do=handout]").click()
    expect(here.locator(".syllabus-said")).to_contain_text("could not be had from the edition")
    expect(without).to_be_visible()
    assert here.locator(".readings li").count() == 1
    _, bare = saved(here, "bare")
    assert [one.words for one in read(bare).find("h1")] == ["Kept"]
    expect(without).to_be_hidden()
    expect(here.locator("[data-do=handout]")).to_be_focused()
    # Once it can be had it is.
    reader.context.unroute("**/text/plain/")
    (unit,) = texts(made(here))
    assert words(unit) == EDITION.unit_by_id["p7"].text


def test_notes_that_cannot_be_had_are_said(page: Callable[..., Reader]) -> None:
    reader = page()
    reader.context.route("**/data/notes.jsonld", lambda route: route.fulfill(body="[<b>"))
    here = reader.visit(link(state(f"n/{QUESTION.id}/")))
    here.locator("#syllabus-with-notes").check()
    here.locator("[data-do=handout]").click()
    expect(here.locator("[data-do=bare]")).to_be_visible()
    assert said(here).startswith("The notes could not be had")


SAVES = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
IDLE = "() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 300)))"


def test_a_reader_who_saves_data_has_it_fetched_when_it_is_asked_for(
    page: Callable[..., Reader],
) -> None:
    reader = page()
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url))
    reader.page.add_init_script(SAVES)
    here = reader.visit(link(state("p/7/")))
    here.evaluate(IDLE)
    data = [url for url in asked if "/data/" in url or url.endswith("/text/plain/")]
    assert data == []
    (unit,) = texts(made(here, "text"))
    assert words(unit) == EDITION.unit_by_id["p7"].text
    assert reader.troubles() == []


def test_what_is_fetched_is_fetched_once(page: Callable[..., Reader]) -> None:
    reader = page()
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url))
    with reader.page.expect_response("**/data/notes.jsonld"):
        here = reader.visit(link(state("p/7/")))
    for _ in range(2):
        made(here, "text", "notes")
        saved(here, "bib")
        saved(here, "ris")
    data = [url for url in asked if "/data/" in url or url.endswith("/text/plain/")]
    assert len(data) == len(set(data)) == 8
