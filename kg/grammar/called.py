"""What somebody says of a report or of what is told: "called reports of a strike a lie", "which Beijing denies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.speech import speech_at
from kg.grammar.syntax import is_behind
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

DESCRIBES, DENIES, REJECTION = Term("Describes"), Term("Denies"), Term("Rejection")
NOMINAL = frozenset({"obj", "iobj", "obl", "nmod", "conj", "flat", "obl:agent", "appos", "nmod:poss", "compound"})
RELATIVE = "WDT"
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


def denied_behind(predicate: Token, words: Words) -> Token | None:
    """Return the verb of a clause that denies all of the clause before it: "sent arms to Mali, [which] Beijing denies".

    A parser hangs it on the last noun; who or what has a name cannot be denied. Where somebody claims what the clause
    tells it stays a claim, and who "rejects" something may only be against it.
    """
    if predicate.pos_ != "VERB" or any(speech_at(above, words) is not None for above in predicate.ancestors):
        return None
    if speech_at(predicate, words) is not None:
        return None
    behind = predicate.doc[predicate.i + 1 : predicate.right_edge.i + 1]
    return next((word for word in behind if _denies_all(word, words) and _told_by(word.head) is predicate), None)


def _denies_all(verb: Token, words: Words) -> bool:
    speech = speech_at(verb, words) if verb.dep_ == "acl:relcl" else None
    if speech is None or speech.stance != DENIES:
        return False
    which = any(child.tag_ == RELATIVE and child.dep_ == "obj" for child in verb.children)
    rejects = any(entry.evokes == REJECTION for entry in entries(words, verb, EntryKind.EVENT))
    noun = verb.head
    told = noun.lemma_.lower() in words.speech.nouns or bool(entries(words, noun, EntryKind.EVENT))
    if told and noun.dep_ == "appos":  # "shelled Tine, a charge [that] Chad denies"
        return not rejects and (which or "obj" not in verb.labels)
    return which and not rejects and not told and is_behind(",", verb.left_edge)


def _told_by(noun: Token) -> Token:
    """The verb whose clause, over nouns alone, a noun stands in."""
    while noun.dep_ in NOMINAL and noun.head.i != noun.i:
        noun = noun.head
    return noun
