"""The trained network at run time: four ONNX graphs, one window at a time, one thread."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

    from kg.language.subwords import Pieces

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """The network's answer for a window of n words.

    tag, pos, morph, lemma: class numbers (n); start: scores, above 0 where a sentence starts (n); names: n x classes;
    arcs: n x (n + 1) with the root in column 0; label_dep: n x width; label_head: (n + 1) x width; lower: the states of
    the lower layers, layers x pieces x width, which the branch for events reads on from.
    """

    tag: Integers
    pos: Integers
    morph: Integers
    lemma: Integers
    start: Floats
    names: Floats
    arcs: Floats
    label_dep: Floats
    label_head: Floats
    lower: Floats


@dataclass(frozen=True, slots=True)
class EventScores:
    """What the branch for events says of n words.

    kind, factuality, status: scores of a trigger's class, factuality and transfer status (n x classes); trigger, word:
    projections of a word as the trigger of an event and as an argument of one (n x width).
    """

    kind: Floats
    factuality: Floats
    status: Floats
    trigger: Floats
    word: Floats


@dataclass(frozen=True, slots=True)
class EventNetwork:
    """Sessions of the branch that reads on from the lower layers for events, and of the labeller of pairs of words."""

    branch: InferenceSession
    pairs: InferenceSession

    def scores(self, lower: Floats, first: Integers) -> EventScores:
        """Return the scores of the words that have their first pieces at `first`, given the states of all pieces."""
        out: Any = self.branch.run(None, {"lower": lower, "first": first})
        return EventScores(*out)

    def roles(self, trigger: Floats, kind: Integers, word: Floats) -> Floats:
        """Return the scores of n words' roles, t x n x columns, in the events of t triggers of the given classes."""
        out: Any = self.pairs.run(None, {"trigger": trigger, "kind": kind, "word": word})
        return np.asarray(out[0])


@dataclass(frozen=True, slots=True)
class Network:
    """Sessions of the encoder with its heads, of the labeller of chosen arcs, and, where it was learnt, of events."""

    encoder: InferenceSession
    labeller: InferenceSession
    events: EventNetwork | None

    def read(self, pieces: Pieces) -> Reading:
        """Return the scores for one window.

        Windows are never batched: activations are quantised by a scale per tensor, so a batch would make the result
        for one document hang on its neighbours.
        """
        feed = {"ids": pieces.ids, "features": pieces.features, "first": pieces.first}
        out: Any = self.encoder.run(None, {name: np.array(value, dtype=np.int64) for name, value in feed.items()})
        return Reading(*out)

    def labels(self, dep: Floats, head: Floats) -> Floats:
        """Return the label scores, n x classes, for n pairs of projections of a word and its head."""
        out: Any = self.labeller.run(None, {"dep": dep, "head": head})
        return np.asarray(out[0])


def open_network(encoder: bytes, labeller: bytes, events: tuple[bytes, ...]) -> Network:
    """Return the network of serialised graphs, `events` empty or two; ModelError where onnxruntime refuses them."""
    # Importing onnxruntime already sends telemetry to its vendor, unless this is set before.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime as ort

    options = ort.SessionOptions()
    # Processes share a machine, not threads; a sum in one thread also has one order.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3

    def opened(graph: bytes) -> InferenceSession:
        return ort.InferenceSession(graph, options, ["CPUExecutionProvider"])

    try:
        return Network(opened(encoder), opened(labeller), EventNetwork(*map(opened, events)) if events else None)
    except Exception as error:  # onnxruntime has a dozen classes without a common root
        raise ModelError(f"onnxruntime can not open the network: {error}", remedy="reinstall newskg") from error
