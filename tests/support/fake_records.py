"""What a store measured that nobody measured."""

from datetime import datetime

from app.domain.people import Session
from app.services.ports import TerminalLag, TicketChain
from app.services.refusal import RefusalCode, Refused
from tests.support.fake_feed import FakeFeed


class FakeRecords:
    """Implements ports.Records with what a test lays down."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed
        self.measured: tuple[TerminalLag, ...] = ()
        self.chains: dict[str, TicketChain] = {}

    async def lags(self, since: datetime) -> tuple[TerminalLag, ...]:
        return self._feed.run(None, lambda: self.measured)

    async def ticket_chain(self, session: Session, said: str) -> TicketChain:
        def work() -> TicketChain:
            if said not in self.chains:
                raise Refused(RefusalCode.UNKNOWN_ITEM, "ticket")
            return self.chains[said]

        return self._feed.run(None, work)
