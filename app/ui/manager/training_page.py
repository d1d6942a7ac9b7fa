"""The training page: who was taught what, until when it counts, and what it did to their scores."""

from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.training import Effect, Standing, TrainingKind
from app.services.refusal import Refused, StoreUnreachable
from app.services.signing import binding, store_day
from app.services.store_view import StoreView
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.manager.training_form import TrainingForm, denied
from app.ui.manager.training_rows import (
    PersonRow,
    RecordRow,
    person_rows,
    record_rows,
    standings,
)
from app.ui.shared.list_model import RowsModel
from app.ui.shared.refusal_training import training_word

_t = QCoreApplication.translate
_SOON = (Standing.ENDING, Standing.LAPSED)


class TrainingPage(QObject):
    """People on the left; the chosen one's records and a new one on the right."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._people: RowsModel[PersonRow] = RowsModel(PersonRow, parent=self)
        self._records: RowsModel[RecordRow] = RowsModel(RecordRow, parent=self)
        self._errand = Errand(desk.shell, "training", self)
        self._errand.finished.connect(self._ask)
        self._form = TrainingForm(desk, self._errand, self)
        self._chosen: UUID | None = None
        self._effects: dict[UUID, Effect] = {}
        self._state: tuple[str, str, str, int] = ("", "", "", 0)
        self._asking = self._again = False
        desk.moved.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the store as it is now."""
        view = self._desk.view
        if view is None:
            return
        today = store_day(view, self._desk.now)
        self._people.set_rows(person_rows(view, today))
        chosen = self._chosen
        self._records.set_rows(record_rows(view, chosen, self._effects) if chosen else [])
        state = self._notice(view)
        if state != self._state:
            self._state = state
            self.changed.emit()

    def _notice(self, view: StoreView) -> tuple[str, str, str, int]:
        """Title, text, tone and how many trainings have ended or end soon."""
        if not view.settings.food.checkpoints.training_required:
            return (
                _t("Office", "Checks are signed without training"),
                _t("Office", "A rule on the page Rules says so (checks)."), "info", 0,
            )  # fmt: skip
        if not binding(view, (TrainingKind.QUALITY,)):
            return (
                _t("Office", "No quality training is on file: anybody signs checks"),
                _t("Office", "From the first record on only those with valid training do. "
                   "Write down everybody's before the next shift."), "warning", 0,
            )  # fmt: skip
        found = standings(view, store_day(view, self._desk.now))
        soon = [
            f"{view.staff[person].name} ({training_word(kind)})"
            for (person, kind), stands in found.items()
            if stands in _SOON
        ]
        if not soon:
            return "", "", "", 0
        return (
            _t("Office", "Ended, or ends within {n} days").format(
                n=view.settings.food.checkpoints.training_warning.days
            ),
            ", ".join(sorted(soon)), "warning", len(soon),
        )  # fmt: skip

    @Slot(int)
    def choose(self, index: int) -> None:
        """Show a person's records."""
        if 0 <= index < len(self._people.rows):
            self._chosen = UUID(self._people.rows[index].id)
            self._effects = {}
            self.refresh()
            self.changed.emit()
            self._ask()

    @Slot()
    def create(self) -> None:
        """A new record of the chosen person."""
        if self._chosen is not None:
            self._form.begin(self._chosen)

    @Slot(str)
    def withdraw(self, key: str) -> None:
        """A record was a mistake."""
        session, store = self._desk.session(), self._desk.store
        if session is None:
            return
        self._errand.ask(
            key,
            lambda request: store.trainings.withdraw(
                session, request=request, training_id=UUID(key)
            ),
            lambda _answer: (
                _t("Office", "The record is withdrawn"),
                _t("Office", "It counts no longer and stays in the list."),
            ),
            denied,
        )

    @Slot()
    def _ask(self) -> None:
        """Load what the trainings did to the chosen person's scores."""
        if self._chosen is None or self._desk.session() is None:
            return
        if self._asking:
            self._again = True
            return
        started = self._desk.shell.tasks.start(self._load(self._chosen), name="training")
        self._asking = started is not None

    async def _load(self, staff_id: UUID) -> None:
        session = self._desk.session()
        try:
            found = await self._desk.store.trainings.effect(session, staff_id) if session else ()
            if self._chosen == staff_id:
                self._effects = {each.training_id: each for each in found}
        except (StoreUnreachable, Refused):
            self._effects = {}
        finally:
            self._asking = False
        self.refresh()
        if self._again:
            self._again = False
            self._ask()

    def _name(self) -> str:
        view = self._desk.view
        return view.staff[self._chosen].name if view is not None and self._chosen else ""

    people = Property(QObject, lambda self: self._people, constant=True)
    records = Property(QObject, lambda self: self._records, constant=True)
    form = Property(QObject, lambda self: self._form, constant=True)
    saving = Property(QObject, lambda self: self._errand, constant=True)
    person = Property(str, _name, notify=changed)
    title = Property(str, lambda self: self._state[0], notify=changed)
    text = Property(str, lambda self: self._state[1], notify=changed)
    tone = Property(str, lambda self: self._state[2], notify=changed)
    waiting = Property(int, lambda self: self._state[3], notify=changed)
