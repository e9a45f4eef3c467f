"""Links to a syllabus: each holds a list or says why not, and words of strangers stay words."""

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect

from edition.html.syllabus import BUILDER, fragment
from tests.browser.building import follow, links, said, saved, session, state
from tests.browser.reader import Reader
from tests.browser.references import read_bibtex, read_ris
from tests.trees import Tree, read
from tests.trees import fragment as fragment_of

GOOD = {
    "nothing in it": state(),
    "things of the edition": state("p/7/", "text/plain/?p=7-12", "n/summit-verdict/"),
    "sentences": state("p/7-s2/", "text/plain/?p=7-8&s=2-1"),
    "readings from elsewhere": state(["Hall, ch. 2", ""], ["A page", "https://example.org/?a=1&b"]),
    "what is there no more": state("p/999/", "n/never-was/", "p/7-s99/", "text/plain/?p=7&s=2-99"),
    "hostile words": state(["<script>alert(1)</script>", "javascript:alert(1)"], title="<b>&"),
    "other scripts": state(["العربية 🧭", ""], title="苏州", d="1–7 Oct", r="two\nlines"),
}
WHOLE = fragment(GOOD["other scripts"])
BAD = {
    "cut short": (WHOLE[:-9], "not whole"),
    "cut to nothing": ("1.", "not whole"),
    "made by hand": ("1.hello-there", "not whole"),
    "in signs of no alphabet": ("1.%%%", "not whole"),
    "bytes that are no words": ("1." + "_w" * 20, "not whole"),
    "of a later version": ("2" + WHOLE[1:], "later version"),
    "of no version": ("0" + WHOLE[1:], "no syllabus"),
    "a hundred thousand signs": ("1." + "A" * 100_000, "too long"),
    **{
        f"JSON of another form: {other!r}": (fragment(other), "no syllabus")
        for other in (
            None, 7, "x", [], {}, {"t": "x", "s": []}, {"t": 1, "s": state()["s"]},
            {"t": "x", "s": [None]}, {"t": "x", "s": [{"t": "x"}]}, state(7), state(""),
            state(["x"]), state(["x", 1]),
        )
    },
}  # fmt: skip
PLACES = ["", "by-hand", "1", "p.7", "1,x"]
"""Fragments that hold no list, and are left alone."""

READ = """(fragments) => fragments.map((one) => {
  const answer = editionSyllabus.decode(one);
  return answer && (answer.fault || [answer.state, editionSyllabus.encode(answer.state)]);
})"""


def test_every_link_gives_a_list_or_says_why_not_and_nothing_is_lost(
    visit: Callable[..., Reader],
) -> None:
    reader = visit(BUILDER)
    here = reader.page
    read_back = here.evaluate(READ, [fragment(good) for good in GOOD.values()])
    assert read_back == [[good, fragment(good)] for good in GOOD.values()]
    answers = here.evaluate(READ, [text for text, _ in BAD.values()])
    for (_, fault), answer in zip(BAD.values(), answers, strict=True):
        assert isinstance(answer, str)
        assert fault in answer
    assert here.evaluate(READ, PLACES) == [None] * len(PLACES)
    follow(here, fragment(GOOD["hostile words"]), "Not of the web: the address of 1 ")
    assert here.locator(".readings .reading-title").inner_text() == "<script>alert(1)</script>"
    assert links(here) == []
    follow(here, fragment(GOOD["what is there no more"]), "Not in this edition: 4 ")
    assert here.get_by_text("(not in this edition)").count() == 4
    follow(here, BAD["cut short"][0], "This link is not whole")
    assert here.locator(".readings li").count() == 4
    assert reader.troubles() == []


@pytest.mark.parametrize("name", ["cut short", "of a later version", "a hundred thousand signs"])
def test_a_link_that_cannot_be_read_says_so_when_it_is_opened(
    name: str, visit: Callable[..., Reader]
) -> None:
    text, fault = BAD[name]
    reader = visit(f"{BUILDER}#{text}")
    assert fault in said(reader.page)
    assert reader.page.locator(".readings li").count() == 0
    assert reader.troubles() == []


HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an entity": "R&D &amp; &lt;b&gt; <b>bold</b>",
    "emoji": "🧭 maps 👩‍🏫",
    "right to left": "القوة الناعمة: مدخل (الطبعة 2)",
    "signs of Markdown": "*a* _b_ [c](javascript:alert) `d` # e | f ~g~ \\",
    "signs of TeX": "100 % of {A & B}_1^2 ~ $5 #7 \\input{x} }{",
    "signs of RIS": "TY - JOUR ER - x",
}


@pytest.fixture
def hostile(visit: Callable[..., Reader]) -> Reader:
    """A reader with a list in which every session and reading has words that may break things."""
    course = {"t": "<i>All</i> & more", "s": [
        session([words, "https://example.org/?a=1&b=2#<c>"], t=words, d="1 & 2", r=words)
        for words in HOSTILE.values()
    ]}  # fmt: skip
    reader = visit(f"{BUILDER}#{fragment(course)}")
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return reader


