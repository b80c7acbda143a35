"""Human decisions about entities and events: a plain CSV file, one line a decision, replayed on every build."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.errors import DecisionError
from kg.files import refuse_device, replaced

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path


class Action(StrEnum):
    """What a decision does."""

    MERGE = "merge"
    SPLIT = "split"
    NOT_SAME = "not-same"
    RENAME = "rename"
    LINK = "link"
    REJECT = "reject"
    CLASS = "class"
    DATE = "date"
    CLAIMANT = "claimant"


@dataclass(frozen=True, slots=True)
class Decision:
    """What someone decided about the members that `left` and `right` select, and why.

    Both are selectors (see kg/consolidate/selectors.py) in a merge and a not-same; in a split `right` selects the part
    of `left` that leaves it. `right` is the new name of a rename, the IRI of the same thing elsewhere (Wikidata, say)
    of a link, and empty for reject, which removes events, or mentions with all that rests on them. Of an event that is
    corrected it is the class, the day, month or year, or the selector of who claims it; NONE for no date and nobody.
    `place` is the file and line where it stands, empty where it is in no file.
    """

    action: Action
    left: str
    right: str
    who: str
    why: str
    place: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Say what was decided, for a message."""
        return " ".join(filter(None, (self.action.value, repr(self.left), self.right and repr(self.right))))


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision, in the order of the file."""

    decisions: tuple[Decision, ...] = ()


NO_DECISIONS = Decisions()
NONE = "none"
"""What corrects a date or a claimant to none at all."""
_SIGN = r"[^\s<>\"{}|^`\\\x00-\x20]"
_IRI = re.compile(rf"https?://(?!/){_SIGN}+|urn:[A-Za-z0-9-]+:{_SIGN}+")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_FIELDS = tuple(each.name for each in fields(Decision) if each.name != "place")
_ALONE = frozenset({"Person", "Weapon"})
"""Classes of which nothing is one with what is of another class."""


def read_decisions(path: Path) -> Decisions:
    """Return the decisions of a CSV file; a missing file holds none.

    Raises DecisionError, with the line, for a wrong header, an unknown action or a decision without what it needs.
    """
    try:
        refuse_device(path, DecisionError)
        with path.open(encoding="utf-8-sig", newline="") as stream:
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
    action, left, right, who, why = map(_words, row)
    if action not in set(Action):
        raise DecisionError(f"unknown action {action!r}", place=place, remedy="use " + ", ".join(Action))
    if not left or bool(right) == (action == Action.REJECT):
        needed = "a left side only" if action == Action.REJECT else "a left and a right side"
        raise DecisionError(f"{action} needs {needed}", place=place, remedy="fill or empty the field")
    if action == Action.LINK and not _IRI.fullmatch(right):
        remedy = "name one such as http://www.wikidata.org/entity/Q180589"
        raise DecisionError(f"{right!r} is no web address of the same thing", place=place, remedy=remedy)
    if action == Action.DATE and right != NONE and not _is_date(right):
        raise DecisionError(f"{right!r} is no date", place=place, remedy=f"write 2025-07-04, 2025-07, 2025 or {NONE}")
    if not who or not why:
        raise DecisionError("nobody can check this later", place=place, remedy="say who decided and why")
    return Decision(Action(action), left, right, who, why, place)


def _is_date(words: str) -> bool:
    try:
        return bool(_DATE.fullmatch(words)) and bool(date.fromisoformat(words + "-01-01"[: 10 - len(words)][-6:]))
    except ValueError:
        return False


def check_one(decision: Decision, kinds: Collection[str]) -> None:
    """Raise DecisionError where a decision makes things one whose classes can not be: a person and a country."""
    if len(set(kinds)) > 1 and (alone := sorted(_ALONE.intersection(kinds))):
        other = min(set(kinds) - {alone[0]})
        problem = f"{decision} makes a {alone[0]} one with a {other}"
        remedy = "name one of them in a document (DOC#NAME), or reject the mention that was misread"
        raise DecisionError(problem, place=decision.place or "decisions", remedy=remedy)


def _words(cell: str) -> str:
    """Return the words of a cell, whichever sign breaks its lines."""
    return "\n".join(cell.splitlines()).strip()


def add_decision(decision: Decision, path: Path) -> bool:
    """Write the decision behind those of the file, which need not exist; return False where it stands there already.

    Raises DecisionError for a decision that `read_decisions` would refuse and for a file that can not be written.
    """
    decision = _decision((decision.action, *_rest(decision)), "the new decision")
    known = read_decisions(path).decisions
    if decision in known:
        return False
    if against := next((one for one in known if _opposed(one, decision)), None):
        remedy = "kg decide undo takes it back"
        raise DecisionError(f"{decision} is against {against}", place=against.place, remedy=remedy)
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        lines = io.StringIO(newline="")
        writer = csv.writer(lines, lineterminator="\n")
        if not before:
            writer.writerow(_FIELDS)
        writer.writerow([decision.action, *_rest(decision)])
        gap = "\n" if before and not before.endswith("\n") else ""
        with path.open("a", encoding="utf-8", newline="") as stream:
            stream.write(gap + lines.getvalue())
    except UnicodeEncodeError as error:
        raise DecisionError("holds half a character", place="the new decision", remedy="write it as UTF-8") from error
    except OSError as error:
        raise DecisionError(str(error), place=str(path), remedy="choose a file that can be written") from error
    return True


def _opposed(one: Decision, other: Decision) -> bool:
    """Tell whether one decision joins the very two that the other keeps apart."""
    apart = {Action.MERGE, Action.NOT_SAME}
    return {one.action, other.action} == apart and {one.left, one.right} == {other.left, other.right}


def take_back(path: Path, number: int | None = None) -> Decision:
    """Remove a decision from the file, by its number from 1 on or else the last one, and return it.

    Raises DecisionError where there is none of that number.
    """
    known = read_decisions(path).decisions
    if not known or not 1 <= (number or len(known)) <= len(known):
        problem = f"there is no decision {number}" if number and known else "there is no decision"
        raise DecisionError(problem, place=str(path), remedy="kg decide list shows them")
    gone = known[(number or len(known)) - 1]
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(_FIELDS)
    writer.writerows((one.action, *_rest(one)) for one in known if one is not gone)
    with replaced(path) as stream:
        stream.write(lines.getvalue().encode())
    return gone


def _rest(decision: Decision) -> tuple[str, ...]:
    return decision.left, decision.right, decision.who, decision.why
