"""What a benchmark found, against what was promised, as text or JSON."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Goal:
    """One promised bound: `value` must be at least (or at most) `bound`."""

    name: str
    value: float
    bound: float
    unit: str = ""
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the promise was kept; a missing value (NaN) never keeps it."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def sentence(self) -> str:
        """The goal in one line."""
        sign = "≥" if self.at_least else "≤"
        unit = f" {self.unit}" if self.unit else ""
        verdict = "met" if self.met else "MISSED"
        return f"{self.name}: {self.value:.3g}{unit} (goal {sign} {self.bound:g}{unit}) {verdict}"


@dataclass(frozen=True, slots=True)
class Result:
    """Figures of one run in the order to print, and the goals they are held to."""

    benchmark: str
    figures: tuple[tuple[str, float, str], ...]
    """(name, value, unit)."""
    goals: tuple[Goal, ...]

    def text(self) -> str:
        """Human-readable lines."""
        width = max((len(name) for name, _, _ in self.figures), default=0)
        lines = [f"{self.benchmark}"]
        lines += [
            f"  {name.ljust(width)}  {value:>10.4g} {unit}" for name, value, unit in self.figures
        ]
        lines += [f"  → {goal.sentence()}" for goal in self.goals]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "benchmark": self.benchmark,
            "figures": [
                {"name": name, "value": value, "unit": unit} for name, value, unit in self.figures
            ],
            "goals": [{**asdict(goal), "met": goal.met} for goal in self.goals],
        }


def from_json(data: dict[str, Any]) -> Result:
    """Rebuild what `as_json` wrote."""
    figures = tuple((row["name"], row["value"], row["unit"]) for row in data["figures"])
    goals = tuple(
        Goal(row["name"], row["value"], row["bound"], row["unit"], row["at_least"])
        for row in data["goals"]
    )
    return Result(data["benchmark"], figures, goals)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` % do not exceed; NaN without values."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def distribution(
    name: str, values: Sequence[float], unit: str
) -> tuple[tuple[str, float, str], ...]:
    """p50, p95, p99, maximum and count, ready for `Result.figures`."""
    points = [(f"{name} p{percent}", percentile(values, percent), unit) for percent in (50, 95, 99)]
    points.append((f"{name} max", max(values, default=math.nan), unit))
    points.append((f"{name} count", float(len(values)), ""))
    return tuple(points)
