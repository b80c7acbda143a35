"""Where the names of persons are in a text."""
