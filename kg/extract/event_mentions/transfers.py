"""Transfers of several weapons, or by several suppliers, as one mention each, with its own status and count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.gate import Gate
    from kg.records import EventMention, MentionArgument

TRANSFER, WEAPON, SUPPLIER = Term("Transfer"), Term("weapon"), Term("supplier")


def split_transfer(mention: EventMention, gate: Gate) -> Iterator[EventMention]:
    """Yield the mention of each transfer that one mention tells, and any other mention as it is."""
    weapons = sorted(mention.entities(WEAPON))
    if not gate.taxonomy.is_a(mention.kind, TRANSFER) or not weapons:
        yield mention
        return
    # "Patriot batteries and other weapons" says nothing with its last words.
    named = [weapon for weapon in weapons if gate.entities[weapon].reference not in gate.any_weapon]
    for weapon in named or weapons:
        figures = tuple(figure for figure in mention.figures if figure.weapon == weapon)
        # What several gave together is not what each of them gave.
        suppliers: tuple[int | None, ...] = () if figures else tuple(sorted(mention.entities(SUPPLIER)))
        for supplier in suppliers or (None,):
            arguments = tuple(a for a in mention.arguments if _is_of(a, weapon, supplier))
            yield replace(mention, arguments=arguments, figures=figures)


def _is_of(argument: MentionArgument, weapon: int, supplier: int | None) -> bool:
    """Say whether an argument belongs to the transfer of one weapon by one supplier (None: by all)."""
    if argument.role == WEAPON:
        return argument.entity == weapon
    return argument.role != SUPPLIER or supplier is None or argument.entity == supplier
