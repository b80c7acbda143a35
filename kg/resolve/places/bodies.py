"""Bodies of state by the form of their names: "the Iraqi Republican Guard", "Nigeria's House of Representatives"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.records import Term
from kg.resolve.matching.gazetteer import Use, countries_of, lands_of
from kg.resolve.matching.pieces import APOSTROPHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match

#: Pieces of the longest name of a body behind its country.
LONGEST = 8
ORGANIZATION = Term("Organization")


def named_bodies(context: Context, taken: frozenset[int]) -> Iterator[tuple[int, int, Resource]]:
    """Yield the pieces first..last of each run of capitals that a noun for a body heads, with the country beside it.

    A country's adjective is part of the name, a possessor is not.
    """
    for match in context.matches:
        owns = context.is_clitic(match.last + 1) and context.gap(match.last) == ""
        lands = lands_of(match) if owns else countries_of(match)
        if not lands or not taken.isdisjoint(range(match.first, match.last)):
            continue
        begin = match.last + 2 if owns else match.last
        adjective = any(reading.use is Use.ADJECTIVE for reading in match.readings)
        end = _end(context, begin) if owns or adjective else begin
        if end - begin > 1 and taken.isdisjoint(range(begin, end)) and not _is_known(context, end):
            yield (begin if owns else match.first), end, lands[0]


def begins_longer_name(context: Context, match: Match) -> bool:
    """Whether the model's name of a body goes on behind a known one with an article: "Fatah al-Islam" is no Fatah."""
    hyphen, capital = match.last + 1, match.last + 2
    if capital >= len(context.pieces) or context.keys[match.last] not in context.words.persons.inner_name_word:
        return False
    joined = context.gap(match.last) == " " and context.pieces[hyphen].text in HYPHENS
    ent = context.ent_of.get(context.token_of[match.first])
    within = ent is not None and ent.label_ == "ORG" and ent.end_char >= context.pieces[capital].end
    return within and joined and not context.gap(hyphen) and not context.gap(capital)


def ends_longer_name(context: Context, match: Match) -> bool:
    """Whether a name that others have too ends the model's longer one of a body: "the Catalan National Guard".

    What stands before it and names no country may be a people or a region that nobody knows here.
    """
    ent = context.ent_of.get(context.token_of[match.first])
    shared = match.last - match.first > 1 and all(
        r.ambiguous and r.resource.kind == ORGANIZATION for r in match.readings
    )
    if not shared or ent is None or ent.label_ != "ORG":
        return False
    before = range(context.piece_of[ent.start], match.first)
    return any(context.keys[at] not in context.words.joining.determiner for at in before) and all(
        context.match_of[at] is None and context.pieces[at].is_capital for at in before
    )


def joins_next_body(context: Context, index: int) -> bool:
    """Whether a conjunction joins a body to that of a country behind it: "the Senate and [Uganda's Parliament]"."""
    if context.keys[index] not in context.words.joining.conjunction or index + 1 >= len(context.pieces):
        return False
    match = context.match_of[index + 1]
    if match is None or match.first != index + 1:
        return False
    return bool(lands_of(match)) and context.is_clitic(match.last + 1) and not context.gap(match.last)


def _is_known(context: Context, end: int) -> bool:
    """Whether the reference data has the body itself, or what the last words name."""
    last = context.match_of[end - 1]
    return last is not None and any(reading.resource.kind == "Organization" for reading in last.readings)


def _end(context: Context, begin: int) -> int:
    """Return where the name of a body ends that begins at the piece; the piece itself where none does."""
    end = at = begin
    complement = False
    while at < min(begin + LONGEST, len(context.pieces)) and at not in context.shouted:
        if at > begin and context.pieces[at].text in APOSTROPHES and context.is_clitic(at + 1) and not context.gap(at):
            at += 2  # "Republican People's Party"
            continue
        if context.gap(at) != " ":
            break
        if (
            context.keys[at] in context.words.offices.office_joiner
            and at == end > begin
            and not joins_next_body(context, at)
        ):
            at, complement = at + 1, True
            continue
        small = complement and context.keys[at] in context.words.function.definite_article
        if not small and (not context.pieces[at].is_capital or _is_person(context, at)):
            break
        at += 1
        if not small and (complement or context.keys[at - 1] in context.words.anaphors.body_noun):
            end = at
    return end


def _is_person(context: Context, index: int) -> bool:
    match: Match | None = context.match_of[index]
    known = match is not None and any(reading.resource.kind == "Person" for reading in match.readings)
    return known or context.token(index).ent_type_ == "PERSON"


def explained_groups(context: Context, taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the names with a noun for a group before an acronym in brackets, and it: "Free Jazira Front (FJF)"."""
    acronyms: dict[str, None] = {}
    opened = (index + 1 for index, piece in enumerate(context.pieces) if piece.key == "(")
    for at in (at for at in opened if at > 1 and context.keys[at + 1] == ")"):
        acronym = context.pieces[at].text
        if acronym.isupper() and len(acronym) > 1 and context.gap(at - 1) == " ":
            first = _behind_people(context, _begin(context, at - 1), acronym)
            keys = {context.keys[index] for index in range(first, at - 1)}
            groups = context.words.anaphors.body_noun | context.words.anaphors.group_noun
            headed = context.keys[first + 1] in context.words.prepositions.genitive  # "Congress of Karen Peoples"
            known = any(context.match_of[at] is not None for at in ([] if headed else [first]) + [at - 2])
            if at - 1 - first > 1 and not keys.isdisjoint(groups) and not known and taken.isdisjoint(range(first, at)):
                yield first, at - 1
                acronyms[acronym] = None
    for at, piece in enumerate(context.pieces) if acronyms else ():
        if piece.text in acronyms and at not in taken and context.match_of[at] is None:
            yield at, at + 1


def _behind_people(context: Context, first: int, acronym: str) -> int:
    """Return where a group's name begins behind its people: "Members of the [National Salvation Front (NSF)]"."""
    of, behind = first + 1, first + 3
    people = context.token(first).tag_ == "NNS" and context.keys[of] in context.words.prepositions.genitive
    return behind if people and context.pieces[first].text[0] != acronym[0] else first


def _begin(context: Context, end: int) -> int:
    """Return where the capitals, with small words among them, begin that end before the piece."""
    first = at = end
    small = context.words.offices.office_joiner | context.words.joining.indefinite_determiner
    while at > 0 and end - at < LONGEST and context.gap(at) == " ":
        at -= 1
        if context.pieces[at].is_capital and context.keys[at] not in small:
            first = at
        elif context.keys[at] not in small:
            break
    return first


def led_coalitions(context: Context, taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the coalitions told by who leads them: "the US-led coalition", "the NATO-led force"."""
    words = context.words.anaphors
    for match in context.matches:
        at = match.last + 1
        led = context.keys[match.last] in HYPHENS and context.keys[at] in words.led_participle and not context.gap(at)
        last = next((end for end in (at + 1, at + 2) if context.keys[end] in words.coalition_noun), None)
        leader = led and (countries_of(match) or any(r.resource.kind == ORGANIZATION for r in match.readings))
        if leader and last is not None and taken.isdisjoint(range(match.first, last)):
            yield match.first, last + 1
