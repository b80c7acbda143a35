"""Weapons: named systems and common nouns, each with the noun phrase that says which weapon is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.grammar.syntax import NOUN_SUBJECTS
from kg.knowledge.folding import fold
from kg.records import MentionKind, Term
from kg.resolve.context import word_keys
from kg.resolve.found import Found, Identity, clean, known_identity
from kg.resolve.matching.gazetteer import Use
from kg.resolve.names.titles import title_length
from kg.resolve.weapons.fighters import are_men
from kg.resolve.weapons.handing import changes_hands
from kg.resolve.weapons.phrases import find_phrase, is_device, weapon_readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match, Reading
    from kg.resolve.weapons.phrases import Phrase

SUM = frozenset({"CD", "$", "NNP", "NNPS"})  # and who gets it: "sold Egypt $2 billion of arms"
OBJECTS = frozenset({"obj", "obl"})
#: A document with more clear weapons than this is about weapons.
ARMED = 2
OTHER_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "TIME"})


def find_weapons(context: Context, taken: frozenset[int]) -> Iterator[Found]:
    """Yield the weapons of the document outside the pieces that names of other things have taken."""
    candidates = [match for match in context.matches if weapon_readings(match) and not _is_idiom(context, match)]
    candidates = [match for match in candidates if taken.isdisjoint(range(match.first, match.last))]
    sure = frozenset(
        reading.resource.iri
        for match in candidates
        for reading in weapon_readings(match)
        if _is_clear(context, match, reading)
    )
    phrases: list[Phrase] = []
    for match in candidates:
        if phrases and match.first < phrases[-1].last:
            continue
        readings = tuple(
            r
            for r in weapon_readings(match)
            if r.resource.iri in sure or _fits(context, match, r, armed=len(sure) > ARMED)
        )
        known = any(reading.resource.iri in sure for reading in readings)
        if readings and not _other_name(context, match, readings, known=known):
            phrase = find_phrase(context, match, readings, taken)
            while phrases and phrases[-1].last > phrase.first:
                phrases.pop()
            phrases.append(phrase)
    for phrase in phrases:
        if not _only_a_shield(context, phrase) and not _only_a_system(context, phrase):
            yield from _mentions(context, phrase)


def _is_idiom(context: Context, match: Match) -> bool:
    """Whether the word with the one before or behind it is a phrase for something else: "think tank", "time-bomb".

    So with the verb that governs it: "dodged a bullet", but not several bullets, "stuck to his guns".
    """
    noun = context.token(match.last - 1)
    if noun.dep_ in OBJECTS and f"{noun.head.lemma_.lower()} {noun.lower_}" in context.words.weapons.weapon_idiom:
        return True
    begin, end = match.first, match.last
    for first, last in ((begin - 1, end), (begin - 2, end), (begin, end + 1), (begin, end + 2)):
        words = [key for at in range(first, last) if (key := context.keys[at]) not in HYPHENS]
        if len(words) == 2 and " ".join(words) in context.words.weapons.weapon_idiom:
            return True
    return False


def _is_clear(context: Context, match: Match, reading: Reading) -> bool:
    """Whether the name is a weapon's wherever it stands, or a weapon noun follows it here."""
    if not reading.ambiguous:
        return len(match.readings) == len(weapon_readings(match)) and reading.use is Use.LABEL
    return _weapon_noun_follows(context, match.last) and context.pieces[match.first].is_capital


