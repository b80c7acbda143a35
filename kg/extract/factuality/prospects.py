"""What is still to come by the form of its words alone: "meets Merkel on Monday", "next week's talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.held import PAST
from kg.grammar.negation import AUXILIARIES
from kg.grammar.speech import speech_at
from kg.grammar.syntax import is_indefinite, marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from kg.extract.factuality.operators import Operators
    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

TIMES = frozenset({"obl", "obl:tmod", "obl:unmarked", "nmod:tmod", "nmod:unmarked"})
PRESENT = frozenset({"VBZ", "VBP"})
OWNING = frozenset({"nmod:poss", "compound", "nmod:unmarked"})
CONVERSATION, ATTACK = Term("Conversation"), Term("Attack")
PREPARED = (Term("Appointment"), Term("Arrest"))
NOUNS = frozenset({"NOUN", "PROPN"})


def is_to_come(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether the form of the words around a trigger tells that its event is still to come."""
    if speech_at(token, words) is not None:
        return False  # "says Monday" reports
    verb = token.head if token.pos_ in NOUNS and token.dep_ in {"obj", "nsubj"} else token
    scheduled = is_scheduled(verb, words) or (verb is not token and _is_held_on_a_day(token, words))
    ahead = (speech_at(verb, words) is None and scheduled) or is_of_coming_time(token, words)
    if taxonomy.is_a(kind, CONVERSATION):
        ahead |= _is_about_to_do(token, words) or _is_to_be_served(token, words) or _is_travelled_to(token, words)
    return ahead or is_at_what_comes(token, kind, words, taxonomy)


def told_by_word(token: Token, operators: Operators) -> Factuality:
    """Return what a word by itself tells of an event of the class: a nomination is to lead to it, an acquittal to none.

    An invitation may lead to talks, and a plot to an attack. Most words tell that it is so.
    """
    unknown = not any(entries(operators.words, token, EntryKind.EVENT))
    if unknown and operators.is_over(ATTACK) and token.pos_ == "NOUN":
        plotted = any(Factuality.PLANNED.value in entry.gives for entry in operators.of(token))
        return Factuality.PLANNED if plotted else Factuality.ASSERTED
    if not ((unknown and operators.is_over(CONVERSATION)) or operators.is_over(*PREPARED)):
        return Factuality.ASSERTED
    given = {term for entry in operators.of(token) if entry.over for term in entry.gives}
    found = (fact for fact in (Factuality.PLANNED, Factuality.NEGATED, Factuality.POSSIBLE) if fact.value in given)
    return next(found, Factuality.ASSERTED)


def is_scheduled(verb: Token, words: Words) -> bool:
    """Say whether a verb in the present tense has a day: the timetable's future ("leaves on Monday").

    Huddleston and Pullum (2002), chapter 3, 4.2.5. In the progressive it is what is arranged, 3.8.3: "are leaving next
    month"; what "is being attacked on Monday" may go on, and "is meeting her on Monday" is arranged.
    """
    helpers = {child.tag_ for child in verb.children if child.dep_ in AUXILIARIES}
    arranged = verb.tag_ == "VBG" and bool(helpers) and helpers <= PRESENT
    befalls = verb.tag_ == "VBN" and "VBG" in helpers and helpers <= PRESENT | {"VBG"}
    if not arranged and not befalls and (verb.tag_ not in PRESENT or helpers):
        return False
    return any(child.dep_ in TIMES and is_coming(child, words, told=befalls) for child in verb.children)


def _is_about_to_do(noun: Token, words: Words) -> bool:
    """Say whether a meeting is the subject of what it will do: "the talks will focus on trade", not "will go on"."""
    verb, forms = noun.head, words.factuality
    if noun.pos_ not in NOUNS or noun.dep_ != "nsubj" or "aux" not in verb.labels:
        return False
    ahead = any(child.lower_ in forms.future_auxiliary for child in verb.children if child.dep_ == "aux")
    goes_on = verb.lemma_.lower() in forms.ending_verb | forms.concluding_verb | words.states.keeping_verb
    return ahead and not goes_on and not entries(words, verb, EntryKind.OPERATOR)


