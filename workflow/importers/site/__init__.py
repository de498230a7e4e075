"""A council's own site: its papers fetched politely, one at a time, from the host that was named and from no other."""
