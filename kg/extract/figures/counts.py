"""What the numbers of an event count: the dead are people, what is shot down is a weapon, and all the dead add up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.extract.participants.descriptions import kind_of, sort_of
from kg.grammar.negation import is_excluded
from kg.grammar.phrases import complement_of
from kg.grammar.quantity.numbers import is_number
from kg.grammar.quantity.quantities import Quantity, quantity_at, quantity_of
from kg.grammar.syntax import SUBJECTS, conjuncts, is_definite, marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.knowledge.namespaces import ID
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.participants.reference import Reference
    from kg.grammar.tree import Token
    from kg.knowledge.participants import Kind
    from kg.knowledge.words import Words

KILLED: Final = Term("Killed")
OF_PEOPLE: Final = frozenset({KILLED, Term("Injured"), Term("Released")})
OF_CASUALTIES: Final = frozenset({KILLED, Term("Injured")})
OF_WEAPONS: Final = frozenset({Term("Launched"), Term("Intercepted")})
PEOPLE, BODY, AIRCRAFT = ID + "participant/people", ID + "participant/body", ID + "participant/aircraft"
FLYING, INTERCEPTED = ID + "weapon/aircraft", Term("Intercepted")
PATIENT = frozenset({"obj", "nsubj:pass"})
ATTACK: Final = Term("Attack")
PREDICATED = frozenset({"JJ", "VBN", "VBD"})
COMMON = frozenset({"NN", "NNP", "JJ"})
SINGULAR, ADJECTIVE = frozenset({"NN", "NNP"}), "JJ"


def weapon_at(token: Token, analysis: Analysis) -> Reference | None:
    """Return the weapon that a token names."""
    index = analysis.index
    return next((r for r in index.at(token) if index.entities[r.entity].kind == "Weapon"), None)


def can_count(noun: Token, measure: Term, analysis: Analysis) -> bool:
    """Say whether a measure counts what a noun names: the killed are no horses, and the intercepted are no homes.

    A number without a noun counts whatever is counted there.
    """
    if is_number(noun, analysis.words) or noun.pos_ == "PRON":
        complement = complement_of(noun, analysis.words)
        return complement is None or can_count(complement, measure, analysis)
    sort = _sort_of(noun, analysis)
    if measure in OF_PEOPLE:
        armed = weapon_at(noun, analysis) is not None
        return not armed and (sort is None or any(analysis.kinds.is_a(sort.iri, kind) for kind in (PEOPLE, BODY)))
    if measure in OF_WEAPONS:
        flies = sort is not None and analysis.kinds.is_a(sort.iri, AIRCRAFT)
        return flies or weapon_at(noun, analysis) is not None
    return True


def is_wrecked(noun: Token, verb: Token, measure: Term, analysis: Analysis) -> bool:
    """Say whether arms that are counted may as well have been hit on the ground: "destroyed [four bombers]"."""
    if measure != INTERCEPTED or verb.lemma_.lower() not in analysis.words.states.wrecking_verb:
        return False
    sort, weapon = _sort_of(noun, analysis), weapon_at(noun, analysis)
    if sort is not None and analysis.kinds.is_a(sort.iri, AIRCRAFT):
        return True
    if weapon is None:
        return False
    entity, reference = analysis.index.entities[weapon.entity], analysis.knowledge.reference
    above = [iri for iri in (entity.reference, entity.broader) if iri is not None]
    for iri in above:
        above += [broader for broader in reference[iri].broader if broader not in above]
    return any(iri == FLYING or reference[iri].on_the_ground for iri in above)


def _sort_of(noun: Token, analysis: Analysis) -> Kind | None:
    """The kind of a noun, by the word itself where it is alike in the singular and plural: sheep."""
    return sort_of(noun, analysis.kinds) or analysis.kinds.named([noun.lower_])


def count_of(token: Token, words: Words) -> Quantity | None:
    """Return how many a noun, or a number without one, counts; of a group how many it has: "a family of six"."""
    return quantity_of(token, words) or quantity_at(token, words) or _members(token, words) or _both(token, words)


def _both(noun: Token, words: Words) -> Quantity | None:
    """Two of "both her parents"."""
    two = next((child for child in noun.children if child.lower_ in words.function.alone_for_two), None)
    told = two is not None and two.dep_ in {"det", "det:predet"} and two.i < noun.i and noun.tag_ not in SINGULAR
    return Quantity(2, 2, two.i, two.i + 1) if two is not None and told else None


def _members(noun: Token, words: Words) -> Quantity | None:
    if not is_group(noun, words):
        return None
    members = (
        child for child in noun.children if child.dep_ == "nmod" and marker_of(child) in words.prepositions.genitive
    )
    told = (quantity_of(child, words) or quantity_at(child, words) for child in members)
    return next((found for found in told if found is not None), None)


def is_group(noun: Token, words: Words) -> bool:
    """Say whether a noun in the singular is of more than one: of a family nobody knows by the article how many died."""
    return noun.tag_ in SINGULAR and noun.lemma_.lower() in words.function.group_noun


def together(first: Token, measure: Term, analysis: Analysis) -> Quantity | None:
    """Return how many people all those are that are coordinated with the first: five soldiers and three civilians.

    One who is named or told by a noun in the singular is one; of a plural without a number nobody knows how many more
    there are. None where only one is counted, or where of more than one person nobody tells how many.
    """
    words = analysis.words
    people = _people(first, measure, analysis)
    if measure not in OF_PEOPLE or len(people) < 2 or not _is_sum(people, words):
        return None
    told = [count_of(part, words) for part in people]
    counts = [found or _single(part, analysis) for part, found in zip(people, told, strict=True)]
    known = [count for count in counts if count is not None]
    if not any(told) and len(known) < len(people):
        return None
    low = sum(count.minimum or 0 for count in known)
    tops = [count.maximum for count in known if count.maximum is not None]
    high = sum(tops) if len(tops) == len(people) else None
    return Quantity(low, high, min(count.start for count in known), max(count.end for count in known))


def without_others(count: Quantity, noun: Token, measure: Term, words: Words) -> Quantity:
    """Return a count of dead with an open end where they come to others: "two more soldiers died"."""
    further = any(child.lower_ in words.function.further_word for child in noun.children)
    return replace(count, maximum=None) if measure == KILLED and further and count.minimum else count


def is_with_others(noun: Token, measure: Term, analysis: Analysis) -> bool:
    """Say whether others are told beside a person, so that the article does not say how many there are in all."""
    if noun.dep_ == "conj" and noun.head.pos_ not in {"VERB", "AUX"}:
        return True
    people = _people(noun, measure, analysis)
    return len(people) > 1 and _is_sum(people, analysis.words)


def members_of_list(first: Token, words: Words) -> tuple[Token, ...]:
    """Return what is coordinated with a noun, and several that the parser takes for one: "a man, [two] of his sons"."""
    found = [part for part in conjuncts(first) if part.pos_ not in {"VERB", "AUX"}]
    if first.tag_ in SINGULAR and len(found) > 1:
        beside = (child for child in first.children if child.dep_ == "appos")
        found += [part for part in beside if (count := count_of(part, words)) is not None and count.minimum != 1]
    return tuple(sorted(found, key=lambda part: part.i))


def _people(first: Token, measure: Term, analysis: Analysis) -> list[Token]:
    words = analysis.words
    parts = [part for part in members_of_list(first, words) if not is_share(part, measure, words)]
    parts = [part for part in parts if not is_excluded(part, words)]  # "20 people, not 30"
    return [p for p in parts if can_count(p, measure, analysis) and not (p != first and _counts(p, words))]


def _single(part: Token, analysis: Analysis) -> Quantity | None:
    """One for a teacher, her son or a person with a name; None for more of whom no number is told."""
    article = any(child.lower_ in analysis.words.function.indefinite_article for child in part.children)
    if (part.tag_ not in SINGULAR and not (part.tag_ == ADJECTIVE and article)) or is_group(part, analysis.words):
        return None
    index = analysis.index
    named = any(index.entities[reference.entity].kind == "Person" for reference in index.at(part))
    sort = _sort_of(part, analysis)
    human = sort is not None and analysis.kinds.is_a(sort.iri, PEOPLE)
    determined = any(child.dep_ in {"det", "nmod:poss"} for child in part.children)
    return Quantity(1, 1, part.i, part.i + 1) if named or human or determined else None


def one_person(noun: Token, measure: Term, analysis: Analysis) -> Quantity | None:
    """Return one for a person who is hurt alone, told by what he is: "killed [a judge]", "wounded [his cousin]"."""
    alone = measure in OF_CASUALTIES and noun.tag_ in COMMON and not is_with_others(noun, measure, analysis)
    sort = kind_of(noun, analysis.kinds, analysis.words) if alone else None
    human = sort is not None and analysis.kinds.is_a(sort.iri, PEOPLE)
    return _single(noun, analysis) if human and can_count(noun, measure, analysis) else None


def _counts(part: Token, words: Words) -> bool:
    """Say whether a word counts itself, or has what is said of it behind it: "five dead and twelve [wounded]"."""
    behind = part.nbor() if part.i + 1 < len(part.doc) else None
    alone = is_number(part, words) and behind is not None and behind.tag_ in PREDICATED
    return alone or any(entry.counts is not None for entry in entries(words, part, EntryKind.FIGURE))


def is_of_groups(noun: Token, measure: Term, words: Words) -> bool:
    """Say whether a noun counts groups, and not the arms that are in them: "two waves of drones"."""
    if measure not in OF_WEAPONS or complement_of(noun, words) is None or quantity_at(noun, words) is not None:
        return False
    found = (a for entry in entries(words, noun, EntryKind.COLLECTIVE) for a in entry.arguments)
    return any(argument.markers & words.prepositions.genitive for argument in found) and not is_number(noun, words)


def is_share(part: Token, measure: Term, words: Words) -> bool:
    """Say whether a number is of those who are counted before it: "14 people, 5 of them children".

    So it is where those whom it counts are among others: "two officials were among the dead". What is shot down is
    counted by nothing before: "launched 142 drones, and 118 of them were downed".
    """
    if measure not in OF_PEOPLE:
        return False
    genitive = words.prepositions.genitive
    if is_excluded(part, words) or (
        marker_of(part) in genitive and part.head.lower_ in words.negation.negative_pronoun
    ):
        return True
    if part.dep_ in SUBJECTS and marker_of(part.head) in words.prepositions.member:
        return True
    if any(child.dep_ in SUBJECTS and is_share(child, measure, words) for child in part.children):
        return True  # "four people, one of them a medic"
    return any(child.pos_ == "PRON" and marker_of(child) in genitive for child in part.children)


def are_among(number: Token, trigger: Token, words: Words) -> bool:
    """Say whether a number is of some of those whom a participle tells of: "[one] of the rebels killed" is not all."""
    whole = complement_of(number, words) if is_number(number, words) else None
    return (
        whole is not None
        and trigger.dep_ == "acl"
        and trigger.head.i in {whole.i, number.i}
        and is_definite(whole, words)
    )


def are_of_one(number: Token, analysis: Analysis) -> bool:
    """Say whether a number is of those whom somebody has: "a father of [four]"."""
    words = analysis.words
    behind = is_number(number, words) and marker_of(number) in words.prepositions.genitive
    if not behind or number.head.tag_ not in SINGULAR or is_group(number.head, words):
        return False
    sort = _sort_of(number.head, analysis)
    return sort is not None and analysis.kinds.is_a(sort.iri, PEOPLE)


def _is_sum(people: Sequence[Token], words: Words) -> bool:
    """Say whether the last is joined by "and", not by "or" and the like."""
    joints = [child.lower_ for part in people for child in part.children if child.dep_ == "cc"]
    return all(joint in words.function.additive_conjunction for joint in joints)
