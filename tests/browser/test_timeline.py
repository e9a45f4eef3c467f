"""The timeline: filtered by kind, walked by keyboard, whole without scripts and at every width."""

from collections.abc import Callable

from playwright.sync_api import Page

from edition.core.addresses import unit_address
from tests.browser.accessibility import axe
from tests.browser.noted import EDITION
from tests.browser.reader import Reader, arrive

TIMELINE = "timeline/"
EVENTS = EDITION.events
KINDS = {
    kind: [event for event in EVENTS if event.kind == kind] for kind in {e.kind for e in EVENTS}
}
FEWEST = min(
    (kind for kind, events in KINDS.items() if events[0].id in EDITION.event_spans),
    key=lambda kind: len(KINDS[kind]),
)
"""Of the kinds whose first event the text dates, that of the fewest events."""
MOST = max(KINDS, key=lambda kind: len(KINDS[kind]))

SHOWN = """() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const ids = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  return {
    entries: ids(".event").map((entry) => entry.id),
    rows: ids(".chart-row a").map((row) => row.hash.slice(1)),
    leads: ids(".chart-lead").length,
    dots: document.querySelectorAll(".chart .chart-dot:not(.chart-other)").length,
    counts: ids(".overview-count").map((count) => count.innerText.replace(/\\s+/g, " ")),
  };
}"""


def shown(page: Page, kind: str = "") -> None:
    """Assert that events of a kind, and no others, are to be seen wherever events are."""
    events = KINDS[kind] if kind else list(EVENTS)
    names = [event.id for event in events]
    found = page.evaluate(SHOWN)
    assert found["entries"] == found["rows"] == names
    assert found["leads"] == found["dots"] == len(names)
    dated = sum(event.quote is not None for event in events)
    said = f"{len(names)} of {len(EVENTS)}" if kind else f"{len(EVENTS)}"
    assert found["counts"][0] == f"{said} events, {dated} of the text"


def test_a_kind_leaves_its_own_in_the_list_in_the_charts_and_in_the_overview(
    visit: Callable[..., Reader],
) -> None:
    """The count is announced; what is left out leaves its place, so that nothing moves."""
    reader = visit(TIMELINE)
    page = reader.page
    shown(page)
    charts = page.locator(".chart")
    before = [charts.nth(number).bounding_box() for number in range(charts.count())]
    for kind in (FEWEST, MOST):
        page.get_by_label("Kind").select_option(kind)
        shown(page, kind)
        assert (
            page.locator(".page").get_by_role("status").inner_text()
            == f"{len(KINDS[kind])} of {len(EVENTS)}"
        )
    assert [charts.nth(number).bounding_box() for number in range(charts.count())] == before
    assert axe(page, within=".chart") == []
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("() => !location.search")
    shown(page)
    assert reader.troubles() == []


def test_a_walk_by_keyboard_leads_from_the_filter_to_the_words_of_the_text(
    visit: Callable[..., Reader],
) -> None:
    """Choose a kind; past the overview to the rows of that kind; to an entry; to its paragraph."""
    reader = visit(TIMELINE)
    page = reader.page
    tab(page, "here => here.id === 'filter--kind'")
    page.keyboard.type(FEWEST[:3])
    arrive(page, f"?kind={FEWEST}")
    *others, last = KINDS[FEWEST]
    for event in (*others, last):
        tab(page, "here => here.closest('.chart')")
        assert page.evaluate("() => document.activeElement.hash") == f"#{event.id}"
    for _ in others:
        page.keyboard.press("Shift+Tab")
    first = KINDS[FEWEST][0]
    page.keyboard.press("Enter")
    arrive(page, f"#{first.id}")
    assert page.locator(f"#{first.id} .note-sources").is_visible()
    address = unit_address(EDITION, EDITION.event_spans[first.id].unit)
    tab(page, f"here => here.href.endsWith('/{address}')")
    page.keyboard.press("Enter")  # a preview of the paragraph
    page.locator(".slip:popover-open").wait_for()
    tab(page, "here => here.textContent === 'Go there'")
    page.keyboard.press("Enter")
    arrive(page, address)
    assert reader.troubles() == []


def tab(page: Page, is_there: str) -> None:
    """Press Tab until what has the focus is what is wanted."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate(f"() => !!({is_there})(document.activeElement)"):
            return
    raise AssertionError(f"Tab does not lead to where {is_there}")


def test_an_overview_leads_to_the_chart_of_its_time(visit: Callable[..., Reader]) -> None:
    page = visit(TIMELINE).page
    links = page.locator(".overview a")
    assert links.count() == page.locator(".overview > li").count()
    for link in links.all():
        link.click()
        target = page.locator(f"[id='{link.evaluate('link => link.hash.slice(1)')}']")
        assert target.get_attribute("aria-label")
        box = target.bounding_box()
        assert box
        assert 0 < box["y"] < 450, "the chart begins in the upper half of the window"


def test_no_label_is_cut_at_any_width(visit: Callable[..., Reader]) -> None:
    page = visit(TIMELINE, javascript=False).page
    cut = {}
    for width in (320, 360, 400, 768, 1280, 1760):
        page.set_viewport_size({"width": width, "height": 900})
        cut[width] = page.locator(".chart-row a").evaluate_all(
            "all => all.filter((row) => row.scrollHeight > row.clientHeight + 2)"
            ".map((row) => row.textContent)"
        )
    assert cut == {width: [] for width in cut}


def test_without_scripts_every_event_is_in_a_chart_and_in_the_list(
    visit: Callable[..., Reader],
) -> None:
    """And no filter that would do nothing, whatever the address asks for."""
    page = visit(f"{TIMELINE}?kind={FEWEST}", javascript=False).page
    shown(page)
    assert not page.locator("form.note-filter").is_visible()
