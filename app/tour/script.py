"""The hour of trade, scene by scene. A scene that cannot be played raises `DriveFailed`."""

from app.data.demo.menu import Menu, MenuPerson
from app.tour import counter
from app.tour.album import Album
from app.tour.cast import Cast
from app.tour.hands import (
    enter_pin,
    newest_ticket,
    next_guest,
    pay_exact,
    read_label,
    serve,
    tap_tile,
    to_pay,
    visible_names,
)

HOUR_OF_SALES = (("P",), ("C", "E2"), ("H",), ("A", "E1"), ("S",), ("K", "B", "E3"), ("V",),
                 ("T", "E1"), ("P", "P"), ("L",))  # fmt: skip
"""What the guests of the hour take, by product code."""


def play(cast: Cast, menu: Menu, album: Album) -> None:
    """Play every scene in order."""
    people = {person.role: person for person in reversed(menu.staff)}
    _sign_in(cast, people, album)
    _first_sale(cast, album)
    _kitchen_serves(cast, album)
    _picked_by_hand(cast, album)
    _too_little_money(cast, album)
    _second_thoughts(cast, album)
    counter.asked_for(cast, album)
    counter.own_size(cast, people["manager"], album)
    _busy_hour(cast, album)
    _kitchen_catches_up(cast, album)
    counter.cutting_job(cast, album)
    counter.paid_back(cast, people["manager"], album)
    counter.served_low(cast, people["manager"], album)
    counter.made_good(cast, people["manager"], album)
    _delivery(cast, album)
    _office_looks(cast, album)
    _copy_of_a_receipt(cast, album)
    _locked(cast, album)


def _sign_in(cast: Cast, people: dict[str, MenuPerson], album: Album) -> None:
    cashier = people["cashier"]
    cast.till.wait(f"staff_{cashier.name}", timeout_s=30)
    album.take(cast.till, "till-sign-in", "The till asks who is working.")
    enter_pin(cast.till, cashier, "9999")
    cast.till.wait("pinMessage")
    album.take(cast.till, "till-wrong-pin", "A wrong PIN is counted and said so.")
    for digit in cashier.pin:
        cast.till.click(f"pinKey_{digit}")
    cast.till.click("pinEnter")
    enter_pin(cast.kitchen, people["kitchen"])
    enter_pin(cast.office, people["manager"])
    cast.till.wait("tile_M")
    cast.kitchen.wait("summary")
    cast.office.wait("dashboardPage")
    album.take(cast.till, "till-grid", "Every portion the shop can sell now, as wheels.")
    album.take(cast.guest, "guest-idle", "The guest display between two guests.")
    album.take(cast.kitchen, "kitchen-quiet", "The kitchen before the first ticket.")


def _first_sale(cast: Cast, album: Album) -> None:
    cast.till.click("tile_M")
    cast.till.wait("line_Margherita")
    cast.guest.wait("orderPage")
    album.take(cast.till, "till-order", "One tap: the oldest acceptable slice is reserved.")
    album.take(cast.guest, "guest-order", "The guest sees the slice, its grade and its price.")
    to_pay(cast.till)
    cast.till.wait("exactKey")
    album.take(cast.till, "till-pay", "Exact, or the notes of the country.")
    cast.till.click("exactKey")
    cast.till.wait("paidTitle")
    cast.guest.wait("thanksPage")
    album.take(cast.till, "till-paid", "Three taps; the receipt is on its way.")
    album.take(cast.guest, "guest-thanks", "Thanks, change and the number to wait for.")


def _kitchen_serves(cast: Cast, album: Album) -> None:
    number = newest_ticket(cast.kitchen)
    album.take(cast.kitchen, "kitchen-ticket", "The ticket, with portion code and exact place.")
    _wrong_label(cast, number, album)
    serve(cast.kitchen, number)
    cast.kitchen.wait("undo")
    album.take(cast.kitchen, "kitchen-served", "Served, and three seconds to take it back.")


def _wrong_label(cast: Cast, number: str, album: Album) -> None:
    cast.kitchen.click(f"bump_{number}")
    cast.kitchen.wait("checkGood")
    read_label(cast.kitchen, wrong=True)
    album.take(cast.kitchen, "kitchen-wrong-label", "Another portion's label is refused.")
    read_label(cast.kitchen)
    album.take(cast.kitchen, "kitchen-right-label", "The right one: one tap, if it is good.")
    cast.kitchen.click("sheetClose")
    cast.kitchen.wait("checkGood", gone=True)


