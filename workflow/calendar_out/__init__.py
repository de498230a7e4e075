"""Days for other people's calendars, as standards-valid iCalendar (RFC 5545): meetings, what is due, windows."""
