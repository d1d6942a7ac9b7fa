"""The customer display's own figures, and those about guests who said yes."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class GuestPolicy:
    """What a guest reads for how long."""

    version: int = 1
    thanks: timedelta = timedelta(seconds=20)
    """How long a paid order stays on the display before it is idle again."""
    wheels: int = 6
    """The most of today's wheels on the idle screen."""
    wheels_every: timedelta = timedelta(seconds=10)
    """How often the idle screen's wheels are drawn anew; an order never waits for this."""
    invite_every: timedelta = timedelta(days=30)
    """A guest is invited to the feedback programme at most this often."""
    profile_window: timedelta = timedelta(days=180)
    preference_portions: int = 3
    """Fewer portions than these prove no preference (docs/customers.md)."""
    preference_share_bp: int = 6_000
    """The share of a guest's portions, in basis points, from which something is a preference."""
    rating: timedelta = timedelta(seconds=20)
    """How long the stars wait for a finger after payment."""
    rating_served: timedelta = timedelta(seconds=15)
    """How long they wait once the order was handed over (FUL-05.4)."""
    recovery_stars: int = 2
    """So few stars open a recovery task."""
    recovery_due: timedelta = timedelta(minutes=10)
    regular_visits: int = 3
    """Visits in the profile's window from which a guest is a regular one."""
    frequent_visits: int = 10
