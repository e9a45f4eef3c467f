"""The examples of the CommonMark specification, from the tests of the parser that is pinned.

They are under CC BY-SA, so they are not kept here. No wheel holds them, but markdown-it-py's source
release does, the hash of which stands in requirements.txt beside that of its wheel: pip fetches it
into .cache, once for each version, and installs nothing.
"""

import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

from tests.command import REPOSITORY

PACKAGE = "markdown-it-py"
_PIN = re.compile(rf"^{PACKAGE}==(?P<version>\S+)(?:.*\\\n)+.*$", re.MULTILINE)
_EXAMPLES = "tests/test_cmark_spec/commonmark.json"
_FETCH = (
    *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
    # pip asks a source release for its name by the program that packs it, pinned for the tests.
    *("--no-deps", "--no-binary", PACKAGE, "--no-build-isolation", "--require-hashes"),
)


class UnreachableError(Exception):
    """No index of packages has the release, or none answers."""


def examples(cache: Path = REPOSITORY / ".cache" / "commonmark") -> list[tuple[str, str]]:
    """Return the Markdown and the HTML of each; raise `UnreachableError` if they cannot be had."""
    with tarfile.open(_release(cache)) as release:
        name = next(name for name in release.getnames() if name.endswith(f"/{_EXAMPLES}"))
        found = release.extractfile(name)
        assert found
        return [(example["markdown"], example["html"]) for example in json.load(found)]


def _release(cache: Path) -> Path:
    """Return the source release that is pinned, fetched if it is not there yet."""
    pin = _PIN.search((REPOSITORY / "requirements.txt").read_text(encoding="utf-8"))
    assert pin
    folder = cache / pin["version"]
    if not list(folder.glob("*.tar.gz")):
        folder.mkdir(parents=True, exist_ok=True)
        wanted = folder / "requirements.txt"
        wanted.write_text(f"{pin[0]}\n", encoding="utf-8")
        command = (*_FETCH, "--requirement", str(wanted), "--dest", str(folder))
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if "No matching distribution found" in done.stderr:
            raise UnreachableError(done.stderr.splitlines()[-1])
        assert done.returncode == 0, done.stderr
    return next(folder.glob("*.tar.gz"))
