"""Who is quoted: the words beside a quotation that name its speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.attribution.clauses import ASIDE, is_somebody, speakers_of
from kg.extract.attribution.continued import of_one
from kg.extract.attribution.sources import agents_at, is_medium, speakers_at
from kg.extract.attribution.speakers import find_speakers
from kg.extract.participants.repeated import first_told
from kg.grammar.authorship import source_at
from kg.grammar.fillers import verb_fillers
from kg.grammar.negation import empties
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.quotation.turns import is_introduced, verb_in_turn
from kg.grammar.speech import speech_at
from kg.grammar.syntax import PLURAL
from kg.knowledge.lexicon import Function
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.participants.mentions import MentionIndex
    from kg.extract.participants.reference import Reference
    from kg.grammar.quotation.frames import Frame
    from kg.grammar.quotation.marks import Quotation
    from kg.grammar.speech import Speech
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

ORGANIZATION = Term("Organization")
DESCRIBES, REPORTS, THANKS, SAYS = Term("Describes"), Term("Reports"), Term("Thanks"), Term("Says")
MUTE = frozenset({Term("Responds"), Term("Thinks")})  # "welcomed the “...”": whose words they are is open
NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})
HOW = frozenset({"WRB", "WP"})  # "“A dark day” is how Ann described it", "what she called it"
TOLD_OF = frozenset({"nsubj", "nsubj:pass"})  # “outright lies” were told


@dataclass(frozen=True, slots=True)
class Cue:
    """Who said a quotation, by which verb (None for none), read by which rule; without speakers they are unknown.

    `relayed_by` are those who tell us so: the Kremlin of "Putin told him it was “wrong”, the Kremlin said". `unnamed`
    heads the words for a speaker without a name: "a senior official".
    """

    speakers: tuple[Reference, ...]
    verb: Token | None
    rule: str
    relayed_by: tuple[Reference, ...] = ()
    unnamed: Token | None = None

    @property
    def is_known(self) -> bool:
        """Whether the text tells who speaks, by name or not."""
        return bool(self.speakers) or self.unnamed is not None

    @property
    def key(self) -> tuple[int, ...]:
        """The same for cues of the same speakers: their entities, or where the words begin for one without a name."""
        named = tuple(sorted(reference.entity for reference in self.speakers))
        return named if named or self.unnamed is None else (-self.unnamed.idx - 1,)


def is_pronoun(cue: Cue, words: Words) -> bool:
    """Say whether the speaker is a "he" or "she" that refers to nobody known."""
    if cue.is_known or cue.verb is None:
        return False
    speakers = speakers_of(cue.verb, words)
    return any(token.tag_ == "PRP" and "Sing" in token.morph.get("Number", []) for token in speakers)


def find_cue(quotation: Quotation, frame: Frame, doc: Doc, index: MentionIndex, words: Words) -> Cue | None:
    """Return who said a quotation as far as its own frame tells, None when the frame has no word of saying."""
    if (turn := verb_in_turn(quotation, frame, index.text, words)) is not None:
        return cue_of(turn, frame, index, "clause", words)
    roots = quotation_roots(quotation, doc)
    for root in roots:
        inner, outer = _speeches_around(root, frame, words)
        cues = [
            cue_of(speech.token, frame, index, _rule(speech), words) for speech in (inner, outer) if speech is not None
        ]
        if cues:
            return _relayed(cues[0], cues[1], words, index) if len(cues) > 1 else cues[0]
    sources = (source for token in frame.outside if (source := source_at(token, words)) is not None)
    if (source := next(sources, None)) is not None:
        speakers = speakers_at(source, index, words)
        unnamed = None if speakers else _somebody([source], index)
        return Cue(speakers, None, "according-to", unnamed=unnamed)
    speech = _speech_nearby(quotation, frame, index.text, words)
    if speech is not None:
        return cue_of(speech.token, frame, index, "cue", words)
    return _label(quotation, frame, index)


def quotation_roots(quotation: Quotation, doc: Doc) -> list[Token]:
    """Return the words by which a quotation hangs on the sentence around it, in order of the text."""
    inside = [
        token
        for part in quotation.parts
        for token in (doc.char_span(part.start, part.end, alignment_mode="contract") or ())
        if not (token.is_punct or token.is_space)
    ]
    known = {token.i for token in inside}
    return [token for token in inside if token.head.i not in known or token.head.i == token.i]


def _relayed(inner: Cue, outer: Cue, words: Words, index: MentionIndex) -> Cue:
    """What an office says that somebody told are his words; in "Ann said Bob “will go”, Carl added" they are Carl's."""
    offices = all(index.entities[reference.entity].kind == ORGANIZATION for reference in outer.speakers)
    relays = offices and inner.speakers and not is_pronoun(outer, words)
    return replace(inner, relayed_by=outer.speakers) if relays else outer


