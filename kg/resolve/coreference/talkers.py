"""Whom "they" and "the two officials" mean behind a talk: all those who talked with one another.

The parts of such an antecedent stand in two places of a clause ("Kerry spoke with Lavrov. They agreed ..."): what is
said of both makes them one (after Eschenbach et al. 1989). It lasts until others do something.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.syntax import NOUN_SUBJECTS, conjuncts, is_definite
from kg.grammar.words import entries, heads
from kg.knowledge.lexicon import EntryKind, Function, PartOfSpeech
from kg.records import MentionKind, Term
from kg.resolve.context import word_keys
from kg.resolve.coreference.layout import read_layout
from kg.resolve.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.grammar.tree import Span, Token
    from kg.knowledge.lexicon import LexicalEntry
    from kg.resolve.context import Context

PERSON = Term("Person")
TALKING = frozenset({Term("participant"), Term("initiator")})
PLURAL = frozenset({"NNS", "NNPS"})
PEOPLE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
LASTS, TWO = 3, 2
"""Sentences for which a talk is not told of until it is over."""


@dataclass(slots=True)
class Talk:
    """Those who talked with one another last, by their keys, and the sentence, by number, that told of them last."""

    members: dict[str, Found] = field(default_factory=dict)
    sentence: int = 0

    def begin(self, members: Mapping[str, Found], sentence: int) -> None:
        """Take others, or the same, for those who talked last."""
        self.members, self.sentence = dict(members), sentence


def find_talkers(context: Context, found: Iterable[Found]) -> Iterator[Found]:
    """Yield everybody whom the plural words mean that come back to those who talked: "they", "both leaders"."""
    people, words = _by_head(context, found), context.words
    groups = words.offices.office_noun | words.anaphors.people_of_group | words.states.force_noun
    layout = read_layout(context.doc, words)
    talk = Talk()
    for number, sentence in enumerate(context.doc.sents):
        if number - talk.sentence > LASTS:
            talk.begin({}, number)
        for token in sentence if talk.members else ():
            if token.dep_ not in NOUN_SUBJECTS or token.i in people or layout.quote(token.idx) >= 0:
                continue
            before = sentence[: token.i - sentence.start]
            if not _comes_back(context, token, talk.members) or _has_rival(before, people, talk.members, groups):
                continue
            begin = _first(context, token).idx
            same = [
                Found(begin, token.idx + len(token), item.identity, MentionKind.PRONOUN, "those who talked")
                for item in talk.members.values()
            ]
            people[token.i] = same
            talk.begin(talk.members, number)
            yield from same
        if members := _talking(context, sentence, people):
            talk.begin(members, number)
        elif talk.members and _has_rival(sentence, people, talk.members, groups):
            talk.begin({}, number)


def _by_head(context: Context, found: Iterable[Found]) -> dict[int, list[Found]]:
    """Return the persons of the text by the word at the head of what names them."""
    people: dict[int, list[Found]] = {}
    for item in found:
        span = context.tokens_of(item)
        if span is not None and item.identity.kind == PERSON and item.kind is not MentionKind.GENERIC:
            people.setdefault(span.root.i, []).append(item)
    return people


def _comes_back(context: Context, token: Token, members: Mapping[str, Found]) -> bool:
    """Say whether a subject can mean all who talked: that of what talkers do, as many as it says."""
    if len(members) < TWO or not _is_talkers_deed(context, token.head):
        return False
    words = context.words
    if token.lower_ in words.pronouns.pair_pronoun:
        return True
    both = any(word.lower_ in words.joining.pair_word for word in (token, *token.children))
    if both and len(members) > TWO:
        return False
    definite = is_definite(token, words) or any(
        child.lower_ in words.function.alone_for_two for child in (token, *token.children)
    )
    alone = token.lower_ in words.joining.pair_word
    nouns = words.offices.leader_noun
    nouns |= words.offices.office_noun | words.joining.pair_people if both else frozenset()
    people = token.tag_ in PLURAL and not word_keys(token).isdisjoint(nouns)
    beside = {"nmod", "nmod:poss", "conj", "acl", "acl:relcl", "appos"}
    return definite and (alone or people) and all(child.dep_ not in beside for child in token.children)


def _is_talkers_deed(context: Context, verb: Token) -> bool:
    """Say whether a verb tells what people say, or do with words: things and troops do not "agree"."""
    lemma = verb.lemma_.lower()
    said = any((lemma, particle) in context.words.speech.verbs for particle in ("", *_particles(verb)))
    return said or lemma in context.words.anaphors.talkers_verb or _entry_of_talk(context, verb) is not None


def _particles(verb: Token) -> Iterator[str]:
    yield from (child.lower_ for child in verb.children if child.dep_ == "compound:prt")


def _first(context: Context, token: Token) -> Token:
    """Return the first word of a phrase, without its article."""
    articles = context.words.function.definite_article
    inside = {"amod", "compound", "nummod", "det"}
    return next((child for child in token.lefts if child.dep_ in inside and child.lower_ not in articles), token)


def _talking(context: Context, sentence: Span, people: Mapping[int, Sequence[Found]]) -> dict[str, Found]:
    """Return those who talk with one another in a sentence, or do something together; of several the last who do."""
    last: dict[str, Found] = {}
    named = [people[place] for place in range(sentence.start, sentence.end) if place in people]
    if len({item.identity.key for items in named for item in items}) < TWO:
        return last
    telling = heads(context.doc, context.words, EntryKind.EVENT)
    for token in sentence:
        if token.dep_ in NOUN_SUBJECTS and token.head.pos_ in {"VERB", "AUX"}:
            last = _named(conjuncts(token), people, last)
        entry = _entry_of_talk(context, token) if token in telling else None
        if entry is not None:
            last = _named(list(_parties(context, token, entry)), people, last)
    return last


def _named(
    tokens: Sequence[Token], people: Mapping[int, Sequence[Found]], otherwise: dict[str, Found]
) -> dict[str, Found]:
    members = {item.identity.key: item for token in tokens for item in people.get(token.i, ())}
    return members if len(members) >= TWO else otherwise


def _entry_of_talk(context: Context, token: Token) -> LexicalEntry | None:
    """Return the entry by which a word tells of a talk: one of which those who take part talk with one another."""
    for entry in entries(context.words, token, EntryKind.EVENT):
        if any(argument.role in TALKING and _is_company(argument.function) for argument in entry.arguments):
            return entry
    return None


def _is_company(function: Function) -> bool:
    return function in {Function.OBJECT, Function.OBLIQUE}


def _parties(context: Context, token: Token, entry: LexicalEntry) -> Iterator[Token]:
    """Yield who takes part in a talk, in order of the text, with all who are listed there."""
    words = context.words
    of_verb = entry.part_of_speech is PartOfSpeech.VERB
    fillers = list(verb_fillers(token, words) if of_verb else noun_fillers(token, words))
    if not of_verb and token.dep_ in {"obj", "obl"} and token.head.pos_ == "VERB":
        fillers += verb_fillers(token.head, words)  # "held a call with"
    for filler in fillers:
        for argument in entry.arguments:
            marked = filler.marker in argument.markers or argument.function is not Function.OBLIQUE
            if argument.role in TALKING and argument.function is filler.function and marked:
                yield from conjuncts(filler.token)
                break


def _has_rival(
    tokens: Iterable[Token],
    people: Mapping[int, Sequence[Found]],
    members: Mapping[str, Found],
    groups: frozenset[str],
) -> bool:
    """Say whether others do something, or are several people whom a plural may mean: "Officials said they ..."."""
    for token in tokens:
        if token.dep_ not in PEOPLE:
            continue
        acting = token.dep_ in NOUN_SUBJECTS
        here = {item.identity.key for item in people.get(token.i, ())}
        if here:
            if acting and not here <= members.keys():
                return True
        elif token.tag_ in PLURAL and (acting or not word_keys(token).isdisjoint(groups)):
            return True
    return False
