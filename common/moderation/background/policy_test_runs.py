"""Running a policy test: every page judges a part of the rows, and stores nothing of them else."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from common.configuration.policies import policies_of
from common.configuration.policy import CompiledPolicy
from common.domain.errors import NotFound
from common.domain.label_result import LabelResult, Unlabelled
from common.domain.policy_test import (
    Comparison,
    Result,
    Results,
    Row,
    Run,
    policy_test_key,
    results_key,
    rows_key,
    run_key,
)
from common.domain.task import Task
from common.moderation.background.job import Job, JobFailed, Step
from common.moderation.content.labelling import labelled, policy_named
from common.moderation.policy_tests import metrics
from common.views.labels import labels_answer

_AT_ONCE = 5
"""Rows, whose engines may be elsewhere."""


async def step(job: Job) -> Step:
    part = int(job.cursor or 0)
    app, id, asked = job.app, job.task["id"], job.task["asked"]
    keys = (run_key(app, id), rows_key(app, asked["set"], part))
    await job.unit.read(keys)
    run, rows = await job.unit.get(keys[0]), await job.unit.get(keys[1])
    if run is None or rows is None:
        raise JobFailed("not_found", "the policy test has been deleted")
    results = await _results(job, run, rows["first"], rows["rows"])
    kept: Results = {"results": results}
    job.unit.create(results_key(app, id, part), kept)
    done = run["rows_completed"] + len(results)
    run["rows_completed"] = done
    run["counts"] = metrics.counted(run["counts"], run["mode"], results)
    run["status"] = "running"
    run.setdefault("started_at", job.now)
    if "last" in run:
        run["last"] = await _compared(job, run["last"], part, results)
    if "baseline" in run:
        run["baseline"] = await _compared(job, run["baseline"], part, results)
    is_last = part + 1 >= run["parts"]
    result = {"run_id": id, "rows_completed": done, "rows_total": run["rows_total"]}
    return Step(None if is_last else str(part + 1), result)


async def ended(job: Job, task: Task) -> None:
    """The run has ended as its task has, and the next one may begin."""
    run = await job.unit.get(run_key(job.app, task["id"]))
    test = await job.unit.get(policy_test_key(job.app, task["asked"]["set"]))
    if run is not None:
        run["status"] = "completed" if task["status"] == "completed" else "failed"
        run["completed_at"] = job.now
        if "error" in task:
            run["error_message"] = task["error"]["description"]
    if test is not None and test["running"] == task["id"]:
        test["running"] = ""
        if task["status"] == "completed" and not test["baseline"]:
            test["baseline"] = task["id"]


async def _results(job: Job, run: Run, first: int, rows: Sequence[Row]) -> list[Result]:
    found: list[Result] = []
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        judged = await asyncio.gather(*(_labelled(job, row) for row in some))
        for number, (row, result) in enumerate(zip(some, judged, strict=True), first + start):
            found.append(metrics.scored(run["mode"], row, _result(number, row, result, job.now)))
    return found


async def _labelled(job: Job, row: Row) -> LabelResult:
    configuration = await job.context.configurations.of(job.app)
    asked = job.task["asked"]
    key = row.get("policy", "")
    policy: CompiledPolicy
    if not key and "policy" in asked:
        policy = policies_of(configuration).compile(asked["policy"])
    else:
        try:
            policy = policy_named(configuration, key, asked["team"])
        except NotFound as error:
            raise JobFailed("policy_not_found", error.message) from None
    unlabelled = Unlabelled(row["text"], row.get("content_type", "text"))
    return await labelled(job.context, configuration, policy, unlabelled, job.now)


def _result(number: int, row: Row, found: LabelResult, now: int) -> Result:
    raw: dict[str, Any] = {**labels_answer(found)}
    return {
        "row_index": number,
        "message_text": row["text"],
        "scored": False,
        "actual_action": found["recommended_action"],
        "actual_labels": found["labels"],
        "severity": found["severity"],
        "created_at": now,
        "raw_response": raw,
    }


async def _compared(
    job: Job, comparison: Comparison, part: int, results: Sequence[Result]
) -> Comparison:
    key = results_key(job.app, comparison["run_id"], part)
    (before,) = await job.context.store.get([key])
    return metrics.compared(comparison, before.data["results"] if before else (), results)
