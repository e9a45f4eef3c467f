"""What the templates of the theme may know of the edition, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from edition.core.addresses import cite_page
from edition.core.cited_passage import CitedPassage, own_passage
from edition.core.edition import Edition
from edition.core.formatted import Formatted
from edition.html.contribute import NOTE_FORM, form_page
from edition.html.link import relative_link
from edition.html.policy import THEME_SCRIPTS, integrity, policy
from edition.html.syllabus import BUILDER

_SCRIPTS = "assets/javascripts"


@dataclass(frozen=True, slots=True)
class ThemeContext:
    """The values that templates find under the name `edition`."""

    title: str
    policy: Callable[[Iterable[str]], str] | None
    """Gives the content security policy of a page from the names of its scripts; None while pages
    are served, because live reload needs an inline script."""
    scripts: dict[str, str]
    """Integrity of every script that a page may load, by path below the site's base."""
    forge: str
    own: CitedPassage
    """How a passage is cited in the edition's own style."""
    cite: str
    """The page on how to cite; empty if there is none."""
    builder: str
    """The page on which a syllabus is made; empty if there is none."""
    note_form: str
    """The page on which a note is written; empty if there is none."""


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
        policy=None if serving else partial(page_policy, scripts),
        scripts=scripts,
        forge=settings.forge,
        own=own_passage(formatted),
        cite=cite_page(edition, "paragraph"),
        builder=BUILDER if BUILDER in edition.editors_page_at else "",
        note_form=form_page(edition, NOTE_FORM),
    )


def page_policy(scripts: Mapping[str, str], names: Iterable[str]) -> str:
    """Return the policy of a page that may load its own scripts and no other of the site's.

    `scripts` are the integrity values by path; `names` are those of files, without their ends.
    """
    return policy(scripts[f"{_SCRIPTS}/{name}.js"] for name in dict.fromkeys(names))


def moved_from(
    page: str, moved: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[str, str, str], ...]:
    """Return what once stood on a page: its id there, the link to where it is, and that address."""
    return tuple(
        (anchor, relative_link(page, address), address)
        for anchor, address in moved.get(page, {}).items()
    )
