"""An archive is some files in one, the same bytes whenever and wherever it is packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that the format can say; no reader needs to know when a file was packed."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of files in their order, stored as they are (APPNOTE.TXT, method 0).

    Names are paths in ASCII with slashes. Uncompressed, so that no version of a library matters.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system = 0  # the same on all systems
            entry.external_attr = 0o600 << 16  # what the library would put in for none
            archive.writestr(entry, content, zipfile.ZIP_STORED)
    return packed.getvalue()
