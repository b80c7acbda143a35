"""What stands between quotation marks, and the sentences of the writer around it."""
