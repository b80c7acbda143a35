"""Which event mentions use their words in the proper sense: wolves attack by no armed force, teams meet to play."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.event_mentions.criticism import is_criticism
from kg.extract.event_mentions.habits import free_choice, habit
from kg.extract.event_mentions.sport import is_played
from kg.extract.event_mentions.unmeant import unmeant
from kg.extract.gate import LEARNT
from kg.extract.participants.descriptions import kind_of, sort_of
from kg.grammar.fillers import verb_fillers
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.syntax import PARTICLES, conjuncts, marker_of
from kg.grammar.words import entries, parts_of_speech
from kg.knowledge.gate import Precision
from kg.knowledge.lexicon import EntryKind, Function, PartOfSpeech
from kg.knowledge.namespaces import ID
from kg.knowledge.participants import Part
from kg.knowledge.reference import body_sort
from kg.passed_over import Because
from kg.records import Fate, Outcome, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.knowledge.participants import Kind
    from kg.records import Entity, EventMention

ACTOR = Term("actor")
ORGANIZATION, WEAPON_CLASS, WEAPON = Term("Organization"), Term("Weapon"), Term("weapon")
RELEASE, PROTEST = Term("PrisonerRelease"), Term("Protest")
TARGET = Term("target")
ATTACK, ATTACKER, INTERCEPTED = Term("Attack"), Term("attacker"), Term("Intercepted")
TWO = 2
ARMED, UNDERTAKING = ID + "participant/armed-people", ID + "participant/undertaking"
ADDED = frozenset({"compound", "amod", "advcl", "xcomp", "acl"})
"""Relations of what is added to a word for a gathering: which sort it is, and what it is for."""
BESIDE = frozenset({"compound", "amod", "det"}) | PARTICLES
OBJECT = frozenset({"obj"})
REASONS = {
    Part.AGENT: Because.NO_AGENT,
    Part.PATIENT: Because.NO_PATIENT,
    Part.MEANS: Because.NO_MEANS,
    Part.SOURCE: Because.NO_SOURCE,
}


def in_proper_sense(
    mentions: Sequence[EventMention], analysis: Analysis
) -> tuple[list[EventMention], list[EventMention]]:
    """Return the mentions whose words tell events of their classes, and the others with the reason why they do not."""
    tokens = analysis.tokens
    kept: list[EventMention] = []
    others: list[EventMention] = []
    for mention in mentions:
        because = _silenced(mention, analysis) or _other_sense(mention, tokens[mention.trigger.start], analysis)
        if because:
            others.append(replace(mention, fate=Fate(Outcome.DROPPED, because)))
        else:
            kept.append(mention)
    return kept, others


def _other_sense(mention: EventMention, token: Token, analysis: Analysis) -> str:
    if mention.rule == LEARNT and (word := _excluded_by(token, mention, analysis)):
        return Because.OTHER_USE.of(word)
    if because := unmeant(mention, token, analysis) or _general(mention, token, analysis):
        return because
    if _is_warded_off(mention, token, analysis):
        return Because.WARDED_OFF.of()
    criticized = analysis.taxonomy.is_a(mention.kind, ATTACK) and is_criticism(token, analysis)
    if criticized or _is_date(token, analysis):
        return Because.OTHER_USE.of(token.text)
    if analysis.taxonomy.is_a(mention.kind, RELEASE) and (plight := _plight_of(token, analysis)):
        return Because.OTHER_USE.of(plight)
    if analysis.taxonomy.is_a(mention.kind, PROTEST) and (feast := _feast_of(token, analysis)):
        return Because.OTHER_USE.of(feast)
    armed = bool(mention.figures) or any(argument.role == WEAPON for argument in mention.arguments)
    for part, noun in _parts(token, analysis):
        if part is Part.AGENT and _does_nothing(mention, noun, analysis):
            continue
        if _has_no_part(noun, part, mention.kind, analysis, armed=armed):
            return REASONS[part].of(noun.text)
    return _by_none(mention, analysis) or (Because.SPORT.of() if is_played(mention, token, analysis) else "")


def _general(mention: EventMention, token: Token, analysis: Analysis) -> str:
    """Return why words tell of a kind of happening and of no single one, "" where they do not."""
    often = "" if mention.figures else habit(token, analysis.words)
    if often:
        return Because.HABIT.of(often)
    whoever = free_choice(token, analysis.words)
    return Because.WHOEVER.of(whoever) if whoever else ""


def _by_none(mention: EventMention, analysis: Analysis) -> str:
    """Return why whoever a noun is read to be done by does no such thing: "[a bank] provided funding"."""
    doers = [argument for argument in mention.arguments if argument.role == ACTOR] if mention.is_noun else []
    kinds = [argument.unnamed.described for argument in doers if argument.unnamed is not None]
    classes = analysis.taxonomy.lines(mention.kind)
    idle = [kind for kind in kinds if kind is not None and analysis.kinds.excludes(kind, Part.AGENT, classes)]
    if not idle or len(idle) < len(doers):
        return ""
    return REASONS[Part.AGENT].of(analysis.kinds.labels[idle[0]])


def _silenced(mention: EventMention, analysis: Analysis) -> str:
    """Return why a word of the lexicon is not believed that a learnt reader passed over, "" where it is.

    One that stands with more than it needs has its own sense: "requested jets from the United States".
    """
    table, rule = analysis.knowledge.gate, Term(mention.rule)
    alone = mention.score is None and mention.rule != LEARNT and analysis.doc.events is not None
    alone = alone and len({argument.role for argument in mention.arguments}) <= TWO
    silenced = alone and table.is_silenced(rule, mention.kind, analysis.taxonomy)
    return Because.SILENCED.of(table.silent[rule]) if silenced else ""


def _is_date(token: Token, analysis: Analysis) -> bool:
    """Say whether a word is the name of a month, which nothing describes: "in March" nobody marched."""
    named = token.text in analysis.words.time.months and token.tag_ == "NNP"
    return named and not any(child.dep_ in {"det", "amod", "nmod:poss", "compound"} for child in token.children)


def _plight_of(verb: Token, analysis: Analysis) -> str:
    """Return the word that says that whoever is freed is held by nobody: "freed [trapped] miners"."""
    for part, noun in _parts(verb, analysis):
        for child in noun.children if part is Part.PATIENT else ():
            if child.lemma_.lower() in analysis.words.states.plight_word and child.tag_ in {"VBN", "VBD", "JJ"}:
                return child.text
    return ""


def _feast_of(march: Token, analysis: Analysis) -> str:
    """Return the word by which people gather for a feast: "a [celebration] rally", "marched to [celebrate]"."""
    festive = analysis.words.states.festive_word
    added = [child for child in march.children if child.dep_ in ADDED]
    below = [part for child in added if child.pos_ == "VERB" for part in child.children if part.dep_ == "obj"]
    return next((word.text for word in (*added, *below) if word.lemma_.lower() in festive), "")


def _is_warded_off(mention: EventMention, token: Token, analysis: Analysis) -> bool:
    """Say whether arms in flight are shot down: that is no attack of the defender's, though a ship or plane is hit."""
    if not analysis.taxonomy.is_a(mention.kind, ATTACK):
        return False
    counting = {entry.counts for entry in entries(analysis.words, token, EntryKind.FIGURE)}
    if INTERCEPTED not in counting:
        return False
    hit = [noun for part, noun in _parts(token, analysis) if part is Part.PATIENT]
    fought = any(argument.role == ATTACKER for argument in mention.arguments)
    return bool(hit) and all(_is_munition(noun, analysis, fought=fought) for noun in hit)


