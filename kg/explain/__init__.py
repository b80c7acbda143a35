"""Everything a graph knows of one node, which node a name means, and how a decision says which."""

from kg.explain.finding import Candidate, find
from kg.explain.selecting import choose_selector, is_place
from kg.explain.telling import Explanation, Fact, Passage, Reason, explain

__all__ = [
    "Candidate",
    "Explanation",
    "Fact",
    "Passage",
    "Reason",
    "choose_selector",
    "explain",
    "find",
    "is_place",
]
