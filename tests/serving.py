"""Serving an edition in a process of its own, and reading what is served."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

_LONGEST = 120
"""Seconds after which a server that does not answer is broken, on whatever machine."""
_FAILED = "An error happened during the rebuild"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\s*')
_RELOAD = re.compile(rb"<script>\s*var livereload = .*?</script>", re.DOTALL)


@dataclass
class Served:
    """An edition that is being served."""

    base: str
    """Ends in a stroke."""
    log: Path
    """What the server says."""
    epoch: int = 0
    """The host's number for what was served when somebody looked last."""

    def wait(self) -> None:
        """Wait until something else is served than at the last look: the host answers then."""
        end, before = time.monotonic() + _LONGEST, self.epoch
        while self.epoch <= before:
            assert time.monotonic() < end, "nothing was built anew"
            with urlopen(f"{self.base}livereload/{before}/1", timeout=_LONGEST) as answer:
                self.epoch = int(answer.read())

    def wait_for_failure(self) -> None:
        """Wait until a build has failed, of which the host tells nobody but who reads along."""
        end = time.monotonic() + _LONGEST
        while _FAILED not in self.log.read_text(encoding="utf-8"):
            assert time.monotonic() < end, "no build has failed"
            time.sleep(0.05)

    def file(self, path: str) -> bytes:
        """Return a file by its path in the site: of a page, at the address that readers know."""
        name = path.removesuffix("index.html") if path.endswith("/index.html") else path
        with urlopen(f"{self.base}{name}", timeout=_LONGEST) as answer:
            return bytes(answer.read())

    def files(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the content of some files, as `undressed` leaves it."""
        return {path: undressed(path, self.file(path)) for path in paths}

    def status(self, path: str) -> int:
        """Return with which status a path is answered."""
        try:
            with urlopen(f"{self.base}{path}", timeout=_LONGEST) as answer:
                return int(answer.status)
        except HTTPError as error:
            return error.code


def undressed(path: str, content: bytes) -> bytes:
    """Return a file without what tells a page that is served from one that is published.

    The one has a script that reloads it, which the policy of the other would forbid.
    """
    return _RELOAD.sub(b"", _POLICY.sub(b"", content)) if path.endswith(".html") else content


@contextlib.contextmanager
def serving(root: Path, log: Path) -> Iterator[Served]:
    """Serve an edition while this lasts; `log` is the file for what the server says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    with log.open("wb") as stderr:
        server = subprocess.Popen(
            [sys.executable, "-m", "edition", "serve", "--address", place],
            cwd=root,
            env=dict(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
        )
    try:
        served = Served(f"http://{place}/", log)
        end = time.monotonic() + _LONGEST
        while not served.epoch:
            assert server.poll() is None, "the server has ended"
            assert time.monotonic() < end, "the server does not answer"
            with contextlib.suppress(URLError, ConnectionError):
                served.wait()
            time.sleep(0.05)
        yield served
    finally:
        server.terminate()
        server.wait()