def _fits(context: Context, match: Match, reading: Reading, *, armed: bool) -> bool:
    """Whether an ambiguous word is a weapon here: a weapon noun follows, or its sentence is about weapons.

    In a document that names several weapons (`armed`) a plural in capitals is one too.
    """
    people = fold(reading.label) in context.words.anaphors.people_of_group
    if people and are_men(context, match):
        return False
    if not reading.ambiguous or (context.token(match.first).ent_type_ == "WEAPON" and not people):
        return True
    if _weapon_noun_follows(context, match.last) or _is_traded(context, match, reading):
        return True
    if changes_hands(context, match):
        return True
    if people:
        return _cue_nearby(context, match, context.words.weapons.aircraft_cue)
    if context.token(match.last - 1).pos_ not in {"NOUN", "PROPN"} or _of_follows(context, match):
        return False
    if reading.label[0].isupper() and not context.pieces[match.first].is_capital:
        return False
    if _is_second_hand(context, match) or _does_harm(context, match):
        return True
    cues = context.words.weapons.weapon_cue
    return _cue_nearby(context, match, cues) or (armed and _proper_plural(context, match, reading))


def _is_second_hand(context: Context, match: Match) -> bool:
    """Whether a word before a ship says that a navy hands it on: "a surplus American ship"."""
    noun = context.token(match.last - 1)
    used = context.words.weapons.second_hand
    before = context.keys[match.first - 1] in used
    return before or any(child.i < noun.i and child.lower_ in used for child in noun.children)


def _does_harm(context: Context, match: Match) -> bool:
    """Whether a common noun does what nothing of its name but a weapon does: "a Turkish shell killed two farmers"."""
    noun, words = context.token(match.last - 1), context.words.weapons
    fired = context.keys[match.last - 1] in words.fired_noun and not context.pieces[match.first].is_capital
    return fired and noun.dep_ in NOUN_SUBJECTS and not word_keys(noun.head).isdisjoint(words.harm_verb)


def _is_traded(context: Context, match: Match, reading: Reading) -> bool:
    """Whether a word of trade stands right beside a word for all weapons, or before "of": "arms sales", "sold arms".

    So with a sum between, "exported $3 billion of arms".
    """
    if reading.resource.broader:
        return False
    trade = context.words.weapons.arms_trade
    before = match.first - 1
    while before > 0 and context.token(before).pos_ == "ADJ":
        before -= 1
    prepositions = context.words.prepositions
    if before > 0 and context.keys[before] in prepositions.genitive | prepositions.inner:
        before -= 1
        while before > 0 and context.token(before).tag_ in SUM:
            before -= 1
    return context.keys[match.last] in trade or (before >= 0 and context.keys[before] in trade)


def _proper_plural(context: Context, match: Match, reading: Reading) -> bool:
    """Whether the word is a plural in capitals inside a sentence and no part of a longer name: "on Patriots"."""
    if not reading.plural or not reading.label[0].isupper() or context.token(match.first).is_sent_start:
        return False
    return match.first > 0 and not context.pieces[match.first - 1].is_capital


def _of_follows(context: Context, match: Match) -> bool:
    """Whether "of" and no weapon follow, as in "rounds of talks"."""
    if context.keys[match.last] not in context.words.prepositions.genitive:
        return False
    after = context.match_of[match.last + 1] if match.last + 1 < len(context.pieces) else None
    return after is None or not weapon_readings(after)


def _weapon_noun_follows(context: Context, index: int) -> bool:
    while index < len(context.pieces) and context.pieces[index].text in HYPHENS:
        index += 1
    if index >= len(context.pieces) or not context.same_line(index - 1, index):
        return False
    match = context.match_of[index]
    return bool(match and weapon_readings(match)) or is_device(context, index)


def _cue_nearby(context: Context, match: Match, cues: frozenset[str]) -> bool:
    """Whether the sentence around the match has one of the cues, or another word that is a weapon's alone."""
    for index in context.pieces_of(context.token(match.first).sent):
        if match.first <= index < match.last:
            continue
        piece = context.pieces[index]
        other = context.match_of[index]
        weapon = other is not None and any(not reading.ambiguous for reading in weapon_readings(other))
        part = other is not None and _is_idiom(context, other)  # "suicide bombers"
        if (piece.key in cues and not part) or (weapon and cues is context.words.weapons.weapon_cue):
            return True
    return False


