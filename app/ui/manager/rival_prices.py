"""Other shops' prices: recorded, imported, and where they speak against the own ones."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.numbers import get_currency_precision
from PySide6.QtCore import Property, QCoreApplication, QObject, QUrl, Signal, Slot

from app.domain.policy import StoreSettings
from app.domain.prices.competitors import CompetitorPrice, PriceFlag
from app.services.import_prices import BadRow, NoSuchColumns, product_key, read_prices
from app.services.ports import SeenPrice
from app.services.save_product import new_product_of
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.rival_flags import (
    SEEN_BY,
    FlagLine,
    SeenLine,
    bad_text,
    bad_title,
    flag_line,
    price_flags,
    seen_line,
)
from app.ui.manager.rule_fields import read_amount_minor, read_text
from app.ui.manager.schedule_fields import Values, read_date
from app.ui.manager.sorted_rows import SortedRows
from app.ui.manager.typed import Fault, Faults
from app.ui.manager.words import fault_text
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected

_t = QCoreApplication.translate
_MOST_SHOWN = 300


class RivalPrices(QObject):
    """`flags` are derived from what was seen within the policy's days; `seen` is newest first."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._flags = RowsModel(FlagLine, parent=self)
        self._seen = SortedRows(SeenLine, SEEN_BY, parent=self)
        self._known: tuple[SeenPrice, ...] = ()
        self._sums: Mapping[UUID, tuple[int, int]] = {}
        self._proposals: dict[UUID, PriceFlag] = {}
        self._errand = Errand(desk.shell, "competitor prices", self)
        self._errand.finished.connect(self.read)
        self._values: Values = {"product": "", "price": "", "date": "", "origin": ""}
        self._errors: dict[str, str] = {}

    def _today(self, settings: StoreSettings) -> date:
        return self._desk.now.astimezone(ZoneInfo(settings.time_zone)).date()

    @Slot()
    def read(self) -> None:
        """Ask the store for what was seen."""
        if self._desk.settings is not None:
            self._desk.shell.tasks.start(self._read(self._desk.settings), name="competitors")

    async def _read(self, settings: StoreSettings) -> None:
        since = self._today(settings) - timedelta(days=settings.pricing.competitors.max_age_days)
        try:
            competitors = self._desk.store.competitors
            self._sums = await competitors.sums(since)
            self._known = await competitors.seen(since, _MOST_SHOWN)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            # The page stays usable; the pill already says that the store is away.
            if not is_expected(error):
                raise
            return
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Compare with the products as they are now."""
        view = self._desk.view
        if view is None:
            return
        self._proposals = price_flags(view, self._sums)
        self._flags.set_rows([flag_line(f, view) for f in self._proposals.values()])
        self._seen.set_rows([seen_line(each, view) for each in self._known])
        self.changed.emit()

    @Slot(str, str)
    def write(self, field: str, typed: str) -> None:
        """Take what was typed into the form for one price."""
        self._values = {**self._values, field: typed}
        self._errors = {name: error for name, error in self._errors.items() if name != field}
        self.changed.emit()

    @Slot()
    def record(self) -> None:
        """Record the price in the form."""
        session, settings = self._desk.session(), self._desk.settings
        if session is None or settings is None:
            return
        price, faults = self._typed_price(settings)
        self._errors = {field: fault_text(field, fault) for field, fault in faults.items()}
        self.changed.emit()
        if price is None:
            return
        competitors = self._desk.store.competitors
        self._errand.ask(
            price,
            lambda request: competitors.record(session, request=request, prices=[price]),
            lambda _count: (_t("Office", "Recorded"), price.origin),
        )

    def _typed_price(self, settings: StoreSettings) -> tuple[CompetitorPrice | None, Faults]:
        faults: Faults = {}
        values = self._values
        if not values["product"]:
            faults["product"] = Fault.MISSING
        minor = read_amount_minor("price", values, faults, settings.currency)
        today = self._today(settings)
        on = read_date("date", values, faults) or today
        if on > today:
            faults["date"] = Fault.OUT_OF_RANGE
        origin = read_text("origin", values, faults)
        if faults:
            return None, faults
        return CompetitorPrice(UUID(values["product"]), minor, on, origin), {}

    @Slot(int)
    def strikeRow(self, row: int) -> None:
        """Let a wrong one count no more."""
        session, rows = self._desk.session(), self._seen.rows
        if session is not None and 0 <= row < len(rows):
            competitors, price = self._desk.store.competitors, UUID(rows[row].id)
            self._errand.ask(
                ("strike", price),
                lambda request: competitors.strike(session, request=request, price_id=price),
                lambda _: (_t("Office", "Struck out"), _t("Office", "It counts no more.")),
            )

    @Slot(str)
    def adopt(self, key: str) -> None:
        """Take over the proposed price as the product's own."""
        view, session = self._desk.view, self._desk.session()
        flag = self._proposals.get(UUID(key))
        if view is None or session is None or flag is None:
            return
        product = view.products[flag.product_id]
        known = new_product_of(product)
        new = replace(known, base_price_minor=flag.proposed_minor, whole_price_minor=None)
        catalogue = self._desk.store.catalogue
        self._errand.ask(
            new,
            lambda request: catalogue.save_product(session, request=request, product=new),
            lambda _: (
                _t("Office", "Adopted"),
                f"{product.name}: {text.money(flag.proposed_minor, view.settings)}",
            ),
        )

    @Slot(QUrl)
    @Slot(str)
    def importFile(self, file: QUrl | str) -> None:
        """Take over all prices of a CSV file, or none and name the rows that are wrong."""
        path = file.toLocalFile() if isinstance(file, QUrl) else str(file)
        path = path.removeprefix("file://").strip()
        view, session = self._desk.view, self._desk.session()
        if not path or view is None or session is None or self._errand.busy:
            return
        self._desk.shell.tasks.start(self._import(Path(path), view), name="import prices")

    async def _import(self, file: Path, view: StoreView) -> None:
        names = {product_key(each.name): each.id for each in view.products.values()}
        names |= {str(key): key for key in view.products}
        decimals, today = get_currency_precision(view.settings.currency), self._today(view.settings)

        def read() -> tuple[tuple[CompetitorPrice, ...], tuple[BadRow, ...]]:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                return read_prices(lines, names, decimals, today)

        not_taken = _t("Office", "Nothing was imported")
        try:
            # A thread of its own: the Qt loop's default ones never end a call that was cancelled.
            with ThreadPoolExecutor(1, thread_name_prefix="wedge-import") as thread:
                prices, bad = await asyncio.get_running_loop().run_in_executor(thread, read)
        except NoSuchColumns as error:
            wanted = _t("Office", "The first line must name: product, price, date, origin.")
            missing = _t("Office", "Missing: {names}.").format(names=error)
            self._errand.say("danger", not_taken, f"{wanted} {missing}")
            return
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "UTF-8"
            self._errand.say("danger", not_taken, f"{file.name}: {reason}")
            return
        if bad or not prices:
            self._errand.say("danger", bad_title(bad), bad_text(bad))
            return
        self._send(prices, file.name)

    def _send(self, prices: tuple[CompetitorPrice, ...], name: str) -> None:
        session = self._desk.session()
        if session is None:
            return
        competitors = self._desk.store.competitors
        self._errand.ask(
            prices,
            lambda request: competitors.record(session, request=request, prices=prices),
            lambda count: (_t("Office", "{n} prices imported").format(n=count), name),
        )

    def _choices(self) -> list[dict[str, str]]:
        products = self._desk.view.products.values() if self._desk.view else ()
        named = [{"key": str(p.id), "text": p.name} for p in products if p.active]
        return sorted(named, key=lambda each: each["text"].casefold())

    flags = Property(QObject, lambda self: self._flags, constant=True)
    seen = Property(QObject, lambda self: self._seen, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    products = Property(list, _choices, notify=changed)
    values = Property(dict, lambda self: self._values, notify=changed)
    errors = Property(dict, lambda self: self._errors, notify=changed)
    count = Property(
        int, lambda self: sum(count for count, _ in self._sums.values()), notify=changed
    )
    days = Property(
        int,
        lambda self: self._desk.settings.pricing.competitors.max_age_days
        if self._desk.settings else 0,
        notify=changed,
    )  # fmt: skip
