"""Recorded sentences, and what becomes of them when words, tags, heads, names and events are changed at random."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc as Parsed

from kg.grammar.parses import tree_of
from kg.grammar.repairs import repaired
from kg.ingest import read
from kg.language.labels import ENTITY_TYPES, EVENT_CLASSES, FACTUALITIES, ROLE_COLUMNS, STATUSES
from kg.language.predicted import EVENTS, SPANS
from kg.records import Document

if TYPE_CHECKING:
    from spacy.language import Language

    from benchmarks.reliability.fuzzing.choices import Choices
    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge

ROOT = Path(__file__).parents[3]
LABELS = json.loads((ROOT / "kg/language/model/encoder/labels.json").read_text(encoding="utf-8"))
BLANK = spacy.blank("en")
EVERY = 10
"""Of the minimal pairs, which are many, one in so many is recorded."""
_ODD = (
    "“ ” ‘ ’ \" ' ( ) [ ] { } - – — : ; , . ? ! … / % $ € £ # @ & * ° ½ ² ٣ ⅷ x İ ß ﬁ e\u0301 🇺🇦 \u200b Київ 北京 مكة "
    "0 1 -1 00 007 1e9 1e400 99999999999999999999 3.14 1,000 1,00 1/0 1/2 24/7 12:60 25:00 1990s '90s 31st 2nd "
    "February 30 December 9999 0000 Sept. Mon. May March noon midnight yesterday tomorrow tonight ago later next "
    "dozen dozens hundred thousand million billion trillion half quarter couple several no none all both either "
    "she he they it who which that whose himself the a an not n't 's never to from by with in on at of and or "
    "President Prime Minister Mr. Mrs. Dr. Sir Lord Queen General Foreign Secretary Ambassador Jr. III van bin al- "
    "Trump Putin Biden Zelenskyy Iran Israel Gaza Washington Kremlin NATO EU UN U.S. Britain's Kyiv Georgia Jordan "
    "HIMARS Patriot F-16 S-300 drones missile tanks soldiers gunmen people"
)
ODD = ("\n", "\n\n", "\t", "\u00a0", *_ODD.split(" "))


@dataclass(frozen=True, slots=True)
class Word:
    """A token as a network reads it; `head` counts from itself."""

    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    name: str = ""
    space: bool = True


@dataclass(frozen=True, slots=True)
class Recorded:
    """A sentence and what the network takes for its events, in the numbers of kg.language.events."""

    words: tuple[Word, ...]
    events: tuple[Any, ...]


def texts(knowledge: Knowledge) -> list[str]:
    """Return the articles of seeds/ and one in EVERY of the sentences of the minimal pairs."""
    articles = [document.text for document in read([ROOT / "seeds"], knowledge.boilerplate, on_problem=_fail)]
    pairs: list[str] = []
    for table in sorted((ROOT / "benchmarks/pairs").glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as rows:
            pairs += [row["sentence"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)][::EVERY]
    return articles + pairs


def _fail(problem: Exception) -> None:
    raise problem


def recorded(nlp: Language, knowledge: Knowledge) -> list[Recorded]:
    """Return what the network says of each of their sentences."""
    found = []
    for doc in nlp.pipe(texts(knowledge)):
        found += [_recorded(doc, sent.start, sent.end) for sent in doc.sents]
    return found


def _recorded(doc: Parsed, start: int, end: int) -> Recorded:
    words = [
        Word(t.text, t.lemma_, t.pos_, t.tag_, str(t.morph), t.head.i - t.i, t.dep_, _name(t), bool(t.whitespace_))
        for t in doc[start:end]
    ]
    rows = [row for row in doc.user_data[EVENTS] if start <= row[0] < end]
    moved = [
        (row[0] - start, *row[1:-1], [[a - start, b - start, c - start, *rest] for a, b, c, *rest in row[-1]])
        for row in rows
    ]
    return Recorded(tuple(words), tuple(moved))


def _name(token: Any) -> str:
    return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"


def article(choices: Choices, told: list[Recorded]) -> tuple[Document, Doc]:
    """Return a document of one to four changed sentences, and its tree."""
    sentences = [_changed(choices, choices.one(told), told) for _ in range(1 + choices.below(4))]
    words: list[Word] = []
    events: list[Any] = []
    for sentence in sentences:
        for trigger, *rest, arguments in sentence.events:
            here = len(words)
            placed = [[head + here, start + here, end + here, *more] for head, start, end, *more in arguments]
            events.append([trigger + here, *rest, placed])
        words += sentence.words
    parsed = _parsed(words)
    parsed.user_data[EVENTS] = sorted(events)
    parsed.spans[SPANS] = []
    day = (None, date(2025, 7, 4), date(1000, 1, 1), date(2999, 12, 31))[choices.below(4)]
    title = (None, "Talks", words[0].text)[choices.below(3)]
    return Document("fuzzed", parsed.text, date=day, title=title), repaired(tree_of(parsed))


def _parsed(words: list[Word]) -> Parsed:
    return Parsed(
        BLANK.vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        lemmas=[word.lemma for word in words],
        pos=[word.pos for word in words],
        tags=[word.tag for word in words],
        morphs=[word.morph for word in words],
        heads=[number + word.head for number, word in enumerate(words)],
        deps=[word.dep for word in words],
        ents=_names(words),
    )


def _names(words: list[Word]) -> list[str]:
    """Return the names of the words so that none goes on that has not begun."""
    names: list[str] = []
    for word in words:
        goes_on = word.name.startswith("I-") and names and names[-1][2:] == word.name[2:]
        names.append(word.name if goes_on or not word.name.startswith("I-") else f"B-{word.name[2:]}")
    return names


def _changed(choices: Choices, sentence: Recorded, told: list[Recorded]) -> Recorded:
    words, events = list(sentence.words), list(sentence.events)
    for _ in range(choices.below(8)):
        _change(choices, words, events, told)
    whole = [event for event in events if _fits(event, len(words))]
    triggers = {event[0]: event for event in whole}
    return Recorded(tuple(words), tuple(triggers.values()))


def _fits(event: Any, length: int) -> bool:
    return event[0] < length and all(0 <= start <= head < end <= length for head, start, end, *_ in event[-1])


def _change(choices: Choices, words: list[Word], events: list[Any], told: list[Recorded]) -> None:  # noqa: C901 (one case a change)
    what, at = choices.below(10), choices.below(len(words))
    word = words[at]
    match what:
        case 0 | 1:  # another word in its place, as it stands elsewhere
            other = choices.one(choices.one(told).words)
            words[at] = replace(other, head=word.head, dep=word.dep if what else other.dep)
        case 2:  # a word that no network has seen there
            odd = choices.one(ODD) or " "
            words[at] = replace(word, text=odd, lemma=odd.lower())
        case 3:
            words[at] = replace(word, dep=choices.one(LABELS["dep"]))
        case 4:
            _hang(words, at, choices.below(len(words)))
        case 5:
            words[at] = replace(word, pos=choices.one(LABELS["pos"]), tag=choices.one(LABELS["tag"]))
        case 6:
            words[at] = replace(word, name=choices.one(["O", *(f"{b}-{kind}" for kind in ENTITY_TYPES for b in "BI")]))
        case 7:
            events.append(_event(choices, at, len(words)))
        case 8:
            morph = choices.one(LABELS["morph"])
            words[at] = replace(word, morph="" if morph == "_" else morph, space=bool(choices.below(2)))
        case 9:
            if len(words) > 1:
                _drop(words, at)


def _event(choices: Choices, trigger: int, length: int) -> Any:
    arguments = []
    for _ in range(choices.below(4)):
        head = choices.below(length)
        start, end = head - choices.below(head + 1), head + 1 + choices.below(length - head)
        role = next((n for n in range(choices.below(len(ROLE_COLUMNS)), len(ROLE_COLUMNS)) if ROLE_COLUMNS[n]), 1)
        arguments.append([head, start, end, role, 300 + choices.below(701)])
    kind, score = 1 + choices.below(len(EVENT_CLASSES)), 200 + choices.below(801)
    return (trigger, kind, score, choices.below(len(FACTUALITIES)), 900, choices.below(len(STATUSES) + 1), arguments)


def _hang(words: list[Word], at: int, head: int) -> None:
    """Hang a word on another one of its sentence, unless that hangs on it."""
    above = head
    while words[above].head:
        if above == at:
            return
        above += words[above].head
    if above != at:
        words[at] = replace(words[at], head=head - at)


def _drop(words: list[Word], at: int) -> None:
    """Leave a word out; what hangs on it hangs on its head, or where it has none on the first of them."""
    heads = [i + word.head for i, word in enumerate(words)]
    orphans = [i for i, head in enumerate(heads) if head == at and i != at]
    above = heads[at] if heads[at] != at else (orphans[0] if orphans else None)
    for orphan in orphans:
        heads[orphan] = above if above is not None else orphan
    kept = [i for i in range(len(words)) if i != at]
    place = {old: new for new, old in enumerate(kept)}
    words[:] = [replace(words[i], head=place[heads[i]] - place[i]) for i in kept]
