"""What a store measured that nobody measured."""

from datetime import datetime

from app.services.ports import TerminalLag
from tests.support.fake_feed import FakeFeed


class FakeRecords:
    """Implements ports.Records with what a test lays down."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.measured: tuple[TerminalLag, ...] = ()

    async def lags(self, since: datetime) -> tuple[TerminalLag, ...]:
        return self._feed.run(None, lambda: self.measured)
