"""The sanitising sheet, and a blocked cut that says why."""

import json
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

from app.domain.equipment import EquipmentKind, EquipmentRecord
from app.domain.ids import new_id
from app.services.refusal import RefusalCode, Refused
from app.services.store_view import StoreView
from app.ui.shared.shell import Shell
from tests.support.sample_store import sample_id, sample_view
from tests.ui.conftest import Run
from tests.ui.kds.kitchen_screen import NOW, Screen


def equipped(view: StoreView) -> StoreView:
    rows = [
        EquipmentRecord(sample_id(name), name[:2], name, kind, None, (), True, category, NOW,
                        None, None, None)
        for name, kind, category in (
            ("Cake knife", EquipmentKind.TOOL, ("egg", "tree_nuts")),
            ("Pizza wheel", EquipmentKind.TOOL, None),
            ("Board 1", EquipmentKind.SURFACE, ("unstated",)),
        )
    ]  # fmt: skip
    return replace(view, equipment=MappingProxyType({row.id: row for row in rows}))


def carries(screen: Screen, name: str) -> str:
    return str(screen.item(f"carries_{name}").property("text"))


def test_what_carries_allergens_is_sanitised_and_signed(shell: Shell, run: Run) -> None:
    screen = Screen(shell, equipped(sample_view(NOW)))

    async def steps() -> None:
        await screen.sign_in()
        await screen.until(lambda: "2" in str(screen.item("clean").property("text")))
        await screen.click("clean")
        for name in ("Cake knife", "Board 1", "Pizza wheel"):
            await screen.until(partial(screen.all, f"carries_{name}"))
        assert "tree nuts" in carries(screen, "Cake knife")
        assert "incident" in carries(screen, "Board 1")
        assert "clean" in carries(screen, "Pizza wheel")
        assert not screen.all("sanitise_Pizza wheel")
        await screen.click("chip_machine")
        await screen.click("sanitise_Cake knife")
        await screen.until(lambda: "clean" in carries(screen, "Cake knife"))

    run(steps())
    knife = screen.view.equipment[sample_id("Cake knife")]
    assert knife.sanitised_method == "Dishwasher"
    assert knife.sanitised_by == sample_id("staff Ploy")


def test_a_blocked_cut_says_why_and_what_to_do(shell: Shell, run: Run, monkeypatch: Any) -> None:
    screen = Screen(shell, equipped(sample_view(NOW)))
    cause = [{"source": "tool", "id": str(new_id()), "name": "Cake knife",
              "allergens": ["tree_nuts"]}]  # fmt: skip

    async def blocked(*_args: Any, **_cut: Any) -> None:
        raise Refused(RefusalCode.CROSS_CONTACT, json.dumps(cause))

    monkeypatch.setattr(screen.store.stock, "cut_whole", blocked)

    async def steps() -> None:
        await screen.sign_in()
        whole = next(w for w in screen.view.wholes.values() if w.state.value == "in_stock")
        screen.vm.property("stock").planCut(str(whole.id))
        await screen.click("cutConfirm")
        banner = screen.vm.property("banner")
        await screen.until(lambda: banner.property("title"))
        text = str(banner.property("text"))
        assert "Cake knife carries tree nuts" in text
        assert "sanitise it" in text

    run(steps())
