"""What may be handed to a marketing platform: segment, favourite category, month (POS-I4.2)."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.domain.guest_policy import GuestPolicy


class Segment(StrEnum):
    """How often somebody came lately."""

    OCCASIONAL = "occasional"
    REGULAR = "regular"
    FREQUENT = "frequent"


@dataclass(frozen=True, slots=True)
class MarketingGuest:
    """A guest with current marketing consent, without anything that says who it is."""

    visits: int
    favourite_category: str | None
    last_visit_month: str | None


def segment_of(visits: int, policy: GuestPolicy) -> Segment:
    """The segment of somebody with so many visits in the profile's window."""
    if visits >= policy.frequent_visits:
        return Segment.FREQUENT
    return Segment.REGULAR if visits >= policy.regular_visits else Segment.OCCASIONAL


def marketing_file(guests: Iterable[MarketingGuest], policy: GuestPolicy) -> str:
    """The export as CSV text with a header line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("segment", "favourite_category", "last_visit_month"))
    for each in guests:
        writer.writerow(
            (
                segment_of(each.visits, policy).value,
                each.favourite_category or "",
                each.last_visit_month or "",
            )
        )
    return out.getvalue()
