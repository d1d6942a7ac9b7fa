"""Tab leads through every form in reading order, each field and key once, and shows where it is."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from app.ui.shared import scene
from tests.ui.conftest import Run
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")

FORMS = {
    "stock": ["nav_stock"],
    "tasks": ["nav_tasks"],
    "quality": ["nav_quality"],
    "allergens": ["nav_allergens"],
    "lot": ["nav_allergens", "chip_lot"],
    "tools": ["nav_allergens", "chip_tools", "newTool"],
    "surface": ["nav_allergens", "chip_tools", "newSurface"],
    "probes": ["nav_allergens", "chip_probes"],
    "incidents": ["nav_allergens", "chip_incidents"],
    "product": ["nav_menu", "newProductKey"],
    "offer": ["nav_prices", "chip_offers", "offerNew"],
    "hours": ["nav_prices", "chip_hours", "hoursNew"],
    "margin": ["nav_prices", "chip_margins", "marginNew"],
    "rivals": ["nav_prices", "chip_rivals"],
    "guests": ["nav_guests"],
    "approvals": ["nav_approvals"],
    "rules": ["nav_rules"],
    "person": ["nav_places", "newPerson"],
}
ROUNDING_PX = 8
CLEARLY = 40
"""Of 255 grey levels."""
_TAB = Qt.FocusPolicy.TabFocus


@dataclass(frozen=True)
class Stop:
    """An item that Tab led to, and where it and the one before lay then."""

    item: QQuickItem
    box: QRectF
    before: QRectF | None
    picture: QImage

    @property
    def name(self) -> str:
        return name_of(self.item)


def name_of(item: QQuickItem | None) -> str:
    while item is not None and not item.objectName():
        item = item.parentItem()
    return item.objectName() if item is not None else "?"


def box_of(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def takes_tab(item: QQuickItem) -> bool:
    if item.inherits("QQuickControl") or item.inherits("QQuickTextField"):
        return bool(int(item.property("focusPolicy") or 0) & _TAB.value)
    return bool(item.activeFocusOnTab())


def stops(desk: OfficeDriver) -> list[QQuickItem]:
    """What Tab has to visit: what is enabled and can be seen or scrolled to."""
    found = [i for i in scene.visible_items(desk.window) if takes_tab(i) and i.isEnabled()]
    sheet = next((i for i in found if in_sheet(i)), None)
    return [i for i in found if in_sheet(i)] if sheet is not None else found


def in_sheet(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.metaObject().className().startswith("QQuickOverlay"):
            return True
        item = item.parentItem()
    return False


def walk(desk: OfficeDriver, first: QQuickItem, most: int) -> list[Stop]:
    """Tab from the first stop until it comes round."""
    path: list[Stop] = []
    for _ in range(2 * most):
        before = desk.window.activeFocusItem()
        QTest.keyClick(desk.window, Qt.Key.Key_Tab)
        picture = desk.window.grabWindow()  # lays everything out
        item = desk.window.activeFocusItem()
        if item is first and path:
            return path
        if item is first or path:
            last = box_of(before) if path else None
            path.append(Stop(item, box_of(item), last, picture))
    raise AssertionError(f"Tab never comes round: {[stop.name for stop in path]}")


def out_of_order(stop: Stop) -> bool:
    """Back to the left in its row, or up without a step to the next column."""
    box, last = stop.box, stop.before
    if last is None:
        return False
    if min(box.bottom(), last.bottom()) - max(box.top(), last.top()) > ROUNDING_PX:
        return box.left() < last.left()
    return box.top() < last.top() and box.left() < last.right() - ROUNDING_PX


def is_marked(stop: Stop, other: QImage) -> bool:
    """Whether the place looks clearly otherwise than while the keys are elsewhere."""
    box = stop.box.toAlignedRect().intersected(stop.picture.rect())
    one, two = (
        bytes(each.copy(box).convertToFormat(QImage.Format.Format_Grayscale8).constBits())
        for each in (stop.picture, other)
    )
    changed = sum(abs(a - b) > CLEARLY for a, b in zip(one, two, strict=True))
    return changed >= box.width() + box.height()


async def at_rest(desk: OfficeDriver) -> None:
    """Wait until the form's places are the same in three turns of the loop: what a key opened may
    come, and be laid out, a turn later."""
    seen: list[list[tuple[str, QRectF]]] = []

    def rests() -> bool:
        desk.settle()
        seen.append([(name_of(item), box_of(item)) for item in stops(desk)])
        return len(seen) > 2 and seen[-3] == seen[-2] == seen[-1]

    await desk.until(rests, "the form at rest")


@pytest.mark.parametrize("form", FORMS)
def test_tab_goes_through_a_form_as_it_is_read(desk: OfficeDriver, run: Run, form: str) -> None:
    async def body() -> None:
        desk.shell.theme.setProperty("reducedMotion", True)  # a sheet is seen at once
        await desk.sign_in()
        for key in FORMS[form]:
            await desk.tap(key)
        await at_rest(desk)
        wanted = stops(desk)
        corner = min(wanted, key=lambda item: box_of(item).top() + box_of(item).left())
        path = walk(desk, corner, len(wanted) + 1)
        seen = [stop.item for stop in path]
        assert [name_of(item) for item in wanted if item not in seen] == []
        assert [stop.name for stop in path if seen.count(stop.item) > 1] == []
        assert [stop.name for stop in path if out_of_order(stop)] == []
        whole = QRectF(desk.window.contentItem().boundingRect())
        assert [stop.name for stop in path if not whole.contains(stop.box.center())] == []
        others = [*path[1:], path[0]]
        unmarked = [
            stop.name
            for stop, other in zip(path, others, strict=True)
            if not is_marked(stop, other.picture)
        ]
        assert unmarked == []

    run(body())
