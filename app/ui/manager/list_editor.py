"""One list of rules with a form for one entry: kept in the draft, not yet in force."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from app.ui.manager.schedule_fields import Values
from app.ui.manager.typed import Faults
from app.ui.manager.words import fault_text
from app.ui.shared.list_model import RowsModel


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One entry of the list, in words; `isNew`: differs from what is in force."""

    id: str
    name: str
    detail: str
    note: str
    isNew: bool  # noqa: N815 (QML role)


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of rule is shown, filled in and read."""

    key: Callable[[Any], str]
    line: Callable[[Any, bool], RuleLine]
    blank: Callable[[], Values]
    values: Callable[[Any], Values]
    read: Callable[[Values], tuple[Any | None, Faults]]


class ListEditor(QObject):
    """`take(items, known)` shows a list; `edited` tells of a new one, read by `items`."""

    changed = Signal()
    edited = Signal()

    def __init__(self, shape: Shape, parent: QObject) -> None:
        super().__init__(parent)
        self._shape = shape
        self._items: tuple[Any, ...] = ()
        self._lines = RowsModel(RuleLine, parent=self)
        self._values: Values | None = None
        self._original = ""
        self._errors: dict[str, str] = {}

    @property
    def items(self) -> tuple[Any, ...]:
        """The list as it stands."""
        return self._items

    def take(self, items: Sequence[Any], known: Sequence[Any]) -> None:
        """Show `items`; `known` are those in force. The form in hand is left alone."""
        self._items = tuple(items)
        old: Mapping[str, Any] = {self._shape.key(each): each for each in known}
        self._lines.set_rows(
            [self._shape.line(each, old.get(self._shape.key(each)) != each) for each in self._items]
        )
        self.changed.emit()

    @Slot()
    def create(self) -> None:
        """Open an empty form."""
        self._open("", self._shape.blank())

    @Slot(str)
    def edit(self, key: str) -> None:
        """Open the form with one entry."""
        found = next((each for each in self._items if self._shape.key(each) == key), None)
        if found is not None:
            self._open(key, self._shape.values(found))

    def _open(self, original: str, values: Values | None) -> None:
        self._original, self._values, self._errors = original, values, {}
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Forget what was typed into the form."""
        self._open("", None)

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """Take what was typed into a field."""
        self._set(field, text)

    @Slot(str, bool)
    def switch(self, field: str, on: bool) -> None:
        """Switch a field on or off."""
        self._set(field, on)

    @Slot(str, str)
    def toggle(self, field: str, key: str) -> None:
        """Add or take away one of several choices."""
        if self._values is not None:
            chosen = self._values[field]
            self._set(field, [e for e in chosen if e != key] if key in chosen else [*chosen, key])

    @Slot(str, str, str)
    def writePart(self, field: str, key: str, text: str) -> None:
        """Type one of several texts, by key; an empty one goes."""
        if self._values is not None:
            parts = {**self._values[field], key: text}
            self._set(field, {part: typed for part, typed in parts.items() if typed.strip()})

    def _set(self, field: str, value: Any) -> None:
        if self._values is not None:
            self._values = {**self._values, field: value}
            self._errors = {name: e for name, e in self._errors.items() if name != field}
            self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Take the form's entry into the list, when nothing is wrong with it."""
        if self._values is None:
            return
        item, faults = self._shape.read(self._values)
        self._errors = {field: fault_text(field, fault) for field, fault in faults.items()}
        if item is None:
            self.changed.emit()
            return
        keys = [self._shape.key(each) for each in self._items]
        new = self._shape.key(item)
        at = keys.index(self._original) if self._original in keys else len(keys)
        others = [
            each for each in self._items if self._shape.key(each) not in (self._original, new)
        ]
        others.insert(min(at, len(others)), item)
        self._items = tuple(others)
        self._open("", None)
        self.edited.emit()

    @Slot(str)
    def remove(self, key: str) -> None:
        """Take one entry out of the list."""
        self._items = tuple(each for each in self._items if self._shape.key(each) != key)
        if key == self._original:
            self._open("", None)
        self.edited.emit()

    lines = Property(QObject, lambda self: self._lines, constant=True)
    editing = Property(bool, lambda self: self._values is not None, notify=changed)
    isNew = Property(bool, lambda self: self._original == "", notify=changed)  # noqa: N815
    values = Property("QVariantMap", lambda self: self._values or {}, notify=changed)  # type: ignore[arg-type]
    errors = Property(dict, lambda self: self._errors, notify=changed)
