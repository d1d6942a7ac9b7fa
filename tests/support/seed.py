"""A small shop in the database: one pizza, one drink, staff, two wholes, twenty free portions."""

import json
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

import psycopg
from psycopg import sql

from app.data.pins import derive, verifier_of
from app.domain.ids import new_id
from app.domain.portion import Grade
from app.domain.price import PriceReason, PriceStep
from app.services.ports import Candidate

_SPACE = UUID("6f1d3c5e-2f0a-4a8e-9d55-0d7c6a1b9e10")
PINS = {
    "cashier": "1234", "service": "3456", "kitchen": "2345", "shift_lead": "234567",
    "manager": "123456",
}  # fmt: skip
PIN_AT = {"sign_in": 0, "approve_with_pin": 2}
"""Functions that look at a PIN: which argument names the person."""
_ONE_PIN_AT_A_TIME = threading.Lock()
PRICE_MINOR = 8900
HOLD_S = 300
PORTIONS = 20


def known_id(name: str) -> UUID:
    """The id of a seeded thing, the same in every clone."""
    return uuid5(_SPACE, name)


PIZZA, DRINK = known_id("pizza"), known_id("drink")
EIGHTHS, TENTHS = known_id("eighths"), known_id("tenths")
CABINET, OVEN, CATEGORY = known_id("cabinet"), known_id("oven"), known_id("category")

SETTINGS = {
    "store_name": "Wedge test", "address": "1 Test Road", "tax_id": "0", "currency": "THB",
    "locale": "en_TH", "time_zone": "Asia/Bangkok", "tax_label": "VAT", "hold_s": HOLD_S,
    "promise_s": 300, "few_left": 3, "cash_notes_minor": [10000, 100000],
    "quality": {"version": 1, "grade_a": 9.0, "grade_b": 8.0, "grade_c": 7.0,
                "markdown_threshold": 8.0, "sale_floor": 7.0, "unobserved_after_s": 1800},
    "pricing": {"version": 1, "max_change": "3/10", "min_margin": "3/10",
                "markdown_at_floor": "1/5", "rounding_minor": 100},
}  # fmt: skip


def seed(admin_url: str) -> None:
    """Fill an empty migrated database."""
    with psycopg.connect(admin_url) as link:
        link.execute("SET wedge.bulk = 'on'")
        _menu(link)
        roles = _roles(link)
        for role, pin in PINS.items():
            if f"'{role}'" not in roles:
                continue
            salt = known_id(role).bytes
            _insert(link, "staff", id=known_id(role), name=f"The {role}", role=role,
                    pin_salt=salt, pin_verifier=verifier_of(derive(pin, salt)))  # fmt: skip
        for number in (1, 2):
            add_cut_whole(link, number)
        _insert(link, "wholes", id=known_id("uncut"), product_id=PIZZA, code="P-W9",
                state="in_stock", received_at=_now(), expires_at=_now(hours=24))  # fmt: skip
        link.execute("SELECT wedge.feed_bump()")


def _roles(link: psycopg.Connection) -> str:
    """The roles that the schema knows: an older one has fewer."""
    row = link.execute(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'ck_staff_role_known'"
    ).fetchone()
    assert row is not None
    return str(row[0])


def _menu(link: psycopg.Connection) -> None:
    _insert(link, "settings", version=1, document=json.dumps(SETTINGS))
    _insert(link, "categories", id=CATEGORY, name="Food", position=1, portionable=True)
    _insert(link, "stations", id=OVEN, name="Oven")
    _insert(link, "holding_units", id=CABINET, name="Hot cabinet 1", kind="hot",
            min_temperature_mc=60000)  # fmt: skip
    keep_warm(link)
    common: dict[str, Any] = {"category_id": CATEGORY, "tax_rate_bp": 700, "active": True}
    _insert(link, "products", id=PIZZA, code_prefix="P", name="Margherita", kind="portioned",
            base_price_minor=PRICE_MINOR, cost_minor=2500, allergens=["milk", "wheat"],
            station_id=OVEN, after_cut_limit_s=14400, e7_s=7200.0, beta=1.5, q10=2.0,
            reference_temperature_mc=63000, **common)  # fmt: skip
    _insert(link, "products", id=DRINK, code_prefix="D", name="Water", kind="plain",
            base_price_minor=2000, cost_minor=500, allergens=[], **common)  # fmt: skip
    for key, count in ((EIGHTHS, 8), (TENTHS, 10)):
        _insert(link, "portion_configurations", id=key, product_id=PIZZA, name=f"1/{count}",
                portions_per_whole=count, standard_weight_mg=120000,
                is_default=count == 10)  # fmt: skip


def keep_warm(link: psycopg.Connection) -> None:
    """The cabinet is at 63 °C now: its food may be sold."""
    _insert(link, "temperature_readings", holding_unit_id=CABINET, temperature_mc=63000)


def add_cut_whole(link: psycopg.Connection, number: int) -> None:
    """A whole cut into ten portions just now."""
    whole = known_id(f"whole {number}")
    _insert(link, "wholes", id=whole, product_id=PIZZA, code=f"P-W{number}", state="cut",
            received_at=_now(), expires_at=_now(hours=24), cut_at=_now(),
            portions_per_whole=10)  # fmt: skip
    for wedge in range(10):
        _insert(link, "portions", id=known_id(f"portion {number}/{wedge}"),
                code=f"P-{number}{wedge:02}", product_id=PIZZA, whole_id=whole, wedge=wedge,
                state="available", cut_at=_now(), expires_at=_now(hours=4),
                holding_unit_id=CABINET, place=f"A / {wedge + 1}", weight_mg=120000,
                initial_quality=10.0)  # fmt: skip


