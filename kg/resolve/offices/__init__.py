"""Offices: what a phrase says of one, and who beside it has it."""
