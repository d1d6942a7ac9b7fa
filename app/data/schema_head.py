"""The schema this program was written for; every screen asks for it, also those without Alembic."""

SCHEMA_HEAD = "0005"
"""The Alembic revision."""
