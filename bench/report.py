"""The benchmarks' text: ratios first, since they tell the same on every machine; then the times."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench import stacks
from bench.anchoring import anchoring_rows
from bench.editions import CITATIONS, REFERENCES, WORDS, write_edition
from bench.events import event_rows, time_events
from bench.lineup import ENGINE, FLOOR, HOST, STOCK, Lineup, line_up
from bench.parts import time_parts
from bench.saving import saving_rows, time_saving
from bench.search_sites import made_up_sites, real_sites
from bench.searching import QUESTIONS, Measured, made_up_questions, measure, search_rows
from bench.timing import Spread, Time, difference, processor, ratio, run_python, spread, wall
from bench.weight import Weight, densest_chapter, weigh
from tests.browser import chromium

_Times = Mapping[str, Sequence[Time]]
_Compare = Callable[[Sequence[float], Sequence[float]], Spread]

_COMPARED = ((ENGINE, FLOOR), (HOST, FLOOR), (STOCK, FLOOR), (ENGINE, STOCK))
_EXPECTED = {(ENGINE, FLOOR): "at most 1.30", (ENGINE, STOCK): "at most 0.50"}
_LARGE = 300
"""Pages from which the expectations hold; below, starting and the references are most of it."""
_MILLI = 1000
_KIBI = 1024


def report_this_edition(project: Path, folder: Path, runs: int) -> None:
    """Print times, parts and weight of the project's own edition."""
    print(f"\n1. THIS EDITION: {runs} runs of each, after one to warm up\n", flush=True)
    folder = folder / "this-edition"
    root = folder / "edition"
    stacks.copy_edition(project, root)
    lineup = line_up(project, root, folder)
    lineup.time(1, 1)
    times = lineup.time(runs, runs)
    _print_sites(lineup)
    if lack := stacks.stock_lacks():
        print(f"   No stock stack: {lack}.\n")
    more = (f"{ENGINE} − {FLOOR}, s", *_compare(difference, times, ENGINE, FLOOR, "+"))
    _print_ratios(times, {}, (*more, "at most +0.50"))
    rows = [("seconds", "by the clock", "processor time")]
    for name, found in {**times, f"{ENGINE}, cold": [lineup.cold]}.items():
        if found:
            rows.append((name, spread(wall(found)).text(), spread(processor(found)).text()))
    _print_table(rows)
    cold, warm = lineup.cold_formatting, lineup.warm_formatting()
    print(
        f"   runs of the formatter in a build: {cold[0]} cold (expected 4: the library, and what is"
        f"\n   cited of the edition in three styles), {warm[0]} warm (expected 0);"
        f" other runs of pandoc: {cold[1]} cold, {warm[1]} warm\n"
    )
    _print_parts(project, lineup)
    _print_weight(lineup)
    shutil.rmtree(folder)


def report_anchoring(runs: int) -> None:
    """Print how long quotes take to find their places, and how that grows."""
    print(f"\n3. ANCHORING: {runs} runs of each\n", flush=True)
    _print_table(anchoring_rows(runs))


def report_editions(project: Path, folder: Path, sizes: Sequence[tuple[int, int, int]]) -> None:
    """Print how the stacks grow with made-up editions: pages, runs, runs with the stock stack."""
    print(
        f"\n2. MADE-UP EDITIONS: {WORDS} words and {CITATIONS} citations on a page, "
        f"{REFERENCES} references,\n   half of the pages chapters of the work, half by its editors;"
        " all out of the navigation"
    )
    found: dict[int, _Times] = {}
    for pages, runs, with_stock in sizes:
        print(
            f"\n   {pages:,} PAGES: {runs} runs of each, stock {with_stock or 'not'}\n", flush=True
        )
        here = folder / f"made-up-{pages}"
        root = here / "edition"
        write_edition(project, root, pages)
        run_python(("-m", "edition", "--root", str(root), "permalinks", "--update"), project)
        lineup = line_up(project, root, here)
        times = found[pages] = lineup.time(runs, with_stock)
        _print_sites(lineup)
        _print_ratios(times, _EXPECTED if pages >= _LARGE else {})
        rows = [("ms per page", "by the clock", "processor time")]
        for name, seconds in {**times, f"{ENGINE}, cold": [lineup.cold]}.items():
            if seconds:
                rows.append((name, *_per_page(seconds, pages)))
        _print_table(rows)
        if STOCK in lineup.builds and not with_stock:
            print(f"   The stock stack takes minutes at {pages:,} pages: only with --full.\n")
        shutil.rmtree(here)
    _print_growth(found)


