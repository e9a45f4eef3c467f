"""Cases that hold the engine and the form in the browser to the same rules."""

from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "shared"


def _read(name: str) -> dict[str, Any]:
    cases: dict[str, Any] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return cases


QUOTES = _read("quotes.yml")
"""Units, quotes that are found and described, quotes that are missed."""
BODIES = _read("bodies.yml")
"""Bodies that are drawn, bodies that are refused."""
LETTERS = _read("letters.yml")
"""Characters that nobody can see, others that contributions may not hide, mixed words."""
FILES = _read("files.yml")
"""Files with their values, names with their words, identifiers of people, braces."""
