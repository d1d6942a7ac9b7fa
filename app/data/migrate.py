"""Bring a database to this program's schema, and tell when it is newer than the program."""

from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from app.data.schema_head import SCHEMA_HEAD
from app.data.urls import sqlalchemy_url

MIGRATIONS = Path(__file__).parents[2] / "migrations"
LOCK_KEY = 0x5745444745
GROUP_ROLES = ("pos_app", "kds_app", "backoffice_app", "display_ro", "auditor", "migrator")


class NewerSchema(Exception):
    """The database was migrated by a newer program; this one must not touch it."""


def newer_schema_sentence(found: str) -> str:
    """What a person is told when the database is ahead of the program."""
    return (
        f"This store's database has schema {found}, newer than this program's {SCHEMA_HEAD}. "
        "Nothing was changed; update this program."
    )


def upgrade(admin_url: str, *, to: str = SCHEMA_HEAD) -> None:
    """Create or migrate schema `wedge` as the administrator. Raises `NewerSchema`.

    `to` is an earlier revision only where a test needs a database of before.
    """
    from alembic import command
    from alembic.config import Config

    engine = create_engine(sqlalchemy_url(admin_url), poolclass=NullPool)
    try:
        with engine.begin() as connection:
            _lock(connection)
            _create_roles(connection)
            found = _revision(connection)
            if found is not None and found > SCHEMA_HEAD:
                raise NewerSchema(newer_schema_sentence(found))
            connection.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS wedge AUTHORIZATION migrator")
            connection.exec_driver_sql("SET LOCAL ROLE migrator")
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, to)
    finally:
        engine.dispose()


def run_scripts(connection: Connection, revision: str) -> None:
    """Run the files of migrations/sql/<revision> in the order of their names.

    Each is one script for the server, and goes straight to the driver: SQLAlchemy would read its
    % as placeholders.
    """
    driver = connection.connection.driver_connection
    assert driver is not None
    for file in sorted((MIGRATIONS / "sql" / revision).glob("*.sql")):
        driver.execute(file.read_text(encoding="utf-8"))


def _lock(connection: Connection) -> None:
    connection.exec_driver_sql("SET LOCAL lock_timeout = '10s'")
    connection.exec_driver_sql("SET LOCAL statement_timeout = '60s'")
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK_KEY})


def _create_roles(connection: Connection) -> None:
    """Roles belong to the cluster: another database's migration may make them at this moment."""
    for role in GROUP_ROLES:
        connection.exec_driver_sql(
            f"DO $$ BEGIN CREATE ROLE {role} NOLOGIN; "
            "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    connection.exec_driver_sql(
        "DO $$ BEGIN IF NOT pg_has_role(current_user, 'migrator', 'USAGE') THEN "
        "GRANT migrator TO current_user; END IF; END $$"
    )


def _revision(connection: Connection) -> str | None:
    if connection.scalar(text("SELECT to_regclass('wedge.alembic_version')")) is None:
        return None
    found = connection.scalar(text("SELECT version_num FROM wedge.alembic_version"))
    return None if found is None else str(found)
