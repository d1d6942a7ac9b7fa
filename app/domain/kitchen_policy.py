"""The kitchen's thresholds: when a ticket presses, what is announced, when a whole is cut."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from app.domain.catalog import Storage


@dataclass(frozen=True, slots=True)
class KitchenPolicy:
    """Defaults are the specification's where it names one (POS-07.2), else a small shop's."""

    version: int = 1
    soon_percent: int = 70
    """A ticket is amber from this share of its time, red from 100 %."""
    new_for: timedelta = timedelta(seconds=30)
    """A ticket that nobody has touched stays marked as new for so long."""
    use_soon: timedelta = timedelta(minutes=30)
    """An item's time left is written on the card from here on."""
    removal_notice: Fraction = Fraction(1, 8)
    """A removal is announced in this last share of the after-cut limit (30 min of 4 h)."""
    near_limit_mc: int = 1_000
    """A cabinet is amber within this distance of a critical limit."""
    undo: timedelta = timedelta(seconds=3)
    recall: timedelta = timedelta(minutes=15)
    """How long a served ticket keeps a key to bring it back."""
    least_served: int = 5
    """A median of fewer hand-overs says nothing; a dash stands in its place."""
    late_again: timedelta = timedelta(seconds=60)
    """Late tickets are sounded again after this time; zero: only once."""
    cutting_time: timedelta = timedelta(minutes=10)
    """From the decision to cut a whole until its portions can be sold."""
    remake: timedelta = timedelta(minutes=2)
    """How much later a guest is told to come when a portion of the order had to be replaced."""
    demand_window: timedelta = timedelta(minutes=60)
    """How far back sales are counted to expect the next ones."""
    preparation: timedelta = timedelta(seconds=60)
    """What a product takes whose own time nobody has stated."""
    fetch_display: timedelta = timedelta(0)
    """Fetching a portion from a unit at the counter; the next two from farther away."""
    fetch_chilled: timedelta = timedelta(seconds=60)
    fetch_freezer: timedelta = timedelta(seconds=300)
    verify_by_code: bool = False
    """No portion is prepared before its label was read and it passed (FUL-03.1)."""
    failures_in_a_row: int = 3
    """So many failed verifications of one line alert a manager, and people choose (FUL-03.4)."""

    def fetch(self, storage: Storage) -> timedelta:
        """How long a portion is fetched from a unit of this kind."""
        return {
            Storage.DISPLAY: self.fetch_display,
            Storage.CHILLED: self.fetch_chilled,
            Storage.FREEZER: self.fetch_freezer,
        }[storage]
