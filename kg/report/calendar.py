"""What happened when, as bars over a line of time."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.report.canvas import FAINT, PAPER, canvas, legend, whole_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WEEKS: Final = 21
"""Days from which on conversations are counted by week."""
_SEASON: Final = 120
_YEARS: Final = 500
_WEEK, _MONTH = 7, 30
_OLDEST, _FARTHEST = "1900", "2100"


def span_of(days: Sequence[tuple[str, str, int]]) -> int:
    """Return from how many days the events are that a picture of time shows."""
    dated = dense([(date.fromisoformat(day), sort, number) for day, sort, number in days if drawable(day)])
    return (dated[-1][0] - dated[0][0]).days if dated else 0


def bars_of_time(
    days: Sequence[tuple[str, str, int]], colours: Mapping[str, str], labels: Mapping[str, str], *, weekly: bool = False
) -> Figure:
    """Draw the events of each day, of each week where that is asked or days are many, of each month where weeks are."""
    from matplotlib.dates import date2num

    dated = dense([(date.fromisoformat(day), sort, number) for day, sort, number in days if drawable(day)])
    span = (dated[-1][0] - dated[0][0]).days
    width = _MONTH if span > _YEARS else _WEEK if weekly or span > _SEASON else 1
    figure, axes = canvas(2.5)
    counts: dict[str, Counter[date]] = {}
    for day, sort, number in dated:
        counts.setdefault(sort, Counter())[start_of(day, width)] += number
    starts = sorted({start for each in counts.values() for start in each})
    places = [float(date2num(start)) + (width - 1) / 2 for start in starts]
    below = [0] * len(starts)
    for sort, label in labels.items():
        if sort in counts:
            parts = [counts[sort][start] for start in starts]
            look = {"width": 0.86 * width, "color": colours[sort], "edgecolor": PAPER, "linewidth": 0.4}
            axes.bar(places, parts, bottom=below, label=label, **look)
            below = [low + part for low, part in zip(below, parts, strict=True)]
    axes.grid(axis="y", color=FAINT, linewidth=0.7)
    whole_numbers(axes.yaxis)
    tell_time(axes, starts, width=width)
    legend(axes, 4)
    return figure


def start_of(day: date, width: int) -> date:
    """Return the first day of the day's week or month."""
    if width == _MONTH:
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if width == _WEEK else day


def dense(dated: Sequence[tuple[date, str, int]]) -> Sequence[tuple[date, str, int]]:
    """Return the days behind the last long gap that has few before it: one old date would press all into a corner."""
    whole = sum(number for _, _, number in dated)
    seen = 0
    for (before, _, number), (after, _, _) in pairwise(dated):
        seen += number
        span = (dated[-1][0] - after).days
        if seen * 10 <= whole and (after - before).days > max(WEEKS, 2 * span):
            return dense(dated[[day for day, _, _ in dated].index(after) :])
    return dated


def tell_time(axes: Axes, days: Sequence[date], *, width: int = 1) -> None:
    """Let the axis tell days, in steps of `width` of them where these are few."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, DateFormatter, date2num

    span = (days[-1] - days[0]).days
    margin = max(1, span // 25) if width == 1 else width
    axes.set_xlim(date2num(days[0] - timedelta(days=margin)), date2num(days[-1] + timedelta(days=margin)))
    if span <= _SEASON:
        step = width * max(1, -(-span // (7 * width)))
        axes.set_xticks([date2num(days[0] + timedelta(days=at)) for at in range(0, span + 1, step)])
        axes.xaxis.set_major_formatter(DateFormatter("%-d %b"))
        return
    locator = AutoDateLocator(minticks=3, maxticks=8)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=True))


def day_of(day: str) -> date:
    """Return the day of a date, in the midst of a month or year."""
    return date.fromisoformat(day + {4: "-07-01", 7: "-15"}.get(len(day), ""))


def drawable(day: str) -> bool:
    """Tell whether a date is near enough to stand on a line of time with the rest."""
    return _OLDEST <= day[:4] <= _FARTHEST
