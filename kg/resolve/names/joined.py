"""Names whose parts stand apart: "[Ilham] Aliyev", "Rajan s/o Subramaniam", "Bill and Hillary Clinton"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolve.matching.gazetteer import people_called
from kg.resolve.matching.pieces import name_parts
from kg.resolve.matching.spelling import same_given
from kg.resolve.names.runs import blocked, fits_run, run_end
from kg.resolve.names.spans import Name
from kg.resolve.names.titles import title_length

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.resolve.context import Context

#: Pieces of the longest link: "s/o" has three.
LONGEST_LINK = 3
#: Words and bracket of the longest given names that an editor puts in.
LONGEST_GIVEN = 4


def completed_names(context: Context, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the whole of each name that goes on behind a bracket or a link; the names themselves are the parts."""
    for name in names:
        if (begin := _in_bracket_before(context, name)) is not None:
            first = tuple(part for at in range(begin, name.first - 1) for part in _parts(context, at))
            yield replace(name, first=begin, parts=(*first, *name.parts))
            continue
        ends = (_behind_bracket(context, name), _behind_link(context, name), _behind_given(context, name))
        if (end := next((end for end in ends if end), None)) is not None:
            rest = tuple(part for at in range(name.last, end) for part in _parts(context, at))
            links = {part for at in range(name.last, end) for part in _link_parts(context, at)}
            yield replace(name, last=end, parts=(*name.parts, *(part for part in rest if part not in links)))


def _parts(context: Context, index: int) -> tuple[str, ...]:
    small = context.words.persons.inner_name_word
    return tuple(key for key in name_parts(context.pieces[index]) if key not in small)


def _link_parts(context: Context, index: int) -> Iterator[str]:
    length = link_length(context, index)
    return (context.keys[at] for at in range(index, index + length))


def _behind_bracket(context: Context, name: Name) -> int | None:
    """Return where the name ends of which an editor put the first part in brackets."""
    if context.keys[name.first - 1] != "[" or context.keys[name.last] != "]":
        return None
    at = name.last + 1
    goes_on = at < len(context.pieces) and context.gap(at) == " " and fits_run(context, at) and not blocked(context, at)
    return run_end(context, at) if goes_on else None


def _in_bracket_before(context: Context, name: Name) -> int | None:
    """Return where the first part begins that an editor put in brackets before a name: "[Abdel Fattah] al-Burhan"."""
    at = close = name.first - 1
    if close < 2 or context.keys[close] != "]" or context.gap(name.first) != " ":
        return None
    while at > max(close - LONGEST_GIVEN, 1) and context.pieces[at - 1].is_capital and not blocked(context, at - 1):
        at -= 1
    if context.keys[at - 1] != "[":
        return None
    while length := title_length(context, at):
        at += length
    return at if at < close else None


def _behind_link(context: Context, name: Name) -> int | None:
    """Return where the name of a father or husband behind a link ends."""
    at = name.last + link_length(context, name.last)
    goes_on = name.last < at < len(context.pieces) and context.gap(at) == " " and fits_run(context, at)
    return run_end(context, at) if goes_on else None


def _behind_given(context: Context, name: Name) -> int | None:
    """Return where a name ends whose family name is that of a country, which model and syntax take for a person's."""
    match = context.match_of[name.last] if name.last < len(context.pieces) else None
    if match is None or match.last > name.last + 1 or context.gap(name.last) != " " or len(name.parts) > 1:
        return None
    given, token = context.token(name.first), context.token(name.last)
    flat = token.dep_ == "flat" and token.head.i == given.i and token.ent_type_ == "PERSON"
    return match.last if flat and not is_famous(context, name.parts[0]) else None


def link_length(context: Context, index: int) -> int:
    """Return how many pieces of a link such as "s/o" begin at the piece: 0 when none does."""
    for length in (LONGEST_LINK, 1):
        inside = range(index + 1, index + length)
        whole = index + length <= len(context.pieces) and not any(context.gap(at) for at in inside)
        if (
            whole
            and "".join(context.keys[at] for at in range(index, index + length)) in context.words.persons.name_link
        ):
            return length
    return 0


def shared_names(context: Context, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the given names that share the family name of the one joined to them: "Bill" before "and Hillary ..."."""
    starts = {name.first: name for name in names}
    for name in names:
        if len(name.parts) > 1 and name.family is None:
            at = name.first - 1
            while (given := _given_before(context, at, name, starts)) is not None:
                yield given
                at = given.first - 1


def _given_before(context: Context, joiner: int, name: Name, starts: Mapping[int, Name]) -> Name | None:
    """Return the given name before "and" or a comma that has no family name of its own."""
    key, at = context.keys[joiner], joiner - 1
    joins = key in context.words.joining.conjunction if joiner == name.first - 1 else key == ","
    if not joins or at < 0 or not context.same_line(at, joiner):
        return None
    known = starts.get(at)
    alone = context.gap(at) != " " or not (context.pieces[at - 1].is_capital and fits_run(context, at - 1))
    if not alone or not fits_run(context, at) or blocked(context, at) or (known is not None and known.last > joiner):
        return None
    word = context.keys[at]
    if not _is_given(context, word, name.parts[-1]):
        return None
    family = next(i for i in range(name.last - 1, name.first, -1) if context.keys[i] == name.parts[-1])
    return Name(at, at + 1, (word, name.parts[-1]), None, "shared family name", family=(family, family + 1))


def _is_given(context: Context, word: str, family: str) -> bool:
    """Whether the word is a given name here: of somebody known by the family name, or of many and nobody's own."""
    customs, persons = context.words.names, context.words.persons
    firsts = {part for known in people_called(context.gazetteer, family) for part in _first_parts(known.labels)}
    if any(same_given(word, first, customs) for first in firsts):
        return True
    common = (persons.female_given_name, persons.male_given_name, customs.given_names)
    if any(word in names for names in common) and not is_famous(context, word):
        return True
    return word in context.gazetteer.given_names and not people_called(context.gazetteer, word)


def is_famous(context: Context, word: str) -> bool:
    """Whether the word is the family name of somebody known everywhere: whom Wikidata has, by the reference data."""
    return any(person.matches for person in people_called(context.gazetteer, word))


def _first_parts(labels: Sequence[str]) -> Iterator[str]:
    return (label.split()[0].casefold() for label in labels if " " in label)
