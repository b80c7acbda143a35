"""Whether words between quotation marks are somebody's own, and no title, no name and no scare quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.attribution.cues import is_label, quotation_roots
from kg.grammar.syntax import FINITE, NOUN_SUBJECTS, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterable

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
QUALITIES = frozenset({"ADJ", "ADV", "VERB"})
WORDLESS = frozenset({"NOUN", "PROPN", "INTJ"})  # names of things, and "yes" votes
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
    if _is_title(quotation, doc, index.text) and not _is_cried(roots, index.knowledge.words):
        return False
    if _is_set_before_noun(quotation, doc):
        return False
    return cue.rule == "description" or not (len(roots) == 1 and _is_name(roots[0], quotation, index.knowledge.words))


def are_few_words(quotation: Quotation, cue: Cue, doc: Doc, words: Words) -> bool:
    """Say whether a word or two in small letters are somebody's own: called it "baseless", said "clear" rules help.

    They count where nothing longer is quoted. A name, or what is only "so-called", is not said; and nouns alone, the
    "road map", are words of the trade unless something is called so.
    """
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None or cue.rule not in {"clause", "description"}:
        return False
    inside = [token for token in span if (token.is_alpha or "-" in token.text) and token.pos_ != "CCONJ"]
    before = doc[max(span.start - NAMED, 0) : span.start].text.lower().split()
    said = 0 < len(inside) <= PREDICATE and all(token.text.islower() for token in inside)
    if not said or not words.speech.naming.isdisjoint(before):
        return False
    if _is_set_before_noun(quotation, doc) and not all(token.pos_ in QUALITIES for token in inside):
        return False
    wordless = all(token.pos_ in WORDLESS for token in inside)
    roots = quotation_roots(quotation, doc)
    if cue.rule == "description" and cue.verb is not None and any(_is_called(root, cue.verb, words) for root in roots):
        return True
    return not wordless and any(_is_in_clause(root, cue.verb, words) for root in roots)


def _is_called(root: Token, verb: Token, words: Words) -> bool:
    """Say whether words are what a verb calls something, or what of it: what they called his "hostile" policy.

    What something is called stands above the verb where "what he calls" is before it.
    """
    here = root
    while here.head.i not in {verb.i, here.i}:
        if is_label(here, words) or here.i == verb.head.i > verb.i:
            return True
        if here.dep_ not in {"conj", *MODIFIERS}:
            return False
        here = here.head
    return here.head.i == verb.i


def _is_in_clause(root: Token, verb: Token | None, words: Words) -> bool:
    """Say whether a word stands in the content of a verb of saying: its clause, what it calls something or tells of."""
    while verb is not None and root.head.i != root.i:
        if root.head.i == verb.i:
            told_of = root.dep_ == "obl" and marker_of(root) in words.prepositions.genitive
            return root.dep_ in PREDICATIVE or told_of or is_label(root, words)
        root = root.head
    return False


def _is_title(quotation: Quotation, doc: Doc, text: str) -> bool:
    """Say whether words are written like a title, in which only the smallest are in small letters and no verb is."""
    said = WORD.findall(quotation.words(text))
    inside = doc.char_span(quotation.start, quotation.end, alignment_mode="expand") or ()
    written = all(word[0].isupper() or len(word) < LONG_WORD for word in said) and said[-1][0].isupper()
    return written and not any(token.pos_ == "VERB" and token.text.islower() for token in inside)


def _is_cried(roots: Iterable[Token], words: Words) -> bool:
    return any(root.head.lemma_.lower() in words.speech.cries for root in roots)


def _is_set_before_noun(quotation: Quotation, doc: Doc) -> bool:
    """Say whether words modify the noun behind them: his “wait and see” approach, the “you collect, we buy” plan."""
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None or not 0 < span.start <= span.end < len(doc):
        return False
    before, after = doc[span.start - 1], doc[span.end]
    return after.pos_ == "NOUN" and (before.dep_ in BEFORE_NOUNS or before.tag_ == "POS")


def _is_predicate(root: Token) -> bool:
    """Say whether two words are a predicate, "very disappointed", or a clause, "We stay"."""
    below = {child.dep_ for child in root.children if abs(child.i - root.i) == 1}
    whole = root.tag_ in FINITE and not below.isdisjoint(NOUN_SUBJECTS)
    return root.dep_ in PREDICATIVE and (whole or any(child.dep_ in {"cop", "aux:pass"} for child in root.children))


def _is_name(root: Token, quotation: Quotation, words: Words) -> bool:
    """A noun phrase whose "the" stands outside the marks (the “coalition of the willing”), or part of a longer one."""
    if root.dep_ in MODIFIERS and root.head.idx >= quotation.end:
        return True
    the = words.function.definite_article
    articles = [child for child in root.children if child.lower_ in the and child.idx < quotation.start]
    return root.pos_ in {"NOUN", "PROPN"} and bool(articles) and not any(c.dep_ == "cop" for c in root.children)
