"""Conjunctions of time that parsers take for prepositions, and hang what follows apart: "after [a raid killed two]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import ANY_SUBJECTS, FINITE, marks_of

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words


def restore_conjunctions(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with conjunctions of time that a parser took for prepositions: "after a raid killed two".

    A finite verb with an object has a subject, and what stands right before it, with no comma between, is that.
    """
    for verb in doc:
        below = {child.dep_ for child in verb.children}
        if verb.tag_ not in FINITE or "obj" not in below or below & ANY_SUBJECTS:
            continue
        before = doc[max(verb.left_edge.i - 1, 0)]  # what a parser may have hung on a verb further left
        above = (before, *before.ancestors) if verb.dep_ == "advcl" and not marks_of(verb) else ()
        phrases = [word for word in (*verb.lefts, *above) if word.dep_ == "obl" and _touches(word, verb)]
        for phrase in phrases[:1]:
            mark = next((child for child in phrase.children if child.dep_ == "case"), None)
            if mark is not None and mark.lower_ in words.prepositions.conjunctive:
                doc.attach(verb, _verb_over(phrase if phrase in above else verb), "advcl")
                doc.attach(phrase, verb, "nsubj")
                for child in tuple(phrase.lefts):
                    if child.i < mark.i:  # "[hours] after a raid killed two"
                        doc.attach(child, verb, "obl:unmarked")
                doc.attach(mark, verb, "mark")
    return doc


def _touches(phrase: Token, verb: Token) -> bool:
    """Say whether nothing but adverbs stands between a phrase and the verb behind it."""
    return all(token.pos_ == "ADV" for token in verb.doc[phrase.right_edge.i + 1 : verb.i])


def _verb_over(token: Token) -> Token:
    return next((above for above in token.ancestors if above.pos_ == "VERB"), token.head)
