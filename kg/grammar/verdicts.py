"""What somebody is declared to be by words of another language: "declared the envoy [persona] non grata"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import ANY_SUBJECTS

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
INSIDE = frozenset({"compound", "flat", "nmod:desc"})
FOREIGN = 3  # words of "persona non grata"


def restore_verdicts(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with each verdict said of the object right before it, which a parser took for part of it.

    A verb of declaring has its object and what that is (Quirk et al. 1985, 16.44), and words of another language are
    no name of anybody.
    """
    for noun in doc:
        if noun.lower_ not in words.function.verdict_noun or (verb := _declaring(noun)) is None:
            continue
        taken = any(child.dep_ in {"obj", "nsubj:pass"} and child.i < noun.i for child in verb.children)
        noun.pos_ = "NOUN"
        doc.attach(noun, verb, "xcomp")
        for part in doc[noun.i + 1 : noun.i + FOREIGN]:
            if part.sent == noun.sent and part.is_alpha and part.head.i <= part.i:
                doc.attach(part, noun, "flat")
        heads = [child for child in noun.lefts if child.dep_ in INSIDE and child.pos_ in NOUNS]
        if heads and not taken:
            _make_object(doc, noun, heads[-1], verb)
    return doc


def _declaring(noun: Token) -> Token | None:
    """Return the verb over a verdict, which stands before it."""
    verb = next((token for token in noun.ancestors if token.pos_ == "VERB"), None)
    return verb if verb is not None and verb.i < noun.i else None


def _make_object(doc: Doc, noun: Token, person: Token, verb: Token) -> None:
    """Hang who is declared something on the verb, with all that stands before him but his verdict."""
    doc.attach(person, verb, "obj")
    for child in noun.lefts:
        if verb.i < child.i < person.i and child.dep_ not in ANY_SUBJECTS:
            doc.attach(child, person, child.dep_)
