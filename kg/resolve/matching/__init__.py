"""What of the reference data a text names: its pieces, and the longest names that they match."""
