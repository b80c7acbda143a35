"""Downtoners of two words before a verb: what somebody "all but did" parsers take for something beside "all"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import FINITE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token

PRONOMINAL, CONJUNCTION, PARTICIPLE = "DT", "CC", "VBN"
VERBAL = FINITE | {PARTICIPLE, "VB"}
UNJOINED = frozenset({"advmod", "det", "dep"})


def join_downtoners(doc: Doc) -> None:
    """Make of a determiner and a conjunction right before a verb one adverb of that, in place: "[all but] fell".

    Nothing is joined to a determiner that is no part of a clause. What the verb was taken to go on with is its subject
    or auxiliary (Quirk et al. 1985, 8.111).
    """
    for determiner in doc.tokens[:-2]:
        conjunction, verb = determiner.nbor(), determiner.nbor(2)
        if determiner.tag_ != PRONOMINAL or conjunction.tag_ != CONJUNCTION or verb.tag_ not in VERBAL:
            continue
        if verb.pos_ == "VERB" and determiner.dep_ in UNJOINED and conjunction.head is verb:
            _raise(verb, determiner, doc)
            doc.attach(determiner, verb, "advmod")
            doc.attach(conjunction, determiner, "fixed")


def _raise(verb: Token, determiner: Token, doc: Doc) -> None:
    """Put a verb in the place of the subject or auxiliary that it hangs on as if it were coordinated with it."""
    below = verb.head
    if below is determiner:
        below = determiner.head
    if verb.dep_ != "conj" or below is verb or below.i > verb.i:
        return
    above, label = below.head, below.dep_
    if above is below:
        doc.free(verb)
    else:
        doc.attach(verb, above, label)
    auxiliary = below.pos_ in {"VERB", "AUX"}
    for child in [child for child in below.children if auxiliary or child.i > determiner.i]:
        doc.attach(child, verb, child.dep_)
    doc.attach(below, verb, "aux" if auxiliary else "nsubj")
