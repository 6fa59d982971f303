"""Backtests in this process, and what was evaluated before them."""

from __future__ import annotations

from typing import Any

from common.domain.item import item_id
from common.domain.rule_input import RULE_INPUTS, RuleInput
from tests.functional.background import page
from tests.functional.desk import BAD, Desk

BACKTESTS = "/api/v1/backtests"
RULE: dict[str, Any] = {
    "name": "Listed",
    "scope": "post",
    "when": {"type": "in_list", "lists": ["words"]},
    "actions": ["flag_for_review"],
}


def put(bench: Desk, id: str = "r", **fields: Any) -> None:
    bench.done("PUT", f"/api/v1/rules/{id}", {**RULE, **fields})


def posted(bench: Desk, text: str = "hello", *, id: str = "p", by: str = "ann", **more: Any) -> str:
    """The item, evaluated."""
    bench.check(text, entity_id=id, entity_creator_id=by, **more)
    item = item_id(bench.app.name, more.get("entity_type", "post"), id)
    bench.enforce(item)
    return item


def bad(bench: Desk, **fields: Any) -> str:
    return posted(bench, BAD, **fields)


def inputs(bench: Desk) -> list[RuleInput]:
    """In the order of their times."""

    async def read() -> list[RuleInput]:
        found: list[RuleInput] = []
        cursor: str | None = None
        while True:
            page = await bench.server.context.store.query(
                RULE_INPUTS, app=bench.app.name, limit=500, cursor=cursor
            )
            found += [each.data for each in page.documents]
            cursor = page.cursor
            if cursor is None:
                return sorted(found, key=lambda each: each["at"])

    return bench.server.run(read())


def started(bench: Desk, **asked: Any) -> str:
    body = asked if {"rule", "rule_id"} & asked.keys() else {"rule": RULE, **asked}
    id: str = bench.done("POST", BACKTESTS, body)["backtest"]["id"]
    return id


def told(bench: Desk, id: str) -> Any:
    return bench.done("GET", f"{BACKTESTS}/{id}")["backtest"]


def finished(bench: Desk, id: str, most: int = 200) -> Any:
    for _ in range(most):
        backtest = told(bench, id)
        if backtest["status"] not in ("pending", "running"):
            return backtest
        page(bench.server, bench.app, id)
    raise AssertionError(f"not finished after {most} pages: {backtest}")


def result_of(bench: Desk, **asked: Any) -> Any:
    """The result of a backtest of the last seven days, by default of `RULE`."""
    backtest = finished(bench, started(bench, **asked))
    assert backtest["status"] == "completed", backtest
    return backtest["result"]
