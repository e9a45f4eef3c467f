"""The macros that pages may call: one file each, its signature and documentation read from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from edition.core.macro import DELIMITERS, Signature
from edition.core.problem import Place, Problem
from edition.sources.template import read_template
from edition.sources.textfile import read_text

FOLDER = "macros"
_HTML, _MARKDOWN = ".html.jinja", ".md.jinja"
_HEADER = re.compile(r"\{##\s*(?P<summary>.*?)\s*Example:\s*(?P<example>.*?)\s*##\}", re.DOTALL)
_PARSER = SandboxedEnvironment(**DELIMITERS)


def read_macros(
    root: Path, samples: Mapping[str, str] = MappingProxyType({})
) -> tuple[dict[str, Signature], tuple[Problem, ...]]:
    """Return the signature of every macro a page may call, by name.

    `samples` stand in the examples for the words in capitals: a macro serves any edition, so its
    example cannot name what only one of them has.

    A file `name.html.jinja` or `name.md.jinja` defines the macro `name`; it opens with a comment
    that says what it does and gives an example. Files whose name begins with `_` hold parts that
    other macros use; pages cannot call them.
    """
    signatures: dict[str, Signature] = {}
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob("*.jinja")):
        if file.name.startswith("_"):
            continue
        path = f"{FOLDER}/{file.name}"
        text, faults = read_text(root, path)
        problems += faults
        if faults:
            continue
        signature, problem = _signature(text, path, file.name, tuple(samples.items()))
        if problem:
            problems.append(problem)
        if signature:
            signatures[signature.name] = signature
    return signatures, tuple(problems)


@lru_cache(maxsize=256)  # a server reads them again for every change, and few have changed
def _signature(
    text: str, path: str, file_name: str, samples: tuple[tuple[str, str], ...]
) -> tuple[Signature | None, Problem | None]:
    name = file_name.split(".")[0]
    draws_html = file_name.endswith(_HTML)
    if not draws_html and not file_name.endswith(_MARKDOWN):
        message = f"expected a name ending in {_HTML} or {_MARKDOWN}"
        return None, Problem(Place(path), "macro-file", message)
    try:
        tree = _PARSER.parse(text)
    except TemplateSyntaxError as error:
        place = Place(path, error.lineno or 1)
        return None, Problem(place, "macro-file", error.message or "not a Jinja template")
    macros = [node for node in tree.find_all(nodes.Macro) if node.name == name]
    header = _HEADER.match(text)
    if len(macros) != 1 or header is None:
        message = f"expected a comment with an example, then one macro {name}"
        return None, Problem(Place(path), "macro-file", message)
    macro = macros[0]
    line = text.count("\n", 0, header.start("example")) + 1
    shown = header["example"]
    for word, sample in samples:
        shown = shown.replace(f'"{word}"', f'"{sample}"')
    example, faults = read_template(shown, path, line)
    if faults:
        return None, faults[0]
    return Signature(
        name=name,
        parameters=tuple(argument.name for argument in macro.args),
        required=len(macro.args) - len(macro.defaults),
        summary=" ".join(header["summary"].split()),
        example=shown,
        calls=example.calls,
        draws_html=draws_html,
    ), None
