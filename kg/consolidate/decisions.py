"""Human decisions about entities and events: a plain CSV file, one line a decision, replayed on every build."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.errors import DecisionError
from kg.records import DocumentRecord, Member

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

Sort: TypeAlias = Literal["entity", "event"]
_SPAN = re.compile(r"(?P<document>.+)@(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)


class Action(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    NOT_SAME = "not-same"
    RENAME = "rename"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Decision:
    """What someone decided about the members that `left` and `right` select, and why.

    A selector is the IRI of a reference resource, a name ("Mike Johnson"), a name in one document
    ("DOCUMENT#Mike Johnson") or the characters of an event or a mention ("DOCUMENT@120-168"). `right` is the other side
    of merge and not-same, the new name of rename, and empty for reject, which removes events.
    """

    action: Action
    left: str
    right: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision, in the order of the file."""

    decisions: tuple[Decision, ...] = ()


NO_DECISIONS = Decisions()
_FIELDS = tuple(field.name for field in fields(Decision))


def read_decisions(path: Path) -> Decisions:
    """Return the decisions of a CSV file; a missing file holds none.

    Raises DecisionError, with the line, for a wrong header, an unknown action or a decision without what it needs.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
    except FileNotFoundError:
        return NO_DECISIONS
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DecisionError(str(error), place=str(path), remedy="make it a readable CSV file in UTF-8") from error
    if rows and tuple(rows[0]) != _FIELDS:
        remedy = "begin the file with " + ",".join(_FIELDS)
        raise DecisionError("the header is not that of a decisions file", place=f"{path}:1", remedy=remedy)
    return Decisions(tuple(_decision(row, f"{path}:{line}") for line, row in enumerate(rows[1:], start=2) if row))


def _decision(row: Sequence[str], place: str) -> Decision:
    if len(row) != len(_FIELDS):
        problem = f"{len(row)} fields in place of {len(_FIELDS)}"
        raise DecisionError(problem, place=place, remedy="quote fields that hold a comma")
    action, left, right, who, why = (cell.strip() for cell in row)
    if action not in set(Action):
        raise DecisionError(f"unknown action {action!r}", place=place, remedy="use " + ", ".join(Action))
    if not left or bool(right) == (action == Action.REJECT):
        needed = "a left side only" if action == Action.REJECT else "a left and a right side"
        raise DecisionError(f"{action} needs {needed}", place=place, remedy="fill or empty the field")
    if not who or not why:
        raise DecisionError("nobody can check this later", place=place, remedy="say who decided and why")
    return Decision(Action(action), left, right, who, why)


def write_decisions(decisions: Decisions, path: Path) -> None:
    """Write the decisions as CSV that `read_decisions` reads back; raise DecisionError when the file refuses."""
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(_FIELDS)
            writer.writerows([decision.action, *_rest(decision)] for decision in decisions.decisions)
    except OSError as error:
        raise DecisionError(str(error), place=str(path), remedy="choose a file that can be written") from error


def _rest(decision: Decision) -> tuple[str, ...]:
    return decision.left, decision.right, decision.who, decision.why


@dataclass(frozen=True, slots=True)
class Selected:
    """The entities and events that a selector selects."""

    entities: frozenset[Member] = frozenset()
    events: frozenset[Member] = frozenset()

    def of(self, sort: Sort) -> frozenset[Member]:
        """Return the members of one sort."""
        return self.entities if sort == "entity" else self.events


def select(records: Sequence[DocumentRecord], selectors: Iterable[str]) -> Mapping[str, Selected]:
    """Return what each selector selects in the records, which need not be sorted."""
    wanted = frozenset(selectors)
    entities: defaultdict[str, set[Member]] = defaultdict(set)
    events: defaultdict[str, set[Member]] = defaultdict(set)
    if wanted:
        for number, record in enumerate(records):
            _select_entities(record, number, entities)
            _select_spans(record, number, wanted, entities, events)
    return {key: Selected(frozenset(entities.get(key, ())), frozenset(events.get(key, ()))) for key in sorted(wanted)}


def _select_entities(record: DocumentRecord, number: int, found: defaultdict[str, set[Member]]) -> None:
    for index, entity in enumerate(record.entities):
        names = {entity.name, *entity.names}
        keys = names | {f"{record.document.id}#{name}" for name in names} | {entity.reference or ""}
        for key in keys:
            found[key].add(Member(number, index))


def _select_spans(
    record: DocumentRecord,
    number: int,
    wanted: frozenset[str],
    entities: defaultdict[str, set[Member]],
    events: defaultdict[str, set[Member]],
) -> None:
    spans: dict[tuple[int, int], str] = {}
    for selector in wanted:
        if (match := _SPAN.fullmatch(selector)) and match["document"] == record.document.id:
            spans[int(match["start"]), int(match["end"])] = selector
    if not spans:
        return
    for mention in record.mentions:
        if (named := (mention.span.start, mention.span.end)) in spans:
            entities[spans[named]].add(Member(number, mention.entity))
    for index, event in enumerate(record.events):
        for evidence in event.evidence:
            if (told := (evidence.span.start, evidence.span.end)) in spans:
                events[spans[told]].add(Member(number, index))


def revise(records: Sequence[DocumentRecord], decisions: Decisions) -> tuple[DocumentRecord, ...]:
    """Return the records without rejected events and with renamed entities, whose old name stays among their names."""
    acting = [decision for decision in decisions.decisions if decision.action in (Action.REJECT, Action.RENAME)]
    selected = select(records, {decision.left for decision in acting})
    rejected = {m for d in acting if d.action == Action.REJECT for m in selected[d.left].events}
    renamed = {m: d.right for d in acting if d.action == Action.RENAME for m in selected[d.left].entities}
    touched = {member.record for member in (*rejected, *renamed)}
    return tuple(
        _revised(record, number, rejected, renamed) if number in touched else record
        for number, record in enumerate(records)
    )


def _revised(
    record: DocumentRecord, number: int, rejected: set[Member], renamed: Mapping[Member, str]
) -> DocumentRecord:
    entities = list(record.entities)
    for index, entity in enumerate(entities):
        if name := renamed.get(Member(number, index)):
            entities[index] = replace(entity, name=name, names=tuple(sorted({*entity.names, entity.name, name})))
    events = tuple(event for index, event in enumerate(record.events) if Member(number, index) not in rejected)
    return replace(record, entities=tuple(entities), events=events)


def stale_decisions(records: Sequence[DocumentRecord], decisions: Decisions) -> tuple[Decision, ...]:
    """Return the decisions that select nothing to act on in these records any more, in order."""
    both = (Action.MERGE, Action.NOT_SAME)
    sides = {d.left for d in decisions.decisions} | {d.right for d in decisions.decisions if d.action in both}
    selected = select(records, sides)
    return tuple(decision for decision in decisions.decisions if not _applies(decision, selected))


def _applies(decision: Decision, selected: Mapping[str, Selected]) -> bool:
    left = selected[decision.left]
    if decision.action == Action.REJECT:
        return bool(left.events)
    if decision.action == Action.RENAME:
        return bool(left.entities)
    right = selected[decision.right]
    return bool(left.entities and right.entities) or bool(left.events and right.events)


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the decisions demand of one sort of members: `bars` keep apart, `unions` join whatever else is known."""

    bars: Mapping[Member, frozenset[tuple[int, bool]]]
    unions: tuple[tuple[tuple[Member, ...], str], ...]


def rulings(records: Sequence[DocumentRecord], decisions: Decisions, sort: Sort) -> Rulings:
    """Return what merge and not-same decisions demand of the entities or the events of the records."""
    acting = [decision for decision in decisions.decisions if decision.action in (Action.MERGE, Action.NOT_SAME)]
    selected = select(records, {side for decision in acting for side in (decision.left, decision.right)})
    bars: defaultdict[Member, set[tuple[int, bool]]] = defaultdict(set)
    unions: list[tuple[tuple[Member, ...], str]] = []
    for number, decision in enumerate(acting):
        left, right = (selected[side].of(sort) for side in (decision.left, decision.right))
        if not left or not right:
            continue
        if decision.action == Action.MERGE:
            unions.append((tuple(sorted(left | right)), f"decision of {decision.who}: {decision.why}"))
            continue
        for side, members in ((False, left - right), (True, right - left)):
            for member in members:
                bars[member].add((number, side))
    return Rulings({member: frozenset(sides) for member, sides in sorted(bars.items())}, tuple(unions))
