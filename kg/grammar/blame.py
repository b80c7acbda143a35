"""Who is blamed, behind what for: "put the blame for the raid on Gao on [Chad]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, Function
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

ACCUSATION, TARGET = Term("Accusation"), Term("target")
THINGS, PHRASES = frozenset({"obj", "obl", "nsubj:pass"}), frozenset({"nmod", "nmod:poss"})


def restore_blamed(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with who is blamed hung on the verb, which a parser hung on what he is blamed for.

    A verb that takes whom it blames behind a preposition, "put the blame on", has him behind the last one.
    """
    for verb in doc:
        markers = blaming(verb, words) if verb.pos_ == "VERB" else frozenset()
        if not markers or any(child.dep_ == "obl" and marker_of(child) in markers for child in verb.rights):
            continue
        below = [word for word in doc[verb.i + 1 : verb.right_edge.i + 1] if _is_of_thing(word, verb)]
        phrases = [word for word in below if word.ent_type_ and marker_of(word) in markers]
        if phrases:
            doc.attach(phrases[-1], verb, "obl")
    return doc


def blaming(verb: Token, words: Words) -> frozenset[str]:
    """Return the prepositions before whom a verb lays the blame on that is its object: "laid the blame [on]"."""
    found = [entry for entry in entries(words, verb, EntryKind.SUPPORT) if ACCUSATION in entry.over]
    things = [child for child in verb.children if child.dep_ in THINGS]
    if not any(e.evokes == ACCUSATION for thing in things for e in entries(words, thing, EntryKind.EVENT)):
        return frozenset()
    arguments = (argument for entry in found for argument in entry.arguments)
    blamed = (a for a in arguments if a.function is Function.OBLIQUE and a.role == TARGET)
    return frozenset().union(*(argument.markers for argument in blamed))


def _is_of_thing(word: Token, verb: Token) -> bool:
    """Say whether a phrase hangs, over nouns alone, on what the verb governs."""
    while word.dep_ in PHRASES:
        word = word.head
    return word.dep_ in THINGS and word.head.i == verb.i
