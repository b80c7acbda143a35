"""Dates in running text, and which of them belongs to which verb or event noun."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from kg.grammar.remembered import remembered
from kg.grammar.syntax import RELATIVE_TAGS, marker_of
from kg.grammar.time.calendar_days import LOOKING_AHEAD, read_date, read_nearest
from kg.grammar.time.date_grammar import find_readings
from kg.grammar.time.not_dates import POSSESSIVE_TAG, in_that_year, is_date, is_rough, is_told_by_another
from kg.grammar.time.offsets import unit_of
from kg.grammar.time.tense import is_imperative, looks_ahead, may_be_either
from kg.records import DateBasis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kg.grammar.time.readings import Reading
    from kg.grammar.tree import Doc, Span, Token
    from kg.knowledge.words import Words
    from kg.records import EventDate

DATING = frozenset(
    {"obj", "obl", "obl:tmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked", "nmod:poss", "nmod:desc"}
    | {"compound", "advmod", "appos", "nummod", "amod", "flat", "list", "dep", "parataxis"}
)
NOUN_TAGS = frozenset({"NN", "NNS"})  # of what a model takes for a verb by its coarser tag, too
NOUN_HOLDERS = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "obl:agent"})
SHARED = frozenset({"conj", "advcl", "acl"})
DEPTH, JOINT = 5, 4  # a date further away than this is the parser's mistake; ", and again on"
MODIFIERS = frozenset({"nmod:poss", "compound", "nummod", "amod", "nmod:unmarked", "nmod:desc", "nmod:tmod"})


class DateKind(StrEnum):
    """Whether a date is when something happened, or only where a stretch of time begins or ends."""

    POINT = "point"
    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class DateMention:
    """Tokens start..end (end exclusive) that name a date; `value` is None where the day, month or year is not sure.

    `of` is the token whose date it is where that was told by counting from another event, None where syntax tells.
    """

    start: int
    end: int
    value: EventDate | None
    kind: DateKind = DateKind.POINT
    of: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    """Dates of a text, found by where they stand or where the words are that they date.

    `told` are those that syntax gives their words, in order of the text, `starts` their first tokens; `counted` are the
    others by the tokens where they begin and those of the words that they date.
    """

    mentions: tuple[DateMention, ...]
    told: tuple[DateMention, ...]
    starts: tuple[int, ...]
    counted: tuple[tuple[int, int], ...]

    @classmethod
    def among(cls, mentions: Sequence[DateMention]) -> Self:
        """Return dates that are in order of the text, but for those that are counted."""
        told = tuple(mention for mention in mentions if mention.of is None)
        places = ((place, number) for number, m in enumerate(mentions) if m.of is not None for place in (m.start, m.of))
        return cls(tuple(mentions), told, tuple(mention.start for mention in told), tuple(sorted(places)))

    def __iter__(self) -> Iterator[DateMention]:
        """Yield the dates."""
        return iter(self.mentions)

    def near(self, sentence: Span) -> list[DateMention]:
        """Return the dates in a sentence, in whole or in part, and those of words of it, in turn."""
        first, last = sentence.start, sentence.end
        begun = bisect_left(self.starts, first)
        while begun and self.told[begun - 1].end > first:
            begun -= 1
        found = self.told[begun : bisect_left(self.starts, last)]
        counted = self.counted[bisect_left(self.counted, (first,)) : bisect_left(self.counted, (last,))]
        return [*found, *(self.mentions[number] for number in sorted({number for _, number in counted}))]

    def behind(self, end: int) -> Iterator[DateMention]:
        """Yield the dates that begin behind a token and that no other event counts, in turn."""
        return iter(self.told[bisect_right(self.starts, end) :])


def find_dates(doc: Doc, words: Words, *, published: date | None) -> Dates:
    """Return the dates of a parsed text in its order; without a day of publication only full dates have a value."""
    found: list[DateMention] = []
    for reading in find_readings(doc.text, words):
        span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
        if span is None or not is_date(reading, span, words):
            continue
        ahead = looks_ahead(span.root, words)
        ahead |= reading.form in LOOKING_AHEAD and is_imperative(span.root)
        if reading.form in LOOKING_AHEAD and not ahead:
            continue  # "in ten days" is how long it took
        last = found[-1].value if found else None
        told = in_that_year(reading, span, words, before=last)
        value = None if told is None else read_date(told, published=published, ahead=ahead)
        if told is not None and told.month is not None and may_be_either(span.root, words):
            value = read_nearest(told, published=published)
        if (reading.steps and is_rough(span, words)) or is_told_by_another(reading, span, words):
            value = None
        found.append(DateMention(span.start, span.end, value, _kind(reading, span, words)))
    return Dates.among(found)


def _kind(reading: Reading, span: Span, words: Words) -> DateKind:
    before = list(span.doc[max(span.start - 4, 0) : span.start])
    passed = (words.time.coincident, words.time.deictics)
    while before and (before[-1].pos_ == "DET" or any(before[-1].lower_ in listed for listed in passed)):
        before.pop()
    last = before[-1].lower_ if before else ""
    pair = " ".join(token.lower_ for token in before[-2:])
    if reading.until is not None or _modifies_what_follows(span):
        return DateKind.POINT
    if last in words.time.ranges and len(before) > 1 and unit_of(before[-2], words):
        return DateKind.UNTIL  # "in the three months to June"
    if last in words.time.since or pair in words.time.since:
        return DateKind.SINCE
    return DateKind.UNTIL if last in words.time.until or pair in words.time.until else DateKind.POINT


def _modifies_what_follows(span: Span) -> bool:
    """In "after Friday's call" the preposition governs the call."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if following is not None and following.tag_ == POSSESSIVE_TAG:
        return True
    root = span.root
    return root.dep_ in MODIFIERS and root.head.i >= span.end and root.head.pos_ in {"NOUN", "PROPN"}


