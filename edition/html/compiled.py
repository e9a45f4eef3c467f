"""Templates that were compiled before, kept for the life of the process."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """What Jinja made of a template's source, for every later build by the same process.

    `make serve` builds anew after each change, and half of what a small edition takes is compiling.
    A template is known by its name and its source: where it lies plays no part. Nothing is kept on
    disk, because bytecode that is read from there runs outside the sandbox.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name alone."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was kept for its template, if there is anything."""
        if content := self._kept.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
