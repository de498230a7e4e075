"""What papers say, suggest and leave doubtful is found without reading all of it, however many papers there are.

Revision ID: 0005
"""

from db.migrations import steps

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Gives findings, suggestions, warnings and the journal their new indexes."""
    steps.run(revision, 5)
