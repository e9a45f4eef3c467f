"""The policy of every page: scripts by hash alone, nothing from elsewhere."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.html.policy import integrity, policy


def directives(text: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (directive.split() for directive in text.split(";"))}


@given(st.binary(max_size=50))
def test_integrity_is_the_sha_256_of_the_bytes(data: bytes) -> None:
    kind, _, value = integrity(data).partition("-")
    assert kind == "sha256"
    assert base64.b64decode(value) == hashlib.sha256(data).digest()


def test_without_scripts_none_runs() -> None:
    assert directives(policy(()))["script-src"] == ["'none'"]


def test_scripts_run_by_hash_alone() -> None:
    one, other = integrity(b"a"), integrity(b"b")
    assert directives(policy([other, one]))["script-src"] == sorted([f"'{one}'", f"'{other}'"])


@pytest.mark.parametrize("scripts", [(), (integrity(b"a"),)], ids=["none", "one"])
def test_nothing_comes_from_elsewhere_and_nothing_inline_runs(scripts: tuple[str, ...]) -> None:
    found = directives(policy(scripts))
    assert found["default-src"] == ["'none'"]
    assert found["base-uri"] == found["form-action"] == ["'none'"]
    assert found["style-src"] == ["'self'"]
    allowed = {value for name, values in found.items() if name != "script-src" for value in values}
    assert allowed <= {"'none'", "'self'", "data:"}
    assert "data:" not in found["script-src"]
    assert [name for name, values in found.items() if "data:" in values] == ["img-src"]


def test_the_order_of_scripts_does_not_matter() -> None:
    hashes = [integrity(bytes([n])) for n in range(4)]
    assert policy(hashes) == policy(reversed(hashes))
