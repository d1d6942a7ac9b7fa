"""The risk check before each cutting job: tool, surface, and what else is open (BR-07.3).

The store judges when a job is opened; tests/data/test_cross_contact.py compares the two.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.allergens import canonical, foreign
from app.domain.equipment import Contact
from app.domain.food_policy import AllergenPolicy
from tests.models.equipment import Equipment, Sanitation


class Source(StrEnum):
    """Where an allergen could come from."""

    TOOL = "tool"
    SURFACE = "surface"
    OPEN_JOB = "open_job"
    NOT_STATED = "not_stated"  # the item's own allergens, or an open job's, are unknown


@dataclass(frozen=True, slots=True)
class Threat:
    """One cause: what it is, which one, and the allergens it would bring or take."""

    source: Source
    id: UUID
    allergens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CuttingJob:
    """A lot on its way to the knife; `allergens` None while nobody has stated them."""

    id: UUID
    lot_id: UUID
    station_id: UUID
    allergens: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class RiskRecord:
    """The stored result of one check: every threat at once."""

    job_id: UUID
    checked_at: datetime
    result: Contact
    threats: tuple[Threat, ...]
    rule_version: int


@dataclass(frozen=True, slots=True)
class Use:
    """Equipment touched a lot that contains these allergens."""

    equipment_id: UUID
    lot_id: UUID
    allergens: frozenset[str]
    at: datetime


def used(equipment: Equipment, use: Use) -> Equipment:
    """The equipment after a job: its allergens add to the category."""
    codes = frozenset(canonical(code) for code in use.allergens)
    latest = max(equipment.last_used_at or use.at, use.at)
    category = (equipment.category or frozenset()) | codes
    return Equipment(equipment.id, category, latest, equipment.sanitised)


def sanitised(equipment: Equipment, record: Sanitation) -> Equipment:
    """The equipment, clean again."""
    return Equipment(equipment.id, None, equipment.last_used_at, record)


def check_job(
    job: CuttingJob,
    tool: Equipment,
    surface: Equipment | None,
    open_jobs: Iterable[CuttingJob],
    now: datetime,
    policy: AllergenPolicy,
) -> RiskRecord:
    """Compare the job with its tool, its surface and the open jobs at its station.

    Between two jobs at one station contact goes both ways: neither may bring the other anything.
    """
    others = sorted(
        (each for each in open_jobs if each.station_id == job.station_id and each.id != job.id),
        key=lambda each: each.id,
    )
    if job.allergens is None:
        threats = [Threat(Source.NOT_STATED, job.lot_id, ())]
        return RiskRecord(job.id, now, Contact.POSSIBLE, tuple(threats), policy.version)
    threats = []
    near = False
    for source, equipment in ((Source.TOOL, tool), (Source.SURFACE, surface)):
        if equipment is None or not equipment.category:
            # Clean, or only touched food without allergens: BR-07.2 still asks for its record.
            continue
        residues = equipment.residues(job.allergens)
        near = near or equipment.category != {canonical(code) for code in job.allergens}
        if residues:
            threats.append(Threat(source, equipment.id, tuple(sorted(residues))))
    for other in others:
        if other.allergens is None:
            threats.append(Threat(Source.NOT_STATED, other.lot_id, ()))
            continue
        either = foreign(other.allergens, job.allergens) | foreign(job.allergens, other.allergens)
        near = True
        if either:
            threats.append(Threat(Source.OPEN_JOB, other.id, tuple(sorted(either))))
    result = Contact.POSSIBLE if threats else Contact.LOW if near else Contact.NONE
    return RiskRecord(job.id, now, result, tuple(threats), policy.version)


def may_start(
    record: RiskRecord, equipment: Iterable[Equipment], job: CuttingJob, policy: AllergenPolicy
) -> bool:
    """Whether the knife may go in: no possible contact, and nothing waits for sanitation."""
    if record.result is Contact.POSSIBLE or job.allergens is None:
        return False
    return not any(each.needs_sanitation(job.allergens, policy) for each in equipment)
