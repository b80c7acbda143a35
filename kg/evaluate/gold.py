"""Gold annotations: what a reader found in each document, read from JSON into frozen records."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from kg.errors import InputError
from kg.files import refuse_device

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

Kind: TypeAlias = Literal["people", "countries", "weapons", "calls", "meetings", "attacks", "transfers", "statements"]
KINDS: tuple[Kind, ...] = get_args(Kind)
LINES = "gold.jsonl"


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """Someone named; `country` is an ISO 3166-1 code or a name."""

    names: tuple[str, ...]
    country: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldCountry:
    """A country named, by its ISO 3166-1 code."""

    code: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldWeapon:
    """Words for a weapon and the class it belongs to, or "other"."""

    mention: str
    class_name: str


@dataclass(frozen=True, slots=True)
class GoldConversation:
    """A call or a meeting; participants are names or ISO codes."""

    participants: tuple[str, ...]
    date: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something: killed, injured, or pieces of a class of weapons."""

    what: str
    number: int


@dataclass(frozen=True, slots=True)
class GoldAttack:
    """An attack; attacker and target are names or ISO codes, None where nobody is told."""

    attacker: str | None
    target: str | None
    date: str | None
    counts: tuple[Count, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldTransfer:
    """Weapons on the way from a supplier to a recipient."""

    supplier: str | None
    recipient: str | None
    weapon: str
    class_name: str
    status: str
    number: int | None
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Words in quotation marks and who said them."""

    speaker: str
    quote: str
    optional: bool
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """What a document says; a kind is None where nobody looked for it.

    `complete` are the kinds of which everything is annotated, so that more is an error; `ignore` names that count
    neither way; `date`, `title` and `outlet` what is known of the document beside its text.
    """

    id: str
    people: tuple[GoldPerson, ...] | None = None
    countries: tuple[GoldCountry, ...] | None = None
    weapons: tuple[GoldWeapon, ...] | None = None
    calls: tuple[GoldConversation, ...] | None = None
    meetings: tuple[GoldConversation, ...] | None = None
    attacks: tuple[GoldAttack, ...] | None = None
    transfers: tuple[GoldTransfer, ...] | None = None
    statements: tuple[GoldStatement, ...] | None = None
    complete: frozenset[str] = frozenset(KINDS)
    ignore: frozenset[str] = frozenset()
    date: date | None = None
    title: str | None = None
    outlet: str | None = None


def read_gold(path: Path) -> tuple[Gold, ...]:
    """Return the annotations of a JSONL file, or of a folder: its gold.jsonl, else every .json file that holds some.

    Raises InputError, with the file, for what is no JSON, lacks a field or has nothing to score.
    """
    lines = path / LINES if path.is_dir() else path
    found = tuple(_from_lines(lines) if lines.is_file() else _from_folder(path))
    if not found:
        raise InputError("there are no gold annotations", place=str(path), remedy="put one X.json beside each X.txt")
    return found


def _from_lines(path: Path) -> Iterator[Gold]:
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if line.strip():
            yield _gold(_json(line, f"{path}:{number}"), f"{path}:{number}", stem=None)


def _from_folder(folder: Path) -> Iterator[Gold]:
    for path in sorted(folder.glob("*.json")):
        whole = _json(_text(path), str(path))
        if isinstance(whole, dict) and whole.keys() & set(KINDS):
            yield _gold(whole, str(path), stem=path.stem)


def _text(path: Path) -> str:
    try:
        refuse_device(path, InputError)
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"can not be read: {error}", place=str(path), remedy="name a readable file in UTF-8"
        ) from error


def _json(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise InputError(f"no JSON: {error}", place=place, remedy="mend the file there") from error


def _gold(whole: Mapping[str, Any], place: str, *, stem: str | None) -> Gold:
    try:
        about = whole.get("doc") or {}
        day = about.get("date")
        return Gold(
            id=stem if stem is not None else str(whole["id"]),
            people=_each(whole, "people", _person),
            countries=_each(whole, "countries", lambda found: GoldCountry(found["code"])),
            weapons=_each(whole, "weapons", lambda found: GoldWeapon(found["mention"], found["class"])),
            calls=_each(whole, "calls", _conversation),
            meetings=_each(whole, "meetings", _conversation),
            attacks=_each(whole, "attacks", _attack),
            transfers=_each(whole, "transfers", _transfer),
            statements=_each(whole, "statements", _statement),
            complete=frozenset(whole.get("complete", KINDS)),
            ignore=frozenset(whole.get("ignore", ())),
            date=date.fromisoformat(day) if day else None,
            title=about.get("title"),
            outlet=about.get("outlet"),
        )
    except KeyError as error:
        raise InputError(f"lacks the field {error}", place=place, remedy="add it") from error
    except (AttributeError, TypeError, ValueError) as error:
        remedy = "compare it with the format that kg evaluate --help describes"
        raise InputError(f"no gold annotations: {error}", place=place, remedy=remedy) from error


def _each(whole: Mapping[str, Any], kind: Kind, read: Callable[[Any], Any]) -> Any:
    return tuple(read(found) for found in whole[kind]) if kind in whole else None


def _optional(found: Mapping[str, Any]) -> bool:
    return bool(found.get("optional"))


def _person(found: Mapping[str, Any]) -> GoldPerson:
    names = (found["name"], *found.get("mentions", ()))
    return GoldPerson(names, found.get("country"), _optional(found) or bool(found.get("byline")))


def _conversation(found: Mapping[str, Any]) -> GoldConversation:
    return GoldConversation(tuple(found["participants"]), found.get("date"), _optional(found))


def _attack(found: Mapping[str, Any]) -> GoldAttack:
    people = [Count(measure, found[measure]) for measure in ("killed", "injured") if found.get(measure) is not None]
    pieces = [Count(w["class"], w["count"]) for w in found["weapons"] if w.get("count") is not None]
    return GoldAttack(found["attacker"], found["target"], found["date"], (*people, *pieces), _optional(found))


def _transfer(found: Mapping[str, Any]) -> GoldTransfer:
    names = (found["supplier"], found["recipient"], found["weapon"], found["class"], found["status"])
    return GoldTransfer(*names, found.get("count"), _optional(found))


def _statement(found: Mapping[str, Any]) -> GoldStatement:
    return GoldStatement(found["speaker"], found["quote"], _optional(found), found.get("date"))
