"""How the text presents an event, once all operators over it are applied.

Operators are applied from the predicate outwards, as in FactBank (Saurí and Pustejovsky 2009): "did not agree to
send" is first planned (agree), then negated (not). What verbs like "manage" and "fail" say of their complement is
after Karttunen (1971), Implicative Verbs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.factuality.favoured import is_only_favoured
from kg.extract.factuality.granted import (
    REJECTION,
    is_dated_before,
    is_given_up,
    is_part_in_doubt,
    is_taken_for_granted,
    is_threatened_deed,
    is_told_by_denial,
    is_yielding,
)
from kg.extract.factuality.held import is_behind_a_past, is_charged, is_given_in_exchange, is_past, was_held
from kg.extract.factuality.operators import FACTUALITIES, Operators
from kg.extract.factuality.presupposed import is_denied_part, is_disowned
from kg.extract.factuality.prospects import is_supposed, is_to_come, told_by_word
from kg.extract.factuality.questions import is_asked, is_granted
from kg.extract.factuality.quoted import is_held_at_a_distance
from kg.extract.factuality.rewards import is_rewarded
from kg.extract.factuality.scope import effects_over
from kg.grammar.called import denied_behind
from kg.grammar.remembered import remembered
from kg.grammar.words import evokes
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.factuality.operators import Effect
    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

ATTACK, ATTACKER = Term("Attack"), Term("attacker")
SURE_DENIAL = 0.7
"""The least probability with which it denies by itself what no word denies; below that it leaves the event open."""
LEAST_FACTUALITY = 0.5
"""The least probability with which the network's factuality goes before that of a text without operators."""


@dataclass(frozen=True, slots=True)
class FactualityValue:
    """How the text presents an event, and the statuses that operators give to it, the outermost last.

    It is `certain` where an operator says so, and not merely none says otherwise.
    """

    factuality: Factuality
    statuses: tuple[Term, ...]
    certain: bool


