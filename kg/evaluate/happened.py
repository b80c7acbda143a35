"""Scoring what a document tells: calls, meetings, attacks, transfers, statements, and the figures of those found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.evaluate.gold import Count
from kg.evaluate.matching import plain, quotation, same_date
from kg.evaluate.tally import Comparison, Tally, compare
from kg.knowledge.namespaces import KG

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.evaluate.gold import Gold, GoldAttack, GoldConversation, GoldStatement, GoldTransfer, Kind
    from kg.evaluate.graph import View

MAYBE = frozenset({"Asserted", "Planned", "Possible", "Negated"})
ANY = MAYBE | {"Denied"}
QUOTE_START = 40
"""Characters of a quotation that must be found."""


def score_conversations(tally: Tally, view: View, gold: Gold, kind: Literal["calls", "meetings"]) -> None:
    """Score calls or meetings by their participants and dates, and again without the dates."""
    golds = gold.calls if kind == "calls" else gold.meetings
    if golds is None:
        return
    found = view.told(gold.id, "Call" if kind == "calls" else "Meeting")

    def who(conversation: GoldConversation, event: str) -> bool:
        parties = view.parties(event)
        return all(any(view.is_agent(party, name) for party in parties) for name in conversation.participants)

    def who_and_when(conversation: GoldConversation, event: str) -> bool:
        return who(conversation, event) and same_date(conversation.date, view.dates(event))

    def named(conversation: GoldConversation) -> str:
        return " + ".join(conversation.participants)

    judged = _judge(view, gold, kind, [conversation.date for conversation in golds])
    dated = Comparison(kind, gold.id, who_and_when, lambda c: f"{named(c)} {c.date}", view.shown_event, judged)
    compare(tally, dated, golds, found)
    compare(tally, Comparison(f"{kind} (who)", gold.id, who, named, view.shown_event, judged), golds, found)


def _judge(view: View, gold: Gold, kind: Kind, dates: Sequence[str | None]) -> Callable[[str], bool]:
    """Return which extras count: all, or where not everything is annotated only those of an annotated day."""
    days = set(dates) - {None}
    complete = kind in gold.complete
    return lambda event: complete or not days.isdisjoint(view.dates(event))


def score_attacks(tally: Tally, view: View, gold: Gold) -> None:
    """Score attacks by attacker, target and date, again without the dates, and the figures of those found."""
    if gold.attacks is None or "attacks" not in gold.complete:
        return
    found = view.told(gold.id, "Attack")

    def who(attack: GoldAttack, event: str) -> bool:
        return view.has_agent(event, "attacker", attack.attacker) and view.has_agent(event, "target", attack.target)

    def who_and_when(attack: GoldAttack, event: str) -> bool:
        return who(attack, event) and same_date(attack.date, view.dates(event))

    def named(attack: GoldAttack) -> str:
        return f"{attack.attacker} -> {attack.target}"

    dated = Comparison("attacks", gold.id, who_and_when, lambda a: f"{named(a)} {a.date}", view.shown_event)
    compare(tally, dated, gold.attacks, found)
    compare(tally, Comparison("attacks (who)", gold.id, who, named, view.shown_event), gold.attacks, found)
    for attack in gold.attacks:
        same = [e for e in found if who_and_when(attack, e)] or [e for e in found if who(attack, e)]
        for count in attack.counts if same else ():
            _score_figure(tally, view, gold.id, same, count)


def _score_figure(tally: Tally, view: View, document: str, events: Sequence[str], count: Count) -> None:
    right = any(_tells(view, figure, count) for event in events for figure in view.values(event, "hasFigure"))
    tally.check("figures", document, f"{count.what} {count.number}", right=right)


def _tells(view: View, figure: str, count: Count) -> bool:
    """Say whether a figure gives the number, as its lower or upper bound, of the measure or the class of weapons."""
    names = {name.removeprefix(KG).casefold() for name in view.values(figure, "measure")}
    names |= {name.rstrip("s") for name in view.classes(view.values(figure, "weapon"))}
    numbers = {int(float(number)) for number in view.values(figure, "min", "max")}
    return count.number in numbers and plain(count.what).rstrip("s") in names


def score_transfers(tally: Tally, view: View, gold: Gold) -> None:
    """Score transfers by supplier, recipient and weapon, and the status and number of those found."""
    if gold.transfers is None or "transfers" not in gold.complete:
        return
    found = view.told(gold.id, "Transfer", MAYBE)

    def agrees(transfer: GoldTransfer, event: str) -> bool:
        return (
            view.has_agent(event, "supplier", transfer.supplier)
            and view.has_agent(event, "recipient", transfer.recipient)
            and _moves(view, gold.id, transfer, event)
        )

    for transfer in gold.transfers:
        same = [event for event in found if agrees(transfer, event)]
        if same and not transfer.optional:
            _score_status(tally, view, gold.id, same, transfer)
    comparison = Comparison("transfers", gold.id, agrees, _shown_transfer, view.shown_event)
    compare(tally, comparison, gold.transfers, found)


def _moves(view: View, document: str, transfer: GoldTransfer, event: str) -> bool:
    """Say whether the weapon of an event is the gold one, by its words or its class."""
    weapons = view.values(event, "weapon")
    mentions = view.mentions.get(document, {})
    names = view.classes(weapons) | {plain(quote) for weapon in weapons for quote in mentions.get(weapon, ())}
    wanted = plain(transfer.weapon)
    return plain(transfer.class_name) in names or any(wanted in name or name in wanted for name in names)


def _score_status(tally: Tally, view: View, document: str, events: Sequence[str], transfer: GoldTransfer) -> None:
    statuses = {s.removeprefix(KG).casefold() for event in events for s in view.values(event, "transferStatus")}
    tally.check("transfer status", document, _shown_transfer(transfer), right=transfer.status in statuses)
    if transfer.number is not None:
        _score_figure(tally, view, document, events, Count(transfer.class_name, transfer.number))


def _shown_transfer(transfer: GoldTransfer) -> str:
    return f"{transfer.supplier} -> {transfer.recipient}: {transfer.weapon} ({transfer.status})"


def score_statements(tally: Tally, view: View, gold: Gold) -> None:
    """Score direct quotations by speaker and first words."""
    if gold.statements is None or "statements" not in gold.complete:
        return
    found = [event for event in view.told(gold.id, "Statement", ANY) if view.values(event, "quoteText")]

    def agrees(statement: GoldStatement, event: str) -> bool:
        start = quotation(statement.quote)[:QUOTE_START]
        said = any(start in quotation(words) for words in view.values(event, "quoteText"))
        return said and view.has_agent(event, "speaker", statement.speaker)

    def shown(event: str) -> str:
        return f"{view.shown_event(event)}: {view.values(event, 'quoteText')[0][:60]}"

    comparison = Comparison("statements", gold.id, agrees, lambda s: f"{s.speaker}: {s.quote}", shown)
    compare(tally, comparison, gold.statements, found)
