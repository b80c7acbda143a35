"""Pronouns that grammar itself binds to a subject: "it" for a country or organization, "they" for a pair."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.grammar.called import is_called_false
from kg.grammar.control import controllers
from kg.grammar.negation import is_of_focus
from kg.grammar.speech import speech_at
from kg.grammar.syntax import has_additive
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import MentionKind, Term
from kg.resolve.context import word_keys
from kg.resolve.coreference.blamed import JUDGED, owner_of_reason
from kg.resolve.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.grammar.tree import Span, Token
    from kg.resolve.context import Context

DENIES = Term("Denies")
BODIES = frozenset({"Country", "Organization"})
AGENTS = BODIES | {"Person"}
CLAUSES = frozenset(
    {"ccomp", "advcl", "conj", "xcomp", "acl:relcl", "ROOT", "parataxis", "advcl:relcl", "acl", "csubj"}
)
INSIDE = frozenset({"xcomp", "conj", "advcl"})
RIVALS = frozenset({"obj", "obl", "iobj"})
SUBJECTS, JOINED = frozenset({"nsubj", "nsubj:pass"}), frozenset({"conj", "parataxis"})
PLURAL = frozenset({"NNS", "NNPS"})
DEPTH = 8


def find_bound(context: Context, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the pronouns that mean the subject over them, as grammar has it, or the one before them.

    A possessive means the subject of its own clause ("Russia stepped up its attacks"), a subject that of the verb whose
    content its clause is ("the Pentagon said it was pausing"), and the subject of a sentence that of the last one
    ("Chad said it was calm. It added that ..."). An object means the only body that its subject is not, a reflexive the
    subject itself (principles B and A of binding). Others are left alone.
    """
    subjects = _by_head(context, found)
    before: Span | None = None
    for sentence in context.doc.sents:
        for token in sentence:
            if token.tag_ in {"PRP", "PRP$"}:
                for item in _meant(context, token, before, subjects):
                    end = token.idx + len(token)
                    bound = Found(token.idx, end, item.identity, MentionKind.PRONOUN, "subject over a pronoun")
                    subjects.setdefault(token.i, []).append(bound)
                    yield bound
        before = sentence


def _meant(
    context: Context, token: Token, before: Span | None, subjects: Mapping[int, Sequence[Found]]
) -> Sequence[Found]:
    if token.lower_ in context.words.function.reflexive_pronoun:
        return _bodies(_subject(token.head) or next(iter(controllers(token.head, context.words)), None), subjects)
    if token.lower_ in context.words.pronouns.neuter_pronoun:
        subject = (
            owner_of_reason(context, token, subjects)
            or _called_upon(context, token)
            or _binder(context, token)
            or _parallel(context, token, before, subjects)
            or _continued(context, token)
        )
        subject = subject or _other_than_subject(context, token, subjects) or _acting(context, token, subjects)
        return _bodies(subject, subjects)
    if token.lower_ in context.words.pronouns.pair_pronoun and (subject := _binder(context, token)) is not None:
        return _pair(subject, subjects) or _several(token, subject, subjects)
    return ()


def _bodies(token: Token | None, subjects: Mapping[int, Sequence[Found]]) -> list[Found]:
    found = () if token is None else subjects.get(token.i, ())
    return [item for item in found if item.identity.kind in BODIES][:1]


def _acting(context: Context, token: Token, subjects: Mapping[int, Sequence[Found]]) -> Token | None:
    """Return the only body before one that does something to itself: "support Ukraine as [it] defends itself"."""
    reflexives = context.words.function.reflexive_pronoun
    if token.dep_ != "nsubj" or not any(child.lower_ in reflexives for child in token.head.children):
        return None
    before = [part for part in token.doc[token.sent.start : token.i] if _bodies(part, subjects)]
    return before[0] if len({_bodies(part, subjects)[0].identity.key for part in before}) == 1 else None


