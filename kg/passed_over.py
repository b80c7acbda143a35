"""What the readers of events passed over, as plain data: for whoever asks why a text tells no event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.records import Span, Term


class Because(StrEnum):
    """Why words were passed over; the values are what a person reads, with gaps for what it is about."""

    NO_PARTNER = "means this only with “{}” beside it"
    OTHER_SENSE = "means something else with a word that stands beside it here"
    NOT_OF_THESE = "means this only of {}"
    MODIFIER = "only says more of another noun"
    NOWHERE = "stands where no event is told"
    REQUIRED = "means this only with its {}, and nothing here fills that"
    OF_A_THING = "stands with a thing where another party would be"
    NO_AGENT = "“{}” does this in another sense of the word"
    NO_PATIENT = "done to “{}” it is something else"
    NO_MEANS = "done with “{}” it is something else"
    NO_SOURCE = "from “{}” it is something else"
    HABIT = "“{}” says how often such a thing happens, and tells none that did"
    WHOEVER = "“{}” means whoever it may be, so that no single case is told"
    WARDED_OFF = "arms in flight are shot down, which is no attack of the defender's"
    OTHER_USE = "with “{}” the word means something else"
    SILENCED = "the network sees no event in it, and without it this word is right in {:.2f} of its sentences only"
    SPORT = "its sentence tells of a game"
    BY_NAME = "is a treaty by its name, which nobody here is told to make"
    THE_TEXT = "is what the text calls itself"
    COURTESY = "thanks to somebody's face for nothing that was done"
    DANGER = "is a danger that somebody is in, and nothing that anybody said"
    ACCIDENT = "“{}” says that it was an accident"
    NAMED_AGAIN = "only names again what “{}” tells"
    OF_TRADE = "without an article or anybody who makes it it is a term of trade"
    SEARCH = "the police search a place, and hurt nobody there"
    BELITTLED = "says what somebody is held to be, and not what was done to him"
    AMONG_THEM = "sides that are not of one mind reject nothing by that"
    TO_PRESS = "what is told to “{}” is for the news, and no talks with them"
    LIKE_MINDED = "“{}” says how far they are of one mind, and concludes nothing"
    ALONE = "one side alone binds itself to a course, and agrees with nobody"
    DOER = "a person does this in another sense of the word"
    KEPT = "goes on in an office, and neither comes into it nor leaves it"
    PEACEFUL = "is a change of rule, or was done in peace"
    AT_HOME = "goes to a place of the own country, which is no visit"
    NO_EVENT = "with these arguments it is no event of this class, or another word tells it"
    NOT_SURE = "not sure to have this role: {:.2f}, below {:.2f}"
    NAMED_UNFIT = "names {}, and a {} is no {}"
    NAMED_ELSEWHERE = "names {}, who has another part in this or is told of already"
    DESCRIBED_UNFIT = "words for {}, which is no {}"
    NOBODY = "points to nobody whom the text has named"
    NO_KIND = "names nobody, and ontology/participants.ttl has no kind for these words"

    def of(self, *what: object) -> str:
        """Return the reason with its gaps filled."""
        return self.value.format(*what)


@dataclass(frozen=True, slots=True)
class OpenArgument:
    """Words where an argument of the event mention at `trigger` stands that do not fill its role, and why not."""

    trigger: Span
    role: Term
    span: Span
    because: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word that the lexicon knows and that is no trigger: its entry and the class of that; of events why not."""

    span: Span
    entry: Term
    kind: Term
    evokes: Term | None
    because: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Of a whole document, in order of the text, with its sentences."""

    sentences: tuple[Span, ...]
    arguments: tuple[OpenArgument, ...]
    words: tuple[KnownWord, ...]
