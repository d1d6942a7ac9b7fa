"""Score, grade, price and time left of portions, with the curves they share."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.catalog import Product, QualityModel
from app.domain.exposure import ExposureCurve
from app.domain.people import Role
from app.domain.portion import Portion, PortionState
from app.domain.price import Price
from app.domain.prices.budget import PromotionLoss
from app.domain.prices.engine import PriceEngine
from app.domain.prices.inputs import PortionFacts, PriceInputs
from app.domain.prices.levels import ScoreLevels
from app.domain.prices.lows import PriceLow
from app.domain.prices.promotion import Circumstances
from app.domain.prices.repricer import Repricer
from app.domain.prices.schedule import wall_clock
from app.domain.pricing import list_price
from app.domain.rescore import Rescorer
from app.services.alike import life
from app.services.appraised import Appraised, wedge_state
from app.services.curves import Curves
from app.services.off_sale import OffSale
from app.services.offer import WedgeState
from app.services.portion_age import last_call_at
from app.services.portion_facts import facts_of, markdown_of, plain_facts
from app.services.price_memory import PriceMemory
from app.services.stock_outlook import StockOutlook
from app.services.store_view import StoreView
from app.services.unit_safety import UnitSafety

_JUST = timedelta(milliseconds=1)


class Appraiser:
    """Appraises portions of one view; exposure curves are built once per unit and model."""

    def __init__(
        self,
        view: StoreView,
        memory: PriceMemory | None = None,
        portions_of: Callable[[UUID], Sequence[Portion]] | None = None,
        before: "Appraiser | None" = None,
    ) -> None:
        """`portions_of` answers the portions of a product, the same object while they are.

        What `before` has worked out is kept where it depends on nothing that is another object now.
        """
        self.settings = view.settings
        self.memory = memory or PriceMemory()
        self._view = view
        self.off_sale = OffSale(view)
        self.curves: Curves = Curves(view, before.curves if before else None)
        quality, pricing = view.settings.quality, view.settings.pricing
        if before and before.settings.quality is quality and before.settings.pricing is pricing:
            self.levels: ScoreLevels = before.levels
        else:
            self.levels = ScoreLevels(PriceEngine(quality, pricing))
        self.engine: PriceEngine = self.levels.engine
        self.safety = UnitSafety(view)
        self._repricer: tuple[datetime, Repricer] | None = None
        self._rescorer: tuple[datetime, Rescorer] | None = None
        self.outlook = StockOutlook(view, self._on_sale_until, portions_of)

    def renew(self, view: StoreView) -> None:
        """Use a newer view whose settings, holding units and readings are the same."""
        self._view = view
        self.off_sale = OffSale(view)
        self.outlook.renew(view)
        self._repricer = None

    def last_call_at(self, portion: Portion) -> datetime:
        """When it comes into last call."""
        return last_call_at(self._view, portion)

    def low(self, portion: Portion) -> PriceLow | None:
        """How low its price was seen of late."""
        return self._view.price_lows.get(portion.id)

    @property
    def promotion_losses(self) -> Mapping[UUID, PromotionLoss]:
        """What promotions have lost; another object once it changed."""
        return self._view.promotion_losses

    def appraise(self, portion: Portion, product: Product, now: datetime) -> Appraised:
        """Everything about `portion` at `now`. Raises ValueError without a quality model."""
        if product.quality is None:
            raise ValueError(f"{product.name} has no quality model")
        policy = self.settings.quality
        curve = self.curve(portion.holding_unit_id, product.quality)
        standing = self._rescored(now).standing(portion, curve)
        score = standing.score
        unit = self._view.holding_units.get(portion.holding_unit_id)
        proven = portion.deviation_id is None and self.safety.proves(portion.holding_unit_id, now)
        sell_until = min(self.off_sale.sale_ends_at(portion), standing.floor_at)
        price, inputs, fallback = self._price(portion, product, score, sell_until, now)
        state = wedge_state(portion, score, policy, now, temperature_ok=proven)
        if state is WedgeState.FREE and (
            price is None
            or markdown_of(portion, self.settings) is None
            or self.off_sale.blocks(portion, now)
        ):
            state = WedgeState.BLOCKED
        return Appraised(
            portion=portion,
            wedge_state=state,
            score=score,
            grade=standing.grade,
            price=price,
            sell_until=sell_until,
            holding_unit_name=unit.name if unit else None,
            inputs=inputs,
            fallback=fallback,
        )

    def appraise_all(
        self, portions: Iterable[Portion], product: Product, now: datetime
    ) -> list[Appraised]:
        """`appraise` of each; those that are alike are worked out once."""
        known: dict[Hashable, Appraised] = {}
        found = []
        for portion in portions:
            low = self.low(portion)
            key = (life(portion), low and (low.at, low.score_milli, low.left_s, low.pace_milli))
            like = known.get(key)
            if like is None or like.fallback or like.price is None:
                known[key] = like = self.appraise(portion, product, now)
            else:
                like = replace(like, portion=portion)
                self.memory.valid(portion, like.price, like.inputs)
            found.append(like)
        return found

    def curve(self, unit_id: UUID, model: QualityModel) -> ExposureCurve:
        """The exposure curve of a holding unit for one quality model."""
        return self.curves.of(unit_id, model)

    def temperature_mc(self, unit_id: UUID) -> int | None:
        """The latest reading of a holding unit in milli-°C; None without any."""
        readings = self.curves.readings(unit_id)
        return readings[-1][1] if readings else None

    def unit_ok(self, unit_id: UUID, now: datetime) -> bool:
        """Whether a reading that counts at `now` proves the unit's safety limits in force."""
        return self.safety.proves(unit_id, now)

    def floor_at(self, portion: Portion, now: datetime) -> datetime | None:
        """When its score is predicted to reach the sale floor; None without a quality model."""
        product = self._view.products.get(portion.product_id)
        if product is None or product.quality is None:
            return None
        curve = self.curve(portion.holding_unit_id, product.quality)
        return self._rescored(now).standing(portion, curve).floor_at

    def _rescored(self, now: datetime) -> Rescorer:
        """The scores of this moment, shared by portions of one history."""
        if self._rescorer is None or self._rescorer[0] != now:
            self._rescorer = (now, Rescorer(self.settings.quality, now))
        return self._rescorer[1]

    def plain_price(self, product: Product, now: datetime) -> Price:
        """A piece of a plain product: its list price, or less in hours and by promotions."""
        listed = list_price(product, self.settings.pricing)
        try:
            price = self.prices_at(now).price(plain_facts(product))
        except ValueError:
            return listed
        return price if price and price.amount_minor < listed.amount_minor else listed

    def prices_at(
        self, now: datetime, role: Role | None = None, coupons: frozenset[str] = frozenset()
    ) -> Repricer:
        """The prices of that moment, for an order of `role` with `coupons` shown."""
        if role is not None or coupons:
            return Repricer(self.engine, self.circumstances(now, role, coupons))
        if self._repricer is None or self._repricer[0] != now:
            self._repricer = (now, Repricer(self.engine, self.circumstances(now)))
        return self._repricer[1]

    def _price(
        self, portion: Portion, product: Product, score: float, sell_until: datetime, now: datetime
    ) -> tuple[Price | None, PriceInputs | None, bool]:
        """The price now, with its inputs, and whether it is the last valid one (BR-10.7).

        No price where only a person may decide and there was no valid one yet.
        """
        low, standing = self.low(portion), (score, sell_until)
        facts = facts_of(self._view, portion, product, standing=standing, low=low, now=now)
        try:
            price, inputs = self.prices_at(now).priced(facts)
        except ValueError:
            price, inputs = None, None
        return self.memory.valid(portion, price, inputs, self._view.last_prices.get(portion.id))

    def facts(self, portion: Portion, product: Product, now: datetime) -> PortionFacts:
        """What a price engine has to know of the portion. Raises ValueError without a model."""
        if product.quality is None:
            raise ValueError(f"{product.name} has no quality model")
        curve = self.curve(portion.holding_unit_id, product.quality)
        standing = self._rescored(now).standing(portion, curve)
        sell_until = min(self.off_sale.sale_ends_at(portion), standing.floor_at)
        low, ends = self.low(portion), (standing.score, sell_until)
        return facts_of(self._view, portion, product, standing=ends, low=low, now=now)

    def circumstances(
        self, now: datetime, role: Role | None = None, coupons: frozenset[str] = frozenset()
    ) -> Circumstances:
        """What every portion of the store shares at `now`; of stock only what a rule asks for."""
        losses = self._view.promotion_losses.values()
        return Circumstances(
            local=wall_clock(now, self.settings.time_zone),
            role=role,
            coupons=coupons,
            left_s_by_product=self.outlook.left_s_by_product(now),
            on_sale_by_product=self.outlook.on_sale_by_product(now),
            surplus_by_product=self.outlook.surplus_by_product(now),
            losses_minor={each.promotion_id: each.used_minor for each in losses},
        )

    def _on_sale_until(
        self, portion: Portion, now: datetime
    ) -> tuple[datetime | None, datetime | None]:
        """When a portion on sale leaves it, None for one that is not on sale; and when only the
        clock says otherwise, if no row changes.
        """
        product = self._view.products.get(portion.product_id)
        if (
            product is None
            or product.quality is None
            or portion.state is not PortionState.AVAILABLE
            or not portion.quality_status.sellable
            or not self.unit_ok(portion.holding_unit_id, now)
        ):
            return None, None
        if self.off_sale.blocks(portion, now):
            return None, None
        curve = self.curve(portion.holding_unit_id, product.quality)
        until = min(
            self.off_sale.sale_ends_at(portion),
            self._rescored(now).standing(portion, curve).floor_at,
        )
        doubts = (curve.carried_until(now), self.off_sale.look_lasts_until(portion, now))
        # Each counts to its moment inclusive: it is another matter just after.
        return until, min((each + _JUST for each in doubts if each + _JUST > now), default=None)
