"""A message delivered again, or a request sent again, changes nothing."""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import Context, open_context
from common.delivery.deliveries import deliver
from common.domain.content import HIVE_POST, Content, Submission
from common.domain.history import History
from common.domain.item import Item, item_id, item_key
from common.domain.reports import reports_of
from common.domain.task import Task, task_key
from common.moderation.content import scans
from common.moderation.content.checked import Checked
from common.moderation.content.checks import TaskOrder, check
from common.moderation.enforcement.enforcements import enforce
from common.moderation.sweeps import sweep
from common.queue.messages import DueDelivery, ScanOrder, Trigger
from common.settings import Settings
from common.store.store import Document
from tests.receiver import Receiver, hang

from .apps import CHAT, App, opened
from .client import Answer, Client
from .conftest import mostly_local
from .load import Ledger
from .queues import publish_copies
from .recount import (
    callbacks,
    check_effects_happened_once,
    check_evaluated,
    check_everything,
    check_histories,
    check_reports,
    own_flags,
)
from .world import (
    BAD,
    DUBIOUS,
    SPAM,
    check_body,
    put_rule,
    read_store,
    wait_until_settled,
)

_APP = "default"
_TIMES = 5
_HOUR = 3600 * 10**9


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"GAVEL_LOG_LEVEL": "debug"}


def _in_process(app: App, use: Callable[[Context], Awaitable[None]]) -> None:
    async def run() -> None:
        with opened(app.runtime) as context:
            await use(context)

    asyncio.run(run())


def _send_all(app: App, path: str, bodies: Sequence[object]) -> list[Answer]:
    """At the same time, a connection each."""

    def send(body: object) -> Answer:
        with Client(app) as client:
            return client.send("POST", path, body)

    with ThreadPoolExecutor(len(bodies)) as pool:
        return list(pool.map(send, bodies))


def _conclude(app: App, receiver: Receiver) -> None:
    wait_until_settled(app.runtime)
    check_everything(read_store(app), Ledger(), receiver)


def test_a_trigger_delivered_five_times_enforces_once(app: App, receiver: Receiver) -> None:
    with Client(app) as client:
        client.post("/api/v2/moderation/check", check_body("1", "ann", f"{BAD} {DUBIOUS}"))
    message = {"app": app.name, "item": app.chat("1")}
    publish_copies(app.runtime, "enforce", message, _TIMES)
    wait_until_settled(app.runtime)
    publish_copies(app.runtime, "enforce", message, _TIMES)
    _conclude(app, receiver)
    documents = read_store(app)
    assert len(documents.deliveries) == len(callbacks(receiver)) == 1
    assert len(own_flags(documents)) == 1


def test_a_trigger_handled_by_many_at_once_enforces_once(app: App, receiver: Receiver) -> None:
    """Each evaluates with the same item before it, so only one commit can succeed."""
    now = time.time_ns()

    async def use(context: Context) -> None:
        ids = [str(number) for number in range(10)]
        for id in ids:
            content = Content(texts=(f"{BAD} {DUBIOUS}",))
            submission = Submission(CHAT, id, f"user-{id}", content, "default")
            await check(context, app.name, submission, now)
        triggers = [Trigger(app.name, app.chat(id)) for id in ids * _TIMES]
        await asyncio.gather(*(enforce(context, trigger, time.time_ns()) for trigger in triggers))

    _in_process(app, use)
    _conclude(app, receiver)
    documents = read_store(app)
    assert len(documents.deliveries) == len(callbacks(receiver)) == 10


@mostly_local
def test_an_action_named_twice_by_a_rule_is_run_once(app: App, receiver: Receiver) -> None:
    with Client(app) as client:
        in_list = {"type": "in_list", "lists": ["bad"]}
        actions = ("ban", "flag_for_review")
        put_rule(client, "twice", "post", in_list, *actions, *actions)
        client.post("/api/v2/moderation/check", check_body("1", "ann", BAD))
    wait_until_settled(app.runtime)
    documents = read_store(app)
    assert Counter(each.path for each in receiver.requests) == {"/hide": 1, "/ban": 1}
    assert len(own_flags(documents)) == documents.items[app.chat("1")]["flags_count"] == 1


