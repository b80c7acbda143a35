"""The ontology, the lexicon and the reference data: Turtle that ships as the package kg.ontology."""
