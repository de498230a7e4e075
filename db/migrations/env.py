"""How Alembic runs our steps: on the connection that `db.upgrade` gives it, in one transaction that it began."""

from alembic import context

from db.revisions import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
