"""How prices moved and rest, and what promotions below cost have lost."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, BigInt, Created, Id, text_check


class PriceHistoryRow(Base):
    """One change of a portion's price; append-only. `rules` is 'pricing/quality' versions."""

    __tablename__ = "price_history"
    __table_args__ = (
        text_check("reason", 20),
        Index("ix_price_history_portion", "portion_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    portion_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"))
    at: Mapped[Created]
    old_minor: Mapped[int | None]
    new_minor: Mapped[int]
    reason: Mapped[str]
    rules: Mapped[str]
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    line_id: Mapped[UUID | None]
    presentation: Mapped[float | None]
    """What its looks were worth just then."""


class PromotionLossRow(Base):
    """What one promotion has lost, open orders included."""

    __tablename__ = "promotion_losses"

    id: Mapped[Id]
    promotion_id: Mapped[str] = mapped_column(unique=True)
    used_minor: Mapped[BigInt]


class LastPriceRow(Base):
    """The last valid price of portion `id`, which has none of its own now."""

    __tablename__ = "last_prices"

    id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"), primary_key=True)
    at: Mapped[Created]
    breakdown: Mapped[list[Any]]


class PriceLowRow(Base):
    """How low the clock has brought a portion's price of late; `id` is the portion's."""

    __tablename__ = "price_lows"
    __table_args__ = (
        CheckConstraint("score_milli BETWEEN 0 AND 10000", name="score"),
        Index("ix_price_lows_at", "at"),
    )

    id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"), primary_key=True)
    at: Mapped[datetime]
    score_milli: Mapped[int]
    left_s: Mapped[int]
    pace_milli: Mapped[int] = mapped_column(server_default="1000")
