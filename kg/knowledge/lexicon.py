"""The lexicon, ontology/en/lexicon*.ttl, as plain frozen records: which words evoke, support or change which events."""

from __future__ import annotations

import fnmatch
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG, RDF, SKOS
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.files import Index, Properties, Sources

FILE, FILES = "en/lexicon.ttl", "en/lexicon*.ttl"
"""The files that are read together: their entries may use one another's arguments."""


class EntryKind(StrEnum):
    """What a lexical entry contributes; the values are the entry classes of kg.ttl."""

    EVENT = "EventEntry"
    SUPPORT = "SupportEntry"
    OPERATOR = "OperatorEntry"
    FIGURE = "FigureEntry"
    MEDIUM = "MediumEntry"
    COLLECTIVE = "CollectiveEntry"


class Function(StrEnum):
    """How an argument stands to its predicate once voice, control, relative clauses and light verbs are undone."""

    SUBJECT = "Subject"
    OBJECT = "Object"
    INDIRECT_OBJECT = "IndirectObject"
    OBLIQUE = "Oblique"
    CLAUSE_SUBJECT = "ClauseSubject"
    CLAUSE_OBJECT = "ClauseObject"
    POSSESSOR = "Possessor"
    ANTECEDENT = "Antecedent"
    MODIFIER = "Modifier"
    BEARER = "Bearer"


class PartOfSpeech(StrEnum):
    """The word classes that lexical entries distinguish."""

    VERB = "Verb"
    NOUN = "Noun"
    ADJECTIVE = "Adjective"
    ADVERB = "Adverb"
    AUXILIARY = "Auxiliary"
    SUBORDINATOR = "Subordinator"


@dataclass(frozen=True, slots=True)
class SyntacticArgument:
    """A syntactic function, with its prepositions if it is oblique, and the role that it fills."""

    function: Function
    role: Term
    markers: frozenset[str]
    filled_by: frozenset[Term]
    required: bool


@dataclass(frozen=True, slots=True)
class LexicalEntry:
    """A word with what it contributes; `over` limits it to event classes, `excludes` names what voids it.

    `only_with` are the nouns of which one must be its object or complement, empty when any will do; `codes` the CAMEO
    codes of the events that it evokes, where they are finer than those of the class. `counts` is what a number on its
    object counts, or where `counts_subject` says so on its subject.

    An operator may make something else of its event under a negation (`gives_negated`: nobody doubts what is so), may
    work on the event that is its subject (`of_subject`: talks "fell through"), take it for granted whatever is said
    further out (`presupposes`: who "must stop attacking" attacks), or mean this only with a date (`with_date`).
    """

    iri: str
    kind: EntryKind
    part_of_speech: PartOfSpeech
    lemmas: tuple[str, ...]
    evokes: Term | None
    over: frozenset[Term]
    arguments: tuple[SyntacticArgument, ...]
    gives: frozenset[Term]
    gives_unreal: Term | None
    gives_negated: Term | None
    of_subject: bool
    presupposes: bool
    with_date: bool
    counts: Term | None
    counts_subject: bool
    excludes: frozenset[str]
    only_with: frozenset[str]
    codes: tuple[str, ...]

    @property
    def required(self) -> tuple[SyntacticArgument, ...]:
        """The arguments without which the word means something else."""
        return tuple(argument for argument in self.arguments if argument.required)


