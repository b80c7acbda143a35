"""Pronouns for persons, resolved only where one person is clearly nearest; all others are left alone."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.control import controllers
from kg.grammar.syntax import marker_of
from kg.grammar.words import evokes
from kg.records import Term
from kg.resolve.context import Context, word_keys
from kg.resolve.coreference.authors import Speaker
from kg.resolve.coreference.captives import captive
from kg.resolve.coreference.layout import Layout, read_layout
from kg.resolve.coreference.sayings import ATTACHED, Antecedent, Sayings, saying_of, speaker_of
from kg.resolve.coreference.speakers import speakers_own
from kg.resolve.names.titles import title_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.resolve.persons.register import Person


ATTACK = frozenset({Term("Attack")})
ACTS_OF_STATE = ATTACK | frozenset(
    map(Term, ("Transfer", "Aid", "Sanction", "SanctionsRelief", "Mobilization", "Withdrawal"))
)
SUFFERING = frozenset({"obj", "nsubj:pass"})
PERSONAL, SINGULAR = frozenset({"PRP", "PRP$"}), frozenset({"NN", "NNP"})
OBJECTS = frozenset({"obj", "iobj"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The piece is a pronoun for the speaker, or with `of_country` for the country that he serves."""

    piece: int
    person: Speaker
    rule: str
    of_country: bool = False


def find_pronouns(
    context: Context, mentions: Sequence[tuple[int, int, Person]], taken: frozenset[int]
) -> Iterator[Pronoun]:
    """Yield the pronouns of known persons; `mentions` are their names and nominals as pieces first..last.

    Who has been "she" once, and is told by no name or title to be a man, is a woman from there on.
    """
    layout = read_layout(context.doc, context.words)
    known = [_antecedent(context, layout, first, last, person) for first, last, person in mentions]
    known.sort(key=lambda item: item.token)
    sayings, roots = Sayings.of(known), {item.root for item in known}
    for token in context.doc:
        gender = _gender(context, token) if token.tag_ in PERSONAL else None
        if gender is None or context.piece_of[token.i] in taken:
            continue
        person = _nearest(token, gender, _Text(context, layout, known, sayings, roots))
        if person is not None:
            piece = context.piece_of[token.i]
            found = _antecedent(context, layout, piece, piece + 1, person)
            insort(known, found, key=lambda item: item.token)
            sayings.add(found)
            roots.add(found.root)
            person.gender = person.gender or gender
            yield Pronoun(piece, person, "pronoun")
    for token, speaker in speakers_own(context, layout, known):
        piece = context.piece_of[token.i]
        if token.lower_ in context.words.pronouns.speaker_pronoun:
            yield Pronoun(piece, speaker, "speaker")
        elif is_of_state(context, token) and not (layout.quote(token.idx) >= 0 and _is_promised(token)):
            yield Pronoun(piece, speaker, "speaker's country", of_country=True)


def _antecedent(context: Context, layout: Layout, first: int, last: int, person: Person) -> Antecedent:
    doc = context.doc
    token = context.tokens(first, last).root
    start = context.pieces[first].start
    quote, subject = layout.quote(start), is_subject(token)
    return Antecedent(
        token=context.token_of[first],
        root=token.i,
        sentence=token.sent.start,
        paragraph=layout.paragraph(start),
        quote=quote,
        subject=subject,
        person=person,
        says=saying_of(context, layout, doc[context.token_of[first]]) if subject and quote < 0 else -1,
    )


def is_subject(token: Token) -> bool:
    """Whether the token is, or stands inside, the subject of a clause."""
    while token.dep_ in ATTACHED and token.head.i != token.i and token.dep_ != "nmod":
        token = token.head
    return token.dep_.startswith("nsubj")


def _gender(context: Context, token: Token) -> str | None:
    key = token.lower_
    if title_length(context, context.piece_of[token.i]):
        return None
    if key in context.words.pronouns.male_pronoun:
        return "male"
    return "female" if key in context.words.pronouns.female_pronoun else None


