"""The words of a language: its lexicon, and the closed classes by what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.files import facts
from kg.knowledge.folding import fold
from kg.knowledge.lexicon import Lexicon, read_lexicon
from kg.knowledge.words.anaphors import AnaphorWords
from kg.knowledge.words.blasts import BlastWords
from kg.knowledge.words.endings import Endings, read_endings
from kg.knowledge.words.factuality import FactualityWords
from kg.knowledge.words.forms import read_forms
from kg.knowledge.words.function import FunctionWords
from kg.knowledge.words.joining import JoiningWords
from kg.knowledge.words.names import NameCustoms, read_name_customs
from kg.knowledge.words.negation import NegationWords
from kg.knowledge.words.numbers import NumberWords, read_number_words
from kg.knowledge.words.offices import OfficeWords
from kg.knowledge.words.persons import PersonWords
from kg.knowledge.words.prepositions import Prepositions, read_prepositions
from kg.knowledge.words.pronouns import PronounWords
from kg.knowledge.words.speech import SpeechWords, read_speech_words
from kg.knowledge.words.sport import SportWords
from kg.knowledge.words.stages import StageWords
from kg.knowledge.words.states import StateWords
from kg.knowledge.words.time import TimeWords, read_time_words
from kg.knowledge.words.weapons import WeaponWords

if TYPE_CHECKING:
    from kg.knowledge.files import Sources

FILE, FUNCTION, ANAPHORS = "en/offices.ttl", "en/function.ttl", "en/anaphors.ttl"
SPORT, NEGATION, FACTUALITY, BLASTS = "en/sport.ttl", "en/negation.ttl", "en/factuality.ttl", "en/blasts.ttl"
STAGES = "en/stages.ttl"


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All that is known of English; two are one only if they are the same object."""

    lexicon: Lexicon
    time: TimeWords
    numbers: NumberWords
    speech: SpeechWords
    prepositions: Prepositions
    names: NameCustoms
    persons: PersonWords
    offices: OfficeWords
    states: StateWords
    weapons: WeaponWords
    pronouns: PronounWords
    joining: JoiningWords
    function: FunctionWords
    anaphors: AnaphorWords
    sport: SportWords
    negation: NegationWords
    factuality: FactualityWords
    blasts: BlastWords
    stages: StageWords
    endings: Endings


def read_words(sources: Sources) -> Words:
    """Return the words of an ontology; raise OntologyError for a file, a class or an entry that is missing."""
    forms = facts(sources, FILE)
    return Words(
        lexicon=read_lexicon(sources),
        time=read_time_words(sources),
        numbers=read_number_words(sources),
        speech=read_speech_words(sources),
        prepositions=read_prepositions(sources),
        names=read_name_customs(sources),
        persons=read_forms(forms, PersonWords, FILE, fold=fold),
        offices=read_forms(forms, OfficeWords, FILE, fold=fold),
        states=read_forms(forms, StateWords, FILE, fold=fold),
        weapons=read_forms(forms, WeaponWords, FILE, fold=fold),
        pronouns=read_forms(forms, PronounWords, FILE, fold=fold),
        joining=read_forms(forms, JoiningWords, FILE, fold=fold),
        function=read_forms(facts(sources, FUNCTION), FunctionWords, FUNCTION, fold=fold),
        anaphors=read_forms(facts(sources, ANAPHORS), AnaphorWords, ANAPHORS, fold=fold),
        sport=read_forms(facts(sources, SPORT), SportWords, SPORT, fold=fold),
        negation=read_forms(facts(sources, NEGATION), NegationWords, NEGATION, fold=fold),
        factuality=read_forms(facts(sources, FACTUALITY), FactualityWords, FACTUALITY, fold=fold),
        blasts=read_forms(facts(sources, BLASTS), BlastWords, BLASTS, fold=fold),
        stages=read_forms(facts(sources, STAGES), StageWords, STAGES, fold=fold),
        endings=read_endings(sources),
    )
