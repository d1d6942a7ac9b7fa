"""When a portion will cross each line ahead of it: what screens, removals and advice go by."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.catalog import HoldingKind
from app.domain.exposure import ExposureCurve
from app.domain.food_policy import FoodPolicies
from app.domain.freshness import freshness_at
from app.domain.policy import QualityPolicy
from app.domain.portion import Portion
from app.domain.quality import QualityAt
from app.domain.shelf_life import off_sale_at


class Line(StrEnum):
    """The lines that a portion crosses on its way."""

    BELOW_A = "below_a"
    BELOW_B = "below_b"
    MARKDOWN = "markdown"
    FLOOR = "floor"
    AGING = "aging"
    LAST_CALL = "last_call"
    REMOVAL = "removal"
    EXPIRY = "expiry"


@dataclass(frozen=True, slots=True)
class Outlook:
    """The crossings still ahead, soonest first; `sell_until` ends the sell-within bar.

    Scores are predicted at the temperature of now; a line already crossed is not listed.
    """

    crossings: tuple[tuple[datetime, Line], ...]
    sell_until: datetime

    @property
    def next(self) -> tuple[datetime, Line] | None:
        return self.crossings[0] if self.crossings else None

    def at(self, line: Line) -> datetime | None:
        """When it crosses the line; None when it has, or will not."""
        return next((moment for moment, each in self.crossings if each is line), None)


def outlook(
    portion: Portion,
    curve: ExposureCurve,
    started_at: datetime,
    kind: HoldingKind,
    now: datetime,
    quality: QualityPolicy,
    food: FoodPolicies,
) -> Outlook:
    """All that lies ahead of the portion at `now`; `started_at` is its whole's preparation."""
    live = QualityAt(curve, now)
    scores = {
        Line.BELOW_A: quality.grade_a,
        Line.BELOW_B: quality.grade_b,
        Line.MARKDOWN: quality.markdown_threshold,
        Line.FLOOR: quality.sale_floor,
    }
    moments = {line: live.falls_to(score, portion) for line, score in scores.items()}
    removal = off_sale_at(portion.expires_at, kind, food.shelf_life)
    floor = moments[Line.FLOOR]
    moments[Line.AGING] = freshness_at(started_at, portion.expires_at, food.freshness.aging_from)
    moments[Line.LAST_CALL] = freshness_at(
        started_at, portion.expires_at, food.freshness.last_call_from
    )
    moments[Line.REMOVAL] = removal
    moments[Line.EXPIRY] = portion.expires_at
    order = {line: index for index, line in enumerate(Line)}
    ahead = sorted(
        ((moment, line) for line, moment in moments.items() if moment > now and moment.year < 9999),
        key=lambda crossing: (crossing[0], order[crossing[1]]),
    )
    return Outlook(tuple(ahead), max(now, min(removal, floor)))
