"""A reader: one page of a browser that keeps a record of all that a page must not do."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Response,
    WebError,
    WebSocket,
)

# Addresses that are answered by the page itself.
NO_REQUEST = ("about", "blob", "data")

_STATE = """() => ({
  ready: document.readyState,
  hasFocus: document.hasFocus(),
  focus: document.activeElement?.outerHTML.slice(0, 100),
  open: [...document.querySelectorAll("dialog[open], .open, :popover-open")].map((e) => e.id),
  said: [...document.querySelectorAll("[role=status]")].map((e) => e.textContent),
  scripts: [...document.scripts].map((script) => script.src.split("/").at(-1)),
  window: [innerWidth, innerHeight, scrollX, scrollY],
})"""


@dataclass
class Record:
    """What happened since the reader began, in words that explain a failed test."""

    console: list[str] = field(default_factory=list)
    """Errors and warnings on the console, with the place they come from."""
    errors: list[str] = field(default_factory=list)
    """Exceptions that no script caught."""
    violations: list[str] = field(default_factory=list)
    """What the content security policy has blocked: directive, address, place."""
    foreign: list[str] = field(default_factory=list)
    """Requests to any other origin than the site's, also those that the policy then blocked."""
    missing: list[str] = field(default_factory=list)
    """Answers with a status of 400 or more, and requests that got none."""

    def troubles(self) -> list[str]:
        """Return all of it, each line with its kind in front; empty for a clean visit."""
        return [f"{kind}: {line}" for kind, lines in vars(self).items() for line in lines]


class Reader:
    """A page in a context of its own (no history, cookies, storage of others), and its record.

    The record covers windows that the page opens, too. It is kept from outside, through the
    browser's protocol, so it is there with scripts off, and nothing is put into the page.
    """

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.context = context
        self.base = base
        self.origin = _origin(base)
        self.record = Record()
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failure)
        context.on("response", self._on_response)
        context.on("page", self._on_page)
        self.page: Page = context.new_page()

    def visit(self, path: str = "") -> Page:
        """Go to a path below the site's base, wait until it has loaded, and return the page."""
        self.page.goto(urljoin(self.base, path), wait_until="load")
        return self.page

    def connect(self, is_connected: bool) -> None:
        """Take the network away, or give it back; returns when the page knows.

        (What a page asks for just after `route` may still pass it by: routes are laid before a
        page is visited.)
        """
        self.context.set_offline(not is_connected)
        self.page.wait_for_function("is => navigator.onLine === is", arg=is_connected)

    def troubles(self) -> list[str]:
        """Return what the record holds, once nothing has been added to it for a moment.

        Chromium's processes report each on its own; on a busy machine a violation may still come
        later than this waits. The console's word of it comes in time, but for one that a script
        hides (an `eval` in a `try`).
        """
        before = None
        while (now := self.record.troubles()) != before:
            before = now
            self.page.wait_for_timeout(50)
        return now

    def account(self) -> str:
        """Say where the reader is, for somebody who wonders why a test has failed."""
        try:
            state = self.page.evaluate(_STATE)
        except Error as error:
            state = error.message
        return "\n".join((self.page.url, str(state), *self.record.troubles()))

    def _on_page(self, page: Page) -> None:
        page.on("websocket", self._on_websocket)
        # The console tells of most violations; this tells of all, an `eval` in a `try` too.
        session = self.context.new_cdp_session(page)
        session.on("Audits.issueAdded", self._on_issue)
        session.send("Audits.enable")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            place = message.location
            self.record.console.append(
                f"{message.type}: {message.text} ({place['url']}:{place['lineNumber'] + 1})"
            )

    def _on_error(self, error: WebError) -> None:
        self.record.errors.append(str(error.error))

    def _on_request(self, request: Request) -> None:
        if _scheme(request.url) not in NO_REQUEST and _origin(request.url) != self.origin:
            self.record.foreign.append(f"{request.method} {request.url}")

    def _on_failure(self, request: Request) -> None:
        # A navigation away from a page aborts what the page was still loading: no trouble.
        if _origin(request.url) == self.origin and request.failure != "net::ERR_ABORTED":
            self.record.missing.append(f"{request.failure} {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.record.missing.append(f"{response.status} {response.url}")

    def _on_websocket(self, socket: WebSocket) -> None:
        self.record.foreign.append(f"websocket {socket.url}")

    def _on_issue(self, event: dict[str, Any]) -> None:
        if event["issue"]["code"] != "ContentSecurityPolicyIssue":
            return
        details = event["issue"]["details"]["contentSecurityPolicyIssueDetails"]
        place = details.get("sourceCodeLocation", {})
        self.record.violations.append(
            f"{details['violatedDirective']} blocked {details.get('blockedURL') or 'inline code'}"
            f" ({place.get('url', '')}:{place.get('lineNumber', 0) + 1})"
        )


def arrive(page: Page, ending: str) -> None:
    """Wait until the page's address ends so: a click is over before the browser has gone."""
    page.wait_for_url(lambda address: address.endswith(ending))


def _scheme(url: str) -> str:
    return urlsplit(url).scheme


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