def _called_upon(context: Context, token: Token) -> Token | None:
    """Return who is to do what an infinitive says of what he owns: "called on Ethiopia to withdraw [its] troops"."""
    clause = token.head
    for _ in range(DEPTH):
        if clause.pos_ == "VERB" or clause.dep_ in CLAUSES:
            break
        clause = clause.head
    if token.dep_ != "nmod:poss" or clause.tag_ != "VB" or clause.dep_ not in INSIDE or _subject(clause) is not None:
        return None
    acting = controllers(clause, context.words)
    return acting[0] if len(acting) == 1 and acting[0].i < token.i else None


def _other_than_subject(context: Context, token: Token, subjects: Mapping[int, Sequence[Found]]) -> Token | None:
    """Return the only body before an object that is not the subject over it: "Ghana did not blame Togo but warned it".

    An object pronoun never means the subject of its own clause (principle B of binding), whether that subject is told
    there or shared with the clause above. A thing named before may be meant instead, but not where somebody is accused,
    and people may not.
    """
    own = _subject_over(token.head) if token.dep_ == "obj" else None
    if own is None:
        return None
    itself = {item.identity.key for item in subjects.get(own.i, ())}
    before = [part for part in token.doc[token.sent.start : token.i] if part.i != own.i]
    people = context.words.offices.office_noun
    things = (part for part in before if part.tag_ == "NN" and part.dep_ in RIVALS | {"nsubj", "nsubj:pass"})
    judged = any(entry.evokes in JUDGED for entry in entries(context.words, token.head, EntryKind.EVENT))
    if not itself or (not judged and any(word_keys(part).isdisjoint(people) for part in things)):
        return None
    named = {
        item.identity.key: part
        for part in before
        for item in subjects.get(part.i, ())
        if item.identity.kind in BODIES and item.kind is not MentionKind.DEMONYM and not _acted(part, token)
    }
    others = [part for key, part in named.items() if key not in itself]
    return others[0] if len(others) == 1 else None


def _acted(part: Token, token: Token) -> bool:
    """Whether somebody did what the pronoun may mean instead: "Chad shelled Mali, which condemned it".

    Who says what the pronoun stands in ("Chad said Mali had shelled it") did nothing else.
    """
    if not part.dep_.startswith("nsubj"):
        return False
    clause = token.head
    for _ in range(DEPTH):
        if clause.dep_ == "ccomp" and clause.head.i == part.head.i:
            return False
        clause = clause.head
    return True


def _subject_over(verb: Token) -> Token | None:
    """Return the subject of a verb, that of the clause above where the verb has none of its own."""
    for _ in range(DEPTH):
        if (own := _subject(verb)) is not None or verb.dep_ not in INSIDE:
            return own
        verb = verb.head
    return None


def _parallel(
    context: Context, token: Token, before: Span | None, subjects: Mapping[int, Sequence[Found]]
) -> Token | None:
    """Return the subject of the sentence before for the subject of this one, unless something else may be meant.

    Only countries and bodies speak; what else "it" does, a thing named as object may do: "fired a rocket. It hit ...".
    """
    verb = token.head
    if token.dep_ != "nsubj" or verb.dep_ != "ROOT" or verb.pos_ != "VERB" or before is None:
        return None
    subject = _subject(before.root)
    if subject is None or any(child.dep_ == "conj" for child in subject.children):
        return None
    if not word_keys(verb).isdisjoint(context.words.pronouns.speech_verb):
        return subject
    acts = any(child.dep_ == "obj" for child in verb.children)
    rivals = (part for part in before if part.dep_ in RIVALS and part.i != subject.i)
    rival = any(part.tag_ in {"NN", "NNP"} and (part.tag_ == "NN" or part.i in subjects) for part in rivals)
    return subject if acts and not rival else None


def _continued(context: Context, token: Token) -> Token | None:
    """Return the subject of the clause to which this one is joined: "Chad did not shell Gao, nor did [it] bomb Kidal".

    What is added to the deed of somebody is his too: "nor", "also", "not only".
    """
    verb, words = token.head, context.words
    first = verb.head
    if token.dep_ not in SUBJECTS or verb.dep_ not in JOINED or first.pos_ != "VERB" or not first.i < token.i:
        return None
    subject = _subject(first)
    if subject is None or any(child.dep_ == "conj" for child in subject.children):
        return None
    joints = {child.lower_ for child in verb.children if child.dep_ == "cc"}
    not_only = any(is_of_focus(child, words) for child in first.lefts if child.dep_ == "advmod")
    added = not_only or has_additive(verb, words) or not joints.isdisjoint(words.negation.negative_conjunction)
    return subject if added else None


