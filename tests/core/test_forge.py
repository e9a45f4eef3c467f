"""A forge's addresses are those of what it runs."""

import pytest

from edition.core.forge import ForgeKind, forge_at

KINDS = {
    "GitHub": ("https://github.com/a/b", "", ForgeKind.GITHUB),
    "GitLab": ("https://gitlab.com/a/b", "", ForgeKind.GITLAB),
    "GitLab of one's own": ("https://gitlab.example.org/a/b/c", "", ForgeKind.GITLAB),
    "a name that only holds the word": ("https://mygitlab.org/a", "", ForgeKind.GITHUB),
    "a path that holds the word": ("https://example.org/gitlab.com/a", "", ForgeKind.GITHUB),
    "unknown": ("https://example.org/a", "", ForgeKind.GITHUB),
    "said": ("https://example.org/a", "forgejo", ForgeKind.FORGEJO),
    "said otherwise": ("https://gitlab.com/a/b", "github", ForgeKind.GITHUB),
}


@pytest.mark.parametrize(("address", "said", "kind"), KINDS.values(), ids=KINDS)
def test_the_kind_is_said_or_follows_from_the_host(address: str, said: str, kind: str) -> None:
    assert forge_at(address, said).kind == kind


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("github", "https://example.org/a/edit/main/docs/notes/b.md"),
        ("gitlab", "https://example.org/a/-/edit/main/docs/notes/b.md"),
        ("forgejo", "https://example.org/a/_edit/main/docs/notes/b.md"),
    ],
)
def test_each_kind_has_a_page_of_its_own_to_change_a_file(kind: str, address: str) -> None:
    assert forge_at("https://example.org/a", kind).edit_address("docs/notes/b.md") == address


def test_a_forge_without_an_address_is_none() -> None:
    assert not forge_at("")
    assert forge_at("https://example.org/a")
