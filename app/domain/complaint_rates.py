"""How often guests complain, by what was known of a portion when it was served (FUL-E3.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class RateBy(StrEnum):
    """The values that complaints are set against, in the order they are read."""

    AGE = "age"
    GRADE = "grade"
    SCORE = "score"
    UNIT = "unit"
    VERIFIED = "verified"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class BandCount:
    """One band of one value: portions served, and how many of them were complained about."""

    value: RateBy
    band: str
    served: int
    complaints: int

    @property
    def per_100(self) -> Fraction:
        """Complaints per 100 portions served."""
        return Fraction(100 * self.complaints, self.served) if self.served else Fraction(0)


def in_reading_order(counts: Iterable[BandCount]) -> tuple[BandCount, ...]:
    """By value; ages from young to old, the rest from the highest rate to the lowest."""
    rank = {value: index for index, value in enumerate(RateBy)}

    def place(count: BandCount) -> tuple[int, Fraction, str]:
        if count.value is RateBy.AGE:
            return rank[count.value], Fraction(int(count.band)), ""
        return rank[count.value], -count.per_100, count.band

    return tuple(sorted(counts, key=place))


def age_band(band: int, ends_min: Sequence[int]) -> tuple[int | None, int | None]:
    """(above, up to) in minutes of an age band; None where it is open."""
    above = ends_min[band - 1] if band > 0 else None
    return above, ends_min[band] if band < len(ends_min) else None
