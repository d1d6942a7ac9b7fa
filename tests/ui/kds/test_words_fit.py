"""In both languages and both sizes no key's words are cut off, and 40 tickets stay readable."""

import pytest
from PySide6.QtQuick import QQuickItem

from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, Screen, many
from tests.ui.kds.test_targets import everything_at_once


def cut_off(screen: Screen) -> list[str]:
    """Texts of keys that end in an ellipsis."""
    return [
        str(item.property("text"))
        for item in scene.visible_items(screen.window)
        if item.inherits("QQuickText") and item.property("truncated") and in_a_key(item)
    ]


def in_a_key(item: QQuickItem) -> bool:
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickAbstractButton"):
            return True
        above = above.parentItem()
    return False


def small_letters(screen: Screen) -> list[str]:
    """Texts below 18 px: unreadable from 2.5 m."""
    return [
        str(item.property("text"))
        for item in scene.visible_items(screen.window)
        if item.inherits("QQuickText")
        and item.property("text")
        and item.property("font").pixelSize() < 18
    ]


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_no_key_is_cut_off_and_no_letter_is_small(
    shell: Shell, run: Run, language: str, size: tuple[int, int]
) -> None:
    shell.use_locale(language)
    screen = Screen(shell, everything_at_once(many(sample_view(NOW), 40)))

    async def body() -> None:
        screen.window.resize(*size)
        await screen.sign_in()
        await screen.until(lambda: screen.all("more"))
        screen.window.grabWindow()
        screen.picture(f"{language}-{size[0]}")
        assert cut_off(screen) == []
        assert small_letters(screen) == []
        assert not any(count.property("truncated") for count in screen.all("allDayCount"))
        if screen.all("advice"):
            await screen.click("advice")
            screen.window.grabWindow()
            screen.picture(f"{language}-advice-{size[0]}")
            assert cut_off(screen) == []
        screen.vm.property("stock").planCut(screen.side.property("advice").rows[0].key)
        await screen.until(lambda: screen.all("cutConfirm"))
        screen.window.grabWindow()
        screen.picture(f"{language}-cut-{size[0]}")
        assert cut_off(screen) == []

    run(body())
