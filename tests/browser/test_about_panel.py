"""“About ¶ n”: one button after each paragraph behind which there is all that there is to it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from edition.core.unit import Role, Unit
from tests.browser.accessibility import WINDOWS, axe
from tests.browser.listener import heard
from tests.browser.noted import DENSEST, EDITION, NOTES, focused, settle
from tests.browser.reader import Reader
from tests.browser.shifts import LITTLE, layout_shift
from tests.browser.slips import SLIP, TERMS, closed, opened, plain

PAGES = [page for page in EDITION.text_pages if page.number]
EVERY_PAGE = pytest.mark.parametrize("page_of_text", PAGES, ids=lambda page: page.slug)
UNITS = {
    page.address: units
    for page in EDITION.text_pages
    if (units := [unit for unit in map(EDITION.unit_by_id.get, page.units)
                  if unit and unit.role in (Role.PARAGRAPH, Role.ABSTRACT)])
}  # fmt: skip
ALONE = f"{DENSEST}?show=text"
AUTHOR = EDITION.settings.work.author.split()[-1]


@EVERY_PAGE
def test_one_closed_button_stands_after_every_paragraph(
    page_of_text, visit: Callable[..., Reader]
) -> None:
    """Where the text stands alone they are its only controls, in the order of the text."""
    page = visit(f"{page_of_text.address}?show=text").page
    numbers = [EDITION.unit_by_id[unit].number for unit in page_of_text.units]
    names = [f"About ¶ {number}" for number in numbers]
    buttons = page.locator(".work summary")
    assert [plain(name) for name in buttons.all_inner_texts()] == names
    assert page.locator(".work details[open]").count() == 0
    for unit in page_of_text.units:
        following = page.locator(f"#{unit} + details > summary").bounding_box()
        words = page.locator(f"#{unit}").bounding_box()
        assert following and words and following["y"] >= words["y"] + words["height"] - 20
        assert following["height"] >= 24
    controls = [(thing.role, thing.name) for thing in heard(page, ".work") if thing.focusable]
    assert controls == [("DisclosureTriangle", name) for name in names]


def test_the_abstract_has_one_and_the_headings_have_none(visit: Callable[..., Reader]) -> None:
    page = visit("text/front/?show=text").page
    names = [plain(name) for name in page.locator(".work summary").all_inner_texts()]
    assert "About the abstract" in names
    headings = [unit for unit in EDITION.units if unit.role is Role.HEADING]
    noted = {unit for notes in NOTES.values() for unit in [EDITION.spans[n.id].unit for n in notes]}
    if not noted & {unit.id for unit in headings}:
        assert "About the heading" not in names


@pytest.mark.parametrize(("address", "units"), UNITS.items(), ids=UNITS)
def test_it_has_all_that_there_is_to_the_paragraph(
    address: str, units: list[Unit], visit: Callable[..., Reader]
) -> None:
    """Notes of every level, footnotes with what was found, names and terms, link, citation."""
    page = visit(f"{address}?show=text").page
    for unit in units:
        has_all(page, address, unit)


def has_all(page: Page, address: str, unit: Unit) -> None:
    """Prove it of one paragraph's panel."""
    about = page.locator(f"#about-{unit.id}")
    about.locator("summary").click()
    items = [plain(item) for item in about.locator("li").all_inner_texts()]
    notes = [
        note
        for note in NOTES.get(address, ())
        if EDITION.spans[note.id].unit == unit.id
    ]  # fmt: skip
    assert sorted(about.locator("li[data-kind] a").evaluate_all(
        "all => all.filter((a) => a.checkVisibility()).map((a) => a.hash.slice(6))"
    )) == sorted(note.id for note in notes)  # fmt: skip
    rest = items[len(notes) :]
    if cited := EDITION.citations_of_unit.get(unit.id):
        sources = rest.pop(0)
        assert sources.startswith("Sources: footnote ")
        assert sources.count("footnote") == len({citation.footnote for citation in cited})
        for citation in cited:
            evidence = EDITION.reference_by_key[citation.key].evidence
            assert evidence is None or f"({evidence.status.value.replace('-', ' ')}" in sources
    if named := [found.term for found in TERMS[address] if found.span.unit == unit.id]:
        names = ", ".join(EDITION.term_by_id[term].name for term in named)
        assert rest.pop(0) == plain(f"Names and terms: {names}")
    if dated := EDITION.events_of_unit.get(unit.id):
        events = "; ".join(f"{event.label}, {event.when.words}" for event in dated)
        assert rest.pop(0) == plain(f"In the timeline: {events}")
    link, citation = rest
    assert link == "Permanent link · Add to syllabus"
    assert citation.startswith("To cite it: ")
    assert citation.endswith(" Other styles")
    in_text, _, work = citation.removeprefix("To cite it: ").partition(", with ")
    place = f", para. {unit.number}" if unit.role is Role.PARAGRAPH else ""
    assert in_text == f"({AUTHOR}, {EDITION.settings.work.year}{place})"
    assert AUTHOR in work


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("state", ["text", "sources", "notes"])
def test_by_keyboard(state: str, width: int, visit: Callable[..., Reader]) -> None:
    """Tab comes to it after its paragraph, Enter opens and closes it, Tab walks through it."""
    reader = visit(f"{DENSEST}?show={state}", width=width)
    page = reader.page
    about = page.locator("#about-p6")
    summary = about.locator("summary")
    if state == "text":
        page.locator("[name=show][value=text]").focus()
    else:
        page.locator("#p6 a[href]").locator("visible=true").last.focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        if summary.evaluate("summary => summary === document.activeElement"):
            break
    assert summary.evaluate("summary => summary === document.activeElement")
    box, above, below = (
        element.bounding_box() for element in (summary, page.locator("#p6"), page.locator("#p7"))
    )
    assert box and above and below
    assert box["width"] > 40 and box["height"] > 14
    # It lies between the two: upon no letter of either.
    assert box["y"] >= above["y"] + above["height"] - 8
    assert box["y"] + box["height"] <= below["y"] + 8
    page.keyboard.press("Enter")
    assert about.evaluate("about => about.open")
    expected = about.locator("li :is(a[href], button)").locator("visible=true").all()
    assert len(expected) > 5
    for link in expected:
        page.keyboard.press("Tab")
        assert link.evaluate("link => link === document.activeElement")
    summary.focus()
    page.keyboard.press("Enter")
    assert not about.evaluate("about => about.open")
    assert reader.troubles() == []


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_in_it_leads_to_its_place(width: int, visit: Callable[..., Reader]) -> None:
    """A note opens; a footnote and a term are shown; the permanent link comes back here."""
    reader = visit(ALONE, width=width, reduced_motion=True)
    page = reader.page
    about = page.locator("#about-p7")
    about.locator("summary").click()
    for link in about.locator("li[data-kind] a").all():
        note = page.locator(link.get_attribute("href") or "")
        link.press("Enter")
        assert note.locator(".note-more").is_visible()
        assert focused(page) == note.get_attribute("id")
        page.keyboard.press("Escape")
        page.wait_for_function("() => !document.querySelector('.note.open')")
        page.wait_for_timeout(50)
        assert link.evaluate("link => link === document.activeElement")
    for link in about.locator("a.xref").all():
        target = page.locator(f"[id='{(link.get_attribute('href') or '').lstrip('#')}']")
        meant = ".reference" if target.evaluate("e => e.matches('.footnote')") else "dt"
        link.press("Enter")
        shown = plain(opened(page).locator(".slip-words").inner_text())
        assert plain(target.locator(meant).evaluate("element => element.textContent")) in shown
        page.keyboard.press("Escape")
        closed(page)
        assert link.evaluate("link => link === document.activeElement")
    link = about.get_by_role("link", name="Permanent link", exact=True)
    assert (link.get_attribute("href") or "").endswith("/p/7/")
    link.click()
    page.wait_for_url(f"**/{DENSEST}**#p7")
    box = page.locator("#p7").bounding_box()
    assert box is not None and 0 <= box["y"] < 900
    assert reader.troubles() == []


