"""What syntax and words say of mentions that keeps them apart: other happenings, and other steps of one case."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.arguments.armed_groups import is_of_a_state
from kg.grammar.openers import goes_on_besides, is_opened_apart, is_staged
from kg.grammar.summing import sums_up
from kg.grammar.syntax import AGENTS, marker_of, marks_of
from kg.knowledge.folding import fold
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.records import EventMention, Span

ARREST, AGREEMENT = Term("Arrest"), Term("Agreement")
ATTACK, ATTACKER = Term("Attack"), Term("attacker")
LATEST = 20
"""Attacks before one with which it is compared."""
NOUNS = frozenset({"NOUN", "PROPN"})
STEPS_OF_ONE = 2
"""How far below a deed what it is done to is told by a participle."""
DIRECT = frozenset({"obj", "nsubj:pass", "obl", "nsubj"})


def held_in_view(mentions: Sequence[EventMention], analysis: Analysis) -> list[EventMention]:
    """Return the mentions with what sets them apart: how their sentence opens, other triggers, steps of the law."""
    tokens = analysis.tokens
    told: defaultdict[Span, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        told[mention.sentence].append(mention)
    found = []
    enemies = _enemies(mentions, analysis)
    for mention in mentions:
        token = tokens[mention.trigger.start]
        near = told[mention.sentence]
        others = _others(mention, token, near, tokens, analysis) if len(near) > 1 else ()
        apart = tuple(sorted({*others, *enemies.get(mention.trigger.start, ())}))
        stages = _steps(token, analysis) if mention.kind == ARREST else ()
        opened, summing = _is_opened(token, mention, analysis), sums_up(token, analysis.words)
        staged = is_staged(token, analysis.words)
        several = mention.several and not _is_of_talkers(mention, token, analysis)
        if apart or stages or opened or summing or staged or several != mention.several:
            mention = replace(mention, apart=apart, stages=stages, opened=opened, summing=summing, several=several)
            mention = replace(mention, staged=staged)
        found.append(mention)
    return _with_main_clauses(found, analysis)


def _with_main_clauses(mentions: Sequence[EventMention], analysis: Analysis) -> list[EventMention]:
    """Return the mentions, those of a clause of time set apart like what they are said to be part of.

    So "it [also] killed a dozen men when it bombed a field" tells of one more bombing.
    """
    taxonomy, found = analysis.taxonomy, []
    first = {mention.trigger.start: mention for mention in reversed(mentions)}
    for mention in mentions:
        token = analysis.tokens[mention.trigger.start]
        main = first.get(token.head.idx) if token.dep_ == "advcl" and not mention.definite else None
        alike = main is not None and taxonomy.family(main.kind) == taxonomy.family(mention.kind)
        if main is not None and alike and taxonomy.identity(main.kind).force:
            mention = replace(mention, anew=mention.anew or main.anew, opened=mention.opened or main.opened)
        found.append(mention)
    return found


def _is_opened(token: Token, mention: EventMention, analysis: Analysis) -> bool:
    """Say whether words before a trigger tell of another happening, or another deed of an attacker."""
    forceful = bool(analysis.taxonomy.identity(mention.kind).force)
    return is_opened_apart(token, analysis.words) or (forceful and goes_on_besides(token, analysis.words))


def _enemies(mentions: Sequence[EventMention], analysis: Analysis) -> dict[int, tuple[int, ...]]:
    """Return for attacks by somebody without a name those told before, by where they begin, of the other side.

    What a state's forces do is not what a group does that fights states: "Hamas raided Sderot. The [army] raid".
    """
    found: dict[int, tuple[int, ...]] = {}
    named: dict[bool, list[int]] = {True: [], False: []}
    for mention in mentions:
        attackers = [a for a in mention.arguments if a.role == ATTACKER]
        sides = {is_of_a_state(attacker, analysis) for attacker in attackers}
        if not analysis.taxonomy.is_a(mention.kind, ATTACK) or len(sides) != 1 or (side := sides.pop()) is None:
            continue
        if all(attacker.entity is not None for attacker in attackers):
            named[side].append(mention.trigger.start)
        elif all(attacker.party is None for attacker in attackers):
            found[mention.trigger.start] = tuple(named[not side][-LATEST:])
    return found


def _is_of_talkers(mention: EventMention, token: Token, analysis: Analysis) -> bool:
    """Say whether talks are those of whoever was told of: "after [their] talks"."""
    owned = any(child.dep_ == "nmod:poss" and child.tag_ == "PRP$" for child in token.children)
    return owned and bool(analysis.taxonomy.identity(mention.kind).company)


def _steps(token: Token, analysis: Analysis) -> tuple[str, ...]:
    """Return the steps of the law that a word tells by itself: an "[extradition] hearing" is one of a court."""
    return () if token.dep_ == "compound" else tuple(sorted(analysis.words.stages.of(fold(token.lemma_))))


def _others(
    mention: EventMention, token: Token, near: list[EventMention], tokens: Mapping[int, Token], analysis: Analysis
) -> Iterator[int]:
    """Yield where triggers below one begin that tell what was before or after it, or what it is about."""
    family = analysis.taxonomy.family(mention.kind)
    for other in near:
        start = other.trigger.start
        linked = start in mention.links or mention.trigger.start in other.links
        if linked or analysis.taxonomy.family(other.kind) != family:
            continue
        way = _way_up(tokens[start], token)
        if way and (
            _is_at_another_time(way, token, mention, analysis)
            or _is_about(way, other, mention, analysis)
            or _is_known_before(way)
            or _is_one_more(way, token)
        ):
            yield start


def _is_known_before(way: list[Token]) -> bool:
    """Say whether a participle tells what became of somebody before: "at the funeral of a [slain] cleric".

    "The strike hit the [targeted] house" tells of the strike.
    """
    return way[0].dep_ == "amod" and len(way) > STEPS_OF_ONE


def _is_one_more(way: list[Token], token: Token) -> bool:
    """Say whether a noun stands beside itself: "the G7 summit and the NATO [summit]"."""
    return len(way) == 1 and way[0].dep_ == "conj" and fold(way[0].lemma_) == fold(token.lemma_) and token.pos_ in NOUNS


def _way_up(below: Token, above: Token) -> list[Token]:
    """Return the tokens from one up to another that it hangs on, without this; none where it does not."""
    way = [below]
    while way[-1].head is not above:
        if way[-1].head is way[-1]:
            return []
        way.append(way[-1].head)
    return way


def _is_at_another_time(way: list[Token], token: Token, mention: EventMention, analysis: Analysis) -> bool:
    """Say whether a happening is told by its order in time: "spoke [after] the talks", "killed two [before] the raid".

    So also by an occasion: "met on the [sidelines] of the summit", "on the [eve] of the raid".

    "Two were killed after the attack", and nobody is said to have killed them, may well be by the attack.
    """
    order, beside = analysis.words.prepositions.conjunctive, analysis.words.function.occasion_noun
    if any(step.dep_ == "nmod" and fold(above.lemma_) in beside for step, above in pairwise(way)):
        return True
    clauses = analysis.taxonomy.identity(mention.kind).company
    acting = any(child.dep_ in AGENTS - {"nsubj:pass", "csubj:pass"} for child in token.children)
    return any(
        (marker_of(step) in order and step.dep_ in {"obl", "nmod"} and (clauses or acting))
        or (clauses and step.dep_ == "advcl" and not marks_of(step).isdisjoint(order))
        for step in way
    )


def _is_about(way: list[Token], other: EventMention, mention: EventMention, analysis: Analysis) -> bool:
    """Say whether an agreement that is known is what another is about: "agreed on the need to keep the truce"."""
    agreed = analysis.taxonomy.is_a(mention.kind, AGREEMENT) and not mention.is_noun
    return agreed and other.definite and len(way) > 1 and way[0].dep_ in DIRECT | {"nmod"}
