"""Spans of the text that name persons: from the model, the reference data, titles, and names already known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.resolve.context import word_keys
from kg.resolve.gazetteer import Use, people_called
from kg.resolve.runs import LONGEST_NAME, blocked, fits_run, particle_leads, run_end
from kg.resolve.titles import APOSTROPHES, HYPHENS, ends_title, title_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.resolve.context import Context
    from kg.resolve.gazetteer import Match

NO_PERSON = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WEAPON", "PLATFORM", "DATE"})


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """Pieces first..last (exclusive) that name a person; `parts` are the folded words that tell persons apart."""

    first: int
    last: int
    parts: tuple[str, ...]
    generation: str | None
    rule: str


def without_places(context: Context, names: list[Name]) -> list[Name]:
    """Drop lone words that are rather a place or an acronym, unless a fuller name has them: "Jordan", "SEIU"."""
    full = {part for name in names if len(name.parts) > 1 for part in name.parts}
    return [
        name
        for name in names
        if len(name.parts) > 1
        or name.parts[0] in full
        or (not (may_be_place(context, name.first) and _alone(context, name.first)) and not _acronym(context, name))
    ]


def _alone(context: Context, index: int) -> bool:
    match = context.match_of[index]
    return match is not None and match.last - match.first == 1


def _acronym(context: Context, name: Name) -> bool:
    """Whether the name is letters in capitals that no title introduces and nobody known is called."""
    piece = context.pieces[name.last - 1]
    capitals = piece.text.isupper() and len(piece.text) > 1 and name.last - 1 not in context.shouted
    titled = name.first > 0 and ends_title(context, name.first - 1)
    return capitals and not titled and not people_called(context.gazetteer, name.parts[-1])


def make_name(context: Context, first: int, last: int, rule: str) -> Name | None:
    """Return the name over the pieces without signs, particles and titles at its ends; None when nothing is left."""
    first = _behind_title(context, first)
    while first < last and not _begins_name(context, first):
        first += 1
    last = next((index for index in range(first, last) if not _inside_name(context, index)), last)
    while last > first and not context.pieces[last - 1].is_word:
        last -= 1
    if first < last:
        first = _with_particles(context, first)
    keys = [context.key(index) for index in range(first, last) if context.pieces[index].is_word]
    generation = keys[-1] if len(keys) > 1 and keys[-1] in context.words.generation_word else None
    if generation:
        keys.pop()
        if context.key(last) == "." and context.gap(last) == "" and not context.pieces[last - 1].text.isupper():
            last += 1
    parts = tuple(key for key in keys if key not in context.words.inner_name_word) or tuple(keys)
    if not parts or last - first > 2 * LONGEST_NAME or not _is_name(context, first, parts):
        return None
    return Name(first, last, parts, generation, rule)


def _behind_title(context: Context, first: int) -> int:
    """Go on to the end of a title that the model cut in two: "Secretary of | State Blinken"."""
    for back in (1, 2, 3):
        if first >= back and (length := title_length(context, first - back)) > back:
            return first - back + length
    return first


def _inside_name(context: Context, index: int) -> bool:
    """Whether the piece can stand in a name: a capitalised or small name word, a hyphen, an initial's stop."""
    piece = context.pieces[index]
    if piece.is_word:
        after_sign = not context.gap(index) and context.pieces[index - 1].text in HYPHENS | APOSTROPHES
        return piece.is_capital or piece.key in context.words.inner_name_word or after_sign
    if piece.text == ",":
        return context.key(index + 1) in context.words.generation_word
    return piece.text in HYPHENS - {"–"} | APOSTROPHES | {"."} and not context.gap(index)


def _with_particles(context: Context, first: int) -> int:
    """Go back over small words that belong to the name: "von der Leyen", "al-Sisi"."""
    at = first
    while at > 0 and "\n" not in context.gap(at):
        before = at - 1
        if context.pieces[before].text in HYPHENS and context.gap(at) == "" and context.gap(before) == "":
            before -= 1
        if before < 0 or context.key(before) not in context.words.inner_name_word or context.gap(before + 1) == "\n":
            break
        at = before
    return at


def _begins_name(context: Context, index: int) -> bool:
    piece = context.pieces[index]
    if not piece.is_word or piece.text[0].isdigit():
        return False
    if piece.key in context.words.inner_name_word:
        return True
    return piece.is_capital and not title_length(context, index)


def _is_name(context: Context, first: int, parts: tuple[str, ...]) -> bool:
    words = context.words
    if len(parts) == 1 and (
        len(parts[0]) < 2 or parts[0] in words.not_a_name | words.calendar_word | words.generation_word
    ):
        return False
    match = context.match_of[first]
    if match and len(parts) == 1 and match.last - match.first == 1:
        return all(reading.resource.kind == "Person" or reading.ambiguous for reading in match.readings)
    return True


