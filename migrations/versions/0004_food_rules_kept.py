"""Food rules kept: what the shop's days asked of schema 0003."""

from alembic import op

from app.data.migrate import run_scripts

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the server's scripts of this revision."""
    run_scripts(op.get_bind(), revision)


def downgrade() -> None:
    """There is no way back: a store's history is never thrown away."""
    raise NotImplementedError("restore a backup instead")
