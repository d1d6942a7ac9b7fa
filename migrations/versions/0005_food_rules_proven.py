"""Food rules proven: what a strict reading of the rules asked of schema 0004."""

from alembic import op

from app.data.migrate import run_scripts

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the server's scripts of this revision."""
    run_scripts(op.get_bind(), revision)


def downgrade() -> None:
    """There is no way back: a store's history is never thrown away."""
    raise NotImplementedError("restore a backup instead")
