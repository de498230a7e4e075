"""The first schema: the journal, the reports it folds to, the records, the views.

Revision ID: 0001
"""

from db.migrations import steps

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes everything."""
    steps.run(revision, 1)
