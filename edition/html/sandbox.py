"""The sandbox in which macros are drawn."""

from __future__ import annotations

from typing import Any

from jinja2.sandbox import SandboxedEnvironment, is_internal_attribute


class Sandbox(SandboxedEnvironment):
    """Jinja's sandbox, which remembers its verdicts.

    Whether a macro may read an attribute hangs on the attribute's name and the type of what has it.
    There are few of either, and macros read tens of thousands of attributes in a large edition.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._verdicts: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a macro may read an attribute; `value` plays no part in it."""
        key = type(obj), attr
        if (verdict := self._verdicts.get(key)) is None:
            verdict = not (attr.startswith("_") or is_internal_attribute(obj, attr))
            self._verdicts[key] = verdict
        return verdict
