"""What somebody says of a report: who "called reports of a strike a lie" denies that there was one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.speech import speech_at
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

DESCRIBES = Term("Describes")
CALLED, CONTENT = frozenset({"obj", "nsubj:pass", "iobj", "nsubj"}), frozenset({"acl", "acl:relcl", "ccomp"})
PREDICATIVE = frozenset({"NOUN", "ADJ", "PROPN"})


def is_called_false(noun: Token, words: Words) -> bool:
    """Say whether somebody calls a report something that it is where nothing is true in it: "called the claim a lie".

    Where the report is long a parser may take that for a second object inside it.
    """
    verb = noun.head
    if noun.dep_ not in CALLED or noun.lemma_.lower() not in words.speech.nouns or verb.i > noun.i:
        return False
    speech = speech_at(verb, words)
    if speech is None or speech.stance != DESCRIBES:
        return False
    return any(_is_false(word, words) for word in _said_of(noun))


def _said_of(noun: Token) -> Iterator[Token]:
    """What may be said of a report behind it: a complement of the verb, or the last word of the report."""
    yield from (child for child in noun.head.rights if child.i > noun.i and child.pos_ in PREDICATIVE)
    for clause in noun.rights:
        if clause.dep_ in CONTENT:
            yield from (child for child in clause.rights if child.right_edge.i == noun.right_edge.i)


def _is_false(word: Token, words: Words) -> bool:
    found = entries(words, word, EntryKind.OPERATOR) if word.pos_ in PREDICATIVE else ()
    return any(Factuality.NEGATED.value in entry.gives for entry in found)
