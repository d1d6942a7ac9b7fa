"""Port `Catalogue`: product edits through the ORM under the back office's own database role."""

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from app.data.link import raise_refusal
from app.data.selling import Caller
from app.data.tables import ConfigurationRow, ProductRow
from app.domain.people import Session
from app.services.ports import NewProduct
from app.services.refusal import RefusalCode, Refused, StoreUnreachable

LONGEST_NAME = 500
HIGHEST_PRICE_MINOR = 100_000_000
ROLES = ["manager", "food_safety_manager", "administrator"]


class PgCatalogue(Caller):
    """The back office's catalogue edits."""

    async def save_product(self, session: Session, product: NewProduct) -> None:
        """Create or change a product, and its default configuration."""
        check(product)
        await self._io.ask(self._save(session, product))

    async def _save(self, session: Session, product: NewProduct) -> None:
        try:
            engine = self._link.engine.execution_options(isolation_level="READ COMMITTED")
            async with AsyncSession(engine) as orm, orm.begin():
                await orm.execute(
                    text("SELECT staff_id FROM wedge.require_session(:id, :roles)"),
                    {"id": session.id, "roles": ROLES},
                )
                await self._merge(orm, product)
        except DBAPIError as error:
            raise_refusal(error)
            raise StoreUnreachable(str(error)) from error

    async def _merge(self, orm: AsyncSession, product: NewProduct) -> None:
        row = await orm.get(ProductRow, product.id, with_for_update=True)
        if row is None:
            row = ProductRow(
                id=product.id,
                code_prefix=product.name.strip()[:1].upper(),
                kind="portioned" if product.portions_per_whole else "plain",
            )
            orm.add(row)
        row.name = product.name.strip()
        row.category_id = product.category_id
        row.base_price_minor = product.base_price_minor
        row.cost_minor = product.cost_minor or 0
        row.tax_rate_bp = product.tax_rate_bp
        row.allergens = None if product.allergens is None else sorted(product.allergens)
        row.after_cut_limit_s = product.after_cut_limit_s
        row.active = product.active
        await orm.flush()
        if product.portions_per_whole is not None:
            await self._set_default(orm, product)

    async def _set_default(self, orm: AsyncSession, product: NewProduct) -> None:
        await orm.execute(
            text(
                "UPDATE wedge.portion_configurations SET is_default = false"
                " WHERE product_id = :id AND is_default AND portions_per_whole <> :n"
            ),
            {"id": product.id, "n": product.portions_per_whole},
        )
        changed = await orm.scalar(
            text(
                "UPDATE wedge.portion_configurations SET is_default = true"
                " WHERE product_id = :id AND portions_per_whole = :n RETURNING 1"
            ),
            {"id": product.id, "n": product.portions_per_whole},
        )
        if changed is None:
            orm.add(
                ConfigurationRow(
                    id=uuid7(),
                    product_id=product.id,
                    name=f"1/{product.portions_per_whole}",
                    portions_per_whole=product.portions_per_whole,
                    standard_weight_mg=None,
                    is_default=True,
                )
            )


def check(product: NewProduct) -> None:
    """Refuse what the tables would refuse, with the reason a person can act on."""
    if not 1 <= len(product.name.strip()) <= LONGEST_NAME:
        raise Refused(RefusalCode.BAD_TEXT, "name")
    if not 0 <= product.base_price_minor <= HIGHEST_PRICE_MINOR:
        raise Refused(RefusalCode.BAD_PRICE, "base_price")
    if product.cost_minor is not None and not 0 <= product.cost_minor <= HIGHEST_PRICE_MINOR:
        raise Refused(RefusalCode.BAD_PRICE, "cost")
    if not 0 <= product.tax_rate_bp <= 10000:
        raise Refused(RefusalCode.BAD_PRICE, "tax_rate")
    count = product.portions_per_whole
    if count is not None and not 2 <= count <= 16:
        raise Refused(RefusalCode.BAD_PORTION_COUNT, str(count))
    missing = [name for name, value in _needed(product).items() if value is None]
    if missing and product.active:
        raise Refused(RefusalCode.PRODUCT_INCOMPLETE, ",".join(missing))


def _needed(product: NewProduct) -> dict[str, object]:
    needed: dict[str, object] = {
        "category": product.category_id,
        "allergens": product.allergens,
        "cost": product.cost_minor,
    }
    if product.portions_per_whole is not None:
        needed["after_cut_limit"] = product.after_cut_limit_s
    return needed
