"""Which messages a sweep has in hand, so that after a loss of power those that may have gone are known.

Revision ID: 0004
"""

from db.migrations import steps

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Gives sweeps their new column."""
    steps.run(revision, 4)
