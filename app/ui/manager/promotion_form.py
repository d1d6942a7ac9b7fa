"""Offers as a form: what is typed, and the promotion it stands for."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.domain.ids import new_id
from app.domain.prices.promotion import BundlePart, Promotion, PromotionKind
from app.domain.prices.rules import LossApproval
from app.domain.prices.schedule import ALWAYS
from app.services.policy_form import duration_text, share_text
from app.services.store_view import StoreView
from app.ui.manager.list_editor import RuleLine, Shape
from app.ui.manager.rule_fields import (
    amount_text,
    read_amount_minor,
    read_count,
    read_percent,
    read_seconds,
    read_text,
)
from app.ui.manager.schedule_fields import Values, read_schedule, schedule_values
from app.ui.manager.schedule_words import schedule_words
from app.ui.manager.typed import Fault, Faults
from app.ui.shared import format as text

_t = QCoreApplication.translate
View = Callable[[], StoreView]


def promotion_shape(view: View) -> Shape:
    """How offers are shown, filled in and read."""
    return Shape(
        key=lambda promotion: promotion.id,
        line=lambda promotion, new: _line(promotion, new, view()),
        blank=lambda: _values(Promotion(str(new_id()), "", PromotionKind.PERCENT), view()),
        values=lambda promotion: _values(promotion, view()),
        read=lambda values: read_promotion(values, view().settings.currency),
    )


def kind_word(kind: PromotionKind) -> str:
    """A kind of offer."""
    return {
        PromotionKind.PERCENT: _t("Office", "Percent off"),
        PromotionKind.AMOUNT: _t("Office", "Amount off"),
        PromotionKind.N_FOR_PRICE: _t("Office", "Several for one price"),
        PromotionKind.BUNDLE: _t("Office", "Bundle"),
    }[kind]


def _values(promotion: Promotion, view: StoreView) -> Values:
    currency, approval = view.settings.currency, promotion.approval
    left = promotion.max_left_s
    return {
        "id": promotion.id,
        "name": promotion.name,
        "kind": promotion.kind.value,
        "percent": share_text(promotion.percent) if promotion.percent else "",
        "amount": amount_text(promotion.amount_minor, currency) if promotion.amount_minor else "",
        "count": str(promotion.count) if promotion.count else "",
        "parts": {str(part.product_id): str(part.count) for part in promotion.parts},
        "products": sorted(str(each) for each in promotion.products),
        **schedule_values(promotion.schedule),
        "coupon": promotion.coupon,
        "codes": promotion.codes,
        "uses": str(promotion.coupon_uses or ""),
        "per_guest": str(promotion.coupon_per_guest or ""),
        "min_stock": str(promotion.min_stock) if promotion.min_stock else "",
        "max_left": "" if left is None else duration_text(left),
        "stackable": promotion.stackable,
        "loss": approval is not None,
        "reason": approval.reason if approval else "",
        "until_when": f"{approval.until:%Y-%m-%d %H:%M}" if approval else "",
        "budget": amount_text(approval.budget_minor, currency) if approval else "",
    }


def read_promotion(values: Values, currency: str) -> tuple[Promotion | None, Faults]:
    """The promotion in a form, or None with every fault; whether it pays is judged elsewhere."""
    faults: Faults = {}
    kind = PromotionKind(values["kind"])
    name = read_text("name", values, faults)
    percent = values["percent"] if kind is PromotionKind.PERCENT else "0"
    share = read_percent("percent", {"percent": percent}, faults)
    amount = 0
    if kind is not PromotionKind.PERCENT:
        amount = read_amount_minor("amount", values, faults, currency)
    count = read_count("count", values, faults) if kind is PromotionKind.N_FOR_PRICE else 0
    parts = _parts(values, faults) if kind is PromotionKind.BUNDLE else ()
    chosen = () if kind is PromotionKind.BUNDLE else values["products"]
    schedule = read_schedule(values, faults)
    min_stock = read_count("min_stock", values, faults, needed=False)
    max_left_s = read_seconds("max_left", values, faults)
    coupon = "" if values["codes"] else values["coupon"].strip()
    uses = read_count("uses", values, faults, needed=False) if coupon else 0
    limited = bool(coupon or values["codes"])
    per_guest = read_count("per_guest", values, faults, needed=False) if limited else 0
    approval = _approval(values, faults, currency) if values["loss"] else None
    if faults:
        return None, faults
    return Promotion(
        id=values["id"],
        name=name,
        kind=kind,
        percent=share,
        amount_minor=amount,
        count=count,
        parts=parts,
        products=frozenset(UUID(each) for each in chosen),
        schedule=schedule,
        coupon=coupon,
        codes=bool(values["codes"]),
        coupon_uses=uses or None,
        coupon_per_guest=per_guest or None,
        min_stock=min_stock,
        max_left_s=max_left_s,
        stackable=bool(values["stackable"]),
        approval=approval,
    ), {}


def _parts(values: Values, faults: Faults) -> tuple[BundlePart, ...]:
    parts = []
    for product, typed in values["parts"].items():
        if not typed.strip().isdecimal() or not 1 <= int(typed) <= 100:
            faults["parts"] = Fault.NOT_A_NUMBER
            continue
        parts.append(BundlePart(UUID(product), int(typed)))
    if not values["parts"]:
        faults["parts"] = Fault.MISSING
    return tuple(parts)


def _approval(values: Values, faults: Faults, currency: str) -> LossApproval | None:
    reason = read_text("reason", values, faults, 500)
    budget = read_amount_minor("budget", values, faults, currency)
    try:
        # The store's own wall clock: policies keep it without a zone.
        until = datetime.strptime(values["until_when"].strip(), "%Y-%m-%d %H:%M")  # noqa: DTZ007
    except ValueError:
        faults["until_when"] = Fault.NOT_A_DATE if values["until_when"].strip() else Fault.MISSING
        return None
    return LossApproval("", reason, until, budget)


def _line(promotion: Promotion, new: bool, view: StoreView) -> RuleLine:
    detail = [_what(promotion, view)]
    if promotion.schedule != ALWAYS:
        detail.append(schedule_words(promotion.schedule, view.settings))
    if promotion.coupon:
        detail.append(_t("Office", "coupon {code}").format(code=promotion.coupon))
    if promotion.codes:
        detail.append(_t("Office", "with single codes"))
    if promotion.coupon_uses is not None:
        detail.append(_t("Office", "{n} orders at most").format(n=promotion.coupon_uses))
    if promotion.coupon_per_guest is not None:
        each = promotion.coupon_per_guest
        detail.append(_t("Office", "{n} per guest").format(n=each))
    if promotion.min_stock:
        detail.append(_t("Office", "from {n} in stock").format(n=promotion.min_stock))
    if promotion.max_left_s is not None:
        left = duration_text(promotion.max_left_s)
        detail.append(_t("Office", "at most {time} to sell").format(time=left))
    approval = promotion.approval
    note = ""
    if approval is not None:
        note = _t("Office", "At a loss up to {amount}: {reason} ({who})").format(
            amount=text.money(approval.budget_minor, view.settings),
            reason=approval.reason,
            who=approval.approved_by or _t("Office", "not approved yet"),
        )
    return RuleLine(promotion.id, promotion.name, " · ".join(detail), note, new)


def _what(promotion: Promotion, view: StoreView) -> str:
    names = [view.products[each].name for each in promotion.products if each in view.products]
    goods = ", ".join(sorted(names)) or _t("Office", "all products")
    money = text.money(promotion.amount_minor, view.settings)
    if promotion.kind is PromotionKind.PERCENT:
        return _t("Office", "{share} off {goods}").format(
            share=share_text(promotion.percent), goods=goods
        )
    if promotion.kind is PromotionKind.AMOUNT:
        return _t("Office", "{money} off {goods}").format(money=money, goods=goods)
    if promotion.kind is PromotionKind.N_FOR_PRICE:
        return _t("Office", "{n} for {money}: {goods}").format(
            n=promotion.count, money=money, goods=goods
        )
    parts = " + ".join(
        f"{part.count} {view.products[part.product_id].name}"
        for part in promotion.parts
        if part.product_id in view.products
    )
    return _t("Office", "{parts} for {money}").format(parts=parts, money=money)
