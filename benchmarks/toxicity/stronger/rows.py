"""What the stronger model learns from: the rows of the default one, folded, with weights."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.toxicity.rows import Row, corpora, generated_rows, lexicon_rows
from common.engines.toxicity.model import LABELS
from common.text.folding import Folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

HELD_OUT = ("hatemoji", "convabuse", "diasafety", "jigsaw_wiki", "surge")
"""Sources that figures are from: a run that is judged does not learn from them."""
_EVENING = -0.25
_MADE, _LEXICON, _GUESSED = 0.6, 0.3, 0.3
# What is likely of EDOS' comments that are not sexist: much else is said in those forums.
_NOT_SEXIST = {"toxic": 0.25, "identity_attack": 0.1, "threat": 0.03}
_HARMLESS = 0.2


class Example(NamedTuple):
    """A weight of 0 means that nothing is known of the label."""

    text: str
    targets: tuple[float, ...]
    weights: tuple[float, ...]


def examples(data: Path, without: Collection[str]) -> list[Example]:
    """Of all sources but those; small sources count a little more, as for the default model."""
    listed = lexicon_rows(data / "surge_profanity_en.csv")
    rows = [*corpora(data / "toxicity_train.jsonl"), *listed]
    rows = [row for row in rows if row.source not in without]
    sizes = Counter(row.source for row in rows)
    most = max(sizes.values())
    for row in rows:
        row.weight = _LEXICON if row.source == "lexicon" else (sizes[row.source] / most) ** _EVENING
    made = generated_rows()
    for row in made:
        row.weight *= _MADE
    return list(_examples([*rows, *made]))


def _examples(rows: list[Row]) -> Iterator[Example]:
    for row in rows:
        known = row.targets
        guessed = dict(_NOT_SEXIST) if row.source == "edos" and "toxic" not in known else {}
        if known.get("toxic", 1.0) <= _HARMLESS:
            guessed = dict.fromkeys(("identity_attack", "insult", "threat"), 0.0)
        targets = guessed | known
        if targets:
            weights = (1.0 if n in known else _GUESSED if n in guessed else 0.0 for n in LABELS)
            yield Example(
                Folded(row.text).text,
                tuple(targets.get(name, 0.0) for name in LABELS),
                tuple(weight * row.weight for weight in weights),
            )