def _is_to_be_served(noun: Token, words: Words) -> bool:
    """Say whether something will be what talks are about: "the border will be the focus of [her talks]"."""
    focus, forms = noun.head, words.factuality
    if marker_of(noun) not in words.prepositions.genitive or focus.lemma_.lower() not in forms.focal_noun:
        return False
    return any(child.lower_ in forms.future_auxiliary for child in focus.children if child.dep_ == "aux")


def _is_travelled_to(noun: Token, words: Words) -> bool:
    """Say whether talks are what a journey is for that is not made yet: "will host her for [talks]", "travels for".

    Who "arrived for talks" mostly holds them.
    """
    verb = noun.head
    if noun.dep_ != "obl" or verb.tag_ in PAST or marker_of(noun) not in words.prepositions.purpose:
        return False
    will = any(child.lower_ in words.factuality.future_auxiliary for child in verb.children if child.dep_ == "aux")
    going = not any(child.dep_ == "obj" for child in verb.children)  # "are making a trip for talks"
    return will or (going and bool(entries(words, verb, EntryKind.SUPPORT)))


def is_supposed(noun: Token, words: Words) -> bool:
    """Say whether a noun tells of what would have an effect if it came about: "an accord would open the border"."""
    if noun.pos_ not in NOUNS or noun.dep_ != "nsubj" or "aux" not in noun.head.labels:
        return False
    would = words.factuality.unfulfilled_auxiliary
    supposed = any(child.lower_ in would for child in noun.head.children if child.dep_ == "aux")
    return supposed and is_indefinite(noun, words)


def _is_held_on_a_day(noun: Token, words: Words) -> bool:
    """Say whether a verb in the present tense holds an event of a day: "begins a visit to Chad on Sunday"."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.tag_ not in PRESENT or not verb.labels.isdisjoint(AUXILIARIES):
        return False
    if not entries(words, verb, EntryKind.SUPPORT):
        return False
    places = [child for child in noun.children if child.dep_ == "nmod"]
    below = (child for place in (noun, *places) for child in place.children)
    return any(child.dep_ in {*TIMES, "nmod"} and is_coming(child, words) for child in below)


def is_coming(time: Token, words: Words, *, told: bool = False) -> bool:
    """Say whether a noun of time can only be now or later beside a verb in the present tense.

    "Monday", "July 4", "tomorrow", "next week"; and not "last week" or "today". It is `told` to come by "next" alone.
    """
    known = words.time
    deictic = [known.deictics[child.lower_] for child in time.children if child.lower_ in known.deictics]
    if any(shift < 0 for shift in deictic):
        return False
    if time.lower_ in known.units:
        later = any(known.directions.get(child.lower_, 0) > 0 for child in time.children)  # "later this year"
        coming = any(child.lower_ in known.coming for child in time.children)
        return coming or any(shift > 0 or later for shift in deictic)
    ahead = known.shifts.get(time.lower_, 0) > 0 or any(shift > 0 for shift in deictic)
    return ahead or (not told and (time.text in known.weekdays or time.text in known.months))


def is_of_coming_time(noun: Token, words: Words) -> bool:
    """Say whether a noun is that of a time to come: "next week's talks", "tomorrow's strike"."""
    known = words.time
    for child in noun.children if not noun.labels.isdisjoint(OWNING) else ():
        if child.dep_ in OWNING:
            ahead = any(known.deictics.get(c.lower_, 0) > 0 or c.lower_ in known.coming for c in child.children)
            if (child.lower_ in known.units and ahead) or known.shifts.get(child.lower_, 0) > 0:
                return True
    return False


def is_at_what_comes(noun: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether a meeting is where somebody will do something: "will speak at the summit"."""
    if noun.pos_ not in NOUNS or noun.dep_ != "obl" or not taxonomy.is_a(kind, CONVERSATION):
        return False
    future = {child.lower_ for child in noun.head.children if child.dep_ == "aux" and child.tag_ == "MD"}
    return marker_of(noun) in words.factuality.planned_circumstance and bool(future & words.factuality.future_auxiliary)
