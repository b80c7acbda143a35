"""Predicates: the words that evoke events, with all the syntactic arguments that their frames give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.arguments.orders import lent_by_orders
from kg.grammar.fillers import Filler, clause_fillers, verb_fillers
from kg.grammar.lists import list_items
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.partners import second_noun
from kg.grammar.syntax import SUBJECTS, conjuncts, first_conjunct, is_behind, marker_of
from kg.grammar.tree import Token
from kg.grammar.words import climb_collectives, companion, entries, heads
from kg.knowledge.lexicon import EntryKind, Function, LexicalEntry, PartOfSpeech
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.grammar.tree import Doc
    from kg.knowledge.lexicon import SyntacticArgument
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

GOVERNORS = (EntryKind.SUPPORT, EntryKind.OPERATOR)
SET_OFF, SETTING_OFF = frozenset({"appos", "nmod", "parataxis"}), frozenset(":—–")
PLACE = Term("place")
ON_THE_SPOT = frozenset({Term("Arrest"), Term("Protest")})
DEPTH = 4  # "began to resume a series of deliveries": governors stacked higher than this do not occur


@dataclass(frozen=True, slots=True)
class Slot:
    """A filler with the syntactic arguments that may read it, the nearest word's first.

    It is `borrowed` when it belongs to a support or operator word above the predicate.
    """

    filler: Filler
    arguments: tuple[SyntacticArgument, ...]
    borrowed: bool = False


@dataclass(frozen=True, slots=True)
class Predicate:
    """A token that may evoke an event through one lexical entry; `governors` are the support words above it."""

    token: Token
    entry: LexicalEntry
    slots: tuple[Slot, ...]
    governors: tuple[Token, ...]


def find_predicates(doc: Doc, words: Words, taxonomy: Taxonomy) -> Iterator[Predicate]:
    """Yield a candidate for every event entry of every token, in order of the text, the most specific entry first."""
    items = list_items(doc)
    for token, found in heads(doc, words, EntryKind.EVENT).items():
        for entry in found:
            listed = items.get(token.sent.start, ()) if items else ()
            if entry.part_of_speech is PartOfSpeech.VERB:
                fillers = [*verb_fillers(token, words), *clause_fillers(token, words), *_listed(token, listed)]
                slots = (
                    *(Slot(filler, entry.arguments) for filler in fillers),
                    *(Slot(filler, entry.arguments) for filler in _of_second(token, entry, words)),
                    *(Slot(filler, entry.arguments) for filler in _where_doers_are(token, entry, words)),
                    *_wrecked(token, entry, words, taxonomy),
                    *_asked(token, entry, words, taxonomy),
                    *(Slot(*lent, borrowed=True) for lent in lent_by_orders(token, entry, words, taxonomy)),
                )
                yield Predicate(token, entry, slots, ())
            elif token.dep_ not in {"compound", "nmod:desc", "flat"}:
                yield _noun_predicate(token, entry, (*listed, *_set_off(token, words)), words, taxonomy)


def _of_second(verb: Token, entry: LexicalEntry, words: Words) -> Iterator[Filler]:
    """What belongs to the noun of a set phrase belongs to its verb (Grimshaw and Mester 1988).

    So "poured into the streets of [Dhaka]", "placed an order for [jets]", "said no to [the plan]".
    """
    noun = companion(verb, entry, words) or second_noun(verb, entry)
    for child in noun.rights if noun is not None and noun.head == verb else ():
        if child.dep_ == "nmod" and (marker := marker_of(child)):
            yield Filler(Function.OBLIQUE, child, marker)


def _where_doers_are(verb: Token, entry: LexicalEntry, words: Words) -> Iterator[Filler]:
    """Where those are who protest or arrest they do it, unless another place is told: "police in [Lagos] held two"."""
    markers = {marker for a in entry.arguments if a.role == PLACE for marker in a.markers}
    if entry.evokes not in ON_THE_SPOT or any(marker_of(child) in markers for child in verb.rights):
        return
    for doer in (f.token for f in verb_fillers(verb, words) if f.function is Function.SUBJECT):
        for child in doer.rights if doer.pos_ == "NOUN" else ():
            if child.dep_ == "nmod" and marker_of(child) in markers & words.prepositions.site:
                yield Filler(Function.OBLIQUE, child, marker_of(child))


def _wrecked(verb: Token, entry: LexicalEntry, words: Words, taxonomy: Taxonomy) -> Iterator[Slot]:
    """What a participle behind an attack says that it did harm to, it hit: "shelled the hills, damaging [a school]".

    A participle that tells an attack by itself, as of whom it killed, says so for itself.
    """
    if entry.evokes is None or not taxonomy.identity(entry.evokes).force:
        return
    for child in verb.rights:
        outcome = child.dep_ == "advcl" and child.tag_ == "VBG" and child.labels.isdisjoint(SUBJECTS | {"mark", "case"})
        if not outcome or entries(words, child, EntryKind.EVENT):
            continue
        for support in entries(words, child, EntryKind.SUPPORT):
            things = (f for f in verb_fillers(child, words) if f.function is Function.OBJECT)
            yield from (Slot(thing, support.arguments) for thing in things if _governs(support, entry, taxonomy))


def _listed(verb: Token, items: Sequence[Token]) -> Iterator[Filler]:
    """The items of a list below a clause are its objects; the object before the colon is then who gets them."""
    for item in items:
        yield Filler(Function.OBJECT, item)
    if items:
        yield from (Filler(Function.INDIRECT_OBJECT, child) for child in verb.children if child.dep_ == "obj")


def _set_off(noun: Token, words: Words) -> Iterator[Token]:
    """What a colon or dash sets off behind a noun or its sum is in it: "$2 million in aid — [drones]"."""
    for word in dict.fromkeys((noun, climb_collectives(noun, words))):
        for child in word.rights:
            apart = child.i > noun.i and child.dep_ in SET_OFF and is_behind(SETTING_OFF, child.left_edge)
            if apart and not marker_of(child):
                yield child


def _asked(verb: Token, entry: LexicalEntry, words: Words, taxonomy: Taxonomy) -> Iterator[Slot]:
    """The verb over an infinitive may give it arguments: who asks for weapons to be sent is to get them.

    What somebody travels for takes place there: "flew to Rome to meet the Pope".
    """
    if verb.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return
    for governor in entries(words, verb.head, *GOVERNORS):
        if _governs(governor, entry, taxonomy):
            journey = governor.kind is EntryKind.SUPPORT
            if journey and not leads_to_a_place(governor, words):
                continue  # who "agreed in Gulu to meet" may meet anywhere
            for filler in verb_fillers(verb.head, words):
                if filler.token.ent_type_ == "PERSON" and _is_done_by_his_people(verb):
                    continue  # who "agreed that their teams would meet" does not meet
                if not journey or (verb.tag_ == "VB" and filler.function is not Function.SUBJECT):
                    yield Slot(filler, governor.arguments, borrowed=True)


def _is_done_by_his_people(verb: Token) -> bool:
    subjects = (child for child in verb.children if child.dep_ in SUBJECTS and child.pos_ == "NOUN")
    own = any(owner.tag_ == "PRP$" for subject in subjects for owner in subject.children)
    return own and verb.dep_ == "ccomp"


def leads_to_a_place(verb: LexicalEntry, words: Words) -> bool:
    """Say whether a verb of the lexicon says where somebody goes: "flew to [Rome] to meet the Pope"."""
    to = words.prepositions.dative
    return any(argument.role == PLACE and argument.markers & to for argument in verb.arguments)


def _noun_predicate(
    noun: Token, entry: LexicalEntry, added: Iterable[Token], words: Words, taxonomy: Taxonomy
) -> Predicate:
    """Return the predicate of a noun; what is `added` behind the phrase is in it."""
    slots = [Slot(filler, entry.arguments) for filler in noun_fillers(noun, words)]
    governors: list[Token] = []
    for governor, support in _governing_words(noun, entry, words, taxonomy):
        governors.append(governor)
        own = {argument.function for argument in support.arguments}
        arguments = (
            *support.arguments,
            *(a for a in entry.arguments if a.function is not Function.SUBJECT or a.function in own),
        )
        fillers = (
            noun_fillers(governor, words)
            if support.part_of_speech is PartOfSpeech.NOUN
            else verb_fillers(governor, words)
        )
        slots.extend(
            Slot(filler, arguments, borrowed=True) for filler in fillers if noun not in conjuncts(filler.token)
        )
    inside = (Filler(Function.OBLIQUE, item, min(words.prepositions.inclusive)) for item in added)
    further = (Slot(filler, entry.arguments) for filler in (*inside, *clause_fillers(noun, words)))
    return Predicate(noun, entry, (*_without_receivers(slots), *further), tuple(governors))


def _without_receivers(slots: Sequence[Slot]) -> Iterator[Slot]:
    """Whom a word above gives a thing to does not own it, though the name stands before it: "gave [Chad] food aid"."""
    given = {
        slot.filler.token.i
        for slot in slots
        if slot.borrowed and any(argument.function is Function.INDIRECT_OBJECT for argument in slot.arguments)
        if slot.filler.function is Function.INDIRECT_OBJECT
    }
    yield from (slot for slot in slots if slot.borrowed or slot.filler.token.i not in given)


def _governing_words(
    noun: Token, entry: LexicalEntry, words: Words, taxonomy: Taxonomy, depth: int = 0
) -> Iterator[tuple[Token, LexicalEntry]]:
    """Yield the support and operator words over an event noun, the nearest first: "paused the [sale]"."""
    if depth > DEPTH:
        return
    top = first_conjunct(climb_collectives(noun, words))
    for governor, function, marker in _candidates(top, words):
        for support in entries(words, governor, *GOVERNORS):
            if _governs(support, entry, taxonomy) and _leaves_open(support, function, marker):
                yield governor, support
                if support.part_of_speech is PartOfSpeech.NOUN:
                    yield from _governing_words(governor, entry, words, taxonomy, depth + 1)
                break


def event_above(noun: Token, words: Words) -> Iterator[tuple[Token, Function, str]]:
    """Yield the words of which an event noun, or its series, is an argument, with its function and preposition.

    The preposition is its own, or that of the relative clause that has it: "the raid, [for] which he blamed Iran".
    """
    return _candidates(first_conjunct(climb_collectives(noun, words)), words)


def is_borne_by(governor: Token, function: Function, marker: str, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether a word only carries the event noun of the class that stands so to it: "carried out the attack"."""
    return any(
        taxonomy.is_any_of(kind, support.over) and _leaves_open(support, function, marker)
        for support in entries(words, governor, *GOVERNORS)
    )


