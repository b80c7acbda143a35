"""The plots of a report, drawn by matplotlib as SVG that takes the colours and the type of the page around it."""

from __future__ import annotations

import os
from contextlib import ExitStack
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from kg.errors import ReportError
from kg.report.calendar import WEEKS, bars_of_time, day_of, drawable, span_of, tell_time
from kg.report.canvas import FAINT, INK, PAPER, canvas, cut, legend, name_rows, stacked, svg, whole_numbers
from kg.report.figures import value
from kg.view.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from types import ModuleType

    from matplotlib.figure import Figure

    from kg.report.records import Actor, Brief, Pair, Reckoning, Supply

ROW: Final = 0.27
LETTER: Final = 0.0092
"""The share of a plot's width that a letter of a small note takes."""
MOST: Final = 14
"""Rows of a plot; the tables have the rest."""
STATUS_COLOURS: Final = {
    "Delivered": "#00704f",
    "Sold": "#3fa883",
    "Pledged": "#93d3ba",
    "Requested": "#b9c2cb",
    "Proposed": "#8f9aa5",
    "Paused": "#e8a33d",
    "Banned": "#c2410c",
}
SHADES: Final = ("#7cb8e0", "#1b2a5c", "#8a9bb0", "#4aa3df")


def can_draw() -> bool:
    """Tell whether matplotlib, which plots need, is installed."""
    return find_spec("matplotlib") is not None


def plots(brief: Brief, colours: Mapping[str, str]) -> dict[str, str]:
    """Return the SVG of each plot that the brief has something for, by its name; the same brief gives the same bytes.

    Raises ReportError where matplotlib is not installed.
    """
    try:
        mpl = _library()
    except ModuleNotFoundError as error:
        remedy = "pip install 'newskg[report]', or --no-plots"
        raise ReportError("plots need matplotlib, which is not installed", remedy=remedy) from error
    drawn: dict[str, str] = {}
    settings = {"svg.hashsalt": "kg", "svg.fonttype": "none", "font.size": 9.0, "axes.edgecolor": FAINT}
    colour = {"text.color": INK, "axes.labelcolor": INK, "xtick.color": INK, "ytick.color": INK}
    with mpl.rc_context():
        # What is set on this machine has no part in it.
        mpl.rcdefaults()
        mpl.rcParams.update({**settings, **colour})
        for name, figure in _figures(brief, colours):
            drawn[name] = svg(figure, name)
    return drawn


def _library() -> ModuleType:
    """Return matplotlib; what it notes of the fonts of this machine goes into no folder of the user's."""
    with TemporaryDirectory() as folder, ExitStack() as after:
        if "MPLCONFIGDIR" not in os.environ:
            os.environ["MPLCONFIGDIR"] = folder
            after.callback(os.environ.pop, "MPLCONFIGDIR")
        import matplotlib as mpl
        import matplotlib.font_manager

    library: ModuleType = mpl
    return library


def _figures(brief: Brief, colours: Mapping[str, str]) -> Sequence[tuple[str, Figure]]:
    labels = dict(brief.families)
    found = []
    if span_of(brief.days):
        found.append(("days", bars_of_time(brief.days, colours, labels)))
    if span_of(brief.talks) > WEEKS:
        kinds = sorted({kind for _, kind, _ in brief.talks})
        shades = dict(zip(kinds, [colours["talks"], *SHADES], strict=False))
        found.append(("weeks", bars_of_time(brief.talks, shades, {kind: kind for kind in shades}, weekly=True)))
    if brief.actors:
        found.append(("actors", _actors(brief.actors[:MOST], colours, labels)))
    if dated := [pair for pair in brief.pairs if any(drawable(day) for day, _ in pair.days)]:
        found.append(("calls", _calls(dated[:MOST], colours["talks"])))
    if brief.supplies:
        found.append(("arms", _arms(brief.supplies, dict(brief.statuses))))
    for name, measures in (("casualties", ("Killed", "Injured")), ("launches", ("Launched", "Intercepted"))):
        if rows := [one for one in brief.reckonings if one.measure in measures]:
            found.append((name, _numbers(rows, measures)))
    return found


