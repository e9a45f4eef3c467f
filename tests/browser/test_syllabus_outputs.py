"""A syllabus taken along: in every form each link is there, and lands on the words it names."""

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect

from edition.core.note import Kind
from tests.browser.building import assert_lands, link, saved, session, title_of
from tests.browser.noted import EDITION
from tests.browser.reader import Reader
from tests.trees import Tree, read
from tests.trees import fragment as fragment_of

QUESTION = next(note for note in EDITION.notes_in_order if note.kind is Kind.QUESTION)
COMMENT = next(note for note in EDITION.notes_in_order if note.kind is Kind.CONTEXT)
ITEMS = [
    *("p/7/", "p/7-s1/", "p/7-s2/", "text/plain/?p=7-12", "text/plain/?p=7&s=2-4"),
    *("text/plain/?p=7-8&s=2-1", f"text/plain/?p={len(EDITION.paragraphs)}", "u/abstract/"),
    *(EDITION.chapters[3].address, "text/front/", "text/plain/", f"n/{QUESTION.id}/"),
    *(f"n/{COMMENT.id}/", "timeline/", "map/", f"figures/#{EDITION.figures[0].id}"),
]
"""One of each sort that there is, and both ends of the article."""
FOREIGN = ["Hall, ch. 2", "https://example.org/?a=1&b=2"]
COURSE = {
    "t": "A course",
    "s": [
        session(*ITEMS[:5], t="Week 1", d="1–7 October", r="Bring a copy."),
        session(*ITEMS[5:], FOREIGN, ["Named only", ""], t="Week 2"),
    ],
}


@pytest.fixture
def reader(visit: Callable[..., Reader]) -> Reader:
    """A reader with a list that holds something of every sort."""
    reader = visit(link(COURSE))
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return reader


@pytest.mark.parametrize("item", ITEMS)
def test_the_link_of_a_reading_lands_on_its_words(item: str, visit: Callable[..., Reader]) -> None:
    """From the list, as it stands in the form: one reading after the other."""
    reader = visit(link({"t": "", "s": [session(item)]}))
    shown = reader.page.locator(".readings a")
    assert shown.inner_text() == title_of(item)
    address = shown.get_attribute("href")
    assert address == reader.base + item
    assert_lands(reader.page, address, item)
    assert reader.troubles() == []


def press(page: Page, button: str, words: str) -> None:
    page.locator(f"[data-do={button}]").click()
    expect(page.locator(".syllabus-said")).to_contain_text(words)


def rich(page: Page) -> Tree:
    press(page, "copy", "The list is on the clipboard")
    html = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          return (await item.getType("text/html")).text();
        }"""
    )
    return read(f'<meta charset="utf-8">{html}'.encode())


def markdown(page: Page) -> Tree:
    press(page, "markdown", "The list is on the clipboard")
    return fragment_of(MarkdownIt().render(page.evaluate("navigator.clipboard.readText()")))


def handout(page: Page) -> Tree:
    return read(saved(page, "handout")[1])


def rich_handout(page: Page) -> Tree:
    for box in page.locator(".syllabus-boxes input").all():
        box.check()
    return handout(page)


FORMS: dict[str, tuple[Callable[[Page], Tree], str]] = {
    "rich text": (rich, "h3"),
    "Markdown": (markdown, "h2"),
    "a handout": (handout, "h2"),
    "a handout with text and notes": (rich_handout, "h2"),
}


@pytest.mark.parametrize(("form", "heading"), FORMS.values(), ids=FORMS)
def test_every_reading_is_in_it_with_its_link(
    form: Callable[[Page], Tree], heading: str, reader: Reader
) -> None:
    made = form(reader.page)
    assert [one.words for one in made.find(heading)] == ["Week 1 (1–7 October)", "Week 2"]
    items = made.find("li")
    first = [item.find("a")[:1] for item in items]
    found = [(link.words, link.attributes["href"]) for links in first for link in links]
    expected = [(title_of(item), reader.base + item) for item in ITEMS]
    assert found == [*expected, tuple(FOREIGN)]
    assert items[-1].words == "Named only"
    assert "Bring a copy." in [one.words for one in made.find("p")]
    *_, source = made.find("p")
    assert "CC BY-NC-ND 4.0" in " ".join(one.words for one in made.find("p")[-3:])
    assert EDITION.settings.work.author in " ".join(one.words for one in made.find("p")[-3:])
    assert source.words
    assert reader.troubles() == []


def test_every_reading_is_in_plain_words_with_its_address(reader: Reader) -> None:
    press(reader.page, "copy", "The list is on the clipboard")
    lines = reader.page.evaluate("navigator.clipboard.readText()").split("\n")
    title = EDITION.settings.title
    expected = [f"- {title_of(item)}, {title}: {reader.base}{item}" for item in ITEMS]
    expected += [f"- {FOREIGN[0]}: {FOREIGN[1]}", "- Named only"]
    assert [line for line in lines if line.startswith("- ")] == expected
    assert lines[2] == "Week 1 (1–7 October)"


def test_its_link_opens_it_in_another_browser(reader: Reader, page: Callable[..., Reader]) -> None:
    press(reader.page, "link", "The link is on the clipboard")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == reader.base + link(COURSE)
    other = page()
    other.page.goto(copied)
    titles = other.page.locator(".readings .reading-title")
    expect(titles).to_have_text([*(title_of(item) for item in ITEMS), FOREIGN[0], "Named only"])
    assert other.troubles() == []


def test_a_cartridge_has_every_reading_with_its_link(reader: Reader) -> None:
    name, made = saved(reader.page, "cartridge")
    assert name == "syllabus.imscc"
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        files = [etree.fromstring(archive.read(one)) for one in archive.namelist()[1:]]
    found = [(file[0].text, file[1].get("href")) for file in files]
    expected = [(title_of(item), reader.base + item) for item in ITEMS]
    assert found == [*expected, tuple(FOREIGN)]


def test_without_a_clipboard_what_was_to_be_copied_is_marked(visit: Callable[..., Reader]) -> None:
    here = visit(link(COURSE)).page
    here.evaluate(
        """() => {
          for (const name of ["write", "writeText"]) {
            navigator.clipboard[name] = () => Promise.reject(new Error());
          }
        }"""
    )
    for button, words in (("copy", "Week 1"), ("markdown", "## Week 1"), ("link", here.url)):
        press(here, button, "marked below")
        assert words in here.evaluate("String(getSelection())")


def test_nothing_is_taken_along_of_an_empty_list(visit: Callable[..., Reader]) -> None:
    here = visit("teach/syllabus/").page
    for button in ("copy", "markdown", "link", "handout", "bib", "ris", "cartridge"):
        press(here, button, "Nothing is on the list yet")