@dataclass(frozen=True, slots=True)
class _Text:
    """The text before a pronoun: who is `known` there, in its order, with the words at which they are."""

    context: Context
    layout: Layout
    known: Sequence[Antecedent]
    sayings: Sayings
    roots: set[int]

    def between(self, first: int, last: int) -> Sequence[Antecedent]:
        """Return who is known from a token to another."""
        return self.known[self._at(first) : self._at(last)]

    def _at(self, token: int) -> int:
        return bisect_left(self.known, token, key=lambda item: item.token)


def _nearest(token: Token, gender: str, text: _Text) -> Person | None:
    """Return the one person whom the pronoun can mean, by sentence, then by subject (after Lappin and Leass 1994)."""
    context, layout = text.context, text.layout
    if (subject := _subject_to_come(token)) is not None:
        later = [item.person for item in text.between(subject.start, subject.stop) if item.subject]
        return later[0] if len(later) == 1 and _agrees(later[0], gender) else None
    if (held := captive(token, context.words)) is not None:
        named = [item.person for item in text.between(held.sent.start, token.i) if item.root == held.i]
        return named[0] if named and _agrees(named[0], gender) else None
    if _goes_with_unknown(context, token, text.roots):
        return None
    paragraph, quote, begun = layout.paragraph(token.idx), layout.quote(token.idx), token.sent.start
    first = bisect_left(text.known, paragraph - 1, key=lambda item: item.paragraph)
    since = text.known[first].token if first < len(text.known) else token.i
    here = [item for item in text.between(max(begun, since), token.i) if _agrees(item.person, gender)]
    barred = {id(item.person) for item in here if _binds(context, item, token)}
    if quote >= 0:
        barred.add(id(speaker_of(layout, quote, text.sayings)))

    def fits(item: Antecedent) -> bool:
        told = quote >= 0 or item.quote < 0 or item.paragraph == paragraph
        return told and _agrees(item.person, gender) and id(item.person) not in barred

    same = [item for item in here if item.sentence == begun and fits(item)]
    if (praised := _object_of(token, same, context.words.prepositions.reason)) is not None:
        return praised
    if same and gender != "female":
        return _one(same)
    before = [*filter(fits, text.between(since, begun)), *same]
    if gender == "female":
        before = [item for item in before if item.person.gender == "female"] or before
    same = [item for item in before if item.sentence == begun]
    inside = [item for item in before if item.paragraph == paragraph and item.sentence != begun]
    earlier = [item for item in before if item.paragraph < paragraph]
    return next((_one(group) for group in (same, inside, earlier) if group), None)


def _goes_with_unknown(context: Context, token: Token, roots: set[int]) -> bool:
    """Whether a subject nobody knows by name is nearer: "the minister met his counterpart", "an envoy said he would".

    An object is never the subject of its own clause.
    """
    offices, inside = context.words.offices.office_noun, token.dep_ in OBJECTS
    for clause in token.ancestors:
        subject = next((child for child in clause.children if child.dep_ in {"nsubj", "nsubj:pass"}), None)
        if subject is None or subject.i >= token.i:
            continue
        if inside:
            inside = False
            continue
        if not word_keys(subject).isdisjoint(offices) and subject.tag_ in SINGULAR:
            return subject.i not in roots
        if subject.i in roots:
            return False
    return False


def _subject_to_come(token: Token) -> range | None:
    """Return the tokens of the main subject behind a fronted adjunct that the possessive stands in.

    "After his call with Putin, Trump said ..." speaks of Trump's call, whoever was named before.
    """
    if token.dep_ != "nmod:poss":
        return None
    adjunct = token.head
    while adjunct.dep_ in {"nmod", "conj", "compound", "obj"}:
        adjunct = adjunct.head
    if adjunct.dep_ not in {"obl", "advcl"} or adjunct.i > adjunct.head.i:
        return None
    subjects = [child for child in adjunct.head.children if child.dep_.startswith("nsubj") and child.i > token.i]
    if not subjects or subjects[0].pos_ == "PRON":
        return None
    return range(subjects[0].left_edge.i, subjects[0].right_edge.i + 1)


