"""The menu in memory."""

from datetime import timedelta
from uuid import UUID

from app.domain.catalog import PortionConfiguration, Product
from app.domain.people import Session
from app.services.ports import (
    NewProduct,
)
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import Entity
from tests.support.fake_feed import FakeFeed


class FakeCatalogue:
    """Implements ports.Catalogue for the plain cases."""

    def __init__(self, feed: FakeFeed) -> None:
        self._feed = feed

    async def save_product(self, session: Session, *, request: UUID, product: NewProduct) -> None:
        self._feed.run(
            request, lambda: self._feed.put((Entity.PRODUCT, product.id, self._row(product)))
        )

    def _row(self, new: NewProduct) -> Product:
        known = self._feed.known.products.get(new.id)
        if not 1 <= len(new.name.strip()) <= 200:
            raise Refused(RefusalCode.BAD_TEXT, "name")
        limit_s = new.after_cut_limit_s
        ways = sorted(new.configurations, key=lambda way: way.portions_per_whole)
        return Product(
            id=new.id,
            code_prefix=known.code_prefix if known else new.name[:1].upper(),
            name=new.name.strip(),
            category_id=new.category_id,
            kind=new.kind,
            base_price_minor=new.base_price_minor,
            whole_price_minor=new.whole_price_minor,
            cost_minor=new.cost_minor,
            tax_rate_bp=new.tax_rate_bp,
            allergens=new.allergens,
            station_id=new.station_id,
            after_cut_limit=timedelta(seconds=limit_s) if limit_s else None,
            quality=new.quality,
            configurations=tuple(
                PortionConfiguration(
                    way.id, new.id, way.name, way.portions_per_whole, way.standard_weight_mg,
                    way.is_default, way.approval_id, way.per_row,
                )
                for way in ways
            ),
            active=new.active,
            base_unit=new.base_unit,
            min_portion_bp=new.min_portion_bp,
            max_portion_bp=new.max_portion_bp,
            size=new.size,
            tool_id=new.tool_id,
            checklist=new.checklist,
            preparations=new.preparations,
            preparation_s=new.preparation_s,
        )  # fmt: skip
