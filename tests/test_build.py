"""Building: check, build into a fresh folder, verify, swap; a failure leaves the old site alone."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import build
from edition.built.read_site import read_site
from tests.command import REPOSITORY, Outcome, files_of, run, run_apart
from tests.tiny_edition import copied, lay_out_site
from tests.trees import document

LINE = re.compile(r"[^:]+:\d+: [a-z-]+: .+")


@pytest.fixture
def root(tiny_root: Path, tmp_path: Path) -> Path:
    """A copy of the tiny edition, to be changed, with a site from before."""
    root = copied(tiny_root, tmp_path / "edition")
    lay_out_site(root / "site")
    return root


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def write_page(root: Path, body: str) -> None:
    """Replace what stands on the page about the edition."""
    page = root / "docs" / "about" / "edition.md"
    page.write_text(f"---\ntitle: About\n---\n\n{body}\n", encoding="utf-8")


def write_new(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def spoil(root: Path) -> None:
    change(root / "docs" / "text" / "01-ladder.md", "harbour wall", "harbor wall")


def spoil_late(root: Path) -> None:
    """Make a fault that shows only in the built site."""
    write_page(root, "[nowhere](nowhere.md)")


def assert_stopped(outcome: Outcome) -> None:
    """The build says what is wrong, line by line, and nothing of its own insides."""
    assert outcome.status == 1
    lines = outcome.stderr.splitlines()
    assert lines
    assert [line for line in lines if not LINE.fullmatch(line)] == []


# ---- The site before ----


@pytest.mark.parametrize("fault", [spoil, spoil_late], ids=["in the sources", "in the built site"])
def test_a_failed_build_leaves_the_site_before_it(
    root: Path, fault: Callable[[Path], None]
) -> None:
    before = files_of(root / "site")
    fault(root)
    assert_stopped(run(root, "build"))
    assert files_of(root / "site") == before


@pytest.mark.parametrize("fault", [spoil, spoil_late], ids=["in the sources", "in the built site"])
def test_a_failed_build_makes_no_site_where_there_was_none(
    root: Path, fault: Callable[[Path], None]
) -> None:
    shutil.rmtree(root / "site")
    beside = sorted(path.name for path in root.iterdir())
    fault(root)
    assert_stopped(run(root, "build"))
    assert sorted(path.name for path in root.iterdir()) == beside


def test_a_build_replaces_the_site_whole(root: Path) -> None:
    (root / "site" / "stale.html").write_text("old", encoding="utf-8")
    outcome = run(root, "build")
    assert (outcome.status, outcome.stderr) == (0, "")
    assert not (root / "site" / "stale.html").exists()


def test_a_site_may_go_to_another_folder(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a" / "b" / "public"
    assert run(root, "build", "--site-dir", str(elsewhere)).status == 0
    assert (elsewhere / "index.html").is_file()
    assert sorted(path.name for path in elsewhere.parent.iterdir()) == ["public"]


def test_a_site_is_readable_by_a_server(root: Path) -> None:
    assert run(root, "build").status == 0
    assert (root / "site").stat().st_mode & 0o777 == 0o755


def killed(root: Path) -> dict[str, bytes]:
    """Leave what a build leaves that was killed between its two renames; return the site."""
    before = files_of(root / "site")
    (root / "site").rename(root / ".site.old")
    return before


def test_a_site_lost_between_two_renames_is_put_back_by_a_build_that_fails(root: Path) -> None:
    before = killed(root)
    spoil_late(root)
    assert_stopped(run(root, "build"))
    assert files_of(root / "site") == before
    assert not (root / ".site.old").exists()


def test_a_site_lost_between_two_renames_is_put_back_even_if_the_check_fails(root: Path) -> None:
    before = killed(root)
    spoil(root)
    assert_stopped(run(root, "build"))
    assert (root / "site").is_dir()
    assert files_of(root / "site") == before


def test_a_build_after_a_killed_one_leaves_one_site(root: Path) -> None:
    killed(root)
    assert run(root, "build").status == 0
    assert (root / "site" / "index.html").is_file()
    assert not (root / ".site.old").exists()


def test_a_site_is_kept_when_the_old_one_was_left_beside_it(root: Path) -> None:
    """The build was killed after its second rename: what stands in `site` is the new one."""
    shutil.copytree(root / "site", root / ".site.old")
    (root / ".site.old" / "index.html").write_text("older", encoding="utf-8")
    before = files_of(root / "site")
    spoil_late(root)
    assert_stopped(run(root, "build"))
    assert files_of(root / "site") == before


def test_an_exception_of_the_host_leaves_the_site_and_no_folder_of_its_own(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    before = files_of(root / "site")
    beside = sorted(path.name for path in root.iterdir())
    monkeypatch.setattr(build, "run_build", fail)
    with pytest.raises(KeyboardInterrupt):
        build.build_site(root, root / "site")
    assert files_of(root / "site") == before
    assert sorted(path.name for path in root.iterdir()) == beside


# ---- The same bytes ----


def test_two_builds_give_the_same_bytes(real_site: Path, tmp_path: Path) -> None:
    """From another folder, without anything kept, and in a process with another hash seed."""
    copy = tmp_path / "a copy"
    for name in ("bibliography", "docs", "macros", "overrides", "source"):
        shutil.copytree(REPOSITORY / name, copy / name)
    for file in REPOSITORY.iterdir():
        if file.is_file() and file.suffix in (".yml", ".lock"):
            shutil.copyfile(file, copy / file.name)
    outcome = run_apart(copy, "build", PYTHONHASHSEED="7")
    assert outcome == Outcome(0, "", "")
    first, second = files_of(real_site), files_of(copy / "site")
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_no_page_names_a_folder_of_the_machine(real_site: Path) -> None:
    for path, content in files_of(real_site).items():
        assert str(REPOSITORY).encode() not in content, path
        assert str(real_site).encode() not in content, path


# ---- Never 0 with an error, never a traceback ----

FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "an absolute link": (lambda r: write_page(r, "[a](/text/front/)"), ""),
    "a page missing from docs that the navigation names": (
        lambda r: change(r / "mkdocs.yml", "about/edition.md", "about/editon.md"),
        "mkdocs.yml",
    ),
    "no mkdocs.yml": (lambda r: (r / "mkdocs.yml").unlink(), "mkdocs.yml"),
    "mkdocs.yml is no YAML": (
        lambda r: (r / "mkdocs.yml").write_text("a: [", encoding="utf-8"),
        "mkdocs.yml",
    ),
    "a plugin that is not installed": (
        lambda r: change(r / "mkdocs.yml", "  - edition\n", "  - edition\n  - editoin\n"),
        "mkdocs.yml",
    ),
    "the edition's plugin is not named": (
        lambda r: change(r / "mkdocs.yml", "  - edition\n", ""),
        "mkdocs.yml",
    ),
    "mkdocs-bibtex is not named": (
        lambda r: change(
            r / "mkdocs.yml",
            "  - bibtex:\n      bib_dir: bibliography\n      enable_inline_citations: false\n",
            "",
        ),
        "mkdocs.yml",
    ),
    "footnotes are not switched on": (
        lambda r: change(r / "mkdocs.yml", "  - footnotes\n", ""),
        "",
    ),
    "an address that urllib cannot read": (
        lambda r: write_page(r, "[a](http://[bad)"),
        "docs/about/edition.md",
    ),
    "a page that is empty": (
        lambda r: (r / "docs" / "about" / "empty.html").write_text("", encoding="utf-8"),
        "",
    ),
    "true for a locator": (
        lambda r: write_page(r, '{{ cite("quill2016marks", true) }}'),
        "docs/about/edition.md",
    ),
    "the text's own macro is broken": (
        lambda r: change(r / "macros" / "_text_page.html.jinja", "page.title", "page.titel"),
        "macros/_text_page.html.jinja",
    ),
    "the text's own macro is gone": (
        lambda r: (r / "macros" / "_text_page.html.jinja").unlink(),
        "macros/_text_page.html.jinja",
    ),
    "the macro of the foot is gone": (
        lambda r: (r / "macros" / "attribution.html.jinja").unlink(),
        "",
    ),
    "the theme is gone": (lambda r: shutil.rmtree(r / "overrides"), "mkdocs.yml"),
    "the library is gone": (lambda r: shutil.rmtree(r / "bibliography"), ""),
    "the pages are gone": (lambda r: shutil.rmtree(r / "docs"), ""),
    "a call in a folder of entries": (
        lambda r: write_new(
            r / "docs" / "text" / "more" / "a.md", "---\ntitle: A\n---\n\n{{ nonsense() }}\n"
        ),
        "docs/text/more/a.md",
    ),
    "a field that no BibTeX has": (
        lambda r: change(
            r / "bibliography" / "article.bib", "  volume         = {4},", "  a/b = {c},"
        ),
        "bibliography/article.bib",
    ),
    "a brace too many in a correction": (
        lambda r: change(r / "bibliography" / "corrections" / "lowwater.md", "Coast}", "Coast}}"),
        "bibliography/corrections/lowwater.md",
    ),
}


@pytest.mark.parametrize(("fault", "path"), FAULTS.values(), ids=FAULTS)
def test_a_mistake_stops_the_build_with_a_line_that_says_where(
    root: Path, fault: Callable[[Path], object], path: str
) -> None:
    before = files_of(root / "site")
    fault(root)
    outcome = run(root, "build")
    if outcome.status == 0:  # what turns out harmless is drawn in full
        assert path == ""
        assert outcome.stderr == ""
        assert (root / "site" / "text" / "plain" / "index.html").is_file()
        return
    assert_stopped(outcome)
    paths = [line.partition(":")[0] for line in outcome.stderr.splitlines()]
    assert path in ("", *paths)
    assert files_of(root / "site") == before


# ---- What editors may rely on ----


def test_a_page_may_link_to_a_paragraph_and_to_an_entry(root: Path) -> None:
    """Both are places of the built pages, whether or not MkDocs knows of them."""
    write_page(root, "[a](../text/01-ladder.md#p1) [b](../bibliography.md#lowwater)")
    outcome = run(root, "build")
    assert (outcome.status, outcome.stderr) == (0, "")


def test_a_citation_set_as_code_stays_as_it_was_written(root: Path) -> None:
    """The page for contributors has to show the form."""
    write_page(root, "Write `[@quill2016marks, p. 12]`, not `{#id}`.")
    outcome = run(root, "build")
    assert (outcome.status, outcome.stderr) == (0, "")
    page = document(root / "site" / "about" / "edition" / "index.html").find("article", id="page")
    assert [code.words for code in page[0].find("code")] == [
        "[@quill2016marks, p. 12]",
        "{#id}",
    ]
    assert page[0].find(class_="footnote") == []


def test_a_citation_on_an_editors_page_shows_the_place_that_is_cited(root: Path) -> None:
    write_page(root, 'As Quill says{{ cite("quill2016marks", "p. 12") }}.')
    assert run(root, "build").status == 0
    page = document(root / "site" / "about" / "edition" / "index.html")
    (note,) = page.find("div", class_="footnote")[0].find("li")
    assert "p. 12" in note.words


def test_a_chapter_may_be_renamed_and_its_places_still_lead_on(root: Path) -> None:
    text = root / "docs" / "text"
    (text / "02-book.md").rename(text / "02-the-book.md")
    change(root / "mkdocs.yml", "02-book", "02-the-book")
    redirects = root / "redirects.yml"
    redirects.write_text("text/02-book/: text/02-the-book/\n", encoding="utf-8")
    assert run(root, "permalinks", "--update").status == 0
    outcome = run(root, "build")
    assert (outcome.status, outcome.stderr) == (0, "")
    old = document(root / "site" / "text" / "02-book" / "index.html")
    assert {line.attributes["id"] for line in old.find("p") if "id" in line.attributes} == {
        "p3",
        "p4",
        "note-what-the-wind-promised",
        "note-wind-is-no-party",
    }
    pages = {page.address for page in read_site(root / "site")}
    assert {"p/3/", "p/4/", "text/02-the-book/"} <= pages


def test_an_address_once_public_is_a_page_of_the_site(root: Path) -> None:
    """Though only places of a page that is gone were redirected, the page itself must lead on."""
    lock = root / "permalinks.lock"
    lock.write_text(
        lock.read_text(encoding="utf-8") + "p/1/\ttext/01-steps/#p1\n", encoding="utf-8"
    )
    (root / "redirects.yml").write_text("text/01-steps/#p1: text/01-ladder/#p1\n", encoding="utf-8")
    outcome = run(root, "build")
    assert outcome.status == 1 or (root / "site" / "text" / "01-steps" / "index.html").is_file()


# ---- The other commands ----


@pytest.mark.parametrize("command", ["check", "build", "text", "permalinks"])
def test_a_command_without_an_edition_says_so(tmp_path: Path, command: str) -> None:
    outcome = run(tmp_path, command)
    assert (outcome.status, outcome.stdout) == (1, "")
    assert outcome.stderr == (
        "edition.yml:1: file-missing: cannot be read: No such file or directory\n"
    )


def test_the_text_of_a_site_that_is_not_there_is_an_error(root: Path, tmp_path: Path) -> None:
    outcome = run(root, "text", "--site-dir", str(tmp_path / "nowhere"))
    assert (outcome.status, outcome.stdout) == (1, "")


def test_new_links_are_recorded_and_old_ones_kept(root: Path) -> None:
    lock = root / "permalinks.lock"
    before = lock.read_text(encoding="utf-8").splitlines()
    (root / "bibliography" / "supplied.bib").write_text(
        "@online{highwater, title = {High water}, url = {https://example.org/high}}",
        encoding="utf-8",
    )
    assert run(root, "permalinks").status == 0
    assert lock.read_text(encoding="utf-8").splitlines() == before
    assert run(root, "permalinks", "--update") == Outcome(0, "", "")
    after = lock.read_text(encoding="utf-8").splitlines()
    assert sorted(set(after) - set(before)) == ["r/highwater/\tbibliography/#highwater"]
    assert set(before) <= set(after)


def test_a_lost_link_stays_lost_whatever_is_recorded(root: Path) -> None:
    lock = root / "permalinks.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "p/9/\ttext/02-book/#p9\n", encoding="utf-8")
    outcome = run(root, "permalinks", "--update")
    assert outcome.status == 1
    assert [line.split(": ")[1] for line in outcome.stderr.splitlines()] == ["permalink-lost"] * 2
    assert "p/9/\ttext/02-book/#p9" in lock.read_text(encoding="utf-8").splitlines()


def test_the_index_of_a_large_edition_is_published_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folders that the host leaves out of `docs/` are no matter elsewhere, whatever their names."""
    monkeypatch.setattr("edition.exports.search_index.WHOLE", 0)
    outcome = run(root, "build")
    assert (outcome.status, outcome.stderr) == (0, "")
    (folder,) = [path for path in (root / "site" / "search").iterdir() if path.is_dir()]
    assert {path.name for path in folder.iterdir()} == {"words", "places", "documents"}
