"""What rules do at the same moment, on every backend: as much goes out as the caps let, exactly."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from common.configuration.configuration import Configurations
from common.configuration.context import Context, now
from common.configuration.keeping import KeepingStore
from common.domain.action import action_key
from common.domain.content import Content, Submission
from common.domain.delivery import DELIVERIES
from common.domain.enforcement import HELD_ENFORCEMENTS
from common.domain.rule import RuleDocument, rule_key
from common.domain.settings import settings_key
from common.moderation.content.checks import check
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from common.queue.sqlite.queue import SqliteQueue
from common.settings import load_settings
from common.store.publishing import PublishingStore
from common.store.store import Create, DocumentStore
from tests.factories import action

from .helpers import APP, run

_POSTS, _OF_APP, _OF_RULE = 12, 5, 3
_LONG = {"type": "text_length", "operator": "gte", "value": 3}


@pytest.fixture
def context(store: DocumentStore, tmp_path: Path) -> Iterator[Context]:
    queue = SqliteQueue(tmp_path / "messages.db")
    units = PublishingStore(store, queue)
    configurations = Configurations(units, 60)
    yield Context(load_settings(), KeepingStore(units, configurations), queue, configurations)
    queue.close()


def _rule(cap: int | None) -> RuleDocument:
    made: RuleDocument = {
        "id": "long",
        "version": 1,
        "name": "long",
        "scope": "post",
        "when": _LONG,
        "actions": ["erase"],
        "position": 0,
        "enabled": True,
        "created_at": 1,
        "updated_at": 1,
    }
    if cap is not None:
        made["cap_per_hour"] = cap
    return made


@pytest.mark.parametrize("of_rule", [None, _OF_RULE], ids=["app", "rule"])
def test_as_much_goes_out_as_may(context: Context, of_rule: int | None) -> None:
    async def at_once() -> tuple[int, int]:
        rule = _rule(of_rule)
        erase = action("erase", kind="post", irreversible=True)
        await context.configurations.change(
            APP,
            [
                Create(rule_key(APP, "long"), rule),
                Create(action_key(APP, "erase"), erase),
                Create(settings_key(APP), {"cap_per_hour": _OF_APP}),
            ],
        )
        items = []
        for number in range(_POSTS):
            sent = Submission("post", f"p{number}", "ann", Content((f"hello {number}",)))
            items.append((await check(context, APP, sent, now())).item["id"])
        triggers = [Trigger(APP, item) for item in items]
        # Some come twice, as queues deliver.
        await asyncio.gather(
            *(enforce(context, each, now()) for each in [*triggers, *triggers[:2]])
        )
        sent_out = await context.store.query(DELIVERIES, app=APP)
        held = await context.store.query(HELD_ENFORCEMENTS, app=APP)
        return len(sent_out.documents), len(held.documents)

    most = of_rule if of_rule is not None else _OF_APP
    assert run(at_once()) == (most, _POSTS - most)
