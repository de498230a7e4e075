"""The editions of the schema there have been."""

REVISIONS: dict[str, int] = {"0001": 1, "0002": 2, "0003": 3, "0004": 4, "0005": 5}
"""Each revision of the schema, by its name in `db/migrations`, and the edition it brings."""

VERSION_TABLE = "matters_schema"
"""Where the migrations keep which revision a database has."""
