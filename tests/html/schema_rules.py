"""A small part of schema.org as a table: the properties that a type must and may have.

From the definitions at schema.org, version 29: `Thing`, `CreativeWork` and the types below them.
"""

from typing import Any

Rule = tuple[set[str], set[str]]
_WORK = {"author", "dateModified", "isPartOf", "license", "url", "inLanguage"}

RULES: dict[str, Rule] = {
    "ScholarlyArticle": ({"headline", "name", "author", "datePublished"}, _WORK),
    "Periodical": ({"name"}, set()),
    "CreativeWork": ({"name", "author", "license"}, {*_WORK, "about"}),
    "Chapter": ({"name", "position", "isPartOf"}, {*_WORK, "pagination"}),
    "Collection": ({"name", "collectionSize", "isPartOf"}, _WORK),
    "DefinedTermSet": ({"name", "hasDefinedTerm"}, _WORK),
    "DefinedTerm": ({"name", "termCode", "description"}, {"url"}),
    "ItemList": ({"name", "itemListElement"}, {"url"}),
    "Event": ({"name"}, {"startDate", "endDate", "description", "url"}),
    "Person": ({"name"}, {"sameAs"}),
    "Organization": ({"name"}, set()),
}
"""By type: what it must have, and what it may have besides."""


def faults_of(node: Any, where: str = "$") -> list[str]:
    """Everything that breaks a rule in some data, with its place."""
    if isinstance(node, list):
        return [f for i, inner in enumerate(node) for f in faults_of(inner, f"{where}[{i}]")]
    if not isinstance(node, dict):
        return [f"{where} is empty"] if node in ("", None) else []
    kind = node.get("@type", "")
    if kind not in RULES:
        return [f"{where} has the type {kind!r}"]
    required, optional = RULES[kind]
    names = {name for name in node if not name.startswith("@")}
    faults = [f"{where} lacks {name}" for name in sorted(required - names)]
    faults += [f"{where} has {name}" for name in sorted(names - required - optional)]
    faults += [f"{where}.{name} is empty" for name in sorted(names) if node[name] in ([], {})]
    for name in sorted(names):
        faults += faults_of(node[name], f"{where}.{name}")
    return faults
