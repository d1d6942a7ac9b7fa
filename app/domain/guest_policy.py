"""The customer display's own figures."""

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
