"""The policy is in force on every page, and nothing that the edition does meets it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from edition.html.headers import headers
from edition.html.policy import policy
from edition.theme import script_hashes
from tests.browser import firefox
from tests.browser.marionette import Firefox
from tests.browser.reader import Reader
from tests.browser.server import Server
from tests.command import REPOSITORY

PAGES = (
    *("", "text/04-summit/?level=3", "text/front/", "text/references/", "text/plain/"),
    *("text/plain/?p=7-12&notes=question", "notes/", "glossary/", "people/", "places/"),
    *("timeline/", "map/", "figures/", "bibliography/", "cite/", "contribute/", "about/macros/"),
    "contribute/from-the-page/",
    *(
        "teach/",
        "teach/syllabus/",
        "teach/questions/",
        "teach/guide/",
        "teach/in-class/",
        "404.html",
    ),
)
"""One of every kind of page, and each that does something of its own."""

USE = """
const wait = () => new Promise((done) => setTimeout(done, 60));
const parts = [...document.querySelectorAll("main summary, main select, main input, main button, "
  + "main .note-marker a, main a.term, main a.cited, header button, footer button")];
const seen = new Map();
for (const part of parts) {
  const kind = [part.localName, part.className, part.dataset.do ?? part.id].join(" ");
  if (seen.get(kind) > 1 || !part.checkVisibility?.() || part.disabled) continue;
  seen.set(kind, (seen.get(kind) ?? 0) + 1);
  part.focus();
  part.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  if (part.localName === "select") {
    part.selectedIndex = part.options.length - 1;
    part.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (part.localName === "a") {
    part.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  } else if (part.localName === "input" && part.type === "text") {
    part.value = "words";
    part.dispatchEvent(new Event("input", { bubbles: true }));
  } else part.click();
  await wait();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  document.querySelector("dialog[open]")?.close();
}
for (const key of ["?", "/", "n", "j", "k", "s"]) {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await wait();
  document.querySelector("dialog[open]")?.close();
}
return parts.length;
"""
"""Uses up to two of every kind of control that a page has."""
AGAINST = """
const odd = document.createElement("p");
odd.setAttribute("style", "color: red");
document.body.append(odd);
"""
"""Something that the policy forbids."""


@pytest.fixture(scope="module")
def guarded(site: Path) -> Iterator[Server]:
    """The site with the policy as a header, too, which asks browsers to report what they block."""
    sent = headers(policy(script_hashes(REPOSITORY / "overrides").values()))
    sent["Content-Security-Policy"] += "; report-uri /report"
    with Server(site, headers=sent) as server:
        yield server


def reports(server: Server) -> int:
    return len([request for request in server.requests if request.method == "POST"])


def wait_for_report(server: Server, shown: Callable[[], object]) -> None:
    """A violation is seen, or the tests would prove nothing."""
    for _ in range(50):
        if reports(server):
            return
        shown()
    pytest.fail("a violation was not reported")


@pytest.mark.long
def test_nothing_that_the_edition_does_is_against_its_policy(
    guarded: Server, new_reader: Callable[..., Reader]
) -> None:
    """Every kind of page and of control, used in Chromium: nothing is blocked."""
    guarded.requests.clear()
    reader = new_reader(guarded, reduced_motion=True)
    reader.page.on("dialog", lambda dialog: dialog.dismiss())
    used = 0
    for address in PAGES:
        used += reader.visit(address).evaluate(f"async () => {{ {USE} }}")
    assert used > 100
    shown = reader.visit("text/04-summit/")
    shown.keyboard.press("/")
    shown.locator("#search-field").fill("summit")
    shown.locator("#search-results a").first.wait_for()
    reader.troubles()
    assert reader.record.violations == reader.record.foreign == reader.record.errors == []
    assert reports(guarded) == 0
    shown.evaluate(AGAINST)
    wait_for_report(guarded, lambda: shown.wait_for_timeout(100))


@pytest.mark.long
@pytest.mark.browser
def test_in_firefox_too(guarded: Server, tmp_path: Path) -> None:
    executable = firefox.find()
    if not executable:
        pytest.skip(firefox.NONE_FOUND)
    guarded.requests.clear()
    with Firefox(executable, tmp_path / "profile") as browser:
        used = 0
        for address in PAGES:
            browser.visit(guarded.url + address)
            used += browser.run(f"(async () => {{ {USE} }})().then(arguments[0]);")
        assert used > 100
        assert reports(guarded) == 0
        browser.visit(guarded.url)
        browser.run(f"{AGAINST} arguments[0]();")
        wait_for_report(guarded, lambda: browser.run("setTimeout(arguments[0], 100);"))
