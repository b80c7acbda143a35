"""One predicate read whole: class, roles, factuality, date, figures and source of a single mention of an event."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.attribution import attribution_of, governing_speech, unnamed_sources
from kg.extract.figures import noun_figure, weapon_figure
from kg.extract.operators import Operators, standing
from kg.extract.predicates import find_predicates
from kg.extract.roles import matches, read_roles, topics
from kg.extract.telling import UNNAMED_SOURCE
from kg.grammar.quantity.quantities import ordinal_of
from kg.grammar.speech import speech_at
from kg.grammar.syntax import marker_of, relation, sentence_of, span_of
from kg.grammar.time.dates import dates_of
from kg.grammar.time.durations import duration_of
from kg.grammar.words import climb_collectives, companion, entries
from kg.knowledge.lexicon import EntryKind, Function, PartOfSpeech
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import Attribute, EventMention, Factuality, MentionArgument, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from kg.extract.mentions import MentionIndex
    from kg.extract.operators import Standing
    from kg.extract.predicates import Predicate
    from kg.extract.roles import RoleFiller
    from kg.grammar.time.dates import DateMention
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words
    from kg.records import EventDate, Figure

CONVERSATION, TRANSFER = Term("Conversation"), Term("Transfer")
ATTACK, ATTACKER, TARGET, PERSON = Term("Attack"), Term("attacker"), Term("target"), Term("Person")
WEAPON, PLACE, SUPPLIER = Term("weapon"), Term("place"), Term("supplier")
MEDIUM, STATUS, ORDINAL, CODE = Term("medium"), Term("transferStatus"), Term("ordinal"), Term("code")
CLAIMS = Term("Claims")
NAME = "frames"
PURPOSES = frozenset({"advcl", "acl", "xcomp"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Reader:
    """What every predicate of a document is read with.

    `any_weapon` are the IRIs of weapons of no particular kind; `is_told` says whether a mention alone tells an event.
    """

    doc: Doc
    index: MentionIndex
    words: Words
    taxonomy: Taxonomy
    dates: Sequence[DateMention]
    any_weapon: frozenset[str]
    is_told: Callable[[EventMention], bool]

    def read(self) -> list[EventMention]:
        """Return a mention for each token that evokes an event, in order of the text; of a transfer, one a weapon.

        Of several readings of a word the first that tells an event by itself counts, else the first.
        """
        chosen: dict[int, EventMention] = {}
        companions: dict[int, Token | None] = {}
        predicates = list(find_predicates(self.doc, self.words, self.taxonomy))
        tokens = frozenset(predicate.token.i for predicate in predicates)
        for predicate in predicates:
            i, mention = predicate.token.i, self._mention(predicate, tokens)
            if mention is not None and (i not in chosen or (not self.is_told(chosen[i]) and self.is_told(mention))):
                chosen[i], companions[i] = mention, companion(predicate.token, predicate.entry, self.words)
        spoken_for = {noun.i for noun in companions.values() if noun is not None}
        return [part for i, mention in chosen.items() if i not in spoken_for for part in self._split(mention)]

    def _mention(self, predicate: Predicate, tokens: frozenset[int]) -> EventMention | None:
        roles = read_roles(predicate, self.index, self.taxonomy, self.words)
        token, entry = predicate.token, predicate.entry
        if roles is None or entry.evokes is None or self._is_verbal(entry.evokes, roles):
            return None
        held = self._held_for(predicate)
        if held is not None:
            roles = tuple(filler for filler in roles if filler.marker)  # the subject is that of the other
        stand = standing(token if held is None else held, entry.evokes, self.words, self.taxonomy)
        values = {*entry.gives, *self._medium(token)}
        attributes = self._attributes(predicate, stand, values)
        sources = self._sources(predicate)
        if not sources and self._may_be_claimed(predicate):
            unnamed = unnamed_sources(token, self.index, self.words)
            attributes = (*attributes, *(Attribute(UNNAMED_SOURCE, phrase) for phrase in unnamed))
        dates = self._dates(predicate)
        return EventMention(
            trigger=span_of(token),
            sentence=sentence_of(token),
            kind=self._kind(entry.evokes, roles, attributes),
            readers=(NAME,),
            rule=entry.iri.rpartition("#")[2],
            arguments=tuple(_argument(filler) for filler in roles),
            factuality=stand.factuality,
            is_noun=entry.part_of_speech is PartOfSpeech.NOUN,
            definite=any(child.dep_ == "det" and child.lower_ in DEFINITE for child in token.children),
            date=dates[0] if dates else None,
            repeated=dates[1:],
            duration=duration_of(token, self.doc, self.words),
            attributes=attributes,
            figures=(*self._figures(roles, entry.counts, sources), *self._counted(predicate, sources)),
            according_to=sources,
            topics=topics(predicate, self.index, self.words),
            links=tuple(sorted((*self._links(predicate, tokens), *(() if held is None else (held.idx,))))),
            unnamed=self._is_unnamed(predicate, roles, tokens),
            again=self._is_again(predicate, roles),
        )

    def _dates(self, predicate: Predicate) -> tuple[EventDate, ...]:
        """The date of the word or its series, else that of the verb it leans on: "came under attack on Tuesday"."""
        operators = self._operators(predicate)
        leans = [g for g in predicate.governors[:1] if speech_at(g, self.words) is None and not operators.of(g)]
        if predicate.token.dep_ != "obl" or predicate.token.head not in leans:
            leans = []
        for token in dict.fromkeys((*self._series(predicate), *leans)):
            if dated := tuple(date.value for date in dates_of(token, self.dates, self.words) if date.value is not None):
                return dated
        return ()

    def _series(self, predicate: Predicate) -> tuple[Token, Token]:
        """The word and what stands for it in its clause: talks, and the round of "the third round of talks"."""
        return predicate.token, climb_collectives(predicate.token, self.words)

    def _operators(self, predicate: Predicate) -> Operators:
        return Operators(predicate.entry.evokes or Term("Event"), self.words, self.taxonomy)

    def _is_verbal(self, kind: Term, roles: Sequence[RoleFiller]) -> bool:
        """An attack by one person on another, in news of states, is one of words."""
        kinds = {
            role: {self.index.entities[f.reference.entity].kind for f in roles if f.role == role}
            for role in (ATTACKER, TARGET)
        }
        return self.taxonomy.is_a(kind, ATTACK) and all(found == {PERSON} for found in kinds.values())

    def _sources(self, predicate: Predicate) -> tuple[int, ...]:
        return attribution_of(predicate.token, self.index, self.words) if self._may_be_claimed(predicate) else ()

    def _may_be_claimed(self, predicate: Predicate) -> bool:
        """Who plans, asks or promises something, or takes part in it ("concluded talks"), does not claim it."""
        speech = governing_speech(predicate.token, self.words)
        if speech is None:
            return True
        takes_part = speech.stance != CLAIMS and speech.token in predicate.governors
        return not takes_part and not self._operators(predicate).of(speech.token)

    def _kind(self, kind: Term, roles: Sequence[RoleFiller], attributes: Sequence[Attribute]) -> Term:
        """A property may tell the sub-class: a conversation by telephone is a call, one in Paris a meeting."""
        for name in (MEDIUM, PLACE):
            implied = self.taxonomy.implied_by.get(name, kind)
            told = any(a.property == name for a in attributes) or any(f.role == name for f in roles)
            if told and self.taxonomy.is_a(implied, kind):
                return implied
        return kind

    def _medium(self, token: Token) -> Iterator[Term]:
        """By telephone, over a video link, a phone call."""
        for child in token.children:
            if child.dep_ in {"compound", "amod"} or (
                child.dep_ in {"obl", "nmod", "obl:unmarked"} and marker_of(child)
            ):
                for entry in entries(self.words, child, EntryKind.MEDIUM):
                    yield from entry.gives

    def _attributes(self, predicate: Predicate, stand: Standing, values: set[Term]) -> tuple[Attribute, ...]:
        found: set[tuple[Term, Term | int]] = {(CODE, Term(code)) for code in predicate.entry.codes}
        for value in values:
            kinds = self.taxonomy.values.get(value, frozenset())
            if "Medium" in kinds and self.taxonomy.is_a(predicate.entry.evokes or value, CONVERSATION):
                found.add((MEDIUM, value))
        places = [place for token in self._series(predicate) if (place := ordinal_of(token, self.words)) is not None]
        found |= {(ORDINAL, place) for place in places[:1]}
        if self.taxonomy.is_a(predicate.entry.evokes or Term(""), TRANSFER):
            found.add((STATUS, self._status(predicate, stand)))
        return tuple(Attribute(name, value) for name, value in sorted(found, key=str))

    def _status(self, predicate: Predicate, stand: Standing) -> Term:
        """The outermost operator decides; without one the entry, shifted when the transfer is planned or possible."""
        if stand.statuses:
            return stand.statuses[-1]
        status = min(predicate.entry.gives, default=Term("Delivered"))
        if stand.factuality is Factuality.PLANNED or _is_under_way(predicate.token):
            return predicate.entry.gives_unreal or self.taxonomy.when_planned.get(status, status)
        if stand.factuality is Factuality.POSSIBLE:
            return predicate.entry.gives_unreal or self.taxonomy.when_possible.get(status, status)
        return status

    def _figures(
        self, roles: Sequence[RoleFiller], measure: Term | None, sources: tuple[int, ...]
    ) -> tuple[Figure, ...]:
        weapons = [filler.reference for filler in roles if filler.role == WEAPON]
        words = Counter(weapon.span for weapon in weapons)
        found = []
        for weapon in weapons:
            figure = weapon_figure(weapon, measure, self.doc, sources, self.words)
            if figure is not None and words[weapon.span] > 1:
                figure = replace(figure, weapon=None)  # "11 cruise and ballistic missiles" are 11 in all
            found.append(figure)
        return tuple(dict.fromkeys(figure for figure in found if figure is not None))

    def _counted(self, predicate: Predicate, sources: tuple[int, ...]) -> Iterator[Figure]:
        """How many there are of the noun with which alone the word tells its event: "exchanged 390 prisoners"."""
        noun, measure = companion(predicate.token, predicate.entry, self.words), predicate.entry.counts
        if noun is not None and measure is not None and (figure := noun_figure(noun, measure, sources, self.words)):
            yield figure

    def _is_again(self, predicate: Predicate, roles: Sequence[RoleFiller]) -> bool:
        """Say whether it is "between their teams" or "the sides met", with nobody named."""
        kind = predicate.entry.evokes
        if not self._is_conversation(kind) or any(f.role != PLACE for f in roles):
            return False
        return any(
            argument.role == PARTICIPANT and matches(argument, slot.filler)
            for slot in predicate.slots
            if self.index.is_of_those_before(slot.filler.token)
            for argument in slot.arguments
        )

    def _held_for(self, predicate: Predicate) -> Token | None:
        """Return the conversation that was held for this one, and so was this one: "met to discuss"."""
        token, head = predicate.token, predicate.token.head
        to_talk = predicate.entry.evokes == CONVERSATION and token.tag_ == "VB" and token.dep_ in PURPOSES
        if not to_talk or token.i < head.i:
            return None
        objects = (child for child in head.children if relation(child) in {"obj", "nsubj:pass"} and child.i < token.i)
        for word in (head, *objects):
            if any(self._is_conversation(entry.evokes) for entry in entries(self.words, word, EntryKind.EVENT)):
                return word
        return None

    def _is_conversation(self, kind: Term | None) -> bool:
        return kind is not None and self.taxonomy.is_a(kind, CONVERSATION)

    def _is_unnamed(self, predicate: Predicate, roles: Sequence[RoleFiller], tokens: frozenset[int]) -> bool:
        """Say whether a verb has a subject of its own that fills no role and is no event ("rebels attacked").

        Arms whose owner is not told ("bombers struck") may be anybody's.
        """
        subjects = [slot.filler.token for slot in predicate.slots if slot.filler.function is Function.SUBJECT]
        known = {filler.token.i for filler in roles} | tokens
        strangers = [token for token in subjects if token.i not in known and not self.index.is_weapon(token)]
        return predicate.entry.part_of_speech is PartOfSpeech.VERB and bool(strangers)

    def _links(self, predicate: Predicate, tokens: frozenset[int]) -> Iterator[int]:
        """Other words for the same event: "an attack that struck", "used in an assault", "the talks were a call"."""
        token = predicate.token
        for slot in predicate.slots:
            filler = slot.filler
            inside = filler.function is Function.OBLIQUE and filler.marker in {"in", "during"}
            if filler.token.i in tokens and (inside or filler.function is Function.SUBJECT):
                yield filler.token.idx
        for child in token.children:
            copular = child.dep_ == "nsubj" and any(other.dep_ == "cop" for other in token.children)
            if child.i in tokens and (copular or child.dep_ == "appos"):
                yield child.idx

    def _split(self, mention: EventMention) -> Iterator[EventMention]:
        """A transfer of several weapons, or by several suppliers, is one of each, with its own status and count."""
        weapons = sorted(mention.entities(WEAPON))
        if not self.taxonomy.is_a(mention.kind, TRANSFER) or not weapons:
            yield mention
            return
        # "Patriot batteries and other weapons" says nothing with its last words.
        named = [weapon for weapon in weapons if self.index.entities[weapon].reference not in self.any_weapon]
        for weapon in named or weapons:
            figures = tuple(figure for figure in mention.figures if figure.weapon == weapon)
            # What several gave together is not what each of them gave.
            suppliers: tuple[int | None, ...] = () if figures else tuple(sorted(mention.entities(SUPPLIER)))
            for supplier in suppliers or (None,):
                arguments = tuple(a for a in mention.arguments if _is_of(a, weapon, supplier))
                yield replace(mention, arguments=arguments, figures=figures)


def _argument(filler: RoleFiller) -> MentionArgument:
    """Return a filled role as plain data."""
    reference = filler.reference
    return MentionArgument(
        role=filler.role,
        span=reference.span,
        head=filler.token.idx,
        entity=reference.entity,
        kind=reference.mention.kind,
        rule=reference.mention.rule,
        marker=filler.marker,
    )


def _is_of(argument: MentionArgument, weapon: int, supplier: int | None) -> bool:
    """Say whether an argument belongs to the transfer of one weapon by one supplier (None: by all)."""
    if argument.role == WEAPON:
        return argument.entity == weapon
    return argument.role != SUPPLIER or supplier is None or argument.entity == supplier


def _is_under_way(verb: Token) -> bool:
    """Say whether a verb is progressive: who "is sending" tanks has not delivered them yet."""
    return verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.children)
