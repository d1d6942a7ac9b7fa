"""Other shops' prices, as they came in."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.data.tables.base import Base, Created, Flag, Id, text_check


class CompetitorImportRow(Base):
    """One delivery of prices; its rows count once it is done."""

    __tablename__ = "competitor_imports"

    id: Mapped[Id]
    begun_by: Mapped[UUID] = mapped_column(ForeignKey("wedge.staff.id"))
    begun_at: Mapped[Created]
    done_at: Mapped[datetime | None]


class CompetitorPriceRow(Base):
    """One price that was seen; `struck` ones count no more."""

    __tablename__ = "competitor_prices"
    __table_args__ = (
        CheckConstraint("price_minor > 0", name="price"),
        text_check("origin", 200),
        Index("ix_competitor_prices_seen_on", "seen_on"),
        Index("ix_competitor_prices_import_id", "import_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=text("gen_random_uuid()"))
    import_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.competitor_imports.id"))
    product_id: Mapped[UUID] = mapped_column(ForeignKey("wedge.products.id"))
    price_minor: Mapped[int]
    seen_on: Mapped[date]
    origin: Mapped[str]
    struck: Mapped[Flag]
