"""The macros set what was laid out: valid HTML, in which nobody's words are markup."""

from dataclasses import replace

import pytest

from edition.core.contributor import Contributor
from edition.core.edition import Edition
from edition.core.inline import Run
from edition.core.macro import Call
from edition.core.pages import TextPage
from edition.core.problem import Place
from edition.core.quote import Quote
from edition.core.unit import Role
from edition.html.drawing import Drawing
from edition.html.text_page import view_plain_page, view_text_page
from edition.sources.macros import read_macros
from tests.command import REPOSITORY
from tests.core.editions import EDITION, page, unit
from tests.core.noted import FORMATTED, IN_ORDER, NOTED, note, with_notes
from tests.trees import Tree, fragment

MACROS, _ = read_macros(REPOSITORY)
PAGES = pytest.mark.parametrize("text_page", EDITION.text_pages, ids=lambda found: found.slug)


def hostile() -> Edition:
    """An edition whose article and whose contributors try to be more than words."""
    text = 'Read </p><script>alert("1")</script> & <b>'
    page_units = (unit("p1", Role.PARAGRAPH, text),)
    edition = replace(EDITION, units=page_units, text_pages=(page("01-a", (page_units[0], ())),))
    author = Contributor("", '<img src=x onerror="alert(2)">', '"><script>')
    found = note(
        "a",
        Quote('</p><script>alert("1")</script> & <b>'),
        "A *body*.",
        author=author,
        new_source='</aside><script>alert("3")</script>',
    )
    return with_notes(found, edition=edition)


def test_nobody_s_words_are_markup() -> None:
    edition = hostile()
    formatted = replace(
        FORMATTED, own=replace(FORMATTED.own, notes={"a": (Run("</p><script>alert(4)</script>"),)})
    )
    drawing = Drawing(REPOSITORY, edition, formatted)
    tree = fragment(drawing.text_page(view_text_page(edition, formatted, edition.text_pages[0])))
    assert tree.find("script") == tree.find("img") == tree.find("b") == []
    (paragraph,) = tree.find("p", data_unit="p1")
    assert paragraph.without("data-edition").words == edition.units[0].text
    (mark,) = paragraph.find("mark")
    assert mark.words == edition.notes[0].quote.exact
    (aside,) = tree.find("aside")
    assert aside.attributes["aria-label"].endswith('“</p><script>alert("1")</script> & <b>”')
    (new_source,) = aside.find(class_="note-new-source")
    assert new_source.words == 'Source being catalogued: </aside><script>alert("3")</script>'
    (signed,) = aside.find(class_="note-signed")
    assert signed.words.startswith('<img src=x onerror="alert(2)">')
    (cited,) = aside.find(class_="note-cite")
    assert cited.words == "Cite this note: </p><script>alert(4)</script>"


