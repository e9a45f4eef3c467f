"""The report on outside links is made as a guest would: tried on a server of this machine."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from edition.core.finding import Failure, Finding, Verdict
from edition.visiting import NAME, Visitor

AGENT = f"{NAME}/1 (A tiny edition; https://tides.example.org/)"


@dataclass
class Site:
    """A site that answers as it is told, and remembers who asked."""

    port: int = 0
    robots: tuple[int, str] = (404, "")
    answers: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    robots_at: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    no_head: set[str] = field(default_factory=set)
    """Paths of which HEAD is answered with another status than GET."""
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, path, name of who asks."""
    at_once: int = 0
    most_at_once: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


class Handler(BaseHTTPRequestHandler):
    """Answers from the site's table."""

    site: Site

    def do_HEAD(self) -> None:
        self.answer("HEAD")

    def do_GET(self) -> None:
        self.answer("GET")

    def answer(self, method: str) -> None:
        site = self.site
        site.at_once += 1
        site.most_at_once = max(site.most_at_once, site.at_once)
        site.asked.append((method, self.path, self.headers.get("User-Agent", "")))
        body = b""
        if self.path == "/robots.txt":
            status = site.robots[0]
            headers = {"Location": site.robots_at} if site.robots_at else {}
            body = site.robots[1].encode()
        elif self.path in site.texts:
            status, headers, body = 200, {}, site.texts[self.path].encode()
        else:
            status, headers = site.answers.get(self.path, (404, {}))
            if method == "HEAD" and self.path in site.no_head:
                status, headers = 405, {}
        if status == 0:  # hangs up
            site.at_once -= 1
            self.close_connection = True
            return
        if status == 1:  # says nothing for a while
            time.sleep(1.5)
            status = 200
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if method == "GET":
            self.wfile.write(body)
        site.at_once -= 1

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    handler = type("Told", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def visit(address: str, timeout: float = 0.5) -> Finding:
    return Visitor(AGENT, pause=0, timeout=timeout).visit(address)


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, Verdict.OK),
        (404, Verdict.DEAD),
        (410, Verdict.DEAD),
        (403, Verdict.REFUSED),
        (429, Verdict.REFUSED),
        (999, Verdict.REFUSED),
        (500, Verdict.UNREACHABLE),
        (301, Verdict.UNREACHABLE),
        (0, Verdict.UNREACHABLE),
        (1, Verdict.UNREACHABLE),
    ],
    ids=lambda value: {0: "hangs up", 1: "says nothing"}.get(value, str(value)),
)
def test_an_answer_is_judged(site: Site, status: int, verdict: Verdict) -> None:
    site.answers["/a"] = (status, {})
    assert visit(site.url("/a")).verdict == verdict


@pytest.mark.parametrize("location", ["/b", "b", "//127.0.0.1:{port}/b", "{b}", "{b}#part"])
def test_a_page_that_moved_is_found_where_it_is(site: Site, location: str) -> None:
    written = location.format(port=site.port, b=site.url("/b"))
    site.answers = {"/a": (301, {"Location": written}), "/b": (200, {})}
    found = visit(site.url("/a"))
    assert (found.verdict, found.target) == (Verdict.MOVED, site.url("/b"))


@pytest.mark.parametrize(
    ("location", "failure"),
    [
        ("/a", Failure.CIRCLE),
        ("ftp://127.0.0.1/b", Failure.ODD),
        ("file:///etc/passwd", Failure.ODD),
        ("javascript:alert(1)", Failure.ODD),
        ("http://[", Failure.ODD),
        ("http://127.0.0.1:99999/", Failure.ODD),
    ],
)
def test_a_redirect_that_leads_nowhere_is_followed_no_further(
    site: Site, location: str, failure: Failure
) -> None:
    site.answers["/a"] = (301, {"Location": location})
    found = visit(site.url("/a"))
    assert (found.verdict, found.detail) == (Verdict.UNREACHABLE, failure)
    assert len(site.asked) < 20


@pytest.mark.parametrize(
    ("error", "verdict"),
    [(socket.EAI_NONAME, Verdict.DEAD), (socket.EAI_AGAIN, Verdict.UNREACHABLE)],
    ids=["no such name", "nobody knows just now"],
)
def test_a_host_whose_name_is_gone_is_dead(
    monkeypatch: pytest.MonkeyPatch, error: int, verdict: Verdict
) -> None:
    def resolve(*_: object, **__: object) -> None:
        raise socket.gaierror(error, "")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert visit("http://nowhere.invalid/").verdict == verdict


def test_a_host_at_which_nobody_answers_may_be_back_tomorrow(site: Site) -> None:
    closed = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port = closed.server_address[1]
    closed.server_close()
    assert visit(f"http://127.0.0.1:{port}/").verdict == Verdict.UNREACHABLE


