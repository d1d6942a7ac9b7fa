"""Every contradiction in a store's rules, before they may be put in force."""

from collections.abc import Iterable, Iterator

from app.domain.allocation.policy_check import allocation_contradictions
from app.domain.approval import ApprovalPolicy
from app.domain.catalog import Product
from app.domain.food_policy_check import food_contradictions
from app.domain.forecast_policy import ForecastPolicy
from app.domain.policy import QualityPolicy, StoreSettings
from app.domain.prices import policy_check as prices
from app.domain.prices.policy_check import ProductFigures
from app.domain.prices.promotion_check import Contradiction
from app.domain.recovery_policy import RecoveryPolicy
from app.domain.revenue_policy import RevenuePolicy


def contradictions(
    settings: StoreSettings, products: Iterable[Product] = ()
) -> tuple[Contradiction, ...]:
    """What speaks against `settings` in a store that sells `products`; empty: nothing does."""
    figures = [
        ProductFigures(each.id, each.name, each.base_price_minor, each.cost_minor, each.tax_rate_bp)
        for each in products
        if each.active
    ]
    return (
        *_quality(settings.quality),
        *prices.contradictions(settings.pricing, settings.quality, figures),
        *food_contradictions(settings.food),
        *_approvals(settings.approvals),
        *allocation_contradictions(settings.allocation, settings.suggestions, settings.loyalty),
        *_forecast(settings.forecast),
        *_recovery(settings.recovery),
        *revenue_contradictions(settings.revenue),
    )


def _quality(quality: QualityPolicy) -> Iterator[Contradiction]:
    if not 10 >= quality.grade_a > quality.grade_b > quality.grade_c >= quality.sale_floor >= 0:
        yield Contradiction("grades_out_of_order", ("grade_a", "grade_b", "grade_c", "sale_floor"))
    if not quality.sale_floor <= quality.markdown_threshold <= 10:
        yield Contradiction("threshold_below_floor", ("markdown_threshold", "sale_floor"))
    if quality.unobserved_after.total_seconds() <= 0:
        yield Contradiction("must_be_positive", ("unobserved_after",))


def _recovery(recovery: RecoveryPolicy) -> Iterator[Contradiction]:
    for name in ("longest_wait_counter", "longest_wait_takeaway", "longest_wait_table"):
        if getattr(recovery, name).total_seconds() <= 0:
            yield Contradiction("must_be_positive", (name,))


def revenue_contradictions(revenue: RevenuePolicy) -> Iterator[Contradiction]:
    """What no comparison of periods could work with."""
    if not 1 <= revenue.review_days <= 60:
        yield Contradiction("revenue_days_range", ("review_days",))
    if not 0 < revenue.review_fall <= 1:
        yield Contradiction("revenue_fall_range", ("review_fall",))
    if revenue.least_ratio <= 0:
        yield Contradiction("revenue_ratio_range", ("least_ratio",))


def _approvals(approvals: ApprovalPolicy) -> Iterator[Contradiction]:
    for name in ("ask", "lifetime"):
        if getattr(approvals, name).total_seconds() <= 0:
            yield Contradiction("must_be_positive", (name,))
    for action, roles in approvals.approvers.items():
        if not roles:
            yield Contradiction("nobody_may_approve", (action,))


def _forecast(forecast: ForecastPolicy) -> Iterator[Contradiction]:
    if forecast.horizon.total_seconds() <= 0:
        yield Contradiction("must_be_positive", ("horizon",))
    for name in ("history_days", "least_days", "test_days", "profile_days"):
        if getattr(forecast, name) < 1:
            yield Contradiction("must_be_positive", (name,))
    if forecast.profile_portions < 0:
        yield Contradiction("below_zero", ("profile_portions",))
    for name in ("level_weight", "weekday_weight", "sparse_share", "sparse_weight"):
        if not 0 <= getattr(forecast, name) <= 1:
            yield Contradiction("weight_range", (name,))
