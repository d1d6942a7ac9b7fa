"""One form of database address for people, two drivers' forms for programs."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

PLAIN = "postgresql://"


class BadAddress(ValueError):
    """The text is no address of a store; it says what one looks like (and repeats no password)."""


def checked_address(url: str) -> str:
    """`url` if it can be a store's address. Raises BadAddress before anything is opened."""
    try:
        parts = urlsplit(url)
        _ = parts.port
        good = url.startswith(PLAIN) and bool(parts.hostname) and bool(conninfo_to_dict(url))
    except (ValueError, ProgrammingError):
        good = False
    if not good:
        raise BadAddress(
            "What --store names is no store's address. One looks like postgresql://login:password"
            "@host:port/wedge; `wedge store terminal` on the store's machine prints it."
        )
    _check_authority({str(key): str(value) for key, value in conninfo_to_dict(url).items()})
    return url


def _check_authority(said: Mapping[str, str]) -> None:
    """Raise BadAddress when the server is to prove itself, and what it proves itself by is gone."""
    if not said.get("sslmode", "").startswith("verify-"):
        return
    named = said.get("sslrootcert") or os.environ.get("PGSSLROOTCERT", "")
    file = Path(named) if named else Path.home() / ".postgresql" / "root.crt"
    if named != "system" and not file.exists():
        raise BadAddress(
            f"This address asks for the store's certificate to be checked, and {file} is missing. "
            "Copy tls/ca.crt of the store's folder there."
        )


def sqlalchemy_url(url: str) -> str:
    """`postgresql://…` with SQLAlchemy's psycopg driver named."""
    return "postgresql+psycopg://" + url.removeprefix(PLAIN) if url.startswith(PLAIN) else url


def with_login(url: str, user: str, password: str) -> str:
    """The same server and database, another user."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    login = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return urlunsplit(parts._replace(netloc=f"{login}@{place}"))


def for_network(url: str, host: str) -> str:
    """The same login on a server that is reached by `host`, and proves itself by the store's CA."""
    parts = urlsplit(url)
    login = parts.netloc.rpartition("@")[0]
    shown = f"[{host}]" if ":" in host else host
    place = f"{login}@{shown}:{parts.port}"
    return urlunsplit(parts._replace(netloc=place, query="sslmode=verify-ca"))


def with_database(url: str, database: str) -> str:
    """The same server and user, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{quote(database, safe='')}"))
