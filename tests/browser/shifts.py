"""How much of a page moves by itself while it loads: cumulative layout shift."""

from playwright.sync_api import Page

LITTLE = 0.02
"""What nobody sees: a fifth of what Google calls good."""

_SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => setTimeout(() => done(sum), 500));
})"""


def layout_shift(page: Page) -> float:
    """Return the sum of all shifts since the page began to load; the reader touches nothing."""
    return page.evaluate(_SHIFTS)
