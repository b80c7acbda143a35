"""Whether it happened: the operators of the lexicon, how far they reach and what they make of an event."""