def test_a_callback_due_five_times_is_made_once(app: App, receiver: Receiver) -> None:
    receiver.always("/hide", hang(0.4))
    with Client(app) as client:
        client.post("/api/v2/moderation/check", check_body("1", "ann", BAD))
        receiver.wait_for(1)
        (delivery,) = client.all("/api/v1/deliveries", "deliveries")
        message = {"app": app.name, "delivery": delivery["id"]}
        publish_copies(app.runtime, "deliver", message, _TIMES)
        wait_until_settled(app.runtime)
        publish_copies(app.runtime, "deliver", message, _TIMES)
    _conclude(app, receiver)
    assert len(receiver.requests) == 1


def test_a_check_sent_fifty_times_at_once_is_one_item_and_one_count(
    app: App, receiver: Receiver
) -> None:
    body = check_body("1", "ann", f"{BAD} {DUBIOUS}")
    answers = _send_all(app, "/api/v2/moderation/check", [body] * 50)
    assert {each.status for each in answers} == {201}
    assert {each.body["recommended_action"] for each in answers} == {"remove"}
    _conclude(app, receiver)
    documents = read_store(app)
    assert (len(documents.items), documents.items[app.chat("1")]["revision"]) == (1, 1)
    assert History(documents.histories["ann"], time.time_ns()).posts(_HOUR) == 1
    assert len(documents.deliveries) == len(callbacks(receiver)) == 1
    assert len(own_flags(documents)) == 1


def test_a_report_sent_twenty_times_at_once_counts_once(app: App, receiver: Receiver) -> None:
    with Client(app) as client:
        post = {"post_id": "1", "user_id": "ann", "text_data": "hello"}
        client.post("/api/v1/task/sync", post)
    body = {"post_id": "1", "report_categories": [SPAM], "reporter_id": "ben"}
    answers = _send_all(app, "/api/v1/report", [body] * 20)
    assert {each.status for each in answers} == {201}
    _conclude(app, receiver)
    documents = read_store(app)
    item = documents.items[app.post("1")]
    assert reports_of(item) == {"": 1, SPAM: 1}
    assert not receiver.requests, "two reporters are needed for the rule"
    others = [{**body, "reporter_id": f"ben-{number}"} for number in range(20)]
    assert {each.status for each in _send_all(app, "/api/v1/report", others)} == {201}
    _conclude(app, receiver)
    item = read_store(app).items[item["id"]]
    assert reports_of(item) == {"": 21, SPAM: 21}


def test_a_check_sent_again_after_a_restart_changes_nothing(app: App, receiver: Receiver) -> None:
    body = check_body("1", "ann", f"{BAD} {DUBIOUS}")
    with Client(app) as client:
        client.post("/api/v2/moderation/check", body)
    wait_until_settled(app.runtime)
    before = read_store(app)
    app.runtime.restart()
    with Client(app) as client:
        assert client.post("/api/v2/moderation/check", body)["recommended_action"] == "remove"
    wait_until_settled(app.runtime)
    assert read_store(app) == before
    assert len(receiver.requests) == 1


def test_an_edit_counts_the_post_once_and_adds_its_classes(app: App, receiver: Receiver) -> None:
    with Client(app) as client:
        for text in ("hello", f"hello {BAD}", f"hello {DUBIOUS}", "hello"):
            client.post("/api/v2/moderation/check", check_body("1", "ann", text))
            wait_until_settled(app.runtime)
    _conclude_edits(app)
    history = History(read_store(app).histories["ann"], time.time_ns())
    assert history.posts(_HOUR) == 1
    assert history.classified(_HOUR, frozenset({"list:bad"})) == 1
    assert history.classified(_HOUR, frozenset({"list:dubious"})) == 1
    assert len(receiver.requests) == 1


def test_edits_at_the_same_time_stay_consistent(app: App, seed: int) -> None:
    rng = random.Random(seed)
    texts = [f"{rng.choice((BAD, DUBIOUS, 'fine'))} {number}" for number in range(12)]
    for entity in ("1", "2", "3"):
        bodies = [check_body(entity, "ann", text) for text in texts]
        answers = _send_all(app, "/api/v2/moderation/check", bodies)
        assert {each.status for each in answers} == {201}
    wait_until_settled(app.runtime)
    _conclude_edits(app)
    documents = read_store(app)
    assert History(documents.histories["ann"], time.time_ns()).posts(_HOUR) == 3
    assert all(item["revision"] == len(texts) for item in documents.items.values())


