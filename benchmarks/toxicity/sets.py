"""The hand-written sets, and what a model says of them before any calibration."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from common.engines.toxicity.model import LABELS, Curve, Model, windows
from common.engines.toxicity.segments import sentences
from common.text.folding import fold

SETS = Path(__file__).parent / "sets"


class Pair(NamedTuple):
    """`language` is empty where the set is English."""

    harmless: str
    harmful: str
    language: str = ""


def harmless(name: str) -> dict[str, list[str]]:
    """By part: what sounds dangerous, what is ordinary, and what names groups of people."""
    return _parts(name, ("scary", "ordinary", "groups"))


def for_calibration() -> list[list[str]]:
    """What sounds dangerous, with what names groups of people, which alone is too little to spare
    one in a hundred of it; and what is ordinary.
    """
    parts = harmless("harmless_for_calibration")
    return [parts["scary"] + parts["groups"], parts["ordinary"]]


def independent() -> dict[str, list[str]]:
    """What sounds dangerous, what is ordinary, and harmful sentences by label; `veiled` are threats
    and insults without a word that says so.
    """
    return _parts("independent", ("scary", "ordinary", *LABELS[:-1], "veiled"))


def _parts(name: str, titles: Sequence[str]) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {title: [] for title in titles}
    part = parts[titles[0]]
    for line in _lines(name):
        if line[2:] in parts and line.startswith("# "):
            part = parts[line[2:]]
        elif not line.startswith("# "):
            part.append(line)
    return {part: lines for part, lines in parts.items() if lines}


def pairs(name: str) -> list[Pair]:
    lines = [line.split(" || ") for line in _lines(name) if not line.startswith("# ")]
    if name == "languages":
        return [Pair(harmless, harmful, language) for language, harmful, harmless in lines]
    if name == "disguises":
        return [Pair(harmless, harmful) for harmful, harmless in lines]
    return [Pair(harmless, harmful) for harmless, harmful in lines]


def _lines(name: str) -> list[str]:
    return [line for line in (SETS / f"{name}.txt").read_text("utf-8").splitlines() if line]


def load(folder: Path) -> Model:
    stored = json.loads((folder / "calibration.json").read_text("utf-8"))
    return Model(folder / "weights.bin", [Curve(**stored["labels"][name]) for name in LABELS])


def raw(model: Model, text: str) -> list[float]:
    """The most that a sentence or a window comes to, as `scored` has it after the curves."""
    sums = [model.sums(each.tokens) for each in sentences(fold(text))]
    if len(sums) > 1:
        sums += [*windows(sums)]
    return [max(column) for column in zip(*map(model.raw, sums), strict=True)]
