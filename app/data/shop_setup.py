"""What an empty store needs before a till can serve, written as its administrator."""

import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg import errors

from app.data.pins import new_verifier
from app.domain.ids import new_id
from app.domain.people import Role
from app.domain.policy import StoreSettings
from app.services.policy_codec import from_document, to_document

MOST_NAME = 80


class SetupRefused(Exception):
    """The store cannot be set up so; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class NewCategory:
    """A kind of food; `cut_by` angle or weight for what is sold by the portion, else None."""

    name: str
    cut_by: str | None


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A cabinet or display: hot, cold or ambient, with its limits in m°C."""

    name: str
    kind: str
    min_temperature_mc: int | None = None
    max_temperature_mc: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the staff, without what their PIN is checked by."""

    name: str
    role: Role
    active: bool


STARTERS: tuple[NewCategory | NewUnit | str, ...] = (
    NewCategory("Pizza", "angle"),
    NewCategory("Cake", "weight"),
    NewCategory("Pie", "angle"),
    NewCategory("Drinks", None),
    "Counter",
    NewUnit("Hot cabinet", "hot", min_temperature_mc=60_000),
    NewUnit("Cold display", "cold", min_temperature_mc=1_000, max_temperature_mc=5_000),
)
"""What a new shop starts with: categories, a station (the plain name) and holding units."""


def open_store(
    admin_url: str,
    settings: StoreSettings,
    shelves: Sequence[NewCategory | NewUnit | str] = STARTERS,
) -> None:
    """Give an empty, migrated store its settings and shelves. Raises SetupRefused."""
    with _setup(admin_url) as link:
        link.execute("LOCK TABLE wedge.settings IN SHARE ROW EXCLUSIVE MODE")
        if found := _settings(link):
            raise SetupRefused(
                f'This store is open already, as "{found.store_name}". '
                "Change what is kept of it with: wedge store change"
            )
        _insert_settings(link, 1, {}, settings)
        for each in shelves:
            _add(link, each)


def is_open(admin_url: str) -> bool:
    """Whether the store was given its settings."""
    with _setup(admin_url) as link:
        return _settings(link) is not None


def settings_of(admin_url: str) -> StoreSettings:
    """The store's settings. Raises SetupRefused while it has none."""
    with _setup(admin_url) as link:
        return _opened(link)


def change_store(admin_url: str, settings: StoreSettings) -> None:
    """Keep `settings` as the store's next version. Raises SetupRefused.

    The currency stays once there are products: their prices are in it.
    """
    with _setup(admin_url) as link:
        link.execute("LOCK TABLE wedge.settings IN SHARE ROW EXCLUSIVE MODE")
        before = _opened(link)
        priced = link.execute("SELECT EXISTS (SELECT FROM wedge.products)").fetchone()
        if settings.currency != before.currency and priced is not None and priced[0]:
            raise SetupRefused(
                f"The prices of this store are in {before.currency}, so its currency stays. "
                "Nothing was changed; open another store for another currency."
            )
        kept = link.execute(
            "SELECT version, document FROM wedge.settings ORDER BY version DESC LIMIT 1"
        ).fetchone()
        assert kept is not None
        _insert_settings(link, kept[0] + 1, kept[1], settings)


def add_to_store(admin_url: str, thing: NewCategory | NewUnit | str) -> None:
    """Add a category, a holding unit or (a plain name) a station. Raises SetupRefused."""
    with _setup(admin_url) as link:
        _opened(link)
        _add(link, thing)


