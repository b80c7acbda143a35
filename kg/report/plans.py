"""What was planned, and what became of it as far as later documents tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.report.lines import REFUTED, TOLD
from kg.report.records import Plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.report.lines import Lines
    from kg.report.records import Line, Source
    from kg.view.content import Event

PLANNED: Final = "Planned"
PLEDGED: Final = "Pledged"
KEPT: Final = frozenset({"Delivered", "Sold"})
BROKEN: Final = frozenset({"Paused", "Banned"})
_ENDS: Final = ("Doer", "Peer", "DoneTo")
_LEAST: Final = 2
"""Parties that a plan must name to be followed: "a meeting of our teams" may be any."""


def plans(lines: Lines) -> tuple[Plan, ...]:
    """Return the plans by their days, each with the event that came of it where one is told later.

    Who pledges weapons plans to deliver them, though the pledge itself is a fact.
    """
    planned = (
        event
        for event in lines.events.values()
        if event.factuality == PLANNED or (event.factuality == TOLD and event.status == PLEDGED)
    )
    known = _by_party(lines)
    found = [_followed(lines, event, known) for event in planned]
    found += [plan for event in lines.told if (plan := _come_true(lines, event))]
    return tuple(sorted(found, key=lambda plan: (plan.line.date or "9999", plan.line.text, plan.line.iri)))


def _come_true(lines: Lines, event: Event) -> Plan | None:
    """Return the plan that an event was in words of an earlier day than those that tell it as a fact."""
    mentions = [lines.words.mentions[iri] for iri in event.mentions if iri in lines.words.mentions]
    before = lines.sources(mention.iri for mention in mentions if mention.factuality == PLANNED)
    after = lines.sources(mention.iri for mention in mentions if mention.factuality == TOLD)
    days = [source.date for source in after if source.date]
    early = tuple(source for source in before if source.date and days and source.date < min(days))
    if not early:
        return None
    line = lines.line(event)
    return Plan(_with(line, early), "happened", _with(line, after))


def _with(line: Line, sources: tuple[Source, ...]) -> Line:
    return replace(line, sources=sources)


def _by_party(lines: Lines) -> Mapping[str, Sequence[Event]]:
    """Return the events that may answer a plan, by who takes part in them."""
    found: dict[str, list[Event]] = {}
    for event in lines.events.values():
        if event.factuality in {TOLD, *REFUTED}:
            for iri in lines.roles(event, *_ENDS):
                found.setdefault(iri, []).append(event)
    return found


def _followed(lines: Lines, plan: Event, known: Mapping[str, Sequence[Event]]) -> Plan:
    told = lines.reported(plan)
    near = known.get(next(iter(lines.roles(plan, *_ENDS)), ""), ())
    later = [event for event in near if _answers(lines, plan, event, told)]
    later.sort(key=lambda event: (_apart(plan, event), event.date or "9999", event.iri))
    line = lines.line(plan)
    if later:
        first = later[0]
        return Plan(line, _outcome(plan, first), lines.line(first))
    if not plan.date or plan.status:
        return Plan(line, "undated", None)
    return Plan(line, "open" if _last_day(plan.date) <= lines.words.newest else "ahead", None)


def _outcome(plan: Event, event: Event) -> str:
    if event.factuality in REFUTED or event.status in BROKEN:
        return "not"
    if event.status in KEPT:
        return "happened"
    if not plan.date:
        return "since"
    return "happened" if _same_day(plan, event) else "moved"


def _answers(lines: Lines, plan: Event, event: Event, told: str) -> bool:
    """Tell whether an event is what was planned: of its class, with all its parties, and not before it was told."""
    if not lines.kind(event, plan.kind) or event.iri == plan.iri:
        return False
    named = set(lines.roles(plan, *_ENDS))
    if len(named) < _LEAST or not named <= set(lines.roles(event, *_ENDS)) or not _fitting(plan, event):
        return False
    if plan.status:
        return event.factuality == TOLD and (event.date or lines.reported(event)) >= (plan.date or told)
    if event.factuality in REFUTED:
        return (not event.date and lines.reported(event) >= told) or _same_day(plan, event)
    day = event.date or lines.reported(event)
    return bool(day) and _last_day(day) >= (told or day) and (not plan.date or event.date is not None)


def _fitting(plan: Event, event: Event) -> bool:
    """Tell whether neither names another status, place or weapon than the other."""
    if plan.status and event.status not in {*KEPT, *BROKEN}:
        return False
    for role in ("place", "weapon"):
        one, other = ({iri for name, iri in each.roles if name == role} for each in (plan, event))
        if one and other and not one & other:
            return False
    return True


def _same_day(plan: Event, event: Event) -> bool:
    """Tell whether two dates may be one: 2025-07 and 2025-07-04."""
    if not plan.date or not event.date:
        return True
    return plan.date.startswith(event.date) or event.date.startswith(plan.date)


def _apart(plan: Event, event: Event) -> bool:
    return not _same_day(plan, event)


def _last_day(date: str) -> str:
    return date if len(date) == len("2025-07-04") else date + "-99-99"[: len("2025-07-04") - len(date)]
