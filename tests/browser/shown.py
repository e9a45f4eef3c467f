"""What a picture of parts of a page says: all that stands from the first of them to the last."""

import re

from playwright.sync_api import Locator

_UNSEEN = re.compile(r"\n *- (?:/url: .*|option .*(?<!\[selected\]))(?=\n)")
"""Lines of an accessibility tree that a picture does not show: addresses, choices not made."""

# Marks the parts, and what stands between them and is not behind one of them.
_MARK = """(parts) => {
  for (const marked of document.querySelectorAll("[data-shown]")) delete marked.dataset.shown;
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const isBehind = (element, box) => {
    const front = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return front && !element.contains(front) && !front.contains(element);
  };
  const look = (element) => {
    const box = element.getBoundingClientRect();
    if (parts.includes(element)) element.dataset.shown = "";
    else if (parts.some((part) => element.contains(part))) [...element.children].forEach(look);
    else if (box.bottom <= top || box.top >= bottom || !element.checkVisibility()) return;
    else if (box.top < top || box.bottom > bottom) [...element.children].forEach(look);
    else if (!isBehind(element, box)) element.dataset.shown = "";
  };
  let around = parts[0];
  while (!parts.every((part) => around.contains(part))) around = around.parentElement;
  look(around);
}"""


def words_of(parts: list[Locator]) -> str:
    """Return what a picture of parts says, as a screen reader is told it, without addresses."""
    page = parts[0].page
    page.evaluate(_MARK, [part.element_handle() for part in parts])
    told = "\n".join(one.aria_snapshot() for one in page.locator("[data-shown]").all())
    return _UNSEEN.sub("", f"{told}\n")
