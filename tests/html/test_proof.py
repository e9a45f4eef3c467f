"""The colophon states facts that anybody can compute again."""

import hashlib

from edition.html.proof import view_proof
from tests.core.editions import EDITION, P1, P2


def test_the_facts_are_those_of_the_units() -> None:
    """The hash is that of what `edition text` prints."""
    proof = view_proof(EDITION)
    assert (proof.units, proof.paragraphs) == (4, 2)
    assert proof.words == len(P1.text.split()) + len(P2.text.split())
    text = "".join(f"{unit.text}\n" for unit in EDITION.units)
    assert proof.text_sha256 == hashlib.sha256(text.encode()).hexdigest()
