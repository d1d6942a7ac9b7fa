"""Daily quality metrics: looks against the targets of their own day (docs/quality.md)."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class QualityDay:
    """What one employee's looks at one product, at its station, gave on one day.

    Scores in thousandths. `timed` of the looks were due at a moment, `on_time` of these came before
    they were overdue. Targets are sums over the looks they were in force for.
    """

    day: date
    product_id: UUID
    product: str
    station_id: UUID | None
    station: str
    staff_id: UUID
    person: str
    looks: int
    score_milli: int
    failed: int
    timed: int
    on_time: int
    score_target_milli: int
    fail_target_bp: int
    on_time_target_bp: int


@dataclass(frozen=True, slots=True)
class Metric:
    """The looks of a group together. Shares in basis points; None: there was no such look.

    A group is compared with the mean of its looks' own targets, so a target that changes moves no
    day that is over.
    """

    looks: int
    score_milli: int
    failed: int
    timed: int
    on_time: int
    score_target_milli: int
    fail_target_bp: int
    on_time_target_bp: int

    @property
    def mean(self) -> float | None:
        """0 to 10."""
        return self.score_milli / self.looks / 1000 if self.looks else None

    @property
    def fail_bp(self) -> float | None:
        """Failed of all looks."""
        return self.failed * 10_000 / self.looks if self.looks else None

    @property
    def on_time_bp(self) -> float | None:
        """On time, of those due at a moment."""
        return self.on_time * 10_000 / self.timed if self.timed else None

    @property
    def mean_met(self) -> bool | None:
        """Whether the mean reaches its target; compared in whole numbers."""
        return self.score_milli >= self.score_target_milli if self.looks else None

    @property
    def fails_met(self) -> bool | None:
        """Whether no larger share failed than may."""
        return self.failed * 10_000 <= self.fail_target_bp if self.looks else None

    @property
    def on_time_met(self) -> bool | None:
        """Whether enough checks came in time."""
        return self.on_time * 10_000 >= self.on_time_target_bp if self.timed else None

    @property
    def met(self) -> bool | None:
        """All of them; None without a look."""
        if not self.looks:
            return None
        return all(each is not False for each in (self.mean_met, self.fails_met, self.on_time_met))


def metric(days: Iterable[QualityDay]) -> Metric:
    """All of them as one group."""
    sums = [0] * 8
    for each in days:
        for at, value in enumerate(
            (each.looks, each.score_milli, each.failed, each.timed, each.on_time,
             each.score_target_milli, each.fail_target_bp, each.on_time_target_bp)
        ):  # fmt: skip
            sums[at] += value
    return Metric(*sums)


def grouped(
    days: Iterable[QualityDay], by: Callable[[QualityDay], Hashable]
) -> list[tuple[QualityDay, Metric]]:
    """Each group as its newest day (for the names of then) and its metric, the newest first."""
    groups: dict[Hashable, list[QualityDay]] = {}
    for each in sorted(days, key=lambda each: each.day, reverse=True):
        groups.setdefault(by(each), []).append(each)
    return [(group[0], metric(group)) for group in groups.values()]
