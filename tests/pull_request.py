"""A pull request: files laid over an edition, and taken away again.

What no repository can hold on every system (links, odd names, bytes that are no text) and what
nobody wants to keep (megabytes of brackets) is made as `made.json` says: a list of files with
`path` and one of `text`; `parts`, texts and pairs of a text and how often it stands, `{n}` in it
being the number of its turn; `runs`, a sign that stands once, twice and so on; `bytes` in
hexadecimal; `link`, where to; `replace`, old and new words of a file that is there.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.tiny_edition import cleared

FOLDER = Path(__file__).parent / "hostile"
OF_THE_CASE = ("made.json", "expected.txt", "shown.json")
"""Files that are about a case and not of it."""


def refused() -> list[Path]:
    """Return the cases that the check refuses."""
    return sorted(file.parent for file in FOLDER.glob("*/expected.txt"))


def shown() -> list[Path]:
    """Return the cases that are let in, and are words."""
    return sorted(file.parent for file in FOLDER.glob("*/shown.json"))


def words_of(case: Path) -> dict[str, list[str]]:
    """Return the words that a case shows, by address of the page."""
    found: dict[str, list[str]] = json.loads((case / "shown.json").read_text(encoding="utf-8"))
    return found


@contextmanager
def laid(root: Path, case: Path, aside: Path) -> Iterator[None]:
    """Lay a case over an edition; what it replaces waits in a folder that does not exist yet."""
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, aside, ignore_errors=True)
        for file in sorted(case.rglob("*")):
            path = file.relative_to(case).as_posix()
            if file.is_file() and path not in OF_THE_CASE:
                shutil.copyfile(file, cleared(root, path, aside, undo))
        made = case / "made.json"
        for item in json.loads(made.read_text(encoding="utf-8")) if made.exists() else ():
            _make(root, item, aside, undo)
        yield


def _make(root: Path, item: dict[str, Any], aside: Path, undo: ExitStack) -> None:
    if "replace" in item:
        text = (root / item["path"]).read_text(encoding="utf-8")
        old, new = item["replace"]
        assert text.count(old) == 1
        item["text"] = text.replace(old, new)
    file = cleared(root, item["path"], aside, undo)
    if "link" in item:
        file.symlink_to(item["link"])
    elif "bytes" in item:
        file.write_bytes(bytes.fromhex(item["bytes"]))
    else:
        file.write_text(_text(item), encoding="utf-8", newline="")


def _text(item: dict[str, Any]) -> str:
    """Return the text that an item describes."""
    text: str = item.get("text", "")
    for part in item.get("parts", ()):
        if isinstance(part, str):
            text += part
        else:
            text += "".join(part[0].replace("{n}", str(turn)) for turn in range(part[1]))
    if "runs" in item:
        sign, longest = item["runs"]
        text += " ".join(sign * length for length in range(1, longest)) + "\n"
    return text
