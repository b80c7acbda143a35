"""Turn news articles into a knowledge graph in which every fact points at the words it came from."""