def _governs(support: LexicalEntry, entry: LexicalEntry, taxonomy: Taxonomy) -> bool:
    """A support word without arguments of its own only changes factuality; its subject may be anyone."""
    kind = entry.evokes
    return bool(support.arguments) and kind is not None and taxonomy.is_any_of(kind, support.over)


def _leaves_open(support: LexicalEntry, function: Function, marker: str) -> bool:
    """The event noun stands where the word gives no role ("the package includes"), or behind a preposition of its."""
    if function is Function.OBLIQUE:
        return any(marker in argument.markers for argument in support.arguments)
    return all(argument.function is not function for argument in support.arguments)


def _candidates(top: Token, words: Words) -> Iterator[tuple[Token, Function, str]]:
    """Yield the verbs of which the noun is a logical argument, and the noun that it completes, as object."""
    marker = marker_of(top)
    if top.dep_ == "nsubj":
        yield top.head, Function.SUBJECT, marker
    if top.dep_ in {"obj", "nsubj:pass", "nmod", "compound"}:
        yield top.head, Function.OBJECT, marker
    if top.dep_ in {"obl", "obl:agent"}:
        result = top.head.dep_ == "xcomp" and top.head.pos_ == "ADJ"  # "held Mali responsible for [the raid]"
        yield top.head.head if result else top.head, Function.OBLIQUE, marker
    for clause in _added(top):
        taken = next((f.marker for f in verb_fillers(clause, words) if f.token == clause.head and f.marker), "")
        yield clause, Function.OBLIQUE if taken else Function.OBJECT, taken
    for clause in (child for child in top.children if child.dep_ in {"acl", "acl:relcl"}):
        for filler in verb_fillers(clause, words):
            if filler.token == top and (filler.function is Function.OBJECT or clause.dep_ == "acl:relcl"):
                yield clause, filler.function, filler.marker or marker


def _added(noun: Token) -> Iterator[Token]:
    """A clause that a comma adds to the whole phrase of an event, which parsers hang on its last noun.

    So "an attack on a school in Sidon, [which Lebanon blamed on Israel]".
    """
    below = [child for child in noun.children if child.dep_ == "nmod"]
    while below:
        inner = below.pop()
        below += [child for child in inner.children if child.dep_ == "nmod"]
        for clause in inner.children:
            if clause.dep_ in {"acl", "acl:relcl"} and is_behind(",", clause.left_edge):
                yield clause
