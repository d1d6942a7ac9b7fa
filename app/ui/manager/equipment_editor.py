"""The form for one cutting tool or surface: code, name, what it suits, and where it stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot

from app.domain.equipment import EquipmentKind
from app.domain.ids import new_id
from app.domain.people import Session
from app.services.ports import NewSurface, NewTool
from app.services.refusal import RefusalCode, Refused
from app.ui.manager.desk import Desk
from app.ui.manager.errand import Errand
from app.ui.shared.refusal_text import sentence

_t = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed so far."""

    id: UUID
    tool: bool
    code: str = ""
    name: str = ""
    suits: tuple[UUID, ...] = ()
    station: UUID | None = None
    active: bool = True


class EquipmentEditor(QObject):
    """Open while `shown.open`; answers appear in the page's own notice."""

    changed = Signal()

    def __init__(self, desk: Desk, errand: Errand, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._errand = desk, errand
        self._draft: Draft | None = None
        self._new = False

    @Slot(str)
    def create(self, kind: str) -> None:
        """Begin a new tool or surface."""
        self._open(Draft(new_id(), kind == EquipmentKind.TOOL.value), new=True)

    @Slot(str)
    def edit(self, key: str) -> None:
        """Open what is in the list."""
        view = self._desk.view
        known = view.equipment.get(UUID(key)) if view else None
        if known is None:
            return
        self._open(
            Draft(
                known.id,
                known.kind is EquipmentKind.TOOL,
                known.code,
                known.name,
                tuple(known.suits),
                known.station_id,
                known.active,
            ),
            new=False,
        )

    @Slot()
    def close(self) -> None:
        """Forget what was typed."""
        self._open(None, new=False)

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """Take what was typed as `code` or `name`."""
        if self._draft is not None and field in ("code", "name"):
            self._set(replace(self._draft, **{field: text}))  # type: ignore[arg-type]

    @Slot(str)
    def toggle(self, category: str) -> None:
        """It suits a category, or no longer does."""
        if self._draft is not None:
            key, suits = UUID(category), self._draft.suits
            more = tuple(each for each in suits if each != key) if key in suits else (*suits, key)
            self._set(replace(self._draft, suits=more))

    @Slot(str)
    def place(self, station: str) -> None:
        """A surface stands at this station; empty is anywhere."""
        if self._draft is not None:
            self._set(replace(self._draft, station=UUID(station) if station else None))

    @Slot(bool)
    def use(self, active: bool) -> None:
        """It is in use, or was retired."""
        if self._draft is not None:
            self._set(replace(self._draft, active=active))

    @Slot()
    def save(self) -> None:
        """Keep it."""
        session, draft = self._desk.session(), self._draft
        if session is None or draft is None:
            return
        name = draft.name.strip()

        def done(_answer: Any) -> tuple[str, str]:
            self.close()
            return (
                _t("Office", "{name} is kept").format(name=name),
                _t("Office", "Every kitchen screen knows it now."),
            )

        self._errand.ask(("equipment", draft), self._act(session, draft), done, _denied)

    def _act(self, session: Session, draft: Draft) -> Callable[[UUID], Any]:
        store = self._desk.store
        if draft.tool:
            tool = NewTool(draft.id, draft.code, draft.name, draft.suits, draft.active)
            return lambda request: store.tools.save(session, request=request, tool=tool)
        surface = NewSurface(
            draft.id, draft.code, draft.name, draft.station, draft.active, draft.suits
        )
        return lambda request: store.allergens.save_surface(
            session, request=request, surface=surface
        )

    def _open(self, draft: Draft | None, *, new: bool) -> None:
        self._draft, self._new = draft, new
        self.changed.emit()

    def _set(self, draft: Draft) -> None:
        self._draft = draft
        self.changed.emit()

    def _shown(self) -> dict[str, Any]:
        draft = self._draft
        if draft is None:
            return {"open": False}
        return {
            "open": True,
            "isNew": self._new,
            "tool": draft.tool,
            "code": draft.code,
            "name": draft.name,
            "suits": [str(each) for each in draft.suits],
            "station": str(draft.station) if draft.station else "",
            "active": draft.active,
            "ready": bool(draft.code.strip() and draft.name.strip())
            and (bool(draft.suits) or not draft.tool),
        }

    def _categories(self) -> list[dict[str, str]]:
        view = self._desk.view
        known = [each for each in view.categories.values() if each.portionable] if view else []
        known.sort(key=lambda each: each.position)
        return [{"key": str(each.id), "text": each.name} for each in known]

    def _stations(self) -> list[dict[str, str]]:
        view = self._desk.view
        known = sorted(view.stations.values(), key=lambda each: each.name) if view else []
        anywhere = {"key": "", "text": _t("Office", "the product's own")}
        return [anywhere, *({"key": str(each.id), "text": each.name} for each in known)]

    shown = Property("QVariantMap", _shown, notify=changed)  # type: ignore[arg-type]
    categories = Property(list, _categories, notify=changed)
    stations = Property(list, _stations, notify=changed)


def _denied(refusal: Refused) -> tuple[str, str]:
    if refusal.code is RefusalCode.BAD_TEXT and refusal.detail == "code":
        return (
            _t("Office", "Another code, please"),
            _t("Office", "Nothing was changed. A code has 1 to 20 characters and is used once."),
        )
    return sentence(refusal)
