"""Words for two without their names: "the two spoke", "both agreed", "the two countries"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.grammar.syntax import NOUN_SUBJECTS, is_definite, marker_of
from kg.records import MentionKind
from kg.resolve.context import word_keys
from kg.resolve.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.grammar.tree import Span, Token
    from kg.knowledge.words import Words
    from kg.resolve.context import Context

OBJECTS = frozenset({"obj", "iobj"})
PAIR = 2
BODIES = frozenset({"Country", "Organization"})


def find_pairs(context: Context, found: Iterable[Found]) -> Iterator[Found]:
    """Yield both members of each pair: the only two people, or countries, of the sentence that named some last.

    Leaders by their office ("the two presidents") are found with the other nominals.
    """
    named = sorted((item for item in found if item.kind is not MentionKind.GENERIC), key=lambda item: item.start)
    taken = {(item.start, item.end) for item in named}
    counted = context.words.joining.pair_word
    for token in context.doc:
        if _parts_them(context, token) and (token.idx, token.idx + len(token)) not in taken:
            yield from _joined(context, token, named)
        may_count = token.pos_ == "NOUN" or token.lower_ in counted
        kind = _kind(context, token) if may_count else None
        if kind is None:
            continue
        phrase = context.doc[_first(token, context.words) : token.i + 1]
        begin, stop = phrase.start_char, phrase.end_char
        if any(start < stop and begin < end for start, end in taken):
            continue
        kinds = BODIES if _are_sides(context, token) else {kind}
        of_kind = [item for item in named if item.identity.kind in kinds and not _does_it_to_them(context, token, item)]
        pair = _last_two(context, phrase, of_kind)
        if kinds is BODIES and _has_rivals(context, phrase, of_kind, pair):
            pair = _opposed(context, phrase, of_kind)
        if kinds is BODIES and _speaks_for_one(context, token, named, pair):
            pair = []
        for item in pair:
            yield Found(phrase.start_char, phrase.end_char, item.identity, MentionKind.NOMINAL, "pair")


def _parts_them(context: Context, token: Token) -> bool:
    """Whether a pronoun is for two sides: "a truce between [them]"."""
    theirs = token.tag_ == "PRP" and token.lower_ in context.words.pronouns.pair_pronoun
    return theirs and marker_of(token) in context.words.prepositions.complete


def _joined(context: Context, pronoun: Token, named: Sequence[Found]) -> Iterator[Found]:
    """Yield the two that the sentence before a pronoun names together, if it so names no others."""
    phrase = context.doc[pronoun.i : pronoun.i + 1]
    for kinds in (BODIES, {"Person"}):
        pair = _last_two(context, phrase, [item for item in named if item.identity.kind in kinds])
        spans = [span for item in pair if (span := context.tokens_of(item)) is not None]
        if len(spans) == PAIR and spans[1].root.dep_ == "conj" and spans[1].root.head.i == spans[0].root.i:
            for item in pair:
                yield Found(phrase.start_char, phrase.end_char, item.identity, MentionKind.PRONOUN, "pair")
            return


def _does_it_to_them(context: Context, token: Token, item: Found) -> bool:
    """Say whether a mention is the subject of a verb whose object the two are: "and Chad urged both sides to wait"."""
    subjects = [child for child in token.head.children if child.dep_ in NOUN_SUBJECTS]
    span = context.tokens_of(item) if token.dep_ in OBJECTS and subjects else None
    return span is not None and any(span.start <= subject.i < span.end for subject in subjects)


def _are_sides(context: Context, token: Token) -> bool:
    return not word_keys(token).isdisjoint(context.words.anaphors.side_noun)


def _speaks_for_one(context: Context, side: Token, named: Iterable[Found], pair: Iterable[Found]) -> bool:
    """Whether one of the pair, or somebody of that country, says it to the sides: "A US envoy urged both sides"."""
    speakers = {token.i for token in side.head.children if token.dep_ in NOUN_SUBJECTS and token.i < side.i}
    ours = [item.identity for item in named if (span := context.tokens_of(item)) and span.root.i in speakers]
    return not {item.identity.key for item in pair}.isdisjoint({key for own in ours for key in (own.key, own.country)})


def _kind(context: Context, token: Token) -> str | None:
    """Return the class of which the token says "two": people where it stands alone as a subject."""
    words = context.words
    if token.lower_ in words.joining.pair_word:
        alone = token.dep_ in NOUN_SUBJECTS and (
            token.lower_ in words.function.alone_for_two or _has_article(token, words)
        )
        return "Person" if alone and not any(child.dep_ in {"nmod", "conj"} for child in token.children) else None
    if token.pos_ != "NOUN":
        return None
    counts = [child.lower_ for child in token.children if child.lower_ in words.joining.pair_word]
    if not counts:
        return None
    owned = any(child.dep_ == "nmod:poss" for child in token.children)
    known = owned or is_definite(token, words) or not words.function.alone_for_two.isdisjoint(counts)
    if not known:
        return None  # "two officials said" is whoever they are
    if not word_keys(token).isdisjoint(words.joining.pair_people):
        return "Person"
    return "Country" if not word_keys(token).isdisjoint(words.joining.pair_states) else None


def _has_article(token: Token, words: Words) -> bool:
    return any(child.lower_ in words.function.definite_article for child in token.children)


def _first(token: Token, words: Words) -> int:
    """Return where the phrase begins, without the article."""
    articles = words.function.definite_article
    before = (child for child in token.lefts if child.lower_ not in articles and child.dep_ != "case")
    return min([token.i, *(child.i for child in before)])


def _last_two(context: Context, phrase: Span, named: list[Found]) -> list[Found]:
    """Return the two that the sentence, else the nearest one before that names any, names; none when it has more."""
    start = phrase.sent.start_char
    here = [item for item in named if start <= item.start and item.end <= phrase.start_char]
    before = [item for item in named if item.end <= start]
    if len({item.identity.key for item in here}) < 2 and before:
        last = context.doc.char_span(before[-1].start, before[-1].end, alignment_mode="expand")
        if last is None or context.document.text.count("\n\n", last.end_char, phrase.start_char) > 1:
            return []
        here = [item for item in before if item.start >= last.sent.start_char]
    both = {item.identity.key: item for item in here if not _is_inside(item, here)}
    return list(both.values()) if len(both) == 2 else []


def _has_rivals(context: Context, phrase: Span, named: Sequence[Found], pair: Sequence[Found]) -> bool:
    """Whether another sentence of the paragraph names two others who may be the sides."""
    begin = context.document.text.rfind("\n\n", 0, phrase.start_char)
    sentences: defaultdict[int, set[str]] = defaultdict(set)
    for item in named:
        span = context.tokens_of(item)
        if span is not None and begin < item.start < phrase.start_char:
            sentences[span.sent.start].add(item.identity.key)
    own = {item.identity.key for item in pair}
    return any(len(others) == 2 and own.isdisjoint(others) for others in sentences.values())


def _opposed(context: Context, phrase: Span, named: Sequence[Found]) -> list[Found]:
    """Return the only two of the paragraph that a sentence before says to fight or talk: "Peru and Chile clashed"."""
    begin = context.document.text.rfind("\n\n", 0, phrase.start_char)
    fields: defaultdict[int, dict[str, Found]] = defaultdict(dict)
    for item in named:
        span = context.tokens_of(item)
        if span is None or not begin < item.start < phrase.start_char or span.sent.start == phrase.sent.start:
            continue
        if any(not word_keys(token).isdisjoint(context.words.joining.opposing_verb) for token in span.sent):
            fields[span.sent.start].setdefault(item.identity.key, item)
    pairs = {frozenset(field): list(field.values()) for field in fields.values() if len(field) == 2}
    return next(iter(pairs.values())) if len(pairs) == 1 else []


def _is_inside(item: Found, others: Iterable[Found]) -> bool:
    """Whether the mention is part of a longer one: "Israeli" in "Israeli troops"."""
    longer = (other for other in others if other.start <= item.start and item.end <= other.end)
    return any(other.identity != item.identity for other in longer)