def date_of(predicate: Token, dates: Dates, words: Words) -> DateMention | None:
    """Return the date that modifies a verb or event noun, None if the text gives none.

    An explicit date goes before one that counts from publication; a date of a governing verb serves its noun, one of
    a verb serves what is coordinated with it; dates of other clauses, and bounds such as "since May", serve nothing.
    """
    # No relation leaves the sentence.
    points = [mention for mention in dates.near(predicate.sent) if mention.kind is DateKind.POINT]
    if own := _own_date(predicate, points, words):
        return own
    if predicate.pos_ in {"NOUN", "PROPN"} or predicate.tag_ in NOUN_TAGS:
        return _date_of_governor(predicate, points, words)
    return _shared_date(predicate, points, words)


@remembered
def dates_of(predicate: Token, dates: Dates, words: Words) -> tuple[DateMention, ...]:
    """Return the date of a predicate and those coordinated with it ("talks on May 16 and June 2"), in order of text."""
    first = date_of(predicate, dates, words)
    if first is None:
        return ()
    found = [first]
    for mention in dates.behind(first.end):
        if mention.start - found[-1].end > JOINT or mention.start >= predicate.sent.end:
            break  # nor does any day of one sentence belong to what the sentence before tells
        if mention.start <= found[-1].end:
            continue
        between = predicate.doc[found[-1].end : mention.start]
        joined = all(token.dep_ in {"cc", "punct", "case", "advmod"} for token in between)
        if joined and mention.kind is DateKind.POINT and mention.start > found[-1].start:
            if (
                mention.value is not None
                and found[-1].value is not None
                and mention.value.value == found[-1].value.value
            ):
                continue  # "on Sunday (June 29)"
            if all(token.dep_ == "case" for token in between):
                found.pop()  # "overnight on Sunday" is one date, told by its second half
            found.append(mention)
    return tuple(found)


def _own_date(predicate: Token, dates: Sequence[DateMention], words: Words) -> DateMention | None:
    found = [mention for mention in dates if _reaches(mention, predicate, words)]
    found.sort(key=lambda mention: (_rank(mention, predicate), abs(mention.start - predicate.i)))
    return next(iter(found), None)


def _rank(mention: DateMention, predicate: Token) -> int:
    """Of a noun an explicit date goes first ("an overnight July 4 attack"), of a verb a day before a month or year.

    "Spoke today about the strikes of October 3" is of today, the nearest day.
    """
    if mention.value is not None and predicate.pos_ == "VERB":
        return 0 if mention.value.is_day else 1
    if mention.value is None:
        return 2
    return 0 if mention.value.basis is DateBasis.EXPLICIT else 1


