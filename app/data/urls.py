"""One form of database address for people, two drivers' forms for programs."""

from urllib.parse import quote, urlsplit, urlunsplit

PLAIN = "postgresql://"


def sqlalchemy_url(url: str) -> str:
    """`postgresql://…` with SQLAlchemy's psycopg driver named."""
    return "postgresql+psycopg://" + url.removeprefix(PLAIN) if url.startswith(PLAIN) else url


def with_login(url: str, user: str, password: str) -> str:
    """The same server and database, another user."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    login = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return urlunsplit(parts._replace(netloc=f"{login}@{place}"))


def with_database(url: str, database: str) -> str:
    """The same server and user, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{quote(database, safe='')}"))
