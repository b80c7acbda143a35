"""Whether words between quotation marks are somebody's own, and no title, no name and no scare quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.attribution.cues import quotation_roots

if TYPE_CHECKING:
    from kg.extract.attribution.cues import Cue
    from kg.extract.participants.mentions import MentionIndex
    from kg.grammar.quotation.marks import Quotation
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

ENOUGH = 3  # words: shorter quotations are mostly scare quotes and names
LONG_WORD = 4  # letters: shorter words are in small letters in a title
PREDICATE = 2  # words: enough for "was “very disappointed”"
NAMED = 4  # tokens before a name in quotes: the so-called “green zone”
WORD = re.compile(r"\w[\w’'-]*")
MODIFIERS = frozenset({"amod", "compound", "nmod:desc", "nummod"})
BEFORE_NOUNS = frozenset({"amod", "det", "nmod:poss"})
PREDICATIVE = frozenset({"ccomp", "xcomp", "parataxis"})


def length(quotation: Quotation, text: str) -> int:
    """How many words there are between white space: an address of the web is one."""
    return sum(WORD.search(word) is not None for word in quotation.words(text).split())


def is_worth(quotation: Quotation, cue: Cue, doc: Doc, index: MentionIndex) -> bool:
    """Say whether a quotation tells something: no title, no name in scare quotes, no adjective set before a noun."""
    count = length(quotation, index.text)
    roots = quotation_roots(quotation, doc)
    if count < ENOUGH:
        return count == PREDICATE and any(_is_predicate(root) for root in roots) and cue.rule == "clause"
    if _is_title(quotation, doc, index.text):
        return False
    if _is_set_before_noun(quotation, doc):
        return False
    return cue.rule == "description" or not (len(roots) == 1 and _is_name(roots[0], quotation, index.knowledge.words))


def are_few_words(quotation: Quotation, cue: Cue, doc: Doc, words: Words) -> bool:
    """Say whether two words in small letters are somebody's own: said "additional security" had allowed it to open.

    They count where nothing longer is quoted; a name or what is only "so-called" is not said, and one word too little.
    """
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None or cue.rule not in {"clause", "description"} or not 0 < len(quotation.parts) < ENOUGH:
        return False
    roots = quotation_roots(quotation, doc)
    label = cue.rule == "description" and any(root.pos_ == "NOUN" for root in roots)
    if not label and not any(_is_in_clause(root, cue.verb) for root in roots):
        return False
    inside = [token for token in span if token.is_alpha or "-" in token.text]
    before = doc[max(span.start - NAMED, 0) : span.start].text.lower().split()
    said = len(inside) == PREDICATE and all(token.text.islower() for token in inside)
    return said and words.speech.naming.isdisjoint(before) and not _is_set_before_noun(quotation, doc)


def _is_in_clause(root: Token, verb: Token | None) -> bool:
    """Say whether a word stands in the clause that is the content of a verb of saying."""
    while verb is not None and root.head.i != root.i:
        if root.head.i == verb.i:
            return root.dep_ in PREDICATIVE
        root = root.head
    return False


def _is_title(quotation: Quotation, doc: Doc, text: str) -> bool:
    """Say whether words are written like a title, in which only the smallest are in small letters and no verb is."""
    said = WORD.findall(quotation.words(text))
    inside = doc.char_span(quotation.start, quotation.end, alignment_mode="expand") or ()
    written = all(word[0].isupper() or len(word) < LONG_WORD for word in said) and said[-1][0].isupper()
    return written and not any(token.pos_ == "VERB" and token.text.islower() for token in inside)


def _is_set_before_noun(quotation: Quotation, doc: Doc) -> bool:
    """Say whether words modify the noun behind them: his “wait and see” approach, the “you collect, we buy” plan."""
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None or not 0 < span.start <= span.end < len(doc):
        return False
    before, after = doc[span.start - 1], doc[span.end]
    return after.pos_ == "NOUN" and (before.dep_ in BEFORE_NOUNS or before.tag_ == "POS")


def _is_predicate(root: Token) -> bool:
    return root.dep_ in PREDICATIVE and any(child.dep_ in {"cop", "aux:pass"} for child in root.children)


def _is_name(root: Token, quotation: Quotation, words: Words) -> bool:
    """A noun phrase whose "the" stands outside the marks (the “coalition of the willing”), or part of a longer one."""
    if root.dep_ in MODIFIERS and root.head.idx >= quotation.end:
        return True
    the = words.function.definite_article
    articles = [child for child in root.children if child.lower_ in the and child.idx < quotation.start]
    return root.pos_ in {"NOUN", "PROPN"} and bool(articles) and not any(c.dep_ == "cop" for c in root.children)
