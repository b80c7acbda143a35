"""What arms do that the sentence before told to be fired: "Mali launched a drone. It hit a hotel in Gao"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.grammar.syntax import is_definite
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.analysis import Analysis
    from kg.records import EventMention, MentionArgument

ATTACK, ATTACKER, WEAPON = Term("Attack"), Term("attacker"), Term("weapon")


def with_arms_meant(mentions: Sequence[EventMention], analysis: Analysis) -> list[EventMention]:
    """Return the mentions, attacks by arms that were told of before linked to the deed of whoever fired them.

    So where nobody else is told to attack, and a pronoun or "the" points back to the arms of the sentence before.
    """
    fired: list[EventMention] = []
    found = []
    for mention in mentions:
        arms = (
            [a for a in mention.arguments if a.role == WEAPON] if analysis.taxonomy.is_a(mention.kind, ATTACK) else []
        )
        acting = any(argument.role == ATTACKER for argument in mention.arguments)
        back = [a for a in arms if not acting and not mention.is_noun and _points_back(a, analysis)]
        deed = next((one for one in reversed(fired) if back and _is_before(one, mention, back[0], analysis)), None)
        fired += [mention] if arms and acting and not mention.is_noun else []
        linked = () if deed is None else (deed.trigger.start,)
        found.append(replace(mention, links=tuple(sorted({*mention.links, *linked}))) if linked else mention)
    return found


def _points_back(arms: MentionArgument, analysis: Analysis) -> bool:
    token = analysis.tokens.get(arms.head)
    return token is not None and (token.pos_ == "PRON" or is_definite(token, analysis.words))


def _is_before(deed: EventMention, mention: EventMention, arms: MentionArgument, analysis: Analysis) -> bool:
    """Say whether a deed with the same arms, of which as much is sure, is told in the sentence right before."""
    here = analysis.tokens[mention.trigger.start].sent
    near = here.start > 0 and analysis.tokens[deed.trigger.start].sent.start == analysis.doc[here.start - 1].sent.start
    same = any(argument.role == WEAPON and argument.entity == arms.entity for argument in deed.arguments)
    return near and same and deed.factuality == mention.factuality
