"""Everything a graph knows of one node, which node a name means, how a decision says which,
and why a text gives the events that it gives."""

from kg.explain.explanation import Explanation, Fact, Passage, Reason, lines_of
from kg.explain.finding import Candidate, find, find_one, meant
from kg.explain.selecting import choose_selector, is_place
from kg.explain.telling import explain
from kg.explain.why_not import WhyNot, why_not

__all__ = [
    "Candidate",
    "Explanation",
    "Fact",
    "Passage",
    "Reason",
    "WhyNot",
    "choose_selector",
    "explain",
    "find",
    "find_one",
    "is_place",
    "lines_of",
    "meant",
    "why_not",
]
