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
from common.api.gavel.statements import StatementQuery
from common.configuration.configuration import Configurations
from common.configuration.context import Context
from common.configuration.opening import open_queue
from common.delivery import endpoint_health, management
from common.delivery.breaker import FAILURES
from common.delivery.endpoints import Endpoints
from common.delivery.redelivery import redeliver
from common.domain.action import ActionFields
from common.domain.errors import Invalid
from common.domain.follow_up import follow_up_key, new_follow_up
from common.domain.indexes import INDEXES
from common.domain.options import Waiting
from common.domain.queue import new_recount, recount_key
from common.domain.queue_fields import FIELDS
from common.domain.redelivery import Kind, redelivery_key
from common.domain.user import user_key
from common.moderation import approvals, figures, log
from common.moderation.appeals import filing, handling
from common.moderation.appeals import queries as appeals
from common.moderation.appeals.against import Wanted
from common.moderation.background.exports import EXPORTS
from common.moderation.background.job import Job
from common.moderation.content import label_results
from common.moderation.facades import suggesting
from common.moderation.filtering.paging import Asked
from common.moderation.log import Wanted as WantedOfLog
from common.moderation.policy_tests import seeds, sets
from common.moderation.reports import flag_queries
from common.moderation.resources import (
    actions,
    buttons,
    policies,
    resources,
    statement_templates,
)
from common.moderation.resources.kinds import KINDS
from common.moderation.review import action_log, queue, queues, scanning, second_looks
from common.moderation.review.decisions.follow_ups import follow_up
from common.moderation.review.recounting import recount
from common.moderation.review_items import review_items
from common.moderation.statements import queries as statements
from common.moderation.statements.queries import Wanted as WantedOfStatements
from common.moderation.sweeps import sweep
from common.moderation.users import bans, blocks, exporting, future_bans, querying
from common.moderation.users.querying import UserQuery
from common.moderation.webhooks import webhooks
from common.outgoing.calls import AttemptResult
from common.queue.messages import DueFollowUp, DueRecount, DueRedelivery
from common.settings import Settings
from common.store.shapes import equal_of, is_by_id
from common.store.sqlite.store import SqliteStore
from common.store.store import Collection, Create, D, Index, Page, Store
from common.store.unit_of_work import UnitOfWork
from infra.local.credentials import Credentials, set_credentials
from tests.factories import redelivery
from tests.functional.queried.erasing import erasing
from tests.functional.queried.evidence import evidence
from tests.functional.queried.retaining import retaining
from tests.functional.queried.ruling import ruling
from tests.functional.queried.staffing import staffing
from tests.functional.queried.stating import stating
from tests.query_recorder import Issued, QueryRecorder, Records

ROOT = Path(__file__).parents[2]
APP = "app"
_RANGE = "2026-01-01T00:00:00_2026-02-01T00:00:00"
_ORDERS = ("created_at", "updated_at", "id", "severity")
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

    def query(self, collection: Collection[D], **asked: Any) -> Coroutine[Any, Any, Page[D]]:
        """Whoever calls is known before a task of its own runs it."""
        caller = sys._getframe(1)
        self.lines.add((caller.f_code.co_filename, caller.f_lineno))
        return super().query(collection, **asked)


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
        with pytest.MonkeyPatch.context() as patch:
            # As in a queue of which an earlier release wrote items.
            patch.setattr(scanning, "has_terms", _has_none)
            for work in _paging(context):
                await work
        works = (
            _reviewing,
            _appealing,
            _labelling,
            _suggesting,
            _banning,
            _logging,
            _delivering,
            _configuring,
            _looking_for_users,
            _acting,
            _looking_for_flags,
            _working,
            _saving,
            evidence,
            _stating,
            ruling,
            staffing,
            stating,
            erasing,
            retaining,
        )
        for work in chain.from_iterable(each(context) for each in works):
            await work
        await sweep(context, 10**18)
        credentials = Credentials("key", "secret " * 8, "token " * 8, "score-key-" * 3)
        await set_credentials(recorder, APP, credentials)

    try:
        asyncio.run(run_all())
    finally:
        context.close()
    return Run(records.queries, recorder.lines)


