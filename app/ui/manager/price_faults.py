"""What speaks against a draft of the prices, said with names."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.domain.policy import PricingPolicy
from app.domain.prices.promotion_check import Contradiction
from app.services.policy_check import contradictions
from app.services.store_view import StoreView
from app.ui.manager import rule_words

_t = QCoreApplication.translate


def price_faults(policy: PricingPolicy, view: StoreView) -> Iterator[str]:
    """Every contradiction of `policy` in this store, one sentence each."""
    named = signed(policy)
    for found in contradictions(replace(view.settings, pricing=named), view.products.values()):
        yield rule_words.contradiction(_worded(found, named, view))


def signed(policy: PricingPolicy) -> PricingPolicy:
    """`policy` as it will be once somebody approved it: the store writes the name."""
    who = _t("Office", "to be approved")
    windows = tuple(
        replace(each, justification=replace(each.justification, approved_by=who))
        if each.justification and not each.justification.approved_by
        else each
        for each in policy.windows
    )
    promotions = tuple(
        replace(each, approval=replace(each.approval, approved_by=who))
        if each.approval and not each.approval.approved_by
        else each
        for each in policy.promotions
    )
    return replace(policy, windows=windows, promotions=promotions)


def _worded(found: Contradiction, policy: PricingPolicy, view: StoreView) -> Contradiction:
    """The contradiction with names in place of ids."""
    names = {each.id: each.name for each in policy.windows}
    names |= {each.id: each.name for each in policy.promotions}
    names |= {str(key): product.name for key, product in view.products.items()}
    lists = {
        "promotions": _t("Office", "offer"),
        "windows": _t("Office", "hours"),
        "product_margins": _t("Office", "margin"),
    }
    return replace(
        found,
        fields=tuple(
            names.get(each) or lists.get(each) or rule_words.label("pricing", each)
            for each in found.fields
        ),
    )