def reference_names(context: Context) -> Iterator[Name]:
    """Yield the known people whom the text names in full."""
    for match in context.matches:
        if all(reading.resource.kind == "Person" and reading.use is Use.LABEL for reading in match.readings):
            end = next((i for i in range(match.first + 1, match.last) if context.key(i) == "of"), match.last)
            last = run_end(context, match.first, at_least=end)
            if name := make_name(context, match.first, last, "reference name"):
                yield name


def titled_names(context: Context) -> Iterator[Name]:
    """Yield the run of capitals behind a title: "President X", "foreign minister X Y", "Mr X"."""
    index = 0
    while index < len(context.pieces):
        length = title_length(context, index)
        if not length:
            index += 1
            continue
        index += length
        while (
            index < len(context.pieces)
            and (more := title_length(context, index))
            and context.same_line(index - 1, index)
        ):
            index += more
        index = _behind_owner(context, index)
        if _may_begin_run(context, index):
            last = run_end(context, index)
            name = make_name(context, index, last, "title")
            if name and not _something_else(context, name):
                yield name
            index = max(index, last)


def _something_else(context: Context, name: Name) -> bool:
    """Whether the model takes the words behind a title for the name of no person: "General Staff"."""
    types = {context.token(index).ent_type_ for index in range(name.first, name.last)}
    if not context.knows_names or "PERSON" in types:
        return False
    if types & NO_PERSON:
        return True
    return not _personal_title(context, name.first) and not people_called(context.gazetteer, name.parts[-1])


def _personal_title(context: Context, index: int) -> bool:
    """Whether the title before the piece is one that only names follow: "Mr", "President"."""
    words = context.words
    personal = words.male_honorific | words.female_honorific | words.head_of_state | words.head_of_government
    before = index - 2 if context.key(index - 1) == "." else index - 1
    return context.key(before) in personal


def _behind_owner(context: Context, index: int) -> int:
    """Skip the country in "President of Finland Sauli Niinistö"; stay where none stands or nothing follows it."""
    at = index
    if context.key(at) not in context.words.office_preposition:
        return index
    while context.key(at) in context.words.office_joiner:
        at += 1
    match = context.match_of[at] if at < len(context.pieces) else None
    if match is None or not context.same_line(index, at) or match.last >= len(context.pieces):
        return index
    named = any(reading.resource.kind in {"Country", "Organization"} for reading in match.readings)
    return match.last if named and context.gap(match.last) == " " else index


def _may_begin_run(context: Context, index: int) -> bool:
    if index >= len(context.pieces) or "\n" in context.gap(index) or context.gap(index) == "":
        return False
    if not fits_run(context, index):
        return context.key(index) in context.words.inner_name_word and particle_leads(context, index)
    return not blocked(context, index) or _given_name_follows(context, index)


def _given_name_follows(context: Context, index: int) -> bool:
    """Whether a country's name begins a person's, as in "Israel Katz": a capitalised word that is no match follows."""
    match = context.match_of[index]
    if match is None or match.last >= len(context.pieces) or context.gap(match.last) != " ":
        return False
    return fits_run(context, match.last) and context.match_of[match.last] is None


def spoken_names(context: Context) -> Iterator[Name]:
    """Yield runs of two and more capitalised words beside a verb of saying, for pipelines that know no names."""
    index = 0
    while index < len(context.pieces):
        end = index + 1
        if fits_run(context, index) and not blocked(context, index) and index not in context.shouted:
            end = run_end(context, index)
            beside = _speaks(context, index - 1) or _speaks(context, end) or _office_follows(context, end)
            if end - index > 1 and beside and (name := make_name(context, index, end, "speaker")):
                yield name
        index = end


def _office_follows(context: Context, index: int) -> bool:
    """Whether an apposition with an office begins at the piece: ", the foreign minister"."""
    if context.key(index) != ",":
        return False
    for at in range(index + 1, min(index + 8, len(context.pieces))):
        if title_length(context, at):
            return True
        if not context.pieces[at].is_word and context.pieces[at].text not in APOSTROPHES | HYPHENS:
            return False
        if context.token(at).pos_ in {"VERB", "AUX"}:
            return False
    return False


def _speaks(context: Context, index: int) -> bool:
    if not 0 <= index < len(context.pieces):
        return False
    token = context.token(index)
    return token.pos_ == "VERB" and not word_keys(token).isdisjoint(context.words.speech_verb)


def may_be_place(context: Context, index: int) -> bool:
    """Whether the piece is, among other readings, the name of a country or a place."""
    match = context.match_of[index] if index < len(context.pieces) else None
    return match is not None and any(reading.resource.kind in {"Country", "Place"} for reading in match.readings)


def longest(names: Iterable[Name]) -> list[Name]:
    """Keep of overlapping names the longest, of equal ones the first rule's."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.first - name.last, name.first)):
        pieces = set(range(name.first, name.last))
        if not pieces & taken:
            taken |= pieces
            kept.append(name)
    return kept


def covers(match: Match, name: Name) -> bool:
    """Whether the match lies wholly inside the name."""
    return name.first <= match.first and match.last <= name.last
