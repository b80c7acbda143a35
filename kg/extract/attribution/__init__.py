"""Who says so: the sources of a clause, the speakers of quotations and those who vouch for an event."""
