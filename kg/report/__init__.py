"""A brief of a collection for people: who acted, what was sent, where the sources differ, and the words behind it."""

from kg.report.plots import can_draw
from kg.report.writing import Choice, render, report_of

__all__ = ["Choice", "can_draw", "render", "report_of"]