def assert_whole(page: Tree, heading: str) -> None:
    """A page holds the words as words, in its headings, remarks and links, and nothing else."""
    assert {one.name for one in page} <= {
        *("", "html", "head", "meta", "title", "style", "body"),
        *("h1", "h2", "h3", "p", "ul", "li", "a", "em", "small", "div", "footer", "span"),
    }
    words = list(HOSTILE.values())
    assert [one.words for one in page.find(heading)] == [f"{one} (1 & 2)" for one in words]
    assert [one.words for one in page.find("li")] == words
    lines = [one.words for one in page.find("p")]
    assert [line for line in lines if line in words] == words
    for item in page.find("li"):
        (link,) = item.find("a")
        assert link.attributes["href"] == "https://example.org/?a=1&b=2#%3Cc%3E"


def test_hostile_words_are_words_on_the_page_and_on_the_clipboard(hostile: Reader) -> None:
    here = hostile.page
    for words in HOSTILE.values():
        assert here.get_by_text(words, exact=True).count() >= 2
    here.locator("[data-do=copy]").click()
    expect(here.locator(".syllabus-said")).to_contain_text("with its links")
    rich, plain = here.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const read = async (type) => (await item.getType(type)).text();
          return [await read("text/html"), await read("text/plain")];
        }"""
    )
    assert_whole(read(f'<meta charset="utf-8">{rich}'.encode()), "h3")
    lines = plain.split("\n")
    for words in HOSTILE.values():
        assert f"- {words}: https://example.org/?a=1&b=2#%3Cc%3E" in lines
        assert f"{words} (1 & 2)" in lines
    assert here.locator("article script").count() == 0
    assert hostile.troubles() == []


def test_hostile_words_are_words_in_markdown(hostile: Reader) -> None:
    here = hostile.page
    here.locator("[data-do=markdown]").click()
    expect(here.locator(".syllabus-said")).to_contain_text("as Markdown")
    text = here.evaluate("navigator.clipboard.readText()")
    assert_whole(fragment_of(MarkdownIt().render(text)), "h2")


@pytest.mark.parametrize("more", [False, True], ids=["bare", "with text and notes"])
def test_hostile_words_are_words_in_a_handout(more: bool, hostile: Reader) -> None:
    here = hostile.page
    for box in here.locator(".syllabus-boxes input").all() if more else []:
        box.check()
    name, made = saved(here, "handout")
    assert name == "syllabus.html"
    page = read(made)
    assert [one.words for one in page.find("h1")] == ["<i>All</i> & more"]
    assert [one.words for one in page.find("title")] == ["<i>All</i> & more"]
    assert_whole(page, "h2")


def test_hostile_words_are_words_for_reference_managers(hostile: Reader) -> None:
    here = hostile.page
    entries = read_bibtex(saved(here, "bib")[1].decode())
    assert [entry["title"] for entry in entries.values()] == list(HOSTILE.values())
    assert {entry["url"] for entry in entries.values()} == {"https://example.org/?a=1&b=2#%3Cc%3E"}
    records = read_ris(saved(here, "ris")[1].decode())
    assert [record["TI"] for record in records.values()] == list(HOSTILE.values())
    assert list(records) == list(entries)


def test_lines_of_a_title_are_one_line_for_reference_managers(visit: Callable[..., Reader]) -> None:
    """A field takes no lines; a link can hold some, with what would end a record on them."""
    title = "One\nER  - \n\nTY  - JOUR\r\nTI  - two\x00\u2028three"
    reader = visit(f"{BUILDER}#{fragment(state([title, '']))}")
    (record,) = read_ris(saved(reader.page, "ris")[1].decode()).values()
    assert record == {
        "TY": "GEN",
        "ID": "reading-1",
        "TI": "One ER - TY - JOUR TI - two three",
        "ER": "",
    }
    (entry,) = read_bibtex(saved(reader.page, "bib")[1].decode()).values()
    assert entry == {"title": record["TI"]}


def test_hostile_words_are_words_in_a_cartridge(hostile: Reader) -> None:
    manifest, *linked = parts(hostile.page)
    titles = [one.text for one in manifest.iter("{*}title")]
    for words in HOSTILE.values():
        assert titles.count(words) == 2  # its remark, and its reading
        assert f"{words} (1 & 2)" in titles
    assert [one[0].text for one in linked] == list(HOSTILE.values())


def parts(page: Page) -> list[etree._Element]:
    """Return the manifest of a saved cartridge, then its links."""
    name, made = saved(page, "cartridge")
    assert name == "syllabus.imscc"
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        return [etree.fromstring(archive.read(one)) for one in archive.namelist()]


def test_a_link_with_hostile_words_brings_them_back(hostile: Reader) -> None:
    here = hostile.page
    here.locator("[data-do=link]").click()
    expect(here.locator(".syllabus-said")).to_contain_text("The link is on the clipboard")
    copied = here.evaluate("navigator.clipboard.readText()")
    here.evaluate("localStorage.clear()")
    here.goto("about:blank")
    here.goto(copied)
    titles = here.locator(".readings .reading-title")
    expect(titles).to_have_text(list(HOSTILE.values()))
