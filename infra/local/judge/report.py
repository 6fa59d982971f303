"""What is printed of a judged set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median

from infra.local.demo.terminal import Terminal
from infra.local.judge.asking import Answer
from infra.local.judge.labelled import Sample
from infra.local.judge.measuring import Measured, Point, Scored, Share, measured

ACTION = "any action"
"""Stands for a label: whether the policy recommends anything, against whether a text is of any."""


def scored_by_label(
    samples: Sequence[Sample], answers: Sequence[Answer]
) -> dict[str, list[Scored]]:
    """Of each label that the set knows, in its order; texts of which it is not known are left out.
    What did not judge is not counted as a score of 0 where nothing was found.
    """
    found: dict[str, list[Scored]] = {}
    for label in dict.fromkeys(name for sample in samples for name in sample.labels):
        pairs = [
            (answer.scores.get(label, 0.0), truth)
            for sample, answer in zip(samples, answers, strict=True)
            if (truth := sample.truth(label)) is not None
            and (label in answer.scores or not answer.not_judged)
        ]
        if pairs:
            found[label] = pairs
    found[ACTION] = [
        (float(answer.recommended_action != "keep"), any(sample.labels.values()))
        for sample, answer in zip(samples, answers, strict=True)
    ]
    return found


def tell(
    terminal: Terminal,
    scored: Mapping[str, Sequence[Scored]],
    answers: Sequence[Answer],
    thresholds: Sequence[float],
) -> list[Measured]:
    found = tell_labels(terminal, scored, thresholds)
    _tell_engines(terminal, answers)
    return found


def tell_labels(
    terminal: Terminal, scored: Mapping[str, Sequence[Scored]], thresholds: Sequence[float]
) -> list[Measured]:
    found = []
    for label, pairs in scored.items():
        at = (1.0,) if label == ACTION else thresholds
        one = measured(label, pairs, at)
        found.append(one)
        _tell_label(terminal, one)
    return found


def _tell_label(terminal: Terminal, one: Measured) -> None:
    terminal.heading(f"{one.label}: {one.positives} texts of it, {one.negatives} not")
    if one.label != ACTION and one.auc is not None and one.auc_interval is not None:
        low, high = one.auc_interval
        terminal.line(f"  AUC {one.auc:.3f} ({low:.3f} to {high:.3f})")
    head = ("threshold", "precision", "", "recall", "", "false alarms", "")
    if one.label == ACTION:
        rows = [_row("policy's", point) for point in one.points]
    else:
        rows = [_row(f"{point.threshold:.2f}", point) for point in one.points]
        if one.best is not None:
            rows.append(_row(f"{one.best.threshold:.2f}, best F1", one.best))
    terminal.table(head, rows)


def _row(name: str, point: Point) -> tuple[str, ...]:
    shares = (point.precision, point.recall, point.false_alarms)
    return name, *(cell for share in shares for cell in _cells(share))


def _cells(share: Share) -> tuple[str, str]:
    """The value, and the interval of 95 %."""
    if share.value is None:
        return "–", ""
    low, high = share.interval
    return f"{share.value:.1%}", f"({low:.1%} to {high:.1%})"


def _tell_engines(terminal: Terminal, answers: Sequence[Answer]) -> None:
    terminal.heading("engines")
    names = dict.fromkeys(name for answer in answers for name in (*answer.ms, *answer.not_judged))
    rows = []
    for name in names:
        times = sorted(answer.ms[name] for answer in answers if name in answer.ms)
        missed = sum(name in answer.not_judged for answer in answers)
        rows.append(
            (
                name,
                f"{median(times):.2f} ms" if times else "–",
                f"{times[-1 - len(times) // 20]:.2f} ms" if times else "–",
                *_cells(Share(missed, len(answers))),
            )
        )
    terminal.table(("engine", "median", "p95", "not judged", ""), rows)
    reasons = Counter(
        f"{name}: {why}" for answer in answers for name, why in answer.not_judged.items()
    )
    for reason, count in reasons.most_common(5):
        terminal.line(f"  {count} × {reason}")


def cost(provider: Mapping[str, object], answers: Sequence[Answer], texts: int) -> str | None:
    """What the calls cost by the provider's own price a call; None where it has none."""
    price = provider.get("price")
    each = price.get("call") if isinstance(price, dict) else None
    if not isinstance(each, int | float) or not each:
        return None
    spent = each * sum(not answer.not_judged for answer in answers)
    return f"{spent:g} at {each:g} a call, which is {spent / texts * 1_000:g} for 1,000 texts"