@PAGES
def test_a_page_with_notes_is_valid_and_leads_there_and_back(text_page: TextPage) -> None:
    """The parser that reads it here mends nothing: a misplaced element would be an error."""
    view = view_text_page(NOTED, FORMATTED, text_page)
    tree = fragment(Drawing(REPOSITORY, NOTED, FORMATTED).text_page(view))
    ids = [element.attributes["id"] for element in tree if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    links = [link.attributes["href"] for link in tree.find("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert [aside.attributes["id"] for aside in tree.find("aside", role="doc-footnote")] == [
        found.anchor for found in view.notes
    ]


def test_the_plain_page_is_drawn_without_a_switch_and_without_lists() -> None:
    drawing = Drawing(REPOSITORY, NOTED, FORMATTED)
    tree = fragment(drawing.text_page(view_plain_page(NOTED, FORMATTED)))
    for class_ in ("switch", "about-unit", "notes", "note", "note-marker"):
        assert tree.find(class_=class_) == [], class_
    assert [found.attributes["data-unit"] for found in tree if "data-unit" in found.attributes] == [
        "title", "p1", "p2", "r1",
    ]  # fmt: skip


# ---- Lists on editors' pages ----


def called(edition: Edition, name: str, *arguments: str, address: str = "notes/") -> Tree:
    """What a call on an editors' page draws."""
    drawing = Drawing(REPOSITORY, replace(edition, macros=MACROS), FORMATTED)
    call = Call(name, arguments, (), 0, Place("docs/index.md", 5))
    drawn = drawing.call(call, address, str)
    return fragment(drawn)


def test_the_list_has_every_note_once_and_leads_to_its_words() -> None:
    entries = called(NOTED, "notes").find("article", class_="listed-note")
    links = [entry.find("h3")[0].find("a")[0].attributes["href"] for entry in entries]
    assert links == [
        "../text/front/#note-whose-wall",
        "../text/01-wall/#note-sea",
        "../text/01-wall/#note-wrote",
        "../text/01-wall/#note-again",
        "../text/01-wall/#note-second-mention",
        "../text/01-wall/#note-second-mention-too",
        "../text/references/#note-marks",
    ]
    assert [entry.attributes["id"] for entry in entries] == [f"note-{n.id}" for n in IN_ORDER]


def test_a_note_may_be_called_as_the_part_of_another_or_of_the_page() -> None:
    """Files are named by strangers: no name makes an id stand twice."""
    names = ["sea", "sea-quote", "notes-front", "filter-kind", "search", "quote"]
    notes = [note(name, Quote("The sea")) for name in names]
    tree = called(with_notes(*notes), "notes")
    ids = [element.attributes["id"] for element in tree if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert {"search", "page", "contents"}.isdisjoint(ids)


def test_a_choice_leaves_as_many_notes_as_it_says() -> None:
    """Chosen as the script chooses: by the attributes of the notes and of their parts."""
    tree = called(NOTED, "notes")
    (form,) = tree.find("form", class_="note-filter")
    left: dict[tuple[str, str], int] = {}
    for part in tree.find("section", class_="notes-of-page"):
        for entry in part.find("article"):
            data = {key.removeprefix("data-"): value for key, value in entry.attributes.items()}
            chosen = [("chapter", part.attributes["data-chapter"])]
            chosen += [(name, data[name]) for name in ("kind", "level", "author")]
            chosen += [("tag", tag) for tag in data["tags"].split("|") if tag]
            for choice in chosen:
                left[choice] = left.get(choice, 0) + 1
    said = {
        (select.attributes["name"], option.attributes["value"]): int(
            option.words.rpartition("(")[2].removesuffix(")")
        )
        for select in form.find("select")
        for option in select.find("option")
        if option.attributes["value"]
    }
    assert said == left


def test_every_field_of_the_filter_has_a_label() -> None:
    (form,) = called(NOTED, "notes").find("form")
    labels = {label.attributes["for"] for label in form.find("label")}
    assert labels == {select.attributes["id"] for select in form.find("select")}


def test_the_notes_on_one_unit_are_listed_without_a_filter() -> None:
    tree = called(NOTED, "notes", "title")
    assert [entry.attributes["id"] for entry in tree.find("article")] == ["note-whose-wall"]
    assert tree.find("form") == tree.find("h2") == []


def test_nobody_s_words_are_markup_in_the_list() -> None:
    tree = called(hostile(), "notes")
    assert tree.find("script") == tree.find("img") == tree.find("b") == []
    (entry,) = tree.find("article")
    assert entry.attributes["data-author"] == '<img src=x onerror="alert(2)">'
    (option,) = [o for o in tree.find("option") if "img" in o.words]
    assert option.attributes["value"] == entry.attributes["data-author"]


def test_contributors_are_listed_with_what_they_did() -> None:
    drawn = called(NOTED, "contributors", address="about/contributors/")
    assert [name.words for name in drawn.find("dt")] == [
        "The editors",
        "Ada Ostrander",
        "Rowan Teale ORCID",
    ]
    assert [deeds.words for deeds in drawn.find("dd")] == [
        "Writing – original draft: 5 notes",
        "Writing – original draft: 1 note",
        "Writing – original draft: 1 note",
    ]
    assert [link.attributes["href"] for link in drawn.find("a")[1:]] == [
        "../../notes/?author=Ada%20Ostrander",
        "https://orcid.org/0000-0002-1825-0097",
        "../../notes/?author=Rowan%20Teale",
    ]


def test_an_entry_of_the_library_names_the_notes_that_cite_it() -> None:
    (entry,) = called(NOTED, "bibliography", "teale2020").find("article")
    (cited_in,) = entry.find("p", class_="cited-in")
    links = {link.words: link.attributes["href"] for link in cited_in.find("a")}
    assert links == {
        "¶ 2": "../text/01-wall/#p2",
        "¶ 1, “The sea wrote on it”": "../text/01-wall/#note-sea",
        "Permanent link": "../r/teale2020/",
    }
