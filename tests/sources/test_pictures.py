"""The list of pictures is strict: each has its words, and each file is one still picture."""

import struct
from pathlib import Path

import pytest

from edition.core.picture import Picture
from edition.core.problem import Place
from edition.sources.pictures import FILE, MAX_BYTES, read_pictures
from edition.sources.webp import webp_size

LIST = "ladder:\n  alt: A ladder.\n  caption: From the water.\n"


def chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def webp(*chunks: bytes) -> bytes:
    content = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(content)) + content


def lossy(width: int, height: int, more: int = 0) -> bytes:
    head = b"\x10\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height)
    return webp(chunk(b"VP8 ", head + b"\0" * (more or 8)))


def lossless(width: int, height: int) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    return webp(chunk(b"VP8L", b"\x2f" + struct.pack("<I", bits) + b"\0" * 8))


SIZES = {
    "with losses": (lossy(880, 1041), (880, 1041)),
    "with losses, scaled": (lossy(880 | 1 << 14, 1041 | 2 << 14), (880, 1041)),
    "without losses": (lossless(880, 1041), (880, 1041)),
    "the smallest": (lossless(1, 1), (1, 1)),
    "the largest": (lossless(1 << 14, 1 << 14), (1 << 14, 1 << 14)),
    "nothing": (b"", None),
    "the head alone": (webp(chunk(b"VP8 ", b"")), None),
    "a PNG": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, None),
    "an SVG": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", None),
    "a sound": (lossy(8, 8).replace(b"WEBP", b"WAVE"), None),
    "cut short": (lossy(8, 8)[:-2], None),
    "with something behind it": (lossy(8, 8) + b"<script>alert(1)</script>", None),
    "with what describes it": (
        webp(chunk(b"VP8X", b"\x08" + b"\0" * 9), chunk(b"EXIF", b"\0" * 8)), None),
    "with a second chunk": (webp(lossy(8, 8)[12:], chunk(b"EXIF", b"\0" * 8)), None),
    "without its beginning": (lossy(8, 8).replace(b"\x9d\x01\x2a", b"\0\0\0"), None),
    "without its signature": (lossless(8, 8).replace(b"\x2f", b"\0"), None),
}  # fmt: skip


@pytest.mark.parametrize(("data", "size"), SIZES.values(), ids=SIZES)
def test_the_size_is_that_of_one_still_picture(data: bytes, size: tuple[int, int] | None) -> None:
    assert webp_size(data) == size


def lay_out(root: Path, listed: str, **files: bytes) -> None:
    folder = root / "docs" / "pictures"
    folder.mkdir(parents=True)
    (folder / "pictures.yml").write_text(listed, encoding="utf-8")
    for name, data in files.items():
        (folder / f"{name.replace('_', '-')}.webp").write_bytes(data)


def test_no_list_is_no_pictures(tmp_path: Path) -> None:
    assert read_pictures(tmp_path) == ((), ())


@pytest.mark.parametrize("files", [("ladder",), ("ladder", "ladder_dark")])
def test_a_picture_has_its_words_its_size_and_its_files(
    tmp_path: Path, files: tuple[str, ...]
) -> None:
    lay_out(tmp_path, LIST, **dict.fromkeys(files, lossy(40, 30)))
    dark = "pictures/ladder-dark.webp" if len(files) > 1 else ""
    pictures, problems = read_pictures(tmp_path)
    assert problems == ()
    assert pictures == (
        Picture(
            *("ladder", "A ladder.", "From the water.", 40, 30, "pictures/ladder.webp", dark),
            Place(FILE, 1),
        ),
    )


REFUSED = {
    "no words for those who do not see it": (
        "ladder:\n  caption: a\n", {"ladder": lossy(4, 3)}, (FILE, "field")),
    "empty words": ("ladder:\n  alt: ''\n  caption: a\n", {"ladder": lossy(4, 3)}, (FILE, "field")),
    "a call in its words": (
        "ladder:\n  alt: '{{ a }}'\n  caption: a\n", {"ladder": lossy(4, 3)},
        (FILE, "front-matter")),
    "a field that there is not": (
        f"{LIST}  width: 4\n", {"ladder": lossy(4, 3)}, (FILE, "field")),
    "a name that is no address": (LIST.replace("ladder:", "Ladder:"), {}, (FILE, "field")),
    "the name of the dark one": (
        LIST.replace("ladder:", "ladder-dark:"), {"ladder_dark": lossy(4, 3)}, (FILE, "field")),
    "a list without names": ("- a\n", {}, (FILE, "yaml")),
    "no YAML": ("a: b: c\n", {}, (FILE, "yaml")),
    "no file": (LIST, {}, ("docs/pictures/ladder.webp", "file-missing")),
    "a file that is none": (
        LIST, {"ladder": b"<svg/>"}, ("docs/pictures/ladder.webp", "picture-form")),
    "a file that is too large": (
        LIST, {"ladder": lossy(4, 3, MAX_BYTES)}, ("docs/pictures/ladder.webp", "picture-form")),
    "a dark one that is none": (
        LIST, {"ladder": lossy(4, 3), "ladder_dark": b""},
        ("docs/pictures/ladder-dark.webp", "picture-form")),
    "a dark one of another size": (
        LIST, {"ladder": lossy(4, 3), "ladder_dark": lossy(4, 4)},
        ("docs/pictures/ladder-dark.webp", "picture-form")),
    "a file that is not listed": (
        LIST, {"ladder": lossy(4, 3), "wall": lossy(4, 3)},
        ("docs/pictures/wall.webp", "file-place")),
    "a dark one of a picture that is not listed": (
        LIST, {"ladder": lossy(4, 3), "wall_dark": lossy(4, 3)},
        ("docs/pictures/wall-dark.webp", "file-place")),
}  # fmt: skip


@pytest.mark.parametrize(("listed", "files", "problem"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_told_at_its_file(
    tmp_path: Path, listed: str, files: dict[str, bytes], problem: tuple[str, str]
) -> None:
    lay_out(tmp_path, listed, **files)
    _, problems = read_pictures(tmp_path)
    assert [(found.place.path, found.code) for found in problems] == [problem]


def test_files_without_a_list_are_told(tmp_path: Path) -> None:
    lay_out(tmp_path, LIST, ladder=lossy(4, 3))
    (tmp_path / FILE).unlink()
    _, problems = read_pictures(tmp_path)
    assert [(found.place.path, found.code) for found in problems] == [
        ("docs/pictures/ladder.webp", "file-place")
    ]
