"""Every unit and every reference has a short link, and every short link leads to its place."""

from edition.core.addresses import current_links, short_link, unit_address
from tests.core.editions import EDITION


def test_every_short_link_leads_to_its_place() -> None:
    assert current_links(EDITION) == {
        "u/title/": "text/front/#title",
        "p/1/": "text/01-wall/#p1",
        "p/2/": "text/01-wall/#p2",
        "u/r1/": "text/references/#r1",
        "r/quill2016/": "bibliography/#quill2016",
        "r/1/": "bibliography/#quill2016",
        "r/teale2020/": "bibliography/#teale2020",
    }


def test_a_paragraph_is_linked_by_number_and_other_units_by_name() -> None:
    assert short_link(EDITION, "p2") == "p/2/"
    assert short_link(EDITION, "title") == "u/title/"
    assert unit_address(EDITION, "p2") == "text/01-wall/#p2"
