"""`docs/about/contributors.yml`: who may sign an entry with an id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.core.contributor import Contributor, is_orcid
from edition.core.contributor_role import ContributorRole
from edition.core.identifier import is_identifier
from edition.core.lookalike import fault_of_words
from edition.core.problem import Problem
from edition.core.signing import ORCID
from edition.sources.fields import Fields
from edition.sources.strict_yaml import Node, read_yaml
from edition.sources.textfile import read_text

FILE = "docs/about/contributors.yml"
_SUCH_AS = f"{ContributorRole.SOFTWARE} or {ContributorRole.REVIEWING}"


def read_contributors(root: Path) -> tuple[dict[str, Contributor], tuple[Problem, ...]]:
    """Return the contributors by id, in the order of the file; none if there is no file."""
    if not (root / FILE).exists():
        return {}, ()
    text, problems = read_text(root, FILE)
    if problems:
        return {}, problems
    node, problems = read_yaml(text, FILE)
    contributors: dict[str, Contributor] = {}
    faults = list(problems)
    for name, entry in node.value.items() if isinstance(node.value, dict) else ():
        contributor, met = _contributor(name, entry)
        contributors[name] = contributor
        faults += met
    return contributors, tuple(faults)


def _contributor(name: str, node: Node) -> tuple[Contributor, list[Problem]]:
    fields = Fields(node, FILE)
    if fields.problems:
        return Contributor(name, ""), fields.problems
    if not is_identifier(name):
        fields.refuse("", "an id of small letters, digits and hyphens", name)
    contributor = Contributor(
        id=name,
        name=fields.plain("name", required=True),
        orcid=fields.text("orcid"),
        licence=fields.text("licence"),
        roles=tuple(_roles(fields)),
        is_group=fields.text("kind", choices=("person", "group")) == "group",
        place=fields.place("licence" if "licence" in fields.nodes else "name"),
    )
    if fault := fault_of_words(contributor.name):
        message = f"expected letters of one alphabet in name, found {fault}"
        hint = "type it anew, without copying"
        fields.problems.append(Problem(fields.place("name"), "look-alike", message, hint))
    if contributor.orcid and (fault := _fault_of_orcid(contributor.orcid)):
        fields.refuse("orcid", fault, contributor.orcid)
    fields.unknown()
    return contributor, fields.problems


def _roles(fields: Fields) -> Iterator[ContributorRole]:
    """Yield the roles, each once, in the taxonomy's order; report what is none."""
    given = set(fields.texts("roles"))
    for unknown in sorted(given.difference(ContributorRole)):
        fields.refuse("roles", f"roles of CRediT, such as {_SUCH_AS}, in roles", unknown)
    yield from (role for role in ContributorRole if role in given)


def _fault_of_orcid(orcid: str) -> str:
    """Return what was expected in the place of an ORCID iD, or nothing if it is one."""
    last = "" if is_orcid(orcid) else "an ORCID iD whose last digit is right in orcid"
    return ORCID.fault(orcid) or last
