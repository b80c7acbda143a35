"""What the stages that read ask of a sentence: who does what in it, when, how much, and who says so."""
