"""Guests: found, shown what is kept of them, exported, erased; and the marketing export."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, QStandardPaths, Signal, Slot

from app.domain.approval import ApprovalAction
from app.domain.guests import ConsentKind, FoundGuest, GuestProfile, GuestRecord, profile_of
from app.domain.ids import new_id
from app.domain.marketing import marketing_file
from app.domain.people import Session
from app.services.guest_export import export_text
from app.services.ports import Weekly
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.guest_rows import (
    FOUND_BY,
    ConsentLine,
    GuestLine,
    PurchaseLine,
    consent_lines,
    guest_line,
    profile_text,
    purchase_lines,
)
from app.ui.manager.sorted_rows import SortedRows
from app.ui.manager.week_plot import WeekPlot
from app.ui.shared.approval_dialog import ApprovalDialog
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, sentence

_t = QCoreApplication.translate


def download_folder() -> Path:
    """Where this person's files go."""
    where = QStandardPaths.StandardLocation.DownloadLocation
    return Path(QStandardPaths.writableLocation(where) or Path.home())


class GuestsPage(QObject):
    """Nothing of a guest stays in memory once another one is shown or the page is left."""

    changed = Signal()

    def __init__(self, desk: Desk, approval: ApprovalDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._approval = desk, approval
        self.folder: Callable[[], Path] = download_folder
        self._errand = Errand(desk.shell, "guests", self)
        self._weeks = WeekPlot(desk, Weekly.POINTS, self)
        self._found = SortedRows(GuestLine, FOUND_BY, parent=self)
        self._consents = RowsModel(ConsentLine, parent=self)
        self._purchases = RowsModel(PurchaseLine, parent=self)
        self._record: GuestRecord | None = None
        self._text = ""

    def show(self, shown: bool) -> None:
        """Begin with a search, or forget who was shown."""
        self._set(None)
        self._found.set_rows([])
        if shown:
            self.search("")

    @Slot(str)
    def search(self, text: str) -> None:
        """Look for a phone, a card or a name."""
        self._text = text
        session = self._desk.session()
        if session is not None:
            self._desk.shell.tasks.start(self._search(session, text), name="find guests")

    @Slot(int)
    def choose(self, row: int) -> None:
        """Show one of the found guests."""
        if 0 <= row < len(self._found.rows):
            self._show(UUID(self._found.rows[row].id))

    @Slot(str)
    def toggle(self, kind: str) -> None:
        """The guest takes a yes back, or says yes now."""
        record = self._record
        if record is not None:
            said = ConsentKind(kind)
            self._act(
                ("consent", record.id, kind, record.has(said)),
                lambda session, request: self._desk.store.guests.set_consent(
                    session, request=request, customer_id=record.id, kind=said,
                    given=not record.has(said),
                ),
                lambda _answer: ("", ""),
            )  # fmt: skip

    @Slot()
    def followUp(self) -> None:
        """Ask this guest once how it was."""
        record = self._record
        if record is not None:
            self._act(
                ("follow up", record.id),
                lambda session, request: self._desk.store.guests.flag_follow_up(
                    session, request=request, customer_id=record.id
                ),
                lambda _answer: (_t("Office", "Noted for one follow-up"), ""),
            )

    @Slot()
    def exportGuest(self) -> None:
        """Write everything that is kept of the guest to a file."""
        if self._record is not None:
            name = f"guest-{str(self._record.id)[:8]}.json"
            self._write(name, export_text(self._record, self._profile()))

    @Slot()
    def exportMarketing(self) -> None:
        """Write what may leave the shop: current consents only."""
        session = self._desk.session()
        if session is not None:
            self._desk.shell.tasks.start(self._marketing(session), name="marketing export")

    @Slot()
    def erase(self) -> None:
        """Forget the guest; a second person has to agree."""
        session = self._desk.session()
        if session is not None and self._record is not None:
            self._desk.shell.tasks.start(self._erase(session, self._record), name="erase guest")

    async def _search(self, session: Session, text: str) -> None:
        try:
            found: tuple[FoundGuest, ...] = await self._desk.store.guests.find(session, text)
        except Exception as error:
            self._fail(error)
            return
        if text == self._text:
            self._found.set_rows([guest_line(each) for each in found])
            self.changed.emit()

    def _show(self, customer_id: UUID) -> None:
        session = self._desk.session()
        if session is not None:
            self._desk.shell.tasks.start(self._load(session, customer_id), name="guest record")

    async def _load(self, session: Session, customer_id: UUID) -> None:
        try:
            self._set(await self._desk.store.guests.record(session, customer_id))
        except Exception as error:
            self._fail(error)

    async def _marketing(self, session: Session) -> None:
        settings = self._desk.settings
        if settings is None:
            return
        try:
            rows = await self._desk.store.guests.marketing(
                session, settings.guest.profile_window.days
            )
        except Exception as error:
            self._fail(error)
            return
        day = self._desk.now.date().isoformat()
        self._write(f"marketing-{day}.csv", marketing_file(rows, settings.guest))

    async def _erase(self, session: Session, record: GuestRecord) -> None:
        approval = await self._approval.obtain(
            session,
            ApprovalAction.ERASE_GUEST,
            {"customer_id": str(record.id)},
            what=_t("Office", "Everything that says who this guest is will be erased."),
            reasons=(
                _t("Office", "The guest asked for it"),
                _t("Office", "Kept without consent"),
            ),
        )
        if approval is None:
            return
        try:
            sales = await self._desk.store.guests.erase(
                session, request=new_id(), customer_id=record.id, approval_id=approval
            )
        except Exception as error:
            self._fail(error)
            return
        self._set(None)
        self._errand.say(
            "ok",
            _t("Office", "The guest is erased"),
            _t("Office", "{count} sales stay, of nobody.").format(count=sales),
        )
        self.search(self._text)

    def _act(self, what: Any, act: Callable[[Session, UUID], Any], told: Any) -> None:
        session, record = self._desk.session(), self._record
        if session is None or record is None:
            return

        async def run(request: UUID) -> None:
            await act(session, request)
            await self._load(session, record.id)

        self._errand.ask(what, run, told)

    def _write(self, name: str, text: str) -> None:
        path = self.folder() / name
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            self._errand.say("danger", _t("Office", "The file could not be written"), str(error))
        else:
            self._errand.say("ok", _t("Office", "Written to a file"), str(path))

    def _fail(self, error: Exception) -> None:
        if not is_expected(error):
            raise error
        self._errand.say("warning", *sentence(error))

    def _set(self, record: GuestRecord | None) -> None:
        self._record = record
        settings = self._desk.settings
        if record is None or settings is None:
            self._consents.set_rows([])
            self._purchases.set_rows([])
        else:
            self._consents.set_rows(consent_lines(record, settings))
            self._purchases.set_rows(purchase_lines(record, settings))
        self.changed.emit()

    def _profile(self) -> GuestProfile:
        record, settings = self._record, self._desk.settings
        if record is None or settings is None:
            return GuestProfile()
        return profile_of(record.purchases, self._desk.now, settings.guest, settings.time_zone)

    def _profile_text(self) -> str:
        settings = self._desk.settings
        if self._record is None or settings is None:
            return ""
        return profile_text(self._profile(), settings, self._desk.now)

    def _contact(self) -> str:
        record = self._record
        return " · ".join(filter(None, (record.phone, record.card))) if record else ""

    def _points(self) -> str:
        if self._record is None:
            return ""
        return _t("Office", "{count} points").format(count=self._record.balance)

    def _may_follow(self) -> bool:
        record = self._record
        return (
            record is not None and record.has(ConsentKind.FEEDBACK) and record.follow_up_at is None
        )

    weeks = Property(QObject, lambda self: self._weeks, constant=True)
    found = Property(QObject, lambda self: self._found, constant=True)
    consents = Property(QObject, lambda self: self._consents, constant=True)
    purchases = Property(QObject, lambda self: self._purchases, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    name = Property(str, lambda self: self._record.name if self._record else "", notify=changed)
    contact = Property(str, _contact, notify=changed)
    points = Property(str, _points, notify=changed)
    profile = Property(str, _profile_text, notify=changed)
    mayFollowUp = Property(bool, _may_follow, notify=changed)  # noqa: N815
