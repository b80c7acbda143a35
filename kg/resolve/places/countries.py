"""Countries, places and organizations: which of its readings a matched name has, and a capital's two meanings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import NOUN_SUBJECTS, marker_of
from kg.knowledge.folding import fold
from kg.records import MentionKind
from kg.resolve.context import without_clitic, word_keys
from kg.resolve.found import Found, known_identity
from kg.resolve.matching.gazetteer import Use, lookup
from kg.resolve.matching.pieces import APOSTROPHES
from kg.resolve.names.titles import title_length
from kg.resolve.offices.phrases import is_regional, region_of
from kg.resolve.places.bodies import begins_longer_name, ends_longer_name
from kg.resolve.places.capitals import is_government, own_case
from kg.resolve.places.model_entities import MISTAKEN, model_entities
from kg.resolve.scenes import is_besieged, owns_its
from kg.resolve.shared_names import is_meant_body, sure_countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Span as Ent
    from kg.grammar.tree import Token
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match, Reading

OBJECTS = frozenset({"iobj", "obj", "obl"})
#: Characters of an article with the space behind it, and of the sign that a name owns what follows.
ARTICLE, CLITIC = 4, 2
KINDS = {
    Use.LABEL: MentionKind.NAME,
    Use.ADJECTIVE: MentionKind.DEMONYM,
    Use.DEMONYM: MentionKind.DEMONYM,
    Use.METONYM: MentionKind.METONYM,
}
PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
HAPPENING = "EVENT"
NAMED = frozenset({"Country", "Place", "Organization"})
#: Pieces of the longest title and name before "of": "Lieutenant Governor Burt T. Jones of Georgia".
LONGEST_HOLDER = 7


def find_agents_and_places(context: Context, taken: frozenset[int]) -> Iterator[Found]:
    """Yield mentions of countries, places and organizations outside the pieces that other names have taken."""
    sure = sure_countries(context, taken)
    persons = frozenset(context.keys[index] for index in taken)
    for match in context.matches:
        free = taken.isdisjoint(range(match.first, match.last)) or _named_after(match, taken)
        if free and not _inside_longer_name(context, match):
            reading = choose_reading(context, match, sure, persons)
            if reading is not None:
                yield from _country_inside(context, match, reading)
                yield _found(match, reading)
    yield from model_entities(context, taken)


def _named_after(match: Match, taken: frozenset[int]) -> bool:
    """Whether a person's name is only the beginning of an organization's: "Trump administration"."""
    return match.last - 1 not in taken and all(
        reading.resource.kind == "Organization" and reading.use is Use.LABEL for reading in match.readings
    )


def _found(match: Match, reading: Reading) -> Found:
    kind = KINDS[reading.use]
    return Found(match.start, match.end, known_identity(reading.resource), kind, f"reference {reading.use}")


def _country_inside(context: Context, match: Match, reading: Reading) -> Iterator[Found]:
    """Yield the country in the name of a part of its state: "US" in "US military"."""
    if reading.resource.kind != "Organization" or match.last - match.first < 2:
        return
    words = context.words
    tail = without_clitic(fold(context.document.text[context.pieces[match.first].end : match.end]), words)
    if not any(
        tail == noun or tail.endswith(" " + noun) for noun in words.states.force_noun | words.states.government_noun
    ):
        return
    for inner in lookup(context.gazetteer, (context.keys[match.first],)):
        if inner.resource.kind == "Country" and inner.resource.iri == reading.resource.country:
            piece = context.pieces[match.first]
            yield Found(piece.start, piece.end, known_identity(inner.resource), KINDS[inner.use], "inside a name")
            return


def choose_reading(context: Context, match: Match, sure: frozenset[str], persons: frozenset[str]) -> Reading | None:
    """Return the reading that the context bears out, None for a word that is no such name here.

    `sure` are countries that the document names beyond doubt, `persons` the words of its persons' names.
    """
    readings = [reading for reading in match.readings if reading.resource.kind in NAMED and reading.use in KINDS]
    readings = [
        reading for reading in readings if not reading.ambiguous or _borne_out(context, match, reading, sure, persons)
    ]
    if not readings or (len(readings) < len(match.readings) and _weapon_here(match)):
        return None
    labels = [reading for reading in readings if reading.use is not Use.METONYM]
    metonyms = [reading for reading in readings if reading.use is Use.METONYM]
    if within := _within(context, match, labels):
        return within
    countries = [reading for reading in labels if reading.resource.kind == "Country"]
    if countries and (region := region_of(match)) is not None and _has_regional_office(context, match):
        return next(reading for reading in match.readings if reading.resource is region)
    if countries:
        return _same_or_none(countries, sure)
    if metonyms and (not labels or is_government(context, _head(context, match))):
        return metonyms[0]
    return _same_or_none(labels, sure) if labels else None


def _within(context: Context, match: Match, readings: list[Reading]) -> Reading | None:
    """Return the reading of "Georgia" in "Atlanta, Georgia" that lies in the same country as the place before it."""
    before = context.match_of[match.first - 2] if match.first >= 2 and context.keys[match.first - 1] == "," else None
    if before is None or len({reading.resource.iri for reading in readings}) < 2:
        return None
    countries = {reading.resource.country for reading in before.readings if reading.resource.kind == "Place"} - {None}
    fitting = [reading for reading in readings if reading.resource.country in countries]
    return fitting[0] if len(fitting) == 1 else None


def _weapon_here(match: Match) -> bool:
    return any(reading.resource.kind == "Weapon" and not reading.ambiguous for reading in match.readings)


def _same_or_none(readings: list[Reading], sure: frozenset[str]) -> Reading | None:
    """Return the first reading; of several resources the one whose country the document names otherwise."""
    if len({reading.resource.iri for reading in readings}) == 1:
        return readings[0]
    named = [reading for reading in readings if reading.resource.country in sure]
    return (named or readings)[0]


def _borne_out(context: Context, match: Match, reading: Reading, sure: frozenset[str], persons: frozenset[str]) -> bool:
    """Whether an ambiguous name is the country or place here: the model says so, or the document names it otherwise."""
    if reading.resource.kind == "Organization":
        return is_meant_body(context, match, reading, sure)
    token = context.token(match.first)
    if token.ent_type_ in PLACE_TYPES or (token.ent_type_ == "NORP" and reading.use is not Use.LABEL):
        return True
    if not context.pieces[match.first].is_capital:
        return False
    if reading.resource.kind == "Country" and _owns_office(context, match):
        return True
    if context.keys[match.first] in persons:
        return False
    if token.ent_type_ in MISTAKEN and is_besieged(context, token):
        return True
    if token.ent_type_ and token.ent_type_ != HAPPENING:  # "the Russian invasion of [Georgia]" is a name of neither
        country = reading.resource.kind == "Country" and _is_lone(token)
        country = country and (_speaks(context, token) or owns_its(context, token) or _faces_country(context, match))
        return token.ent_type_ == "PERSON" and (country or _joined_to_country(context, match))
    if reading.resource.country in sure or _beside_country(context, match):
        return True
    return own_case(_head(context, match)) is not None


def _owns_office(context: Context, match: Match) -> bool:
    """Whether the match is the owner of an office or of armed forces: "Jordan's King Abdullah", "Chad's army"."""
    owner = context.keys[match.last] in APOSTROPHES and context.is_clitic(match.last + 1)
    forces = context.words.states.force_noun | context.words.states.government_noun
    return owner and (title_length(context, match.last + 2) > 0 or context.keys[match.last + 2] in forces)


def _has_regional_office(context: Context, match: Match) -> bool:
    """Whether the office of a part of a country stands beside the name: "Georgia's governor", "governor of Georgia"."""
    owned = context.keys[match.last] in APOSTROPHES and context.is_clitic(match.last + 1)
    behind = match.last + 2 if owned else match.last
    beside = {" ".join(context.keys[at] for at in range(behind, behind + length)) for length in (1, 2, 3)}
    offices, of = context.words.offices, match.first - 1
    if context.keys[of] in context.words.prepositions.genitive | context.words.prepositions.ablative:
        at = of
        while at > max(of - LONGEST_HOLDER, 0) and (context.pieces[at - 1].is_capital or context.keys[at - 1] == "."):
            at -= 1  # "Senator Jon Ossoff of Georgia"
        if is_regional(context, min(at, of - 2), of):
            return True
    return not (offices.regional_office | offices.union_office).isdisjoint(beside)


def _is_lone(token: Token) -> bool:
    """Whether the model takes the word alone for a name."""
    return token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")


def _speaks(context: Context, token: Token) -> bool:
    """Whether what the model takes for a person's lone name says something, or does what states do, as no man or woman.

    So "Jordan said", "Chad expelled two envoys".
    """
    verbs = context.words.pronouns.speech_verb | context.words.states.state_verb
    if token.dep_ != "nsubj" or word_keys(token.head).isdisjoint(verbs):
        return False
    people = context.words.pronouns.male_pronoun | context.words.pronouns.female_pronoun
    return people.isdisjoint(part.lower_ for part in token.sent)


def _faces_country(context: Context, match: Match) -> bool:
    """Whether a party stands beside another country, and no man or woman: "Jordan expelled two Syrians".

    A person whose full name is not told is not known by half of it.
    """
    token = context.token(match.first)
    people = context.words.pronouns.male_pronoun | context.words.pronouns.female_pronoun
    shared = token.dep_ == "nmod" and marker_of(token) in context.words.prepositions.comitative  # "cut ties with Chad"
    alone = (shared or token.dep_ in NOUN_SUBJECTS | OBJECTS) and people.isdisjoint(part.lower_ for part in token.sent)
    return alone and _beside_country(context, match)


def _joined_to_country(context: Context, match: Match) -> bool:
    """Whether "and" or a comma joins the match to another country's unambiguous name."""
    for step, edge in ((-1, match.first - 1), (1, match.last)):
        near = edge + step
        joins = context.keys[edge] in context.words.joining.conjunction or context.keys[edge] == ","
        other = context.match_of[near] if joins and 0 <= near < len(context.pieces) else None
        if other and any(reading.resource.kind == "Country" and not reading.ambiguous for reading in other.readings):
            return True
    return False


