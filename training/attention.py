"""Attention as one operator while a graph is made, and as plain ones, with one result on any processor, afterwards."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor

from training.network import HEADS, WIDTH

OPERATOR = "MultiHeadAttention"


class Attention(torch.autograd.Function):
    """Multi-head attention as the one operator that onnxruntime has for it."""

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor) -> Tensor:  # type: ignore[override]
        """Return a tensor of the right shape; tracing needs no more."""
        del ctx, k, v
        return q.clone()

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any) -> Any:
        """Return the graph node."""
        return g.op(f"com.microsoft::{OPERATOR}", q, k, v, num_heads_i=HEADS).setType(q.type())


def written_out(graph: bytes) -> bytes:
    """Return a graph with each attention as products, maxima, powers and sums.

    onnxruntime sums within its own operator by as many numbers as a register holds and as a cache has room for, so that
    the last bits hang on the processor, and with them, after a rounding to 8 bits, now and then an event. Each of the
    plain operators gives the same bits with AVX2 as with AVX-512, and all of them take no more time.
    """
    model = onnx.load_model_from_string(graph)
    nodes = list(model.graph.node)
    del model.graph.node[:]
    for place, node in enumerate(nodes):
        plain = _plain(node, f"attention{place}") if node.op_type == OPERATOR else [node]
        model.graph.node.extend(plain)
    model.graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in _CONSTANTS.items())
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


_CONSTANTS = {
    "attention.heads": np.array([0, 0, HEADS, -1], np.int64),
    "attention.width": np.array([0, 0, -1], np.int64),
    "attention.last": np.array([-1], np.int64),
    "attention.scale": np.array((WIDTH / HEADS) ** -0.5, np.float32),
}


def _plain(node: onnx.NodeProto, name: str) -> list[onnx.NodeProto]:
    """Return the operators that one attention of batch x pieces x width consists of; the division comes last."""
    q, k, v = node.input[:3]
    steps: list[tuple[str, list[str], str, dict[str, Any]]] = [
        *_headed(q, f"{name}.q", [0, 2, 1, 3]),
        *_headed(k, f"{name}.k", [0, 2, 3, 1]),
        *_headed(v, f"{name}.v", [0, 2, 1, 3]),
        ("Mul", [f"{name}.q", "attention.scale"], f"{name}.scaled", {}),
        ("MatMul", [f"{name}.scaled", f"{name}.k"], f"{name}.scores", {}),
        ("ReduceMax", [f"{name}.scores"], f"{name}.most", {"axes": [-1], "keepdims": 1}),
        ("Sub", [f"{name}.scores", f"{name}.most"], f"{name}.below", {}),
        ("Exp", [f"{name}.below"], f"{name}.powers", {}),
        ("ReduceSum", [f"{name}.powers", "attention.last"], f"{name}.whole", {"keepdims": 1}),
        ("MatMul", [f"{name}.powers", f"{name}.v"], f"{name}.sums", {}),
        ("Div", [f"{name}.sums", f"{name}.whole"], f"{name}.means", {}),
        ("Transpose", [f"{name}.means"], f"{name}.words", {"perm": [0, 2, 1, 3]}),
        ("Reshape", [f"{name}.words", "attention.width"], node.output[0], {}),
    ]
    return [helper.make_node(kind, given, [made], name=made, **more) for kind, given, made, more in steps]


def _headed(states: str, name: str, order: list[int]) -> list[tuple[str, list[str], str, dict[str, Any]]]:
    """Return the operators that give each head its part of the states, with the axes in an order."""
    return [
        ("Reshape", [states, "attention.heads"], f"{name}.parts", {}),
        ("Transpose", [f"{name}.parts"], name, {"perm": order}),
    ]