def _by_head(context: Context, found: Iterable[Found]) -> dict[int, list[Found]]:
    heads: defaultdict[int, list[Found]] = defaultdict(list)
    for item in found:
        span = context.tokens_of(item)
        if span is not None and item.identity.kind in AGENTS:
            heads[span.root.i].append(item)
    return dict(heads)


def _pair(subject: Token, subjects: Mapping[int, Sequence[Found]]) -> list[Found]:
    """Return two or more of one kind: "Trump and Putin", "both leaders"; a single one is no pair."""
    tokens = [subject, *(child for child in subject.children if child.dep_ == "conj")]
    items = {item.identity.key: item for token in tokens for item in subjects.get(token.i, ())}
    kinds = {item.identity.kind for item in items.values()}
    return list(items.values()) if len(items) > 1 and len(kinds) == 1 else []


def _several(token: Token, subject: Token, subjects: Mapping[int, Sequence[Found]]) -> list[Found]:
    """Return the body of people in the plural that no other plural competes with: "Russian troops said they ..."."""
    between = token.doc[subject.i + 1 : token.i]
    if subject.tag_ not in PLURAL or any(part.tag_ in PLURAL for part in between):
        return []
    found = (item for item in subjects.get(subject.i, ()) if item.kind is not MentionKind.DEMONYM)
    return [item for item in found if item.identity.kind in BODIES][:1]


def _binder(context: Context, token: Token) -> Token | None:
    """Return the subject that binds the pronoun, None where grammar leaves it open."""
    clause = token.head
    for _ in range(DEPTH):
        if clause.dep_ in CLAUSES:
            break
        clause = clause.head
    if token.dep_ == "nmod:poss":
        if (partner := _partner(token)) is not None:
            return partner
        own = _subject(clause)
        while (own is None and clause.dep_ in INSIDE) or _inside(token, own):
            former, clause = clause, clause.head
            own = _sayer(context, former) if former.dep_ == "acl" else _subject(clause)
        return own if own is not None and own.i < token.i else None
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    if token.dep_ not in {"nsubj", "nsubj:pass"}:
        return None
    if clause.dep_ == "acl":
        return _sayer(context, clause)
    return _subject(clause.head) if clause.dep_ == "ccomp" else None


def _sayer(context: Context, clause: Token) -> Token | None:
    """Return who denies a claim about him, or says what it is worth: "Chad said reports that [it] fell were false"."""
    said = clause.head.head
    outer = said.head if clause.head.dep_.startswith("nsubj") and said.dep_ == "ccomp" else None
    told = _subject(outer) if outer is not None and speech_at(outer, context.words) is not None else None
    return _denier(context, clause) or told


def _denier(context: Context, clause: Token) -> Token | None:
    """Return who denies a claim about him: in "Chad rejected Mali's claim that [it] had shelled Gao" it is Chad."""
    claim, verb = clause.head, clause.head.head
    if is_called_false(claim, context.words):
        return _subject(verb)
    speech = speech_at(verb, context.words) if claim.dep_ == "obj" else None
    return _subject(verb) if speech is not None and speech.stance == DENIES else None


def _inside(token: Token, subject: Token | None) -> bool:
    """Whether the pronoun is part of the subject of what somebody says: "Eritrea says its strikes ..."."""
    return subject is not None and subject.head.dep_ in {"ccomp", "acl"} and subject.left_edge.i <= token.i <= subject.i


def _partner(token: Token) -> Token | None:
    """Return what the owned noun is listed with: "Iran and its allies"."""
    noun = token.head
    return noun.head if noun.dep_ == "conj" and noun.head.i < token.i and noun.head.pos_ == "PROPN" else None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"}), None)