def _speeches_around(root: Token, frame: Frame, words: Words) -> tuple[Speech | None, Speech | None]:
    """The verb of saying above or beside a quotation, and the one set behind the sentence that speaks all of it.

    "A paper reported" only passes the words on, and is none.
    """
    here, below, found = root, root, None
    while True:
        beside = (child for child in here.children if child.i != below.i and frame.around(child, 0))
        asides = [speech for child in beside if (speech := _aside(child, words)) is not None]
        outer = next((speech for speech in asides if found is None or speech.stance != REPORTS), None)
        if outer is not None and (found is None or outer.token.i > root.i):
            return found, outer
        found = found or _naming(here, frame, words)
        head = here.head
        if head.i == here.i:
            return found, None
        speech = speech_at(head, words) if frame.around(head, 0) else None
        made = _is_made_to_speak(head) and not is_introduced(root, frame)  # "led Ann to reply: “Never.”"
        idle = made or _goes_on(head, here, words) or _is_told_ahead(head, words)
        speaks = not idle and here.dep_ not in TOLD_OF
        if speech is not None and (speech.stance not in MUTE or is_label(here, words)) and speaks:
            if found is None:
                found = speech
            elif here.dep_ == "ccomp" and head.i > root.i and speech.stance != REPORTS:
                return found, speech
        here, below = head, here


def _naming(noun: Token, frame: Frame, words: Words) -> Speech | None:
    """Return by which verb before a noun somebody says what that is: "what he [called] a “useful” talk"."""
    clauses = (child for child in noun.lefts if child.dep_ == "acl:relcl" and frame.around(child, 0))
    return next((speech for clause in clauses if (speech := speech_at(clause, words)) is not None), None)


def is_label(word: Token, words: Words) -> bool:
    """Say whether a word is what a verb calls something: dismissed it "as baseless"."""
    return any(child.dep_ in {"case", "mark"} and child.lower_ in words.prepositions.label for child in word.children)


def _is_made_to_speak(verb: Token) -> bool:
    """Say whether an infinitive depends on what others do: "would help Japan respond", "asked them to tell"."""
    bare = verb.tag_ == "VB" and not any(child.dep_ == "aux" for child in verb.children)
    others = {"obj", "iobj", "obl"} & {child.dep_ for child in verb.head.children}
    return bare and verb.dep_ in {"xcomp", "ccomp"} and (bool(others) or any(c.dep_ == "nsubj" for c in verb.children))


def _is_told_ahead(verb: Token, words: Words) -> bool:
    """Say whether somebody is only said to speak or react some day: "[Ann] said Bob would respond “soon”"."""
    modal = any(child.tag_ == "MD" for child in verb.children)
    return modal and verb.dep_ == "ccomp" and speech_at(verb.head, words) is not None


def _goes_on(verb: Token, deed: Token, words: Words) -> bool:
    """Say whether somebody only goes on with what is told: "Peru will continue to be a friend"."""
    speech = speech_at(verb, words)
    deeds = speech is not None and speech.stance == SAYS and verb.lemma_.lower() in words.speech.deeds
    return deeds and deed.dep_ == "xcomp" and any(child.tag_ == "TO" for child in deed.children)


def _aside(token: Token, words: Words) -> Speech | None:
    speech = speech_at(token, words) if token.dep_ in ASIDE else None
    if speech is None or speech.stance in MUTE or speech.stance == DESCRIBES:
        return None
    if token.tag_ == "VBG":
        return None  # "said Ann, while thanking the US": she says it, whatever the participle hangs on
    return speech


def _speech_nearby(quotation: Quotation, frame: Frame, text: str, words: Words) -> Speech | None:
    """The verb of saying next to a quotation: right behind it if it ends in a comma, else the last one before."""
    spoken = [
        speech
        for token in frame.outside
        if (speech := speech_at(token, words)) is not None
        and speech.stance not in MUTE
        and (speech.stance != DESCRIBES or any(word.tag_ in HOW for word in (token.head, *token.lefts)))
    ]
    after = [speech for speech in spoken if speech.token.idx >= quotation.end]
    before = [speech for speech in spoken if speech.token.idx < quotation.start]
    last = text[quotation.parts[-1].end - 1]
    if after and (last in ",?!…" or not before):
        return after[0]
    return before[-1] if before else None


def _rule(speech: Speech) -> str:
    return "description" if speech.stance in {DESCRIBES, *MUTE} else "clause"


