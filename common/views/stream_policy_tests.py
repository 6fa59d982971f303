"""Policy tests as Stream's clients read them (contract appendix A, PolicyTest…)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict

from common.domain.policy_test import (
    Comparison,
    PolicyTest,
    Result,
    Row,
    Run,
    precision,
    recall,
)


class DriftAnswer(TypedDict):
    """`same` counts the rows of which the label was expected and found, `changed` those of which it
    was one of the two alone. `precision` and `recall` are Gavel's own.
    """

    same: int
    changed: int
    precision: float | None
    recall: float | None


class TotalsAnswer(TypedDict):
    rows: int
    scored: int
    passed: int
    failed: int
    unscored: int


class MetricsAnswer(TypedDict):
    """Beside Stream's: of the actions other than keep, or in the mode `labels` of all labels,
    how much of what was found was expected (`precision`) and how much of what was expected was
    found (`recall`); and what is another result than in the last run and in the baseline.
    """

    mode: str
    totals: TotalsAnswer
    by_label: dict[str, DriftAnswer]
    precision: float | None
    recall: float | None
    since_last_run: NotRequired[Comparison]
    since_baseline: NotRequired[Comparison]


class RunAnswer(TypedDict):
    id: str
    set_id: str
    task_id: str
    config_key: str
    status: str
    triggered_by: str
    rows_total: int
    rows_completed: int
    created_at: int
    config_updated_at: NotRequired[int]
    started_at: NotRequired[int]
    completed_at: NotRequired[int]
    error_message: NotRequired[str]
    metrics: NotRequired[MetricsAnswer]


class SetAnswer(TypedDict):
    id: str
    name: str
    config_key: str
    mode: str
    created_by: str
    created_at: int
    updated_at: int
    row_count: int
    team: NotRequired[str]
    rows: NotRequired[list[Row]]
    last_run: NotRequired[RunAnswer]


class ResultAnswer(TypedDict):
    id: int
    run_id: str
    row_index: int
    message_text: str
    scored: bool
    created_at: int
    actual_action: str
    actual_labels: list[str]
    severity: str
    raw_response: dict[str, Any]
    expected_action: NotRequired[str]
    expected_labels: NotRequired[list[str]]
    passed: NotRequired[bool]
    failure_reason: NotRequired[str]


class SetsAnswer(TypedDict):
    sets: list[SetAnswer]


class OneSetAnswer(TypedDict):
    set: SetAnswer
    recent_runs: list[RunAnswer]
    baseline_run_id: NotRequired[str]


class OneRunAnswer(TypedDict):
    run: RunAnswer
    results: list[ResultAnswer]


def sets_answer(tests: Sequence[PolicyTest], runs: Mapping[str, Run]) -> SetsAnswer:
    return {"sets": [_set_answer(test, runs) for test in tests]}


def one_set_answer(test: PolicyTest, rows: Sequence[Row], runs: Mapping[str, Run]) -> OneSetAnswer:
    shown = _set_answer(test, runs)
    shown["rows"] = [*rows]
    recent = [_run_answer(runs[id]) for id in test["run_ids"] if id in runs]
    answer: OneSetAnswer = {"set": shown, "recent_runs": recent}
    if test["baseline"]:
        answer["baseline_run_id"] = test["baseline"]
    return answer


def one_run_answer(run: Run, results: Sequence[Result]) -> OneRunAnswer:
    shown: list[ResultAnswer] = [
        {**each, "id": each["row_index"], "run_id": run["id"]} for each in results
    ]
    return {"run": _run_answer(run), "results": shown}


def _set_answer(test: PolicyTest, runs: Mapping[str, Run]) -> SetAnswer:
    answer: SetAnswer = {
        "id": test["id"],
        "name": test["name"],
        "config_key": test["config_key"],
        "mode": test["mode"],
        "created_by": test["created_by"],
        "created_at": test["created_at"],
        "updated_at": test["updated_at"],
        "row_count": test["row_count"],
    }
    if test["team"]:
        answer["team"] = test["team"]
    if test["run_ids"] and test["run_ids"][0] in runs:
        answer["last_run"] = _run_answer(runs[test["run_ids"][0]])
    return answer


def _run_answer(run: Run) -> RunAnswer:
    answer: RunAnswer = {
        "id": run["id"],
        "set_id": run["set_id"],
        "task_id": run["id"],
        "config_key": run["config_key"],
        "status": run["status"],
        "triggered_by": run["triggered_by"],
        "rows_total": run["rows_total"],
        "rows_completed": run["rows_completed"],
        "created_at": run["created_at"],
        "metrics": _metrics(run),
    }
    for name in ("config_updated_at", "started_at", "completed_at", "error_message"):
        if name in run:
            answer[name] = run[name]
    return answer


def _metrics(run: Run) -> MetricsAnswer:
    counts = run["counts"]
    scored = counts["passed"] + counts["failed"]
    answer: MetricsAnswer = {
        "mode": run["mode"],
        "totals": {
            "rows": scored + counts["unscored"],
            "scored": scored,
            "passed": counts["passed"],
            "failed": counts["failed"],
            "unscored": counts["unscored"],
        },
        "by_label": {name: _drift(*each) for name, each in sorted(counts["by_label"].items())},
        "precision": precision(counts["hits"], counts["wrong"]),
        "recall": recall(counts["hits"], counts["missed"]),
    }
    if "last" in run:
        answer["since_last_run"] = run["last"]
    if "baseline" in run:
        answer["since_baseline"] = run["baseline"]
    return answer


def _drift(hits: int, missed: int, wrong: int) -> DriftAnswer:
    return {
        "same": hits,
        "changed": missed + wrong,
        "precision": precision(hits, wrong),
        "recall": recall(hits, missed),
    }
