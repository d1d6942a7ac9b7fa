"""One row of what quality asks of a manager."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QualityItem:
    """One open item; `outcome` stands in the field until it is sent."""

    id: str
    name: str
    detail: str
    due: str
    tone: str
    kind: str
    mayClose: bool  # noqa: N815 (QML role)
    outcome: str
