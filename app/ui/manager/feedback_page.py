"""Complaints and ratings: the queue with its running times, the facts, and the mean scores."""

from datetime import timedelta
from uuid import UUID, uuid5

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.complaint import Complaint, ComplaintState
from app.domain.people import Session
from app.services.refusal import RefusalCode, Refused
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.feedback_facts import FactLine, facts
from app.ui.manager.feedback_rates import (
    RATES_BY,
    SAID_BY,
    RateRow,
    SaidRow,
    rate_rows,
    said_rows,
)
from app.ui.manager.feedback_rows import QueueRow, given, queue
from app.ui.manager.feedback_scores import ScoreTile, score_tiles
from app.ui.manager.feedback_trend import FeedbackTrend, since
from app.ui.manager.guest_alerts import GuestAlerts
from app.ui.manager.sorted_rows import SortedRows
from app.ui.manager.voucher_rows import (
    VOUCHERS_BY,
    VoucherLine,
    liability_text,
    voucher_lines,
)
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_text import is_expected, sentence

_t = QCoreApplication.translate
PERIOD = timedelta(days=30)
NOT_ASKED = -1


class FeedbackPage(QObject):
    """The queue follows the store and the clock; the scores are asked for when the page opens."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._errand = Errand(desk.shell, "complaint", self)
        self._queue = RowsModel(QueueRow, parent=self)
        self._facts = RowsModel(FactLine, parent=self)
        self._said = SortedRows(SaidRow, SAID_BY, parent=self)
        self._rates = SortedRows(RateRow, RATES_BY, parent=self)
        self._vouchers = SortedRows(VoucherLine, VOUCHERS_BY, parent=self)
        self._tiles = RowsModel(ScoreTile, parent=self)
        self._trend = FeedbackTrend(desk, self)
        self._chosen: UUID | None = None
        self._follow_up = NOT_ASKED
        self._shown = self._asking = False
        self._alerts = GuestAlerts(desk)
        desk.shell.clock.tick.connect(self._tick)
        # A guest waits: a complaint is worth no debouncing.
        self._off = desk.store.feed.on_view(lambda _view, _changes: self.refresh())

    def stop(self) -> None:
        """Hear nothing more of the store."""
        self._off()

    def show(self, shown: bool) -> None:
        """Ask for the scores when the page is opened."""
        self._shown = shown
        if shown:
            self.refresh()
            self._ask()

    @Slot()
    def refresh(self) -> None:
        """Show the queue as it is now."""
        view = self._desk.view
        if view is None:
            return
        self._queue.set_rows(queue(view, self._desk.now))
        self._vouchers.set_rows(voucher_lines(view, self._desk.now))
        self._alerts.look(reading=self._shown)
        chosen = self._complaint()
        self._facts.set_rows(facts(chosen, view.settings, given(chosen, view)) if chosen else [])
        self.changed.emit()

    @Slot(str)
    def choose(self, complaint: str) -> None:
        """Show what is known of a complaint."""
        self._chosen = UUID(complaint) if complaint else None
        self._follow_up = NOT_ASKED
        self.refresh()

    @Slot(int)
    def followUp(self, stars: int) -> None:
        """How the guest feels now: 1 to 5, or 0 for somebody who did not want to say."""
        self._follow_up = stars
        self.changed.emit()

    @Slot(str)
    def settle(self, outcome: str) -> None:
        """Say what came of the chosen complaint."""
        session, chosen = self._desk.session(), self._complaint()
        if session is None or chosen is None:
            return
        asked = self._asked()
        if asked == NOT_ASKED:
            self._errand.say("warning", *sentence(Refused(RefusalCode.FOLLOW_UP_MISSING)))
            return
        self._errand.ask(
            (chosen.id, outcome, asked),
            lambda request: self._close(session, request, chosen, outcome),
            self._settled,
        )

    async def _close(
        self, session: Session, request: UUID, complaint: Complaint, outcome: str
    ) -> None:
        complaints = self._desk.store.complaints
        if complaint.follow_up_at is None:
            await complaints.follow_up(
                session, request=uuid5(request, "follow-up"), complaint_id=complaint.id,
                stars=self._follow_up or None,
            )  # fmt: skip
        await complaints.resolve(
            session, request=request, complaint_id=complaint.id, outcome=outcome
        )

    def _liability(self) -> str:
        view = self._desk.view
        return liability_text(view, self._desk.now) if view else ""

    def _asked(self) -> int:
        """The answer given at the counter, else the one chosen here."""
        chosen = self._complaint()
        if chosen is not None and chosen.follow_up_at is not None:
            return chosen.follow_up_stars or 0
        return self._follow_up

    def _settled(self, _answer: object) -> tuple[str, str]:
        self._chosen = None
        self.refresh()
        self._ask()
        return _t("Office", "The complaint is settled"), ""

    @Slot()
    def _tick(self) -> None:
        if self._shown and self._queue.rows:
            self.refresh()
        else:
            self._alerts.look(reading=self._shown)

    def _ask(self) -> None:
        session = self._desk.session()
        if session is not None and not self._asking:
            self._asking = True
            self._desk.shell.tasks.start(self._load(session), name="feedback")

    async def _load(self, session: Session) -> None:
        settings = self._desk.settings
        until = self._desk.now + timedelta(minutes=1)
        try:
            complaints = self._desk.store.complaints
            found = await complaints.feedback(session, until - PERIOD, until)
            bands = settings.recovery.age_bands_min if settings else ()
            rates = await complaints.rates(session, until - PERIOD, until, bands)
            begin = since(settings, self._desk.now) if settings else until
            days = await complaints.days(session, begin, until)
        except Exception as error:
            if not is_expected(error):
                raise
            self._errand.say("warning", *sentence(error))
        else:
            if settings is not None:
                self._tiles.set_rows(score_tiles(found, settings))
                self._said.set_rows(said_rows(found.ratings, settings))
                self._rates.set_rows(rate_rows(rates, settings))
                self._trend.fill(days)
        finally:
            self._asking = False
            self.changed.emit()

    def _complaint(self) -> Complaint | None:
        view = self._desk.view
        found = view.complaints.get(self._chosen) if view and self._chosen else None
        return found if found and found.state is ComplaintState.OPEN else None

    def _known_already(self) -> bool:
        chosen = self._complaint()
        return chosen is not None and chosen.follow_up_at is not None

    def _title(self) -> str:
        chosen = self._complaint()
        return str(chosen.facts.get("name", "")) if chosen else ""

    queue = Property(QObject, lambda self: self._queue, constant=True)
    facts = Property(QObject, lambda self: self._facts, constant=True)
    said = Property(QObject, lambda self: self._said, constant=True)
    rates = Property(QObject, lambda self: self._rates, constant=True)
    trend = Property(QObject, lambda self: self._trend, constant=True)
    tiles = Property(QObject, lambda self: self._tiles, constant=True)
    errand = Property(QObject, lambda self: self._errand, constant=True)
    title = Property(str, _title, notify=changed)
    followedUp = Property(int, _asked, notify=changed)  # noqa: N815
    followUpKnown = Property(bool, _known_already, notify=changed)  # noqa: N815
    vouchers = Property(QObject, lambda self: self._vouchers, constant=True)
    liability = Property(str, _liability, notify=changed)
    waiting = Property(
        int,
        lambda self: len({row.complaint for row in self._queue.rows if row.complaint}),
        notify=changed,
    )
