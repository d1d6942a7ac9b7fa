"""What has to leave the shop."""

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
