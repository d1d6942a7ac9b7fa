"""Food rules: approvals, policies with versions, and what portions are worth."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / "0003"


def upgrade() -> None:
    """Run the files in the order of their names; each is one script for the server."""
    driver = op.get_bind().connection.driver_connection
    assert driver is not None
    for file in sorted(SQL.glob("*.sql")):
        # Straight to the driver: SQLAlchemy would read % as a placeholder.
        driver.execute(file.read_text(encoding="utf-8"))


def downgrade() -> None:
    """There is no way back: a store's history is never thrown away."""
    raise NotImplementedError("restore a backup instead")
