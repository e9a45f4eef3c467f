"""What the templates of the theme may know of the edition, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.core.addresses import cite_page
from edition.core.cited_passage import CitedPassage, own_passage
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.html.link import relative_link
from edition.html.policy import THEME_SCRIPTS, integrity, policy
from edition.html.syllabus import BUILDER


@dataclass(frozen=True, slots=True)
class ThemeContext:
    """The values that templates find under the name `edition`."""

    title: str
    policy: str
    """The content security policy; empty while pages are served, because live reload needs an
    inline script."""
    scripts: dict[str, str]
    """Integrity of every script that a page may load, by path below the site's base."""
    forge: str
    own: CitedPassage
    """How a passage is cited in the edition's own style."""
    cite: str
    """The page on how to cite; empty if there is none."""
    builder: str
    """The page on which a syllabus is made; empty if there is none."""


def script_hashes(overrides: Path) -> dict[str, str]:
    """Return the integrity of every script that a page may load, by path below the site's base."""
    own = {
        script.relative_to(overrides).as_posix(): integrity(script.read_bytes())
        for script in sorted(overrides.rglob("*.js"))
    }
    return {**own, **THEME_SCRIPTS}


def theme_context(
    edition: Edition, formatted: Formatted, overrides: Path, *, serving: bool
) -> ThemeContext:
    """Return the context for an edition whose theme lies in a folder."""
    settings = edition.settings
    scripts = script_hashes(overrides)
    return ThemeContext(
        title=settings.title,
        policy="" if serving else policy(scripts.values()),
        scripts=scripts,
        forge=settings.forge,
        own=own_passage(formatted),
        cite=cite_page(edition, "paragraph"),
        builder=BUILDER if BUILDER in edition.editors_page_at else "",
    )


def moved_from(
    page: str, moved: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[str, str, str], ...]:
    """Return what once stood on a page: its id there, the link to where it is, and that address."""
    return tuple(
        (anchor, relative_link(page, address), address)
        for anchor, address in moved.get(page, {}).items()
    )
