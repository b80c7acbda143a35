"""From syntactic arguments to roles: which entities take which part in the event that a predicate evokes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.elsewhere import is_to_be_served
from kg.extract.arguments.orders import arms_before
from kg.extract.arguments.role_fillers import RoleFiller, matches
from kg.extract.arguments.stand_ins import ATTACKER, doers_of, speaks_for, stand_ins_of
from kg.extract.participants.descriptions import COMMON, describe, kind_of, sort_of
from kg.extract.participants.mentions import TERRITORIES
from kg.extract.participants.peoples import side_of
from kg.grammar.negation import included
from kg.grammar.phrases import complement_of
from kg.grammar.quantity.numbers import is_number
from kg.grammar.syntax import PLURAL, marker_of
from kg.knowledge.lexicon import Function
from kg.knowledge.namespaces import ID
from kg.knowledge.reference import body_sort
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.arguments.predicates import Predicate, Slot
    from kg.extract.participants.descriptions import Description
    from kg.extract.participants.mentions import MentionIndex
    from kg.extract.participants.reference import Reference
    from kg.grammar.tree import Token
    from kg.knowledge.lexicon import SyntacticArgument
    from kg.knowledge.taxonomy import Taxonomy

ENOUGH = 2  # parties of "talks between"
TOPIC, TARGET, PERSON, PLACE = Term("topic"), Term("target"), Term("Person"), Term("Place")
PRONOUNS = frozenset({"PRP", "WP"})
WEAPON, SITE, ATTACK, COUNTRY = Term("weapon"), Term("place"), Term("Attack"), Term("Country")
CONVEYANCE, UNDERTAKING = ID + "participant/conveyance", ID + "participant/undertaking"
DEMAND, AGENTS = Term("Demand"), frozenset({PERSON, Term("Organization")})


def read_roles(predicate: Predicate, analysis: Analysis, *, taken: Container[int]) -> tuple[RoleFiller, ...] | None:
    """Return the role fillers of a predicate, or None when an argument that its entry requires is not filled.

    Words in `taken` (tokens) tell something else: a date, another event.
    """
    if not _has_places(predicate):
        return None
    found: list[RoleFiller] = []
    filled: set[SyntacticArgument] = set()
    between = False
    for slot in predicate.slots:
        if slot.borrowed and not between:
            behind = [f for f in found if f.role == PARTICIPANT and f.marker in analysis.words.prepositions.complete]
            between = len(behind) >= ENOUGH
        own = {argument.role for argument in filled}
        for argument, filler in fillers_of(slot, analysis, taken, kind=predicate.entry.evokes):
            if slot.borrowed and filler.role in own - (set() if between else {PARTICIPANT}):
                continue  # whose attack it is, whom talks are between, the noun phrase itself says best
            filled.add(argument)
            if filler.key not in {f.key for f in found}:
                found.append(filler)
    filled |= seen_arguments(predicate, analysis)
    if not filled.issuperset(predicate.entry.required) or _is_of_things(predicate, analysis):
        return None
    fillers = _without_own_people(_without_broader_roles(found, analysis.taxonomy), analysis.index)
    return tuple(_without_general_words(fillers, analysis.words.prepositions.inclusive))


def _has_places(predicate: Predicate) -> bool:
    """Say whether any words stand in the place of each argument that the entry requires, whatever they mean."""
    return all(
        any(matches(argument, slot.filler) and argument in slot.arguments for slot in predicate.slots)
        for argument in predicate.entry.required
    )


def seen_arguments(predicate: Predicate, analysis: Analysis) -> frozenset[SyntacticArgument]:
    """Return the arguments in whose places words stand that name and describe nobody: "they attacked [it]".

    Where the entry takes less than its role does ("kill" people), only a pronoun for people may stand there.
    """
    return frozenset(
        argument
        for slot in predicate.slots
        if not analysis.index.names(slot.filler.token)
        for argument in slot.arguments
        if argument.function is slot.filler.function
        and matches(argument, slot.filler)
        and _may_stand(slot.filler.token, argument, analysis)
    )


def _may_stand(token: Token, argument: SyntacticArgument, analysis: Analysis) -> bool:
    pronoun = token.tag_ in PRONOUNS
    no_name = pronoun or token.tag_ in COMMON
    if argument.role == TOPIC or not no_name:
        return no_name
    if argument.filled_by:
        return pronoun and token.lower_ not in analysis.words.pronouns.neuter_pronoun
    sort = sort_of(token, analysis.kinds)
    unsorted = sort is None or analysis.kinds.is_a(sort.iri, UNDERTAKING)
    plain = token.tag_ in COMMON and token.pos_ == "NOUN" and unsorted
    return argument.role not in {WEAPON, SITE} and (pronoun or plain)


def _is_of_things(predicate: Predicate, analysis: Analysis) -> bool:
    """Say whether a thing stands where another party would: who "met the deadline" met nobody."""
    return any(
        argument.role == PARTICIPANT
        and matches(argument, slot.filler)
        and not analysis.index.at(slot.filler.token)
        and _described_class(slot.filler.token, analysis) not in AGENTS
        for slot in predicate.slots
        if slot.filler.function is Function.OBJECT and slot.filler.token.pos_ == "NOUN"
        for argument in predicate.entry.arguments
    )


def _without_broader_roles(fillers: Sequence[RoleFiller], taxonomy: Taxonomy) -> list[RoleFiller]:
    """Who asked for a call takes part in it: the narrower role says both."""
    if len({filler.role for filler in fillers}) <= 1:
        return list(fillers)
    told = {(broader, *f.key[1:]): f.role for f in fillers for broader in taxonomy.above.get(f.role, ())[1:]}
    named = {role: {f.key[1:] for f in fillers if f.role == role} for role in {f.role for f in fillers}}
    pairs = ((key[0], narrow) for key, narrow in told.items())
    mutual = {narrow for broad, narrow in pairs if _is_mutual(broad, narrow, named)}
    return [f for f in fillers if f.role not in mutual and (f.key not in told or told[f.key] in mutual)]


def _is_mutual(broad: Term, narrow: Term, named: Mapping[Term, set[tuple[int | None, int]]]) -> bool:
    """Say whether several do something with each other, so that none of them began it: "they called each other"."""
    return len(named[narrow]) > 1 and named[narrow] == named.get(broad)


def _without_own_people(fillers: Sequence[RoleFiller], index: MentionIndex) -> list[RoleFiller]:
    """Who meets "his team" meets no other side: the country that a person acts for is no party beside that person."""
    people = {f.entity for f in fillers if f.entity is not None and index.entities[f.entity].kind == PERSON}
    own = {side_of(person, index.entities) for person in people} - people
    return [filler for filler in fillers if filler.role != PARTICIPANT or filler.entity not in own]


def _without_general_words(fillers: Sequence[RoleFiller], listing: frozenset[str]) -> Iterator[RoleFiller]:
    """In "shipments of key weapons, including Javelins" the list says which weapons are meant."""
    listed = {filler.role for filler in fillers if filler.marker in listing}
    yield from (filler for filler in fillers if filler.role not in listed or filler.marker in listing)


def fillers_of(
    slot: Slot, analysis: Analysis, taken: Container[int], *, kind: Term | None
) -> Iterator[tuple[SyntacticArgument, RoleFiller]]:
    """Yield who or what fills a slot of an event of the class, each by the first argument that takes them."""
    token, marker, taxonomy = slot.filler.token, slot.filler.marker, analysis.taxonomy
    read: set[int] = set()
    described = False
    for argument in slot.arguments:
        if argument.function is not slot.filler.function or not matches(argument, slot.filler):
            continue
        if argument.role == SITE and is_to_be_served(token, analysis.words):
            continue
        if kind == DEMAND and argument.role == TARGET and token.i in taken and marker:
            continue  # "called for a ban on British [sales]" asks nobody who sells
        told = analysis.index.at(token) or (arms_before(token, analysis) if argument.role == WEAPON else ())
        fitting = tuple(r for r in told if _fits(argument, r, analysis))
        # "Near the Australian embassy in Jakarta" is not in Australia; who abducts Chadians abducts no state.
        held = argument.role == TARGET and kind in taxonomy.holds_people
        barred = _is_state if held else _is_of_a_state if argument.role == SITE else None
        named = fitting if barred is None else tuple(r for r in fitting if not barred(r, analysis))
        reach = argument.role == TARGET and kind in taxonomy.reaches_owner
        chosen = _chosen(argument, token, named, analysis, of_event=reach and token.i in taken)
        for reference in chosen:
            if reference.entity not in read:
                read.add(reference.entity)
                yield argument, RoleFiller(argument.role, token, marker, reference)
        if not chosen and not described:
            # Who kills Chadian soldiers or Hamas fighters kills no state, and no group.
            forces = not fitting and any(r.mention.kind is MentionKind.NOMINAL for r in told)
            itself = ((held or argument.role == SITE) and named != fitting) or (forces and bool(argument.filled_by))
            for part in (part for part in included(token, analysis.words) if not _tells_event(part, taken, analysis)):
                for filler in _described(argument, part, marker, analysis, reach=reach, itself=itself):
                    described = True
                    yield argument, _hit_not_sited(filler, kind, analysis)


def _tells_event(noun: Token, taken: Container[int], analysis: Analysis) -> bool:
    """Say whether a word tells an event, or is a number of events, "[one] of the attacks": no arms that are hit do."""
    if noun.lower_ in analysis.words.time.day_parts:
        return True  # "fired rockets at Gaza on Sunday night"
    counted = complement_of(noun, analysis.words) if is_number(noun, analysis.words) else None
    return not analysis.index.is_weapon(noun) and (noun.i in taken or (counted is not None and counted.i in taken))


def _hit_not_sited(filler: RoleFiller, kind: Term | None, analysis: Analysis) -> RoleFiller:
    """Return what moves as what an attack hit, and not as where it was: "exploded near [a convoy]"."""
    told = None if filler.description is None else filler.description.kind
    attack = kind is not None and analysis.taxonomy.is_a(kind, ATTACK)
    moves = attack and filler.role == SITE and told is not None and analysis.kinds.is_a(told.iri, CONVEYANCE)
    return replace(filler, role=TARGET) if moves else filler


def _kind(reference: Reference, analysis: Analysis) -> Term:
    return analysis.index.entities[reference.entity].kind


def _chosen(
    argument: SyntacticArgument, token: Token, named: Sequence[Reference], analysis: Analysis, *, of_event: bool
) -> Sequence[Reference]:
    """Return who takes the place of an argument and fits it: those named there, or those for whom the words stand.

    Where the token tells `of_event`, whom a word reaches by it are those who do it: "retaliated for the [attack]".
    """
    index, role = analysis.index, argument.role
    stand_ins = stand_ins_of(role, token, index, reached=role == TOPIC and not index.at(token))
    if of_event and not index.at(token):
        stand_ins = doers_of(token, index)
    if role == ATTACKER and (spoken_for := speaks_for(token, index)):
        stand_ins, named = spoken_for, ()
    # "Russian and US officials" may be known as a group of one country's only; a leader's team is not the leader.
    theirs = all(reference.token.dep_ == "nmod:poss" for reference in named)
    chosen = stand_ins if len(stand_ins) + theirs > len(named) and stand_ins else named
    return tuple(r for r in chosen if _fits(argument, r, analysis))  # "the Algerian minister" is no guest of his state


def _is_of_a_state(reference: Reference, analysis: Analysis) -> bool:
    """Say whether the noun for a body of a state means the state, wherever the body is."""
    states, span = analysis.words.states, reference.mention.span
    noun = analysis.index.text[span.start : span.end].casefold()
    return reference.mention.kind is MentionKind.NOMINAL and noun in states.government_noun | states.force_noun


def _is_state(reference: Reference, analysis: Analysis) -> bool:
    """Say whether words name a country, which nobody holds: "freed [the Peruvians]", its people."""
    return reference.mention.kind is not MentionKind.PRONOUN and _kind(reference, analysis) == COUNTRY


def _described(
    argument: SyntacticArgument, noun: Token, marker: str, analysis: Analysis, *, reach: bool, itself: bool
) -> Iterator[RoleFiller]:
    """Read words that name nobody: those of a kind that fits the role, and any thing that somebody named owns.

    So also, where it is they `itself`, words that mean the state whose they are.
    With `reach` a thing without a name suffers for where its clause is: "bombed a hospital in Khan Younis".
    """
    index, kinds = analysis.index, analysis.kinds
    named = index.names(noun) and not (reach and index.is_weapon(noun))  # arms that are hit are a thing like others
    if (named and not itself) or (description := describe(noun, kinds, analysis.words)) is None:
        return
    owners = index.owners(noun) or (index.around(noun) if reach else ())
    kind = kinds.class_of(description.kind.iri) if description.kind is not None else None
    if kind == PLACE and owners and _is_called(noun, owners[0], analysis, whole=argument.role == TARGET):
        fitting = (owner for owner in owners if _fits(argument, owner, analysis))
        yield from (RoleFiller(argument.role, noun, marker, owner) for owner in fitting)  # "the city of Eilat"
        return
    if kind is None and (PLACE in argument.filled_by or not (reach and owners)):
        return
    if kind is None or _takes(argument, kind, description, analysis):
        belongs_to = owners[0].entity if owners else None
        if owners and description.kind is not None and kinds.serves(description.kind.iri):
            description = description.up_to(owners[0].mention.span, marker_of(owners[0].token), analysis.words)
        yield RoleFiller(argument.role, noun, marker, description=description, belongs_to=belongs_to)


def _is_called(noun: Token, name: Reference, analysis: Analysis, *, whole: bool) -> bool:
    """Say whether a noun has its own name behind it: "the city of Eilat", not "a hospital in the city of Eilat".

    Who hits "areas of Israel" does not hit the `whole` of it, though what happens in them happens there.
    """
    genitive = marker_of(name.token) in analysis.words.prepositions.genitive
    part = whole and noun.tag_ in PLURAL and all(child.dep_ != "conj" for child in name.token.children)
    return name.token.head.i == noun.i and genitive and not part and _kind(name, analysis) in TERRITORIES


def _described_class(noun: Token, analysis: Analysis) -> Term | None:
    kind = kind_of(noun, analysis.kinds, analysis.words)
    return None if kind is None else analysis.kinds.class_of(kind.iri)


def _fits(argument: SyntacticArgument, reference: Reference, analysis: Analysis) -> bool:
    """Say whether an entity may fill the argument as its role and its word allow, which take a body by its sort too."""
    entity, taxonomy, wanted = analysis.index.entities[reference.entity], analysis.taxonomy, argument.filled_by
    acts = argument.role != TARGET and reference.mention.kind is not MentionKind.NOMINAL  # "Hamas fighters" are men
    named = entity.reference if acts else None
    alike = analysis.kinds.alike.get(body_sort(named, analysis.knowledge.reference) or "", "")
    fits = not wanted or any(analysis.kinds.is_a(alike, kind) for kind in wanted)
    return taxonomy.fits(argument.role, entity.kind) and (fits or taxonomy.is_any_of(entity.kind, wanted))


def _takes(argument: SyntacticArgument, kind: Term, description: Description, analysis: Analysis) -> bool:
    """Say whether words without a name may fill the argument; the lexicon may narrow it down to kinds of them."""
    if not analysis.taxonomy.fits(argument.role, kind):
        return False
    own = None if description.kind is None else description.kind.iri
    return (
        not argument.filled_by
        or analysis.taxonomy.is_any_of(kind, argument.filled_by)
        or (own is not None and any(analysis.kinds.is_a(own, wanted) for wanted in argument.filled_by))
    )
