"""Whoever has something to report is told where it can be sent from the copy at hand."""

from dataclasses import replace

import pytest

from edition.core.macro import Call
from edition.core.problem import Place
from edition.html.drawing import Drawing
from edition.sources.macros import read_macros
from tests.command import REPOSITORY
from tests.core.noted import FORMATTED, NOTED
from tests.trees import fragment

MACROS, _ = read_macros(REPOSITORY)
FORGE, CONTACT = "https://forge.example/a/edition", "a.b+c@edition.example"
CASES = {
    "forge and contact": (FORGE, CONTACT, "account, or by e-mail"),
    "forge alone": (FORGE, "", "an account."),
    "contact alone": ("", CONTACT, "by e-mail"),
    "neither": ("", "", "whoever gave you this copy"),
}


@pytest.mark.parametrize(("forge", "contact", "said"), CASES.values(), ids=CASES)
def test_the_ways_that_a_copy_knows_are_named_and_no_others(
    forge: str, contact: str, said: str
) -> None:
    settings = replace(NOTED.settings, forge=forge, contact=contact)
    edition = replace(NOTED, macros=MACROS, settings=settings)
    call = Call("report_address", (), (), 0, Place("docs/contribute.md", 1))
    drawing = Drawing(REPOSITORY, edition, FORMATTED)
    (told,) = fragment(str(drawing.call(call, "contribute/", str))).find("p")
    led = [link.attributes["href"] for link in told.find("a")]
    assert led == [*filter(None, [forge, contact and f"mailto:{contact}"])]
    assert said in told.words
    assert ("e-mail" in told.words) is bool(contact)
