"""Who goes on speaking under a pronoun: "Police say a bomb exploded. [They] say it hurt ten"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.grammar.speech import speech_at
from kg.grammar.syntax import PLURAL
from kg.knowledge.lexicon import Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

MAIN = frozenset({"ROOT", "root", "parataxis"})
REACH = 4
"""How many sentences back a speaker is looked for."""


def is_of_others(pronoun: Token, words: Words) -> bool:
    """Say whether a token is a pronoun for somebody who neither speaks nor is spoken to: "they", "she"."""
    return pronoun.lower_ in words.pronouns.pair_pronoun or pronoun.lower_ in of_one(words)


def speaker_before(pronoun: Token, words: Words) -> Token | None:
    """Return the noun for those who speak in the sentences before under the number of a pronoun, None if nobody does.

    Somebody with a name who speaks in between ends the search: who goes on then is open.
    """
    several = pronoun.lower_ not in of_one(words)
    before = pronoun.sent.start
    for _ in range(REACH):
        if before == 0:
            return None
        speakers = list(_speaking(pronoun.doc, before - 1, words))
        noun = next((token for token in speakers if token.pos_ == "NOUN"), None)
        if noun is not None:
            return noun if (noun.tag_ in PLURAL) == several else None
        if any(not is_of_others(token, words) for token in speakers):
            return None
        before = pronoun.doc[before - 1].sent.start
    return None


def of_one(words: Words) -> frozenset[str]:
    """Return the pronouns for one who neither speaks nor is spoken to."""
    pronouns = words.pronouns
    return pronouns.male_pronoun | pronouns.female_pronoun | pronouns.neuter_pronoun


def _speaking(doc: Doc, inside: int, words: Words) -> Iterator[Token]:
    """The subjects of the verbs of saying on which a sentence hangs, or that stand beside it."""
    for token in doc[inside].sent:
        if token.dep_ in MAIN and speech_at(token, words) is not None:
            yield from (f.token for f in verb_fillers(token, words) if f.function is Function.SUBJECT)
