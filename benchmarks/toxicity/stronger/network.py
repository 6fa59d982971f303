"""A BERT encoder of few layers with six sigmoid heads, started from MiniLM's weights."""

from __future__ import annotations

import json
import math
import struct
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDTH, HEADS, INNER, POSITIONS = 384, 12, 1536, 64


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.first, self.second = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm, self.last_norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        rows, length, _ = x.shape
        shape = (rows, length, HEADS, WIDTH // HEADS)
        query, key, value = (
            made(x).view(shape).transpose(1, 2) for made in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + mask[:, None, None, :]
        seen = torch.softmax(scores, dim=-1) @ value
        mixed = seen.transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.norm(x + self.out(mixed))
        out: torch.Tensor = self.last_norm(x + self.second(functional.gelu(self.first(x))))
        return out


class Network(nn.Module):
    def __init__(self, words: int, layers: int, labels: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.heads = nn.Linear(WIDTH, labels)
        self.head_drop = nn.Dropout(0.1)

    def forward(self, numbers: torch.Tensor) -> torch.Tensor:
        """Logits [rows, labels] for numbers [rows, length]; 0 is padding."""
        there = (numbers != 0).to(self.words.weight.dtype)
        mask = (1.0 - there) * -10_000.0
        x = self.norm(self.words(numbers) + self.positions[: numbers.shape[1]])
        for layer in self.layers:
            x = layer(x, mask)
        weight = there[:, :, None]
        pooled = (x * weight).sum(1) / weight.sum(1)
        logits: torch.Tensor = self.heads(self.head_drop(pooled))
        return logits


def started(folder: Path, kept: Sequence[int], chosen: Sequence[int], labels: int) -> Network:
    """`kept` are the numbers of the words kept, `chosen` the layers."""
    stored = _tensors(folder / "model.safetensors")
    network = Network(len(kept), len(chosen), labels)
    emb = "embeddings."
    with torch.no_grad():
        network.words.weight.copy_(stored[emb + "word_embeddings.weight"][list(kept)])
        network.positions.copy_(
            stored[emb + "position_embeddings.weight"][:POSITIONS]
            + stored[emb + "token_type_embeddings.weight"][0]
        )
        _copy(network.norm, stored, emb + "LayerNorm")
        for number, layer in zip(chosen, network.layers, strict=True):
            name = f"encoder.layer.{number}."
            for part, called in (
                ("query", "attention.self.query"), ("key", "attention.self.key"),
                ("value", "attention.self.value"), ("out", "attention.output.dense"),
                ("norm", "attention.output.LayerNorm"), ("first", "intermediate.dense"),
                ("second", "output.dense"), ("last_norm", "output.LayerNorm"),
            ):  # fmt: skip
                _copy(getattr(layer, part), stored, name + called)
        nn.init.normal_(network.heads.weight, std=0.02)
        nn.init.zeros_(network.heads.bias)
    return network


def _copy(to: nn.Module, stored: dict[str, torch.Tensor], name: str) -> None:
    to.load_state_dict({part: stored[f"{name}.{part}"] for part in ("weight", "bias")})


def _tensors(path: Path) -> dict[str, torch.Tensor]:
    """The float32 tensors of a safetensors file: a length, a JSON table, the bytes."""
    stored = bytearray(path.read_bytes())
    (size,) = struct.unpack("<Q", stored[:8])
    tensors = {}
    for name, entry in json.loads(stored[8 : 8 + size]).items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = entry["data_offsets"]
        flat = torch.frombuffer(
            stored, dtype=torch.float32, offset=8 + size + start, count=(end - start) // 4
        )
        tensors[name] = flat.view(entry["shape"])
    return tensors
