"""What goes out by itself: messages, the reminders in them, who is left alone, sweeps.

Revision ID: 0002
"""

from db.migrations import steps

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables; nothing that is there is changed, and nothing is sent until somebody enables it."""
    steps.run(revision, 2)
