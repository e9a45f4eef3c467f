"""How each sort of work is cited, laid out with its link and its files."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from edition.core.edition import Edition
from edition.core.formatted import Styled
from edition.core.inline import Run
from edition.core.macro import Call
from edition.core.problem import Place
from edition.html.cite_this import InStyle, PartCited, WorkView, view_cited, view_notes_cited
from edition.html.drawing import Drawing
from edition.html.link import Xref
from edition.sources.macros import read_macros
from tests.command import REPOSITORY
from tests.core.editions import EDITION
from tests.core.noted import FORMATTED, IN_ORDER, NOTED
from tests.trees import Tree, fragment


def styled(label: str) -> Styled:
    def run(words: str) -> tuple[Run, ...]:
        return (Run(f"{label}: "), Run(words, emphasis=True))

    return Styled(
        work=run("the <article>"),
        edition=run("the edition"),
        notes={note.id: run(note.id) for note in IN_ORDER},
        places={place: run(place) for place in ("para. 1", "paras. 1–2")},
    )


KNOWN = replace(FORMATTED, styled={label: styled(label) for label in ("One", "Two")})


def cited(words: str) -> tuple[InStyle, ...]:
    return tuple(InStyle(label, Markup(f"{label}: <em>{words}</em>")) for label in ("One", "Two"))


def files(name: str) -> tuple[Xref, ...]:
    path = f"data/cite/{name}"
    return (
        Xref(f"{path}.bib", "BibTeX"),
        Xref(f"{path}.ris", "RIS"),
        Xref(f"{path}.json", "CSL-JSON"),
    )


VIEWS = {
    "article": WorkView(cited("the &lt;article&gt;"), files("article")),
    "edition": WorkView(cited("the edition"), files("edition")),
    "paragraph": WorkView(cited("para. 1"), (), Xref("p/1/", "¶ 1"), "p/1/"),
    "chapter": WorkView(cited("paras. 1–2"), (), Xref("text/01-wall/", "chapter 1")),
    "note": WorkView(
        cited("sea"),
        files("notes"),
        Xref("text/01-wall/#note-sea", "¶ 1, “The sea wrote on it”"),
        "n/sea/",
    ),
}


@pytest.mark.parametrize("work", VIEWS)
def test_each_sort_of_work_has_its_citations_its_link_and_its_files(work: str) -> None:
    assert view_cited(NOTED, KNOWN, work) == VIEWS[work]


BARE = replace(EDITION, text_pages=EDITION.text_pages[:1])


@pytest.mark.parametrize(
    ("edition", "work"),
    [(EDITION, "note"), (BARE, "paragraph"), (BARE, "chapter"), (NOTED, "volume")],
)
def test_of_what_an_edition_lacks_nothing_is_shown(edition: Edition, work: str) -> None:
    assert view_cited(edition, KNOWN, work) is None


def test_every_note_is_cited_once_in_the_order_of_the_text() -> None:
    parts = view_notes_cited(NOTED, KNOWN)
    assert [note.id for part in parts for note in part.notes] == [
        f"cite-{note.id}" for note in IN_ORDER
    ]
    assert [(part.title, part.number, len(part.notes)) for part in parts] == [
        ("A title", 0, 1),
        ("A title", 1, 5),
        ("A title", 0, 1),
    ]
    assert all(note.citations == cited(note.id.removeprefix("cite-")) for note in parts[0].notes)


def test_without_notes_there_is_no_list() -> None:
    assert view_notes_cited(EDITION, KNOWN) == ()
    assert isinstance(view_notes_cited(NOTED, KNOWN)[0], PartCited)


# ---- As drawn ----

MACROS, _ = read_macros(REPOSITORY)


def drawn(name: str, *arguments: str, url: str = "") -> Tree:
    edition = replace(NOTED, macros=MACROS, settings=replace(NOTED.settings, url=url))
    call = Call(name, arguments, (), 0, Place("docs/cite.md", 1))
    return fragment(str(Drawing(REPOSITORY, edition, KNOWN).call(call, "cite/", str)))


@pytest.mark.parametrize("url", ["", "https://example.org/wall/"], ids=["unknown", "known"])
def test_a_permanent_link_is_shown_whole_where_the_site_s_address_is_known(url: str) -> None:
    (shown,) = drawn("cite_this", "note", url=url).find(class_="cited-link")
    (link,) = shown.find("a")
    assert link.attributes["href"] == "../n/sea/"
    assert link.words == f"{url}n/sea/"
    said = drawn("cite_address", url=url).words
    assert (url in said) if url else ("not known yet" in said)


def test_one_style_alone_is_a_quotation_without_its_name() -> None:
    tree = drawn("cite_this", "article", "Two")
    (quotation,) = tree.find("blockquote")
    assert quotation.words.strip() == "Two: the <article>"
    assert tree.find("dl") == []


@pytest.mark.parametrize("work", [*VIEWS, "notes"])
def test_words_are_no_markup_and_every_work_has_both_styles(work: str) -> None:
    tree = drawn("cite_this", work)
    assert tree.find("article") == []
    for styles in tree.find("dl"):
        assert [style.words for style in styles.find("dt")] == ["One", "Two"]
    assert len(tree.find("dl")) == (len(IN_ORDER) if work == "notes" else 1)