def _picked_by_hand(cast: Cast, album: Album) -> None:
    next_guest(cast.till)
    cast.till.click("wheel_C")
    cast.till.wait("wheelList")
    album.take(cast.till, "till-wheel", "The wheel large: every wedge is one real portion.")
    wedges = [name for name in visible_names(cast.till) if name.startswith("wedge_C")]
    cast.till.click(wedges[-1])
    cast.till.wait("line_Chocolate cake")
    tap_tile(cast.till, "E1")
    cast.till.wait("line_Espresso")
    cast.till.click("more_Espresso")
    cast.till.wait("quantity_Espresso", property="text", equals="2")
    album.take(cast.till, "till-hand-picked", "A cake portion picked by hand and two espressos.")


def _too_little_money(cast: Cast, album: Album) -> None:
    to_pay(cast.till)
    # 1 is too little in every currency.
    cast.till.click("cashKey_1")
    cast.till.click("payTyped")
    cast.till.wait("payError")
    album.take(cast.till, "till-too-little", "Too little money changes nothing.")
    cast.till.click("exactKey")
    cast.till.wait("paidTitle")


def _second_thoughts(cast: Cast, album: Album) -> None:
    next_guest(cast.till)
    for code, name in (("P", "Pepperoni"), ("F", "Four cheese"), ("G", "Aubergine lasagne")):
        tap_tile(cast.till, code)
        cast.till.wait(f"line_{name}")
    cast.till.click("remove_Four cheese")
    cast.till.wait("line_Four cheese", gone=True)
    album.take(cast.till, "till-removed", "A line removed: its portion is free again at once.")
    pay_exact(cast.till)


def _busy_hour(cast: Cast, album: Album) -> None:
    for basket in HOUR_OF_SALES:
        next_guest(cast.till)
        for code in basket:
            tap_tile(cast.till, code)
        pay_exact(cast.till)
    cast.kitchen.wait("allDay")
    album.take(cast.kitchen, "kitchen-busy", "The kitchen in the rush, most urgent first.")
    album.take(cast.till, "till-after-rush", "The till after the rush.")


def _kitchen_catches_up(cast: Cast, album: Album) -> None:
    for _ in range(8):
        serve(cast.kitchen, newest_ticket(cast.kitchen))
    album.take(cast.kitchen, "kitchen-caught-up", "Most tickets are out.")


def _delivery(cast: Cast, album: Album) -> None:
    cast.office.click("nav_tasks")
    cast.office.wait("tasksPage")
    album.take(cast.office, "office-tasks", "Receive wholes, cut them, record waste.")


def _office_looks(cast: Cast, album: Album) -> None:
    for page, item, caption in (
        ("dashboard", "dashboardPage", "The day's figures against their targets."),
        ("stock", "stockPage", "Live stock, by product and by portion."),
        ("reviews", "reviewsPage", "Portions held until somebody decides."),
        ("quality", "qualityPage", "Checks, what was learned, what went wrong."),
        ("allergens", "allergensPage", "Who contains what; tools and incidents."),
        ("menu", "menuPage", "Menu and portions."),
        ("prices", "pricesPage", "Every price with its reasons, and what-if."),
        ("guests", "guestsPage", "Guests by consent."),
        ("feedback", "feedbackPage", "Complaints and ratings."),
        ("approvals", "approvalsPage", "Questions to a second person."),
        ("rules", "rulesPage", "The rules, with their versions."),
        ("places", "placesPage", "Terminals, printers and staff."),
    ):
        cast.office.click(f"nav_{page}")
        cast.office.wait(item)
        album.take(cast.office, f"office-{page}", caption, at_rest=True)


def _copy_of_a_receipt(cast: Cast, album: Album) -> None:
    cast.till.click("rail_orders")
    cast.till.wait("ordersList")
    album.take(cast.till, "till-orders", "Today's orders, and whether the kitchen has them.")
    cast.till.click("rail_receipts")
    cast.till.wait("receiptsList")
    reprint = next(name for name in visible_names(cast.till) if name.startswith("reprint_"))
    cast.till.click(reprint)
    album.take(cast.till, "till-receipts", "A receipt printed again is marked as a copy.")


def _locked(cast: Cast, album: Album) -> None:
    cast.till.click("rail_lock")
    cast.till.wait("staff_Nok")
    album.take(cast.till, "till-locked", "Locked; the day's work is safe.")
