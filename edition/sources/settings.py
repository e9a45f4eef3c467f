"""`edition.yml`, read into typed settings."""

from __future__ import annotations

import os
import re
from pathlib import Path

from edition.core.base_text import UnitPlan
from edition.core.coordinates import Coordinates, Region
from edition.core.forge import ForgeKind
from edition.core.identifier import is_identifier
from edition.core.passage import did_you_mean
from edition.core.problem import Place, Problem
from edition.core.settings import AtlasPlan, BaseTextPlan, Licence, Settings, SourcePlan, Work
from edition.core.unit import Role
from edition.sources.fields import Fields
from edition.sources.strict_yaml import read_yaml
from edition.sources.textfile import read_text

PATH = "edition.yml"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WITHIN = re.compile(r"(?:(?!\.)[\w.-]+/)*(?!\.)[\w.-]+")
"""A path below the edition's root, through no hidden folder."""
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?")
_MAIL_ADDRESS = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_WEB_ADDRESS = re.compile(r"https?://[^\s\"<>]+")


def read_settings(root: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Read `edition.yml`; None and the reasons when it cannot be used."""
    text, problems = read_text(root, PATH)
    if problems:
        return None, problems
    node, problems = read_yaml(text, PATH)
    if problems:
        return None, problems
    fields = Fields(node, PATH, "settings")
    settings = Settings(
        title=fields.text("title", required=True),
        editors=fields.text("editors", required=True),
        work=_work(fields.inner("work")),
        notes_licence=_licence(fields.inner("notes_licence")),
        code_licence=_licence(fields.inner("code_licence")),
        base=_base(fields.inner("base")),
        style=fields.text("style", required=True),
        url=_site_address(fields),
        forge=_forge_address(fields),
        contact=_contact(fields),
        forge_kind=_forge_kind(fields),
        style_place=fields.place("style"),
        region=_region(fields),
        atlas=_atlas(fields.inner("atlas")) if fields.node("atlas") else None,
    )
    fields.unknown()
    return (None if fields.problems else settings), tuple(fields.problems)


def _region(fields: Fields) -> Region | None:
    """Read four edges: parallels in the south and the north, meridians in the west and the east."""
    values = fields.texts("region")
    if not values:
        return None
    if len(values) == 4 and all(map(_DEGREES.fullmatch, values)):
        region = Region(*map(float, values))
        edges = Coordinates(region.south, region.west), Coordinates(region.north, region.east)
        if region.south < region.north and all(edge.is_on_earth for edge in edges):
            return region
    expected = "degrees in the order [south, west, north, east] in region"
    fields.refuse("region", expected, ", ".join(values))
    return None


def _work(fields: Fields) -> Work:
    work = Work(
        title=fields.text("title", required=True),
        author=fields.text("author", required=True),
        published=fields.date("published", required=True),
        container=fields.text("container"),
        address=_address(fields, "address"),
        rights=fields.text("rights", required=True),
        disclaimer=fields.text("disclaimer"),
        treatment=fields.text("treatment"),
        licence=_licence(fields.inner("licence")),
        language=fields.text("language", required=True),
    )
    fields.unknown()
    return work


def _licence(fields: Fields) -> Licence:
    licence = Licence(fields.text("name", required=True), _address(fields, "address"))
    fields.unknown()
    return licence


def _address(fields: Fields, name: str, found: str | None = None) -> str:
    value = fields.text(name) if found is None else found
    if value and not _WEB_ADDRESS.fullmatch(value):
        message = f"expected an http or https address in {name}, found {value!r}"
        fields.problems.append(Problem(fields.place(name), fields.code, message))
        return ""
    return value


def _site_address(fields: Fields) -> str:
    """Return the site's address: from the environment, from the forge's CI, or from the file."""
    value = os.environ.get("EDITION_URL") or fields.text("url")
    fields.asked.add("url")
    value = _address(fields, "url", value or os.environ.get("CI_PAGES_URL", ""))
    return value.rstrip("/") + "/" if value else ""


def _forge_address(fields: Fields) -> str:
    """Return the repository's address: from the environment, from the forge's CI, or the file."""
    value = os.environ.get("EDITION_FORGE") or fields.text("forge")
    fields.asked.add("forge")
    server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    said = f"{server}/{name}" if server and name else os.environ.get("CI_PROJECT_URL", "")
    return _address(fields, "forge", value or said).rstrip("/")


def _forge_kind(fields: Fields) -> str:
    """Return what the forge runs: by the environment, the file, or the variable of GitLab's CI."""
    known = [kind.value for kind in ForgeKind]
    said = fields.text("forge_kind", choices=known)
    value = os.environ.get("EDITION_FORGE_KIND", "")
    if value and value not in known:
        message = f"expected EDITION_FORGE_KIND to be one of {', '.join(known)}, found {value!r}"
        fields.problems.append(Problem(fields.place("forge_kind"), fields.code, message))
        return ""
    has_address = os.environ.get("EDITION_FORGE") or fields.text("forge")
    is_gitlab = not has_address and "CI_PROJECT_URL" in os.environ
    return value or said or (ForgeKind.GITLAB.value if is_gitlab else "")


def _contact(fields: Fields) -> str:
    """Return the address for contributions, which may become a link."""
    value = fields.text("contact")
    if value and not _MAIL_ADDRESS.fullmatch(value):
        fields.refuse("contact", "an e-mail address in contact", value)
        return ""
    return value


def _base(fields: Fields) -> BaseTextPlan:
    file = _source(fields)
    plan = BaseTextPlan(file.path, file.sha256, _units(fields))
    fields.unknown()
    return plan


def _source(fields: Fields) -> SourcePlan:
    sha256 = fields.text("sha256", required=True)
    if sha256 and not _SHA256.fullmatch(sha256):
        message = "expected 64 small hexadecimal digits in sha256"
        fields.problems.append(Problem(fields.place("sha256"), fields.code, message))
    path = fields.text("path", required=True)
    if path and not _WITHIN.fullmatch(path):
        message = f"expected the path of a file of the edition in path, found {path!r}"
        fields.problems.append(Problem(fields.place("path"), fields.code, message))
    return SourcePlan(path, sha256)


def _atlas(fields: Fields) -> AtlasPlan:
    def file(name: str) -> SourcePlan:
        inner = fields.inner(name)
        plan = _source(inner)
        inner.unknown()
        return plan

    plan = AtlasPlan(file("states"), file("waters") if fields.node("waters") else None)
    fields.unknown()
    return plan


def _units(fields: Fields) -> tuple[UnitPlan, ...]:
    """Read the units, grouped by role: under each role, an id and the lines that hold it."""
    node = fields.node("units", required=True)
    if node is None:
        return ()
    groups = node.value if isinstance(node.value, tuple) else ()
    plans: list[UnitPlan] = []
    for group in groups:
        entries = Fields(group, fields.path, fields.code)
        for role in entries.nodes:
            if role not in {known.value for known in Role}:
                message = f"there is no role {role}"
                hint = did_you_mean(role, [known.value for known in Role])
                fields.problems.append(Problem(entries.place(role), fields.code, message, hint))
                continue
            inner = entries.inner(role)
            for unit_id in inner.nodes:
                plans.append(
                    UnitPlan(unit_id, Role(role), inner.numbers(unit_id), inner.place(unit_id))
                )
        fields.problems.extend(entries.problems)
    seen: dict[str, Place] = {}
    for plan in plans:
        if not is_identifier(plan.id) or plan.id in seen:
            fault = f"{plan.id} stands twice" if plan.id in seen else f"{plan.id!r} is no id"
            fields.problems.append(Problem(plan.place, fields.code, fault))
        seen[plan.id] = plan.place
    return tuple(plans)
