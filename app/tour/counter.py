"""Scenes in which something is out of the ordinary: wishes, another size, money back."""

from app.data.demo.menu import MenuPerson
from app.tour.album import Album
from app.tour.cast import Cast
from app.tour.hands import (
    allow,
    first_seen,
    name_like,
    newest_receipt,
    next_guest,
    pay_exact,
    show_all,
    tap_tile,
    visible_names,
)

NAME = (0.5, 0.1)
"""Where the name stands in a line of the order: below it there may be keys."""


def asked_for(cast: Cast, album: Album) -> None:
    """Two slices prepared as the guest wishes, with a note for the kitchen."""
    till = cast.till
    next_guest(till)
    show_all(till)
    till.click("wheel_M")
    till.click("wheelAsk")
    till.click("askMore")
    till.wait("askQuantity", property="text", equals="2")
    till.click("askOption_0")
    till.click("askNote_input")
    till.ask("type", text="for a child, cut small")
    till.wait("askConfirm", enabled=True)
    album.take(till, "till-ask", "Several, prepared, with a note for the kitchen.", at_rest=True)
    till.click("askConfirm")
    till.wait("askConfirm", gone=True)
    till.wait("line_Margherita")
    album.take(till, "till-asked", "The wish stands on each line.", at_rest=True)
    pay_exact(till)


def own_size(cast: Cast, manager: MenuPerson, album: Album) -> None:
    """A guest wants a larger piece: it is priced by weight, and a manager allows it."""
    till = cast.till
    next_guest(till)
    tap_tile(till, "C")
    # Its weight is in its name once the store has held one.
    held = name_like(till, "swap_Chocolate cake, ")
    till.wait(held, enabled=True)
    till.ask("click", name=held, at=NAME)
    till.click("wheelSize")
    for digit in "150":
        till.click(f"sizeKey_{digit}")
    till.wait("sizeApply", enabled=True)
    album.take(till, "till-own-size", "A guest's own size, with its price.", at_rest=True)
    till.click("sizeApply")
    till.wait("approvalReason_0")
    album.take(till, "till-approval", "A second person has to agree.", at_rest=True)
    allow(till, manager)
    till.wait("line_Chocolate cake, 150 g")
    pay_exact(till)


def cutting_job(cast: Cast, album: Album) -> None:
    """The kitchen cuts what runs short: with a tool that suits, and each piece is recorded."""
    kitchen = cast.kitchen
    cuts = [name for name in visible_names(kitchen) if name.startswith("cut_")]
    kitchen.click(next(name for name in cuts if name != "cut_title"))
    kitchen.wait("cutConfirm")
    album.take(kitchen, "kitchen-cut", "A whole is chosen, a clean tool, a place.", at_rest=True)
    kitchen.click("startCutting")
    kitchen.wait("abandonCutting")
    album.take(kitchen, "kitchen-cutting", "Begun: the tool is in use.", at_rest=True)
    kitchen.click("cutConfirm")
    kitchen.wait("cutConfirm", gone=True)


def paid_back(cast: Cast, manager: MenuPerson, album: Album) -> None:
    """A receipt is paid back, line by line or all of it, with a receipt of its own."""
    till = cast.till
    next_guest(till)
    number = newest_receipt(till)
    till.click(f"refund_{number}")
    till.click("refundAll")
    till.click("refundReason_0")
    till.wait("refundPay", enabled=True)
    album.take(till, "till-refund", "Money back: which lines, how much, why.", at_rest=True)
    till.click("refundPay")
    if first_seen(till, "refundCash", "approvalReason_0") != "refundCash":
        allow(till, manager)
    till.wait("refundCash")
    album.take(till, "till-paid-back", "The cash to hand over, and its receipt.", at_rest=True)
    album.take(cast.guest, "guest-refund", "The guest sees what comes back.", at_rest=True)
    till.click("refundClose")
    till.wait("refundClose", gone=True)


def served_low(cast: Cast, manager: MenuPerson, album: Album) -> None:
    """The store found a portion below the promise by itself: the guest is given a voucher."""
    till = cast.till
    till.click("rail_sell")
    till.wait("recoveryNotice")
    till.click("noticeAction")
    till.wait("giveVoucher_0", enabled=True)
    album.take(till, "till-served-low", "Served below the promise: what makes it good?")
    till.click("giveVoucher_0")
    if first_seen(till, "askAgain_5", "approvalReason_0") != "askAgain_5":
        allow(till, manager)
    till.wait("askAgain_5", enabled=True)
    album.take(till, "till-voucher", "A voucher, printed; it pays as cash does.", at_rest=True)
    till.click("askAgain_5")
    till.wait("askAgain_5", gone=True)


def made_good(cast: Cast, manager: MenuPerson, album: Album) -> None:
    """A guest was not happy: another portion, else the money; and how is it now?"""
    till = cast.till
    till.click("rail_sell")
    next_guest(till)
    tap_tile(till, "H")
    pay_exact(till)
    number = newest_receipt(till)
    till.click(f"complain_{number}")
    till.click("complaintKind_quality")
    till.click("complaintReason_0")
    till.wait("giveRefund", enabled=True)
    album.take(till, "till-complaint", "What can be given, and what it is.", at_rest=True)
    free = till.read("giveReplacement", "enabled")
    till.click("giveReplacement" if free else "giveRefund")
    if first_seen(till, "askAgain_5", "approvalReason_0") != "askAgain_5":
        allow(till, manager)
    till.wait("askAgain_5", enabled=True)
    album.take(till, "till-made-good", "Made good; now the guest is asked again.", at_rest=True)
    till.click("askAgain_5")
    till.wait("askAgain_5", gone=True)
    till.click("rail_sell")
