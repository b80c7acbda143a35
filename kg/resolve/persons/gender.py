"""Whether a person is a man or a woman, as far as title and given name tell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.resolve.names.titles import title_length

if TYPE_CHECKING:
    from kg.knowledge.reference import Resource
    from kg.knowledge.words import Words
    from kg.resolve.context import Context
    from kg.resolve.names.spans import Name


def title_gender(context: Context, name: Name) -> str | None:
    """Return "male" or "female" when the title before the name tells, else None."""
    words = context.words
    for start in range(max(0, name.first - 3), name.first):
        length = title_length(context, start)
        if length and start + length == name.first:
            title = " ".join(context.keys[i] for i in range(start, start + length) if context.pieces[i].is_word)
            if title in words.persons.female_honorific:
                return "female"
            if title in words.persons.male_honorific:
                return "male"
    return None


def given_gender(name: Name, words: Words) -> str | None:
    """Return "male" or "female" when the given name of a full name tells, else None."""
    return _gender_of(name.parts[0], words) if len(name.parts) > 1 else None


def known_gender(person: Resource | None, words: Words) -> str | None:
    """Return the gender that the names of a known person tell, where the text has the family name alone."""
    labels = person.labels if person else ()
    genders = {_gender_of(fold(label.split()[0]), words) for label in labels if " " in label} - {None}
    return min(genders, key=str) if len(genders) == 1 else None


@lru_cache(maxsize=8192)
def _gender_of(given: str, words: Words) -> str | None:
    """Return the gender that the given name tells, or the name that it is a short form of."""
    forms = words.names.given_names
    ids = forms.get(given, frozenset())
    same = {given} | {other for other, others in forms.items() if not ids.isdisjoint(others)}
    for names in ({given}, same):
        female, male = names & words.persons.female_given_name, names & words.persons.male_given_name
        if bool(female) != bool(male):
            return "female" if female else "male"
    return None
