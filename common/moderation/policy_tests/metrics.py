"""What a run's results add up to, and how one row is scored; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from common.domain.policy_test import Comparison, Counts, Mode, Result, Row, RowChange
from common.domain.recommendation import KEEP

_LABELS_KEPT = 200
_ROWS_TOLD = 100


def scored(mode: Mode, row: Row, result: Result) -> Result:
    """With what was expected and whether it came. In the mode `check` that is the action, in the
    mode `labels` all of the labels and no other.
    """
    action, labels = row.get("recommended_action"), row.get("labels")
    if action is not None:
        result["expected_action"] = action
    if labels is not None:
        result["expected_labels"] = labels
    why = _failure(mode, row, result)
    if why is None:
        return result
    result["scored"], result["passed"] = True, not why
    if why:
        result["failure_reason"] = why
    return result


def _failure(mode: Mode, row: Row, result: Result) -> str | None:
    """Empty where the row passed, None where nothing was expected of it."""
    if mode == "check":
        expected = row.get("recommended_action")
        if expected is None:
            return None
        actual = result["actual_action"]
        return "" if actual == expected else f"expected {expected}, got {actual}"
    labels = row.get("labels")
    if labels is None:
        return None
    missed = sorted({*labels} - {*result["actual_labels"]})
    wrong = sorted({*result["actual_labels"]} - {*labels})
    told = [f"not found: {', '.join(missed)}"] if missed else []
    told += [f"not expected: {', '.join(wrong)}"] if wrong else []
    return "; ".join(told)


def counted(counts: Counts, mode: Mode, results: Iterable[Result]) -> Counts:
    """With the results of a further page."""
    made: Counts = {**counts, "by_label": {k: [*v] for k, v in counts["by_label"].items()}}
    for result in results:
        if not result["scored"]:
            made["unscored"] += 1
        elif result["passed"]:
            made["passed"] += 1
        else:
            made["failed"] += 1
        if "expected_labels" in result:
            _count_labels(made, result, is_mode=mode == "labels")
        if mode == "check" and result["scored"]:
            expected = result["expected_action"] != KEEP
            actual = result["actual_action"] != KEEP
            made["hits"] += expected and actual
            made["missed"] += expected and not actual
            made["wrong"] += actual and not expected
    return made


def _count_labels(counts: Counts, result: Result, *, is_mode: bool) -> None:
    expected, actual = {*result["expected_labels"]}, {*result["actual_labels"]}
    if is_mode:
        counts["hits"] += len(expected & actual)
        counts["missed"] += len(expected - actual)
        counts["wrong"] += len(actual - expected)
    for label in expected | actual:
        if label in counts["by_label"] or len(counts["by_label"]) < _LABELS_KEPT:
            numbers = counts["by_label"].setdefault(label, [0, 0, 0])
            numbers[0] += label in expected and label in actual
            numbers[1] += label in expected and label not in actual
            numbers[2] += label in actual and label not in expected


def compared(
    comparison: Comparison, before: Sequence[Result], results: Sequence[Result]
) -> Comparison:
    """With the rows of a further page that the other run judged differently."""
    earlier = {each["row_index"]: each for each in before}
    changes = [
        _change(earlier[each["row_index"]], each)
        for each in results
        if each["row_index"] in earlier and _differs(earlier[each["row_index"]], each)
    ]
    rows = [*comparison["rows"], *changes][:_ROWS_TOLD]
    changed = comparison["changed"] + len(changes)
    return {"run_id": comparison["run_id"], "changed": changed, "rows": rows}


def _differs(before: Result, after: Result) -> bool:
    labels = {*before["actual_labels"]} != {*after["actual_labels"]}
    return labels or before["actual_action"] != after["actual_action"]


def _change(before: Result, after: Result) -> RowChange:
    return {
        "row_index": after["row_index"],
        "action_before": before["actual_action"],
        "action_now": after["actual_action"],
        "labels_before": before["actual_labels"],
        "labels_now": after["actual_labels"],
    }
