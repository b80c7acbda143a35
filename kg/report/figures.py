"""The arms ledger, the numbers that are given, and where sources differ."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from kg.errors import harmless
from kg.report.lines import REFUTED
from kg.report.records import Claim, Dispute, Matter, Reckoning, Side, Supply
from kg.view.wording import amount, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.report.lines import Lines
    from kg.report.records import Line
    from kg.view.content import Event, Figure

ORDER: Final = ("Killed", "Injured", "Launched", "Intercepted")
"""Measures in the order in which a report tells them; others come after."""
LAST: Final = "9999"
"""Sorts behind every date."""


def supplies(lines: Lines) -> tuple[Supply, ...]:
    """Return the transfers that are told as facts, by supplier, recipient and date."""
    found = [_supply(lines, event) for event in lines.told if lines.kind(event, "Transfer")]
    return tuple(
        sorted(
            found,
            key=lambda one: (not one.supplier, one.supplier, one.recipient, one.line.date or LAST, one.line.iri),
        )
    )


def _supply(lines: Lines, event: Event) -> Supply:
    return Supply(
        supplier=lines.filler(event, "supplier"),
        recipient=lines.filler(event, "recipient"),
        weapon=lines.filler(event, "weapon"),
        status=event.status or "",
        label=lines.words.label(event.status) if event.status else "",
        amount=joined(dict.fromkeys(filter(None, (amount(figure) for figure in event.figures)))),
        line=lines.line(event),
    )


def reckonings(lines: Lines) -> tuple[Reckoning, ...]:
    """Return what is counted of events that are told as facts, in order of time."""
    found = [
        reckoning for event in lines.told if not lines.kind(event, "Transfer") for reckoning in _of_event(lines, event)
    ]
    return tuple(sorted(found, key=lambda one: (one.date or LAST, one.line.iri, _place(one.measure), one.counted)))


def _place(measure: str) -> tuple[int, str]:
    return (ORDER.index(measure) if measure in ORDER else len(ORDER), measure)


def _of_event(lines: Lines, event: Event) -> Iterable[Reckoning]:
    groups: dict[tuple[str, tuple[str, ...]], list[Figure]] = {}
    for figure in event.figures:
        groups.setdefault((figure.measure, figure.weapons), []).append(figure)
    for (measure, weapons), figures in sorted(groups.items()):
        claims = _claims(lines, event, figures)
        counted = joined(lines.words.called(iri) for iri in weapons if iri in lines.words.entities)
        where = lines.filler(event, "target") or lines.filler(event, "place")
        day = event.date or lines.reported(event)
        yield Reckoning(lines.line(event, claimed=False), measure, counted, where, day, claims)


def _claims(lines: Lines, event: Event, figures: list[Figure]) -> tuple[Claim, ...]:
    """Return the numbers given for one thing, each once, with all who give it."""
    groups: dict[tuple[int | None, int | None], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.minimum, figure.maximum), []).append(figure)
    claims = (
        Claim(
            amount=amount(same[0]),
            least=least,
            most=most,
            claimants=tuple(
                dict.fromkeys(
                    harmless(lines.words.called(iri, event))
                    for figure in same
                    for iri in figure.according_to
                    if iri in lines.words.entities
                )
            ),
            sources=lines.sources(iri for figure in same for iri in figure.mentions),
        )
        for (least, most), same in groups.items()
    )
    return tuple(sorted(claims, key=lambda claim: (value(claim), claim.amount)))


def value(claim: Claim) -> int:
    """Return the number of a claim, the lower end of a span."""
    return claim.least if claim.least is not None else claim.most or 0


def disputes(lines: Lines, counted: tuple[Reckoning, ...]) -> tuple[Dispute, ...]:
    """Return where sources give different numbers, and what some tell and others deny, in order of time."""
    found: dict[str, list[Reckoning]] = {}
    for reckoning in counted:
        if len(reckoning.claims) > 1:
            found.setdefault(reckoning.line.iri, []).append(reckoning)
    numbers = (
        Dispute(of[0].line.text, of[0].date, tuple(_matter(lines, reckoning) for reckoning in of))
        for of in found.values()
    )
    return tuple(sorted((*numbers, *_denials(lines)), key=lambda one: (one.date or LAST, one.about)))


def _matter(lines: Lines, reckoning: Reckoning) -> Matter:
    sides = tuple(Side(claim.amount, claim.who, claim.sources) for claim in reckoning.claims)
    return Matter(_what(lines, reckoning), sides)


def _what(lines: Lines, reckoning: Reckoning) -> str:
    return " ".join(part for part in (reckoning.counted, lines.words.label(reckoning.measure)) if part)


def _denials(lines: Lines) -> Iterable[Dispute]:
    """Return each two events of which one is told and the other denied or negated, as the question disputed has it."""
    against: dict[tuple[str, str, str], list[Event]] = {}
    for event in lines.events.values():
        if event.factuality in REFUTED:
            for ends in _between(event):
                against.setdefault((event.kind, *ends), []).append(event)
    for event in lines.told:
        answers = (other for ends in _between(event) for other in against.get((event.kind, *ends), ()))
        for other in sorted({answer.iri: answer for answer in answers if _one(event, answer)}.values(), key=_key):
            sides = [lines.line(each, claimed=False) for each in (event, other)]
            yield Dispute(sides[0].text, sides[0].date or sides[1].date, (Matter("", tuple(map(_side, sides))),))


def _key(event: Event) -> str:
    return event.iri


def _between(event: Event) -> set[tuple[str, str]]:
    """Return who does it to whom, and of those who share in it each two."""
    filled: dict[str, list[str]] = {}
    for role, iri in event.roles:
        filled.setdefault(role, []).append(iri)
    ends = {
        (one, other)
        for does, suffers in (("attacker", "target"), ("actor", "target"), ("supplier", "recipient"))
        for one in filled.get(does, ())
        for other in filled.get(suffers, ())
        if one != other
    }
    sharing = sorted({iri for role in ("participant", "initiator") for iri in filled.get(role, ())})
    return ends | set(combinations(sharing, 2))


def _one(event: Event, other: Event) -> bool:
    """Tell whether nothing says that two events are not one: two days, two weapons."""
    goods = [{iri for role, iri in each.roles if role == "weapon"} for each in (event, other)]
    apart = all(goods) and not goods[0] & goods[1]
    return not apart and (not event.date or not other.date or event.date == other.date)


def _side(line: Line) -> Side:
    who = line.claimants or tuple(dict.fromkeys(source.outlet for source in line.sources))
    return Side(line.text, ", ".join(who), line.sources)