def _object_of(token: Token, before: Sequence[Antecedent], reasons: frozenset[str]) -> Person | None:
    """Return the person thanked or blamed in "thanked him for his work": the object owns what stands behind "for"."""
    noun = token.head
    if token.dep_ != "nmod:poss" or not any(
        child.dep_ == "case" and child.lower_ in reasons for child in noun.children
    ):
        return None
    objects = {child.i for child in noun.head.children if child.dep_ == "obj"}
    owners = [item.person for item in before if item.root in objects]
    return owners[0] if len(owners) == 1 else None


def _agrees(person: Person, gender: str) -> bool:
    return person.gender is None or person.gender == gender


def _one(group: Sequence[Antecedent]) -> Person | None:
    """Return the only person of the group, else the subject of its last sentence, else nobody."""
    if len({id(item.person) for item in group}) == 1:
        return group[-1].person
    last = [item for item in group if item.sentence == group[-1].sentence]
    if len({id(item.person) for item in last}) == 1:
        return last[-1].person
    subjects = [item for item in last if item.subject]
    if len({id(item.person) for item in subjects}) == 1:
        return subjects[-1].person
    return None


def _binds(context: Context, item: Antecedent, token: Token) -> bool:
    """Whether grammar forbids the pair: an object pronoun never means the subject of its own verb.

    Nor whoever is understood as that subject: of "spoke with Modi to congratulate him" the one who spoke. Of a noun's
    complements only the company is another's: one holds talks "with him", and denies charges "against him".
    """
    if token.dep_ == "nmod:poss":
        return False
    if token.dep_ == "obj" and any(item.root == actor.i for actor in controllers(token.head, context.words)):
        return True
    head = context.doc[item.token]
    while head.dep_ in ATTACHED and head.head.i != head.i:
        head = head.head
    company = marker_of(token) in context.words.prepositions.comitative
    beside = token.dep_ == "obl" or (token.dep_ == "nmod" and company)
    same_verb = head.head.i == token.head.i or (beside and head.head.i == token.head.head.i)
    return (
        same_verb
        and not token.dep_.startswith("nsubj")
        and token.lower_ not in context.words.function.reflexive_pronoun
    )


def is_of_state(context: Context, token: Token) -> bool:
    """Whether "our" owns what only a state has ("our troops"), or speakers say what their state does: "we have sent".

    Those of whom the speaker told just before as of himself and others may be meant instead: "Modi and I. We ...".
    """
    nouns = context.words.states.force_noun | context.words.states.government_noun | context.words.pronouns.own_country
    if token.dep_ == "nmod:poss":
        if not word_keys(token.head).isdisjoint(nouns):
            return True
        return _is_act_of_state(context, token.head) and not _is_of_several(context, token)
    if token.dep_ in SUFFERING:
        attacked = evokes(token.head, ATTACK, context.words, context.taxonomy)
        return attacked and not _is_of_several(context, token)
    if token.dep_ != "nsubj":
        return False
    deeds = [token.head, *(child for child in token.head.children if child.dep_ == "xcomp")]
    things = [child for deed in deeds for child in deed.children if child.dep_ == "obj"]
    deeds += [*things, *(child for thing in things for child in thing.children if child.dep_ == "nmod")]
    return any(_is_act_of_state(context, deed) for deed in deeds) and not _is_of_several(context, token)


def _is_promised(token: Token) -> bool:
    """Whether a quoted "we" is only to do something, which a speaker may say of more than one side: "we will send"."""
    return token.dep_ == "nsubj" and any(child.tag_ == "MD" for child in token.head.children)


def _is_act_of_state(context: Context, word: Token) -> bool:
    return evokes(word, ACTS_OF_STATE, context.words, context.taxonomy)


def _is_of_several(context: Context, token: Token) -> bool:
    """Whether the sentence, or the one before, joins the speaker with others: "Jill and I"."""
    sentence = token.sent
    begin = context.doc[sentence.start - 1].sent.start if sentence.start else 0
    speaking = context.words.pronouns.speaker_pronoun
    himself = [word for word in context.doc[begin : token.i] if word.lower_ in speaking]
    return any("conj" in {word.dep_, *(child.dep_ for child in word.children)} for word in himself)
