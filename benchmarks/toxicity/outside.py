"""Sets by others that no model here has learned from, as their publishers write them.

They stay outside the repository; `judge` and `stronger.judge` take their files with `--outside`.
Which there are, where they are from and under what licence: MODEL_CARD.md.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.toxicity.rows import Row

_ATTRIBUTES = {
    "identity_attack": "identity_attack", "insult": "insult", "obscene": "profanity",
    "sexual_explicit": "sexually_explicit", "threat": "threat", "toxic": "toxicity",
}  # fmt: skip
_THREATS, _ABUSE = "threat_", ("target_indiv_nh", "target_group_nh")
_OPEN = ("phrase_", "spell_")


def outside_rows(path: Path) -> list[Row]:
    """A row without targets is an ordinary text, of which nobody expects harm."""
    rows = [*_rows(path)]
    if not rows:
        raise SystemExit(f"{path}: no row of a known form")
    return rows


def _rows(path: Path) -> Iterator[Row]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            yield from (_hatecheck(row) for row in csv.DictReader(file))
        return
    text = path.read_text("utf-8")
    documents = json.loads(text) if path.suffix == ".json" else map(json.loads, text.splitlines())
    for document in documents:
        if "is_toxic" in document:
            yield _toxigen(document)
        elif "prompt" in document or "severe_toxicity" in document:
            yield from _prompt(document.get("prompt", document))
        else:
            yield Row(document["text"], path.stem)


def _hatecheck(row: dict[str, str]) -> Row:
    """Hate is an attack on a group. Abuse of persons and other groups is toxic all the same, and
    may threaten them; what else may threaten is left open.
    """
    kind, is_hate = row["functionality"], row["label_gold"] == "hateful"
    targets = {"identity_attack": float(is_hate)}
    if kind not in _ABUSE:
        targets["toxic"] = float(is_hate)
        if not kind.startswith(_OPEN):
            targets["threat"] = float(kind.startswith(_THREATS))
    return Row(row["test_case"], "hatecheck", targets)


def _toxigen(document: dict[str, Any]) -> Row:
    is_toxic = float(document["is_toxic"])
    return Row(document["text"], "toxigen", {"identity_attack": is_toxic, "toxic": is_toxic})


def _prompt(document: dict[str, Any]) -> Iterator[Row]:
    """Of RealToxicityPrompts: an attribute that says 0.5 or more is a label."""
    known = {label: document.get(name) for label, name in _ATTRIBUTES.items()}
    targets = {label: score for label, score in known.items() if score is not None}
    if targets:
        yield Row(document["text"], "rtp", targets)
