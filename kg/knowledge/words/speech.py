"""The English words of saying, with the stance that each expresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG
from kg.knowledge.words.entries import broken, members
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.files import Sources

FILE = "en/speech.ttl"


@dataclass(frozen=True, slots=True, eq=False)
class SpeechWords:
    """Words of saying with their stance (a kg:Stance): verbs by lemma and particle ("" for none), nouns by lemma.

    `heads` are the lemmas of the verbs, `naming` words behind which quotation marks hold a name, `deeds` verbs that say
    nothing with a noun as object, `charges` nouns behind which they hold what somebody is charged with, `cries` verbs
    whose object is always said, `uttering` verbs of which one of the nouns `uttered` as object tells that words follow.
    """

    verbs: Mapping[tuple[str, str], Term]
    heads: frozenset[str]
    nouns: Mapping[str, Term]
    prepositions: frozenset[str]
    naming: frozenset[str]
    deeds: frozenset[str]
    charges: frozenset[str]
    cries: frozenset[str]
    uttering: frozenset[str]
    uttered: frozenset[str]


def read_speech_words(sources: Sources) -> SpeechWords:
    """Return the words of saying of an ontology; raise OntologyError if it has none."""
    graph = facts(sources, FILE)
    verbs: dict[tuple[str, str], Term] = {}
    nouns: dict[str, Term] = {}
    prepositions: set[str] = set()
    try:
        for properties in members(graph, "SpeechEntry"):
            stance = Term(properties[KG + "stance"][0].removeprefix(KG))
            part_of_speech = properties[KG + "partOfSpeech"][0].removeprefix(KG)
            for lemma in properties[KG + "lemma"]:
                if part_of_speech == "Verb":
                    head, _, particle = lemma.partition(" ")
                    verbs[head, particle] = stance
                elif part_of_speech == "Noun":
                    nouns[lemma] = stance
                else:
                    prepositions.add(lemma)
        classes = ("NamingWord", "DeedVerb", "ChargeNoun", "CryingVerb", "UtteringVerb", "UtteredNoun")
        forms = [frozenset(graph[KG + name][KG + "form"]) for name in classes]
    except KeyError as error:
        raise broken(FILE, error) from error
    heads = frozenset(lemma for lemma, _ in verbs)
    return SpeechWords(verbs, heads, nouns, frozenset(prepositions), *forms)
