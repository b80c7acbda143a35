"""Turn news articles into a knowledge graph in which every fact points at the words it came from.

`kg.load()` gives the language model as an ordinary spaCy pipeline.
"""

from kg.language import load

__all__ = ["load"]
