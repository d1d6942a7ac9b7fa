"""Port `Records`: what the store measures and writes down of itself."""

from datetime import datetime
from uuid import UUID

from app.data.journal import chain_entry
from app.data.selling import Caller
from app.domain.people import Session
from app.services.ports import TerminalLag, TicketChain

_LAGS = """
SELECT s.terminal_id, s.lag_ms, s.at, coalesce(sum(l.changes), 0), max(l.most_ms),
       (array_agg(l.most_at ORDER BY l.most_ms DESC))[1]
  FROM wedge.feed_seen s
  LEFT JOIN wedge.feed_lags l ON l.terminal_id = s.terminal_id
       AND l.hour >= date_trunc('hour', CAST(%(since)s AS timestamptz), 'UTC')
 GROUP BY s.terminal_id, s.lag_ms, s.at
"""


class PgRecords(Caller):
    """Only the back office's role may read the tables behind it."""

    async def lags(self, since: datetime) -> tuple[TerminalLag, ...]:
        """One entry per terminal that ever followed the store; whole hours from `since` on."""
        found = await self._io.ask(self._link.read(_LAGS, {"since": since}))
        return tuple(
            TerminalLag(UUID(str(key)), last, at, int(changes), most, most_at)
            for key, last, at, changes, most, most_at in found
        )

    async def ticket_chain(self, session: Session, said: str) -> TicketChain:
        """The order of that number or receipt; the reading is recorded."""
        found = await self._call("read_ticket_chain", "uuid,text", session.id, said)
        return TicketChain(found["number"], tuple(chain_entry(each) for each in found["entries"]))
