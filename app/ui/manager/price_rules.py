"""The draft of the pricing policy: edited in forms, tried on the live stock, put in force."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot

from app.domain.policy import PricingPolicy
from app.domain.portion import PortionState
from app.domain.prices.inputs import PortionFacts
from app.domain.prices.what_if import what_if
from app.services import policy_form as form
from app.services.appraisal import Appraiser
from app.services.policy_codec import to_document
from app.services.store_view import StoreView
from app.ui.manager import rule_words
from app.ui.manager.coupon_codes import CouponCodes
from app.ui.manager.desk import Desk
from app.ui.manager.hours_form import hours_shape, margin_shape
from app.ui.manager.list_editor import ListEditor
from app.ui.manager.policy_change import PolicyChange
from app.ui.manager.price_effects import EffectLine, effect_lines
from app.ui.manager.price_faults import price_faults, signed
from app.ui.manager.pricing_draft import PricingDraft
from app.ui.manager.product_ladder import DraftLadder
from app.ui.manager.promotion_form import promotion_shape
from app.ui.manager.rule_editors import unit_text
from app.ui.manager.rule_rows import RuleField
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.list_model import RowsModel

_t = QCoreApplication.translate
_SECTION = "pricing"
_SETTLE_MS = 200
"""Typing goes on while the preview of the last letter is still being worked out."""


class PriceRules(QObject):
    """`fields`, `offers`, `hours` and `margins` edit one draft; `effects` shows what it does."""

    changed = Signal()
    effectsChanged = Signal()  # noqa: N815

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: PricingDraft | None = None
        self._note = ""
        self._faults: tuple[str, ...] = ()
        self._fields = RowsModel(RuleField, parent=self)
        self._effects = RowsModel(EffectLine, parent=self)
        self._effects_draft: PricingDraft | None = None
        self._offers = ListEditor(promotion_shape(self._view), self)
        self._hours = ListEditor(hours_shape(self._view), self)
        self._margins = ListEditor(margin_shape(self._view), self)
        self._change = PolicyChange(desk, approval, self)
        self._change.changed.connect(self.changed)
        self._change.done.connect(self.drop)
        for editor in (self._offers, self._hours, self._margins):
            editor.edited.connect(self._lists_edited)
        self._codes = CouponCodes(desk, self)
        self._ladder = DraftLadder(desk, self._sound, self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._preview)

    def _view(self) -> StoreView:
        view = self._desk.view
        assert view is not None, "forms open once the store is known"
        return view

    @Slot()
    def refresh(self) -> None:
        """Follow the policy in force; what was typed stays over it."""
        settings = self._desk.settings
        if settings is None:
            return
        if self._draft is None:
            self._draft = PricingDraft(settings.pricing, currency=settings.currency)
        elif self._draft.known != settings.pricing:
            self._draft = replace(self._draft, known=settings.pricing)
        self._derive()

    def _take(self, draft: PricingDraft) -> None:
        self._draft = draft
        self._change.dismiss()
        self._derive()

    def _derive(self) -> None:
        draft = self._draft
        if draft is None:
            return
        bad, view = self._bad_field(), self._desk.view
        unmoved = PricingDraft(draft.known, currency=draft.currency)
        in_force = {line.key: line.text for line in unmoved.lines()}
        rows = []
        for line in draft.lines():
            typed = draft.typed.get(line.key, line.text)
            rows.append(
                RuleField(
                    id=line.key,
                    label=rule_words.label(_SECTION, line.name),
                    hint=unit_text(line, view.settings) if view else "",
                    text=typed,
                    error=_example(line) if line.key == bad or line.name == bad else "",
                    moved=typed != in_force.get(line.key),
                )
            )
        self._fields.set_rows(rows)
        base, known = draft.base(), draft.known
        self._offers.take(base.promotions, known.promotions)
        self._hours.take(base.windows, known.windows)
        self._margins.take(base.product_margins, known.product_margins)
        self._faults = tuple(self._contradictions(bad))
        self._settle.start()
        self._ladder.follow()
        self.changed.emit()

    def _bad_field(self) -> str:
        try:
            if self._draft is not None:
                self._draft.policy()
        except form.BadFieldText as error:
            return str(error)
        return ""

    def _contradictions(self, bad: str) -> Iterable[str]:
        view, draft = self._desk.view, self._draft
        if view is None or draft is None or bad:
            return
        yield from price_faults(draft.policy(), view)

    @Slot(str, str)
    def write(self, key: str, typed: str) -> None:
        """Type one line."""
        if self._draft is not None:
            self._take(self._draft.with_text(key, typed))

    @Slot()
    def _lists_edited(self) -> None:
        if self._draft is not None:
            known = self._draft.known
            self._take(
                replace(
                    self._draft,
                    promotions=_edited(self._offers.items, known.promotions),
                    windows=_edited(self._hours.items, known.windows),
                    margins=_edited(self._margins.items, known.product_margins),
                )
            )

    @Slot(str)
    def writeNote(self, typed: str) -> None:
        """Say why the rules change."""
        self._note = typed
        self.changed.emit()

    @Slot()
    def drop(self) -> None:
        """Forget the draft."""
        self._draft, self._note = None, ""
        for editor in (self._offers, self._hours, self._margins):
            editor.close()
        self.refresh()

    @Slot()
    def apply(self) -> None:
        """Ask for approval and put the draft in force."""
        if self._draft is not None and self._ready():
            document = to_document(self._draft.policy())
            self._change.put_in_force(_SECTION, document, self._note)

    @Slot()
    def _preview(self) -> None:
        view, draft = self._desk.view, self._draft
        if view is None or draft is None or self._bad_field():
            return
        now, appraiser = self._desk.now, Appraiser(view)
        facts = list(_on_sale(view, appraiser, now))
        effects = what_if(
            facts,
            appraiser.circumstances(now),
            view.settings.quality,
            view.settings.pricing,
            signed(draft.policy()),
        )
        self._effects.set_rows(effect_lines(effects, view))
        self._effects_draft = draft
        self.effectsChanged.emit()

    def _sound(self) -> PricingPolicy | None:
        """The draft, while it makes sense; else what holds is drawn alone."""
        draft = self._draft
        return draft.policy() if draft and not self._bad_field() and not self._faults else None

    def _ready(self) -> bool:
        draft = self._draft
        return bool(
            draft
            and draft.changes()
            and self._note.strip()
            and not self._bad_field()
            and not self._faults
            and not self._change.busy
        )

    def _edits(self) -> int:
        return self._draft.changes() if self._draft else 0

    fields = Property(QObject, lambda self: self._fields, constant=True)
    offers = Property(QObject, lambda self: self._offers, constant=True)
    hours = Property(QObject, lambda self: self._hours, constant=True)
    margins = Property(QObject, lambda self: self._margins, constant=True)
    codes = Property(QObject, lambda self: self._codes, constant=True)
    effects = Property(QObject, lambda self: self._effects, constant=True)
    ladder = Property(QObject, lambda self: self._ladder, constant=True)
    applying = Property(QObject, lambda self: self._change, constant=True)
    note = Property(str, lambda self: self._note, notify=changed)
    edits = Property(int, _edits, notify=changed)
    faults = Property("QStringList", lambda self: list(self._faults), notify=changed)  # type: ignore[arg-type]
    ready = Property(bool, _ready, notify=changed)
    current = Property(bool, lambda self: self._effects_draft == self._draft, notify=effectsChanged)


def _on_sale(view: StoreView, appraiser: Appraiser, now: datetime) -> Iterator[PortionFacts]:
    """What the engine knows of every portion that somebody could buy now."""
    floor, on_sale = view.settings.quality.sale_floor, (
        PortionState.AVAILABLE, PortionState.RESERVED)  # fmt: skip
    for portion in view.portions.values():
        product = view.products.get(portion.product_id)
        if portion.state not in on_sale or not product or not product.active or not product.quality:
            continue
        facts = appraiser.facts(portion, product, now)
        if facts.score is not None and facts.score >= floor and (facts.left_s or 0) > 0:
            yield facts


def _edited(items: tuple[Any, ...], known: tuple[Any, ...]) -> tuple[Any, ...] | None:
    return None if items == known else items


def _example(line: form.FormField) -> str:
    if line.name == "sell_by_steps":
        return _t("Office", "Write it as 1 h: 90 %; 30 min: 75 %.")
    return rule_words.example(line.kind)
