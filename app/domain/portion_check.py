"""What was measured on a cut portion, judged at once: sold as it is, or quality review."""

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from app.domain.food_policy import PortionPolicy
from app.domain.people import Role
from app.domain.portion_size import angle_faults, weight_faults

MOST_POINTS = 10.0
_REVIEWERS = frozenset({Role.MANAGER, Role.FOOD_SAFETY_MANAGER, Role.ADMINISTRATOR})


class ReviewCause(StrEnum):
    """Why a portion is held in quality review."""

    SIZE = "size"
    ANGLE = "angle"
    PRESENTATION = "presentation"


class ReviewOutcome(StrEnum):
    """What an authorised reviewer may decide."""

    RELEASED = "released"
    MARKED_DOWN = "marked_down"
    WASTED = "wasted"


@dataclass(frozen=True, slots=True)
class Standard:
    """What the portion should be. `weight_mg` is None for products not sold by weight."""

    portions: int
    weight_mg: int | None
    cake: bool
    round_cut: bool = False
    """Cut as sectors of a circle, so that its angle is measured."""
    least_bp: int | None = None
    """The product's own limits, in basis points of the standard; they only tighten."""
    most_bp: int | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured; None was not."""

    weight_mg: int | None = None
    angle_mdeg: int | None = None
    presentation: float | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Without causes the portion may be sold; with any it waits for a reviewer."""

    causes: frozenset[ReviewCause]

    @property
    def passed(self) -> bool:
        return not self.causes


def judge_portion(measured: Measured, standard: Standard, policy: PortionPolicy) -> Verdict:
    """Every cause for review at once. Raises ValueError for a presentation outside 0-10."""
    causes: set[ReviewCause] = set()
    if measured.weight_mg is not None and standard.weight_mg is not None:
        faults = weight_faults(
            measured.weight_mg, standard.weight_mg, cake=standard.cake, policy=policy
        )
        causes |= {ReviewCause(fault.value) for fault in faults}
        if not _within(measured.weight_mg, standard):
            causes.add(ReviewCause.SIZE)
    if measured.angle_mdeg is not None and standard.round_cut:
        faults = angle_faults(measured.angle_mdeg, standard.portions, policy)
        causes |= {ReviewCause(fault.value) for fault in faults}
    if (
        measured.presentation is not None
        and presentation_markdown(measured.presentation, policy) is None
    ):
        causes.add(ReviewCause.PRESENTATION)
    return Verdict(frozenset(causes))


def _within(weight_mg: int, standard: Standard) -> bool:
    """Whether the weight keeps the product's own limits."""
    share = weight_mg * 10_000
    of = standard.weight_mg or 0
    return (standard.least_bp is None or share >= of * standard.least_bp) and (
        standard.most_bp is None or share <= of * standard.most_bp
    )


def presentation_markdown(score: float, policy: PortionPolicy) -> Fraction | None:
    """The share off the price for its looks; None when it is too poor to be sold (BR-02.5).

    Each full or started point below the target counts. Raises ValueError outside 0-10.
    """
    if not 0.0 <= score <= MOST_POINTS:  # also refuses NaN
        raise ValueError("a presentation score is between 0 and 10")
    if score < policy.presentation_unsellable_below:
        return None
    # In thousandths: 7.0 - 6.9 is 0.0999… in floats and must not start a second point.
    below = round(max(0.0, policy.presentation_target - score), 3)
    return min(
        policy.presentation_share_per_point * math.ceil(below), policy.presentation_max_share
    )


def may_review(role: Role) -> bool:
    """Whether a person of this role may release, mark down or waste what is in review."""
    return role in _REVIEWERS