def _reaches(mention: DateMention, predicate: Token, words: Words) -> bool:
    """Say whether a date hangs on the predicate itself or on a name or time of day that hangs on it."""
    token = predicate.doc[mention.start : mention.end].root
    if mention.of is not None:
        return mention.of == predicate.i
    if mention.start <= predicate.i < mention.end:
        return False
    for _ in range(DEPTH):
        head = token.head
        if head.i == token.i or token.dep_ not in DATING:
            return False
        if _is_recalled(token, words):
            return False
        if head.i == predicate.i:
            return token.i < mention.end or not _is_of_what_is_said(mention, head, words)
        if not _transparent(head, predicate, words):
            return False
        token = head
    return False


def is_recalled(token: Token, words: Words) -> bool:
    """Say whether words name what a later time looks back to: "on the anniversary of the [October 7] attack"."""
    here = token
    for _ in range(DEPTH):
        if _is_recalled(here, words):
            return True
        if here.dep_ not in DATING:
            return False
        here = here.head
    return False


def _is_recalled(token: Token, words: Words) -> bool:
    return token.head.lemma_ in words.time.commemorations and marker_of(token) in words.prepositions.genitive


def _is_of_what_is_said(mention: DateMention, verb: Token, words: Words) -> bool:
    """Say whether a year is that of what somebody speaks of, not of when he does: "blamed in the [2002] attacks"."""
    year = mention.value is not None and len(mention.value.value) == len("2002")
    return year and verb.pos_ == "VERB" and (verb.lemma_, "") in words.speech.verbs


def _transparent(token: Token, predicate: Token, words: Words) -> bool:
    """Say whether a date that the parser hung on this token may be of what the token hangs on.

    Names and times of day happen on no date; an oblique ("at the summit in The Hague on June 25") shares its date.
    """
    of_day = words.time.day_parts | words.time.coincident | words.time.clocks  # "by 1800 Kyiv time on July 4"
    if token.pos_ in {"PROPN", "NUM"} or token.lower_ in of_day:
        return True  # "in Paris on Friday", "on the morning of July 4", "late on Friday"
    place = token.dep_ in {"obl", "nmod"} and predicate.pos_ in {"VERB", "NOUN"}
    if predicate.pos_ == "VERB" and marker_of(token) in words.prepositions.genitive:
        return False  # "convicted of the 1988 bombing"
    return place and marker_of(token) in words.time.coincident


def _date_of_governor(noun: Token, dates: Sequence[DateMention], words: Words) -> DateMention | None:
    """The date of the verb that a noun is subject or object of; verbs of saying and judging date only themselves."""
    verb = noun.head
    if noun.dep_ == "compound" and verb.pos_ == "NOUN":
        return _own_date(verb, dates, words)  # "a 2002 ceasefire accord"
    while noun.dep_ == "conj" and verb.i != noun.i:
        noun, verb = verb, verb.head
    if noun.dep_ not in NOUN_HOLDERS or verb.pos_ != "VERB" or (verb.lemma_, "") in words.speech.verbs:
        return None
    if noun.dep_ == "obl" and marker_of(noun) not in words.time.coincident - words.prepositions.genitive:
        return None
    return _own_date(verb, dates, words) or _shared_date(verb, dates, words)


def _shared_date(verb: Token, dates: Sequence[DateMention], words: Words) -> DateMention | None:
    """Coordinated verbs share a date, and so does a participle with the clause that it belongs to."""
    if verb.dep_ in SHARED and _without_subject(verb) and (verb.dep_ == "conj" or verb.tag_ == "VBG"):
        if (verb.head.lemma_, "") in words.speech.verbs:
            return None
        return _own_date(verb.head, dates, words) or (
            _shared_date(verb.head, dates, words) if verb.head.i < verb.i else None
        )
    if verb.dep_ == "acl:relcl" and any(
        child.dep_ == "nsubj" and child.tag_ in RELATIVE_TAGS for child in verb.children
    ):
        return _own_date(verb.head, dates, words)  # "the July 3 strike that killed ten"
    for child in verb.children:
        anew = "aux" in child.labels or "aux:pass" in child.labels  # "has sent tanks and has promised jets this year"
        if child.dep_ == "conj" and child.pos_ == "VERB" and _without_subject(child) and not anew:
            found = _own_date(child, dates, words)
            if found is not None:
                return found
    return None


def _without_subject(verb: Token) -> bool:
    return not any(child.dep_.startswith(("nsubj", "csubj")) or child.dep_ == "mark" for child in verb.children)
