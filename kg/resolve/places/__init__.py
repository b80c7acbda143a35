"""Countries, places, organizations and bodies of state that a text names."""
