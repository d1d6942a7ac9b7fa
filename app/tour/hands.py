"""What hands do at the programs, in a few words each."""

import time

from app.data.demo.menu import MenuPerson
from app.data.server import temporary_folder
from app.ui.shared.driver_client import DriveFailed, DriverClient

PATIENCE_S = 10.0


def enter_pin(program: DriverClient, person: MenuPerson, pin: str | None = None) -> None:
    """Tap the person's tile and the digits."""
    program.click(f"staff_{person.name}")
    for digit in pin or person.pin:
        program.click(f"pinKey_{digit}")
    program.click("pinEnter")


def visible_names(program: DriverClient) -> list[str]:
    """The names of everything that can be clicked now."""
    return list(program.ask("names")["names"])


def next_guest(till: DriverClient) -> None:
    """Go back to the grid for the next guest."""
    if "nextOrder" in visible_names(till):
        till.click("nextOrder")
    till.wait("payKey")


def tap_tile(till: DriverClient, code: str) -> None:
    """Tap a product, going through the categories until its tile is there."""
    chips = [name for name in visible_names(till) if name.startswith("chip_")]
    for chip in chips:
        if f"tile_{code}" in visible_names(till):
            break
        till.click(chip)
    till.click(f"tile_{code}")


def show_all(till: DriverClient) -> None:
    """Back to the first chip: what was tapped last may have been of another category."""
    till.click(next(name for name in visible_names(till) if name.startswith("chip_")))


def to_pay(till: DriverClient) -> None:
    """Press the pay key, once nothing is on its way; where it says so, the guest was told."""
    for _ in range(40):
        key = "explainedKey" if "explainedKey" in visible_names(till) else "payKey"
        try:
            till.wait(key, enabled=True, timeout_s=0.25)
        except DriveFailed:
            continue
        till.click(key)
        return
    till.click("payKey")


def pay_exact(till: DriverClient) -> None:
    """Pay the open order with the exact amount."""
    to_pay(till)
    till.click("exactKey")
    till.wait("paidTitle")


def newest_ticket(kitchen: DriverClient) -> str:
    """The number of the first card on the kitchen's screen."""
    kitchen.ask("wait", name="allDay", timeout_s=10)
    for name in visible_names(kitchen):
        if name.startswith("bump_"):
            return name.removeprefix("bump_")
    raise LookupError("the kitchen shows no ticket")


def serve(kitchen: DriverClient, number: str) -> None:
    """Verify and serve a ticket with its one big key; each portion's label is read first."""
    for _ in range(20):
        kitchen.click(f"bump_{number}")
        try:
            kitchen.wait("checkGood", timeout_s=0.7)
        except DriveFailed:
            if f"bump_{number}" not in visible_names(kitchen):
                break
            continue
        read_label(kitchen)
        kitchen.click("checkGood")
        kitchen.wait("checkGood", gone=True)
    kitchen.wait(f"ticket_{number}", gone=True)


def read_label(kitchen: DriverClient, *, wrong: bool = False) -> None:
    """Tap the code of the portion that the open sheet asks for; `wrong`: another one."""
    for label in [name for name in visible_names(kitchen) if name.startswith("label_")]:
        kitchen.click(label)
        try:
            kitchen.wait("checkGood", enabled=True, timeout_s=0.4)
            matches = True
        except DriveFailed:
            matches = False
        if matches is not wrong:
            return
    raise DriveFailed("no such label is on the sheet")


def allow(program: DriverClient, person: MenuPerson) -> None:
    """The second person says yes at this program: a reason, then the PIN."""
    settle(program)
    program.click("approvalReason_0")
    program.click("approvalAsk")
    program.wait(f"approver_{person.name}")
    settle(program)
    tap_until(program, f"approver_{person.name}", f"approvalPin_{person.pin[0]}")
    for _ in range(3):
        settle(program)
        for digit in person.pin:
            program.click(f"approvalPin_{digit}")
        program.click("approvalGrant")
        try:
            program.wait("approvalGrant", gone=True, timeout_s=4)
            return
        except DriveFailed:
            continue
    raise DriveFailed(f"{person.name} could not approve")


def settle(program: DriverClient) -> None:
    """Wait until the window looks the same twice: a sheet that has just changed is still moving."""
    with temporary_folder("look") as folder:
        path, before = folder / "look.png", b""
        for _ in range(10):
            program.grab(path)
            now = path.read_bytes()
            if now == before:
                return
            before = now
            time.sleep(0.1)


def tap_until(program: DriverClient, key: str, seen: str) -> None:
    """Tap a key of a sheet that may still be laid out, until what it leads to is there."""
    for _ in range(5):
        program.click(key)
        try:
            program.wait(seen, timeout_s=2)
            return
        except DriveFailed:
            continue
    raise DriveFailed(f"{key} does not lead to {seen}")


def first_seen(program: DriverClient, *wanted: str) -> str:
    """Wait until one of the items is on screen; raises `DriveFailed`."""
    for _ in range(40):
        for name in wanted:
            try:
                program.wait(name, timeout_s=0.1)
                return name
            except DriveFailed:
                continue
    raise DriveFailed(f"none of {', '.join(wanted)} is on screen")


def name_like(program: DriverClient, beginning: str) -> str:
    """Wait for an item whose name begins so; raises `DriveFailed`."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for name in visible_names(program):
            if name.startswith(beginning):
                return name
        time.sleep(0.05)
    raise DriveFailed(f"nothing like {beginning} is on screen")


def newest_receipt(till: DriverClient) -> str:
    """Go to the receipts; the number of the newest one that can be paid back."""
    till.click("rail_receipts")
    till.wait("receiptsList")
    numbers = [n.removeprefix("refund_") for n in visible_names(till) if n.startswith("refund_")]
    numbers = [each for each in numbers if each.isdigit()]
    if not numbers:
        raise LookupError("the till shows no receipt")
    return max(numbers, key=int)
