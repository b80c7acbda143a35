"""Scoring who and what a document names: people, countries, weapons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.evaluate.matching import plain, same_person, same_weapon
from kg.evaluate.tally import Comparison, Tally, compare

if TYPE_CHECKING:
    from kg.evaluate.gold import Gold, GoldCountry, GoldPerson
    from kg.evaluate.graph import View


def score_people(tally: Tally, view: View, gold: Gold) -> None:
    """Score the people, and the countries of those found."""
    if gold.people is None:
        return
    mentions = view.mentions.get(gold.id, {})
    ignored = {plain(name) for name in gold.ignore}
    found = [
        person
        for person in view.mentioned(gold.id, "Person")
        if not (view.labels(person) and all(plain(label) in ignored for label in view.labels(person)))
    ]

    def agrees(person: GoldPerson, entity: str) -> bool:
        names = view.labels(entity) | mentions[entity]
        return any(same_person(wanted, name, view.customs) for wanted in person.names for name in names)

    judged = "people" in gold.complete
    comparison = Comparison("people", gold.id, agrees, lambda person: person.names[0], view.shown, lambda _: judged)
    compare(tally, comparison, gold.people, found)
    for person in gold.people:
        entities = [entity for entity in found if agrees(person, entity)]
        if person.country and entities:
            right = any(person.country in view.codes(entity) | view.labels(entity) for entity in entities)
            tally.check("person country", gold.id, f"{person.names[0]}: {person.country}", right=right)


def score_countries(tally: Tally, view: View, gold: Gold) -> None:
    """Score the countries by their codes."""
    if gold.countries is None or "countries" not in gold.complete:
        return
    found = {code for country in view.mentioned(gold.id, "Country") for code in view.codes(country)}

    def agrees(country: GoldCountry, code: str) -> bool:
        return country.code == code

    comparison = Comparison("countries", gold.id, agrees, lambda country: country.code, str)
    compare(tally, comparison, gold.countries, sorted(found))


def score_weapons(tally: Tally, view: View, gold: Gold) -> None:
    """Score the words that name weapons, and the classes of those found."""
    if gold.weapons is None or "weapons" not in gold.complete:
        return
    mentions = view.mentions.get(gold.id, {})
    weapons = view.mentioned(gold.id, "Weapon")
    ignored = {plain(name) for name in gold.ignore}
    found = sorted({plain(quote) for weapon in weapons for quote in mentions[weapon]} - ignored)
    wanted = {plain(weapon.mention): weapon for weapon in gold.weapons}
    tally.right("weapons", 0)
    for mention in wanted:
        right = any(same_weapon(mention, words, view.customs) for words in found)
        tally.check("weapons", gold.id, mention, right=right)
    for words in found:
        if not any(same_weapon(mention, words, view.customs) for mention in wanted):
            tally.surplus("weapons", gold.id, words)
    for mention, annotated in wanted.items():
        entities = tuple(
            w for w in weapons if any(same_weapon(mention, plain(quote), view.customs) for quote in mentions[w])
        )
        if entities and annotated.class_name != "other":
            names = {name.rstrip("s") for name in view.classes(entities)}
            right = plain(annotated.class_name).rstrip("s") in names
            tally.check("weapon class", gold.id, f"{mention}: {annotated.class_name}", right=right)