def report_searching(project: Path, folder: Path, runs: int, large: tuple[int, int] | None) -> None:
    """Print what it costs to search: here, and in a made-up edition of so many pages and notes."""
    print("\n4. SEARCH: from opening it to the first result, and from a key to one\n", flush=True)
    executable = chromium.find()
    if not executable:
        print("   Nothing: there is no Chromium here, which searches (make test installs one).\n")
        return
    here = folder / "search"
    sites = real_sites(project, here)
    print(
        f"   THIS EDITION: {len(sites.documents):,} things to be found, {len(QUESTIONS)} questions"
    )
    _print_searched(measure(executable, sites, QUESTIONS, runs), "80")
    if large is not None:
        pages, notes = large
        root = folder / "search-large"
        write_edition(project, root / "edition", pages, notes)
        sites = made_up_sites(project, root, root / "edition", sites)
        questions = made_up_questions(sites)
        print(
            f"   {pages:,} PAGES, {notes:,} NOTES: {len(sites.documents):,} things to be found, "
            f"{len(questions)} questions"
        )
        _print_searched(measure(executable, sites, questions, runs), "250")
        shutil.rmtree(root)
    if not any(searched.name == "Pagefind" for searched in sites.searched):
        print("   No Pagefind: it is not installed (`make bench` installs it).\n")
    shutil.rmtree(here)


def report_events(project: Path, folder: Path, runs: int) -> None:
    """Print what events add to a build, and how that grows; expected of 5,000: under 5 s."""
    print(f"\n5. TIMELINE: {runs} runs of each; expected of 5,000 events: under 5 s\n", flush=True)
    here = folder / "events"
    _print_table(event_rows(time_events(project, here, runs)))
    shutil.rmtree(here)


def report_saving(project: Path, folder: Path, runs: int) -> None:
    """Print how long a saved note takes to show; expected: at most 2 s."""
    print(f"\n6. SAVING A NOTE while the edition is served: {runs} runs of each\n", flush=True)
    here = folder / "saving"
    _print_table(saving_rows(time_saving(project, here, runs)))
    shutil.rmtree(here)


def _print_searched(measured: Mapping[str, Measured], most: str) -> None:
    expected = ("expected of the edition", f"at most {most}", "", "", "at most 100")
    table = [(*row, more) for row, more in zip(search_rows(measured), expected, strict=True)]
    print(flush=True)
    _print_table(table)


def _print_ratios(
    times: _Times, expected: Mapping[tuple[str, str], str], *more: Sequence[str]
) -> None:
    rows: list[Sequence[str]] = [
        ("", "by the clock: median (least to most)", "processor time", "expected")
    ]
    for pair in _COMPARED:
        if all(times.get(name) for name in pair):
            rows.append((" / ".join(pair), *_compare(ratio, times, *pair), expected.get(pair, "")))
    _print_table([*rows, *more])


def _compare(
    compare: _Compare, times: _Times, over: str, under: str, sign: str = ""
) -> tuple[str, str]:
    """Compare two builds by the clock and by processor time, in the rounds that both ran in."""
    rounds = min(len(times[over]), len(times[under]))
    first, second = times[over][:rounds], times[under][:rounds]
    by_clock = compare(wall(first), wall(second))
    by_processor = compare(processor(first), processor(second))
    return by_clock.text(sign=sign), by_processor.text(sign=sign)


