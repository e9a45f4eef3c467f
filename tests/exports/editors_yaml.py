"""Front matter as editors of text read it: YAML 1.2, by its core schema."""

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """YAML 1.2, core schema (section 10.3.2): dates are text, and so are `yes` and `no`."""


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _firsts in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _firsts
    )
_Core.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: int(node.value, 0 if node.value[1:2] in ("o", "x") else 10),
)


def as_editors_read(front_matter: str) -> Any:
    return yaml.load(front_matter, Loader=_Core)  # a loader of safe values
