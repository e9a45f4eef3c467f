"""The size of a WebP file, read from its head (RFC 9649); one that is more than a picture has none.

A file may hold descriptions, colour profiles, moving pictures and whatever else somebody puts into
it. A picture of the edition is one chunk of image data: nothing that could tell more than it shows.
"""

from __future__ import annotations

import struct

_HEAD = struct.Struct("<4sI4s4sI")
_LOSSY, _LOSSLESS = b"VP8 ", b"VP8L"
_START, _SIGNATURE = b"\x9d\x01\x2a", 0x2F
_SIDE = 0x3FFF
"""Both forms keep a side in fourteen bits."""


def webp_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in dots; None if it is not one still picture and nothing else."""
    if len(data) < _HEAD.size + 10:
        return None
    riff, length, webp, kind, size = _HEAD.unpack_from(data)
    body = data[_HEAD.size :]
    whole = length + 8 == len(data) and size + size % 2 == len(body)
    if riff != b"RIFF" or webp != b"WEBP" or not whole:
        return None
    if kind == _LOSSY and body[3:6] == _START:
        width, height = struct.unpack_from("<HH", body, 6)
        return width & _SIDE, height & _SIDE
    if kind == _LOSSLESS and body[0] == _SIGNATURE:
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & _SIDE) + 1, (bits >> 14 & _SIDE) + 1
    return None
