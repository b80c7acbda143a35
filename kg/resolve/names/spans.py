"""Spans of the text that name persons: how far a name goes, and what is no name of a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.knowledge.folding import fold
from kg.resolve.matching.gazetteer import Use, people_called
from kg.resolve.matching.pieces import APOSTROPHES, name_parts
from kg.resolve.names.runs import LONGEST_NAME, leads_generation, run_end
from kg.resolve.names.titles import ends_title, follows_personal_title, title_length
from kg.resolve.scenes import is_besieged, is_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context

#: What the model calls names of people, organizations and places.
NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
SHOWN = "shown name"
"""The rule of names that the text shows to be somebody's, though they may be a place's."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """Pieces first..last (exclusive) that name a person; `parts` are the folded words that tell persons apart.

    `family` are the pieces of a family name that stands elsewhere: "Bill" in "Bill and Hillary Clinton".
    """

    first: int
    last: int
    parts: tuple[str, ...]
    generation: str | None
    rule: str
    family: tuple[int, int] | None = field(default=None, compare=False)


def without_places(context: Context, names: list[Name]) -> list[Name]:
    """Drop lone words that are rather a place or an acronym, unless a fuller name has them: "Jordan", "SEIU"."""
    full = [name for name in names if len(name.parts) > 1]
    cases = _parties(context)
    labels = Counter((fold(ent.text), ent.label_ == "PERSON") for ent in context.doc.ents if ent.label_ in NAMING)
    parts, last = {part for name in full for part in name.parts}, {name.parts[-1] for name in full}
    shown = {name.parts[0] for name in names if name.rule == SHOWN}
    return [
        name
        for name in names
        if not is_namesake(context, name)
        and not _is_party(context, name, cases)
        and not (name.rule == "model" and is_plan(context, name.first, name.last))
        and (
            len(name.parts) > 1
            or name.parts[0] in shown
            # Beside Jordan Bardella a lone Jordan is the country all the same.
            or name.parts[0] in (last if may_be_place(context, name.first) else parts)
            or not (
                (may_be_place(context, name.first) and _alone(context, name.first))
                or _acronym(context, name)
                or _other_kind(context, name, labels)
            )
        )
    ]


def _other_kind(context: Context, name: Name, labels: Counter[tuple[str, bool]]) -> bool:
    """Whether a lone word without a title is a person's name to the model here, and elsewhere more often another's."""
    if name.rule != "model" or people_called(context.gazetteer, name.parts[-1]):
        return False
    if is_besieged(context, context.token(name.first)):
        return True
    if name.first > 0 and ends_title(context, name.first - 1):
        return False
    word = context.keys[name.first]
    return labels[word, False] > labels[word, True]


def is_namesake(context: Context, name: Name) -> bool:
    """Whether a noun beside the name, or at its end, makes it that of a thing: "Hurricane Helene", "Kennedy Center".

    The name may own the noun: "Prince George's County".
    """
    words = context.words
    first, last = name.first, name.last
    lead = first if context.keys[first] in words.persons.namesake_lead else first - 1
    owned = last + 2 if context.is_clitic(last + 1) and context.pieces[last].text in APOSTROPHES else last
    if (
        context.keys[lead] in words.persons.namesake_lead
        and context.pieces[lead].is_capital
        and context.gap(lead + 1) == " "
    ):
        return True
    return any(
        _phrase(context, at, length) in words.persons.namesake_noun
        for at in ((last - 1, last, owned) if len(name.parts) > 1 else (last, owned))
        for length in (1, 2, 4)
        if at < len(context.pieces) and context.pieces[at].is_capital and (at < last or context.gap(at) == " ")
    )


def _parties(context: Context) -> set[str]:
    """Return the words that name the parties of court cases: "Roe" and "Wade" in "Roe v. Wade"."""
    signs = [index for index, piece in enumerate(context.pieces) if piece.key in context.words.joining.versus]
    behind = [index + 2 if context.keys[index + 1] == "." else index + 1 for index in signs]
    return {context.keys[index] for index in (*(sign - 1 for sign in signs), *behind)}


def _is_party(context: Context, name: Name, parties: set[str]) -> bool:
    """Whether a lone word is a party of a court case and no family name of a well-known person: "Roe", not "Trump"."""
    (word, *more) = name.parts
    return not more and word in parties and not any(word in known for _, known in _known_words(context, word))


def _known_words(context: Context, word: str) -> Iterator[tuple[Resource, set[str]]]:
    """Yield the known people of the family name, each with all words of the names that he goes by."""
    for person in people_called(context.gazetteer, word):
        yield person, {part for label in person.labels for part in fold(label).split()}


def _phrase(context: Context, first: int, length: int) -> str:
    return " ".join(context.keys[index] for index in range(first, first + length))


def _alone(context: Context, index: int) -> bool:
    match = context.match_of[index]
    return match is not None and match.last - match.first == 1


def _acronym(context: Context, name: Name) -> bool:
    """Whether the name is letters in capitals that no title introduces and nobody known is called."""
    piece = context.pieces[name.last - 1]
    singulars = context.words.endings.singulars_of(piece.text)
    capitals = (
        any(form.isupper() for form in singulars) and len(piece.text) > 1 and name.last - 1 not in context.shouted
    )
    titled = name.first > 0 and follows_personal_title(context, name.first)
    return capitals and not titled and not people_called(context.gazetteer, name.parts[-1])


def make_name(context: Context, first: int, last: int, rule: str) -> Name | None:
    """Return the name over the pieces without signs, particles and titles at its ends; None when nothing is left."""
    first = behind_title(context, first)
    while first < last and not _begins_name(context, first, last):
        first += 1
    if first >= last:
        return None
    last = next((index for index in range(first, last) if not _inside_name(context, index)), last)
    last = _holder_end(context, first, last)
    while last > first and not context.pieces[last - 1].is_word:
        last -= 1
    if leads_generation(context, last):
        last += 2  # the model leaves the ", Jr." out
    if first < last:
        first = _with_particles(context, first)
    keys = [key for index in range(first, last) for key in name_parts(context.pieces[index])]
    generation = keys[-1] if len(keys) > 1 and keys[-1] in context.words.persons.generation_word else None
    if generation:
        keys.pop()
        if context.keys[last] == "." and context.gap(last) == "" and not context.pieces[last - 1].text.isupper():
            last += 1
    parts = tuple(key for key in keys if key not in context.words.persons.inner_name_word) or tuple(keys)
    if not parts or last - first > 2 * LONGEST_NAME or not _is_name(context, first, parts):
        return None
    return Name(first, last, parts, generation, rule)


def _holder_end(context: Context, first: int, last: int) -> int:
    """End the name of who holds the office in front behind the family name: "President Biden Visits", in a headline.

    Where family names come first or last names vary, what follows may belong to the name; so it does where somebody
    known has the whole: "President Hassan Sheikh Mohamud" is not the President Hassan of another country.
    """
    if any(_goes_by(context, person, first, last) for person, _ in _known_words(context, context.keys[last - 1])):
        return last
    following = HYPHENS | APOSTROPHES | {",", "."} | context.words.persons.generation_word
    for at in range(first, last - 1):
        for person, known in _known_words(context, context.keys[at]):
            whole = at == first or _goes_by(context, person, first, at + 1)
            if whole and context.keys[at + 1] not in following | known and _holds(context, person, first):
                return at + 1
    return last


def _goes_by(context: Context, person: Resource, first: int, last: int) -> bool:
    name = fold(context.text_of(first, last))
    return name in map(fold, person.labels)


def _holds(context: Context, person: Resource, first: int) -> bool:
    """Whether the title before the piece is one that the known person has on the day; his family name ends his name."""
    day, customs = context.document.date, context.words.names
    orders = customs.family_name_first | customs.last_names_optional | customs.either_order
    if day is None or person.country in orders:
        return False
    before = " ".join(context.keys[index] for index in range(first - 4, first))
    return any(held.held_on(day) and f" {before}".endswith(f" {fold(held.title)}") for held in person.offices)


def behind_title(context: Context, first: int) -> int:
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
        return piece.is_capital or piece.key in context.words.persons.inner_name_word or after_sign
    if piece.text == ",":
        return leads_generation(context, index)
    return piece.text in HYPHENS - {"–"} | APOSTROPHES | {"."} and not context.gap(index)


def _with_particles(context: Context, first: int) -> int:
    """Go back over small words that belong to the name: "von der Leyen", "al-Sisi"."""
    at = first
    while at > 0 and "\n" not in context.gap(at):
        before = at - 1
        if context.pieces[before].text in HYPHENS and context.gap(at) == "" and context.gap(before) == "":
            before -= 1
        if (
            before < 0
            or context.keys[before] not in context.words.persons.inner_name_word
            or context.gap(before + 1) == "\n"
        ):
            break
        at = before
    return at


def is_initial(context: Context, index: int) -> bool:
    """Whether the piece is a letter with a full stop: "A." in "Duane A. Bedell"."""
    return len(context.pieces[index].text) == 1 and context.keys[index + 1] == "." and not context.gap(index + 1)


def _begins_name(context: Context, index: int, last: int) -> bool:
    """Whether a name can begin at the piece: no title, handle, opening word or country before a full name."""
    piece = context.pieces[index]
    if not piece.is_word or piece.text[0].isdigit() or (context.keys[index - 1] == "@" and not context.gap(index)):
        return False
    if piece.key in context.words.persons.inner_name_word:
        return True
    if piece.key in context.words.persons.not_a_name and index + 1 < last and not is_initial(context, index):
        return False
    match = context.match_of[index]
    country = match is not None and all(r.resource.kind == "Country" and not r.ambiguous for r in match.readings)
    full = sum(context.pieces[at].is_capital for at in range(index + 1, last)) > 1
    return piece.is_capital and not title_length(context, index) and not (country and full)


def _is_name(context: Context, first: int, parts: tuple[str, ...]) -> bool:
    words = context.words
    if max(map(len, parts)) < 2:
        return False
    if len(parts) == 1 and (
        parts[0] in words.persons.not_a_name | words.persons.calendar_word | words.persons.generation_word
    ):
        return False
    match = context.match_of[first]
    if match and len(parts) == 1 and match.last - match.first == 1:
        return all(reading.resource.kind == "Person" or reading.ambiguous for reading in match.readings)
    return True


def reference_names(context: Context) -> Iterator[Name]:
    """Yield the known people whom the text names in full."""
    of = context.words.prepositions.genitive
    for match in context.matches:
        if all(reading.resource.kind == "Person" and reading.use is Use.LABEL for reading in match.readings):
            end = next((i for i in range(match.first + 1, match.last) if context.keys[i] in of), match.last)
            last = run_end(context, match.first, at_least=end)
            if name := make_name(context, match.first, last, "reference name"):
                yield name


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
