"""The glossary, the people and the places: in order, to be filtered, each link to something."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from edition.core.term import Realm
from tests.browser.accessibility import WINDOWS, axe
from tests.browser.noted import EDITION, focused
from tests.browser.reader import Reader, arrive
from tests.browser.shifts import LITTLE, layout_shift
from tests.browser.slips import plain
from tests.trees import Tree, document

REALMS = pytest.mark.parametrize("realm", list(Realm), ids=lambda realm: realm.value)
LONG = pytest.mark.parametrize("realm", [Realm.GLOSSARY, Realm.PLACES], ids=lambda r: r.value)
ENTRIES = {
    realm: [term for term in EDITION.terms if term.realm is realm] for realm in Realm
}  # fmt: skip
RIGHT_TO_LEFT = ("ar", "fa", "ps", "ug", "ur")
SHOWN = """() => [...document.querySelectorAll("article.listed-note")]
  .filter((entry) => entry.checkVisibility()).map((entry) => entry.id)"""


@pytest.fixture(scope="session")
def lists(site: Path) -> dict[Realm, Tree]:
    """The three pages as they were built."""
    return {realm: document(site / realm.value / "index.html") for realm in Realm}


@REALMS
def test_every_entry_stands_in_the_order_of_the_alphabet(
    realm: Realm, visit: Callable[..., Reader]
) -> None:
    """Small letters or capitals; each under its name as a heading below the page's own."""
    page = visit(f"{realm.value}/").page
    names = [plain(name) for name in page.locator("article > h2").all_inner_texts()]
    assert names == sorted((term.name for term in ENTRIES[realm]), key=str.casefold)
    levels = page.locator(":is(h1, h2, h3, h4)").evaluate_all("all => all.map((h) => h.localName)")
    assert levels == ["h1", *["h2"] * len(names)]


@REALMS
def test_every_link_of_an_entry_leads_to_an_element(
    realm: Realm, lists: dict[Realm, Tree], site: Path
) -> None:
    """Paragraphs, notes, other entries, sources, permanent links: files and ids that are there."""
    ids: dict[Path, set[str]] = {}
    followed = 0
    for link in lists[realm].find("a"):
        address = urljoin(f"http://here/{realm.value}/", link.attributes["href"])
        parts = urlsplit(address)
        if parts.netloc != "here":
            continue
        file = site / parts.path.lstrip("/") / "index.html"
        assert file.is_file(), address
        if parts.fragment:
            if file not in ids:
                ids[file] = {e.attributes["id"] for e in document(file) if "id" in e.attributes}
            assert parts.fragment in ids[file], address
            followed += 1
    assert followed > len(ENTRIES[realm])


@REALMS
def test_an_entry_says_where_it_is_named(realm: Realm, lists: dict[Realm, Tree]) -> None:
    """Every paragraph and every note that names it, and nothing else."""
    for term in ENTRIES[realm]:
        (entry,) = lists[realm].find("article", id=term.id)
        links = [
            link.attributes["href"].partition("#")[2]
            for part in entry.find("p", class_="cited-in")
            for link in part.find("a", class_="xref")
        ]
        notes = EDITION.notes_of_term.get(term.id, ())
        units = EDITION.units_of_term.get(term.id, ())
        assert links == [*units, *(f"note-{note.id}" for note in notes)]


@REALMS
def test_names_say_their_language_and_run_in_its_direction(
    realm: Realm, visit: Callable[..., Reader]
) -> None:
    page = visit(f"{realm.value}/").page
    drawn = page.locator(".term-names [lang]").evaluate_all(
        "all => all.map((name) => [name.closest('article').id, name.lang, name.textContent,"
        " getComputedStyle(name).direction, getComputedStyle(name).unicodeBidi])"
    )
    assert sorted((term, lang, name) for term, lang, name, *_ in drawn) == sorted(
        (term.id, code, name) for term in ENTRIES[realm] for code, name in term.names
    )
    for _, lang, name, direction, bidi in drawn:
        expected = "rtl" if lang.partition("-")[0] in RIGHT_TO_LEFT else "ltr"
        assert (direction, bidi) == (expected, "isolate"), name
    if realm is Realm.PLACES:
        assert {lang for _, lang, _, direction, _ in drawn if direction == "rtl"} >= {"fa", "ps"}


# ---- Filter ----


@LONG
def test_a_kind_leaves_the_entries_of_that_kind(realm: Realm, visit: Callable[..., Reader]) -> None:
    """As many as it says; the count is announced; the address has it, and brings it back."""
    reader = visit(f"{realm.value}/")
    page = reader.page
    total = len(ENTRIES[realm])
    kind = page.get_by_label("Kind")
    count = page.locator(".page").get_by_role("status")
    assert count.inner_text() == f"{total} of {total}"
    options = kind.locator("option").evaluate_all("all => all.map((o) => [o.value, o.label])")
    assert options[0] == ["", "all"]
    assert [value for value, _ in options[1:]] == sorted({term.kind for term in ENTRIES[realm]})
    for value, label in options[1:]:
        kind.select_option(value)
        expected = {term.id for term in ENTRIES[realm] if term.kind == value}
        assert set(page.evaluate(SHOWN)) == expected
        assert label == f"{value} ({len(expected)})"
        assert count.inner_text() == f"{len(expected)} of {total}"
        arrive(page, f"?kind={value}")
    value = options[-1][0]
    again = visit(f"{realm.value}/?kind={value}").page
    assert set(again.evaluate(SHOWN)) == expected
    assert again.get_by_label("Kind").input_value() == value
    again.get_by_role("button", name="Show all").click()
    again.wait_for_function("() => !location.search")
    assert len(again.evaluate(SHOWN)) == total
    assert reader.troubles() == []


