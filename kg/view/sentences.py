"""Events as English sentences, by the phrases of ontology/en/view.ttl; web/sentences.js tells them alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.view.wording import amount, capital, duration, joined, on_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.knowledge.looks import Phrase
    from kg.view.content import Event, Figure
    from kg.view.wording import Words

NOBODY: Final = "someone not named"
FEW: Final = 3
"""Of more without a name than this two are told, after the names, and the others counted."""
_ORDER: Final = ("Doer", "Peer", "DoneTo", "Circumstance")
_BEING: Final = {"Planned": "{was} to be", "Possible": "may have been", "Negated": "{was} not"}


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with who fills each of its roles."""

    event: Event
    filled: dict[str, list[str]]
    words: Words

    def names(self, iris: Sequence[str]) -> str:
        ranked = sorted(iris, key=self.words.nameless)
        return joined(self.words.called(iri, self.event) for iri in ranked)

    def several(self, iris: Sequence[str]) -> str:
        """Name those at an end of whom the sentence tells: of several the nearest, names first."""
        nameless = [iri for iri in iris if self.words.nameless(iri)]
        if len(nameless) <= FEW:
            return self.names(self.words.nearest(iris))
        named = self.words.nearest([iri for iri in iris if iri not in nameless])
        told = [self.words.called(iri, self.event) for iri in (*named, *nameless[: FEW - 1])]
        return joined([*told, f"{len(nameless) - FEW + 1} more"])

    def filler(self, role: str | None) -> str:
        """Name who fills a role; the words of a statement fill theirs."""
        if role == "quoteText":
            return f"“{self.event.quote}”" if self.event.quote else ""
        return self.several(self.filled[role]) if role in self.filled else ""


def sentence(event: Event, words: Words, *, dated: bool = True, claimed: bool = True) -> str:
    """Return an event as a sentence without its full stop, with its date and with who claims it unless told not to."""
    filled: dict[str, list[str]] = {}
    for role, iri in event.roles:
        if iri in words.entities:
            filled.setdefault(role, []).append(iri)
    told = _Told(event, filled, words)
    phrase = _phrase(told)
    parts = [_verbal(told, phrase) if phrase else _nominal(told), _circumstances(told)]
    if event.minutes:
        parts.append(f" for {duration(event.minutes)}")
    if event.date and dated:
        parts.append(f" ({on_date(event.date)})" if event.quote else f" {on_date(event.date)}")
    if event.according_to and claimed:
        parts.append(_claimant(told, filled.get(phrase.subject, []) if phrase else []))
    denied = "Denied: " if event.factuality == "Denied" else ""
    return denied + capital("".join(parts))


def figure_words(figure: Figure, words: Words) -> str:
    """Return a reported number with what it counts: at least 539 drones launched."""
    single = figure.minimum == figure.maximum == 1
    counted = joined(words.called(iri, single=single) for iri in figure.weapons if iri in words.entities)
    return " ".join(part for part in (amount(figure), counted, words.label(figure.measure)) if part)


def _suits(told: _Told, phrase: Phrase) -> bool:
    """Tell whether a phrase is for these objects: "expelled three diplomats", but "expelled people of Russia"."""
    looks, entities = told.words.looks.classes, told.words.entities
    return not phrase.objects or any(
        kind in phrase.objects
        for iri in told.filled.get(phrase.object or "", ())
        for kind in (entities[iri].kind, *looks[entities[iri].kind].above)
    )


def _phrase(told: _Told) -> Phrase | None:
    """Return the verb of the status or else of the class whose subject and object the event has."""
    phrases = told.words.looks.phrases
    of_status = [phrase for phrase in phrases if phrase.tells == told.event.status]
    apt = of_status or [phrase for phrase in phrases if phrase.tells == told.event.kind]
    choices = [phrase for phrase in apt if _suits(told, phrase)]

    def fits(phrase: Phrase) -> bool:
        return bool(told.filler(phrase.subject) and (not phrase.object or told.filler(phrase.object)))

    def half(phrase: Phrase) -> bool:
        return bool(told.filler(phrase.object) and (phrase.passive or not told.filler(phrase.subject)))

    fitting = [phrase for phrase in choices if fits(phrase)] or [phrase for phrase in choices if half(phrase)]
    return next(iter(fitting or [one for one in choices if told.filler(one.subject)] or choices), None)


