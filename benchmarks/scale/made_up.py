"""Records of a made-up archive of any size, without reading: real records with other names, days and words.

Number `n` is the same however many are asked for. A day has ARTICLES_A_DAY of them, so that an archive grows longer and
not denser. People, organizations and places are drawn as Zipf found words to be: a few are in most articles, and the
more articles there are, the more new names; their family names are drawn so as well, so that namesakes grow more. A
part of the articles tells again what one of the same days told, half of these in the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Final

import msgspec

from kg.periods import days_of, is_plain, is_week, week_of
from kg.records import DocumentRecord, MentionKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.records import Entity

ARTICLES_A_DAY: Final = 40
FIRST_DAY: Final = date(2022, 2, 24)
RETOLD: Final = 0.25
KEPT: Final = 0.5
"""Of the people whom everybody knows: they stay who they are in this share of the articles."""
SYLLABLES: Final = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
_NAME: Final = frozenset({"Person", "Organization", "Place"})
_WORD: Final = re.compile(r"\b[a-z]{4,}\b")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class _Story:
    """What an article tells: a template, whom it names, when, and whether in words of its own."""

    number: int
    template: int
    day: date
    own_words: bool


@dataclass(frozen=True, slots=True)
class _Edits:
    """Other words for spans of a text, in order, which do not overlap."""

    spans: tuple[Span, ...]
    words: tuple[str, ...]
    ends: tuple[int, ...]
    moved: tuple[int, ...]
    """By how many characters all behind each span moves."""

    def text(self, text: str) -> str:
        """Return a text with the other words."""
        at, parts = 0, []
        for span, words in zip(self.spans, self.words, strict=True):
            parts += [text[at : span.start], words]
            at = span.end
        return "".join((*parts, text[at:]))

    def place(self, at: int, *, end: bool) -> int:
        """Return where a place of the text is now; one in words that went is where the new ones begin or end."""
        before = bisect_right(self.ends, at)
        moved = self.moved[before - 1] if before else 0
        if before < len(self.spans) and self.spans[before].start < at:
            return self.spans[before].start + moved + (len(self.words[before]) if end else 0)
        return at + moved


def records(templates: Sequence[DocumentRecord], number: int) -> Iterator[DocumentRecord]:
    """Yield the first so many records that are made of the templates, all of which must have a date."""
    given = sorted(_given_names())
    for at in range(number):
        story = _story(at, len(templates))
        yield _told(templates[story.template], at, story, given)


def _story(at: int, templates: int) -> _Story:
    dice = Random(f"story {at}")  # noqa: S311 (a repeatable archive, not a secret)
    if at and dice.random() < RETOLD:
        first = _story(max(0, at - dice.randint(1, ARTICLES_A_DAY)), templates)
        return replace(first, own_words=dice.random() < 0.5)
    return _Story(at, at % templates, FIRST_DAY + timedelta(days=at // ARTICLES_A_DAY), own_words=False)


def _told(template: DocumentRecord, at: int, story: _Story, given: Sequence[str]) -> DocumentRecord:
    """Return the record of a story that is told in the words of a template."""
    dice = Random(f"names {story.number}")  # noqa: S311
    names = {
        number: name
        for number, entity in enumerate(template.entities)
        if (name := _name(entity, dice, given)) is not None
    }
    edits = _edits(template, names)
    document = template.document
    assert document.date is not None  # noqa: S101 (see records)
    moved = story.day - document.date
    plain = msgspec.to_builtins(replace(template, event_mentions=()))
    plain = _edited(plain, edits, moved, salt=story.number)
    text = edits.text(document.text)
    plain["document"] = {
        "id": f"{story.day:%Y/%m/%d}/{at:07d}",
        "text": _reworded(text, at) if story.own_words else text,
        "date": story.day.isoformat(),
        "title": document.title,
        "outlet": document.outlet,
        "url": f"https://news.example/{at}",
    }
    for number, name in names.items():
        entity = plain["entities"][number]
        family = name.split()[-1]
        entity.update(
            name=name if " " in entity["name"] else family, names=sorted({name, family}), reference=None, broader=None
        )
    return msgspec.convert(plain, DocumentRecord)


def _name(entity: Entity, dice: Random, given: Sequence[str]) -> str | None:
    """Return another name for an entity, None for one that keeps its own."""
    if entity.kind not in _NAME or (entity.reference is not None and dice.random() < KEPT):
        return None
    if entity.kind == "Person":
        return _person(_drawn(dice, 30, 0.6), tuple(given))
    word = _word(_drawn(dice, 20, 0.6)).capitalize()
    last = entity.name.split()[-1]
    return f"{word} {last}" if entity.kind == "Organization" and last.isalpha() else word


@lru_cache(maxsize=65536)
def _person(number: int, given: tuple[str, ...]) -> str:
    dice = Random(f"person {number}")  # noqa: S311
    first = given[min(_drawn(dice, 40, 1.0), len(given) - 1)]
    return f"{first.capitalize()} {_word(_drawn(dice, 100, 0.9)).capitalize()}"


def _drawn(dice: Random, near: int, decay: float) -> int:
    """Return a rank from 0 on that is drawn ever more rarely (Mandelbrot 1953); below `near` all nearly alike."""
    return int(near * ((1.0 - dice.random()) ** (-1 / decay) - 1))


def _word(number: int) -> str:
    """Return a word of its own for each number, with two syllables at least."""
    number, last = divmod(number, len(SYLLABLES))
    syllables = [SYLLABLES[last]]
    while number:
        number, last = divmod(number - 1, len(SYLLABLES))
        syllables.append(SYLLABLES[last])
    return "".join(reversed(syllables)) + ("ner" if len(syllables) == 1 else "n")


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    from kg.knowledge import load

    return frozenset(name for name in load().words.names.given_names if name.isalpha() and len(name) > 2)


def _edits(template: DocumentRecord, names: Mapping[int, str]) -> _Edits:
    """Return what the new names change in the text: each mention by a name, the full one where it had several words."""
    text, spans, words = template.document.text, [], []
    at = 0
    for mention in sorted(template.mentions, key=lambda mention: (mention.span, mention.entity)):
        name = names.get(mention.entity)
        if name is None or mention.kind is not MentionKind.NAME or mention.span.start < at:
            continue
        at = mention.span.end
        spans.append(mention.span)
        words.append(name if " " in text[mention.span.start : at] else name.split()[-1])
    longer = (len(new) - (span.end - span.start) for span, new in zip(spans, words, strict=True))
    return _Edits(tuple(spans), tuple(words), tuple(span.end for span in spans), tuple(accumulate(longer)))


def _edited(plain: object, edits: _Edits, moved: timedelta, *, salt: int) -> object:
    """Return plain data of a record with its places, days and quotations changed."""
    if isinstance(plain, list | tuple):
        return [_edited(each, edits, moved, salt=salt) for each in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.keys() == {"start", "end"}:
        return {"start": edits.place(plain["start"], end=False), "end": edits.place(plain["end"], end=True)}
    if plain.keys() == {"value", "basis"}:
        return {"value": _later(plain["value"], moved), "basis": plain["basis"]}
    quote = {"quote": f"{_word(salt)} {plain['quote']}"} if plain.get("quote") else {}
    return {name: _edited(value, edits, moved, salt=salt) for name, value in plain.items()} | quote


def _later(period: str, moved: timedelta) -> str:
    """Return a period so many days later, a month or a year as those of its first day."""
    if _DAY.search(period):
        return _DAY.sub(lambda day: (date.fromisoformat(day[0]) + moved).isoformat(), period)
    if is_week(period):
        return week_of(days_of(period).first + moved)
    if not is_plain(period):
        return period
    return (days_of(period).first + moved).isoformat()[: len(period)]


def _reworded(text: str, salt: int) -> str:
    """Return a text of which each word in small letters is another one of its length, as another writer has it."""
    dice = Random(f"words {salt}")  # noqa: S311
    other = str.maketrans(dict(zip(letters := "bcdfghklmnprstvz", dice.sample(letters, len(letters)), strict=True)))
    return _WORD.sub(lambda word: word[0].translate(other), text)
