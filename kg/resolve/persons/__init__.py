"""Who the names of a document mean: one person for each."""
