"""How far a probe may be off, entered in the office and used by every check."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalog import HoldingKind
from app.domain.safety_limits import judge, limits_of
from app.ui.kds.control_points import derive_control_points
from tests.ui.manager.conftest import OfficeDriver

pytestmark = pytest.mark.qt_log_ignore("QRhiGles2: Failed to create")
Run = Callable[[Coroutine[Any, Any, None]], None]


def test_a_probe_that_may_be_off_makes_a_reading_unproven(
    desk: OfficeDriver, run: Run, tmp_path: Path
) -> None:
    hot = next(u for u in desk.known.holding_units.values() if u.kind is HoldingKind.HOT)
    mc = desk.known.holding_temperatures[hot.id].readings[-1][1]
    limits = limits_of(hot.kind, desk.known.settings.food.jurisdiction, hot)
    assert limits.min_mc is not None
    over_mc = mc - limits.min_mc
    assert 0 <= over_mc < 5_000, "the sample's cabinet is within its limit"
    typed = f"{(over_mc + 100) / 1000:g}"

    async def body() -> None:
        await desk.sign_in()
        await desk.tap("nav_allergens")
        await desk.tap("chip_probes")
        page = desk.office._allergens._probes
        rows = page._rows
        at = next(n for n, row in enumerate(rows.rows) if row.id == str(hot.id))
        await desk.tap(f"row_{at}")
        await desk.write("probeTyped", "9")
        await desk.tap("probeSave")
        await desk.until(lambda: page._error != "", "refused")
        await desk.write("probeTyped", typed)
        desk.settle()
        desk.window.grabWindow().save(str(tmp_path / "probes.png"))
        await desk.tap("probeSave")
        wanted = over_mc + 100
        await desk.until(
            lambda: desk.known.holding_units[hot.id].probe_uncertainty_mc == wanted, "kept"
        )
        await desk.until(lambda: "not proven" in rows.rows[at].reading, "judged with it")

    run(body())
    unit = desk.known.holding_units[hot.id]
    assert not judge(mc, limits, unit.probe_uncertainty_mc).proves_safety
    points = derive_control_points(desk.known, desk.store.feed.now())
    assert next(p.tone for p in points if p.key == str(hot.id)) == "warning"
