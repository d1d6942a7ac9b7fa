"""Turns traded days into rows of the store's tables, priced by the same rules as the till."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from app.data.demo.menu import Menu, MenuProduct
from app.data.demo.past_prices import FRESH_SCORE, Policies, priced
from app.data.demo.trade import TradedDay, TradedSale, TradedWhole
from app.domain.ids import human_code
from app.domain.price import PriceReason, PriceStep
from app.domain.quality import grade_of

TICKET_NUMBERS = 9999
"""Ticket numbers begin again at 1 after this one; receipt numbers never do."""
SERVICE_TIME = timedelta(seconds=150)
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Till:
    """Who sold in the past, and from where."""

    terminal_id: UUID
    register: str
    staff_id: UUID
    staff_name: str


@dataclass(slots=True)
class PastRows:
    """Rows by table, in the order of the columns in `app/data/demo/load.py`."""

    wholes: list[Row] = field(default_factory=list)
    portions: list[Row] = field(default_factory=list)
    tickets: list[Row] = field(default_factory=list)
    ticket_lines: list[Row] = field(default_factory=list)
    payments: list[Row] = field(default_factory=list)
    receipts: list[Row] = field(default_factory=list)
    waste: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a portion is called and weighs."""

    id: UUID
    code: str
    weight_mg: int | None


Pieces = dict[tuple[UUID, int], Piece]
"""By whole and wedge."""


