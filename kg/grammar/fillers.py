"""Logical arguments: who does what to whom, once passives, relative clauses, control and coordination are undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.control import OUTER, controllers, is_of_subject, subjects_of_outer
from kg.grammar.coordination import echoing_subjects, shared_object
from kg.grammar.judged import doers_judged
from kg.grammar.negation import included
from kg.grammar.remembered import remembered
from kg.grammar.syntax import (
    ANY_SUBJECTS,
    AUXILIARIES,
    CLAUSES_OF_NOUNS,
    OBLIQUES,
    PASSIVE_SUBJECTS,
    RELATIVE_TAGS,
    SUBJECTS,
    is_cleft,
    is_passive,
    is_where,
    marker_of,
    modified_by,
    relative_marker,
    stray_subject,
)
from kg.grammar.tree import Token
from kg.knowledge.lexicon import Function

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.knowledge.words import Words

CLAUSES = frozenset({"advcl", "xcomp", "ccomp"})
ASIDES = frozenset({"parataxis", "appos", "dep"})
INFINITIVES, OF_NOUNS = frozenset({"xcomp", "acl"}), frozenset({"nmod", "nmod:poss"})
OF_MODIFIERS = CLAUSES_OF_NOUNS | {"amod", "advcl:relcl"}
ARGUMENTS = ANY_SUBJECTS | OBLIQUES | ASIDES | {"obj", "iobj"}


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that stands in a function to a predicate; `marker` is the preposition of an oblique, lower case."""

    function: Function
    token: Token
    marker: str = ""


@remembered
def verb_fillers(verb: Token, words: Words) -> tuple[Filler, ...]:
    """Return the logical arguments of a verb (or of an adjective that heads a clause), in order of the text."""
    found = [*_own(verb, words), *_of_the_modified_noun(verb, words), *_across(verb)]
    suffered = is_passive(verb) or goes_on_with_passive(verb)
    if not any(filler.function is Function.SUBJECT for filler in found) and not suffered:
        understood = controllers(verb, words) or subjects_of_outer(verb, words)
        found.extend(Filler(Function.SUBJECT, token) for token in understood)
    elif verb.dep_ == "xcomp" and verb.tag_ == "VBN" and not any(f.function is Function.OBJECT for f in found):
        found.extend(Filler(Function.OBJECT, token) for token in controllers(verb, words))
    if verb.dep_ == "conj" and is_passive(verb) and not any(f.function is Function.OBJECT for f in found):
        found.extend(_shared_patients(verb, words))
    found.extend(Filler(Function.OBJECT if suffered else Function.SUBJECT, t) for t in echoing_subjects(verb, words))
    if (shared := shared_object(verb)) is not None:
        found.extend(_object(shared, words, passive=False))
    return tuple(sorted(found, key=lambda filler: filler.token.i))


def _shared_patients(verb: Token, words: Words) -> Iterator[Filler]:
    """Who suffers what a passive without a subject tells, behind another verb of his: "[rebels] fled and were held"."""
    if is_passive(verb.head):
        yield from (filler for filler in _own(verb.head, words) if filler.function is Function.OBJECT)
    elif "aux:pass" in verb.labels and verb.head.pos_ == "VERB":
        acting = (filler for filler in verb_fillers(verb.head, words) if filler.function is Function.SUBJECT)
        yield from (Filler(Function.OBJECT, filler.token) for filler in acting)


def goes_on_with_passive(verb: Token) -> bool:
    """Say whether a bare participle goes on with a passive, so that its subject does not act: "shot and [wounded]"."""
    participles = verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBN"
    bare = verb.labels.isdisjoint(ANY_SUBJECTS | AUXILIARIES | {"obj"})
    return participles and bare and is_passive(verb.head)


def clause_fillers(governor: Token, words: Words) -> Iterator[Filler]:
    """Yield the subject of the clause that a verb or noun governs, or what the infinitive under it is about.

    So "demanded that [Russia] withdraw", "threatened to bomb [Iran]" and "a threat to bomb [Iran]" say whom the words
    are for.
    """
    for child in governor.children:
        if child.dep_ == "ccomp":
            subjects = (f.token for f in _own(child, words) if f.function is Function.SUBJECT)
            yield from (Filler(Function.CLAUSE_SUBJECT, token) for token in subjects)
        elif child.dep_ in INFINITIVES and child.tag_ == "VB":
            for filler in _own(child, words):
                if filler.function in {Function.OBJECT, Function.OBLIQUE}:
                    yield Filler(Function.CLAUSE_OBJECT, filler.token, filler.marker)


