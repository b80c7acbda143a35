"""Bodies whose name others have too: which country's is meant, by what else the text tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.records import Term
from kg.resolve.matching.gazetteer import lands_of

if TYPE_CHECKING:
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match, Reading

#: A word with more readings than these is no sure sign of any.
MOST_READINGS = 4
PERSON, BODY = Term("Person"), Term("Organization")
ARMED_GROUP = "armed-group"
#: What models take the name of armed men for: "M23 fighters".
ARMS = frozenset({"WEAPON", "PLATFORM"})


def sure_countries(context: Context, taken: frozenset[int]) -> frozenset[str]:
    """Return the countries that the document names in words that mean nothing else.

    What is a bird too is one where the model takes it for a place, and a known man names his: not what is only called
    so, by the `taken` pieces of persons' names.
    """
    found: set[str] = set()
    for match in context.matches:
        own = taken.isdisjoint(range(match.first, match.last))
        found |= countries_beyond_doubt(match, own=own)
        if own and context.token(match.first).ent_type_ == "GPE":
            found.update(land.iri for land in lands_of(match))
    return frozenset(found)


def countries_beyond_doubt(match: Match, *, own: bool) -> set[str]:
    """Return the countries that words name in their only sense, be it by somebody or something of theirs.

    Where the words are not a name's `own`, but stand in a person's, only a known person does.
    """
    if len(match.readings) > MOST_READINGS:
        return set()
    sure = [r.resource for r in match.readings if not r.ambiguous and (own or r.resource.kind == PERSON)]
    return {resource.country for resource in sure if resource.country}


def is_strange(reading: Reading, sure: frozenset[str]) -> bool:
    """Whether a name that others have too is of none of the countries that the text names, where it names any."""
    country = reading.resource.country
    return reading.ambiguous and bool(sure) and country is not None and country not in sure


def are_strange(match: Match, sure: frozenset[str]) -> bool:
    """Whether several words name better-known bodies of other countries than the text's only: "the Labour Party"."""
    bodies = all(reading.resource.kind == BODY and is_strange(reading, sure) for reading in match.readings)
    return bodies and match.last - match.first > 1


def _is_of_others(context: Context, match: Match, reading: Reading) -> bool:
    """Whether a bare word for a body has what it is of behind it, and not its country: "the Congress of Deputies"."""
    at = match.last + 1
    if match.last - match.first > 1 or context.keys[match.last] not in context.words.prepositions.genitive:
        return False
    at += context.keys[at] in context.words.function.definite_article
    if at >= len(context.pieces) or not context.pieces[at].is_capital:
        return False
    other = context.match_of[at]
    return other is None or all(r.resource.iri != reading.resource.country for r in other.readings)


def is_meant_body(context: Context, match: Match, reading: Reading, sure: frozenset[str]) -> bool:
    """Whether an ambiguous name is the organization: it is so named elsewhere, or the model takes it for one.

    An acronym that is a word in any other case must be in capitals (PLAN); behind "the" it is one, and so is a pronoun
    in capitals that asks nothing ("WHO says"). "The Commission" must be named before. Where the text tells of other
    countries only, it is a body of theirs.
    """
    if is_strange(reading, sure) or _is_of_others(context, match, reading):
        return False
    text = context.document.text[match.start : match.end]
    if reading.label.isupper() and (not text.isupper() or match.first in context.shouted):
        return False
    if reading.label.isupper() and context.keys[match.first - 1] in context.words.function.definite_article:
        return True
    if reading.resource.sort == ARMED_GROUP and _holds_land(context, match):
        return True
    token = context.token(match.first)
    if reading.label.isupper() and token.pos_ == "PRON" and token.sent[-1].text != "?":
        return True
    named = any(
        other.resource.iri == reading.resource.iri and not other.ambiguous and earlier.start < match.start
        for earlier in context.matches
        for other in earlier.readings
    )
    label = context.token(match.last - 1).ent_type_
    body = label == "ORG" or (label in ARMS and reading.resource.sort == ARMED_GROUP)
    return named or (reading.label[0].isupper() and body)


def _holds_land(context: Context, match: Match) -> bool:
    """Whether a hyphen joins the name to a participle of holding, as only of whoever has arms: "[RSF]-held"."""
    joined = context.keys[match.last] in HYPHENS and match.last + 1 < len(context.pieces)
    return joined and context.token(match.last + 1).lemma_.lower() in context.words.states.holding_verb
