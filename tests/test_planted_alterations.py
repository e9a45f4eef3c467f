"""The engine’s own proof finds what is planted in a page, and says where and what."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.built.read_site import BuiltPage, read_site
from edition.built.verify import verify
from edition.core.edition import Edition
from tests.real_edition import EDITION, PROBLEMS

Plant = Callable[[str], str]


def changed(pattern: str, new: str) -> Plant:
    """Replace the one place of a page that fits."""

    def plant(page: str) -> str:
        altered, count = re.subn(pattern, new, page)
        assert count == 1, f"{count} times: {pattern}"
        return altered

    return plant


def element(page: str, unit: str) -> str:
    found = re.search(rf'<(p|li|h\d)\b[^>]*\bdata-unit="{unit}"[^>]*>.*?</\1>', page, re.DOTALL)
    assert found
    return found[0]


def within(unit: str, pattern: str, new: str) -> Plant:
    """Replace the one place of a unit that fits."""
    return lambda page: page.replace(
        element(page, unit), changed(pattern, new)(element(page, unit))
    )


def in_first(pattern: str, new: str) -> Plant:
    """Replace the first of the places of a page that fit."""

    def plant(page: str) -> str:
        altered, count = re.subn(pattern, new, page, count=1)
        assert count == 1, pattern
        return altered

    return plant


def dropped(unit: str) -> Plant:
    return lambda page: page.replace(element(page, unit), "")


def swapped(one: str, other: str) -> Plant:
    def plant(page: str) -> str:
        first, second = element(page, one), element(page, other)
        return page.replace(first, "\0").replace(second, first).replace("\0", second)

    return plant


PLANTED: dict[str, tuple[str, Plant, str]] = {
    "a changed comma": (
        "text/04-summit/",
        changed("security, and independence", "security and independence"),
        "text/04-summit/index.html:1: proof-text: p7: expected “… Asia characterized by"
        " sovereignty, security, and independence. He …”, found “… Asia characterized by"
        " sovereignty, security and independence. He …”",
    ),
    "a corrected slip": (
        "text/02-concept/",
        changed("the outcomes the you want", "the outcomes that you want"),
        "text/02-concept/index.html:1: proof-text: p4: ",
    ),
    "a slip in the plain view": (
        "text/plain/",
        changed("the outcomes the you want", "the outcomes you want"),
        "text/plain/index.html:1: proof-text: p4: ",
    ),
    "swapped paragraphs": (
        "text/04-summit/",
        swapped("p7", "p8"),
        "text/:1: proof-order: the text pages hold",
    ),
    "swapped references": (
        "text/plain/",
        swapped("r18", "r19"),
        "text/:1: proof-order: the plain view hold",
    ),
    "a dropped paragraph": (
        "text/05-media/",
        dropped("p12"),
        "text/:1: proof-order: the text pages hold",
    ),
    "a dropped heading": (
        "text/plain/",
        dropped("h-introduction"),
        "text/:1: proof-order: the plain view hold",
    ),
    "a word of the edition in a unit": (
        "text/06-bri/",
        within("p13", r"^(<p\b[^>]*>)", r"\1<b>new</b>"),
        "text/06-bri/index.html:1: proof-text: p13: ",
    ),
    "a footnote's mark without its sign": (
        "text/04-summit/",
        within("p9", r'(<sup class="marker") data-edition', r"\1"),
        "text/04-summit/index.html:1: proof-text: p9: ",
    ),
    "a note's letter without its sign": (
        "text/04-summit/",
        in_first(r'(<sup class="note-marker") data-edition', r"\1"),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "a word of the edition in a mark": (
        "text/04-summit/",
        in_first(r"(<mark\b[^>]*>)", r"\1new "),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "a mark that swallows its words": (
        "text/04-summit/",
        in_first(r"<mark\b[^>]*>.*?</mark>", ""),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "a mark that says its words twice": (
        "text/04-summit/",
        in_first(r"(<mark\b[^>]*>.*?</mark>)", r"\1\1"),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "a mark that is the edition's": (
        "text/04-summit/",
        in_first(r"<mark\b", "<mark data-edition"),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "a word of the edition in a term's link": (
        "text/04-summit/",
        in_first(r'(<a class="term"[^>]*>)', r"\1the "),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "a term's link that swallows its words": (
        "text/04-summit/",
        in_first(r'<a class="term"[^>]*>.*?</a>', ""),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "a term's link that is the edition's": (
        "text/04-summit/",
        in_first(r'<a class="term"', '<a class="term" data-edition'),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "what a term is, beside its words": (
        "text/04-summit/",
        in_first(r'(<a class="term"[^>]*>.*?</a>)', r"\1 (a state)"),
        "text/04-summit/index.html:1: proof-text: ",
    ),
    "a whole note in a paragraph": (
        "text/04-summit/",
        in_first(r'(<p\b[^>]*\bdata-unit="p6"[^>]*>)', r"\1<small>A note.</small>"),
        "text/04-summit/index.html:1: proof-text: p6: ",
    ),
    "a paragraph's number without its sign": (
        "text/plain/",
        within("p25", r"(<a\b[^>]*?) data-edition", r"\1"),
        "text/plain/index.html:1: proof-text: p25: ",
    ),
    "another printed number": (
        "text/references/",
        within("r27", r">28\.<", ">30.<"),
        "text/references/index.html:1: proof-number: r27: ",
    ),
    "a printed number gone": (
        "text/references/",
        within("r12", r"<span\b[^>]*>12\.</span>", ""),
        "text/references/index.html:1: proof-number: r12: ",
    ),
    "an apostrophe made round": (
        "text/front/",
        within("title", r"&#39;|'", "’"),
        "text/front/index.html:1: proof-text: title: ",
    ),
}


@pytest.fixture(scope="module")
def edition() -> Edition:
    assert PROBLEMS == ()
    return EDITION


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, BuiltPage]:
    return {page.address: page for page in read_site(real_site)}


@pytest.mark.parametrize(("page", "plant", "line"), PLANTED.values(), ids=PLANTED)
def test_a_planted_alteration_is_found_by_the_build(
    real_site: Path,
    tmp_path: Path,
    edition: Edition,
    pages: dict[str, BuiltPage],
    page: str,
    plant: Plant,
    line: str,
) -> None:
    altered = plant((real_site / page / "index.html").read_text(encoding="utf-8"))
    (tmp_path / page).mkdir(parents=True)
    (tmp_path / page / "index.html").write_text(altered, encoding="utf-8")
    (planted,) = read_site(tmp_path)
    problems = verify(edition, real_site, list({**pages, page: planted}.values()))
    found = [str(problem) for problem in problems if problem.code.startswith("proof")]
    assert [lead[: len(line)] for lead in found] == [line]


def test_without_any_alteration_the_build_finds_none(
    real_site: Path, edition: Edition, pages: dict[str, BuiltPage]
) -> None:
    assert verify(edition, real_site, list(pages.values())) == ()