def test_people_have_no_filter(visit: Callable[..., Reader]) -> None:
    """They are all of one kind."""
    page = visit("people/").page
    assert page.locator("form.note-filter").count() == 0
    assert len(page.evaluate(SHOWN)) == len(ENTRIES[Realm.PEOPLE])


@pytest.mark.parametrize("asked", ["no-such-kind", "", "<script>", "%00", "concept&kind=event"])
def test_what_is_no_kind_leaves_everything(asked: str, visit: Callable[..., Reader]) -> None:
    reader = visit(f"glossary/?kind={asked}")
    expected = [term for term in ENTRIES[Realm.GLOSSARY]
                if not asked.startswith("concept") or term.kind == "concept"]  # fmt: skip
    assert len(reader.page.evaluate(SHOWN)) == len(expected)
    assert reader.troubles() == []


def test_without_scripts_there_is_no_filter(visit: Callable[..., Reader]) -> None:
    page = visit("glossary/?kind=concept", javascript=False).page
    assert not page.locator("form.note-filter").is_visible()
    assert page.locator("article.listed-note").locator("visible=true").count() == len(
        ENTRIES[Realm.GLOSSARY]
    )
    assert page.locator(".letters").is_visible()


# ---- Letters ----


SIZES = """links => links.map((link) => link.getBoundingClientRect())
  .map(({ width, height }) => [width, height])"""
LED = """letter => {
  const entry = document.querySelector(":target");
  const bars = [...document.querySelectorAll(".head, .bar")]
    .filter((bar) => getComputedStyle(bar).position === "sticky");
  return [
    letter.innerText,
    entry.querySelector("h2").innerText,
    entry.getBoundingClientRect().top,
    Math.max(0, ...bars.map((bar) => bar.getBoundingClientRect().bottom)),
  ];
}"""
"""A letter, where it has led: the name there, its top, the foot of what lies upon the page."""


@LONG
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_letter_jumps_to_the_first_entry_of_its_own(
    realm: Realm, scripts: bool, width: int, visit: Callable[..., Reader]
) -> None:
    """Only letters that occur, each once, in order; large enough for a finger."""
    reader = visit(f"{realm.value}/", width=width, javascript=scripts)
    page = reader.page
    names = sorted((term.name for term in ENTRIES[realm]), key=str.casefold)
    letters = page.locator(".letters a")
    assert letters.all_inner_texts() == list(dict.fromkeys(name[0].upper() for name in names))
    for width, height in letters.evaluate_all(SIZES):
        assert width >= 24 and height >= 24
    for letter in letters.all():
        letter.click()
        said, name, top, hidden = letter.evaluate(LED)
        assert plain(name) == next(n for n in names if n[0].upper() == said)
        assert hidden <= top < 900
    row, body = page.locator(".letters").bounding_box(), page.locator(".note-body").first
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert row is not None and row["height"] < 120
    assert letters.first.evaluate(size) < body.evaluate(size)
    assert reader.troubles() == []


def test_letters_lead_to_what_the_filter_has_left(visit: Callable[..., Reader]) -> None:
    page = visit("glossary/").page
    options = page.get_by_label("Kind").locator("option").all()
    for kind in [option.get_attribute("value") for option in options][1:]:
        page.get_by_label("Kind").select_option(kind)
        names = sorted(
            (term.name for term in ENTRIES[Realm.GLOSSARY] if term.kind == kind), key=str.casefold
        )
        letters = page.locator(".letters a").locator("visible=true")
        firsts = {name[0].upper(): name for name in reversed(names)}
        assert letters.all_inner_texts() == sorted(firsts)
        for letter in letters.all():
            entry = page.locator(f"[id='{(letter.get_attribute('href') or '').lstrip('#')}']")
            assert plain(entry.locator("h2").inner_text()) == firsts[letter.inner_text()]
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("() => !location.search")
    assert page.locator(".letters a").first.get_attribute("href") == f"#{page.evaluate(SHOWN)[0]}"


def test_arriving_at_an_entry_marks_it(visit: Callable[..., Reader]) -> None:
    """By its permanent link, too."""
    term = ENTRIES[Realm.PLACES][-1]
    page = visit(f"g/{term.id}/").page
    arrive(page, f"/places/#{term.id}")
    box = page.locator(":target").bounding_box()
    assert box is not None and 0 <= box["y"] < 900
    mark = page.locator(":target").evaluate("e => getComputedStyle(e, '::before').borderLeftWidth")
    assert mark == "2px"
    assert focused(page) == ""


# ---- For everybody ----


@WINDOWS
def test_axe_finds_nothing(width: int, colours: str, page: Callable[..., Reader]) -> None:
    """Whole, filtered, with the sources of an entry unfolded."""
    reader = page(width=width, colour_scheme=colours)
    found = []
    for address in ("glossary/", "glossary/?kind=concept", "people/", "places/?kind=city"):
        visited = reader.visit(address)
        visited.locator(".listed-note:not([hidden]) summary").first.click()
        found += [f"{address}: {violation}" for violation in axe(visited)]
    assert found == []
    assert reader.troubles() == []


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_list_loads(width: int, page: Callable[..., Reader]) -> None:
    """The filter is there from the beginning; so is what it leaves out."""
    for address in ("glossary/", "places/", "people/", "notes/"):
        shift = layout_shift(page(width=width).visit(address))
        assert shift <= LITTLE, address
