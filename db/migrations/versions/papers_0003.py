"""What papers say, finding by finding; contradictions to choose from; what left with an import that was taken back.

Revision ID: 0003
"""

from db.migrations import steps

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table of findings, and gives bodies, meetings, papers and warnings their new columns."""
    steps.run(revision, 3)
