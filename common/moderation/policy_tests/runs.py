"""Runs of policy tests: started, and read with their results."""

from __future__ import annotations

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.ids import ordered_id
from common.domain.policy import find_policy
from common.domain.policy_test import (
    RUNS_KEPT,
    PolicyTest,
    Result,
    Run,
    no_counts,
    policy_test_key,
    results_key,
    run_key,
)
from common.domain.task import new_job, task_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.policy_tests import sets
from common.queue.messages import ScanOrder
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork


async def start(context: Context, app: str, set_id: str, by: str, now: int) -> Run:
    """The policy is kept as it is now. While a run of the set is under way, that is the answer."""
    configuration = await context.configurations.fresh(app)

    async def attempt() -> tuple[Run, list[str]]:
        unit = UnitOfWork(context.store)
        test = await unit.get(policy_test_key(app, set_id))
        if test is None:
            raise sets.missing(set_id)
        if test["running"]:
            return await unit.have(run_key(app, test["running"])), []
        return await _started(unit, configuration, test, by, now)

    run, gone = await until_committed(attempt, ATTEMPTS, too_busy())
    for each in await context.store.get([run_key(app, id) for id in gone]):
        if each is not None:
            await sets.delete_run(context, app, each.data)
    return run


async def _started(
    unit: UnitOfWork, configuration: Configuration, test: PolicyTest, by: str, now: int
) -> tuple[Run, list[str]]:
    """With the ids of runs that are not kept any more."""
    app = configuration.app
    run: Run = {
        "id": ordered_id(now),
        "set_id": test["id"],
        "config_key": test["config_key"],
        "mode": test["mode"],
        "status": "pending",
        "triggered_by": by,
        "rows_total": test["row_count"],
        "rows_completed": 0,
        "parts": test["parts"],
        "counts": no_counts(),
        "created_at": now,
    }
    asked: dict[str, object] = {"set": test["id"], "team": test["team"]}
    if test["config_key"]:
        policy = find_policy(configuration.policies, test["config_key"], test["team"])
        if policy is None:
            raise Invalid.field("config_key", f"{test['config_key']!r} does not exist any more")
        run["config_updated_at"] = policy["updated_at"]
        asked["policy"] = policy
    if test["run_ids"]:
        run["last"] = {"run_id": test["run_ids"][0], "changed": 0, "rows": []}
    if test["baseline"]:
        run["baseline"] = {"run_id": test["baseline"], "changed": 0, "rows": []}
    unit.create(run_key(app, run["id"]), run)
    task = new_job("policy_test", run["id"], asked, {"run_id": run["id"], "rows_completed": 0}, now)
    unit.create(task_key(app, run["id"]), task)
    unit.send(ScanOrder(app, run["id"], at=task["due_at"]))
    ids = [run["id"], *test["run_ids"]]
    kept = [id for number, id in enumerate(ids) if number < RUNS_KEPT or id == test["baseline"]]
    test.update({"run_ids": kept, "running": run["id"], "updated_at": now})
    await unit.commit()
    return run, [id for id in ids if id not in kept]


async def get(context: Context, app: str, id: str) -> tuple[Run, list[Result]]:
    """With the results so far."""
    (found,) = await context.store.get([run_key(app, id)])
    if found is None:
        raise NotFound(f"there is no policy test run {id!r}", {"id": "does not exist"})
    run = found.data
    keys = [results_key(app, id, part) for part in range(run["parts"])]
    parts = await context.store.get(keys)
    return run, [each for part in parts if part is not None for each in part.data["results"]]