def test_it_asks_by_head_and_by_get_only_where_that_is_not_understood(site: Site) -> None:
    site.answers = {"/a": (200, {}), "/b": (200, {})}
    site.no_head = {"/b"}
    assert visit(site.url("/a")).verdict == visit(site.url("/b")).verdict == Verdict.OK
    pages = [(method, path) for method, path, _ in site.asked if path != "/robots.txt"]
    assert pages == [("HEAD", "/a"), ("HEAD", "/b"), ("GET", "/b")]


def test_who_has_too_many_requests_is_not_sent_another(site: Site) -> None:
    site.answers["/a"] = (429, {})
    visit(site.url("/a"))
    assert [path for _, path, _ in site.asked] == ["/robots.txt", "/a"]


def test_it_says_who_it_is(site: Site) -> None:
    site.answers["/a"] = (200, {})
    visit(site.url("/a"))
    assert {agent for _, _, agent in site.asked} == {AGENT}


@pytest.mark.parametrize(
    ("robots", "verdict"),
    [
        ((404, ""), Verdict.OK),
        ((403, ""), Verdict.OK),
        ((200, ""), Verdict.OK),
        ((200, "User-agent: *\nDisallow: /private/\n"), Verdict.OK),
        ((200, "User-agent: other\nDisallow: /\n"), Verdict.OK),
        ((200, f"User-agent: *\nDisallow: /\n\nUser-agent: {NAME}\nAllow: /\n"), Verdict.OK),
        ((200, "User-agent: *\nDisallow: /\n"), Verdict.REFUSED),
        ((200, "User-agent: *\nDisallow: /a\n"), Verdict.REFUSED),
        ((200, f"User-agent: {NAME}\nDisallow: /\n"), Verdict.REFUSED),
        ((500, ""), Verdict.UNREACHABLE),
        ((0, ""), Verdict.UNREACHABLE),
    ],
)
def test_robots_txt_is_honoured(site: Site, robots: tuple[int, str], verdict: Verdict) -> None:
    site.robots, site.answers["/a"] = robots, (200, {})
    assert visit(site.url("/a")).verdict == verdict
    asked = [path for _, path, _ in site.asked]
    assert ("/a" in asked) == (verdict == Verdict.OK)


@pytest.mark.parametrize(
    ("location", "verdict"),
    [
        ("/rules", Verdict.REFUSED),
        ("/allowing", Verdict.OK),
        ("file:///etc/hostname", Verdict.UNREACHABLE),
        ("/robots.txt", Verdict.OK),  # a circle is one that is not there
    ],
)
def test_robots_txt_may_stand_elsewhere_on_the_web(
    site: Site, location: str, verdict: Verdict
) -> None:
    site.robots, site.robots_at = (301, ""), location
    site.answers["/a"] = (200, {})
    site.texts = {
        "/rules": "User-agent: *\nDisallow: /a\n",
        "/allowing": "User-agent: *\nDisallow: /b\n",
    }
    assert visit(site.url("/a")).verdict == verdict


def test_robots_txt_holds_behind_a_redirect_too(site: Site) -> None:
    site.robots = (200, "User-agent: *\nDisallow: /b\n")
    site.answers = {"/a": (302, {"Location": "/b"}), "/b": (200, {})}
    assert visit(site.url("/a")).verdict == Verdict.REFUSED
    assert "/b" not in [path for _, path, _ in site.asked]


def test_one_host_is_asked_one_thing_at_a_time_and_for_its_robots_txt_once(site: Site) -> None:
    paths = [f"/{number}" for number in range(12)]
    site.answers = {path: (200, {}) for path in paths}
    visitor = Visitor(AGENT, pause=0, timeout=2)
    findings = visitor.visit_all([site.url(path) for path in paths], seconds=60)
    assert [finding.verdict for finding in findings] == [Verdict.OK] * 12
    assert [finding.address for finding in findings] == [site.url(path) for path in paths]
    assert site.most_at_once == 1
    assert [path for _, path, _ in site.asked].count("/robots.txt") == 1


def test_between_two_requests_it_waits(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as it was told, or as the host asks for; the waits are counted, not slept."""
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    site.robots = (200, "User-agent: *\nCrawl-delay: 7\n")
    site.answers = {"/a": (200, {}), "/b": (200, {})}
    visitor = Visitor(AGENT, pause=2, timeout=2)
    for path in ("/a", "/b"):
        visitor.visit(site.url(path))
    assert [round(wait) for wait in waits] == [0, 7, 7]


def test_what_there_is_no_time_for_is_said_to_be_left(site: Site) -> None:
    findings = Visitor(AGENT, pause=0).visit_all([site.url("/a")], seconds=-1)
    assert [finding.detail for finding in findings] == [Failure.NO_TIME]
    assert site.asked == []


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/é", "/%C3%A9"),
        ("/a%20b", "/a%20b"),
        ("/a?q=字&r=1", "/a?q=%E5%AD%97&r=1"),
        ("/a(b)[c]", "/a(b)[c]"),
    ],
)
def test_an_address_is_sent_in_ascii(site: Site, written: str, sent: str) -> None:
    site.answers[sent] = (200, {})
    assert visit(site.url(written)).verdict == Verdict.OK