def _is_munition(noun: Token, analysis: Analysis, *, fought: bool) -> bool:
    entities = [analysis.index.entities[reference.entity] for reference in analysis.index.at(noun)]
    weapons = bool(entities) and all(entity.kind == WEAPON_CLASS for entity in entities)
    flying = weapons and not (fought and any(_is_struck(entity, analysis) for entity in entities))
    return flying and all(kind_of(part, analysis.kinds, analysis.words) is None for part in conjuncts(noun))


def _is_struck(weapon: Entity, analysis: Analysis) -> bool:
    """Say whether arms stand on the ground or carry people: who destroys them attacks whose they are."""
    above = [iri for iri in (weapon.reference, weapon.broader) if iri is not None]
    for iri in above:
        above += [broader for broader in analysis.knowledge.reference[iri].broader if broader not in above]
    return any(
        resource.on_the_ground or resource.crewed
        for resource in map(analysis.knowledge.reference.get, above)
        if resource
    )


def _does_nothing(mention: EventMention, noun: Token, analysis: Analysis) -> bool:
    """Say whether a noun that may do it is none that does: of "a record Russian attack", "the bombing of a market"."""
    hit = any(argument.role == TARGET and argument.head == noun.idx for argument in mention.arguments)
    return hit or (noun.dep_ in BESIDE and _names_another(mention, noun, analysis))


def _names_another(mention: EventMention, noun: Token, analysis: Analysis) -> bool:
    acting = (a for a in mention.arguments if a.entity is not None and analysis.taxonomy.is_part(a.role))
    return any(argument.head != noun.idx for argument in acting)