def cue_of(verb: Token, frame: Frame, index: MentionIndex, rule: str, words: Words) -> Cue:
    """Return who speaks by a verb of saying, be it somebody without a name."""
    speakers = find_speakers(verb, frame, index, words)
    only_may = verb.tag_ == "VB" and not any(child.dep_ == "aux" for child in verb.children)  # "it is wrong to say"
    unnamed = None if speakers or only_may else _somebody(_subjects(verb, words), index)
    return Cue(speakers, verb, rule, unnamed=unnamed)


def _somebody(nouns: Iterable[Token], index: MentionIndex) -> Token | None:
    """The first of these that is somebody whom the text does not name, and not "no group"."""
    words = index.knowledge.words
    people = (noun for noun in nouns if noun.i not in index.heads and not empties(noun, words))
    return next((noun for noun in people if is_somebody(first_told(noun, words), index)), None)


def _subjects(verb: Token, words: Words) -> list[Token]:
    """The subject of a verb; of a participle without one, or if it is a pronoun, that of the clause above.

    Protesters marched "chanting", officials condemned what "they called" a crime.
    """
    subjects = speakers_of(verb, words)
    if not all(token.tag_ == "PRP" for token in subjects) or not (subjects or verb.tag_ == "VBG"):
        return subjects
    one = any(token.lower_ in of_one(words) for token in subjects)
    clauses = (speakers_of(above, words) for above in verb.ancestors)
    return next((found for found in clauses if found and not (one and found[0].tag_ in PLURAL)), [])


def _label(quotation: Quotation, frame: Frame, index: MentionIndex) -> Cue | None:
    """A name before a colon or behind a dash: "Ann on television: “...”", "“...” — Ann"."""
    before = [token for token in frame.outside if token.idx < quotation.start]
    words = [token for token in before if token.is_alpha]
    if words and any(token.text == ":" and token.i > words[-1].i for token in before):
        tops = [*(beside for top in _tops(words) for beside in (*_named_beside(top), top)), words[0]]
        named = (found for token in tops if (found := agents_at(token, index)))
        return Cue(next(named, ()), None, "colon")
    after = [token for token in frame.outside if token.idx >= quotation.end]
    names = [token for token in after if token.is_alpha]
    if words or not names or after[0].is_alpha or any(token.pos_ not in NOMINAL for token in names):
        return None
    found = next((found for token in names if token.i in index.heads and (found := agents_at(token, index))), ())
    return Cue(found, None, "signature") if found else None


def _named_beside(noun: Token) -> Iterator[Token]:
    """Who has a name behind a comma speaks, and not whose he is: "The army's spokesman, [Ann]: “...”"."""
    yield from (child for child in noun.children if child.dep_ == "appos" and child.ent_type_ == "PERSON")


def _tops(tokens: Sequence[Token]) -> Iterator[Token]:
    """Subjects and the words at the top of a stretch, in order of the text."""
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.dep_.startswith("nsubj") or token.head.i not in inside or token.head.i == token.i:
            yield token


def venues(cue: Cue, frame: Frame, index: MentionIndex, words: Words) -> tuple[Reference, ...]:
    """Return the media in which the words were said: "wrote on Telegram", "said in a post on Telegram".

    Where no verb says them, the frame's own nouns of saying tell: "Ann in her post to Telegram: “...”".
    """
    places = [] if cue.verb is None else [f for f in verb_fillers(cue.verb, words) if f.function is Function.OBLIQUE]
    nouns = frame.outside if cue.verb is None else [filler.token for filler in places]
    spoken = [noun for noun in nouns if noun.lemma_.lower() in words.speech.nouns]
    places += [filler for noun in spoken for filler in noun_fillers(noun, words) if filler.function is Function.OBLIQUE]
    found = [
        reference
        for filler in places
        if filler.marker in words.prepositions.venue
        for reference in index.at(filler.token)
        if is_medium(index.entities[reference.entity], index.knowledge.reference)
    ]
    return tuple({reference.entity: reference for reference in found}.values())


def addressees(verb: Token | None, index: MentionIndex, words: Words) -> tuple[Reference, ...]:
    """Return the agents whom a verb of saying names as told: "told Putin", "said to Putin"."""
    if verb is None:
        return ()
    speech = speech_at(verb, words)
    stance = speech.stance if speech is not None else DESCRIBES
    clausal = any(child.dep_ in {"ccomp", "xcomp", "parataxis"} for child in verb.children) or verb.dep_ in ASIDE
    tells = stance == THANKS or (clausal and stance not in {*MUTE, DESCRIBES, Term("Claims")})
    found: list[Reference] = []
    for filler in verb_fillers(verb, words):
        told = filler.function is Function.INDIRECT_OBJECT or (filler.function is Function.OBJECT and tells)
        if told or (filler.function is Function.OBLIQUE and filler.marker in words.prepositions.dative):
            found.extend(agents_at(filler.token, index))
    return tuple({reference.entity: reference for reference in found}.values())
