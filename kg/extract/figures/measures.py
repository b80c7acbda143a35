"""Figures: the numbers of weapons, killed, injured and intercepted that a text reports of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution.clauses import attribution_of
from kg.extract.factuality.value import factuality_of
from kg.extract.figures.counts import (
    OF_PEOPLE,
    can_count,
    count_of,
    is_group,
    is_of_groups,
    is_share,
    is_with_others,
    is_wrecked,
    members_of_list,
    one_person,
    together,
    weapon_at,
    without_others,
)
from kg.extract.figures.others import is_by_another
from kg.grammar.control import is_after_his_own
from kg.grammar.fillers import goes_on_with_passive, verb_fillers
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.quantity.quantities import quantity_before, quantity_of, quantity_of_item
from kg.grammar.syntax import (
    NOUN_SUBJECTS,
    RELATIVE_TAGS,
    conjuncts,
    is_answered,
    is_definite,
    marker_of,
    sentence_of,
)
from kg.grammar.words import heads
from kg.knowledge.lexicon import EntryKind, Function, PartOfSpeech
from kg.language.phrases import phrase
from kg.records import Evidence, Factuality, Figure, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kg.extract.analysis import Analysis
    from kg.extract.participants.reference import Reference
    from kg.grammar.quantity.quantities import Quantity
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.lexicon import LexicalEntry
    from kg.knowledge.words import Words

ATTACK = Term("Attack")
NEAR = 6  # between a number and its verb stand only relative pronoun, auxiliaries and adverbs
WHEN = frozenset({"WRB"})
CLIMB = 5  # a casualty clause further than this from its event's word is about something else


def weapon_figure(
    weapon: Reference,
    measure: Term | None,
    doc: Doc,
    sources: tuple[int, ...],
    words: Words,
    *,
    share: Token | None = None,
) -> Figure | None:
    """Return how many of the weapon the text counts, according to `sources`; None when it does not count them.

    A `share` is the number of those that are meant: "[two] of the six frigates".
    """
    span = doc.char_span(weapon.span.start, weapon.span.end, alignment_mode="expand")
    counted = quantity_of(weapon.token, words) if share is None else count_of(share, words)
    quantity = counted or (
        (quantity_before(span[-1], span.start, words) or quantity_of_item(span[0], words)) if span is not None else None
    )
    if measure is None or quantity is None:
        return None
    return _figure(quantity, measure, doc, rule="counted-weapon", weapon=weapon.entity, sources=sources)


def noun_figure(noun: Token, measure: Term, sources: tuple[int, ...], analysis: Analysis) -> Figure | None:
    """Return how many of the noun the text counts, according to `sources`; None when it does not count them."""
    quantity = together(noun, measure, analysis) or count_of(noun, analysis.words)
    quantity = quantity or one_person(noun, measure, analysis)
    if quantity is None:
        return None
    return _figure(quantity, measure, noun.doc, rule="counted-noun", weapon=None, sources=sources)


def figure_at(noun: Token, measure: Term, sources: tuple[int, ...], rule: str, analysis: Analysis) -> Iterator[Figure]:
    """Yield how many a noun counts, or a number without one: "five soldiers", "more than 20", "a boy"."""
    words = analysis.words
    if is_share(noun, measure, words) or is_of_groups(noun, measure, words) or not can_count(noun, measure, analysis):
        return
    quantity = together(noun, measure, analysis) or count_of(noun, words)
    if quantity is None and not is_group(noun, words) and not is_with_others(noun, measure, analysis):
        quantity = quantity_before(noun, phrase(noun)[0], words)
    if quantity is not None:
        quantity = without_others(quantity, noun, measure, words)
        yield _figure(quantity, measure, noun.doc, rule=rule, weapon=None, sources=sources)


def counted(analysis: Analysis, events: Collection[int]) -> Iterator[tuple[int, Figure]]:
    """Yield the figures that figure entries count, each with the token of the event that it belongs to.

    `events` are the tokens of the predicates that a figure may belong to; a number without one of them in its
    sentence is left out.
    """
    words, index = analysis.words, analysis.index
    for token, found in heads(analysis.doc, words, EntryKind.FIGURE).items():
        for entry in found:
            if entry.counts is None or (event := _event_counted(token, entry.counts, events, words)) is None:
                continue
            if factuality_of(token, ATTACK, words, analysis.taxonomy).factuality is not Factuality.ASSERTED:
                continue  # whom a strike "could have killed" nobody counts
            sources = attribution_of(token, index, words)
            for quantity, weapon in _told_by(token, entry, entry.counts, analysis):
                figure = _figure(quantity, entry.counts, token.doc, rule=_rule(entry), weapon=weapon, sources=sources)
                yield event, figure


def _told_by(
    token: Token, entry: LexicalEntry, measure: Term, analysis: Analysis
) -> Iterator[tuple[Quantity, int | None]]:
    """Yield how many a counting word counts, and of which weapon; people who are named together are one number."""
    words, added = analysis.words, set[int]()
    for counted_token in (*_counted_tokens(token, entry, words), *_partitives(token, words)):
        shared = is_share(counted_token, measure, words)
        other = is_of_groups(counted_token, measure, words) or is_wrecked(counted_token, token, measure, analysis)
        if counted_token.i in added or shared or other or not can_count(counted_token, measure, analysis):
            continue
        if (whole := together(counted_token, measure, analysis)) is not None:
            added.update(part.i for part in members_of_list(counted_token, words))
            yield whole, None
        elif (quantity := count_of(counted_token, words) or one_person(counted_token, measure, analysis)) is not None:
            weapon = weapon_at(counted_token, analysis)
            quantity = without_others(quantity, counted_token, measure, words)
            yield quantity, None if weapon is None else weapon.entity


def _figure(
    quantity: Quantity, measure: Term, doc: Doc, *, rule: str, weapon: int | None, sources: tuple[int, ...]
) -> Figure:
    evidence = Evidence(sentence_of(doc[quantity.start]), rule)
    return Figure(measure, quantity.minimum, quantity.maximum, (evidence,), weapon=weapon, according_to=sources)


def _rule(entry: LexicalEntry) -> str:
    return entry.iri.rpartition("#")[2]


def _counted_tokens(token: Token, entry: LexicalEntry, words: Words) -> Iterator[Token]:
    """Whom or what the word counts: the patient of a verb, the subject of "die", the noun itself ("three deaths")."""
    if entry.part_of_speech is PartOfSpeech.NOUN:
        yield token
        if token.dep_ in {
            "nsubj",
            "nsubj:pass",
            "obj",
        }:  # "the toll rose to 21", "stands at 21", "bringing the toll to 21"
            reached, phrases = words.prepositions.reached, (*token.head.children, *token.children)
            counts = (phrase for phrase in phrases if phrase.dep_ in {"obl", "nmod"} and phrase.like_num)
            yield from (count for count in counts if marker_of(count) in reached)
    elif entry.part_of_speech is PartOfSpeech.ADJECTIVE:
        yield from (child for child in token.children if child.dep_ in {"nsubj", "nummod"})
        if token.dep_ == "amod":
            yield token.head
        if token.dep_ == "xcomp":  # "left 15 people dead"
            yield from (child for child in token.head.children if child.dep_ == "obj")
    else:
        fillers = verb_fillers(token.head if goes_on_with_passive(token) else token, words)
        objects = [filler.token for filler in fillers if filler.function is Function.OBJECT]
        subjects = [filler.token for filler in fillers if filler.function is Function.SUBJECT]
        for found in (
            subjects if entry.counts_subject or not objects else objects
        ):  # "Two killed as Israel shells Beirut"
            yield from (part for part in conjuncts(found) if part.pos_ != "VERB")


def _partitives(verb: Token, words: Words) -> Iterator[Token]:
    """The number of "about 480 of which were intercepted", whatever parsers make of it."""
    for relative in verb.doc[max(verb.i - NEAR, verb.sent.start + 2) : verb.i]:
        before = relative.nbor(-1).lower_ in words.prepositions.genitive
        if relative.tag_ in RELATIVE_TAGS and before and relative.nbor(-2).like_num:
            yield relative.nbor(-2)


def _event_counted(token: Token, measure: Term, events: Collection[int], words: Words) -> int | None:
    """Return the event whose people or arms a word counts: a verb of hurting with a subject of its own tells its own.

    So of "shot three while a bomber [wounded] six" the six are the bomber's. Who was killed after he had done something
    is none of its dead, nor whom another killed: "a bomb killed two and another [wounded] six".
    """
    if token.i not in events and is_by_another(token, words):
        return None
    event = _event_of(token, events, words)
    if event is not None and measure in OF_PEOPLE and is_after_his_own(token.doc[event], token, words):
        return None
    own = token.i in events and any(child.dep_ in NOUN_SUBJECTS for child in token.children)
    above = own and event is not None and token.doc[event] in token.ancestors
    return token.i if above and measure in OF_PEOPLE else event


def _event_of(token: Token, events: Collection[int], words: Words) -> int | None:
    """Return the event word that the counting word belongs to: its subject, an oblique, or a word above it."""
    for filler in (*verb_fillers(token, words), *noun_fillers(token, words)):
        if filler.function in {Function.SUBJECT, Function.OBLIQUE}:
            for part in (filler.token, *_complements(filler.token, words)):
                if part.i in events:
                    return part.i
    above = token
    for _ in range(CLIMB):
        if above.dep_ in {"ROOT", "root"}:
            break
        above = above.head
        if above.i in events:
            return above.i
        did = (child.i for child in above.children if child.dep_ in NOUN_SUBJECTS and child.i in events)
        if token.i not in events and (other := next(did, None)) is not None:
            return other  # "struck a week after a [raid] left 20 dead"
    return _event_near(token, events, words)


def _event_near(token: Token, events: Collection[int], words: Words) -> int | None:
    """Return the event that a counting word belongs to by where it stands: of its sentence, else of the one before."""
    if (deed := _deed_in_which(token, events)) is not None:
        return deed
    inside = [i for i in events if token.sent.start <= i < token.sent.end]
    if not inside:
        return _event_before(token, events, words)
    return min(inside, key=lambda i: (is_answered(token.doc[i], words), abs(i - token.i), i))


def _deed_in_which(verb: Token, events: Collection[int]) -> int | None:
    """Return the event in which some were hurt, by whom nobody says: "were killed when Iran [shelled] Erbil"."""
    passive = any(child.dep_ == "nsubj:pass" for child in verb.children)
    if not passive or any(child.dep_ == "obl:agent" for child in verb.children):
        return None
    clauses = (child for child in verb.children if child.dep_ == "advcl" and child.i in events)
    return next((clause.i for clause in clauses if any(child.tag_ in WHEN for child in clause.children)), None)


def _event_before(token: Token, events: Collection[int], words: Words) -> int | None:
    """The attack of the sentence before, if it is the only one there: "Russia struck Odesa. Ten people were killed."

    A word that names its own cause or place ("killed in a crash") counts for something else. "The toll" is of that
    attack too.
    """
    start = token.sent.start
    own = any(filler.function is Function.OBLIQUE for filler in verb_fillers(token, words))
    toll = token.pos_ == "NOUN" and is_definite(token, words) and all(c.dep_ != "nmod" for c in token.children)
    if not start or own or not (toll or token.pos_ == "VERB") or "\n" in token.doc[start - 1].text_with_ws:
        return None
    before = token.doc[start - 1].sent
    told = [i for i in events if before.start <= i < before.end]
    told = [i for i in told if len(told) == 1 or not _is_outcome(token.doc[i], told)]
    return told[0] if len(told) == 1 else None


def _is_outcome(verb: Token, events: Collection[int]) -> bool:
    """Say whether a participle tells what came of one of the events: "shelled Kherson, [killing] two"."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i in events


def _complements(noun: Token, words: Words) -> Iterator[Token]:
    """In "waves of strikes" the strikes are what kills."""
    of = words.prepositions.genitive
    yield from (child for child in noun.children if child.dep_ == "nmod" and marker_of(child) in of)
