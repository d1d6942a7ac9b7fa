"""Where a piece lay in its whole, how an own size is cut, and the sheet for another portion."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from app.domain.portion import PortionState
from app.services.store_view import StoreView
from app.ui.kds.item import derive_item
from app.ui.shared import scene
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, Screen, first_line, portion_of, with_lines
from tests.ui.kds.test_words_fit import cut_off, small_letters

LONG = "Caramelised aubergine & smoked mozzarella lasagne of the house, family recipe"


def sheets(view: StoreView, per_row: int | None = 2) -> StoreView:
    """Every whole was a sheet, two of its portions side by side; what was held is free again."""
    wholes = {key: replace(whole, per_row=per_row) for key, whole in view.wholes.items()}
    portions = {
        key: replace(each, state=PortionState.AVAILABLE, ticket_id=None, reserved_until=None)
        if each.state is PortionState.RESERVED
        else each
        for key, each in view.portions.items()
    }
    return replace(view, wholes=MappingProxyType(wholes), portions=MappingProxyType(portions))


def item_of(view: StoreView) -> dict[str, Any]:
    return derive_item(view, first_line(view), NOW, False)


def test_the_item_says_which_piece_of_a_sheet_it_is() -> None:
    view = sheets(sample_view(NOW))
    portion = view.portions[portion_of(first_line(view))]
    count = view.wholes[portion.whole_id].portions_per_whole
    assert count is not None
    at_a_corner = portion.wedge in (0, 1, count - 2, count - 1)
    assert item_of(view)["piece"] == ("corner piece" if at_a_corner else "edge piece")
    assert item_of(sheets(view, None))["piece"] == "", "a round one has no places"


def test_an_own_size_says_what_to_weigh_from_which_portions() -> None:
    view = sample_view(NOW)
    line = first_line(view)
    large = replace(
        line, asked_mg=150_000, weight_mg=150_000, size_approved_by=line.id,
        size_parts=(("C-1052", 51_000),),
    )  # fmt: skip
    code = line.portion_code
    said = f"Make 150 g: all of {code} (99 g) + 51 g from C-1052"
    assert item_of(with_lines(view, large))["note"] == said
    two = replace(large, asked_mg=250_000, size_parts=(("C-1052", 101_000), ("C-1053", 50_000)))
    said = f"Make 250 g: all of {code} (99 g) + 101 g from C-1052 + 50 g from C-1053"
    assert item_of(with_lines(view, two))["note"] == said
    small = replace(large, asked_mg=60_000, size_parts=(), offcut_mg=39_000)
    said = f"Cut {code} down to 60 g: the other 39 g are waste"
    assert item_of(with_lines(view, small))["note"] == said
    # Its portion was exchanged after the parts were cut, for one that weighs more.
    both = replace(large, offcut_mg=4_000)
    said = f"Make 150 g: 99 g from {code} + 51 g from C-1052"
    assert item_of(with_lines(view, both))["note"] == said


def outside(screen: Screen) -> list[str]:
    """Texts of the sheet that run out of the window."""
    return [
        str(item.property("text"))
        for item in scene.visible_items(screen.window)
        if item.inherits("QQuickText")
        and item.property("text")
        and item.mapToScene(item.boundingRect().topRight()).x() > screen.window.width()
    ]


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_the_sheet_for_another_portion_fits_with_a_long_name(
    shell: Shell, run: Run, language: str, size: tuple[int, int]
) -> None:
    shell.use_locale(language)
    view = sheets(sample_view(NOW))
    line = replace(
        first_line(view), name=LONG, asked_mg=150_000, weight_mg=150_000,
        size_approved_by=first_line(view).id, size_parts=(("C-1052", 51_000),),
    )  # fmt: skip
    screen = Screen(shell, with_lines(view, line))

    async def body() -> None:
        screen.window.resize(*size)
        await screen.sign_in()
        await screen.until(lambda: screen.all("itemNote"))
        screen.window.grabWindow()
        screen.picture(f"piece-{language}-{size[0]}")
        swap = screen.vm.property("swap")
        swap.open(str(line.id))
        await screen.until(lambda: screen.all("swapPiece"))
        screen.window.grabWindow()
        screen.picture(f"swap-{language}-{size[0]}")
        assert cut_off(screen) == []
        assert small_letters(screen) == []
        assert outside(screen) == []
        swap.because("other")
        await screen.until(lambda: screen.all("swapWords"))
        screen.window.grabWindow()
        screen.picture(f"swap-other-{language}-{size[0]}")
        assert cut_off(screen) == []
        assert outside(screen) == []

    run(body())


@pytest.mark.parametrize("language", ["en", "th"])
def test_with_nothing_free_the_sheet_says_so(shell: Shell, run: Run, language: str) -> None:
    shell.use_locale(language)
    view = sample_view(NOW)
    line = first_line(view)
    gone = {
        key: each
        if key == line.portion_id
        else replace(each, state=PortionState.WASTED, ticket_id=None, reserved_until=None)
        for key, each in view.portions.items()
    }
    screen = Screen(shell, replace(view, portions=MappingProxyType(gone)))

    async def body() -> None:
        screen.window.resize(1366, 768)
        await screen.sign_in()
        screen.vm.property("swap").open(str(line.id))
        await screen.until(lambda: screen.all("swapNone"))
        screen.window.grabWindow()
        screen.picture(f"swap-none-{language}")
        assert outside(screen) == []

    run(body())
