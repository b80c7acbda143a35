"""How many: the numbers that a text reports of an event and what they count."""