@remembered
def factuality_of(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> FactualityValue:
    """Return the factuality of the event of this class that the token evokes, and the statuses its operators give."""
    if (known := _known_otherwise(token, kind, words, taxonomy)) is not None:
        return FactualityValue(known, (), certain=True)
    operators = Operators(kind, words, taxonomy)
    before = factuality = Factuality.ASSERTED
    statuses: list[Term] = []
    last: Effect | None = None
    for effect in effects_over(token, operators, words):
        turned = _turned(last, effect) if effect.negates and last is not None else None
        for term in sorted(effect.gives):
            if turned is not None and last is not None:  # "never paused its deliveries", "refused to pause them"
                factuality = compose(before, turned) if term in FACTUALITIES else factuality
                statuses = [status for status in statuses if status not in last.gives]
            elif term not in FACTUALITIES:
                statuses.append(term)
            elif _is_aim_to_prevent(effect, last):
                factuality = Factuality.POSSIBLE
            else:
                before, factuality = factuality, compose(factuality, FACTUALITIES[term])
            last = effect if term in FACTUALITIES else last
    certain = last is not None or is_granted(token) or was_held(token, words) or is_behind_a_past(token, words)
    certain = certain or is_charged(token, words) or is_given_in_exchange(token, words)
    certain = certain or (is_past(token) and not operators.of(token))
    if taxonomy.is_a(kind, REJECTION):
        factuality, certain = _of_rejection(factuality, certain, token, kind, words, taxonomy)
    if factuality is Factuality.PLANNED and taxonomy.is_a(kind, ATTACK) and is_dated_before(token, words):
        factuality, certain = Factuality.ASSERTED, True
    if last is None and (told := told_by_word(token, operators)) is not Factuality.ASSERTED:
        factuality, certain = told, True
    return _by_form(FactualityValue(factuality, tuple(statuses), certain), token, kind, words, taxonomy)


def _by_form(value: FactualityValue, token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> FactualityValue:
    """Return how an event stands by the tense and mood of its sentence, where no operator says more.

    What an alleged strike did is no surer than the strike.
    """
    doers = _events_that_did_it(token, kind, words, taxonomy)
    if value.factuality is Factuality.ASSERTED and is_to_come(token, kind, words, taxonomy):
        value = replace(value, factuality=Factuality.PLANNED, certain=True)
    if value.factuality in {Factuality.ASSERTED, Factuality.POSSIBLE} and denied_behind(token, words) is not None:
        value = replace(value, factuality=Factuality.DENIED, certain=True)
    doubted = any(factuality_of(doer, kind, words, taxonomy).factuality is not Factuality.ASSERTED for doer in doers)
    doubted |= is_supposed(token, words) or is_rewarded(token, kind, words, taxonomy)
    doubted |= is_held_at_a_distance(token, words) or is_only_favoured(token, kind, words, taxonomy)
    if value.factuality is Factuality.ASSERTED and doubted:
        value = replace(value, factuality=Factuality.POSSIBLE, certain=True)
    if value.factuality in {Factuality.ASSERTED, Factuality.PLANNED} and is_asked(token, words):
        value = replace(value, factuality=Factuality.POSSIBLE)
    return value


def _events_that_did_it(verb: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> list[Token]:
    """The nouns for events of the class that are the subject of a verb: "the alleged [strike] killed ten"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"]
    if verb.pos_ != "VERB" or not subjects:
        return []
    return [noun for noun in subjects if evokes(noun, {kind}, words, taxonomy)]


def _known_otherwise(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> Factuality | None:
    """Return what an event is whatever the operators over it say, None where they decide."""
    if is_taken_for_granted(token, kind, words, taxonomy) or is_threatened_deed(token, kind, words, taxonomy):
        return Factuality.ASSERTED
    if is_denied_part(token, kind, words, taxonomy):
        return Factuality.DENIED
    if is_disowned(token, kind, words, taxonomy):
        return Factuality.ASSERTED
    return Factuality.NEGATED if is_given_up(token, kind, words, taxonomy) else None


def _of_rejection(
    factuality: Factuality, certain: bool, token: Token, kind: Term, words: Words, taxonomy: Taxonomy
) -> tuple[Factuality, bool]:
    """Who "will not accept" rejects, who "heeds" does not: some words tell a rejection only where they are denied."""
    if factuality is Factuality.NEGATED and is_told_by_denial(token, kind, words, taxonomy):
        return Factuality.ASSERTED, certain
    if factuality is Factuality.ASSERTED and is_yielding(token, words):
        return Factuality.NEGATED, True
    return factuality, certain


def without_suspects(value: FactualityValue, token: Token, roles: Iterable[Term], words: Words) -> FactualityValue:
    """Return how an event stands of which only a part is in doubt: as told, unless whose part it is is told with it."""
    if value.factuality is not Factuality.POSSIBLE or not is_part_in_doubt(token, words) or ATTACKER in roles:
        return value
    return FactualityValue(Factuality.ASSERTED, value.statuses, certain=True)


def _turned(inner: Effect, negation: Effect) -> Factuality | None:
    """Return what an operator makes of its event where it is negated, None where that is the same as without it.

    What nobody denies is so; who does not deny something leaves it open.
    """
    if negation.universal and Factuality.DENIED.value in inner.gives:
        return Factuality.ASSERTED
    return inner.negated


def _is_aim_to_prevent(aim: Effect, inner: Effect | None) -> bool:
    """Say whether an aim is that something does not happen: "met to prevent an attack", which may happen still."""
    prevents = inner is not None and inner.negates and inner.negated is not None
    return prevents and Factuality.PLANNED.value in aim.gives


def compose(inner: Factuality, outer: Factuality) -> Factuality:
    """Return the factuality of an event that is `inner` under an operator that makes it `outer`."""
    if outer is Factuality.NEGATED and inner in {Factuality.NEGATED, Factuality.DENIED}:
        return Factuality.POSSIBLE
    if inner is Factuality.NEGATED and outer in {Factuality.PLANNED, Factuality.ASSERTED}:
        return Factuality.NEGATED
    if inner is Factuality.POSSIBLE and outer in {Factuality.PLANNED, Factuality.ASSERTED}:
        return Factuality.POSSIBLE
    return inner if outer is Factuality.ASSERTED else outer


def weigh(value: FactualityValue, network: Factuality, score: float) -> Factuality:
    """Return the factuality that operators and the network together give: here, and nowhere else, the two are weighed.

    An operator is a law of the language, which goes before what the network has seen of it, both ways. Where there is
    none, the network may know of a prospect or a denial that no word of the lexicon tells, if it is sure.
    """
    if value.certain or value.factuality is not Factuality.ASSERTED or score < LEAST_FACTUALITY:
        return value.factuality
    unsure = network in {Factuality.NEGATED, Factuality.DENIED} and score < SURE_DENIAL
    return Factuality.POSSIBLE if unsure else network
