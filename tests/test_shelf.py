"""What a server holds in memory is answered as files in folders are; others are asked the rest."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from edition.shelf import Shelf

HELD = {
    "n/é/index.html": b"<p>note",
    "data/edition.json": b"{}",
    "data/cite/article.unheard-of": b"?",
    "index.html": b"<p>first",
    "assets/book.js": b"0",
}
OTHERS = ("404 Not Found", [("Content-Type", "text/plain")], b"others")


def others(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    """Answer as the application does that has all other files."""
    status, headers, content = OTHERS
    start(status, headers)
    return [content]


def asked(path: str, base: str = "/") -> tuple[str, dict[str, str], bytes]:
    """Return status, headers and content of the answer to a path."""
    shelf, answers = Shelf(), []
    shelf.files = HELD
    encoded = path.encode().decode("latin-1")  # as WSGI has it: PEP 3333

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        answers.append((status, dict(headers)))

    content = shelf.before(others, base)({"PATH_INFO": encoded}, start)  # type: ignore[arg-type]
    return *answers[0], b"".join(content)


@pytest.mark.parametrize(
    ("path", "base", "kind", "content"),
    [
        ("/n/é/", "/", "text/html", b"<p>note"),
        ("/n/é/index.html", "/", "text/html", b"<p>note"),
        ("/data/edition.json", "/", "application/json", b"{}"),
        ("/data/cite/article.unheard-of", "/", "application/octet-stream", b"?"),
        ("/assets/book.js", "/", "text/javascript", b"0"),
        ("/", "/", "text/html", b"<p>first"),
        ("/a/b/", "/a/b/", "text/html", b"<p>first"),
        ("/a/b/data/edition.json", "/a/b/", "application/json", b"{}"),
    ],
)
def test_what_is_held_is_answered(path: str, base: str, kind: str, content: bytes) -> None:
    headers = {"Content-Type": kind, "Content-Length": str(len(content))}
    assert asked(path, base) == ("200 OK", headers, content)


def test_a_folder_without_its_stroke_leads_there() -> None:
    assert asked("/n/é") == ("302 Found", {"Location": "/n/%C3%A9/"}, b"")


@pytest.mark.parametrize(
    ("path", "base"),
    [
        ("/n/other/", "/"),
        ("/n/", "/"),
        ("/n", "/"),
        ("/data/edition.json/", "/"),
        ("/data/../data/edition.json", "/"),
        ("/data/edition.json", "/a/"),
        ("/a", "/a/"),
        ("/", "/a/"),
        ("", "/"),
    ],
)
def test_all_else_is_asked_of_others(path: str, base: str) -> None:
    status, headers, content = OTHERS
    assert asked(path, base) == (status, dict(headers), content)


def test_other_files_take_their_place() -> None:
    shelf, answers = Shelf(), []
    answer = shelf.before(others, "/")
    for files in ({"a": b"1"}, {"a": b"2"}, {}):
        shelf.files = files
        content = answer({"PATH_INFO": "/a"}, lambda *_: print)  # type: ignore[arg-type]
        answers.append(b"".join(content))
    assert answers == [b"1", b"2", b"others"]