def _verb(told: _Told, phrase: Phrase) -> str:
    event = told.event
    if phrase.unreal and event.factuality in {"Planned", "Possible"}:
        return phrase.past
    if event.factuality == "Possible":
        over = event.date is not None and event.date <= told.words.newest
        return f"may have {phrase.participle}" if over else f"may {phrase.bare}"
    forms = {"Planned": f"planned to {phrase.bare}", "Negated": f"did not {phrase.bare}"}
    return forms.get(event.factuality, phrase.past)


def _suffered(told: _Told, passive: str, iris: Sequence[str]) -> str:
    """Return the verb of those to whom it is done: "was attacked", "were attacked"."""
    first, *others = told.words.nearest(iris)
    entity = told.words.entities[first]
    plural = told.words.nameless(first) and (
        (entity.minimum or 0) > 1 or re.search(r"(?:[^s]s|people)$", entity.name) is not None
    )
    was = "were" if others or plural else "was"
    return f"{_BEING.get(told.event.factuality, '{was}').format(was=was)} {passive}"


def _rest(told: _Told, used: Sequence[str | None]) -> str:
    """Return who else and what else takes part, in words behind the verb; nobody is told twice."""
    before = {iri for role in used for iri in told.filled.get(role or "", ())}
    looks = told.words.looks

    def place(role: str) -> tuple[int, str]:
        return (_ORDER.index(looks.ends[role]), role)

    parts = []
    for role in sorted((role for role in told.filled if role not in used), key=place):
        if left := [iri for iri in told.filled[role] if iri not in before]:
            lead = f" {looks.prepositions[role]} " if role in looks.prepositions else f", {told.words.label(role)}: "
            parts.append(lead + told.several(left))
    return "".join(parts)


def _verbal(told: _Told, phrase: Phrase) -> str:
    event, looks = told.event, told.words.looks
    subject, goal = told.filler(phrase.subject), told.filler(phrase.object)
    others = _rest(told, (phrase.subject, phrase.object))
    if not subject and goal and phrase.passive:
        return f"{goal} {_suffered(told, phrase.passive, told.filled[phrase.object or ''])}{others}"
    head = f"{subject or NOBODY} {_verb(told, phrase)}"
    if phrase.object == "quoteText":
        return f"{head}{others}: {goal}" if goal else head + others
    peer = looks.ends.get(phrase.subject) == "Peer" and len(told.filled.get(phrase.subject, ())) == 1
    alone = not goal and looks.classes[event.kind].parties > 1 and peer
    if not goal and phrase.object:
        # "Rejected the words of" would wait for whose; weapons and places may stay untold.
        goal = phrase.unnamed or (NOBODY if looks.ends.get(phrase.object) == "DoneTo" else "")
    quote = f": “{event.quote}”" if event.quote else ""
    return f"{head}{f' {goal}' if goal else ''}{f' with {NOBODY}' if alone else ''}{others}{quote}"


def _nominal(told: _Told) -> str:
    """Return an event without a verb: "sanction by A, target: B"; "agreement between A and B"."""
    ends = told.words.looks.ends
    used = [role for role in told.filled if ends[role] in {"Doer", "Peer"}]
    doers = list(dict.fromkeys(iri for role in used if ends[role] == "Doer" for iri in told.filled[role]))
    peers = list(dict.fromkeys(iri for role in used if ends[role] == "Peer" for iri in told.filled[role]))
    between = " between " if len(peers) > 1 and not doers else " with " if doers else " of "
    by = f" by {told.names(doers)}" if doers else ""
    company = between + told.names(peers) if peers else ""
    quote = f": “{told.event.quote}”" if told.event.quote else ""
    return f"{told.words.label(told.event.kind)}{by}{company}{_rest(told, used)}{quote}"


def _circumstances(told: _Told) -> str:
    """Return in what office of whom, for instance: what is no thing of its own, but has its word before it."""
    words = told.words.looks.prepositions
    return "".join(f" {words[role]} {value}" for role, value in told.event.details if role in words)


def _claimant(told: _Told, subject: Sequence[str]) -> str:
    claimants = [iri for iri in told.event.according_to if iri in told.words.entities]
    if list(claimants) == list(subject):
        person = told.words.entities[claimants[0]].kind == "Person" if claimants else False
        return f", by {'their' if person else 'its'} own account"
    return f", according to {told.names(claimants)}"
