"""A brief of a collection for people: who acted, what was sent, where the sources differ, and the words behind it."""

from kg.report.writing import Choice, render, report_of

__all__ = ["Choice", "render", "report_of"]
