"""A forge keeps the repository; each kind has addresses of its own for changing a file there.

Where each form was seen: GitHub's `edit`, and GitLab's `-/edit`, in the links of documentation
sites; Gitea's and Forgejo's `_edit` among the routes of go-gitea/gitea, `routers/web/web.go`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit

BRANCH = "main"
"""On which contributions are based."""


class ForgeKind(StrEnum):
    """What programs a forge runs."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"
    """Gitea, too, whose addresses Forgejo has kept."""


_EDIT = {
    ForgeKind.GITHUB: f"edit/{BRANCH}",
    ForgeKind.GITLAB: f"-/edit/{BRANCH}",
    ForgeKind.FORGEJO: f"_edit/{BRANCH}",
}


@dataclass(frozen=True, slots=True)
class Forge:
    """The repository's address, and what it runs; false when the address is not known."""

    address: str
    kind: ForgeKind

    def __bool__(self) -> bool:
        """Say whether the repository is known."""
        return bool(self.address)

    def edit_address(self, path: str) -> str:
        """Return the page on which a file of the repository is changed."""
        return f"{self.address}/{_EDIT[self.kind]}/{quote(path)}"


def forge_at(address: str, kind: str = "") -> Forge:
    """Return the forge at an address; its kind, if it is not given, follows from the host's name.

    A forge of which nothing is known is taken for GitHub's like, which most others imitate.

    >>> forge_at("https://gitlab.example.org/a/b").kind.value
    'gitlab'
    """
    host = urlsplit(address).hostname or ""
    guess = ForgeKind.GITLAB if host.split(".")[0] == "gitlab" else ForgeKind.GITHUB
    return Forge(address, ForgeKind(kind) if kind else guess)
