"""The wedge that flies from a tile into the order: shown for cause and effect, never in the way."""

from tests.ui.pos.conftest import TillDriver


def flying(till: TillDriver) -> bool:
    return till.shows("flyingWedge")


def test_a_wedge_flies_from_the_tile_to_the_order_and_is_gone(selling: TillDriver) -> None:
    selling.tap("tile_M")
    wedge, tile = selling.item("flyingWedge"), selling.item("tile_M")
    assert selling.line_names() == ["Margherita"], "nothing waits for the motion"
    order = selling.item("orderLines")
    left = order.mapToScene(order.boundingRect().topLeft()).x()
    selling.until(lambda: wedge.x() > tile.x() + tile.width(), "leaves the tile")
    selling.until(lambda: not flying(selling), "arrives")
    assert abs(wedge.x() + wedge.width() / 2 - left - wedge.width()) < 2


def test_nothing_flies_with_reduced_motion_or_without_a_wedge(selling: TillDriver) -> None:
    selling.tap("tile_E1")
    assert not flying(selling)
    selling.shell.theme.setProperty("reducedMotion", True)
    selling.tap("tile_M")
    assert not flying(selling)
    selling.until(lambda: selling.line_names() == ["Espresso", "Margherita"])
