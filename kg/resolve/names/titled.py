"""Names beside a title, and for pipelines that know no names, beside a verb of saying or an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.resolve.context import word_keys
from kg.resolve.matching.gazetteer import people_called
from kg.resolve.matching.pieces import APOSTROPHES
from kg.resolve.names.runs import blocked, fits_run, particle_leads, run_end
from kg.resolve.names.spans import make_name
from kg.resolve.names.titles import follows_courtesy_title, follows_personal_title, title_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.context import Context
    from kg.resolve.names.spans import Name

NO_PERSON = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WEAPON", "PLATFORM", "DATE"})


def titled_names(context: Context) -> Iterator[Name]:
    """Yield the run of capitals behind a title: "President X", "foreign minister X Y", "Mr X"."""
    index = 0
    for start in sorted(context.title_starts):
        if start < index or not (length := title_length(context, start)):
            continue
        index = start + length
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
    if not context.knows_names or "PERSON" in types or follows_courtesy_title(context, name.first):
        return False
    if types & NO_PERSON:
        return True
    return not follows_personal_title(context, name.first) and not people_called(context.gazetteer, name.parts[-1])


def _behind_owner(context: Context, index: int) -> int:
    """Skip the country in "President of Finland Sauli Niinistö"; stay where none stands or nothing follows it."""
    at = index
    if context.keys[at] not in context.words.offices.office_preposition:
        return index
    while context.keys[at] in context.words.offices.office_joiner:
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
        return context.keys[index] in context.words.persons.inner_name_word and particle_leads(context, index)
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
    if context.keys[index] != ",":
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
    return token.pos_ == "VERB" and not word_keys(token).isdisjoint(context.words.pronouns.speech_verb)
