"""Single coupon codes of an offer in force: made in batches, counted, and written to a file."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports.coupons import CouponCount
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.guests_page import download_folder
from app.ui.shared import format as text
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, sentence

_t = QCoreApplication.translate
MOST = 5000


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One batch, or the shared code, in words; `canSave`: some of its codes are open."""

    id: str
    name: str
    detail: str
    canSave: bool  # noqa: N815 (QML role)


class CouponCodes(QObject):
    """`look` at one offer; codes leave the store only into the file that somebody asks for."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.folder: Callable[[], Path] = download_folder
        self._errand = Errand(desk.shell, "coupon codes", self)
        self._errand.finished.connect(self._again)
        self._rows = RowsModel(BatchLine, parent=self)
        self._promotion = ""

    @Slot(str)
    def look(self, promotion_id: str) -> None:
        """Show the batches of this offer."""
        self._promotion = promotion_id
        self._rows.set_rows([])
        self._errand.say("ok", "", "")
        self._again()
        self.changed.emit()

    @Slot(str, str)
    def make(self, count: str, last_day: str) -> None:
        """Make so many codes, good until the end of that day (empty: as long as the offer)."""
        session, ends_at = self._desk.session(), self._ends(last_day)
        if session is None:
            return
        if not count.strip().isdecimal() or not 1 <= int(count) <= MOST:
            self._errand.say("warning", _t("Office", "How many codes, from 1 to 5000?"), "")
            return
        if last_day.strip() and ends_at is None:
            self._errand.say("warning", _t("Office", "Write the day as 2026-12-31."), "")
            return
        promotion, made = self._promotion, int(count)
        self._errand.ask(
            (promotion, made, ends_at),
            lambda request: self._desk.store.coupons.make(
                session, request=request, batch_id=new_id(), promotion_id=promotion,
                count=made, ends_at=ends_at,
            ),
            lambda _answer: (
                _t("Office", "{n} codes are made").format(n=made),
                _t("Office", "Save them as a file to print them or to send them."),
            ),
        )  # fmt: skip

    @Slot(str)
    def save(self, batch_id: str) -> None:
        """Write the open codes of a batch to a file."""
        session = self._desk.session()
        if session is not None and batch_id:
            self._desk.shell.tasks.start(self._save(session, UUID(batch_id)), name="save coupons")

    @Slot()
    def _again(self) -> None:
        session = self._desk.session()
        if session is not None and self.inForce:
            self._desk.shell.tasks.start(self._count(session, self._promotion), name="coupons")

    async def _count(self, session: Session, promotion_id: str) -> None:
        try:
            found = await self._desk.store.coupons.counts(session)
        except Exception as error:
            self._fail(error)
            return
        if promotion_id == self._promotion:
            mine = [each for each in found if each.promotion_id == promotion_id]
            self._rows.set_rows([self._line(each) for each in mine])
            self.changed.emit()

    async def _save(self, session: Session, batch_id: UUID) -> None:
        try:
            codes = await self._desk.store.coupons.codes(session, batch_id)
            path = self.folder() / f"coupons-{str(batch_id)[-8:]}.csv"
            path.write_text(codes_file(codes, self._name()), encoding="utf-8")
        except OSError as error:
            self._errand.say("danger", _t("Office", "The file could not be written"), str(error))
        except Exception as error:
            self._fail(error)
        else:
            self._errand.say("ok", _t("Office", "Written to a file"), str(path))

    def _fail(self, error: Exception) -> None:
        if not is_expected(error):
            raise error
        self._errand.say("warning", *sentence(error))

    def _line(self, each: CouponCount) -> BatchLine:
        settings = self._desk.settings
        assert settings is not None, "counted once the store is known"
        if each.batch_id is None or each.made is None or each.made_at is None:
            used = _t("Office", "{used} orders used it, {held} open orders have it")
            return BatchLine(
                "", _t("Office", "The shared code"),
                used.format(used=each.used, held=each.held), canSave=False,
            )  # fmt: skip
        name = _t("Office", "{made} codes of {when}, by {who}").format(
            made=each.made, when=text.date_time(each.made_at, settings), who=each.made_by
        )
        detail = _t("Office", "{used} used, {held} in open orders, {open} open").format(
            used=each.used, held=each.held, open=each.open
        )
        if each.ends_at is not None:
            last = text.date_time(each.ends_at, settings)
            detail += " · " + _t("Office", "until {when}").format(when=last)
        return BatchLine(str(each.batch_id), name, detail, canSave=each.open > 0)

    def _ends(self, last_day: str) -> datetime | None:
        settings = self._desk.settings
        try:
            day = datetime.strptime(last_day.strip(), "%Y-%m-%d").date()  # noqa: DTZ007
        except ValueError:
            return None
        zone = ZoneInfo(settings.time_zone) if settings else None
        return datetime.combine(day + timedelta(days=1), time(), zone)

    def _name(self) -> str:
        settings = self._desk.settings
        found = settings.pricing.promotions if settings else ()
        return next((each.name for each in found if each.id == self._promotion), "")

    def _in_force(self) -> bool:
        settings = self._desk.settings
        return settings is not None and any(
            each.id == self._promotion and each.is_counted for each in settings.pricing.promotions
        )

    rows = Property(QObject, lambda self: self._rows, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    inForce = Property(bool, _in_force, notify=changed)  # noqa: N815


def codes_file(codes: tuple[str, ...], offer: str) -> str:
    """A CSV of two columns; no cell can be read as a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["code", "offer"])
    safe = f"'{offer}" if offer[:1] in ("=", "+", "-", "@", "\t") else offer
    writer.writerows([code, safe] for code in codes)
    return out.getvalue()
