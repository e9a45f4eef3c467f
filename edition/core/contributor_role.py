"""What somebody can do for an edition: the roles of CRediT, ANSI/NISO Z39.104-2022."""

from __future__ import annotations

from enum import StrEnum


class ContributorRole(StrEnum):
    """One of the taxonomy's fourteen roles, by the name that it has in its address."""

    CONCEPTUALIZATION = "conceptualization"
    DATA_CURATION = "data-curation"
    FORMAL_ANALYSIS = "formal-analysis"
    FUNDING_ACQUISITION = "funding-acquisition"
    INVESTIGATION = "investigation"
    METHODOLOGY = "methodology"
    PROJECT_ADMINISTRATION = "project-administration"
    RESOURCES = "resources"
    SOFTWARE = "software"
    SUPERVISION = "supervision"
    VALIDATION = "validation"
    VISUALIZATION = "visualization"
    WRITING = "writing-original-draft"
    REVIEWING = "writing-review-editing"

    @property
    def label(self) -> str:
        """Return the role as the taxonomy prints it."""
        return _PRINTED.get(self) or self.value.replace("-", " ").capitalize()


_PRINTED = {
    ContributorRole.WRITING: "Writing – original draft",
    ContributorRole.REVIEWING: "Writing – review & editing",
}
