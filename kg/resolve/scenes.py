"""What the verb beside a lone name says of it: that it is a place, a country or a plan, and nobody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of
from kg.knowledge.folding import fold
from kg.resolve.context import word_keys
from kg.resolve.matching.gazetteer import people_called

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.resolve.context import Context

ARMS = "WEAPON"
SUFFERING = frozenset({"obj", "nsubj:pass"})


def is_besieged(context: Context, name: Token) -> bool:
    """Whether something is done to a name that is done to towns and hills alone: "shelled Surin".

    So too where something is done "at [Safed]", which models take for the arms that are fired.
    """
    words = context.words
    if name.ent_type_ == ARMS and name.dep_ in {"obl", "nmod"} and name.is_alpha and name.is_title:
        hit = name.dep_ == "nmod" and name.head.lower_ in words.weapons.weapon_cue
        return marker_of(name) in words.prepositions.site | (words.prepositions.blame if hit else frozenset())
    suffers = name.dep_ in SUFFERING or (name.dep_ == "nmod" and marker_of(name) in words.prepositions.genitive)
    return suffers and not word_keys(name.head).isdisjoint(words.states.siege_word)


def is_sited(context: Context, name: Token) -> bool:
    """Whether a name tells where a military site is: "its base at [Inates]"."""
    mark, words = name.left_edge, context.words
    behind = marker_of(name) in words.prepositions.site and mark.i > 0 and mark.i < name.i
    return behind and not word_keys(mark.nbor(-1)).isdisjoint(words.states.site_noun)


def is_put_off(context: Context, name: Token) -> bool:
    """Whether the name is that of something planned: "Kartika was put off"."""
    particles = (child.lower_ for child in name.head.children if child.dep_ == "compound:prt")
    verb = " ".join((fold(name.head.lemma_), *particles))
    return name.dep_ == "nsubj:pass" and verb in context.words.persons.put_off_verb


def is_plan(context: Context, first: int, last: int) -> bool:
    """Whether a name of nobody known is that of what is cancelled, as plans are, or of a thing that is so called.

    So "Talisman Sabre was cancelled", "drills named Vostok and Grom".
    """
    known = bool(people_called(context.gazetteer, context.keys[last - 1]))
    tokens = [context.token(at) for at in range(first, last)]
    said = (is_put_off, _is_called_thing, _is_held)
    return not known and any(rule(context, token) for token in tokens for rule in said)


def _is_held(context: Context, name: Token) -> bool:
    """Whether a name begins or ends, as nobody does, where the sentence tells of exercises: "as Balikatan began"."""
    verb, words = name.head, context.words.persons
    alone = name.dep_ == "nsubj" and verb.pos_ == "VERB" and not any(child.dep_ == "obj" for child in verb.children)
    if not alone or word_keys(verb).isdisjoint(words.running_verb):
        return False
    return any(not word_keys(token).isdisjoint(words.exercise_noun) for token in name.sent)


def _is_called_thing(context: Context, name: Token) -> bool:
    """Whether a participle behind a noun for a thing gives it the name."""
    head = name.head.head if name.dep_ == "conj" else name.head
    words = context.words.persons
    named = head.dep_ == "acl" and not word_keys(head).isdisjoint(words.naming_verb)
    return named and not word_keys(head.head).isdisjoint(words.named_thing)


def owns_its(context: Context, name: Token) -> bool:
    """Whether the object of its verb belongs to a thing, as nobody's own does: "Jordan repeated its call"."""
    objects = [child for child in name.head.children if name.dep_ == "nsubj" and child.dep_ == "obj"]
    neuter = context.words.pronouns.neuter_pronoun
    return any(part.dep_ == "nmod:poss" and part.lower_ in neuter for child in objects for part in child.children)