def _own(verb: Token, words: Words) -> Iterator[Filler]:
    passive = is_passive(verb)
    objects = [child for child in verb.children if child.dep_ == "obj"]
    for child in _arguments(verb, words):
        label = child.dep_
        if label in PASSIVE_SUBJECTS or (label in SUBJECTS and passive):
            # "was given tanks": where a passive keeps an object its subject is the one who gets it.
            yield Filler(Function.INDIRECT_OBJECT if objects else Function.OBJECT, child)
            yield from attached_below(child, words)
        elif label in SUBJECTS and label != OUTER:
            yield Filler(Function.SUBJECT, child)
        elif label == "obj":
            yield from _object(child, words, passive=passive)
        elif label == "iobj":
            yield Filler(Function.INDIRECT_OBJECT, child)
            yield from (Filler(Function.OBJECT, given) for given in _given(child) if not objects)
        elif label in OBLIQUES and (marker := marker_of(child)) and not _hangs_too_high(child, marker, words):
            own = _oblique(_titled(child), marker, words, passive=passive)
            yield own
            if marker not in words.prepositions.bounding and own.marker not in words.prepositions.complex:
                yield from attached_below(child, words, passive=passive)
        elif _spells_out(child, objects):
            yield Filler(Function.OBJECT, child)


def _arguments(verb: Token, words: Words) -> Iterator[Token]:
    """The words in the places of arguments, but those that stand for the noun before, or belong to one behind."""
    strays = [stray_subject(child) for child in verb.children if child.dep_ == "ccomp"]
    relative = verb.dep_ == "acl:relcl" or is_cleft(verb, words)
    for child in verb.children:
        if child.dep_ not in ARGUMENTS or child in strays or (relative and child.tag_ in RELATIVE_TAGS):
            continue
        if not _is_enclosed(child):
            yield child


def _object(thing: Token, words: Words, *, passive: bool) -> Iterator[Filler]:
    yield Filler(Function.OBJECT, thing)
    yield from _given_to(thing)
    yield from attached_below(thing, words, passive=passive)
    for kind in thing.children:  # "sent 500 vehicles of various types to Kyiv"
        if kind.dep_ == "nmod" and kind.pos_ == "NOUN" and marker_of(kind) in words.prepositions.nominal:
            yield from attached_below(kind, words, passive=passive)


def _oblique(token: Token, marker: str, words: Words, *, passive: bool) -> Filler:
    """A prepositional phrase; behind "by" of a passive it is the logical subject.

    The noun of a complex preposition gives way to whose it is: "bought on [behalf] of Kyiv", "at Kyiv's [request]".
    """
    for child in token.children:
        if child.dep_ not in OF_NOUNS:
            continue
        links = words.prepositions.genitive if child.dep_ == "nmod:poss" else {marker_of(child)}
        whole = next(
            (w for link in links if (w := f"{marker} {token.lower_} {link}") in words.prepositions.complex), None
        )
        if whole is not None:
            return Filler(Function.OBLIQUE, child, whole)
    agent = passive and (marker in words.prepositions.agentive or token.dep_ == "obl:agent")
    return Filler(Function.SUBJECT if agent else Function.OBLIQUE, token, marker)


def _is_enclosed(token: Token) -> bool:
    """Say whether a phrase stands inside another: "met [with Republic of Korea President X]" where X has "with"."""
    left, right = token.left_edge.i, token.right_edge.i
    return any(
        right < other.i and other.left_edge.i < left and other.dep_ != "ccomp"  # "the guards, [Kyiv] says, came back"
        for other in token.head.children
    )


def _titled(phrase: Token) -> Token:
    """Return the person whose office a country before it belongs to: "with [Republic of Korea (ROK)] President X"."""
    for other in phrase.head.children:
        adjacent = other.left_edge.i - 1 == phrase.right_edge.i
        if adjacent and "nmod:desc" in other.labels and not marker_of(other):
            return other
    return phrase


def _hangs_too_high(phrase: Token, marker: str, words: Words) -> bool:
    """In "spoke to discuss the situation in Gaza" the last words are about the situation, whatever parsers say."""
    first = phrase.left_edge.i
    return marker in words.prepositions.nominal and any(
        child.dep_ in CLAUSES and child.right_edge.i == first - 1 and child.doc[first - 1].pos_ == "NOUN"
        for child in phrase.head.children
    )


