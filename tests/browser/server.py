"""A web server for one folder, under a sub-path, as a forge's pages are served.

The sub-path is deliberate: a link that begins with `/` works on a site of its own and breaks on
most forges, so it has to break here too.
"""

import shutil
import threading
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

# Not asked of the system: Windows' registry and Linux' mime.types disagree, on scripts even.
MEDIA_TYPES = {
    ".bib": "application/x-bibtex; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".epub": "application/epub+zip",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".imscc": "application/zip",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


@dataclass(frozen=True)
class Request:
    """One request that the server has answered."""

    method: str
    """`GET`, `HEAD`, or `POST` for a browser's report."""
    path: str
    """Path and query as they were sent, the sub-path included."""
    status: int
    """The status of the answer."""


@dataclass
class Server:
    """Serves `folder` at `url` until closed."""

    folder: Path
    """What is served."""
    prefix: str = "/sub/path/"
    """The sub-path; nothing is found outside it."""
    headers: dict[str, str] = field(default_factory=dict)
    """Sent with every answer."""
    requests: list[Request] = field(default_factory=list)
    """What was asked for, oldest first; clear it to start anew."""

    def __enter__(self) -> Self:
        """Listen on a free port of this machine."""
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        # Whoever closes it waits for its next look at whether it is to stop.
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop listening."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def origin(self) -> str:
        """`http://127.0.0.1:PORT`."""
        return f"http://127.0.0.1:{self._http.server_port}"

    @property
    def url(self) -> str:
        """The address of the site's home page, ending in `/`."""
        return self.origin + self.prefix

    def file_for(self, path: str) -> Path | None:
        """Return the file that answers a path below the server's root."""
        path = unquote(urlsplit(path).path)
        if not path.startswith(self.prefix):
            return None
        root = self.folder.resolve()
        file = (root / path.removeprefix(self.prefix)).resolve()
        if path.endswith("/"):
            file = file / "index.html"
        return file if file.is_relative_to(root) and file.is_file() else None


def _handler_for(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            where = urlsplit(self.path)
            file = server.file_for(self.path)
            if file:
                self.answer(HTTPStatus.OK, file)
            elif server.file_for(where.path + "/"):
                # Forges' servers do this; relative links depend on it.
                target = where._replace(path=where.path + "/").geturl()
                self.answer(HTTPStatus.MOVED_PERMANENTLY, location=target)
            else:
                self.answer(HTTPStatus.NOT_FOUND, server.file_for(server.prefix + "404.html"))

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_POST(self) -> None:
            """Take a browser's report of what a policy has blocked, as `report-uri` names it."""
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.answer(HTTPStatus.NO_CONTENT)

        def answer(self, status: HTTPStatus, file: Path | None = None, location: str = "") -> None:
            server.requests.append(Request(self.command, self.path, status))
            self.send_response(status)
            suffix = file.suffix.lower() if file else ".txt"
            self.send_header("Content-Type", MEDIA_TYPES.get(suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(file.stat().st_size if file else 0))
            # What a page asked for must show here each time, not only when no cache has it.
            self.send_header("Cache-Control", "no-store")
            # Without it a browser guesses, and a wrong type in the table above goes unseen.
            self.send_header("X-Content-Type-Options", "nosniff")
            if location:
                self.send_header("Location", location)
            for name, value in server.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if file and self.command == "GET":
                with file.open("rb") as content:
                    shutil.copyfileobj(content, self.wfile)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: tests read `Server.requests`."""

    return Handler
