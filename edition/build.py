"""Building: check, build into a fresh folder, verify, swap; a failure leaves the old site alone."""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from edition.built.read_site import read_site
from edition.built.verify import verify
from edition.checked import load_checked
from edition.core.addresses import SHORT_FOLDERS, short_pages
from edition.core.citing import last_change
from edition.core.edition import Edition
from edition.core.problem import Place, Problem, errors
from edition.mkdocs_plugin import run_build, run_server
from edition.printing import report_build

_EPOCH = "SOURCE_DATE_EPOCH"
_ABOUT_A_LINK = "Doc file "
"""So MkDocs opens what it says of links; the verification names their lines as well."""

_CYCLES = 100_000
"""Objects after which Python looks for cycles. What is read lives as long as a build, and what it
makes holds hardly any: looking through it again and again would be a twentieth of the time."""


def build_site(root: Path, site: Path) -> int:
    """Build the edition into a folder; return the exit status.

    The site is built beside its folder and moved there only when it was verified, so that a failed
    or killed build leaves what was there before.
    """
    site = site.resolve()
    _restore(site)
    gc.set_threshold(_CYCLES)
    edition, problems = load_checked(root)
    gc.freeze()
    if edition is None or errors(problems):
        report_build(root, problems)
        return 1
    site.parent.mkdir(parents=True, exist_ok=True)
    _clear(site)
    fresh = Path(tempfile.mkdtemp(prefix=f".{site.name}-{os.getpid()}-", dir=site.parent))
    try:
        problems += _build(root, edition, fresh)
        report_build(root, problems)
        if errors(problems):
            return 1
        fresh.chmod(0o755)
        _swap(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return 0


def _build(root: Path, edition: Edition, fresh: Path) -> tuple[Problem, ...]:
    """Let the host build, then verify; what the host only warns of is an error here."""
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        with _dated(last_change(edition)):
            problems = run_build(root, edition, fresh)
    finally:
        logger.removeHandler(warnings)
    if problems:
        return problems
    pages = read_site(fresh, without=SHORT_FOLDERS)
    problems = verify(edition, fresh, pages, short_pages(edition))
    found = any(problem.code == "link-broken" for problem in problems)
    return problems + tuple(
        Problem(Place("mkdocs.yml"), "mkdocs", said)
        for said in warnings.said
        if not (found and said.startswith(_ABOUT_A_LINK))
    )


@contextmanager
def _dated(day: str) -> Iterator[None]:
    """Let the host take a day of the edition for today: the same content is the same bytes.

    It writes the day of a build into the sitemap, unless the environment names another:
    https://reproducible-builds.org/specs/source-date-epoch/
    """
    if not day or os.environ.get(_EPOCH):
        yield
        return
    midnight = datetime.fromisoformat(day).replace(tzinfo=UTC)
    os.environ[_EPOCH] = str(max(1, int(midnight.timestamp())))  # the host dies of 0
    try:
        yield
    finally:
        del os.environ[_EPOCH]


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _swap(fresh: Path, site: Path) -> None:
    """Put the fresh folder in the place of the old one, by two renames."""
    old = _old(site)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _restore(site: Path) -> None:
    """Put back what a build left that was killed between its two renames, or after them."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _clear(site: Path) -> None:
    """Remove the fresh folders of builds that were killed; those of builds that run are left."""
    named = re.compile(rf"\.{re.escape(site.name)}-(\d+)-\w+")
    for folder in site.parent.iterdir():
        match = named.fullmatch(folder.name)
        if match and not _runs(int(match[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _runs(process: int) -> bool:
    """Say whether another process of that number runs."""
    if process == os.getpid():
        return False
    if sys.platform == "win32":  # where asking so would end it
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # somebody else's
        return True
    return True


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def serve_site(root: Path, address: str) -> int:
    """Show the edition at a local address and follow changes, until interrupted."""
    gc.set_threshold(_CYCLES)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    logging.getLogger("MARKDOWN").setLevel(logging.WARNING)
    run_server(root, address)
    return 0
