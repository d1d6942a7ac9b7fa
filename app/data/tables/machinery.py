"""Idempotent requests, the journal with its chain, and the change feed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, BigInt, Created, Id


class RequestRow(Base):
    """The result of a request that was done; asking again returns it."""

    __tablename__ = "requests"

    id: Mapped[Id]
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    function: Mapped[str]
    result: Mapped[Any] = mapped_column(JSONB)
    at: Mapped[Created]


class JournalHeadRow(Base):
    """The end of one terminal's chain."""

    __tablename__ = "journal_heads"

    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"), primary_key=True)
    seq: Mapped[BigInt]
    hash: Mapped[bytes]
    xid: Mapped[BigInt | None]


class JournalRow(Base):
    """One event; append-only. `hash` = sha256 over the canonical content and `prev_hash`."""

    __tablename__ = "journal"
    __table_args__ = (UniqueConstraint("terminal_id", "seq"),)

    id: Mapped[Id] = mapped_column(server_default=text("gen_random_uuid()"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    seq: Mapped[BigInt]
    at: Mapped[Created]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    action: Mapped[str]
    body: Mapped[dict[str, Any]]
    prev_hash: Mapped[bytes]
    hash: Mapped[bytes]
    changes: Mapped[Any | None] = mapped_column(JSONB)


class JournalPendingRow(Base):
    """A change of a transaction under way that no entry has taken up yet; never seen by others."""

    __tablename__ = "journal_pending"

    xid: Mapped[BigInt] = mapped_column(primary_key=True)
    n: Mapped[BigInt] = mapped_column(primary_key=True)
    change: Mapped[dict[str, Any]]


class WholesDealtRow(Base):
    """An order whose lines are being split or joined by a transaction under way; never seen by
    others."""

    __tablename__ = "wholes_dealt"

    xid: Mapped[BigInt] = mapped_column(primary_key=True)
    ticket_id: Mapped[UUID] = mapped_column(primary_key=True)


class FeedHeadRow(Base):
    """One row: the last sequence number, and the oldest one from which a client may go on."""

    __tablename__ = "feed_head"
    __table_args__ = (CheckConstraint("head", name="one_row"),)

    head: Mapped[bool] = mapped_column(primary_key=True, server_default=text("true"))
    seq: Mapped[BigInt]
    oldest: Mapped[BigInt]


class FeedRow(Base):
    """One change; `content` is null when the entity left every terminal's picture."""

    __tablename__ = "feed"

    seq: Mapped[BigInt] = mapped_column(primary_key=True, autoincrement=False)
    entity: Mapped[str]
    entity_id: Mapped[UUID]
    content: Mapped[Any | None] = mapped_column(JSONB)
    at: Mapped[Created]


class FeedSeenRow(Base):
    """How far a terminal's screen is, and how long it waited for what it saw last."""

    __tablename__ = "feed_seen"

    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"), primary_key=True)
    seq: Mapped[BigInt]
    lag_ms: Mapped[int] = mapped_column(server_default=text("0"))
    at: Mapped[Created]


class FeedLagRow(Base):
    """What a terminal saw in one hour, and the longest that it waited for a change."""

    __tablename__ = "feed_lags"
    __table_args__ = (CheckConstraint("changes > 0 AND most_ms >= 0", name="measured"),)

    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"), primary_key=True)
    hour: Mapped[datetime] = mapped_column(primary_key=True)
    changes: Mapped[BigInt]
    most_ms: Mapped[int]
    most_at: Mapped[datetime]
