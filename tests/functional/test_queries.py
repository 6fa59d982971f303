"""Each query the product can issue is declared, and each that is declared is issued.

Everything that queries is run with all its filters and sortings, on a store that refuses what is
not declared. That nothing was left out is seen from the source: each call of `query` in it ran.
"""

from __future__ import annotations

import ast
import asyncio
import sys
from collections.abc import Coroutine, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest

from common.api.gavel.base import ListQuery
from common.api.gavel.log import LogQuery
from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.opening import open_queue
from common.delivery import endpoint_health, management
from common.delivery.breaker import FAILURES
from common.delivery.endpoints import Endpoints
from common.delivery.redelivery import redeliver
from common.domain.action import ActionFields
from common.domain.follow_up import follow_up_key, new_follow_up
from common.domain.indexes import INDEXES
from common.domain.options import Waiting
from common.domain.redelivery import Kind, redelivery_key
from common.moderation import log
from common.moderation.filtering.fields import FIELDS
from common.moderation.resources import actions, policies, resources
from common.moderation.resources.kinds import KINDS
from common.moderation.review import queue
from common.moderation.review.decisions.follow_ups import follow_up
from common.moderation.review.scanning import Asked
from common.moderation.review_items import review_items
from common.moderation.sweeps import sweep
from common.moderation.webhooks import webhooks
from common.outgoing.calls import AttemptResult
from common.queue.messages import DueFollowUp, DueRedelivery
from common.settings import Settings
from common.store.shapes import is_by_id
from common.store.sqlite.store import SqliteStore
from common.store.store import Collection, Create, D, Index, Page, Store
from infra.local.credentials import Credentials, set_credentials
from tests.factories import redelivery
from tests.query_recorder import Issued, QueryRecorder, Records

