from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.screen import item, until
from tests.ui.conftest import Run

GALLERY = Path(__file__).with_name("Gallery.qml")


def _gallery(shell: Shell) -> QQuickWindow:
    window = shell.load_file(GALLERY)
    shell.show(window)
    return window


def test_every_component_draws_in_both_themes(shell: Shell, run: Run) -> None:
    async def body() -> None:
        window = _gallery(shell)
        wheel = await item(shell, "wheel0")
        for dark in (False, True):
            shell.theme.setProperty("dark", dark)
            wanted = QColor(shell.theme.property("gradeA")).name()
            await until(_shown(window, wheel, wanted))

    run(body())


def _on_first_wedge(wheel: QQuickItem) -> tuple[int, int]:
    at = wheel.mapToScene(QPointF(wheel.width() * 0.58, wheel.height() * 0.28))
    return round(at.x()), round(at.y())


def _shown(window: QQuickWindow, wheel: QQuickItem, wanted: str) -> Callable[[], bool]:
    return lambda: window.grabWindow().pixelColor(*_on_first_wedge(wheel)).name() == wanted


def test_a_wedge_is_tapped_where_it_is_drawn(shell: Shell, run: Run) -> None:
    async def body() -> None:
        _gallery(shell)
        wheel = await item(shell, "wheel3")
        tapped: list[int] = []
        wheel.wedgeTapped.connect(tapped.append)  # type: ignore[attr-defined]
        scene.click(wheel, 0.6, 0.25)
        scene.click(wheel, 0.4, 0.75)
        scene.click(wheel, 0.0, 0.0)
        assert tapped == [0, 3]

    run(body())


def test_targets_are_large_enough_for_a_finger(shell: Shell, run: Run) -> None:
    async def body() -> None:
        window = _gallery(shell)
        await item(shell, "payKey")
        pixels = shell.theme.property("pixelsPerMm")
        keys = [i for i in scene.visible_items(window) if _is_key(i)]
        assert len(keys) > 15
        small = [(i.objectName(), i.height() / pixels) for i in keys if i.height() < 10 * pixels]
        assert small == []
        assert (await item(shell, "payKey")).height() >= 17 * pixels

    run(body())


def _is_key(thing: QQuickItem) -> bool:
    return thing.inherits("QQuickAbstractButton")


def test_the_kit_mirrors(shell: Shell, run: Run) -> None:
    async def body() -> None:
        QGuiApplication.setLayoutDirection(QGuiApplication.layoutDirection().RightToLeft)
        try:
            window = _gallery(shell)
            first = await item(shell, "wheel0")
            middle = first.mapToScene(first.boundingRect().center()).x()
            assert middle > window.width() / 2
        finally:
            QGuiApplication.setLayoutDirection(QGuiApplication.layoutDirection().LeftToRight)

    run(body())