def _across(verb: Token) -> Iterator[Filler]:
    """A phrase behind the verb that parsers hang on a word before it: "[A] spoke with [Prime Minister B]"."""
    for child in verb.children:
        if child.i < verb.i < child.right_edge.i and child.dep_ in SUBJECTS:
            for stray in child.children:
                if stray.i > verb.i and stray.pos_ in {"NOUN", "PROPN"}:
                    before = [
                        token for token in verb.doc[verb.i + 1 : stray.i] if token.pos_ in {"ADP", "NOUN", "VERB"}
                    ]
                    if before and before[-1].pos_ == "ADP":
                        yield Filler(Function.OBLIQUE, stray, before[-1].lower_)


def _given_to(thing: Token) -> Iterator[Filler]:
    """A name between verb and object is who gets it, where a parser makes the two one: "sent [Ukraine weapons]"."""
    inside = [part for child in thing.lefts if child.dep_ == "compound" for part in (child, *child.lefts)]
    for child in inside:
        named = (child.pos_ == "PROPN" or child.is_title) and (child.left_edge is child or child.ent_type_ == "GPE")
        joint = child.ent_iob_ == "B" and child.ent_type_ == thing.ent_type_  # "gave [Israel] Dolphin submarines"
        own = child.head is thing or joint
        if child.dep_ == "compound" and named and own and child.left_edge.i == thing.head.i + 1 == thing.left_edge.i:
            yield Filler(Function.INDIRECT_OBJECT, child)


def _given(receiver: Token) -> Iterator[Token]:
    """What somebody gets, where a parser takes it for a part of the name: "gave [Ukraine howitzers]"."""
    for child in receiver.children:
        if child.dep_ in {"appos", "flat"} and child.i > receiver.i and child.nbor(-1).text != ",":
            yield child


def _spells_out(token: Token, objects: Sequence[Token]) -> bool:
    """Say whether a noun behind a colon says what the object before it stands for: "attacked two cities: A and B"."""
    first = token.left_edge
    return (
        token.dep_ in ASIDES
        and token.pos_ in {"NOUN", "PROPN"}
        and any(child.text == ":" and child.i < token.i for child in token.children)
        and any(thing.right_edge.i in {first.i - 1, first.i - 2} for thing in objects)
    )


def attached_below(noun: Token, words: Words, *, passive: bool = False) -> Iterator[Filler]:
    """Yield the phrases that parsers hang one noun too low: "sent [three tanks to Kyiv]", "spoke by [phone with X]"."""
    for part in included(noun, words) if noun.pos_ == "NOUN" else (noun,):
        for child in part.children:
            if child.dep_ == "nmod" and (marker := marker_of(child)) and marker not in words.prepositions.nominal:
                yield _oblique(child, marker, words, passive=passive)


def _of_the_modified_noun(verb: Token, words: Words) -> Iterator[Filler]:
    """The noun that a relative clause or participle modifies fills the place that is open in the clause."""
    if verb.dep_ not in OF_MODIFIERS:
        return
    cleft, noun = is_cleft(verb, words), modified_by(verb)
    if verb.dep_ == "amod" and verb.tag_ == "VBN" and verb.i < noun.i:
        yield Filler(Function.OBJECT, noun)  # "the kidnapped engineer"
    if verb.dep_ not in CLAUSES_OF_NOUNS and not cleft:
        return
    if verb.dep_ == "acl:relcl" or cleft:
        if (judged := doers_judged(verb, words)) is not None:
            yield from (Filler(Function.OBJECT, doer) for doer in judged)
            return
        relative = next((child for child in verb.children if child.tag_ in RELATIVE_TAGS), None)
        if relative is None and any(part.tag_ == "WP$" for child in verb.children for part in child.children):
            return  # in "Israel, whose jets bombed Beirut" the noun is the owner of what fills it
        yield Filler(_open_function(verb, relative), noun, relative_marker(relative, words))
    elif _is_content(verb):
        return
    elif verb.tag_ == "VBN":
        yield Filler(Function.OBJECT, noun)
    elif verb.tag_ == "VBG" and not is_of_subject(verb, words):
        yield Filler(Function.SUBJECT, noun)


def _is_content(clause: Token) -> bool:
    """Say whether a clause under a noun is whole and tells what that says: "the claim that it [had bombed] Tine"."""
    return "mark" in clause.labels and not clause.labels.isdisjoint(ANY_SUBJECTS)


def _open_function(verb: Token, relative: Token | None) -> Function:
    if relative is not None and relative.dep_ in SUBJECTS:
        return Function.SUBJECT
    if relative is not None and (relative.dep_ in OBLIQUES or is_where(relative)):
        return Function.OBLIQUE
    if relative is not None or not verb.labels.isdisjoint(SUBJECTS):
        return Function.OBJECT
    return Function.SUBJECT