def _now(hours: int = 0) -> datetime:
    return datetime.now(UTC) + timedelta(hours=hours)


def _insert(link: psycopg.Connection, table: str, **values: Any) -> None:
    marks = ", ".join(["%s"] * len(values))
    statement = f"INSERT INTO wedge.{table} ({', '.join(values)}) VALUES ({marks})"
    link.execute(statement.encode(), tuple(values.values()))


def candidate(
    portion: UUID, epoch: int = 0, price_minor: int = PRICE_MINOR, base_minor: int = PRICE_MINOR
) -> Candidate:
    """A candidate at the base price, or with one quality step to another price."""
    steps: tuple[PriceStep, ...] = (PriceStep(PriceReason.BASE, base_minor, 1),)
    if price_minor != base_minor:
        steps += (PriceStep(PriceReason.QUALITY, price_minor - base_minor, 1),)
    return Candidate(portion, epoch, Grade.A, price_minor, base_minor, steps)


def portion_ids() -> list[UUID]:
    """All twenty seeded portions."""
    return [known_id(f"portion {n}/{wedge}") for n in (1, 2) for wedge in range(10)]


@dataclass(frozen=True, slots=True)
class SmallShop:
    """The seeded shop of one test, with direct access as the administrator."""

    admin_url: str

    def query(self, statement: str, *arguments: Any) -> list[Any]:
        """Run one statement as the administrator; rows of what it returns."""
        with psycopg.connect(self.admin_url, autocommit=True) as link:
            cursor = link.execute(statement.encode(), arguments or None)
            return cursor.fetchall() if cursor.description else []

    def one(self, statement: str, *arguments: Any) -> Any:
        """The first column of the first row."""
        return self.query(statement, *arguments)[0][0]


def forget_readings(shop: SmallShop) -> None:
    """As if no sensor had ever reported."""
    with psycopg.connect(shop.admin_url, autocommit=True) as link:
        link.execute("ALTER TABLE wedge.temperature_readings DISABLE TRIGGER USER")
        link.execute("DELETE FROM wedge.temperature_readings")
        link.execute("ALTER TABLE wedge.temperature_readings ENABLE TRIGGER USER")


def without_clocks(shop: SmallShop) -> None:
    """In this shop the server sells food of any age: for tests of what comes after such a sale."""
    shop.query(
        "CREATE OR REPLACE FUNCTION wedge.off_sale(p_portion wedge.portions, p_now timestamptz)"
        " RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL::text'"
    )
    shop.query(
        "CREATE OR REPLACE FUNCTION wedge.live_score(p_portion wedge.portions, p_at timestamptz)"
        " RETURNS double precision LANGUAGE sql STABLE AS 'SELECT NULL::double precision'"
    )


class Till:
    """A terminal's raw connection with somebody signed in: calls functions by name."""

    def __init__(self, url: str, role: str = "cashier") -> None:
        self.link = psycopg.connect(url, autocommit=True)
        derived = derive(PINS[role], known_id(role).bytes)
        self.session = UUID(self.call("sign_in", known_id(role), derived)["id"])

    def __enter__(self) -> "Till":
        return self

    def __exit__(self, *_: object) -> None:
        self.link.close()

    def call(self, function: str, *arguments: Any) -> Any:
        """The function's result as it comes from the database; a kept refusal is raised too.

        A PIN is announced first, as every program does it.
        """
        if function in PIN_AT and self._announces():
            # Of one terminal's checks at one moment only one would be looked at.
            with _ONE_PIN_AT_A_TIME:
                told = self._ask("announce_pin", arguments[PIN_AT[function]])
                return told if "refused" in told else self._ask(function, *arguments)
        return self._ask(function, *arguments)

    def _ask(self, function: str, *arguments: Any) -> Any:
        marks = ", ".join(["%s"] * len(arguments))
        row = self.link.execute(f"SELECT wedge.{function}({marks})".encode(), arguments).fetchone()
        assert row is not None
        if isinstance(row[0], dict) and row[0].get("kept"):
            self._raise(row[0]["refused"], row[0]["detail"])
        return row[0]

    def _announces(self) -> bool:
        """A store of an older schema looks at a PIN without."""
        row = self.link.execute("SELECT to_regproc('wedge.announce_pin')").fetchone()
        return row != (None,)

    def _raise(self, code: str, detail: str) -> None:
        """The server kept the attempt and answered: the same error as any other refusal's."""
        raising = sql.SQL(
            "DO $$BEGIN RAISE EXCEPTION USING ERRCODE = 'WG001', MESSAGE = {code}, HINT = {code},"
            " DETAIL = {detail}; END$$"
        ).format(code=sql.Literal(code), detail=sql.Literal(detail or ""))
        self.link.execute(raising)

    def act(self, function: str, *arguments: Any, request: UUID | None = None) -> Any:
        """A changing function: with the session and a new request id in front."""
        return self.call(function, self.session, request or new_id(), *arguments)

    def reserve(
        self,
        ticket: UUID,
        *candidates: Candidate,
        line: UUID | None = None,
        request: UUID | None = None,
    ) -> Any:
        """Reserve the first free one of the candidates."""
        return self.act("reserve_first", ticket, line or uuid4(), "counter",
                        json.dumps([_json(each) for each in candidates]),
                        request=request)  # fmt: skip


def _json(each: Candidate) -> dict[str, Any]:
    return {
        "portion_id": str(each.portion_id), "epoch": each.epoch, "grade": each.grade.value,
        "unit_price_minor": each.unit_price_minor, "base_price_minor": each.base_price_minor,
        "breakdown": [{"reason": step.reason.value, "amount_minor": step.amount_minor,
                       "rule_version": step.rule_version} for step in each.breakdown],
    }  # fmt: skip
