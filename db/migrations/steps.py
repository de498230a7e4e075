"""The SQL of a step, read from its file beside: one for each kind of store, statements parted by a line of its own."""

from pathlib import Path

from alembic import op

from db.schema import stamp_after

PARTED = "\n-- next\n"
"""What stands between two statements: triggers have semicolons of their own."""

SQL = Path(__file__).with_name("sql")
"""Where the steps' SQL is."""


def run(revision: str, edition: int) -> None:
    """Runs the SQL of a revision, and stamps the edition it brings."""
    connection = op.get_bind()
    script = (SQL / f"{revision}.{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in script.split(PARTED):
        connection.exec_driver_sql(statement.strip())
    stamp_after(connection, edition)
