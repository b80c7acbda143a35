"""Plots as matplotlib draws them: an empty one, its rows, bars and legend, and the SVG of a page."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH: Final = 8.6
"""Inches at which a plot is drawn; pages scale it."""
INK, FAINT, PAPER = "#1c2126", "#d8dde2", "#ffffff"


def canvas(height: float) -> tuple[Figure, Axes]:
    """Return an empty figure of a height in inches, and what one draws on."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    figure.patch.set_alpha(0)
    axes = figure.add_subplot()
    axes.patch.set_alpha(0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    return figure, axes


def name_rows(axes: Axes, names: Sequence[str]) -> None:
    """Name the rows of a plot, the first on top."""
    axes.set_yticks(range(len(names)), labels=[cut(name) for name in names])
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.grid(axis="x", color=FAINT, linewidth=0.7)


def cut(name: str, longest: int = 44) -> str:
    """Return a name no longer than this, as matplotlib must have it."""
    # A dollar sign would begin a formula.
    return (name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…").replace("$", r"\$")


def whole_numbers(axis: Any) -> None:
    """Let an axis tell whole numbers."""
    from matplotlib.ticker import MaxNLocator, StrMethodFormatter

    axis.set_major_locator(MaxNLocator(integer=True, nbins=7))
    axis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))


def legend(axes: Axes, columns: int) -> None:
    """Say over the plot what its colours mean."""
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=columns, frameon=False, borderaxespad=0,
                handlelength=0.9, handleheight=0.9, columnspacing=1.3)  # fmt: skip


def stacked(
    axes: Axes, rows: Sequence[Mapping[str, int]], colours: Mapping[str, str], labels: Mapping[str, str]
) -> None:
    """Draw a bar for each row, in parts of the kinds that `labels` names in this order."""
    starts = [0] * len(rows)
    for kind, label in labels.items():
        parts = [row.get(kind, 0) for row in rows]
        if any(parts):
            axes.barh(range(len(rows)), parts, left=starts, height=0.66, color=colours[kind], label=label,
                      edgecolor=PAPER, linewidth=0.8)  # fmt: skip
            starts = [start + part for start, part in zip(starts, parts, strict=True)]
    for row, end in enumerate(starts):
        axes.annotate(f"{end:,}", (end, row), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8)
    whole_numbers(axes.xaxis)
    legend(axes, 4)


_HEX: Final = re.compile(r"#[0-9a-f]{6}\b")
_ROLES: Final = {INK: "ink", FAINT: "faint", PAPER: "paper"}


def svg(figure: Figure, name: str) -> str:
    """Return a figure as an element for a page: no prologue, ids of its own, colours by custom properties."""
    stream = StringIO()
    figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    text = stream.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(
        r"<defs>\s*<style.*?</style>\s*</defs>|<metadata>.*?</metadata>|<!--.*?-->", "", text, flags=re.DOTALL
    )
    text = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{name}-", text)
    text = re.sub(r"font: ([\d.]+)px [^;\"]*", r"font-size: \1px", text)
    text = _HEX.sub(lambda found: f"var(--{_ROLES.get(found[0], f'c-{found[0][1:]}')}, {found[0]})", text)
    text = re.sub(
        r'<svg ([^>]*?)width="[^"]*" height="[^"]*"|<svg ', lambda found: f"<svg {found[1] or ''}", text, count=1
    )
    return re.sub(r"\n\s*\n", "\n", text).strip() + "\n"