def _per_page(times: Sequence[Time], pages: int) -> tuple[str, str]:
    scale = _MILLI / pages
    by_clock = spread([seconds * scale for seconds in wall(times)])
    by_processor = spread([seconds * scale for seconds in processor(times)])
    return by_clock.text(1), by_processor.text(1)


def _print_sites(lineup: Lineup) -> None:
    """Print what each stack made, since one that made less had less to do."""
    rows = [("site", "files", "footnotes")]
    rows += [(name, f"{f:,}", f"{notes:,}") for name, (f, notes) in lineup.sites().items()]
    _print_table(rows)


def _print_parts(project: Path, lineup: Lineup) -> None:
    try:
        parts = time_parts(project, lineup.root, lineup.builds[ENGINE].site)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        # The parts are the engine's inner functions: when it changes, the rest still stands.
        print(f"   No parts: bench/parts.py no longer fits the engine ({error}).\n")
        return
    rows = [("parts of a build, once each", "ms")]
    rows += [(name, f"{_MILLI * seconds:.0f}") for name, seconds in parts.items()]
    _print_table(rows)


def _print_weight(lineup: Lineup) -> None:
    engine, floor = lineup.builds[ENGINE].site, lineup.builds[FLOOR].site
    address = densest_chapter(engine)
    here, there = weigh(engine, address), weigh(floor, address)
    shown: tuple[tuple[str, Callable[[Weight], int]], ...] = (
        ("page", lambda weight: weight.page),
        ("styles", lambda weight: weight.styles),
        ("scripts without defer", lambda weight: weight.blocking),
        ("scripts with defer", lambda weight: weight.deferred),
        ("search's worker and index", lambda weight: weight.search),
        ("together", lambda weight: weight.total),
        ("fonts, apart", lambda weight: weight.fonts),
    )
    rows = [("KiB, gzip -9", ENGINE, "stock Material", "ratio")]
    for name, of in shown:
        share = f"{of(here) / of(there):.2f}" if of(there) else ""
        rows.append((name, f"{of(here) / _KIBI:.1f}", f"{of(there) / _KIBI:.1f}", share))
    rows.append(("requests without fonts", str(here.requests), str(there.requests), ""))
    rows.append(("font files", str(here.font_files), str(there.font_files), ""))
    print(f"   First load of {address}, the chapter with most HTML, before search is opened:\n")
    _print_table(rows)


def _print_growth(found: Mapping[int, _Times]) -> None:
    """Print how the time per page grows, by itself and beside the floor's.

    By itself it falls, since starting and the references are shared by more pages. Beside the
    floor's it stays near 1 if the engine grows as its host does; and since the sizes are measured
    one after the other, only there does it cancel that the machine was faster or slower meanwhile.
    """
    last = max(found)
    smaller = [size for size in sorted(found) if size < last]
    if not smaller:
        return
    sizes = [f"{last:,} : {size:,}" for size in smaller]
    rows = [("time per page", *sizes, *(f"beside the floor’s, {pair}" for pair in sizes))]
    for name in (ENGINE, HOST, FLOOR, STOCK):
        cells: list[str] = []
        for reference in ("", FLOOR):
            for size in smaller:
                grown = _growth(found, name, size, last)
                against = _growth(found, reference, size, last) if reference else 1.0
                cells.append(f"{grown / against:.2f}" if grown and against else "")
        if any(cells):
            rows.append((name, *cells))
    print("   GROWTH, processor time\n")
    _print_table(rows)


def _growth(found: Mapping[int, _Times], name: str, size: int, last: int) -> float:
    """Return the time per page at the last size over that at another; 0 if it was not measured."""
    here, there = found[size].get(name), found[last].get(name)
    if not here or not there:
        return 0.0
    per_page = spread(processor(there)).median / last
    return per_page / (spread(processor(here)).median / size)


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows with their columns aligned: names to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print(f"   {'   '.join(cells)}".rstrip())
    print(flush=True)
