"""Train the network that types marked pairs.

python -m recipes.types.train --to NET.pt [--authors ab] [--epochs 3] [--drills 6] [--silver FILE] [--from NET.pt]

It learns from the project's own sentences (`sentences/`), from drilled ones (`drills.py`, drawn anew each epoch) and,
in the last round, from sentences of `ngec_synthetic` that an earlier network and the rules agree on (`silver.py`).
Never from PLV, nor from the manuals' examples. One thread of a CPU reads some 50 sentences a second.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from recipes.types.drills import drilled
from recipes.types.network import Network, batched, word_pieces
from recipes.types.sentences import Labelled, sentences, unmarked
from torch import Tensor, nn

from tellings.events.typing.marks import Shown, shown
from tellings.events.typing.model import TYPES

BATCH, SMOOTHED = 32, 0.05
#: The rate falls by a tenth from layer to layer, is warmed up over a tenth of the steps, then falls to none.
LAYER_DECAY, WARM_UP = 0.9, 0.1
HEAD_RATE, WEIGHT_DECAY, LONGEST_STEP = 5.0, 0.01, 1.0
#: Batches hold sentences of like length, drawn from so many at a time.
POOL = 50 * BATCH


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as the network reads it and the probabilities to learn."""

    shown: Shown
    wanted: tuple[float, ...]


def examples(labelled: Sequence[Labelled]) -> list[Example]:
    """Sentences and their smoothed labels."""
    words = word_pieces()
    return [Example(shown(one.marked, words), _wanted(one)) for one in labelled]


def _wanted(one: Labelled) -> tuple[float, ...]:
    plain = one.soft or tuple(float(kind == one.type) for kind in TYPES)
    return tuple((1 - SMOOTHED) * p + SMOOTHED / len(TYPES) for p in plain)


def drills(seed: int, each: int) -> list[Labelled]:
    """Drilled sentences of one epoch."""
    return [Labelled(unmarked(text), kind) for text, kind, _, _ in drilled(seed, each)]


def batches(several: Sequence[Example], draw: random.Random) -> Iterator[list[Example]]:
    """All examples once, in batches of like length, in any order."""
    order = draw.sample(several, len(several))
    found: list[list[Example]] = []
    for first in range(0, len(order), POOL):
        pool = sorted(order[first : first + POOL], key=lambda e: len(e.shown.pieces) + 4 * draw.random())
        found += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    yield from draw.sample(found, len(found))


def groups(network: Network, rate: float) -> list[dict[str, object]]:
    """Parameters with their rates: the lower a layer, the less it learns."""
    layers = network.encoder.config.num_hidden_layers
    found: list[dict[str, object]] = []
    for name, parameter in network.encoder.named_parameters():
        if parameter.requires_grad:
            layer = int(name.split(".")[2]) + 1 if name.startswith("encoder.layer.") else 0
            found.append({"params": [parameter], "lr": rate * LAYER_DECAY ** (layers - layer)})
    head = [*network.out.parameters(), *network.role.parameters()]
    return [*found, {"params": head, "lr": HEAD_RATE * rate}]


def train(network: Network, own: list[Example], epochs: float, each: int, rate: float, seed: int) -> None:
    """Train in place; `each` is how often an act is drilled an epoch."""
    draw = random.Random(seed)
    drilled_now = examples(drills(seed, each)) if each else []
    steps = int(epochs * (len(own) + len(drilled_now)) / BATCH)
    optimizer = torch.optim.AdamW(groups(network, rate), weight_decay=WEIGHT_DECAY, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    step = 0
    while step < steps:
        for batch in batches([*own, *drilled_now], draw):
            _learn(network, optimizer, batch)
            schedule.step()
            step += 1
            if step == steps:
                return
        drilled_now = examples(drills(1000 * seed + step, each)) if each else []


def _rate(step: int, steps: int) -> float:
    return min(1.0, (step + 1) / (WARM_UP * steps)) * min(1.0, (steps - step) / ((1 - WARM_UP) * steps))


def _learn(network: Network, optimizer: torch.optim.Optimizer, batch: Sequence[Example]) -> Tensor:
    network.train()
    wanted = torch.tensor([e.wanted for e in batch])
    with torch.autocast("cpu", torch.bfloat16):
        scores = network(*batched([e.shown for e in batch]))
    loss: Tensor = nn.functional.cross_entropy(scores.float(), wanted)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), LONGEST_STEP)
    optimizer.step()
    return loss


def silver(path: Path) -> list[Labelled]:
    """Sentences that `recipes.types.silver` labelled."""
    rows = json.loads(path.read_text("utf-8"))
    return [Labelled(unmarked(row["text"]), row["label"], tuple(row["soft"])) for row in rows]


def main() -> None:
    """Train and write the network's weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--to", type=Path, required=True)
    arguments.add_argument("--from", dest="start", type=Path)
    arguments.add_argument("--authors", default="ab")
    arguments.add_argument("--epochs", type=float, default=3)
    arguments.add_argument("--drills", type=int, default=6)
    arguments.add_argument("--silver", type=Path)
    arguments.add_argument("--rate", type=float, default=1.2e-4)
    arguments.add_argument("--seed", type=int, default=0)
    args = arguments.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    network = Network()
    if args.start:
        network.load_state_dict(torch.load(args.start))
    own = examples([*sentences(args.authors), *(silver(args.silver) if args.silver else [])])
    train(network, own, args.epochs, args.drills, args.rate, args.seed)
    torch.save(network.state_dict(), args.to)


if __name__ == "__main__":
    main()
