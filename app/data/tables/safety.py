"""What has to leave the shop, and who tried to sell what nobody may have."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Created


class RemovalRow(Base):
    """One portion of a removal task and what became of it."""

    __tablename__ = "removals"
    __table_args__ = (
        CheckConstraint("outcome IN ('wasted', 'sold', 'extended', 'on_sale')", name="outcome"),
        CheckConstraint(
            "(outcome IS NULL) = (settled_at IS NULL)"
            " AND (outcome IS NOT DISTINCT FROM 'wasted') = (waste_id IS NOT NULL)",
            name="settled",
        ),
        Index(
            "uq_removals_open",
            "portion_id",
            unique=True,
            postgresql_where=text("settled_at IS NULL"),
        ),
    )

    task_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.tasks.id"), primary_key=True)
    portion_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"), primary_key=True)
    since: Mapped[Created]
    outcome: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    waste_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.waste.id"))


class RefusedAttemptRow(Base):
    """How often one person tried one thing with a portion that is not safe, at one terminal."""

    __tablename__ = "refused_attempts"
    __table_args__ = (
        CheckConstraint("attempts > 0", name="attempts"),
        Index(
            "uq_refused_attempts_what",
            "terminal_id",
            "staff_id",
            "function",
            "portion_id",
            "reason",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("gen_random_uuid()"))
    terminal_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.terminals.id"))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("wedge.staff.id"))
    function: Mapped[str]
    portion_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.portions.id"))
    reason: Mapped[str]
    attempts: Mapped[int] = mapped_column(server_default=text("1"))
    first_at: Mapped[Created]
    last_at: Mapped[Created]
    journaled_at: Mapped[Created]