ROOT = Path(__file__).parents[2]
APP = "app"
_ORDERS = ("created_at", "updated_at", "id")
# What the review queue can look up in an index; of these, a filter may have any.
_FILTERS: dict[str, Any] = {
    "entity_creator_id": "ann",
    "reviewed": False,
    "entity_type": "post",
}
_VALUES: dict[str, Any] = {
    "reviewed": True,
    "escalated": True,
    "appeal": False,
    "has_text": True,
    "has_image": True,
    "has_video": True,
    "has_audio": True,
    "severity": 1,
    "flags_count": 1,
    "bounce_count": 1,
    "custom": {"a": "b"},
}


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `query` in the source."""

    file: str
    first: int
    last: int


class Recorder(QueryRecorder):
    """Knows from which line of the product each query came, too."""

    def __init__(self, store: Store, records: Records) -> None:
        super().__init__(store, records)
        self.lines: set[tuple[str, int]] = set()

    async def query(self, collection: Collection[D], **asked: Any) -> Page[D]:
        caller = sys._getframe(1)
        self.lines.add((caller.f_code.co_filename, caller.f_lineno))
        return await super().query(collection, **asked)


@dataclass(frozen=True, slots=True)
class Run:
    queries: set[Issued]
    lines: set[tuple[str, int]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    settings = Settings(data=tmp_path_factory.mktemp("queries"))
    records = Records()
    recorder = Recorder(SqliteStore(settings.data / "store.db", INDEXES), records)
    context = Context(settings, recorder, open_queue(settings), Configurations(recorder, 0))

    async def run_all() -> None:
        works = (_reviewing, _logging, _delivering, _configuring)
        for work in chain.from_iterable(each(context) for each in works):
            await work
        await sweep(context, 10**18)
        credentials = Credentials("key", "secret " * 8, "token " * 8)
        await set_credentials(recorder, APP, credentials)

    try:
        asyncio.run(run_all())
    finally:
        context.close()
    return Run(records.queries, recorder.lines)


def _reviewing(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    filters: list[Mapping[str, Any]] = [
        {name: {"$eq": value} if wrapped else value for name, value in chosen}
        for wrapped in (False, True)
        for count in range(len(_FILTERS) + 1)
        for chosen in combinations(_FILTERS.items(), count)
    ]
    filters += [{name: _value(name)} for name in FIELDS]
    for filter in filters:
        for order in _ORDERS:
            for direction in (1, -1):
                sort = [{"field": order, "direction": direction}]
                yield queue.query(context, APP, Asked(filter, sort))
    yield queue.stats(context, APP)
    item: Any = {"id": "item", "creator_id": "ann", "flags_count": 1}
    yield review_items(context, APP, [item])
    yield _followed_up(context)


async def _followed_up(context: Context) -> None:
    due = new_follow_up("f", "ann", "delete_user", "mod", "", Waiting(), 1)
    await context.store.commit([Create(follow_up_key(APP, "f"), due)])
    await follow_up(context, DueFollowUp(APP, "f"), 1)


def _value(name: str) -> Any:
    if name.endswith("_at"):
        return 1
    return _VALUES.get(name, "text")


def _logging(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    for name in _filters(LogQuery) - {"unread"}:
        yield log.query(context, APP, {name: "rule"}, False, 10, None)
    for unread in (False, True):
        yield log.query(context, APP, {}, unread, 10, None)
    yield log.unread(context, APP)
    yield log.mark_read(context, APP, None)


def _delivering(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    names = ("endpoint", "state", "subject", "item_id", "action_id")
    filters = [{}, *({name: "x"} for name in names), {"endpoint": "x", "state": "dead"}]
    for given in filters:
        yield management.query(context, APP, given, 0, 1, 10, None)
    yield endpoint_health.health(context, APP, "action:hide")
    kinds: tuple[Kind, ...] = ("redeliver", "replay", "release")
    for kind in kinds:
        yield _redelivered(context, kind)
    endpoints = Endpoints(context.store, context.settings.breaker_seconds)
    for _ in range(FAILURES):
        yield endpoints.learn(APP, "action:hide", None, AttemptResult(500), 1)


async def _redelivered(context: Context, kind: Kind) -> None:
    job = redelivery("action:a", 0, id=kind, kind=kind, until=1)
    await context.store.commit([Create(redelivery_key(APP, kind), job)])
    await redeliver(context, DueRedelivery(APP, kind), 0)


def _filters(model: type[ListQuery]) -> set[str]:
    return set(model.model_fields) - set(ListQuery.model_fields)


def _configuring(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield context.configurations.of(APP)
    for kind in KINDS:
        yield resources.page(context, APP, kind, 10, None)
    yield webhooks.all_of(context, APP)
    yield actions.check_url_is_unique(context, APP, "hide", "https://example.com")
    for order in ("key", "team", "created_at", "updated_at"):
        yield policies.query(context, APP, {"key": "a"}, [{"field": order}], None, None)
    fields: ActionFields = {
        "name": "Hide",
        "kind": "post",
        "url": "https://example.com",
        "method": "POST",
    }
    yield actions.put(context, APP, "hide", fields, 0, keep_auth=True)


def _declared(query: Issued) -> tuple[str, str, frozenset[str], bool]:
    return query.collection, query.order, query.equal, query.across_apps


def _shape(index: Index) -> tuple[str, str, frozenset[str], bool]:
    return index.collection, index.order, frozenset(index.equal), index.across_apps


def _calls() -> Iterator[Call]:
    """All calls of a store's `query` outside of the stores, by name and by the one argument that
    none of them can do without.
    """
    for house in ("common", "functions", "infra"):
        for path in sorted((ROOT / house).rglob("*.py")):
            if path.is_relative_to(ROOT / "common" / "store"):
                continue
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and _is_query(node):
                    yield Call(str(path), node.lineno, node.end_lineno or node.lineno)


def _is_query(call: ast.Call) -> bool:
    is_named = isinstance(call.func, ast.Attribute) and call.func.attr == "query"
    return is_named and "app" in {each.arg for each in call.keywords}


def test_each_call_of_query_in_the_source_was_run(run: Run) -> None:
    calls = list(_calls())
    assert len(calls) > 5
    missed = [
        call
        for call in calls
        if not any(
            file == call.file and call.first <= line <= call.last for file, line in run.lines
        )
    ]
    assert missed == []


def test_each_query_is_declared_and_each_declaration_used(run: Run) -> None:
    issued = {_declared(q) for q in run.queries if not is_by_id(_index(q))}
    assert issued == {_shape(index) for index in INDEXES}


def _index(query: Issued) -> Index:
    return Index(query.collection, query.order, tuple(query.equal), query.across_apps)