def _excluded_by(token: Token, mention: EventMention, analysis: Analysis) -> str:
    """Return the modifier, particle or object with which the lexicon says that the word means no event of the class.

    So "verbal" attack, stormed "off", recognized the "importance", reviewed something: what the lexicon knows, no other
    reader need find out. Of objects another reader may be as sure as high precision asks: missiles struck a "road".
    """
    taxonomy, lexicon, kind = analysis.taxonomy, analysis.words.lexicon, mention.kind
    found = (word for listed in parts_of_speech(token) for word in lexicon.find(token.lemma_.lower(), listed))
    alike_words = [
        word
        for word in found
        if word.entry.kind is EntryKind.EVENT
        and word.entry.evokes is not None
        and taxonomy.family(word.entry.evokes) == taxonomy.family(kind)
    ]
    alike = [word.entry.excludes for word in alike_words]
    phrasal = {word.partner for word in alike_words}  # one shoots nobody "down", but planes
    by_any, by_all = frozenset[str]().union(*alike), frozenset[str]().union(*alike[:1]).intersection(*alike)
    beside = (child.lower_ for child in token.children if child.dep_ in BESIDE and child.lower_ in by_any - phrasal)
    things = [child for child in token.children if child.dep_ in OBJECT]
    labelled = (thing.lower_ for thing in things if thing.dep_ in by_all)
    sure = (mention.score or 0.0) >= analysis.knowledge.gate.least_score(kind, taxonomy, Precision.HIGH)
    named = (thing.lower_ for thing in things if thing.lower_ in by_all and not sure)
    return next(beside, "") or next(labelled, "") or next(named, "")


def _parts(token: Token, analysis: Analysis) -> Iterator[tuple[Part, Token]]:
    """Yield the heads of the phrases that do it, that it is done to or with, and that those leave who do it."""
    markers = analysis.words.prepositions
    is_verb = PartOfSpeech.VERB in parts_of_speech(token)
    fillers = list(verb_fillers(token, analysis.words) if is_verb else noun_fillers(token, analysis.words))
    moved = any(filler.function is Function.OBJECT or filler.marker in markers.genitive for filler in fillers)
    armed = any(_is_sort(filler.token, ARMED, analysis) for filler in fillers)
    active = is_verb and any(child.dep_ == "nsubj" for child in token.children)  # "by 1800 Kyiv time he had bombed it"
    for filler in fillers:
        before = filler.function is Function.MODIFIER and filler.token.head == token
        agents = {Function.SUBJECT} if is_verb else {Function.POSSESSOR}
        comes = not is_verb and filler.function is Function.OBLIQUE and filler.marker in markers.ablative
        if filler.function in agents or before or comes or (filler.marker in markers.agentive and not active):
            yield Part.AGENT, filler.token
        if filler.function is Function.OBJECT:
            yield Part.PATIENT, filler.token
        if not is_verb and filler.marker in markers.genitive:
            yield Part.AGENT, filler.token
            yield Part.PATIENT, filler.token
        if filler.function is Function.OBLIQUE and filler.marker in markers.instrumental | markers.inner:
            yield Part.MEANS, filler.token
        left = not moved and filler.function is Function.OBLIQUE and filler.marker in markers.ablative
        if left and (not armed or _is_sort(filler.token, UNDERTAKING, analysis)):
            yield (
                Part.SOURCE,
                filler.token,
            )  # who "withdrew troops from the alliance" moved them, and soldiers leave houses


def _is_sort(noun: Token, kind: str, analysis: Analysis) -> bool:
    sort = sort_of(noun, analysis.kinds)
    return sort is not None and analysis.kinds.is_a(sort.iri, kind)


def _has_no_part(noun: Token, part: Part, kind: Term, analysis: Analysis, *, armed: bool) -> bool:
    """Say whether all that a phrase names is of kinds that have no such part in events of the class.

    A body with a name has none if those of its sort have none, where no arms and no dead are told.
    """
    classes = analysis.taxonomy.lines(kind)
    found = [_kind_at(member, analysis, armed=armed) for member in conjuncts(noun)]
    return all(one is not None and analysis.kinds.excludes(one, part, classes) for one in found)


def _sort_of_phrase(noun: Token, analysis: Analysis) -> Kind | None:
    """Return the kind of a noun with what belongs to it before or behind: a "vote of confidence" is no vote."""
    genitive = analysis.words.prepositions.genitive
    behind = (child for child in noun.rights if child.dep_ == "nmod" and marker_of(child) in genitive)
    whole = next((f"{noun.lemma_} {marker_of(child)} {child.lemma_}".lower() for child in behind), "")
    return analysis.kinds.nouns.get(whole) or sort_of(noun, analysis.kinds)


def _kind_at(noun: Token, analysis: Analysis, *, armed: bool) -> str | None:
    """Return the kind that the words tell; of a name that of its body, for a name may begin like any sentence."""
    index = analysis.index
    if noun.i not in index.covered or noun.is_sent_start:
        kind = _sort_of_phrase(noun, analysis)
        if kind is not None or noun.i not in index.covered:
            return None if kind is None else kind.iri
    entities = [index.entities[mention.entity] for mention in index.heads.get(noun.i, ())]
    reference = analysis.knowledge.reference
    sorts = {body_sort(entity.reference, reference) for entity in entities if entity.kind == ORGANIZATION}
    sort = next(iter(sorts), None) if len(sorts) == 1 and not armed else None
    return None if sort is None else analysis.kinds.alike.get(sort)
