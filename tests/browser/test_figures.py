"""Figures are legible at every width: no two labels meet, none leaves its figure."""

from collections.abc import Callable

from tests.browser.reader import Reader

OVERLAPS = """() => [...document.querySelectorAll(".plot")].flatMap((plot) => {
  const box = plot.getBoundingClientRect();
  const labels = [...plot.querySelectorAll("text")].filter((one) => one.getClientRects().length);
  const places = labels.map((one) => one.getBoundingClientRect());
  const size = parseFloat(getComputedStyle(plot).fontSize);
  const wrong = size < 13 ? [`type of ${size} px`] : [];
  places.forEach((one, index) => {
    if (one.left < box.left - 1 || one.right > box.right + 1 || one.top < box.top - 1
      || one.bottom > box.bottom + 1) wrong.push(`${labels[index].textContent} leaves its figure`);
    places.slice(index + 1).forEach((other, step) => {
      if (one.left < other.right && other.left < one.right && one.top + 5 < other.bottom
        && other.top + 5 < one.bottom) {
        wrong.push(`${labels[index].textContent} meets ${labels[index + 1 + step].textContent}`);
      }
    });
  });
  return labels.length > 5 ? wrong : ["no labels"];
})"""


def test_labels_do_not_meet_at_any_width(visit: Callable[..., Reader]) -> None:
    """From a narrow note to a wide page; each number keeps its label."""
    page = visit("figures/").page
    page.evaluate("() => document.fonts.ready")
    for width in (200, 240, 320, 700, 800):
        page.evaluate(
            "width => document.querySelectorAll('.figure').forEach((one) => {"
            " one.style.inlineSize = `${width}px`; })",
            width,
        )
        assert page.evaluate(OVERLAPS) == [], f"at {width} px"