@mostly_local
def test_a_post_that_changes_its_creator_stays_counted_where_it_was(app: App) -> None:
    with Client(app) as client:
        for user, text in (("ann", BAD), ("ben", "hello"), ("ben", DUBIOUS)):
            client.post("/api/v2/moderation/check", check_body("1", user, text))
    wait_until_settled(app.runtime)
    counts = read_store(app).histories
    assert min(count for history in counts.values() for count in history.values()) >= 0


def test_an_edit_while_a_scan_begins_is_kept(tmp_path: Path) -> None:
    """`scan` reads the item and then checks it: the edit comes in between."""
    context = open_context(Settings(data=tmp_path))
    at = itertools.count(time.time_ns())

    def submission(text: str) -> Submission:
        return Submission(HIVE_POST, "1", "ann", Content(texts=(text,)))

    async def run() -> Document[Item] | None:
        ordered = await check(context, _APP, submission("first"), next(at), order=TaskOrder())

        async def late(*positional: Any, **named: Any) -> Checked:
            await check(context, _APP, submission("second"), next(at))
            return await check(*positional, **named)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(scans, "check", late)
            await scans.scan(context, ScanOrder(_APP, ordered.task_id or ""), next(at))
        (item,) = await context.store.get([item_key(_APP, item_id(_APP, HIVE_POST, "1"))])
        return item

    try:
        item = asyncio.run(run())
    finally:
        context.close()
    assert item is not None and item.data["payload"]["texts"] == ["second"]


def _conclude_edits(app: App) -> None:
    """Here a post's words change their kind, so its last words do not tell what was enforced."""
    documents = read_store(app)
    check_evaluated(documents)
    check_histories(documents)
    check_reports(documents)
    check_effects_happened_once(documents)


def test_a_task_that_is_swept_while_its_engines_run_is_completed(tmp_path: Path) -> None:
    context = open_context(Settings(data=tmp_path, sweep_after=0))
    at = itertools.count(time.time_ns())
    submission = Submission(HIVE_POST, "1", "ann", Content(texts=("hello",)))

    async def slow(*positional: Any, **named: Any) -> Checked:
        await sweep(context, time.time_ns())
        return await check(*positional, **named)

    async def run() -> Document[Task] | None:
        ordered = await check(context, _APP, submission, next(at), order=TaskOrder())
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(scans, "check", slow)
            await scans.scan(context, ScanOrder(_APP, ordered.task_id or ""), next(at))
        (task,) = await context.store.get([task_key(_APP, ordered.task_id or "")])
        return task

    try:
        task = asyncio.run(run())
    finally:
        context.close()
    assert task is not None
    assert task.data["status"] == "completed" and "due_at" not in task.data


def test_an_edit_does_not_hide_from_the_rules_what_was_not_yet_evaluated(
    app: App, receiver: Receiver
) -> None:
    """The worker is stopped, so both texts are stored before the rules see either."""
    os.kill(app.runtime.worker_pid, signal.SIGSTOP)
    try:
        with Client(app) as client:
            first = client.post("/api/v2/moderation/check", check_body("1", "ann", BAD))
            client.post("/api/v2/moderation/check", check_body("1", "ann", "hello"))
    finally:
        os.kill(app.runtime.worker_pid, signal.SIGCONT)
    assert first["triggered_rules"]
    wait_until_settled(app.runtime)
    assert len(receiver.requests) == 1
    (item,) = read_store(app).items.values()
    assert item["recommended_action"] == "keep" and "pending_labels" not in item


def test_a_callback_made_by_many_at_once_is_made_once(app: App, receiver: Receiver) -> None:
    """The runtime dies in the first attempt, and the test makes the second. The last of those that
    share it: the message of the first stays the dead worker's own for a minute.
    """
    receiver.on("/hide", hang(60))
    with Client(app) as client:
        client.post("/api/v2/moderation/check", check_body("1", "ann", BAD))
        receiver.wait_for(1)
    app.runtime.kill()
    (delivery,) = read_store(app).deliveries
    later = time.time_ns() + _HOUR

    async def use(context: Context) -> None:
        due = DueDelivery(app.name, delivery["id"])
        await asyncio.gather(*(deliver(context, due, later) for _ in range(_TIMES)))

    _in_process(app, use)
    (delivery,) = read_store(app).deliveries
    assert (delivery["state"], delivery["attempts"]) == ("delivered", 2)
    assert [each.headers["X-Webhook-Attempt"] for each in receiver.requests] == ["1", "2"]
