"""Links that show a preview, every kind of them, and how a slip lies that one has opened."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from edition.core.term import Realm
from tests.browser.noted import DENSEST, EDITION
from tests.trees import Tree, document

SLIP = ".slip:popover-open"


@dataclass(frozen=True)
class Kind:
    """One kind of link with a preview."""

    address: str
    """A page that has some."""
    selector: str
    target: str
    """What stands there, as a selector: not always where the link leads."""
    planted: tuple[str, str] = ("", "")
    """A selector and HTML to be put there, for a kind that this edition has none of yet."""


_TERM = next(term for term in EDITION.terms if term.realm is Realm.GLOSSARY)
_REFERENCE = next(reference for reference in EDITION.library if reference.listed)
TERM = f'<a class="xref" href="../../glossary/#{_TERM.id}">{_TERM.name}</a>'
REFERENCE = f'<a class="cited" href="#{_REFERENCE.key}">(A, 2023)</a>'

KINDS = {
    "a term in the text": Kind(f"{DENSEST}?level=3", ".work a.term", ".term-entry"),
    "a citation of the article": Kind(DENSEST, ".work a.citation", ".footnote"),
    "a footnote's number": Kind(DENSEST, ".work .marker a", ".footnote"),
    "a footnote's number in the plain view": Kind("text/plain/", ".work .marker a", ".footnote"),
    "a citation in a note": Kind(f"{DENSEST}?level=3", ".note-body a.cited", ".note-sources li"),
    "a term in a note": Kind(DENSEST, ".note-body a.xref", ".term-article", (".note-body p", TERM)),
    "a citation in the list of notes": Kind("notes/", "a.cited", ".reference-entry"),
    "a citation in an entry": Kind("places/", "a.cited", ".note-sources li"),
    "a paragraph that names a term": Kind("places/", ".cited-in a[href*='#p']", "[data-unit]"),
    "the abstract, which names a term": Kind("places/", "a[href$='#abstract']", "[data-unit]"),
    "a note that names a term": Kind("glossary/", ".cited-in a[href*='#note-']", ".note"),
    "see also": Kind("glossary/", ".note-signed a.xref", ".term-article"),
    "a paragraph that cites": Kind(
        "bibliography/", ".cited-in a[href*='text/']:not([href*='#note-'])", "[data-unit]"
    ),
    "a note that cites": Kind("bibliography/", ".cited-in a[href*='#note-']", ".note"),
    "an entry that cites": Kind("bibliography/", ".cited-in a[href*='places/']", ".term-article"),
    "evidence that cites": Kind("bibliography/", ".status a.cited", ".reference-entry",
                                (".status dd p", REFERENCE)),
    "what an editors' page points to": Kind("about/macros/", "a.xref:text('these words')",
                                            ".term-article"),
    "a source of a paragraph": Kind(f"{DENSEST}?show=text", ".about-unit a[href*='#fn-']",
                                    ".footnote"),
    "a name in a paragraph": Kind(f"{DENSEST}?show=text", ".about-unit a[href*='#term-']",
                                  ".term-entry"),
}  # fmt: skip
"""Every kind."""

LAY = """async ([selector, most]) => {
  const faults = [];
  for (const details of document.querySelectorAll(".about-unit")) details.open = true;
  const all = [...document.querySelectorAll(selector)].filter((link) => link.checkVisibility());
  const step = Math.max(1, all.length / most);
  const links = all.filter((_, index) => Math.floor(index % step) === 0);
  const opened = async () => {
    for (let turn = 0; turn < 300; turn++) {
      const slip = document.querySelector(".slip:popover-open");
      if (slip) return slip;
      await new Promise((done) => setTimeout(done, 10));
    }
  };
  const bar = () => Math.max(0, ...[...document.querySelectorAll(".head, .bar")]
    .filter((part) => getComputedStyle(part).position === "sticky")
    .map((part) => part.getClientRects()[0]?.bottom ?? 0));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const drawn = () => frame().then(frame);
  for (const link of links) for (const block of ["start", "center", "end"]) {
    document.activeElement.blur();
    await drawn(); // a note in the margin folds again
    link.scrollIntoView({ block });
    link.focus({ preventScroll: true });
    await drawn(); // and this one unfolds
    link.click();
    const slip = await opened();
    const say = (fault) => faults.push(`${link.textContent} at the ${block} ${fault}`);
    if (!slip) { say("shows nothing"); continue; }
    const box = slip.getBoundingClientRect();
    const words = slip.querySelector(".slip-words").getBoundingClientRect();
    const lines = [...link.getClientRects()];
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight)
      say(`leaves the window: ${JSON.stringify(box)}`);
    if (box.width < 240 || box.height < Math.min(110, slip.scrollHeight))
      say(`is too small to read: ${box.width} by ${box.height}`);
    if (innerWidth < 600 && slip.parentElement === document.body
      && (box.left || box.right !== innerWidth || Math.round(box.bottom) !== innerHeight))
      say(`is no sheet: ${JSON.stringify(box)}`);
    if (slip.scrollWidth > slip.clientWidth) say("scrolls sideways");
    if (slip.scrollHeight > slip.clientHeight + 1 && getComputedStyle(slip).overflowY !== "auto")
      say("is cut off");
    const fits = lines.at(-1).bottom - lines[0].top < innerHeight - box.height - bar() - 20;
    for (const line of fits ? lines : [lines[0]])
      if (line.bottom > box.top && line.top < box.bottom && line.right > box.left
        && line.left < box.right) say(`hides its words: ${line.top} ${line.bottom}, ${box.top}`);
    if (lines[0].bottom < 0 || lines[0].top > innerHeight) say("has its words out of the window");
    if (lines[0].top < bar() - 1) say(`has its words under the head: ${lines[0].top}`);
    if (!slip.contains(document.activeElement)) say("has not got the focus");
    for (const end of slip.querySelectorAll(".slip-foot > *")) {
      const { top, bottom } = end.getBoundingClientRect();
      if (top < box.top || bottom > box.bottom) say("has its foot out of sight");
    }
    slip.querySelector("button").click();
    if (document.activeElement !== link) say("does not give focus back");
    await new Promise((done) => setTimeout(done));
  }
  return [links.length, faults];
}"""
"""Opens links at the top, in the middle and at the foot of the window; says what is amiss."""


def plant(page: Page, kind: Kind) -> None:
    """Put links of a kind into the page where it may have none."""
    page.evaluate(
        "([place, html]) => { for (const element of place ? document.querySelectorAll(place) : [])"
        " element.insertAdjacentHTML('beforeend', html); }",
        kind.planted,
    )


CHOOSE = """(links, most) => {
  const step = Math.max(1, Math.floor(links.length / most));
  const chosen = links.filter((_, index) => index % step === 0);
  // By number among what is seen they would be others as soon as a note unfolds.
  for (const [number, link] of chosen.entries()) link.dataset.chosen = number;
  return chosen.length;
}"""


def link_of(page: Page, kind: Kind, most: int = 6) -> list[Locator]:
    """Return links of a kind that can be seen now, spread over the page."""
    plant(page, kind)
    page.evaluate("for (const about of document.querySelectorAll('.about-unit')) about.open = true")
    number = page.locator(kind.selector).locator("visible=true").evaluate_all(CHOOSE, most)
    assert number, f"{kind.address} has no {kind.selector}"
    return [page.locator(f"[data-chosen='{chosen}']") for chosen in range(number)]


def opened(page: Page) -> Locator:
    """Wait for the slip, and return it."""
    slip = page.locator(SLIP)
    slip.wait_for()
    return slip


def closed(page: Page) -> None:
    """Wait until no slip is open and focus has gone where it goes."""
    page.wait_for_function("selector => !document.querySelector(selector)", arg=SLIP)
    page.evaluate("() => new Promise((done) => setTimeout(done, 30))")


def leads_to(site: Path, link: Locator) -> Tree:
    """Return the element of the built site to which a link leads."""
    parts = urlsplit(link.evaluate("link => link.href"))
    file = site / parts.path.removeprefix("/sub/path/") / "index.html"
    found = document(file).find(id=parts.fragment)
    assert len(found) == 1, f"{parts.path}#{parts.fragment} is there {len(found)} times"
    return found[0]


def plain(words: str) -> str:
    """Return words with single spaces."""
    return " ".join(words.split())


TERMS = {
    page.address: [found for unit in page.units for found in EDITION.marked_terms.get(unit, ())]
    for page in EDITION.text_pages
}
"""What is marked on every text page, in the order of its text."""
