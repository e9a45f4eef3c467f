"""Selecting words of the article, as a reader does with a mouse."""

from playwright.sync_api import Page

# Selects from some words to others, in the units of these ids; marks may cut the words.
_SELECT = """([[first, from], [last, to]]) => {
  const find = (id, words, atEnd) => {
    const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("[data-edition]")) continue;
      nodes.push([node, text.length]);
      text += node.data;
    }
    const at = text.indexOf(words) + (atEnd ? words.length : 0);
    const [node, start] = nodes.findLast(([, start]) => (atEnd ? start < at : start <= at));
    return [node, at - start];
  };
  const range = document.createRange();
  range.setStart(...find(first, from, false));
  range.setEnd(...find(last, to, true));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}"""


def select(shown: Page, start: tuple[str, str], end: tuple[str, str]) -> None:
    """Select from some words to others, each with the id of its unit, and let go."""
    shown.evaluate(_SELECT, [start, end])
