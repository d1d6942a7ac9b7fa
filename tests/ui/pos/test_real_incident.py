"""An allergen incident reported at one till is read at every till, on the real database."""

from functools import partial
from pathlib import Path
from uuid import uuid4

from app.domain.people import Mode
from tests.conftest import MakeTerminal
from tests.support.seed import SmallShop, Till, known_id
from tests.ui.pos.conftest import OpenTill, TillDriver


def title(till: TillDriver) -> str:
    return str(till.program.till._incident._props["title"])


def announced(till: TillDriver) -> bool:
    return "Margherita P-W1" in title(till)


def test_every_till_announces_it_until_somebody_there_has_read_it(
    open_real: OpenTill, small_store: SmallShop, make_terminal: MakeTerminal, tmp_path: Path
) -> None:
    one, two = open_real("till-1"), open_real("till-2")
    assert not one.shows("incidentNotice")
    with Till(make_terminal("Kitchen", Mode.KDS), "kitchen") as kitchen:
        kitchen.act("report_incident", uuid4(), known_id("whole 1"), "a guest reacted to nuts")
    for till in (one, two):
        till.until(partial(announced, till), "announced")
        till.until(partial(till.shows, "incidentNotice"), "on the screen")
    text = str(one.item("incidentNotice").property("text"))
    assert "a guest reacted to nuts" in text
    assert "P-W1" in text
    one.save(tmp_path / "incident.png")
    one.program.till._incident.read()
    one.until(lambda: title(one) == "", "read here")
    one.until(lambda: not one.shows("incidentNotice"), "gone here")
    assert "Margherita" in title(two)
    read = small_store.query("SELECT t.name, n.staff_id FROM wedge.incident_notices n"
                             " JOIN wedge.terminals t ON t.id = n.terminal_id")  # fmt: skip
    assert read == [("till-1", known_id("cashier"))]
