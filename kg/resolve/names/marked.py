"""The persons that the language model marks, with what it took too much or too little put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.grammar.syntax import marker_of
from kg.grammar.words import entries
from kg.knowledge.folding import fold
from kg.knowledge.lexicon import EntryKind
from kg.records import Term
from kg.resolve.matching.gazetteer import people_called
from kg.resolve.matching.pieces import APOSTROPHES
from kg.resolve.names.runs import blocked, both_known, is_of_people
from kg.resolve.names.spans import is_initial, make_name, may_be_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Span
    from kg.knowledge.words import Words
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Reading
    from kg.resolve.names.spans import Name

ATTACK, ORGANIZATION = Term("Attack"), Term("Organization")
LAND = "GPE"
PEOPLE_OR_LANDS = frozenset({"PERSON", LAND})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def model_names(context: Context) -> Iterator[Name]:
    """Yield the persons whom the pipeline marks, without titles, possessives and what it took too much."""
    for ent in context.doc.ents:
        person = ent.label_ == "PERSON" or _is_named_like_land(context, ent)
        if not person or _is_common(ent, context.words):
            continue
        first, last = context.piece_of[_first_of_name(ent, context.words)], context.piece_of[ent.end - 1] + 1
        while last < len(context.pieces) and context.pieces[last].start < ent.end_char:
            last += 1
        last = next((index for index in range(first + 1, last) if _ends_name(context, index, last)), last)
        last += 2 if _is_broken_in_two(context, last) else 0
        if _is_body(context, first, last):
            continue
        for start, end in _single_names(context, first, last) if not _is_broken_off(context, first, last) else ():
            if name := make_name(context, start, _without_possessive(context, start, end), "model"):
                yield name


def _is_common(ent: Span, words: Words) -> bool:
    """Whether the name is only a word for force, or what is fired, that opens its sentence: "Shelling killed two".

    Or that of whom people pray to.
    """
    if fold(ent.text) in words.persons.divine_name:
        return True
    alone = ent.end - ent.start == 1 and ent.root.is_sent_start
    if alone and ent.root.lower_ in words.weapons.fired_noun:
        return True
    return alone and any(entry.evokes == ATTACK for entry in entries(words, ent.root, EntryKind.EVENT))


def _is_named_like_land(context: Context, ent: Span) -> bool:
    """Whether the model takes for a place a given name with a family name that a country has: "Martin Poland"."""
    if ent.label_ != LAND or ent.end - ent.start != 2 or ent[1].dep_ != "flat":
        return False
    first = context.piece_of[ent.start]
    placed = marker_of(ent[0]) in context.words.states.place_preposition  # "in Martin, Slovakia"
    return not placed and context.match_of[first] is None and _is_given(context, first)


def _is_given(context: Context, index: int) -> bool:
    named = (context.words.names.given_names, context.gazetteer.given_names)
    return any(context.keys[index] in names for names in named)


def _is_body(context: Context, first: int, last: int) -> bool:
    """Whether all of a name of several words is that of a known body, and of nothing else: "Mada Masr"."""
    match = context.match_of[first]
    whole = match is not None and match.first == first and match.last >= max(last, first + 2)
    return match is not None and whole and all(_is_sure_body(reading) for reading in match.readings)


def _is_sure_body(reading: Reading) -> bool:
    return reading.resource.kind == ORGANIZATION and not reading.ambiguous


def _is_broken_off(context: Context, first: int, last: int) -> bool:
    """Whether no more is left than the "Al" of a longer name that is nobody's: "Al-Shabaab"."""
    hyphen = context.keys[last] in HYPHENS and not context.gap(last)
    return hyphen and all(context.keys[at] in context.words.persons.inner_name_word for at in range(first, last))


def _is_broken_in_two(context: Context, last: int) -> bool:
    """Whether a hyphen joins to a name what syntax has as a part of it, be it a word of English: "Ahn Gyu[-back]"."""
    hyphen = last + 1 < len(context.pieces) and context.keys[last] in HYPHENS
    joined = hyphen and not context.gap(last) and not context.gap(last + 1)
    return joined and context.token(last + 1).dep_ == "flat"


def _looks_finite(context: Context, index: int) -> bool:
    """Whether the word has the form of a verb, which a headline writes like a name: "Biden Visits Kyiv".

    It ends a name all the same where the sentence has its verb elsewhere: "Nicholas Burns met him".
    """
    token = context.token(index)
    if token.dep_ == "flat" and token.sent.root.tag_ in FINITE:
        return False
    verbs = context.words.pronouns.speech_verb | context.words.states.motion_word | context.words.states.harm_word
    key = context.keys[index]
    endings = context.words.endings.finite
    return any(key.endswith(end) and key.removesuffix(end) in verbs for end in endings)


def _first_of_name(ent: Span, words: Words) -> int:
    """Return the first token of the name that syntax sees, where the model marked only its end: "Melania [Trump]".

    A family name that is a noun too stands before one word alone: "Fan [Yifei]", not the fan Jack Smith.
    """
    head = ent[0].head
    names = ent.doc[head.i : ent.start]
    if ent[0].dep_ == "flat" and names and all(token.pos_ == "PROPN" and not token.ent_type_ for token in names):
        return head.i
    before = ent.doc[max(ent.start - 1, 0)]
    family = before.pos_ == "PROPN" and not before.ent_type_ and before.lower_ in words.persons.family_name_noun
    return before.i if family and before.head.i == ent.start and len(ent) == 1 else ent.start


def _ends_name(context: Context, index: int, last: int) -> bool:
    """Whether the model took too much: a country behind the name, "of" and a place, a verb, what somebody owns."""
    own = is_of_people(context, index) or _is_place_as_family(context, index)
    if (blocked(context, index) and not own) or (
        context.keys[index] in context.words.prepositions.genitive and may_be_place(context, index + 1)
    ):
        return True
    stopped = (
        context.keys[index] in context.words.persons.not_a_name and index + 1 < last and not is_initial(context, index)
    )
    if stopped or context.token(index).tag_ in FINITE or _looks_finite(context, index):
        return True
    owner = context.pieces[index].text in APOSTROPHES and context.is_clitic(index + 1)
    return owner and index + 2 < last and context.gap(index + 2) == " "


def _is_place_as_family(context: Context, index: int) -> bool:
    """Whether a place or people is somebody's family name: the model and syntax have it behind a given name alone.

    "Germaine France", "Steve Israel", "Volker Turk"; not "Putin Ukraine", whose first word is a family name itself.
    """
    match = context.match_of[index]
    token, before = context.token(index), context.token(index - 1)
    ends = index + 1 == len(context.pieces) or context.token(index + 1).ent_iob_ != "I"
    if match is None or match.last - match.first > 1 or not ends or context.gap(index) != " ":
        return False
    if before.ent_iob_ != "B" or token.ent_type_ not in PEOPLE_OR_LANDS:
        return False
    return _is_given(context, index - 1) or (
        token.dep_ == "flat" and token.head.i == before.i and not people_called(context.gazetteer, before.lower_)
    )


def _single_names(context: Context, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Split "Trump-Putin" where both sides are family names of well-known people; "Jean-Pierre" stays whole."""
    start = first
    for index in range(first + 1, last - 1):
        if context.pieces[index].text in HYPHENS and both_known(context, index):
            yield start, index
            start = index + 1
    yield start, last


def _without_possessive(context: Context, first: int, last: int) -> int:
    if last - first >= 2 and context.is_clitic(last - 1) and context.pieces[last - 2].text in APOSTROPHES:
        return last - 2
    return last
