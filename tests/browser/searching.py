"""Somebody who searches: opens the dialog, puts a question, reads the answer."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page

_PUT = """question => new Promise((resolve, reject) => {
  const status = document.getElementById("search-status");
  const field = document.getElementById("search-field");
  const watch = new MutationObserver(() => {
    if (status.textContent.startsWith("Loading")) return;
    watch.disconnect();
    resolve(status.textContent);
  });
  watch.observe(status, { childList: true });
  setTimeout(() => reject(new Error(`no answer to ${question}`)), 15000);
  field.value = question;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
_RESULTS = """site => [...document.querySelectorAll("#search-results > li > a")].map((link) => ({
  kind: link.querySelector(".found-kind").textContent,
  title: link.querySelector(".found-title").textContent,
  text: link.querySelector(".found-text")?.textContent ?? "",
  address: decodeURI(link.href).replace(site, ""),
  lit: [...link.querySelectorAll("mark")].map((mark) => mark.textContent),
}))"""


@dataclass(frozen=True)
class Shown:
    """One result as it is shown."""

    kind: str
    title: str
    text: str
    address: str
    """Below the site's base."""
    lit: list[str]
    """What is marked in it."""


def open_search(page: Page) -> None:
    """Open search by its key, and wait until it has its index."""
    page.keyboard.press("/")
    page.locator("dialog#search").wait_for(state="visible")
    page.locator("#search-status", has_text=re.compile(r"^(?!Loading).")).wait_for()


def close_search(page: Page) -> None:
    """Close search by its key; Chromium does so, and gives focus back, a moment later."""
    page.keyboard.press("Escape")
    page.locator("dialog#search").wait_for(state="hidden")
    page.wait_for_function("() => !document.activeElement?.closest('dialog')")


def put(page: Page, question: str) -> str:
    """Put a question and return what is announced once it is answered."""
    said: str = page.evaluate(_PUT, question)
    return said


def results(page: Page, site: str) -> list[Shown]:
    """Return the results that are shown."""
    return [Shown(**result) for result in page.evaluate(_RESULTS, site)]


def facets(page: Page) -> dict[str, int]:
    """Return the kinds that are offered, each with its number."""
    labels = page.locator("#search-kinds label:visible").all_inner_texts()
    pairs = (label.strip().removesuffix(")").split(" (") for label in labels)
    return {name: int(count) for name, count in pairs}
