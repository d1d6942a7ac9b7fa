"""How prices moved, and what promotions below cost have lost."""

from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index
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


class PromotionLossRow(Base):
    """What one promotion has lost, open orders included."""

    __tablename__ = "promotion_losses"

    id: Mapped[Id]
    promotion_id: Mapped[str] = mapped_column(unique=True)
    used_minor: Mapped[BigInt]
