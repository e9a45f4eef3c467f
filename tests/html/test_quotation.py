"""A quotation is the unit's own words, with the way to its place."""

from edition.html.quotation import view_quotation
from tests.core.editions import EDITION, P1
from tests.trees import fragment


def test_a_quotation_is_verbatim_and_leads_to_its_place() -> None:
    view = view_quotation(EDITION, "p1")
    assert fragment(view.html).words == P1.text
    assert (view.short_link, view.address) == ("p/1/", "text/01-wall/#p1")
