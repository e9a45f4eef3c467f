"""The content security policy of every page: scripts by hash, nothing from elsewhere.

W3C Content Security Policy Level 3; `script-src` lists hashes only, so an injected script, inline
or from a file, does not run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping

THEME_SCRIPTS: Mapping[str, str] = {}
"""The theme's scripts that pages load, with their integrity. Pinned by hand: what the page happens
to hold is never hashed, or a replaced script would vouch for itself."""


def integrity(data: bytes) -> str:
    """Return the integrity value of a file: `sha256-…` (W3C Subresource Integrity)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def policy(scripts: Iterable[str]) -> str:
    """Return the policy that allows these scripts, given by their integrity values."""
    hashes = " ".join(f"'{value}'" for value in sorted(scripts)) or "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {hashes}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
