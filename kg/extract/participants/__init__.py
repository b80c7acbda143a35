"""Who is named and who is only described: from the words of a text to its entities."""