def _beside_country(context: Context, match: Match) -> bool:
    """Whether another country's unambiguous name stands in the same sentence."""
    pieces = context.pieces_of(context.token(match.first).sent)
    others = (other for piece in pieces if (other := context.match_of[piece]) is not None and other.first == piece)
    return any(
        reading.resource.kind == "Country" and not reading.ambiguous
        for other in others
        if other is not match
        for reading in other.readings
    )


def _head(context: Context, match: Match) -> Token:
    return context.tokens(match.first, match.last).root


def _inside_longer_name(context: Context, match: Match) -> bool:
    """Whether the match is part of another name, by the model or by capitals: "Kyiv Independent"."""
    if _begins_building(context, match) or begins_longer_name(context, match) or ends_longer_name(context, match):
        return True
    ent = context.ent_of.get(context.token_of[match.first])
    if ent is not None and ent.label_ == "ORG":
        longer = ent.start_char < match.start - ARTICLE or ent.end_char > match.end + CLITIC
        organization = all(reading.resource.kind == "Organization" for reading in match.readings)
        return longer and not organization and not _government_name(context, match, ent)
    if context.knows_names:
        return False
    return _metonym_only(match) and _capital_follows(context, match)


def _begins_building(context: Context, match: Match) -> bool:
    """Whether the country is only the first word of a building's name: "the Saudi Hospital in El Fasher"."""
    if not any(reading.resource.kind == "Country" for reading in match.readings):
        return False
    at = match.last
    while at < len(context.pieces) and context.gap(at) == " " and context.pieces[at].is_capital:
        if context.match_of[at] is not None or title_length(context, at):
            return False
        if context.keys[at] in context.words.persons.namesake_noun:
            return True
        at += 1
    return False


def _government_name(context: Context, match: Match, ent: Ent) -> bool:
    """Whether the longer name is a part of the country's state: "Ukraine's Defense Ministry", "Russian Navy"."""
    if ent.start_char < match.start - ARTICLE:
        return False
    words = context.words
    rest = without_clitic(fold(context.document.text[match.end : ent.end_char]), words)
    return any(
        rest == noun or rest.endswith(" " + noun) or rest.startswith(noun + " ")
        for noun in words.states.government_noun | words.states.force_noun
    )


def _metonym_only(match: Match) -> bool:
    return any(reading.use is Use.METONYM for reading in match.readings)


def _capital_follows(context: Context, match: Match) -> bool:
    after = match.last
    return (
        after < len(context.pieces)
        and context.gap(after) == " "
        and context.pieces[after].is_capital
        and context.match_of[after] is None
        and not title_length(context, after)
        and after not in context.shouted
    )
