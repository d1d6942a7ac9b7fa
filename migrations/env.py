"""Alembic's environment; `app.data.migrate` hands over an open connection."""

from alembic import context
from sqlalchemy import Connection

from app.data.tables import SCHEMA, Base


def run(connection: Connection) -> None:
    """Migrate inside the caller's transaction."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table_schema=SCHEMA,
        include_schemas=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
