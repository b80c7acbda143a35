"""Who speaks by a verb of saying: its subject, whom a pronoun there means, or who stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution.clauses import speakers_of
from kg.extract.attribution.continued import of_one
from kg.extract.attribution.sources import agents_at, speakers_at
from kg.grammar.speech import speech_at
from kg.grammar.syntax import SUBJECTS
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.participants.mentions import MentionIndex
    from kg.extract.participants.reference import Reference
    from kg.grammar.quotation.frames import Frame
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

PERSON, SEVERAL = Term("Person"), "NNS"
NEAR = 4  # "said X", "X said", with a title between


def find_speakers(verb: Token, frame: Frame, index: MentionIndex, words: Words) -> tuple[Reference, ...]:
    """Return the agents who are the subject of a verb of saying, () when it is somebody without a name."""
    subjects = [token for token in speakers_of(verb, words) if not token.is_space][
        :1
    ]  # what is coordinated comes with it
    if not subjects and verb.tag_ == "VBG":
        governed = verb.head.i != verb.i and speech_at(verb.head, words) is not None
        return find_speakers(verb.head, frame, index, words) if governed else ()
    if not subjects:
        return _neighbours(verb, frame, index)
    found = [reference for token in subjects for reference in speakers_at(token, index, words)]
    told = any(token.dep_ == "obj" for token in subjects)  # "quotes a spokesman as saying": he speaks, whoever he is
    inherits = (verb.tag_ == "VBG" and not told) or any(token.tag_ == "PRP" for token in subjects)
    if not found and inherits:  # "said the blockade was cruel, urging a truce", "will suffer what it called “harm”"
        above = (who for clause in verb.ancestors for who in clause.children if who.dep_ in SUBJECTS)
        fitting = (who for who in above if not (who.tag_ == SEVERAL and _mean_one(subjects, words)))
        named = (speakers_at(who, index, words) for who in fitting)
        return next((found for found in named if found and _agree(subjects, found, index)), ())
    return tuple({reference.entity: reference for reference in found}.values())


def _agree(pronouns: Sequence[Token], named: Sequence[Reference], index: MentionIndex) -> bool:
    """Say whether pronouns may mean those who are named: "it" means no people, and nobody of one means several."""
    words = index.knowledge.words
    people = any(index.entities[reference.entity].kind == PERSON for reference in named)
    body = any(token.lower_ in words.pronouns.neuter_pronoun for token in pronouns)
    return not (body and people) and not (len(named) > 1 and _mean_one(pronouns, words))


def _mean_one(pronouns: Sequence[Token], words: Words) -> bool:
    return any(token.lower_ in of_one(words) for token in pronouns)


def _neighbours(verb: Token, frame: Frame, index: MentionIndex) -> tuple[Reference, ...]:
    """Who stands next to a verb whose subject the parser missed."""
    near = sorted(
        (token for token in frame.around(verb, NEAR) if token.i != verb.i and token.i in index.heads),
        key=lambda token: abs(token.i - verb.i),
    )
    return next((found for token in near if (found := agents_at(token, index))), ())
