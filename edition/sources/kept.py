"""What was made of the same inputs before: kept in `.cache/`, which anybody may delete."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

FOLDER = ".cache"


def kept(root: Path, name: str, inputs: Sequence[str], make: Callable[[], Any]) -> Any:
    """Return what was made of the same inputs before, or make it and keep it.

    It lies in a folder of that name below `.cache/`, in a file named after the hash of all inputs;
    whatever else it follows from, such as a version of a program, has to be among them.
    """
    asked = hashlib.sha256("\0".join(inputs).encode()).hexdigest()
    file = root / FOLDER / name / f"{asked}.json"
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError):
        answer = make()
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(f".{os.getpid()}")
    fresh.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
    fresh.replace(file)
    return answer


def code_of(*modules: str) -> str:
    """Return a hash of some of the engine's own modules, named below its folder.

    What they make is made anew when one of them was changed.
    """
    engine = Path(__file__).parents[1]
    content = b"\0".join((engine / module).read_bytes() for module in modules)
    return hashlib.sha256(content).hexdigest()
