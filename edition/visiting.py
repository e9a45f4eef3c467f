"""Visiting: asks for addresses of the web as a considerate guest, and says what came of it.

One request at a time to a host, with a pause between two; HEAD first, and GET only where that is
not understood; a name that says who asks; nothing that robots.txt (RFC 9309) asks programs to leave
alone. Bodies are not read.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from urllib.error import URLError
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.request import HTTPErrorProcessor, Request, build_opener
from urllib.robotparser import RobotFileParser

from edition.core.finding import Answer, Failure, Finding, judge

NAME = "edition-links"
"""What robots.txt calls it."""
_HOPS = 10
_AT_ONCE = 8
"""Hosts, never requests to one of them."""
_REDIRECTS = (301, 302, 303, 307, 308)
_LONGEST_PAUSE = 30.0
"""Seconds; a host that asks for longer ones is asked that much less."""
_ROBOTS_BYTES = 500 * 1024
"""As much of a robots.txt as has to be read (RFC 9309, 2.5)."""
_ALLOWED = "!#$%&'()*+,/:;=?@[]~"
_NO_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class _AsTheyAre(HTTPErrorProcessor):
    """Hands on every answer, redirects and errors too."""

    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:
        """Return what came back."""
        return response

    https_response = http_response


@dataclass
class _Host:
    """What is known of one host."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    last: float = 0.0
    """When it was asked last, by a clock that only runs forward."""
    pause: float = 0.0
    robots: RobotFileParser | Answer | None = None
    """None before it was asked for; an answer if it cannot be had."""


class Visitor:
    """Asks for addresses; what it learns of a host serves all addresses there."""

    def __init__(self, agent: str, pause: float = 1.0, timeout: float = 20.0) -> None:
        self.agent, self.pause, self.timeout = agent, pause, timeout
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()
        self._opener = build_opener(_AsTheyAre)

    def visit_all(self, addresses: Sequence[str], seconds: float) -> tuple[Finding, ...]:
        """Return a finding for each address; what was not begun in so many seconds is left."""
        end = time.monotonic() + seconds
        hosts: dict[str, list[str]] = {}
        for address in addresses:
            hosts.setdefault(urlsplit(address).netloc, []).append(address)

        def visit(of_one_host: Sequence[str]) -> list[Finding]:
            late = Answer(failure=Failure.NO_TIME)
            return [
                self.visit(address) if time.monotonic() < end else judge(address, [late])
                for address in of_one_host
            ]

        with ThreadPoolExecutor(_AT_ONCE) as pool:
            found = {f.address: f for group in pool.map(visit, hosts.values()) for f in group}
        return tuple(found[address] for address in addresses)

    def visit(self, address: str) -> Finding:
        """Follow an address to where it leads."""
        answers: list[Answer] = []
        at = address
        while len(answers) <= _HOPS:
            answer = self._answer(at)
            answers.append(answer)
            if not answer.target:
                return judge(address, answers)
            at = answer.target
        return judge(address, [*answers, Answer(failure=Failure.CIRCLE)])

    def _answer(self, address: str) -> Answer:
        """Ask for one address, if that is allowed."""
        parts = _parts(address)
        if parts is None:
            return Answer(failure=Failure.ODD)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._turn(origin) as host:
            if refusal := self._refusal(host, origin, address):
                return refusal
            answer = self._ask("HEAD", address, host)[0]
            if answer.status >= 400 and answer.status != 429:
                answer = self._ask("GET", address, host)[0]
            return answer

    @contextmanager
    def _turn(self, origin: str) -> Iterator[_Host]:
        """Wait until nobody else asks a host."""
        with self._lock:
            host = self._hosts.setdefault(origin, _Host(pause=self.pause))
        with host.lock:
            yield host

    def _refusal(self, host: _Host, origin: str, address: str) -> Answer | None:
        """Return why an address may not be asked for; None if it may."""
        if host.robots is None:
            host.robots = self._robots(host, origin)
        if isinstance(host.robots, Answer):
            return host.robots
        if not host.robots.can_fetch(NAME, address):
            return Answer(failure=Failure.ROBOTS)
        return None

    def _robots(self, host: _Host, origin: str) -> RobotFileParser | Answer:
        """Read a host's robots.txt; one that is not there allows all (RFC 9309, 2.3.1)."""
        at = f"{origin}/robots.txt"
        answer, text = self._ask("GET", at, host, _ROBOTS_BYTES)
        for _ in range(5):
            if not answer.target:
                break
            at = answer.target
            answer, text = self._ask("GET", at, host, _ROBOTS_BYTES)
        if answer.failure is not None:
            return answer
        if answer.status >= 500:
            return Answer(failure=Failure.NO_ROBOTS)
        rules = RobotFileParser()
        rules.parse(text.splitlines() if answer.status == 200 else [])
        asked = rules.crawl_delay(NAME)
        host.pause = max(self.pause, min(float(asked or 0), _LONGEST_PAUSE)) if self.pause else 0.0
        return rules

    def _ask(self, method: str, address: str, host: _Host, read: int = 0) -> tuple[Answer, str]:
        """Send one request after the host's pause; return the answer and so many bytes as text."""
        if _parts(address) is None:  # the opener would open files, too
            return Answer(failure=Failure.ODD), ""
        time.sleep(max(0.0, host.last + host.pause - time.monotonic()))
        headers = {"User-Agent": self.agent, "Accept": "*/*"}
        request = Request(_in_ascii(address), method=method, headers=headers)  # noqa: S310
        try:
            with self._opener.open(request, timeout=self.timeout) as response:
                text = response.read(read).decode(errors="replace") if read else ""
                return _read(address, response), text
        except (OSError, HTTPException, ValueError) as error:
            return Answer(failure=_failure(error)), ""
        finally:
            host.last = time.monotonic()


def _read(address: str, response: HTTPResponse) -> Answer:
    status = response.status
    written = response.headers.get("Location") or ""
    if status not in _REDIRECTS or not written:
        return Answer(status)
    # A header is read as Latin-1; what is not ASCII was mostly sent as UTF-8.
    location = written.encode("latin-1", "replace").decode("utf-8", "replace").strip()
    try:
        return Answer(status, urljoin(address, location).partition("#")[0])
    except ValueError:
        return Answer(failure=Failure.ODD)


def _failure(error: Exception) -> Failure:
    """Return in words why a request failed."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, socket.gaierror) and reason.errno in _NO_NAME:
        return Failure.NO_HOST
    if isinstance(reason, TimeoutError):
        return Failure.TIMEOUT
    if isinstance(reason, ssl.SSLCertVerificationError):
        return Failure.CERTIFICATE
    return Failure.BROKEN


def _parts(address: str) -> SplitResult | None:
    """Return the parts of an address of the web; None if it is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname else None


def _in_ascii(address: str) -> str:
    """Return an address as it is sent: the host in IDNA, the rest in percent signs."""
    parts = urlsplit(address)
    try:
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    except UnicodeError:
        host = quote(parts.netloc, safe=_ALLOWED)
    rest = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    return f"{parts.scheme}://{host}{quote(rest, safe=_ALLOWED)}"
