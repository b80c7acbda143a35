"""Whether those whom a clause counts were hurt at another time than that of which its sentence tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import RELATIVE_TAGS
from kg.grammar.time.tense import is_measured

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token

CLAUSES = frozenset({"advcl", "acl:relcl", "acl"})
BETWEEN = frozenset({",", "-", "--", "–", "—"})


def is_at_another_time(counted: Token, trigger: Token, analysis: Analysis) -> bool:
    """Say whether a clause that a trigger is no part of tells of another day: "since May 2, when [ten] were killed".

    So also how long before or after it was: "the arrests came a week after a bomb killed [ten]".
    """
    inside = {trigger.i, *(above.i for above in trigger.ancestors)}
    for above in counted.ancestors:
        if above.i in inside:
            return False
        if above.dep_ in CLAUSES and (_is_of_a_day(above, analysis) or is_measured(above, analysis.words)):
            return True
    return False


def _is_of_a_day(clause: Token, analysis: Analysis) -> bool:
    """Say whether a clause tells what was on a day that is named before it, and not how long what is told went on."""
    for opener in clause.children:
        if opener.tag_ in RELATIVE_TAGS and opener.dep_ == "advmod" and opener.i > 0:
            before = opener.nbor(-1)
            before = before.nbor(-1) if before.text in BETWEEN and before.i > 0 else before
            if before.i in analysis.dated:
                return True
    return False
