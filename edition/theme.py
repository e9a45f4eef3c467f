"""What the templates of the theme may know of the edition, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.core.settings import Settings
from edition.html.link import relative_link
from edition.html.policy import THEME_SCRIPTS, integrity, policy


@dataclass(frozen=True, slots=True)
class ThemeContext:
    """The values that templates find under the name `edition`."""

    title: str
    work_title: str
    author: str
    year: str
    policy: str
    """The content security policy; empty while pages are served, because live reload needs an
    inline script."""
    scripts: dict[str, str]
    """Integrity of every script that a page may load, by path below the site's base."""
    forge: str


def theme_context(settings: Settings, overrides: Path, *, serving: bool) -> ThemeContext:
    """Return the context for an edition whose theme lies in a folder."""
    own = {
        script.relative_to(overrides).as_posix(): integrity(script.read_bytes())
        for script in sorted(overrides.rglob("*.js"))
    }
    scripts = {**own, **THEME_SCRIPTS}
    return ThemeContext(
        title=settings.title,
        work_title=settings.work.title,
        author=settings.work.author,
        year=settings.work.year,
        policy="" if serving else policy(scripts.values()),
        scripts=scripts,
        forge=settings.forge,
    )


def moved_from(
    page: str, moved: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[str, str, str], ...]:
    """Return what once stood on a page: its id there, the link to where it is, and that address."""
    return tuple(
        (anchor, relative_link(page, address), address)
        for anchor, address in moved.get(page, {}).items()
    )
