"""Which of many rectangles overlap."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Reals: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.intp]


def overlapping(left: Reals, right: Reals, top: Reals, bottom: Reals) -> tuple[Numbers, Numbers]:
    """Return the numbers of each two rectangles that overlap, in the order in which a sweep rightwards meets them.

    `left` is below `right` and `top` below `bottom`; those that only touch do not overlap.
    """
    order = np.argsort(left, kind="stable")
    places = np.arange(len(order))
    # Of those sorted by their left side, the ones that start before a rectangle ends follow it without a gap.
    followers = np.maximum(np.searchsorted(left[order], right[order]) - places - 1, 0)
    first = np.repeat(places, followers)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(followers) - followers, followers)
    one, other = order[first], order[second]
    meet = (top[one] < bottom[other]) & (bottom[one] > top[other])
    one, other, second = one[meet], other[meet], second[meet]
    met = np.argsort(second, kind="stable")
    return one[met], other[met]
