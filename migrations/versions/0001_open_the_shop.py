"""Open the shop: tables, guards, feed, journal, functions and grants."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql"
FILES = (
    "010_tables",
    "020_helpers",
    "030_rows",
    "040_feed",
    "050_journal",
    "060_guards",
    "100_tickets",
    "110_reserve_first",
    "120_ticket_lines",
    "130_pay_cash",
    "140_printing",
    "150_kitchen",
    "160_stock",
    "170_staff",
    "900_grants",
)


def upgrade() -> None:
    """Run the files in order; each is one script for the server."""
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    for name in FILES:
        # Straight to the driver: SQLAlchemy would read % as a placeholder.
        driver.execute((SQL / f"{name}.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    """There is no way back: a store's history is never thrown away."""
    raise NotImplementedError("restore a backup instead")