def test_without_scripts_it_works(site: Path, visit: Callable[..., Reader]) -> None:
    """By keyboard and by pointer; its links lead to what stands at the end of the page."""
    reader = visit(DENSEST, javascript=False)
    page = reader.page
    for unit in ("p6", "p9"):
        about = page.locator(f"#about-{unit}")
        about.locator("summary").focus()
        page.keyboard.press("Enter")
        for link in about.locator("a[href^='#']").all():
            assert link.is_visible()
            link.click()
            target = page.locator(":target")
            assert f"#{target.get_attribute('id')}" == link.get_attribute("href")
            box = target.bounding_box()
            assert box is not None and 0 <= box["y"] < 900
    assert page.locator(SLIP).count() == 0
    page.locator("#about-p9").get_by_role("link", name="Permanent link").click()
    page.wait_for_url(f"**/{DENSEST}#p9")
    assert reader.troubles() == []


def test_on_paper_there_is_none(visit: Callable[..., Reader]) -> None:
    page = visit(ALONE).page
    page.locator("#about-p6 summary").click()
    page.emulate_media(media="print")
    assert page.locator(".about-unit").locator("visible=true").count() == 0


@WINDOWS
def test_axe_finds_nothing(width: int, colours: str, page: Callable[..., Reader]) -> None:
    """An open panel beside the text alone, beside sources, beside notes."""
    reader = page(width=width, colour_scheme=colours, reduced_motion=True)
    found = []
    for state in ("text", "sources", "notes"):
        visited = reader.visit(f"{DENSEST}?show={state}")
        visited.locator("#about-p7 summary").press("Enter")
        settle(visited)
        found += [f"{state}: {violation}" for violation in axe(visited, within="#about-p7")]
    assert found == []
    assert reader.troubles() == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("state", ["text", "sources", "notes"])
def test_nothing_moves_while_a_chapter_loads(
    state: str, width: int, visit: Callable[..., Reader]
) -> None:
    """Neither panels nor the list of names and terms, which is not drawn with scripts."""
    assert layout_shift(visit(f"{DENSEST}?show={state}", width=width).page) <= LITTLE
