"""An open allergen incident, announced until a person at this till has said it was read."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Slot

from app.domain.equipment import IncidentRecord, IncidentState
from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import Store
from app.services.store_view import StoreView
from app.ui.pos.shown import Shown
from app.ui.shared.format import clock
from app.ui.shared.refusal_text import sentence
from app.ui.shared.shell import Shell

_t = QCoreApplication.translate


class IncidentNotice(Shown):
    """`props.title` is empty while nothing has to be read here."""

    def __init__(self, shell: Shell, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._store = shell, store
        self._session: Session | None = None
        self._busy: UUID | None = None
        self.show_props({"title": "", "text": "", "more": 0})

    def use(self, session: Session | None) -> None:
        """Who reads it."""
        self._session = session

    def derive(self, view: StoreView) -> None:
        """Show the oldest incident that nobody has read at this till."""
        waiting = self._unread(view)
        if not waiting:
            self.show_props({"title": "", "text": "", "more": 0})
            return
        first = waiting[0]
        title, text = incident_words(first, view)
        self.show_props({"title": title, "text": text, "more": len(waiting) - 1})

    @Slot()
    def read(self) -> None:
        """The signed-in person has read it; the store keeps who and when."""
        view, session = self._store.feed.view, self._session
        waiting = self._unread(view) if view else []
        if session is None or not waiting or self._busy == waiting[0].id:
            return
        self._busy = waiting[0].id
        self._shell.tasks.start(self._read(session, waiting[0].id), name="read incident")

    async def _read(self, session: Session, incident_id: UUID) -> None:
        try:
            await self._store.allergens.read_incident(
                session, request=new_id(), incident_id=incident_id
            )
        except Exception as error:
            self._shell.banner.show(*sentence(error), "warning")
        finally:
            self._busy = None

    def _unread(self, view: StoreView) -> list[IncidentRecord]:
        here = self._store.terminal_id

        def reported(each: IncidentRecord) -> datetime:
            return each.reported_at

        open_ones = (e for e in view.allergen_incidents.values() if e.state is IncidentState.OPEN)
        return sorted((e for e in open_ones if here not in e.read_at), key=reported)


def incident_words(incident: IncidentRecord, view: StoreView) -> tuple[str, str]:
    """What happened and what to do at the counter."""
    whole = view.wholes.get(incident.whole_id)
    product = view.products.get(whole.product_id) if whole else None
    name = product.name if product else ""
    code = whole.code if whole else ""
    lots = sorted(view.wholes[each].code for each in incident.lots if each in view.wholes)
    title = _t("Till", "Allergen incident, {time}: {name} {code}").format(
        time=clock(incident.reported_at, view.settings), name=name, code=code
    )
    text = _t(
        "Till",
        "“{note}” Blocked: {lots}. Take them off the display, hand nothing of them out. Bring a"
        " guest who ate of them to the food safety manager at once. Receipts concerned: {count}.",
    ).format(note=incident.note, lots=", ".join(lots) or "–", count=len(incident.receipts))
    return title, text
