"""From a token to the entities that its words refer to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.extract.participants.descriptions import are_people
from kg.extract.participants.peoples import sharing, side_of
from kg.extract.participants.reference import Reference
from kg.grammar.negation import included
from kg.grammar.reciprocals import each_of, is_reciprocal
from kg.grammar.syntax import antecedent, marker_of
from kg.grammar.words import entries
from kg.knowledge import Knowledge
from kg.knowledge.lexicon import EntryKind, Function
from kg.records import MentionKind, Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.lexicon import SyntacticArgument
    from kg.records import Entity, Mention

PLACE, PERSON, BODY, PARTICIPANT = Term("Place"), Term("Person"), Term("Organization"), Term("participant")
ATTACKER, WEAPON, WEAPON_CLASS = Term("attacker"), Term("weapon"), Term("Weapon")
PATIENTS, COMPLEMENTS = frozenset({"obj", "nsubj:pass", "obl"}), frozenset({"nmod", "obl", "appos"})
TERRITORIES = frozenset({Term("Place"), Term("Country")})
NAME_PARTS = frozenset({"flat", "flat:name", "appos", "nmod:desc", "compound"})
BEFORE_HYPHENS = frozenset({"amod", "compound", "obl", "obl:unmarked", "nsubj"})
PARTICIPLES, PLURAL, DONE_TO = frozenset({"VBN", "VBD"}), "NNS", frozenset({"amod", "acl", "acl:relcl"})
OWNERS, ENCLOSING = frozenset({"nmod:poss", "amod", "compound"}), frozenset({"nmod", "obl"})


@dataclass(frozen=True, slots=True, eq=False)
class MentionIndex:
    """The mentions of a document by the token that heads their words, and in order; `covered` are all their tokens.

    `peoples` are those by which some of a country's people are told, who are no mention of the country itself.
    """

    heads: Mapping[int, tuple[Mention, ...]]
    peoples: Mapping[int, Mention]
    ordered: tuple[Mention, ...]
    covered: frozenset[int]
    entities: tuple[Entity, ...]
    knowledge: Knowledge
    text: str
    referred: dict[int, tuple[Reference, ...]] = field(default_factory=dict, repr=False)
    phrases: dict[int, tuple[Reference, ...]] = field(default_factory=dict, repr=False)
    """What was asked of a token before, with what is coordinated with it and without."""

    def at(self, token: Token) -> tuple[Reference, ...]:
        """Return what the token's phrase refers to, with everything that is coordinated with it, in order of the text.

        A list behind a general word takes its place: "weapons including Javelins and Stingers" are two weapons. Those
        who do something to "each other" are the subject of the clause.
        """
        if token.i not in self.referred:
            self.referred[token.i] = self._at(token)
        return self.referred[token.i]

    def _at(self, token: Token) -> tuple[Reference, ...]:
        words = self.knowledge.words
        if is_reciprocal(token, words):
            return tuple(r for subject in each_of(token, words) if subject.i != token.i for r in self.at(subject))
        found: list[Reference] = []
        for part in included(token, words):
            if any(known.covers(part) for known in found):
                continue  # "the US and Russian leaders" are one phrase, whatever a parser coordinates
            beside = (r for one in sharing(part, self.heads.get(part.i, ())) for r in self.phrase(one))
            for reference in (*beside, *self.phrase(part)):
                if reference.entity not in {known.entity for known in found}:
                    found.append(reference)
        return tuple(found)

    def names(self, noun: Token) -> bool:
        """Say whether a noun is part of the words of a mention, or its phrase refers to an entity."""
        return noun.i in self.covered or bool(self.phrase(noun))

    def inside(self, start: int, end: int) -> Iterator[Mention]:
        """Yield the mentions within characters start..end, in order of the text."""
        for mention in self.ordered[bisect_left(self.ordered, start, key=start_of) :]:
            if mention.span.start > end:
                return
            if mention.span.end <= end:
                yield mention

    def owners(self, noun: Token) -> tuple[Reference, ...]:
        """Return whose or where a thing without a name is, of people where from: "our cities", "two Liberians"."""
        if noun.i in self.peoples:
            return (Reference(self.peoples[noun.i].entity, self.peoples[noun.i], noun),)
        reach = self.knowledge.words.prepositions
        if noun.tag_ == PLURAL and (holders := self._holders(noun)):
            return holders  # "rebel-held districts of Aleppo" are in Aleppo, and the rebels'
        for child in noun.children:
            named = self.at(child) if child.dep_ == "nmod" and marker_of(child) in reach.genitive else ()
            if named and all(self.entities[reference.entity].kind == PLACE for reference in named):
                return named  # "the Israeli city of Eilat" is Eilat
            if child.i in self.peoples and marker_of(child) in reach.genitive:
                return self.owners(child)
        of_bodies = (ENCLOSING, reach.ablative)  # "fighters from the Lord's Resistance Army"
        for labels, markers in ((OWNERS, {""}), (ENCLOSING, reach.genitive | reach.enclosing), of_bodies):
            for child in noun.children:
                fits = child.dep_ in labels and marker_of(child) in markers and not self.is_weapon(child)
                found = self.at(child) if fits else ()
                if found and (markers is not of_bodies[1] or {self.entities[r.entity].kind for r in found} == {BODY}):
                    return found
        parts = (part for child in noun.lefts if child.dep_ == "compound" for part in child.children)
        owned = (self.at(part) for part in parts if part.dep_ in OWNERS and not self.is_weapon(part))
        return self._holders(noun) or next(filter(None, owned), ())  # "Russian embassy officials"

    def _holders(self, noun: Token) -> tuple[Reference, ...]:
        """Return who has a thing or people in his power: "Russian-held towns", "land controlled by Russia"."""
        words = self.knowledge.words
        for child in noun.children:
            holding = child.tag_ in PARTICIPLES and {child.lower_, child.lemma_.lower()} & words.states.holding_verb
            for holder in child.children if holding and child.dep_ in DONE_TO else ():
                hyphened = child.dep_ == "amod" and holder.dep_ in BEFORE_HYPHENS
                agent = marker_of(holder) in words.prepositions.agentive or holder.dep_ == "nsubj"
                if (hyphened or agent) and (found := self.at(holder) or self.principals(holder, ATTACKER)):
                    return found
        return ()

    def around(self, noun: Token) -> tuple[Reference, ...]:
        """Return where the clause has what happens to a thing without a name: "bombed a hospital in Khan Younis".

        Else where it cost lives: "In Sumy, two people were killed when a drone hit a bus".
        """
        if noun.dep_ not in PATIENTS:
            return ()
        return next((found for clause in self._clauses(noun.head) if (found := self._sites(clause, noun))), ())

    def _clauses(self, verb: Token) -> Iterator[Token]:
        """The clause of a verb; of one that says how people were killed, those above it up to who says so."""
        yield verb
        above = verb.head
        casualties = (above, above.head) if above.dep_ == "conj" else (above,)  # "killed and five wounded when"
        counted = any(entries(self.knowledge.words, token, EntryKind.FIGURE) for token in casualties)
        if verb.dep_ != "advcl" or not counted:
            return
        while True:
            yield above
            if above.dep_ not in {"conj", "ccomp"}:
                return
            above = above.head

    def _sites(self, clause: Token, noun: Token) -> tuple[Reference, ...]:
        for child in clause.children:
            if child.i != noun.i and child.dep_ == "obl" and marker_of(child) in self.knowledge.words.prepositions.site:
                happens = bool(entries(self.knowledge.words, child, EntryKind.EVENT))
                # "killed in the Russian strikes": what they died of has an owner, and is no place of his.
                found = self.at(child) or (() if happens else self.owners(child))
                sites = tuple(r for r in found if self.entities[r.entity].kind in TERRITORIES)
                if sites:
                    return sites
        return ()

    def principals(self, noun: Token, role: Term) -> tuple[Reference, ...]:
        """Return for whom people or arms without a name act in a role: "officials from Ukraine", "Turkish warplanes".

        Words for people say so in the lexicon; weapons act for whose they are.
        """
        own = self.heads.get(noun.i, ())
        armed = role == ATTACKER and self.is_weapon(noun)
        if not noun.children or (not armed and any(mention.kind is not MentionKind.NOMINAL for mention in own)):
            return ()
        found: list[Reference] = []
        for argument in self._stands_for(noun):
            if argument.role == role:
                found += self._in_place(argument.function, argument.markers, noun)
        if armed:
            found += self._in_place(Function.POSSESSOR, frozenset(), noun)
            found += self._in_place(Function.MODIFIER, frozenset(), noun)
        if role == PARTICIPANT:
            found = [replace(reference, entity=side_of(reference.entity, self.entities)) for reference in found]
        if not armed:
            found = [reference for reference in found if self.entities[reference.entity].kind != PERSON]
        return tuple({reference.entity: reference for reference in found}.values())

    def is_of_those_before(self, noun: Token) -> bool:
        """Say whether people without a name, "their teams", are of the sides that the text has told of before."""
        named = any(child.dep_ == "nmod" or child.i in self.heads for child in noun.children)
        return not named and any(argument.function is Function.ANTECEDENT for argument in self._stands_for(noun))

    def _stands_for(self, noun: Token) -> Iterator[SyntacticArgument]:
        for entry in entries(self.knowledge.words, noun, EntryKind.COLLECTIVE):
            yield from entry.arguments

    def _in_place(self, function: Function, markers: frozenset[str], noun: Token) -> Iterator[Reference]:
        bare = noun.tag_ in {"NN", "NNP"} and not any(child.dep_ in {"det", "nmod:poss"} for child in noun.children)
        if bare and function is Function.OBLIQUE:
            return  # in "Ibrahim Kalin, Chief Advisor to the President of Turkey" a title tells who he is
        for child in noun.children:
            marker = marker_of(child)
            if (
                (function is Function.POSSESSOR and child.dep_ == "nmod:poss")
                or (function is Function.MODIFIER and child.dep_ in {"amod", "compound"})
                or (function is Function.OBLIQUE and child.dep_ == "nmod" and marker in markers)
            ):
                yield from self.at(antecedent(child)) or self._makers_up(child)

    def _makers_up(self, noun: Token) -> tuple[Reference, ...]:
        """Return the body that its members without a name make up: "diplomats of [EU] states"."""
        members = any(a.function is Function.MODIFIER and a.role == PARTICIPANT for a in self._stands_for(noun))
        before = (child for child in noun.children if members and child.dep_ in {"amod", "compound"})
        return tuple(reference for child in before for reference in self.at(child))

    def phrase(self, token: Token) -> tuple[Reference, ...]:
        """Return what the token's phrase refers to, without what is coordinated with it."""
        if token.i not in self.phrases:
            self.phrases[token.i] = tuple(self._phrase(token))
        return self.phrases[token.i]

    def _phrase(self, token: Token) -> Iterator[Reference]:
        members = self._named_beside(token) or [r for child in self._members(token) for r in self._meant_by(child)]
        own = [Reference(mention.entity, mention, token) for mention in self.heads.get(token.i, ())]
        if members and any(child.dep_ == "nummod" for child in token.children):
            yield from own  # "330 missiles, including 80 ballistic ones" are counted twice
        if members or own:
            yield from members or own
            return
        for child in token.children:
            bare = (child.dep_ == "nmod" and child.pos_ == "PROPN" and child.i > token.i) or child.dep_ in NAME_PARTS
            if bare and not marker_of(child) and (named := self._names_inside(child)):
                yield from named
                return
        yield from self._name_behind(token)

    def _named_beside(self, office: Token) -> list[Reference]:
        """Who is named beside an office holds it, whosever it is: "Israel's envoy to Germany, [Ron Prosor]"."""
        named = [r for child in office.children if child.dep_ == "appos" for r in self._name_inside(child)]
        people = (self.entities[r.entity].kind == PERSON and r.mention.kind is MentionKind.NAME for r in named)
        return named if office.tag_ == "NN" and all(people) else []

    def _name_behind(self, office: Token) -> Iterator[Reference]:
        """A person named right behind an office is its holder: "his counterpart Donald Trump", wherever it hangs."""
        if office.pos_ != "NOUN" or office.i + 1 not in self.heads or marker_of(following := office.nbor()):
            return
        for mention in self.heads[following.i]:
            if mention.kind is MentionKind.NAME and self.entities[mention.entity].kind == "Person":
                yield Reference(mention.entity, mention, following)

    def _names_inside(self, token: Token) -> tuple[Reference, ...]:
        """What is spelt out behind a colon, "three cities: Kyiv, Odesa and Lviv", else a name beside an office."""
        spelt_out = token.dep_ == "appos" and any(child.text == ":" for child in token.children)
        return self.at(token) if spelt_out else self._name_inside(token)

    def _name_inside(self, token: Token) -> tuple[Reference, ...]:
        """A title or office in front: "President Donald Trump" with the office as head of the phrase.

        A name before a noun is another's: "Trump supporters" are not Trump.
        """
        mentions = self.heads.get(token.i, ())
        others = any(self.entities[mention.entity].kind != PERSON for mention in mentions)
        if token.dep_ == "compound" and (others or token.i < token.head.i):
            return ()
        return tuple(Reference(mention.entity, mention, token) for mention in mentions)

    def _meant_by(self, member: Token) -> tuple[Reference, ...]:
        """Who a member of people without a name is; of a state or body that owns them, they are it.

        Nobody is his own people: "[Trump]'s envoy met Putin".
        """
        owns = member.dep_ == "nmod:poss"
        return tuple(r for r in self.at(member) if not (owns and self.entities[r.entity].kind == PERSON))

    def _members(self, token: Token) -> Iterator[Token]:
        """The nouns that a collective or an "including" puts in the token's place; who sends a delegation for it."""
        stands_for: frozenset[Function] = frozenset()
        if token.i not in self.heads:
            for entry in entries(self.knowledge.words, token, EntryKind.COLLECTIVE):
                stands_for = frozenset(argument.function for argument in entry.arguments)
                if any(argument.role == WEAPON for argument in entry.arguments):
                    yield from (child for child in token.children if child.dep_ == "compound" and self.is_weapon(child))
            if Function.MODIFIER in stands_for:
                stands_for -= {Function.OBLIQUE}  # whom "officials of Ukraine" speak for depends on what they do
        share = token.pos_ in {"NUM", "SYM"} and token.i not in self.heads  # "two of the six [frigates]"
        for child in token.children:
            possessor = child.dep_ == "nmod:poss" and Function.POSSESSOR in stands_for
            genitive = marker_of(child) in self.knowledge.words.prepositions.genitive
            complement = child.dep_ in COMPLEMENTS and genitive and Function.OBLIQUE in stands_for
            part = share and child.dep_ == "nmod" and genitive and self.is_weapon(child)
            if possessor or complement or part or (child.dep_ in COMPLEMENTS and self._introduces(child)):
                yield child

    def is_weapon(self, token: Token) -> bool:
        """Say whether a token is the head of a mention of a weapon."""
        return any(self.entities[mention.entity].kind == WEAPON_CLASS for mention in self.heads.get(token.i, ()))

    def _introduces(self, token: Token) -> bool:
        """Say whether a list begins with the noun; of people it has no arms: "eight people, including the bomber"."""
        listed = any(entries(self.knowledge.words, c, EntryKind.COLLECTIVE) for c in token.children if c.dep_ == "case")
        return listed and not (self.is_weapon(token) and are_people(token.head, self.knowledge.participants))


def start_of(mention: Mention) -> int:
    """Return where the words of a mention begin."""
    return mention.span.start