class PastWriter:
    """Numbers and prices what was traded; call `add_day` in the order of the days."""

    def __init__(
        self,
        menu: Menu,
        policies: Policies,
        till: Till,
        *,
        first_number: int = 1,
        first_code: int = 1001,
    ) -> None:
        """`first_number` is the next receipt's, `first_code` the next of a portion still there."""
        self.rows = PastRows()
        self._menu, self._policies, self._till = menu, policies, till
        self._shelves = {product.prefix: shelf_of(menu, product) for product in menu.portioned}
        self._numbers = count(first_number)
        # Guests of the past paid with the middle one of the notes.
        notes = menu.store["cash_notes_minor"]
        self._note_minor = notes[len(notes) // 2]
        self._last_number = first_number - 1
        self._next_code = first_code

    @property
    def register(self) -> str:
        """The register all receipts are numbered by."""
        return self._till.register

    @property
    def last_code(self) -> int:
        """The last number given to a portion or whole that is still there."""
        return self._next_code - 1

    @property
    def last_number(self) -> int:
        """The last receipt number given so far."""
        return self._last_number

    def add_day(self, day: TradedDay, *, closed: bool = True) -> None:
        """Add a day; what was not sold is wasted at closing, or still waits when not `closed`."""
        pieces: Pieces = {}
        numbers: Counter[str] = Counter()
        for whole in day.wholes:
            self._add_whole(whole, self._codes(day, closed, whole, numbers), pieces)
        buyers: dict[UUID, UUID] = {}
        for sale in day.sales:
            self._add_sale(sale, pieces, buyers)
        self._add_portions(day, closed, pieces, buyers)

    def _codes(
        self, day: TradedDay, closed: bool, whole: TradedWhole, numbers: Counter[str]
    ) -> list[str]:
        """The whole's code, then its portions'. Codes of the past carry their day, so that they
        never meet the short codes of what is still there.
        """
        prefix = whole.product.prefix
        if not closed:
            first = self._next_code
            self._next_code += 1 + len(whole.portions)
            portions = [human_code(prefix, first + 1 + portion.wedge) for portion in whole.portions]
            return [f"{prefix}-W{first}", *portions]
        numbers[f"{prefix}W"] += 1
        codes = [f"{prefix}-W{day.day:%m%d}-{numbers[f'{prefix}W']}"]
        for _ in whole.portions:
            numbers[prefix] += 1
            codes.append(f"{prefix}-{day.day:%m%d}-{numbers[prefix]:02d}")
        return codes

    def _add_whole(self, whole: TradedWhole, codes: list[str], pieces: Pieces) -> None:
        product = whole.product
        shelf_life = timedelta(hours=product.whole_shelf_life_hours or 0)
        self.rows.wholes.append(
            (whole.id, product.id, codes[0], "cut", whole.received_at,
             whole.received_at + shelf_life, whole.cut_at, len(whole.portions))
        )  # fmt: skip
        for portion, code in zip(whole.portions, codes[1:], strict=True):
            portion_id = uuid5(whole.id, str(portion.wedge))
            weight_mg = None
            if product.weight_mg is not None:
                weight_mg = product.weight_mg + 1000 * (portion_id.int % 17 - 8)
            pieces[whole.id, portion.wedge] = Piece(portion_id, code, weight_mg)

    def _add_sale(self, sale: TradedSale, pieces: Pieces, buyers: dict[UUID, UUID]) -> None:
        number = self._last_number = next(self._numbers)
        ticket_id = uuid5(sale.portions[0][0].id, f"ticket/{number}")
        served_at = sale.at + SERVICE_TIME + timedelta(seconds=number * 37 % 160)
        lines: list[dict[str, Any]] = []
        for whole, wedge in sale.portions:
            piece = pieces[whole.id, wedge]
            buyers[piece.id] = ticket_id
            lines.append(self._portion_line(whole, wedge, sale.at, piece))
        lines.extend(self._plain_line(product, quantity) for product, quantity in sale.plain)
        total = sum(line["quantity"] * line["unit_price_minor"] for line in lines)
        self._add_lines(ticket_id, lines, served_at)
        self._add_payment(ticket_id, number, sale.at, served_at, total, lines)

    def _portion_line(
        self, whole: TradedWhole, wedge: int, at: datetime, piece: Piece
    ) -> dict[str, Any]:
        product = whole.product
        minutes = round((at - whole.cut_at).total_seconds() / 60)
        score, price, inputs = priced(self._menu, product, self._policies, minutes)
        grade = grade_of(score, self._policies.quality)
        return {
            "product": product,
            "portion_id": piece.id,
            "portion_code": piece.code,
            "unit_name": product.unit,
            "place": self._place(product, wedge),
            "weight_mg": piece.weight_mg,
            "grade": grade.value if grade else "C",
            "quantity": 1,
            "base_price_minor": price.base_minor,
            "unit_price_minor": price.amount_minor,
            "breakdown": [asdict(step) for step in price.steps],
            "price_inputs": inputs,
        }

    def _plain_line(self, product: MenuProduct, quantity: int) -> dict[str, Any]:
        step = PriceStep(PriceReason.BASE, product.price_minor, self._policies.pricing.version)
        return {
            "product": product,
            "portion_id": None,
            "portion_code": None,
            "unit_name": None,
            "place": None,
            "weight_mg": None,
            "grade": None,
            "quantity": quantity,
            "base_price_minor": product.price_minor,
            "unit_price_minor": product.price_minor,
            "breakdown": [asdict(step)],
            "price_inputs": None,
        }

    def _add_lines(self, ticket_id: UUID, lines: list[dict[str, Any]], served_at: datetime) -> None:
        for position, line in enumerate(lines, start=1):
            product = line["product"]
            station = self._menu.station_id(product.station)
            self.rows.ticket_lines.append(
                (uuid5(ticket_id, str(position)), ticket_id, position, product.id, product.name,
                 line["portion_id"], line["portion_code"], line["unit_name"], line["place"],
                 line["weight_mg"], line["grade"], list(product.allergens), line["quantity"],
                 line["base_price_minor"], line["unit_price_minor"],
                 json.dumps(line["breakdown"]), self._policies.tax_rate_bp, station,
                 "served" if station else "none", served_at, served_at,
                 json.dumps(line["price_inputs"]) if line["price_inputs"] else None)
            )  # fmt: skip

    def _add_payment(
        self,
        ticket_id: UUID,
        number: int,
        at: datetime,
        served_at: datetime,
        total: int,
        lines: list[dict[str, Any]],
    ) -> None:
        till, rate = self._till, self._policies.tax_rate_bp
        receipt_id = uuid5(ticket_id, "receipt")
        tendered = -(-total // self._note_minor) * self._note_minor
        tax = (2 * total * rate + 10000 + rate) // (2 * (10000 + rate))
        self.rows.tickets.append(
            (ticket_id, (number - 1) % TICKET_NUMBERS + 1, till.terminal_id, till.staff_id,
             "counter", "closed", at, at,
             served_at, at, served_at, total, tendered, tendered - total, receipt_id, True)
        )  # fmt: skip
        self.rows.payments.append(
            (uuid5(ticket_id, "payment"), ticket_id, "cash", total, tendered, at, till.staff_id,
             till.terminal_id)
        )  # fmt: skip
        document = {
            "id": str(receipt_id), "ticket_id": str(ticket_id), "register": till.register,
            "number": number, "issued_at": at.isoformat(), "cashier": till.staff_name,
            "ticket_number": number, "service": "counter",
            "lines": [self._receipt_line(line) for line in lines], "total_minor": total,
            "tax_minor_by_rate_bp": [[rate, tax]], "tendered_minor": tendered,
            "change_minor": tendered - total,
        }  # fmt: skip
        self.rows.receipts.append(
            (receipt_id, ticket_id, till.register, number, at, total, tax,
             json.dumps(document), True)
        )  # fmt: skip

    def _receipt_line(self, line: dict[str, Any]) -> dict[str, Any]:
        product = line["product"]
        copied = ("portion_code", "grade", "weight_mg", "quantity", "base_price_minor",
                  "unit_price_minor", "breakdown")  # fmt: skip
        return {
            "name": product.name,
            "allergens": list(product.allergens),
            "tax_rate_bp": self._policies.tax_rate_bp,
            **{key: line[key] for key in copied},
        }

    def _add_portions(
        self, day: TradedDay, closed: bool, pieces: Pieces, buyers: dict[UUID, UUID]
    ) -> None:
        left = "wasted" if closed else "available"
        for whole in day.wholes:
            product = whole.product
            limit = timedelta(hours=product.after_cut_hours or 0)
            unit_id = self._menu.unit_named(product.unit).id
            for portion in whole.portions:
                piece = pieces[whole.id, portion.wedge]
                ticket_id = buyers.get(piece.id)
                if ticket_id is None and closed:
                    self._add_waste(day, product, piece)
                self.rows.portions.append(
                    (piece.id, piece.code, product.id, whole.id, portion.wedge,
                     "served" if ticket_id else left, 1 if ticket_id else 0, whole.cut_at,
                     whole.cut_at + limit, unit_id, self._place(product, portion.wedge),
                     piece.weight_mg, FRESH_SCORE, ticket_id)
                )  # fmt: skip

    def _add_waste(self, day: TradedDay, product: MenuProduct, piece: Piece) -> None:
        self.rows.waste.append(
            (uuid5(piece.id, "waste"), day.closed_at, product.id, piece.id, "expired",
             product.cost_minor, self._till.staff_id, self._till.terminal_id)
        )  # fmt: skip

    def _place(self, product: MenuProduct, wedge: int) -> str:
        return f"{self._shelves[product.prefix]} / {wedge + 1}"


def shelf_of(menu: Menu, product: MenuProduct) -> str:
    """The product's shelf in its unit: A, B, C … in the order of the menu."""
    neighbours = [other.prefix for other in menu.portioned if other.unit == product.unit]
    return chr(ord("A") + neighbours.index(product.prefix))
