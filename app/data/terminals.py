"""Give a terminal its own credential: a login role in the group of its mode."""

import re
import secrets
import zlib
from dataclasses import dataclass
from datetime import datetime

import psycopg
from psycopg import sql

from app.data.urls import with_login
from app.domain.people import Mode

GROUPS = {
    Mode.POS: "pos_app",
    Mode.KDS: "kds_app",
    Mode.MANAGER: "backoffice_app",
    Mode.CUSTOMER: "display_ro",
}
ROLE_SETTINGS = (
    ("statement_timeout", "3s"),
    ("lock_timeout", "1s"),
    ("idle_in_transaction_session_timeout", "5s"),
    ("tcp_keepalives_idle", "2"),
    ("tcp_keepalives_interval", "1"),
    ("tcp_keepalives_count", "3"),
    ("jit", "off"),
    ("timezone", "UTC"),
)


@dataclass(frozen=True, slots=True)
class TerminalEntry:
    """A registered terminal as the store's administrator sees it."""

    name: str
    mode: Mode
    register: str | None
    revoked: bool
    last_seen_at: datetime | None


def terminals(admin_url: str) -> tuple[TerminalEntry, ...]:
    """Every terminal that was ever registered, by name."""
    with psycopg.connect(admin_url, connect_timeout=5) as connection:
        rows = connection.execute(
            "SELECT name, mode, register, revoked, last_seen_at FROM wedge.terminals ORDER BY name"
        ).fetchall()
    return tuple(TerminalEntry(name, Mode(mode), *rest) for name, mode, *rest in rows)


def revoke_terminal(admin_url: str, name: str) -> bool:
    """Shut a terminal out, at once: its login and its open connections end.

    Returns False when there is none of that name. What it did stays in the journal.
    """
    with psycopg.connect(admin_url, connect_timeout=5) as connection:
        row = connection.execute(
            "UPDATE wedge.terminals SET revoked = true WHERE name = %s RETURNING login_role",
            (name,),
        ).fetchone()
        if row is None:
            return False
        connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(row[0])))
    with psycopg.connect(admin_url, connect_timeout=5) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", row
        )
    return True


def create_terminal(admin_url: str, *, name: str, mode: Mode, register: str | None = None) -> str:
    """Register the terminal and return its URL; again for the same name: a new password.

    `register` numbers a till's receipts; it is required for tills, names the till of a guest
    display, and is refused elsewhere.
    """
    password = secrets.token_urlsafe(24)
    with psycopg.connect(admin_url) as connection:
        row = connection.execute("SELECT current_database()").fetchone()
        assert row is not None
        login = _login_role(str(row[0]), name)
        _create_role(connection, login, password, GROUPS[mode])
        connection.execute(
            "INSERT INTO wedge.terminals (id, name, mode, register, login_role)"
            " VALUES (gen_random_uuid(), %s, %s, %s, %s)"
            " ON CONFLICT (name) DO UPDATE SET mode = excluded.mode,"
            " register = excluded.register, login_role = excluded.login_role, revoked = false",
            (name, mode.value, register, login),
        )
    return with_login(admin_url, login, password)


def _login_role(database: str, name: str) -> str:
    """Roles are shared by all databases of a cluster, so the database is part of the name."""
    plain = re.sub(r"[^a-z0-9]+", "_", f"{database}_{name}".lower()).strip("_")
    return f"t_{plain[:48]}_{zlib.crc32(f'{database}/{name}'.encode()):08x}"


def _create_role(connection: psycopg.Connection, login: str, password: str, group: str) -> None:
    role = sql.Identifier(login)
    found = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,))
    known = found.fetchone() is not None
    verb = sql.SQL("ALTER") if known else sql.SQL("CREATE")
    connection.execute(
        sql.SQL("{} ROLE {} LOGIN PASSWORD {}").format(verb, role, sql.Literal(password))
    )
    for other in GROUPS.values():
        statement = "GRANT {} TO {}" if other == group else "REVOKE {} FROM {}"
        if other == group or known:
            connection.execute(sql.SQL(statement).format(sql.Identifier(other), role))
    for key, value in ROLE_SETTINGS:
        connection.execute(
            sql.SQL("ALTER ROLE {} SET {} = {}").format(
                role, sql.Identifier(key), sql.Literal(value)
            )
        )
