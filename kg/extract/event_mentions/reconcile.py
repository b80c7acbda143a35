"""One mention a trigger: what several readers say of the same word is united here, and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.attribution.telling import ACTOR
from kg.extract.gate import LEARNT
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import Factuality, MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.gate import Gate
    from kg.records import EventMention, Figure, MentionArgument

LIKELY = 0.5
"""The score from which on what the network says of an event's roles counts: it takes the word for the event."""
TOPIC, TARGET, PLACE, ATTACKER = Term("topic"), Term("target"), Term("place"), Term("attacker")
WEAPON = Term("weapon")


def reconcile(frames: Sequence[EventMention], learnt: Sequence[EventMention], gate: Gate) -> list[EventMention]:
    """Return the mentions of both readers in order of their triggers, one for each trigger.

    The lexicon wins where it names all that its event needs, and in every role that it fills; the network fills what is
    left open and tells how sure the sense is. Where the two take a word for different events and the lexicon's is not
    complete, there are two mentions.
    """
    by_trigger = {mention.trigger.start: mention for mention in learnt}
    found = [part for m in frames for part in _united(m, _also_read(m, by_trigger, gate), gate)]
    parts = {part: mention for mention in frames for part in mention.parts}
    united = {m.trigger: m for m in found}
    wholes = {part: united.get(whole.trigger, whole) for part, whole in parts.items()}
    found = [mention for mention in found if not _adds_nobody(mention, wholes.get(mention.trigger.start), gate)]
    others = [mention for trigger, mention in by_trigger.items() if not _is_part(mention, parts.get(trigger), gate)]
    return sorted(
        (_without_self(_once(_without_own_topics(m))) for m in (*found, *others)), key=lambda mention: mention.trigger
    )


def _also_read(frame: EventMention, learnt: dict[int, EventMention], gate: Gate) -> EventMention | None:
    """Take out what the network reads at a frame's trigger, and of a verb at a word that it needs: "open [fire]".

    Where arms kill, they are as much its event to the network as the verb is: "a [bomb] killed two".
    """
    arms = (argument.head for argument in frame.arguments if argument.role == WEAPON)
    needed = () if frame.is_noun else (*frame.parts, *arms)
    family = gate.taxonomy.family
    alike = [word for word in needed if word in learnt and family(learnt[word].kind) == family(frame.kind)]
    own = [frame.trigger.start] if frame.trigger.start in learnt else []
    found = [learnt.pop(word) for word in dict.fromkeys((*own, *alike))]
    if not found:
        return None
    first, *others = found
    if not others:
        return first
    further = [a for other in others for a in _further(first.arguments, other.arguments, sure=True)]
    surest = max(found, key=lambda mention: mention.score or 0.0)
    return replace(first, arguments=(*first.arguments, *further), score=surest.score)


def _once(mention: EventMention) -> EventMention:
    """Leave out as hit who attacks by the same words: "blamed the blast [on the group]" says whose blast it was.

    So of all that is done to somebody: who "has the support [of Togo]" is not Togo. Nor is told twice who is described
    by words and a part of these, "[donor] nations meeting". Nobody alone attacks himself: who "denied that he was hit"
    hit nobody.
    """
    doing = {argument.head for argument in mention.arguments if argument.role in (ATTACKER, ACTOR)}
    kept = tuple(a for a in mention.arguments if a.role != TARGET or a.head not in doing)
    actors, targets = ({(a.entity, a.span) for a in kept if a.role == role} for role in (ACTOR, TARGET))
    if len(actors) == 1 or not actors <= targets:  # else they do it to each other
        kept = tuple(a for a in kept if a.role != TARGET or (a.entity, a.span) not in actors)
    kept = tuple(a for a in kept if a.entity is not None or not any(_is_part_of(a, other) for other in kept))
    alone = {a.entity for a in kept if a.role == ATTACKER and a.entity is not None}
    if len(alone) == 1 and alone <= {a.entity for a in kept if a.role == TARGET}:
        kept = tuple(a for a in kept if a.role != ATTACKER)
    return mention if kept == mention.arguments else replace(mention, arguments=kept)


def _is_part_of(argument: MentionArgument, other: MentionArgument) -> bool:
    """Say whether the words of an argument are some of those of another in its role."""
    inner, outer = argument.span, other.span
    return argument.role == other.role and inner != outer and outer.start <= inner.start and inner.end <= outer.end


def _without_self(mention: EventMention) -> EventMention:
    """Leave out of those to whom it is done a pronoun for who does it: "urging him" is said to another.

    A pronoun in the place of an object is none for the subject of its clause (Chomsky 1981, principle B).
    """
    doing = {a.entity for a in mention.arguments if a.role in (ACTOR, ATTACKER)} - {None}
    kept = tuple(
        a for a in mention.arguments if a.role != TARGET or a.kind is not MentionKind.PRONOUN or a.entity not in doing
    )
    return mention if kept == mention.arguments else replace(mention, arguments=kept)


def _without_own_topics(mention: EventMention) -> EventMention:
    """Leave out who takes part by the same words, or is only the owner of them: "he was praised for [his] work"."""
    parties = [argument for argument in mention.arguments if argument.role != TOPIC]
    heads, entities = {argument.head for argument in parties}, {argument.entity for argument in parties} - {None}
    spans = {argument.span for argument in parties}
    kept = tuple(
        a
        for a in mention.arguments
        if a.role != TOPIC
        or not (a.head in heads or a.span in spans or (a.kind is MentionKind.PRONOUN and a.entity in entities))
    )
    return mention if kept == mention.arguments else replace(mention, arguments=kept)


