"""What a preview shows: the words that a link leads to, and whatever those are, words alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.noted import DENSEST, EDITION, settle
from tests.browser.reader import Reader
from tests.browser.slips import KINDS, SLIP, closed, leads_to, link_of, opened, plain

MEANT = {
    ".term-entry": (("dt", ""), ("span", "term-kind")),
    ".footnote": (("span", "reference"),),
    ".reference-entry": (("p", "reference"),),
    ".term-article": (("h2", "term-name"), ("p", "note-kind"), ("div", "note-body")),
    ".note": (("span", "note-kind"), ("p", "note-quote"), ("div", "note-body")),
}
"""What a preview of each target is to have: elements by name and class."""

UNCLEAN = """slip => {
  const words = slip.querySelector(".slip-words");
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const seen = new Set();
  return [
    ...ids.filter((id) => seen.has(id) || !seen.add(id)).map((id) => `twice: ${id}`),
    ...[...words.querySelectorAll("*")].flatMap((element) => [...element.attributes])
      .filter(({ name }) => !["class", "lang", "dir", "href"].includes(name))
      .map(({ name, value }) => `${name}=${value}`),
    ...[...words.querySelectorAll("button, input, select, textarea, form, details, summary, script,"
      + " style, iframe, img, svg, object, template, mark, [data-edition], h1, h2, h3, dt, dd")]
      .map((element) => element.outerHTML),
    ...[...words.querySelectorAll("a")].filter((link) => !/^https?:/.test(link.href))
      .map((link) => link.outerHTML),
  ];
}"""


SOURCES = """items => items.map(
  (item) => [item.querySelector(".entry")?.getAttribute("href"), item.textContent])"""


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_of_link_shows_what_it_leads_to(
    kind, site: Path, visit: Callable[..., Reader]
) -> None:
    """The article's words verbatim, a note, an entry, a reference; no control, no id twice."""
    reader = visit(kind.address, reduced_motion=True)
    page = reader.page
    for link in link_of(page, kind):
        link.evaluate("link => link.click()")
        slip = opened(page)
        shown = plain(slip.locator(".slip-words").evaluate("words => words.textContent"))
        href = link.get_attribute("href") or ""
        if kind.target == "[data-unit]":
            assert shown == EDITION.unit_by_id[href.partition("#")[2]].text
            head = slip.locator(".slip-head").inner_text()
            assert plain(head).casefold() == plain(link.inner_text()).casefold()
        elif kind.target == ".note-sources li":
            sources = page.locator(".note-sources li").evaluate_all(SOURCES)
            expected = next(words for entry, words in sources if entry == href)
            assert shown == plain(expected).removesuffix("Entry").strip()
        elif kind.selector.endswith("a.citation"):
            number = link.locator("xpath=following-sibling::sup[@class='marker'][1]/a")
            (reference,) = leads_to(site, number).find(class_="reference")
            assert plain(reference.words) in shown
        else:
            target = leads_to(site, link)
            for name, class_ in MEANT.get(kind.target, ()):
                found = target.find(name, class_=class_) if class_ else target.find(name)
                assert plain(found[0].words) in shown
            assert shown
        assert slip.evaluate(UNCLEAN) == []
        page.keyboard.press("Escape")
        closed(page)
        assert link.evaluate("link => link === document.activeElement")
        page.evaluate("document.activeElement.blur()")  # a note in the margin folds again
        settle(page)
    assert reader.troubles() == []


def test_the_footnote_shown_is_that_of_the_very_citation(visit: Callable[..., Reader]) -> None:
    """For every citation of a chapter: the same as its number shows, with the page it names."""
    page = visit("text/02-concept/?level=3").page
    for citation in page.locator(".work a.citation").all():
        shown = []
        number = citation.locator("xpath=following-sibling::sup[@class='marker'][1]/a")
        for link in (citation, number):
            link.evaluate("link => link.click()")
            shown.append(opened(page).locator(".slip-words").inner_text())
            page.keyboard.press("Escape")
            closed(page)
        assert shown[0] == shown[1]


HOSTILE = """<!doctype html><title>&lt;/title>&lt;script>alert(1)&lt;/script></title>
<article class="listed-note term-article note slip" id="{id}" onclick="alert(1)" popover>
<h2 class="term-name" id="page"><b>&lt;img src=x onerror=alert(1)&gt;</b></h2>
<div class="note-body" style="position: fixed; inset: 0"><p>Words<script>alert(1)</script>
<img src="https://elsewhere.example/x.png" onerror="alert(1)"><svg onload="alert(1)"></svg>
<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="javascript:alert(1)"></object>
<style>* {{ display: none }}</style><link rel="stylesheet" href="https://elsewhere.example/x.css">
<a href="javascript:alert(1)" id="a">one</a> <a href="#p7" onmouseover="alert(1)">two</a>
<a href="data:text/html,x">three</a> <form action="//elsewhere.example"><button>Send</button></form>
<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></mtext></math>
<template><p>template</p></template><textarea>text</textarea></p></div>
<details open><summary>more</summary>hidden</details></article>"""


def test_a_hostile_page_stays_words(page: Callable[..., Reader]) -> None:
    """Whatever an entry's page holds, its preview has words and links; nothing runs or loads."""
    reader, names = page(), []
    reader.page.route(
        "**/{glossary,people,places}/",
        lambda route: route.fulfill(
            body=HOSTILE.format(id=names[0]), content_type="text/html; charset=utf-8"
        ),
    )
    page = reader.visit(f"{DENSEST}?level=3")
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    (link, *_) = link_of(page, KINDS["a term in a note"])
    names.append((link.get_attribute("href") or "").partition("#")[2])
    link.evaluate("link => { link.textContent = '<img src=x onerror=alert(1)>'; link.click(); }")
    slip = opened(page)
    assert slip.evaluate(UNCLEAN) == []
    words = slip.locator(".slip-words")
    assert plain(words.evaluate("words => words.textContent")) == (
        "<img src=x onerror=alert(1)> Words one two three"
    )
    links = words.evaluate("words => [...words.querySelectorAll('a')].map((a) => a.href)")
    assert [address.rpartition("/")[2] for address in links] == ["#p7"]
    for anchor in words.locator("a").all():
        anchor.hover()
    words.click(position={"x": 3, "y": 3})
    assert page.title() and page.locator(SLIP).count() == 1
    assert said == []
    # The policy has blocked what was read already; what is drawn gave it no work.
    assert (reader.record.foreign, reader.record.errors, reader.record.missing) == ([], [], [])


def test_a_hostile_link_stays_words(visit: Callable[..., Reader]) -> None:
    """What the link says stands above the passage as it is written."""
    reader = visit("places/")
    page = reader.page
    (link, *_) = link_of(page, KINDS["a paragraph that names a term"])
    hostile = '"><img src=x onerror=alert(1)>'
    link.evaluate("(link, words) => { link.textContent = words; link.click(); }", hostile)
    slip = opened(page)
    assert slip.locator(".slip-head").evaluate("p => [p.textContent, p.children.length]") == [
        hostile, 0,
    ]  # fmt: skip
    assert slip.get_attribute("aria-label") == f"Preview: {hostile}"
    assert reader.troubles() == []
