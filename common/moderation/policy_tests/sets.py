"""Keeping policy tests: made of rows or of what was decided, read, deleted with their runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.errors import Invalid, NotFound
from common.domain.policy import has_policy
from common.domain.policy_test import (
    MOST_BYTES,
    MOST_SETS,
    POLICY_TESTS,
    Mode,
    PolicyTest,
    Row,
    Rows,
    Run,
    policy_test_id,
    policy_test_key,
    results_key,
    rows_key,
    run_key,
)
from common.store.store import Conflict, Create, Delete, Write

_ROWS_A_PART = 25


@dataclass(frozen=True, slots=True)
class NewTest:
    name: str
    config_key: str
    team: str
    mode: Mode
    created_by: str


async def create(
    context: Context, app: str, new: NewTest, rows: Sequence[Row], now: int
) -> PolicyTest:
    """Raises Invalid for a name that is taken, and for a policy that does not exist."""
    await _check_policies(context, app, new, rows)
    if sum(len(row["text"].encode()) for row in rows) > MOST_BYTES:
        raise Invalid.field("rows", f"have more than {MOST_BYTES} bytes of text in all")
    if len(await list_all(context, app)) >= MOST_SETS:
        raise Invalid.field("name", f"would be one more than the {MOST_SETS} allowed")
    id = policy_test_id(new.name, new.team)
    starts = range(0, len(rows), _ROWS_A_PART)
    made: PolicyTest = {
        "id": id,
        "name": new.name,
        "config_key": new.config_key,
        "team": new.team,
        "mode": new.mode,
        "created_by": new.created_by,
        "row_count": len(rows),
        "parts": len(starts),
        "run_ids": [],
        "running": "",
        "baseline": "",
        "created_at": now,
        "updated_at": now,
    }
    writes: list[Write] = [Create(policy_test_key(app, id), made)]
    for part, first in enumerate(starts):
        kept: Rows = {"first": first, "rows": [*rows[first : first + _ROWS_A_PART]]}
        writes.append(Create(rows_key(app, id, part), kept))
    try:
        await context.store.commit(writes)
    except Conflict:
        raise Invalid.field("name", f"{new.name!r} is the name of another set") from None
    return made


async def _check_policies(context: Context, app: str, new: NewTest, rows: Sequence[Row]) -> None:
    configuration = await context.configurations.fresh(app)
    if new.config_key and not has_policy(configuration.policies, new.config_key):
        raise Invalid.field("config_key", "does not exist")
    for number, row in enumerate(rows):
        if row.get("policy") and not has_policy(configuration.policies, row["policy"]):
            raise Invalid.field(f"rows.{number}.policy", "does not exist")


async def list_all(context: Context, app: str) -> list[PolicyTest]:
    """The newest first."""
    page = await context.store.query(POLICY_TESTS, app=app, limit=MOST_SETS)
    found = [document.data for document in page.documents]
    return sorted(found, key=lambda each: (each["created_at"], each["id"]), reverse=True)


async def get(context: Context, app: str, id: str) -> PolicyTest:
    (found,) = await context.store.get([policy_test_key(app, id)])
    if found is None:
        raise missing(id)
    return found.data


async def rows_of(context: Context, app: str, test: PolicyTest) -> list[Row]:
    keys = [rows_key(app, test["id"], part) for part in range(test["parts"])]
    return [
        row
        for found in await context.store.get(keys)
        if found is not None
        for row in found.data["rows"]
    ]


async def runs_of(context: Context, app: str, tests: Sequence[PolicyTest]) -> dict[str, Run]:
    """Those that are kept, by id."""
    ids = list(dict.fromkeys(id for test in tests for id in (*test["run_ids"], test["baseline"])))
    found = await context.store.get([run_key(app, id) for id in ids if id])
    return {each.data["id"]: each.data for each in found if each is not None}


async def delete(context: Context, app: str, id: str) -> None:
    """With its runs. One that is broken off goes on when it is asked for again."""
    test = await get(context, app, id)
    runs = await runs_of(context, app, [test])
    for run in runs.values():
        await delete_run(context, app, run)
    rows: list[Write] = [Delete(rows_key(app, id, part)) for part in range(test["parts"])]
    await context.store.commit([*rows, Delete(policy_test_key(app, id))])


async def delete_run(context: Context, app: str, run: Run) -> None:
    results = [Delete(results_key(app, run["id"], part)) for part in range(run["parts"])]
    await context.store.commit([*results, Delete(run_key(app, run["id"]))])


def missing(id: str) -> NotFound:
    return NotFound(f"there is no policy test set {id!r}", {"id": "does not exist"})
