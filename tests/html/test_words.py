"""Words with their marks as HTML: nothing of the article is lost, nothing of it is markup."""

from collections.abc import Iterator
from dataclasses import dataclass

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


def mark(start: int, end: int, name: str = "n") -> Wrap:
    return Wrap(start, end, Markup('<mark data-notes="{}">').format(name), Markup("</mark>"))


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
    assert fragment(draw_runs(tuple(runs))) == fragment(html)
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
    "an address in two runs is one link": (
        [Run("see "), Run("https://", address="https://example.org"),
         Run("example.org", emphasis=True, address="https://example.org")],
        [], [], 'see <a href="https://example.org">https://<em>example.org</em></a>',
    ),
    "two addresses side by side are two": (
        [Run("a", address="https://example.org/a"), Run("b", address="https://example.org/b")],
        [], [], '<a href="https://example.org/a">a</a><a href="https://example.org/b">b</a>',
    ),
    "one address at two places is two links": (
        [Run("a", address="https://example.org"), Run(" "), Run("a", address="https://example.org")],
        [], [], '<a href="https://example.org">a</a> <a href="https://example.org">a</a>',
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


LINK = Run("https://example.org", address="https://example.org")
MARKED = {
    "a mark around words": (
        [Run("a b c")], [], [], [mark(2, 3)], 'a <mark data-notes="n">b</mark> c',
    ),
    "a mark around everything": ([Run("a")], [], [], [mark(0, 1)], '<mark data-notes="n">a</mark>'),
    "marks side by side": (
        [Run("ab")], [], [], [mark(0, 1, "m"), mark(1, 2, "n")],
        '<mark data-notes="m">a</mark><mark data-notes="n">b</mark>',
    ),
    "a letter after a mark": (
        [Run("a b")], [], [Insert(1, MARKER)], [mark(0, 1)],
        f'<mark data-notes="n">a</mark>{MARKER} b',
    ),
    "a letter between marks": (
        [Run("ab")], [], [Insert(1, MARKER)], [mark(0, 1, "m"), mark(1, 2, "n")],
        f'<mark data-notes="m">a</mark>{MARKER}<mark data-notes="n">b</mark>',
    ),
    "a footnote's marker within a mark parts it": (
        [Run("a b")], [], [Insert(1, MARKER)], [mark(0, 3)],
        f'<mark data-notes="n">a</mark>{MARKER}<mark data-notes="n"> b</mark>',
    ),
    "a mark over emphasised words is one": (
        [Run("a "), Run("b", emphasis=True), Run(" c")], [], [], [mark(0, 5)],
        '<mark data-notes="n">a <em>b</em> c</mark>',
    ),
    "a mark that begins and ends in emphasised words": (
        [Run("ab", emphasis=True), Run("cd", strong=True)], [], [], [mark(1, 3)],
        '<em>a</em><mark data-notes="n"><em>b</em><strong>c</strong></mark><strong>d</strong>',
    ),
    "a mark within a link": (
        [Run("(a)")], [link(0, 3)], [], [mark(1, 2)],
        '<a class="citation" href="b">(<mark data-notes="n">a</mark>)</a>',
    ),
    "a mark over a link": (
        [Run("a (b) c")], [link(2, 5)], [], [mark(0, 7)],
        '<mark data-notes="n">a </mark><a class="citation" href="b"><mark data-notes="n">(b)</mark>'
        '</a><mark data-notes="n"> c</mark>',
    ),
    "a mark that ends within a link": (
        [Run("a (b) c")], [link(2, 5)], [Insert(4, MARKER)], [mark(0, 4)],
        '<mark data-notes="n">a </mark><a class="citation" href="b"><mark data-notes="n">(b</mark>)'
        f'</a>{MARKER} c',
    ),
    "a mark that begins within a link": (
        [Run("a (b) c")], [link(2, 5)], [Insert(7, MARKER)], [mark(3, 7)],
        'a <a class="citation" href="b">(<mark data-notes="n">b)</mark></a>'
        f'<mark data-notes="n"> c</mark>{MARKER}',
    ),
    "a mark on the very words of a link": (
        [Run("a"), LINK], [], [Insert(20, MARKER)], [mark(1, 20)],
        'a<a href="https://example.org"><mark data-notes="n">https://example.org</mark></a>'
        f"{MARKER}",
    ),
    "a mark within an address": (
        [LINK], [], [Insert(15, MARKER)], [mark(8, 15)],
        '<a href="https://example.org">https://<mark data-notes="n">example</mark>.org</a>'
        f"{MARKER}",
    ),
    "letters that wait for the end of a link keep their order": (
        [Run("(abc)")], [link(0, 5)],
        [Insert(2, Markup("<b data-edition>x</b>")), Insert(4, Markup("<b data-edition>y</b>"))],
        [], '<a class="citation" href="b">(abc)</a><b data-edition>x</b><b data-edition>y</b>',
    ),
    "signs of HTML in a mark": (
        [Run("<a>&</a>")], [], [], [mark(0, 3)],
        '<mark data-notes="n">&lt;a&gt;</mark>&amp;&lt;/a&gt;',
    ),
    "a mark around nothing": ([Run("ab")], [], [], [mark(1, 1)], "ab"),
}  # fmt: skip


@pytest.mark.parametrize(("runs", "links", "inserts", "marks", "html"), MARKED.values(), ids=MARKED)
def test_marks_lie_in_links_and_are_cut_at_their_ends(
    runs: list[Run], links: list[Wrap], inserts: list[Insert], marks: list[Wrap], html: str
) -> None:
    assert fragment(draw_words(runs, links, inserts, marks)) == fragment(html)


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


# ---- Marks, links and markers together ----


@dataclass(frozen=True)
class Placed:
    """An element of a drawn unit and the words of the article that it covers."""

    element: Tree
    start: int
    end: int


def placed(tree: Tree, start: int = 0) -> Iterator[Placed]:
    """Yield every element with its place; what the edition puts in covers no words."""
    at = start
    for child in tree.children:
        if isinstance(child, str):
            at += len(child)
        elif "data-edition" in child.attributes:
            yield Placed(child, at, at)
        else:
            length = len(child.without("data-edition").words)
            yield Placed(child, at, at + length)
            yield from placed(child, at)
            at += length


@st.composite
def apart(draw: st.DrawFn, length: int) -> list[tuple[int, int]]:
    """Stretches of a text that do not overlap; some of them touch."""
    edges = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [(start, end) for start, end in pairs if start < end]


@dataclass(frozen=True)
class Drawn:
    """Everything that was asked for, and what was drawn."""

    text: str
    links: list[tuple[int, int]]
    marks: list[tuple[int, int]]
    offsets: list[int]
    tree: Tree

    def of(self, name: str, **attributes: str) -> list[Placed]:
        """The elements of a name, but for those that the edition puts in."""
        wanted = self.tree.find(name, **attributes)
        return [found for found in placed(self.tree) if any(found.element is w for w in wanted)]


@st.composite
def drawn_units(draw: st.DrawFn) -> Drawn:
    runs = draw(runs_)
    text = "".join(run.text for run in runs)
    links, marks = draw(apart(len(text))), draw(apart(len(text)))
    offsets = draw(st.lists(st.integers(0, len(text)), max_size=6))
    html = draw_words(
        runs,
        [link(*stretch) for stretch in links],
        [
            Insert(offset, Markup(f'<sup data-edition id="i{n}"><a href="#">{n}</a></sup>'))
            for n, offset in enumerate(offsets)
        ],
        [mark(*stretch, str(n)) for n, stretch in enumerate(marks)],
    )
    return Drawn(text, links, marks, offsets, fragment(html))


@given(drawn_units())
def test_without_what_the_edition_puts_in_the_words_are_the_article_s(unit: Drawn) -> None:
    assert unit.tree.without("data-edition").words == unit.text


@given(drawn_units())
def test_every_mark_covers_exactly_its_words(unit: Drawn) -> None:
    for n, (start, end) in enumerate(unit.marks):
        parts = unit.of("mark", data_notes=str(n))
        assert [p for part in parts for p in range(part.start, part.end)] == [*range(start, end)]


@given(drawn_units())
def test_every_link_that_is_asked_for_is_whole(unit: Drawn) -> None:
    assert [(found.start, found.end) for found in unit.of("a", class_="citation")] == unit.links


@given(drawn_units())
def test_nothing_interactive_is_inside_a_link(unit: Drawn) -> None:
    for anchor in unit.tree.find("a"):
        assert {element.name for element in anchor} <= {"a", "em", "strong", "sup", "mark"}
        assert anchor.find("a") == [anchor]
        assert [element for element in anchor if "data-edition" in element.attributes] == []


@given(drawn_units())
def test_links_hold_marks_and_marks_hold_words_alone(unit: Drawn) -> None:
    """Had any element been closed out of turn, a strict parser would have refused the unit."""
    for found in unit.tree.find("mark"):
        assert {element.name for element in found} <= {"mark", "em", "strong", "sup"}
        assert found.find("mark") == [found]


@given(drawn_units())
def test_what_is_put_in_stands_at_its_offset_or_after_the_link_around_it(unit: Drawn) -> None:
    """The link may be one that was asked for or an address in the words."""
    links = [(found.start, found.end) for found in unit.of("a")]
    at = {found.element.attributes.get("id"): found.start for found in placed(unit.tree)}
    for n, offset in enumerate(unit.offsets):
        around = [end for start, end in links if start < offset < end]
        assert at[f"i{n}"] == (around[0] if around else offset)


@given(drawn_units())
def test_what_is_put_in_at_one_place_keeps_its_order(unit: Drawn) -> None:
    order = [
        (found.start, int(found.element.attributes["id"][1:]))
        for found in placed(unit.tree)
        if "data-edition" in found.element.attributes
    ]
    assert order == sorted(order)
    assert len(order) == len(unit.offsets)
