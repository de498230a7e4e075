"""The store's floor: tables, named reads, the journal, migrations and views."""