def _other_name(context: Context, match: Match, readings: Sequence[Reading], *, known: bool) -> bool:
    """Whether the model takes the words for the name of something else, such as the Patriot Act or a person.

    Where the document has the weapon by a surer name (`known`), its plural is no people: "Patriots".
    """
    token = context.token(match.last - 1)
    singulars = context.words.endings.singulars_of(context.keys[match.first])
    office = title_length(context, match.first) or not singulars.isdisjoint(context.words.offices.office_noun)
    if office and match.last - match.first == 1:  # senators are no Senators
        return True
    if all(reading.label[0].islower() for reading in readings):
        return token.ent_type_ in {"PERSON", "ORG", "FAC"} and context.pieces[match.first].is_capital
    others = OTHER_NAMES - ({"ORG", "FAC", "NORP"} if known else {"ORG", "FAC"})
    return token.ent_type_ in others and not _weapon_noun_follows(context, match.last)


def _only_a_shield(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase means defending, not devices: "air defence needs", "missile defence"."""
    words = context.words
    end = context.keys[phrase.last - 1]
    if end in words.weapons.defence_word:
        possessed = any(child.dep_ == "nmod:poss" for child in context.token(phrase.last - 1).children)
        return end not in words.weapons.device_plural or possessed
    following = context.keys[phrase.last]
    return following in words.weapons.defence_word and context.gap(phrase.last) == " "


def _only_a_system(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is a bare word such as "systems" that only a modifier makes a weapon."""
    if not all(reading.label in context.words.weapons.bare_device for reading in phrase.readings):
        return False
    before = context.keys[phrase.last - 2] if phrase.last - phrase.first > 1 else ""
    if any(context.keys[at] in context.words.weapons.second_hand for at in range(phrase.first, phrase.last)):
        return False  # "a decommissioned navy vessel"
    return before not in context.words.weapons.weapon_cue | context.words.weapons.range_word


def _mentions(context: Context, phrase: Phrase) -> Iterator[Found]:
    start, end = context.characters(phrase.first, phrase.last)
    resource, named = _best(phrase.readings)
    own = _own_name(context, phrase) if not named else None
    kind = MentionKind.NAME
    for other in phrase.joined:
        yield Found(start, end, known_identity(other), kind, "weapons joined")
    if own is None:
        if not resource.broader and not phrase.modified:
            kind = MentionKind.GENERIC
        rule = "generic weapon" if kind is MentionKind.GENERIC else "weapon name" if named else "weapon noun"
        yield Found(start, end, known_identity(resource), kind, rule)
        return
    name = clean(context.document.text[context.pieces[own].start : end])
    key = f"Weapon/{context.keys[own]}"
    yield Found(start, end, Identity(key, Term("Weapon"), name, broader=resource.iri), kind, "new weapon")


def _best(readings: Sequence[Reading]) -> tuple[Resource, bool]:
    """Return the named system of the phrase, else its last noun; and whether it is a named system."""
    for reading in readings:
        if reading.use is Use.LABEL and any(letter.isupper() for letter in reading.label):
            return reading.resource, True
    return readings[-1].resource, False


def _own_name(context: Context, phrase: Phrase) -> int | None:
    """Return the piece where the name of a system that the reference data lacks begins: "Foo-7 missiles"."""
    for index in range(phrase.first, phrase.last - 1):
        piece = context.pieces[index]
        if not piece.is_capital or context.match_of[index] is not None:
            continue
        token = context.token(index)
        numbered = context.pieces[index + 1].text in HYPHENS and context.pieces[index + 2].text[0].isdigit()
        if token.ent_type_ in OTHER_NAMES or not (numbered or token.pos_ == "PROPN" or token.ent_type_ == "WEAPON"):
            continue
        if token.ent_type_ == "WEAPON" or numbered or any(letter.isdigit() for letter in piece.text):
            return index
    return None
