"""The live picture: LISTEN, catch up, drain, and a heartbeat every second (docs/feed.md)."""

import asyncio
import logging
import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import psycopg

from app.data import rows
from app.data.feed_link import LinkRefused, ask, connect
from app.data.feed_seen import SeenTeller
from app.data.mailbox import Mailbox, StatusListener, ViewListener
from app.data.schema_head import SCHEMA_HEAD
from app.services.ports import LinkRefusal, LinkState, LinkStatus
from app.services.store_view import StoreView

log = logging.getLogger(__name__)
BEAT_S = 1.0
BEAT_DEADLINE_S = 1.5
LOST_AFTER_S = 3.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 3.0
PAGE = 2000


class LiveFeed:
    """`run` lives on the I/O thread; the rest is the port `StoreFeed` on the caller's loop."""

    def __init__(
        self,
        url: str,
        loop: asyncio.AbstractEventLoop,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._monotonic = monotonic
        self._mail = Mailbox(loop)
        self._seen = SeenTeller(monotonic)
        self._view: StoreView | None = None
        self._clock = (time.time(), monotonic())
        self._last_beat = self._known_at = float("-inf")
        self._round_trip_ms: float | None = None
        self._state = LinkState.CONNECTING
        self._refusal: LinkRefusal | None = None
        self._bell = False
        self._server_start: str | None = None
        self.terminal_id: UUID | None = None

    @property
    def view(self) -> StoreView | None:
        """The last known picture."""
        return self._mail.view

    @property
    def status(self) -> LinkStatus:
        """How current the picture is."""
        known = None if self._mail.view is None else self._at(self._known_at)
        return replace(self._mail.status, round_trip_ms=self._round_trip_ms, current_at=known)

    def now(self) -> datetime:
        """The server's clock, carried forward by this machine's monotonic one."""
        return self._at(self._monotonic())

    def _at(self, moment: float) -> datetime:
        server, at = self._clock
        return datetime.fromtimestamp(server + moment - at, UTC)

    def on_view(self, listener: ViewListener) -> Callable[[], None]:
        """Call `listener` after every fold."""
        return self._mail.on_view(listener)

    def on_status(self, listener: StatusListener) -> Callable[[], None]:
        """Call `listener` when the link's state changes."""
        return self._mail.on_status(listener)

    def close(self) -> None:
        """Call nobody any more."""
        self._mail.close()

    async def run(self) -> None:
        """Stay connected until cancelled."""
        watch = asyncio.ensure_future(self._watch())
        pause = FIRST_PAUSE_S
        try:
            while True:
                began = self._monotonic()
                try:
                    await self._follow()
                except LinkRefused as refused:
                    self._set_state(LinkState.REFUSED, refused.refusal)
                    pause = LONGEST_PAUSE_S
                except (psycopg.Error, OSError, TimeoutError) as error:
                    log.info("The store does not answer: %s", error)
                except Exception:
                    self._server_start = None
                    log.exception("The store's picture could not be read; taking it anew")
                if self._last_beat > began:
                    pause = FIRST_PAUSE_S
                await asyncio.sleep(pause * random.uniform(0.7, 1.0))
                pause = min(pause * 2, LONGEST_PAUSE_S)
        finally:
            watch.cancel()

    async def _watch(self) -> None:
        """Say that the picture ages, whatever the socket does."""
        while True:
            await asyncio.sleep(0.1)
            age = self._monotonic() - self._known_at
            if self._state in (LinkState.LIVE, LinkState.STALE):
                if age >= LOST_AFTER_S - 0.2:
                    self._set_state(LinkState.LOST)
                elif age >= BEAT_S + 0.5 and self._state is LinkState.LIVE:
                    self._set_state(LinkState.STALE)
            elif self._state is LinkState.CONNECTING and self._known_at == float("-inf"):
                self._known_at = self._monotonic()
            elif self._state is LinkState.CONNECTING and age >= LOST_AFTER_S:
                self._set_state(LinkState.LOST)

    def _set_state(self, state: LinkState, refusal: LinkRefusal | None = None) -> None:
        if state is not self._state or refusal is not self._refusal:
            self._state, self._refusal = state, refusal
            self._mail.post_status(LinkStatus(state, self._round_trip_ms, self.now(), refusal))

    async def _follow(self) -> None:
        """One connection's life: LISTEN first, so that nothing falls between."""
        async with asyncio.timeout(LOST_AFTER_S):
            connection = await connect(self._url)
        try:
            async with asyncio.timeout(LOST_AFTER_S):
                await connection.execute("LISTEN wedge_feed")
            await self._catch_up(connection)
            while True:
                rest_s = BEAT_S - (self._monotonic() - self._last_beat)
                await self._wait(connection, min(rest_s, self._seen.wait_s(self._view)))
                if self._bell:
                    self._bell = False
                    await self._drain(connection)
                if self._monotonic() - self._last_beat >= BEAT_S:
                    await self._look(connection)
                await self._seen.tell(connection, self._mail.view)
        finally:
            connection.pgconn.finish()

    async def _catch_up(self, connection: psycopg.AsyncConnection) -> None:
        """Fetch what was missed since our number, or everything anew from a restarted server.

        A server that was started again may have been given back an older copy of its data, whose
        numbers say nothing about ours.
        """
        known = self._server_start
        await self._beat(connection)
        async with asyncio.timeout(10):
            if self._view is None or known != self._server_start:
                await self._take_snapshot(connection)
            else:
                await self._drain(connection)
        self._known_at = self._last_beat = self._monotonic()
        self._set_state(LinkState.LIVE)

    async def _look(self, connection: psycopg.AsyncConnection) -> None:
        """Ask for the feed's end; the picture is current only once it reaches that far."""
        head = await self._beat(connection)
        if self._view is not None and head != self._view.seq:
            await self._drain(connection)
        if self._view is not None and self._view.seq >= head:
            self._known_at = self._last_beat
            self._set_state(LinkState.LIVE)

    async def _wait(self, connection: psycopg.AsyncConnection, seconds: float) -> None:
        if self._bell or seconds <= 0:
            return
        async for _ in connection.notifies(timeout=seconds, stop_after=1):
            self._bell = True

    async def _beat(self, connection: psycopg.AsyncConnection) -> int:
        sent = self._monotonic()
        async with asyncio.timeout(BEAT_DEADLINE_S):
            answer = await ask(connection, "SELECT wedge.heartbeat()::text")
        got = self._monotonic()
        if answer["schema"] != SCHEMA_HEAD:
            newer = answer["schema"] > SCHEMA_HEAD
            raise LinkRefused(LinkRefusal.NEWER_STORE if newer else LinkRefusal.OLDER_STORE)
        self._clock = (float(answer["now"]), (sent + got) / 2)
        self._round_trip_ms = (got - sent) * 1000
        self._last_beat = got
        self.terminal_id = UUID(answer["terminal_id"])
        self._server_start = answer["started"]
        return int(answer["seq"])

    async def _take_snapshot(self, connection: psycopg.AsyncConnection) -> None:
        snapshot = await ask(connection, "SELECT wedge.snapshot_text()")
        while snapshot["settings"] is None:
            await asyncio.sleep(BEAT_S)
            snapshot = await ask(connection, "SELECT wedge.snapshot_text()")
        self._view = rows.view(snapshot, self._view)
        self._mail.post_view(self._view, None)

    async def _drain(self, connection: psycopg.AsyncConnection) -> None:
        """Fetch what came after our number, page by page; a gap is thereby closed."""
        while self._view is not None:
            async with asyncio.timeout(LOST_AFTER_S):
                page = await ask(
                    connection,
                    "SELECT wedge.changes_since(%s, %s)::text",
                    (self._view.seq, PAGE),
                )
            if page["behind"]:
                await self._take_snapshot(connection)
                return
            changes = [rows.change(row) for row in page["rows"]]
            if changes:
                self._view = self._view.fold(changes)
                self._mail.post_view(self._view, [(each.entity, each.id) for each in changes])
            if self._view.seq >= page["seq"]:
                return
