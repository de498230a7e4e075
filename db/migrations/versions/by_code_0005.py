"""What papers say, suggest and leave doubtful is found without reading all of it; what is owed says on what it rests.

Revision ID: 0005
"""

from db.migrations import steps

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Gives findings, suggestions, warnings, what is owed and the journal their new indexes."""
    steps.run(revision, 5)
