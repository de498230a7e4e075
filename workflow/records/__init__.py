"""The records beside the reports, one file a room: bodies, meetings, people, topics. Each verb is one transaction."""