@dataclass(frozen=True, slots=True)
class Word:
    """One lemma of an entry: `partner` is its second word, a verb's particle or a noun's modifier, None without one."""

    entry: LexicalEntry
    partner: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Every lexical entry, by the lemma of its head word and its part of speech; entries with a partner come first.

    `lemmas` are those of the head words of each kind of entries.
    """

    words: Mapping[tuple[str, PartOfSpeech], tuple[Word, ...]]
    lemmas: Mapping[EntryKind, frozenset[str]]

    def find(self, lemma: str, part_of_speech: PartOfSpeech) -> tuple[Word, ...]:
        """Return the entries whose head word has this lemma, those of two words before those of one."""
        return self.words.get((lemma, part_of_speech), ())


def read_lexicon(sources: Sources) -> Lexicon:
    """Return the lexicon of an ontology; raise OntologyError for an entry that it can not use."""
    graph = facts(sources, *(fnmatch.filter(sorted(sources), FILES) or [FILE]))
    words: defaultdict[tuple[str, PartOfSpeech], list[Word]] = defaultdict(list)
    for iri in sorted(graph):
        if KG + "lemma" in graph[iri]:
            entry = _entry(iri, graph)
            for lemma in entry.lemmas:
                head, partner = _split(lemma, entry.part_of_speech)
                words[head, entry.part_of_speech].append(Word(entry, partner))
    lemmas: dict[EntryKind, set[str]] = {kind: set() for kind in EntryKind}
    for (lemma, _), listed in words.items():
        for word in listed:
            lemmas[word.entry.kind].add(lemma)
    return Lexicon(
        {key: tuple(sorted(found, key=_two_words_first)) for key, found in words.items()},
        {kind: frozenset(found) for kind, found in lemmas.items()},
    )


def _two_words_first(word: Word) -> tuple[bool, str]:
    return word.partner is None, word.entry.iri


def _split(lemma: str, part_of_speech: PartOfSpeech) -> tuple[str, str | None]:
    """Cut "carry out" into carry and out, "instead of" into instead and of, "phone call" into call and phone."""
    first, _, second = lemma.partition(" ")
    if not second:
        return first, None
    heads_first = part_of_speech in {PartOfSpeech.VERB, PartOfSpeech.SUBORDINATOR}
    return (first, second) if heads_first else (second, first)


def _entry(iri: str, graph: Index) -> LexicalEntry:
    properties = graph[iri]

    def terms(name: str) -> tuple[Term, ...]:
        return tuple(Term(value.removeprefix(KG)) for value in sorted(properties.get(KG + name, ())))

    try:
        kind = EntryKind(properties[RDF + "type"][0].removeprefix(KG))
        part_of_speech = PartOfSpeech(terms("partOfSpeech")[0])
        required = [(name, True) for name in sorted(properties.get(KG + "requires", ()))]
        optional = [(name, False) for name in sorted(properties.get(KG + "argument", ()))]
        arguments = tuple(_argument(graph[name], required=needed) for name, needed in required + optional)
    except (KeyError, IndexError, ValueError) as error:
        problem = f"<{iri}> can not be read: {error}"
        raise OntologyError(problem, place=FILES, remedy="see the entries beside it for the form") from error
    return LexicalEntry(
        iri=iri,
        kind=kind,
        part_of_speech=part_of_speech,
        lemmas=tuple(sorted(properties[KG + "lemma"])),
        evokes=next(iter(terms("evokes")), None),
        over=frozenset(terms("over")),
        arguments=arguments,
        gives=frozenset(terms("gives")),
        gives_unreal=next(iter(terms("givesUnreal")), None),
        gives_negated=next(iter(terms("givesNegated")), None),
        of_subject="true" in properties.get(KG + "ofSubject", ()),
        presupposes="true" in properties.get(KG + "presupposes", ()),
        with_date="true" in properties.get(KG + "withDate", ()),
        counts=next(iter(terms("counts")), None),
        counts_subject="true" in properties.get(KG + "countsSubject", ()),
        excludes=frozenset(properties.get(KG + "excludes", ())),
        only_with=frozenset(properties.get(KG + "onlyWith", ())),
        codes=tuple(sorted(properties.get(SKOS + "closeMatch", ()))),
    )


def _argument(properties: Properties, *, required: bool) -> SyntacticArgument:
    return SyntacticArgument(
        function=Function(properties[KG + "function"][0].removeprefix(KG)),
        role=Term(properties[KG + "role"][0].removeprefix(KG)),
        markers=frozenset(properties.get(KG + "marker", ())),
        filled_by=frozenset(Term(value.removeprefix(KG)) for value in properties.get(KG + "filledBy", ())),
        required=required,
    )
