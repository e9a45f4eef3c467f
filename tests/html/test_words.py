"""Words with their marks as HTML: nothing of the article is lost, nothing of it is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from edition.core.inline import Run
from edition.html.words import Insert, Wrap, draw_runs, draw_words
from tests.trees import Tree, fragment

MARKER = Markup("<sup data-edition>1</sup>")


def link(start: int, end: int, target: str = "b") -> Wrap:
    return Wrap(start, end, Markup('<a class="citation" href="{}">').format(target), Markup("</a>"))


DRAWN = {
    "plain words": ([Run("a b")], "a b"),
    "nothing": ([], ""),
    "emphasis": ([Run("a "), Run("b", emphasis=True)], "a <em>b</em>"),
    "strong": ([Run("a", strong=True)], "<strong>a</strong>"),
    "small capitals": ([Run("a", small_caps=True)], '<span class="small-caps">a</span>'),
    "a superscript": ([Run("a", superscript=True)], "<sup>a</sup>"),
    "strong emphasis": ([Run("a", strong=True, emphasis=True)], "<strong><em>a</em></strong>"),
    "a link": (
        [Run("a", address="https://example.org/?a=b&c=d")],
        '<a href="https://example.org/?a=b&amp;c=d">a</a>',
    ),
    "an emphasised link": (
        [Run("a", emphasis=True, address="https://example.org")],
        '<a href="https://example.org"><em>a</em></a>',
    ),
    "signs of HTML": ([Run("<b> & \"c\" 'd' &amp;")], "&lt;b&gt; &amp; \"c\" 'd' &amp;amp;"),
    "a script": (
        [Run("<script>alert(1)</script>", emphasis=True)],
        "<em>&lt;script&gt;alert(1)&lt;/script&gt;</em>",
    ),
}


@pytest.mark.parametrize(("runs", "html"), DRAWN.values(), ids=DRAWN)
def test_runs_become_elements_and_signs_stay_signs(runs: list[Run], html: str) -> None:
    assert fragment(draw_runs(runs)) == fragment(html)
    assert fragment(draw_words(runs)) == fragment(html)


PLACED = {
    "a link around words": ([Run("a (b) c")], [link(2, 5)], [],
                            'a <a class="citation" href="b">(b)</a> c'),
    "a link around everything": ([Run("a")], [link(0, 1)], [],
                                 '<a class="citation" href="b">a</a>'),
    "a marker after a link": (
        [Run("a (b).")], [link(2, 5)], [Insert(5, MARKER)],
        f'a <a class="citation" href="b">(b)</a>{MARKER}.',
    ),
    "a marker at the start": ([Run("a")], [], [Insert(0, MARKER)], f"{MARKER}a"),
    "a marker at the end": ([Run("a")], [], [Insert(1, MARKER)], f"a{MARKER}"),
    "a marker in a word": ([Run("ab")], [], [Insert(1, MARKER)], f"a{MARKER}b"),
    "a marker before a link at the start": (
        [Run("(a)")], [link(0, 3)], [Insert(0, MARKER)],
        f'{MARKER}<a class="citation" href="b">(a)</a>',
    ),
    "two markers at one place": (
        [Run("a")], [], [Insert(1, MARKER), Insert(1, Markup("<i data-edition>2</i>"))],
        f"a{MARKER}<i data-edition>2</i>",
    ),
    "links side by side": (
        [Run("(a)(b)")], [link(0, 3, "x"), link(3, 6, "y")], [],
        '<a class="citation" href="x">(a)</a><a class="citation" href="y">(b)</a>',
    ),
    "a link over emphasised words": (
        [Run("a (b "), Run("c", emphasis=True), Run(" d)")], [link(2, 9)], [],
        'a <a class="citation" href="b">(b <em>c</em> d)</a>',
    ),
    "a link that ends in emphasised words": (
        [Run("a "), Run("b c", emphasis=True)], [link(0, 3)], [],
        '<a class="citation" href="b">a <em>b</em></a><em> c</em>',
    ),
    "an address in a link is words": (
        [Run("("), Run("https://example.org", address="https://example.org"), Run(")")],
        [link(0, 21)], [],
        '<a class="citation" href="b">(https://example.org)</a>',
    ),
    "a link around nothing": ([Run("ab")], [link(1, 1)], [], "ab"),
    "beyond the first plane": ([Run("😀(a)")], [link(1, 4)], [Insert(4, MARKER)],
                               f'😀<a class="citation" href="b">(a)</a>{MARKER}'),
    "signs of HTML in a link": ([Run("<(&)>")], [link(1, 4)], [],
                                '&lt;<a class="citation" href="b">(&amp;)</a>&gt;'),
}  # fmt: skip


@pytest.mark.parametrize(("runs", "wraps", "inserts", "html"), PLACED.values(), ids=PLACED)
def test_links_and_markers_stand_at_their_places(
    runs: list[Run], wraps: list[Wrap], inserts: list[Insert], html: str
) -> None:
    assert fragment(draw_words(runs, wraps, inserts)) == fragment(html)


runs_ = st.lists(
    st.builds(
        Run,
        st.text(st.sampled_from("ab <>&\"'é😀/=;#"), min_size=1, max_size=8),
        emphasis=st.booleans(),
        strong=st.booleans(),
        superscript=st.booleans(),
        address=st.sampled_from(["", "https://example.org/?a=b&c"]),
    ),
    max_size=6,
)


@given(runs_, st.data())
def test_taking_away_what_the_edition_adds_leaves_the_words(
    runs: list[Run], data: st.DataObject
) -> None:
    text = "".join(run.text for run in runs)
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    wraps = [link(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    offsets = data.draw(st.lists(st.integers(0, len(text)), max_size=4))
    drawn = fragment(draw_words(runs, wraps, [Insert(offset, MARKER) for offset in offsets]))
    assert drawn.without("data-edition").words == text
    assert len(drawn.find("sup", data_edition="")) == len(offsets)
    for wrap, anchor in zip(
        [wrap for wrap in wraps if wrap.start < wrap.end],
        drawn.find("a", class_="citation"),
        strict=True,
    ):
        assert anchor.without("data-edition").words == text[wrap.start : wrap.end]


@given(runs_, st.data())
def test_marks_and_links_cover_the_words_that_they_covered(
    runs: list[Run], data: st.DataObject
) -> None:
    offsets = data.draw(st.lists(st.integers(0, sum(len(r.text) for r in runs)), max_size=3))
    drawn = fragment(draw_words(runs, (), [Insert(offset, MARKER) for offset in offsets]))
    for name, marked in (("em", "emphasis"), ("strong", "strong"), ("a", "address")):
        covered = "".join(run.text for run in runs if getattr(run, marked))
        assert _words_in(drawn.without("data-edition"), name) == covered


def _words_in(tree: Tree, name: str) -> str:
    return "".join(element.words for element in tree.find(name))