def add_person(admin_url: str, *, name: str, role: Role, pin: str) -> None:
    """Take somebody on. Raises SetupRefused for the name and `BadPin` for the PIN."""
    called = name.strip()
    if not called.isprintable() or not 1 <= len(called) <= MOST_NAME:
        raise SetupRefused(f"A name has 1 to {MOST_NAME} characters.")
    salt = secrets.token_bytes(16)
    verifier = new_verifier(pin, role, salt)
    with _setup(admin_url) as link:
        link.execute("LOCK TABLE wedge.staff IN SHARE ROW EXCLUSIVE MODE")
        known = "SELECT 1 FROM wedge.staff WHERE active AND lower(name) = lower(%s)"
        if link.execute(known, (called,)).fetchone():
            raise SetupRefused(f'There is a person named "{called}" already.')
        link.execute(
            "INSERT INTO wedge.staff (id, name, role, pin_salt, pin_verifier)"
            " VALUES (%s, %s, %s, %s, %s)",
            (new_id(), called, role.value, salt, verifier),
        )


def people(admin_url: str) -> tuple[Person, ...]:
    """The staff by name."""
    with _setup(admin_url) as link:
        rows = link.execute("SELECT name, role, active FROM wedge.staff ORDER BY name").fetchall()
    return tuple(Person(name, Role(role), active) for name, role, active in rows)


@contextmanager
def _setup(admin_url: str) -> Iterator[psycopg.Connection]:
    """A transaction as the administrator; a screen that is open hears of it at its end."""
    try:
        with psycopg.connect(admin_url, connect_timeout=5) as link:
            yield link
    except (errors.UndefinedTable, errors.InvalidSchemaName) as error:
        raise SetupRefused(
            "This database holds no store of Wedge yet. Make one with: wedge store start"
        ) from error
    except errors.InsufficientPrivilege as error:
        raise SetupRefused("Only the store's administrator may do this, not a terminal.") from error


def _opened(link: psycopg.Connection) -> StoreSettings:
    found = _settings(link)
    if found is None:
        raise SetupRefused(
            "This store has no name, currency or time zone yet. Give it these with: "
            "wedge store open NAME --country CODE --tax-rate PERCENT"
        )
    return found


def _settings(link: psycopg.Connection) -> StoreSettings | None:
    row = link.execute("SELECT wedge.settings_document()").fetchone()
    return None if row is None or row[0] is None else from_document(StoreSettings, row[0])


def _insert_settings(
    link: psycopg.Connection, version: int, before: dict[str, object], settings: StoreSettings
) -> None:
    document = {**before, **to_document(settings)}
    link.execute(
        "INSERT INTO wedge.settings (version, document) VALUES (%s, %s)",
        (version, json.dumps(document)),
    )


def _add(link: psycopg.Connection, thing: NewCategory | NewUnit | str) -> UUID:
    table = {NewCategory: "categories", NewUnit: "holding_units", str: "stations"}[type(thing)]
    name = thing if isinstance(thing, str) else thing.name
    if not name.strip().isprintable() or not 1 <= len(name.strip()) <= MOST_NAME:
        raise SetupRefused(f"A name has 1 to {MOST_NAME} characters.")
    known = f"SELECT 1 FROM wedge.{table} WHERE lower(name) = lower(%s)"
    if link.execute(known.encode(), (name.strip(),)).fetchone():
        raise SetupRefused(f'There is "{name.strip()}" already.')
    identifier = new_id()
    if isinstance(thing, NewCategory):
        link.execute(
            "INSERT INTO wedge.categories (id, name, position, portionable, cut_by)"
            " VALUES (%s, %s, (SELECT count(*) FROM wedge.categories), %s, %s)",
            (identifier, name.strip(), thing.cut_by is not None, thing.cut_by),
        )
    elif isinstance(thing, NewUnit):
        link.execute(
            "INSERT INTO wedge.holding_units"
            " (id, name, kind, min_temperature_mc, max_temperature_mc) VALUES (%s, %s, %s, %s, %s)",
            (identifier, name.strip(), thing.kind, thing.min_temperature_mc,
             thing.max_temperature_mc),
        )  # fmt: skip
    else:
        link.execute(
            "INSERT INTO wedge.stations (id, name) VALUES (%s, %s)", (identifier, name.strip())
        )
    return identifier
