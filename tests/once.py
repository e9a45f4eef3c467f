"""Folders that all processes of a test run read: whichever needs one first makes it, for all."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300
"""Seconds for which a process waits for another; far more than a build takes."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of a name, with what `make` puts into it, here or in another process."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # each has its own in this one, which is that of the run
    folder, made = base / name, base / f"{name}-made"
    try:
        folder.mkdir()
    except FileExistsError:
        return _made_elsewhere(folder, made)
    fault = "it was never finished"
    try:
        make(folder)
        fault = ""
    finally:
        (base / f"{name}-fault").write_text(fault, encoding="utf-8")
        (base / f"{name}-fault").rename(made)
    return folder


def _made_elsewhere(folder: Path, made: Path) -> Path:
    patience = time.monotonic() + PATIENCE
    while not made.exists():
        if time.monotonic() > patience:
            pytest.fail(f"{folder} was not made in {PATIENCE} s", pytrace=False)
        time.sleep(0.05)
    if fault := made.read_text(encoding="utf-8"):
        pytest.fail(f"{folder} could not be made: {fault}", pytrace=False)
    return folder
