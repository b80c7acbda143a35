"""What the readers left aside: words of the lexicon that tell no event here, and words that fill no role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.analysis import analyse
from kg.extract.arguments.predicates import find_predicates
from kg.extract.arguments.reach import contested_roles
from kg.extract.arguments.role_fillers import matches
from kg.extract.arguments.roles import TOPIC, fillers_of, read_roles
from kg.extract.participants.descriptions import kind_of
from kg.extract.readers.learnt import LEAST_ROLE, predicted
from kg.grammar.phrases import phrase_span
from kg.grammar.speech import speech_at
from kg.grammar.syntax import conjuncts, span_of
from kg.grammar.words import listed, misfit, parts_of_speech
from kg.knowledge.gate import Precision
from kg.knowledge.lexicon import EntryKind
from kg.passed_over import Because, KnownWord, OpenArgument, PassedOver
from kg.records import Span, Term

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.arguments.predicates import Predicate
    from kg.grammar.tree import Doc, Token
    from kg.knowledge import Knowledge
    from kg.knowledge.lexicon import LexicalEntry
    from kg.records import Document, EventMention, Resolution

MODIFIERS = frozenset({"compound", "nmod:desc", "flat"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def passed_over(
    doc: Doc,
    document: Document,
    resolution: Resolution,
    knowledge: Knowledge,
    mentions: Sequence[EventMention],
    *,
    precision: Precision = Precision.BALANCED,
) -> PassedOver:
    """Return what of a document went into none of its event mentions though a reader might have taken it."""
    named = knowledge.gate.named[precision]
    analysis = analyse(doc, document, resolution, knowledge)
    predicates = list(find_predicates(analysis.doc, analysis.words, analysis.taxonomy))
    triggers = {mention.trigger.start for mention in mentions}
    taken = analysis.dated | {token.i for token in analysis.doc if token.idx in triggers}
    told = triggers | {part for mention in mentions for part in mention.parts}
    found: dict[tuple[Span, Term, Span], OpenArgument] = {}
    for mention in _whole(mentions):
        # Where both readers stumble over the same words, the network gives a score besides.
        of_network = _of_network(mention, taken, named, analysis)
        for argument in (*of_network, *_of_frame(mention, predicates, taken, analysis)):
            found.setdefault((argument.trigger, argument.role, argument.span), argument)
    return PassedOver(
        sentences=tuple(Span(sentence.start_char, sentence.end_char) for sentence in analysis.doc.sents),
        arguments=tuple(found.values()),
        words=tuple(_words(told, predicates, taken, analysis)),
    )


def _whole(mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """Yield one mention a trigger, with the arguments of all: a transfer of several weapons is one here."""
    by_trigger: dict[Span, EventMention] = {}
    for mention in mentions:
        first = by_trigger.get(mention.trigger)
        whole = mention if first is None else replace(first, arguments=(*first.arguments, *mention.arguments))
        by_trigger[mention.trigger] = whole
    yield from by_trigger.values()


def _words(
    told: Container[int], predicates: Sequence[Predicate], taken: frozenset[int], analysis: Analysis
) -> Iterator[KnownWord]:
    for token in analysis.doc:
        if token.idx in told:
            continue
        for part_of_speech in parts_of_speech(token):
            found = listed(token, part_of_speech, analysis.words)
            alone = {word.entry.iri for word in found if word.partner is None}
            for word in found:
                because, entry = misfit(analysis.words, token, word), word.entry
                if because and word.partner is not None and entry.iri in alone:
                    continue  # "meet up": the entry has "meet" as well
                if because and entry.only_with and speech_at(token, analysis.words) is not None:
                    continue  # "said": nobody looks for the demand that it tells with "must"
                if entry.kind is EntryKind.EVENT:
                    because = because or _no_event(token, entry, predicates, taken, analysis)
                elif because:
                    continue
                yield KnownWord(span_of(token), _local(entry), Term(entry.kind.value), entry.evokes, because)


def _no_event(
    token: Token, entry: LexicalEntry, predicates: Sequence[Predicate], taken: frozenset[int], analysis: Analysis
) -> str:
    """Say why a word that stands for its entry was still not read as an event."""
    predicate = next((p for p in predicates if p.token.i == token.i and p.entry is entry), None)
    if predicate is None:
        return (Because.MODIFIER if token.dep_ in MODIFIERS else Because.NOWHERE).of()
    filled = {
        argument for slot in predicate.slots for argument, _ in fillers_of(slot, analysis, taken, kind=entry.evokes)
    }
    lacking = sorted({argument.role for argument in entry.required if argument not in filled})
    if lacking:
        return Because.REQUIRED.of(", ".join(lacking))
    if read_roles(predicate, analysis, taken=taken) is None:
        return Because.OF_A_THING.of()
    return Because.NO_EVENT.of()


def _of_frame(
    mention: EventMention, predicates: Sequence[Predicate], taken: frozenset[int], analysis: Analysis
) -> Iterator[OpenArgument]:
    """The words in the syntactic functions of the lexical entry that fill none of its roles."""
    heads, roles = {a.head for a in mention.arguments}, {a.role for a in mention.arguments}
    for predicate in predicates:
        if predicate.token.idx != mention.trigger.start or _local(predicate.entry) != mention.rule:
            continue
        for slot in predicate.slots:
            token = slot.filler.token
            role = next((a.role for a in slot.arguments if matches(a, slot.filler)), None)
            if role is None or (slot.borrowed and role in roles) or (role == TOPIC and mention.topics):
                continue
            if _is_open(token, mention, taken, analysis) and not any(part.idx in heads for part in conjuncts(token)):
                yield OpenArgument(mention.trigger, role, phrase_span(token), _unfit(token, role, analysis))


def _of_network(
    mention: EventMention, taken: frozenset[int], named: float, analysis: Analysis
) -> Iterator[OpenArgument]:
    """The words that the network sees in a role, and that are not sure enough or name nobody."""
    heads = {argument.head for argument in mention.arguments}
    for prediction in predicted(analysis):
        if mention.score is None or analysis.doc[prediction.trigger].idx != mention.trigger.start:
            continue
        contested = contested_roles(analysis.doc[prediction.trigger])
        for argument in prediction.arguments:
            token, role = analysis.doc[argument.head], Term(argument.role)
            if role not in analysis.taxonomy.ranges or (role == TOPIC and mention.topics):
                continue
            if token.idx in heads or not _is_open(token, mention, taken, analysis):
                continue
            because = _unfit(token, role, analysis)
            least = max(LEAST_ROLE, named if argument.role in contested else 0.0)
            if argument.score < least:
                because = Because.NOT_SURE.of(argument.score, least)
            yield OpenArgument(mention.trigger, role, phrase_span(token), because, argument.score)


def _is_open(token: Token, mention: EventMention, taken: frozenset[int], analysis: Analysis) -> bool:
    """Say whether words could be an argument and tell of nobody whom the mention has: "Russia ... its attack"."""
    named = {reference.entity for reference in analysis.index.at(token)}
    return token.pos_ in NOMINAL and token.i not in taken and named.isdisjoint(mention.entities())


def _unfit(token: Token, role: Term, analysis: Analysis) -> str:
    """Say why words fill no role: they name nobody, or nobody that fits."""
    index, taxonomy = analysis.index, analysis.taxonomy
    named = [index.entities[reference.entity] for reference in index.at(token)]
    if named and not any(taxonomy.fits(role, entity.kind) for entity in named):
        return Because.NAMED_UNFIT.of(named[0].name, named[0].kind, role)
    if named:
        return Because.NAMED_ELSEWHERE.of(named[0].name)
    kind = kind_of(token, analysis.kinds, analysis.words)
    if kind is not None and not taxonomy.fits(role, analysis.kinds.class_of(kind.iri)):
        return Because.DESCRIBED_UNFIT.of(kind.iri.rpartition("/")[2], role)
    if token.pos_ == "PRON":
        return Because.NOBODY.of()
    return Because.NO_KIND.of()


def _local(entry: LexicalEntry) -> Term:
    return Term(entry.iri.rpartition("#")[2])
