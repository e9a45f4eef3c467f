"""The table of contents: every text page with its length."""

from edition.html.contents import view_contents
from tests.core.editions import EDITION, P1, P2


def test_every_text_page_is_a_line_with_its_length() -> None:
    lines = view_contents(EDITION)
    assert [(line.address, line.number) for line in lines] == [
        ("text/front/", 0),
        ("text/01-wall/", 1),
        ("text/references/", 0),
    ]
    assert lines[1].words == len(P1.text.split()) + len(P2.text.split())
    assert lines[1].minutes == 1
    assert [line.paragraphs for line in lines] == [(), (1, 2), ()]
    assert [bool(line.range) for line in lines] == [False, True, False]
