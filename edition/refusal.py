"""A refusal: a command says on standard error why it does nothing, and ends with a status."""

from __future__ import annotations

import sys


def refuse(message: str) -> int:
    """Say why a command does nothing; return its exit status."""
    sys.stderr.write(f"edition: {' '.join(message.split())}\n")
    return 1


def refuse_stopped(stop: EOFError | KeyboardInterrupt | OSError) -> int:
    """Say that nothing was written, for want of answers or of a file; return the exit status."""
    if isinstance(stop, OSError):
        return refuse(f"nothing was written: {stop.filename}: {stop.strerror}")
    sys.stderr.write("\n")  # ends the line on which somebody was asked
    status = refuse("nothing was written")
    return 130 if isinstance(stop, KeyboardInterrupt) else status