def _actors(actors: Sequence[Actor], colours: Mapping[str, str], labels: Mapping[str, str]) -> Figure:
    figure, axes = canvas(0.9 + ROW * len(actors))
    stacked(axes, [dict(actor.families) for actor in actors], colours, labels)
    name_rows(axes, [actor.name for actor in actors])
    return figure


def _arms(supplies: Sequence[Supply], labels: Mapping[str, str]) -> Figure:
    found: dict[str, dict[str, int]] = {}
    for one in supplies:
        row = found.setdefault(" → ".join(name or "?" for name in (one.supplier, one.recipient)), {})
        row[one.status] = row.get(one.status, 0) + 1
    names = sorted(found, key=lambda name: (-sum(found[name].values()), name))[:MOST]
    figure, axes = canvas(0.9 + ROW * len(names))
    order = {status: labels[status] for status in STATUS_COLOURS if status in labels}
    rest = {status: label for status, label in labels.items() if status not in order} | {"": "status unknown"}
    palette = {**dict.fromkeys(rest, FAINT), **STATUS_COLOURS}
    stacked(axes, [found[name] for name in names], palette, {**order, **rest})
    name_rows(axes, names)
    return figure


def _calls(pairs: Sequence[Pair], colour: str) -> Figure:
    """Draw each pair's conversations as dots on a line of time: calls filled, meetings and others ringed."""
    from matplotlib.dates import date2num

    figure, axes = canvas(0.9 + ROW * len(pairs))
    every: list[date] = []
    for filled, label in ((True, "call"), (False, "meeting or other talks")):
        points = [
            (day_of(day), row)
            for row, pair in enumerate(pairs)
            for day, kind in pair.days
            if (kind == "call") is filled and drawable(day)
        ]
        every += [day for day, _ in points]
        if points:
            axes.scatter([date2num(day) for day, _ in points], [row for _, row in points], s=46, edgecolor=colour,
                         facecolor=colour if filled else PAPER, linewidth=1.4, label=label, zorder=3)  # fmt: skip
    name_rows(axes, [f"{pair.one} – {pair.other}" for pair in pairs])
    axes.grid(axis="y", color=FAINT, linewidth=0.7)
    tell_time(axes, sorted(every))
    legend(axes, 2)
    return figure


def _numbers(reckonings: Sequence[Reckoning], measures: Sequence[str]) -> Figure:
    """Draw what is counted in order of time: a dot for each number, rivals joined by a line with their names."""
    chosen = sorted(reckonings, key=lambda one: (-len(one.claims), -max(value(claim) for claim in one.claims)))
    rows = sorted(chosen[:MOST], key=lambda one: (one.date, one.where, measures.index(one.measure), one.counted))
    figure, axes = canvas(0.9 + 1.25 * ROW * len(rows))
    palette = dict(
        zip(measures, ("#b3261e", "#e8a33d") if "Killed" in measures else ("#45505b", "#2f93d1"), strict=True)
    )
    named: set[str] = set()
    longest = 0
    for row, one in enumerate(rows):
        values = [value(claim) for claim in one.claims]
        axes.plot([min(values), max(values)], [row, row], color=palette[one.measure], linewidth=2.2, alpha=0.45)
        axes.scatter(values, [row] * len(values), s=44, color=palette[one.measure], zorder=3,
                     label=None if one.measure in named else one.measure.lower())  # fmt: skip
        named.add(one.measure)
        longest = max(longest, sum(len(claim.amount) + len(cut(claim.who, 30)) + 4 for claim in one.claims))
        words = " · ".join(f"{claim.amount} {cut(claim.who, 30)}" for claim in one.claims)
        axes.annotate(words, (max(values), row), xytext=(8, 0), textcoords="offset points", va="center", fontsize=7.6)
    most = max(value(claim) for one in rows for claim in one.claims)
    axes.set_xlim(0, max(1, most) / (1 - min(0.75, 0.05 + longest * LETTER)))
    whole_numbers(axes.xaxis)
    name_rows(axes, [" ".join(filter(None, (long_date(one.date, brief=True), one.where, one.counted))) for one in rows])
    legend(axes, 2)
    return figure
