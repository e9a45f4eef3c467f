"""`docs/pictures/`: a list of pictures, with the words that belong to each, and their files.

The list is strict, because whatever lies in `docs/` is published: a picture that is not on it, or a
file that is more than a picture, stops the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.core.identifier import is_identifier
from edition.core.picture import Picture
from edition.core.problem import Place, Problem
from edition.sources.fields import Fields
from edition.sources.inventory import FOLDER, PICTURES, SUFFIX
from edition.sources.strict_yaml import Node, read_yaml
from edition.sources.textfile import read_text
from edition.sources.webp import webp_size

FILE = f"{FOLDER}/{PICTURES}/pictures.yml"
MAX_BYTES = 40 * 1024
"""Of one file: a page shows several, and some readers have a slow line."""
_DARK = "-dark"


def read_pictures(root: Path) -> tuple[tuple[Picture, ...], tuple[Problem, ...]]:
    """Return the pictures in the order of their list; none if there is no list."""
    pictures: list[Picture] = []
    problems: list[Problem] = []
    if (root / FILE).exists():
        text, faults = read_text(root, FILE)
        node, more = (None, ()) if faults else read_yaml(text, FILE)
        problems += (*faults, *more)
        entries = node.value if node and isinstance(node.value, dict) else {}
        for name, entry in entries.items():
            picture, met = _picture(root, name, entry)
            pictures += [picture] if picture else []
            problems += met
    listed = {path for picture in pictures for path in (picture.file, picture.dark)}
    if not problems:
        problems += _unlisted(root, listed)
    return tuple(pictures), tuple(problems)


def _picture(root: Path, name: str, node: Node) -> tuple[Picture | None, list[Problem]]:
    fields = Fields(node, FILE)
    if fields.problems:
        return None, fields.problems
    if not is_identifier(name) or name.endswith(_DARK):
        fields.refuse("", f"small letters, digits and hyphens, without {_DARK} at the end", name)
    alt = fields.plain("alt", required=True)
    caption = fields.plain("caption", required=True)
    fields.unknown()
    if fields.problems:
        return None, fields.problems
    file, dark = (f"{PICTURES}/{name}{end}{SUFFIX}" for end in ("", _DARK))
    size, fault = _size(root, file)
    faults = [fault] if fault else []
    if not (root / FOLDER / dark).exists():
        dark = ""
    elif not fault:
        other, fault = _size(root, dark)
        if fault:
            faults.append(fault)
        elif other != size:
            message = f"expected {_shown(size)} dots, as the light one has, found {_shown(other)}"
            faults.append(Problem(Place(f"{FOLDER}/{dark}"), "picture-form", message))
    if faults:
        return None, faults
    return Picture(name, alt, caption, *size, file, dark, Place(FILE, node.line)), []


def _size(root: Path, file: str) -> tuple[tuple[int, int], Problem | None]:
    """Return the size of a picture's file in dots, or what is wrong with the file."""
    place = Place(f"{FOLDER}/{file}")
    try:
        with (root / place.path).open("rb") as content:
            data = content.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        return (0, 0), Problem(place, "file-missing", message)
    if len(data) > MAX_BYTES:
        message = f"expected a picture of at most {MAX_BYTES} bytes, found more"
        return (0, 0), Problem(place, "picture-form", message, "show less, or press it harder")
    if size := webp_size(data):
        return size, None
    message = "expected a WebP file of one still picture and nothing else, found another"
    return (0, 0), Problem(place, "picture-form", message, "save it without what describes it")


def _shown(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"


def _unlisted(root: Path, listed: set[str]) -> Iterator[Problem]:
    for file in sorted((root / FOLDER / PICTURES).glob(f"*{SUFFIX}")):
        if (path := f"{PICTURES}/{file.name}") not in listed:
            message = f"expected a picture that {FILE} lists, found this"
            hint = "list it with alt and caption, or delete it"
            yield Problem(Place(f"{FOLDER}/{path}"), "file-place", message, hint)
