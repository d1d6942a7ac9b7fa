"""The till's screens drawn at three sizes; every touch target is large enough."""

from pathlib import Path

import pytest

from app.services.ports import LinkState, LinkStatus
from tests.ui.pos.conftest import NOW, TillDriver

SIZES = ((1024, 768), (1366, 768), (1920, 1080))


@pytest.mark.parametrize("size", SIZES)
def test_the_states_of_the_till_draw(
    selling: TillDriver, size: tuple[int, int], tmp_path: Path
) -> None:
    selling.window.resize(*size)
    name = f"{size[0]}x{size[1]}"
    selling.save(tmp_path / f"{name}-empty.png")
    for code in ("M", "P", "C", "E1"):
        selling.tap(f"tile_{code}")
    selling.until(lambda: len(selling.line_names()) == 4)
    selling.save(tmp_path / f"{name}-order.png")
    selling.tap("payKey")
    selling.save(tmp_path / f"{name}-pay.png")
    selling.tap("exactKey")
    selling.item("change")
    selling.save(tmp_path / f"{name}-paid.png")
    selling.program.till.wheel.open(str(next(iter(selling.store.feed.known.products))))
    selling.save(tmp_path / f"{name}-wheel.png")
    selling.program.till.wheel.close()
    selling.store.feed.set_status(LinkStatus(LinkState.LOST, None, NOW))
    selling.item("lostNotice")
    selling.save(tmp_path / f"{name}-lost.png")