def _is_part(mention: EventMention, whole: EventMention | None, gate: Gate) -> bool:
    """Say whether a word only helps another to tell its event: "lifted [sanctions]", "[agreed] to a truce".

    What is done about an event that may never be is done: "[asked] for aid".
    """
    if whole is None or not gate.finds_complete([whole]) or _is_only_wanted(whole, mention):
        return False
    ours, theirs = gate.taxonomy.family(mention.kind), gate.taxonomy.family(whole.kind)
    if mention.rule == LEARNT and not mention.is_noun and not mention.entities() - whole.entities():
        return True  # "the exchange was [held] in Minsk"
    return ours == theirs or whole.trigger.start > mention.trigger.start or not whole.is_noun


def _is_only_wanted(event: EventMention, mention: EventMention) -> bool:
    """Say whether a verb tells more of an event that a noun below it names than that it may happen."""
    unmet = event.factuality is Factuality.POSSIBLE and mention.factuality is not Factuality.POSSIBLE
    return unmet and event.is_noun and not mention.is_noun


def _adds_nobody(mention: EventMention, whole: EventMention | None, gate: Gate) -> bool:
    """Say whether nobody does what a word tells but those of the whole: "the raid was [blamed] on Israel"."""
    if whole is None or not gate.judge([whole]).passes:
        return False
    actors = [argument for argument in mention.arguments if argument.role == ACTOR]
    by_nobody = ACTOR in gate.taxonomy.inherited_needs(mention.kind) and not actors
    return by_nobody and bool(mention.entities()) and mention.entities() <= whole.entities()


def _united(frame: EventMention, learnt: EventMention | None, gate: Gate) -> Iterator[EventMention]:
    if learnt is None:
        yield frame
        return
    taxonomy = gate.taxonomy
    if taxonomy.family(frame.kind) != taxonomy.family(learnt.kind):
        yield frame  # one that is not complete may still be completed by another mention
        if not gate.finds_complete([frame]):
            yield learnt
        return
    seen = learnt.arguments if (learnt.score or 0.0) >= LIKELY else ()
    own = tuple(_without_topics(_sited(frame.arguments, seen, gate), seen))
    sure = gate.finds_complete([frame])  # its dates are those of its clause: a date further off is another's
    narrower = learnt.kind if taxonomy.is_a(learnt.kind, frame.kind) else frame.kind
    yield replace(
        frame,
        kind=narrower,
        readers=(*frame.readers, *learnt.readers),
        arguments=(*own, *_further(own, learnt.arguments, sure=sure)),
        factuality=learnt.factuality if frame.factuality is Factuality.ASSERTED else frame.factuality,
        date=frame.date if sure else frame.date or learnt.date,
        weekday=frame.weekday or learnt.weekday,
        duration=frame.duration or learnt.duration,
        figures=(*frame.figures, *_uncounted(frame.figures, learnt.figures)),
        according_to=frame.according_to or learnt.according_to,
        topics=frame.topics or learnt.topics,
        seen=tuple(sorted({*frame.seen, *learnt.seen})),
        score=learnt.score,
    )


def _sited(own: Iterable[MentionArgument], others: Sequence[MentionArgument], gate: Gate) -> Iterator[MentionArgument]:
    """The arguments of a frame, those that it takes for hit and the network for where it was by the latter's word.

    "An attack in Sumy" may be either, by the lexicon alone.
    """
    sites = {argument.head for argument in others if argument.role == PLACE}
    for argument in own:
        hit = argument.role == TARGET and argument.marker in gate.words.prepositions.site
        yield replace(argument, role=PLACE) if hit and argument.head in sites else argument


def _without_topics(own: Iterable[MentionArgument], others: Sequence[MentionArgument]) -> Iterator[MentionArgument]:
    """Leave out things that a frame takes for a party and the network for what it is about: "condemned the [coup]".

    Of people and bodies, which have names, the network is no judge: who "condemned Hamas for it" blames Hamas.
    """
    topics = {argument.head for argument in others if argument.role == TOPIC}
    for argument in own:
        if argument.entity is not None or argument.role not in (TARGET, PARTICIPANT) or argument.head not in topics:
            yield argument


def _further(
    own: Sequence[MentionArgument], others: Iterable[MentionArgument], *, sure: bool
) -> Iterator[MentionArgument]:
    """The arguments in roles that the frame leaves open, by words and entities that have no part in the event yet.

    Further participants are welcome unless the frame is `sure`, which names all of them, and where the frame has only a
    site without a name, the place that it is in: "rallied outside the consulate in [Milan]".
    """
    entities = {argument.entity for argument in own if argument.entity is not None}
    heads = {argument.head for argument in own}
    filled = {argument.role for argument in own} - (set() if sure else {PARTICIPANT})
    unplaced = all(argument.entity is None for argument in own if argument.role == PLACE)
    for argument in others:
        open_ = argument.role not in filled or (unplaced and argument.role == PLACE and argument.entity is not None)
        if open_ and argument.entity not in entities and argument.head not in heads:
            yield argument


def _uncounted(own: Sequence[Figure], others: Iterable[Figure]) -> Iterator[Figure]:
    """The figures of measures that are not counted yet."""
    measures = {figure.measure for figure in own}
    yield from (figure for figure in others if figure.measure not in measures)


def counted_mentions(mentions: Sequence[EventMention], figures: Iterable[tuple[int, Figure]]) -> list[EventMention]:
    """Return the mentions with the figures that words of counting give them, each with where its trigger begins.

    Such a word goes before the network where both count the same.
    """
    told: defaultdict[int, list[Figure]] = defaultdict(list)
    for trigger, figure in figures:
        told[trigger].append(figure)
    return [
        replace(
            m, figures=tuple(dict.fromkeys((*told[m.trigger.start], *_uncounted(told[m.trigger.start], m.figures))))
        )
        if m.trigger.start in told
        else m
        for m in mentions
    ]
