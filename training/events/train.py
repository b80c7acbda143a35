"""Train the branch for events: `python -m training.events.train --prepared FILE ... --out RUN` until the time is over.

It grows on a packaged pipeline, whose own weights stay as they are. `--start` goes on from another run's branch.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from tokenizers import Tokenizer
from torch import nn

from kg.language.labels import labels_from_json
from kg.language.subwords import piece_lookup
from training.events.annotation import read_prepared
from training.events.losses import losses, read, weighted
from training.events.network import branch_from, load_branch
from training.events.packaged import packaged_network
from training.events.windows import event_tensors, event_windows
from training.windows import Cutter, Vocabulary, batches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.events.annotation import Story
    from training.events.network import EventBranch

MODEL = Path(__file__).parents[2] / "kg/language/model"
WARM_UP, EMA, LAYER_DECAY = 60, 0.99, 0.9
#: Share of the time after which rates fall.
STEADY = 0.3


def cutter_of(model: Path) -> Cutter:
    """Return the window cutter of a packaged pipeline."""
    tokenizer = Tokenizer.from_file(str(model / "encoder/tokenizer.json"))
    labels = labels_from_json((model / "encoder/labels.json").read_text(encoding="utf-8"))
    ends = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    return Cutter(Vocabulary.of(labels), cache(piece_lookup(tokenizer)), *ends)


def stream(stories: list[Story], cutter: Cutter, budget: int, seed: int) -> Iterator[tuple[int, Any]]:
    """Yield the number of the pass and a batch, for ever, cut anew in every pass."""
    passes = 0
    while True:
        rng = random.Random(f"{seed}/events/{passes}")  # noqa: S311
        windows: Any = list(event_windows(stories, cutter, rng))
        for batch in batches(windows, budget, rng):
            yield passes, event_tensors(batch)  # type: ignore[arg-type]
        passes += 1


def parameter_groups(branch: EventBranch, layer_rate: float, head_rate: float) -> list[dict[str, Any]]:
    """Return AdamW groups: lower layers learn more slowly, heads faster."""
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in branch.named_parameters():
        part = name.split(".")
        inner = part[0] == "layers"
        rate = layer_rate * LAYER_DECAY ** (len(branch.layers) - 1 - int(part[1])) if inner else head_rate
        groups.setdefault(rate, []).append(parameter)
    return [{"params": ps, "lr": rate, "base": rate} for rate, ps in groups.items()]


def work(branch: EventBranch, stories: list[Story], args: argparse.Namespace) -> None:
    """Train until the time is over, and leave the averaged weights in RUN/branch.pt."""
    network, cutter = packaged_network(args.model), cutter_of(args.model)
    optimizer = torch.optim.AdamW(
        parameter_groups(branch, args.layer_rate, args.head_rate), betas=(0.9, 0.98), weight_decay=0.01
    )
    trained = list(branch.parameters())
    average = [p.detach().clone() for p in trained]
    record: dict[str, list[float]] = {}
    began = time.monotonic()
    for step, (passes, batch) in enumerate(stream(stories, cutter, args.pieces, args.seed)):
        spent = (time.monotonic() - began) / args.seconds
        if spent >= 1 or (args.steps and step >= args.steps):
            break
        parts = losses(branch, batch, read(network, branch, batch))
        weighted(parts).backward()
        nn.utils.clip_grad_norm_(trained, 1.0)
        factor = min(1.0, (step + 1) / WARM_UP, (1 - spent) / (1 - STEADY))
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * factor
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        with torch.no_grad():
            for mean, parameter in zip(average, trained, strict=True):
                mean.lerp_(parameter, 1 - min(EMA, step / (step + 10)))
        for name, value in parts.items():
            record.setdefault(name, []).append(float(value.detach()))
        if step % 50 == 49:
            line = {"step": step, "passes": passes, "seconds": round(time.monotonic() - began)}
            means = {name: round(sum(values) / len(values), 4) for name, values in record.items()}
            with (args.out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(line | means) + "\n")
            record = {}
    with torch.no_grad():
        for parameter, mean in zip(trained, average, strict=True):
            parameter.copy_(mean)
    torch.save({name: value.half() for name, value in branch.state_dict().items()}, args.out / "branch.pt")


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prepared", type=Path, nargs="+", required=True, help="what training.events.annotation wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the packaged pipeline to grow on")
    parser.add_argument("--start", type=Path, help="a run to go on from, instead of the parser's upper layers")
    parser.add_argument("--seconds", type=float, default=2400)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many, if the time is not over before")
    parser.add_argument("--share", type=float, default=1.0, help="part of the stories, for a learning curve")
    parser.add_argument("--pieces", type=int, default=1536)
    parser.add_argument("--layer-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    # Before the first operation: Adam's second moments become denormal, and steps five times as slow.
    torch.set_flush_denormal(True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    stories = [story for path in args.prepared for story in read_prepared(path)]
    random.Random(args.seed).shuffle(stories)  # noqa: S311
    branch = load_branch(args.start / "branch.pt") if args.start else branch_from(packaged_network(args.model))
    work(branch.train(), stories[: round(args.share * len(stories))], args)


if __name__ == "__main__":
    main()