async def _has_none(*_: Any) -> bool:
    return False


def _paging(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    filters: list[Mapping[str, Any]] = [
        {name: {"$eq": value} if wrapped else value for name, value in chosen}
        for wrapped in (False, True)
        for count in range(len(_FILTERS) + 1)
        for chosen in combinations(_FILTERS.items(), count)
    ]
    filters += [{name: _value(name)} for name in FIELDS]
    filters += [{"label": "a", "language": "en"}, {"severity": {"$gte": 3}}, {"shop": "7"}]
    for filter in filters:
        for order in _ORDERS:
            for direction in (1, -1):
                sort = [{"field": order, "direction": direction}]
                yield queue.query(context, APP, Asked(filter, sort))


def _reviewing(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield from _paging(context)
    yield queue.query(context, APP, Asked({"entity_creator_name": "Ann"}))
    yield queue.stats(context, APP, 1)
    item: Any = {"id": "item", "creator_id": "ann", "flags_count": 1}
    yield review_items(context, APP, [item])
    yield _followed_up(context)


async def _followed_up(context: Context) -> None:
    due = new_follow_up("f", "ann", "delete_user", "mod", "", Waiting(), 1)
    await context.store.commit([Create(follow_up_key(APP, "f"), due)])
    await follow_up(context, DueFollowUp(APP, "f"), 1)


def _appealing(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    filters = ({}, *({name: "x"} for name in ("user_id", "entity_id", "status")))
    for filter in filters:
        for order in ("created_at", "updated_at"):
            sort = [{"field": order, "direction": 1}]
            yield appeals.query(context, APP, Asked(filter, sort), None)
    yield _appealed(context)


async def _appealed(context: Context) -> None:
    ban: Any = {"created_at": 1, "expires": None, "reason": "", "shadow": False, "created_by": "m"}
    user: Any = {"id": "ann", "updated_at": 1, "bans": [ban]}
    await context.store.commit([Create(user_key(APP, "ann"), user)])
    made = await filing.file(context, APP, "ann", Wanted("stream:user", "ann", "why"), 2)
    await second_looks.waiting(context, APP, "mo", 10, None)
    await second_looks.agreements(context, APP, 1, 2)
    await approvals.query(context, APP, "waiting", 10, None)
    await figures.of_period(context, APP, 1, 2)
    await handling.add_note(context, APP, made["id"], "mo", "a note", 3)


def _labelling(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    values: dict[str, Any] = dict.fromkeys(sorted(label_results.FIELDS), "text")
    values |= {"created_at": 1, "date_range": _RANGE}
    filters: list[Mapping[str, Any]] = [{name: value} for name, value in values.items()]
    filters += [{name: {"$eq": "text"}} for name in ("content_id", "user_id", "labels")]
    for filter in ({}, *filters, {"user_id": "u", "content_id": "c"}):
        for direction in (1, -1):
            sort = [{"field": "created_at", "direction": direction}]
            yield label_results.query(context, APP, Asked(filter, sort))


def _value(name: str) -> Any:
    if name.endswith("_at"):
        return 1
    return _VALUES.get(name, "text")


def _logging(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    for name in sorted(_filters(LogQuery) - {"unread", "since", "until", "rule_version"}):
        yield log.query(context, APP, WantedOfLog({name: "rule"}), 10, None)
    yield log.query(context, APP, WantedOfLog({"rule_id": "rule", "rule_version": 1}), 10, None)
    for unread in (False, True):
        yield log.query(context, APP, WantedOfLog({}, unread), 10, None)
        yield log.query(context, APP, WantedOfLog({}, unread, since=1, until=2), 10, None)
    yield log.unread(context, APP)
    yield log.mark_read(context, APP, None)


def _suggesting(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    for community in (None, "forum"):
        yield suggesting.page(context, APP, community, 10, None)


def _banning(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    names = ("channel_cid", "reason", "banned_by_id")
    for filter in ({}, *({name: "x"} for name in names), {"user_id": "x"}):
        for direction in (1, -1):
            for only_standing in (False, True):
                sort = [{"field": "created_at", "direction": direction}]
                asked = bans.BanQuery(filter, sort, only_standing=only_standing)
                yield bans.query(context, APP, asked, 1)
    for by, user in (("", ""), ("m", ""), ("", "u"), ("m", "u")):
        yield future_bans.query(context, APP, future_bans.FutureBanQuery(by, user), 1)


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


def _looking_for_users(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    filters: list[Mapping[str, Any]] = [
        {},
        {"role": "admin"},
        {"banned": True},
        {"name": {"$autocomplete": "An"}},
        {"created_at": {"$gt": 1, "$lte": 5}},
    ]
    for filter in filters:
        for field in ("created_at", "name", "id"):
            for direction in (1, -1):
                sort = [{"field": field, "direction": direction}]
                yield querying.query(context, APP, UserQuery(filter, sort), 1)
    yield querying.query(context, APP, UserQuery({"name": "Ann"}), 1)
    yield querying.query(context, APP, UserQuery({}, ids={"$gt": "a"}), 1)
    yield blocks.made_by(context, APP, "ann")
    yield blocks.made_against(context, APP, "ann", 10)


def _acting(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    names = ("review_queue_item_id", "entity_id", "reporter_id", "target_user_id", "type")
    filters: list[Mapping[str, Any]] = [{}, *({name: "x"} for name in (*names, "reason"))]
    filters.append({"type": {"$in": ["a", "b"]}})
    for filter in (*filters, {"entity_id": "x", "resource_type": "post"}):
        for direction in (1, -1):
            sort = [{"field": "created_at", "direction": direction}]
            yield action_log.query(context, APP, Asked(filter, sort))


def _looking_for_flags(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    filters = ({}, *({name: "x"} for name in ("entity_id", "entity_type", "labels")))
    for filter in (*filters, {"entity_id": "x", "entity_type": "post"}):
        for direction in (1, -1):
            sort = [{"field": "created_at", "direction": direction}]
            yield flag_queries.query(context, APP, Asked(filter, sort))


def _working(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    task: Any = {
        "id": "task",
        "asked": {"since": 1, "until": 2},
        "result": {"rows": 0, "bytes": 0, "parts": 0},
    }
    for export in EXPORTS.values():
        yield export.step(Job(context, APP, task, UnitOfWork(context.store), 1))
    yield _seeded(context)
    # The user whose ban is appealed against, above.
    yield exporting.export(context, APP, "ann", None, 2)
    yield sets.list_all(context, APP)
    yield buttons.list_all(context, APP)


async def _seeded(context: Context) -> None:
    with pytest.raises(Invalid):
        await seeds.rows_of(context, APP, "decisions", (), 10)
    with pytest.raises(Invalid):
        await seeds.rows_of(context, APP, "suggestions", (), 10)


def _saving(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield queues.list_all(context, APP, None)
    for is_second in (False, True):
        yield _recounted(context, is_second)


async def _recounted(context: Context, is_second: bool) -> None:
    view = f"view{is_second:d}"
    job: Any = {**new_recount(view, (), 1), "is_second": is_second}
    await context.store.commit([Create(recount_key(APP, view), job)])
    await recount(context, DueRecount(APP, view, 1), 1)


def _stating(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    for name in sorted(_filters(StatementQuery) - {"since", "until", "reversed"}):
        wanted = WantedOfStatements({name: True if name == "complete" else "x"})
        yield statements.query(context, APP, wanted, 10, None)
    wanted = WantedOfStatements({}, reversed=True, since=1, until=2)
    yield statements.query(context, APP, wanted, 10, None)
    yield statement_templates.page(context, APP, 10, None)


def _filters(model: type[ListQuery]) -> set[str]:
    return set(model.model_fields) - set(ListQuery.model_fields)


def _configuring(context: Context) -> Iterator[Coroutine[Any, Any, Any]]:
    yield context.configurations.of(APP)
    for kind in KINDS:
        yield resources.page(context, APP, kind, 10, None)
    yield webhooks.all_of(context, APP)
    yield actions.check_url_is_unique(context, APP, "hide", "https://example.com")
    for order in ("key", "team", "created_at", "updated_at"):
        yield policies.query(context, APP, Asked({"key": "a"}, [{"field": order}]))
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
    return index.collection, index.order, frozenset(equal_of(index)), index.across_apps


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
