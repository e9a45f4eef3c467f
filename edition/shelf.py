"""The shelf: files that a server holds in memory, before an application that has all others.

An edition has more than a thousand permanent links, each a tiny file. To remove and to write them
again takes a disk as long as all the rest of a rebuild, and longer if it has other things to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from mimetypes import guess_type
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


class Shelf:
    """Holds files; whoever has made others puts them in their place, all at once."""

    def __init__(self) -> None:
        self.files: Mapping[str, bytes] = {}
        """Contents by path below the site's base."""

    def before(self, others: WSGIApplication, base: str) -> WSGIApplication:
        """Return an application that answers with a file that is held, or asks another.

        `base` is the path of the site's base, with strokes at both ends. As hosts do, a folder is
        answered with its `index.html`, and leads there if the stroke at its end is missing.
        """

        def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")  # PEP 3333
            files, path = self.files, asked.removeprefix(base)
            name = path if path and not path.endswith("/") else f"{path}index.html"
            if path != asked and name in files:
                kind = _kind(name)
                content = files[name]
                length = str(len(content))
                start("200 OK", [("Content-Type", kind), ("Content-Length", length)])
                return [content]
            if path != asked and f"{path}/index.html" in files:
                start("302 Found", [("Location", f"{quote(asked)}/")])
                return []
            return others(environ, start)

        return answer


def _kind(name: str) -> str:
    """Return the type of a file; of scripts whatever a system was told to take them for."""
    known = "text/javascript" if name.endswith(".js") else guess_type(name)[0]
    return known or "application/octet-stream"
