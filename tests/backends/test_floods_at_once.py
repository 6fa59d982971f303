"""Posts that come at the same moment, on every backend: the limit's worth passes and no more."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.configuration.configuration import Configurations
from common.configuration.context import Context, now
from common.domain.content import Content, Submission
from common.moderation.content.checks import check
from common.moderation.resources import policies
from common.queue.sqlite.queue import SqliteQueue
from common.settings import load_settings
from common.store.publishing import PublishingStore
from common.store.store import DocumentStore

from .helpers import APP, run

_POSTS = 12
_CONFIGS: dict[str, dict[str, Any]] = {
    "one user, too fast": {
        "velocity_filter_config": {
            "rules": [{"action": "remove", "fast_spam_threshold": 5, "fast_spam_ttl": 600}]
        }
    },
    "one user, the same": {"flood_config": {"identical": {"threshold": 5, "action": "remove"}}},
    "all users, the same": {
        "flood_config": {
            "identical": {"threshold": 5, "action": "remove", "track_across_users": True}
        }
    },
}


@pytest.fixture
def context(store: DocumentStore, tmp_path: Path) -> Iterator[Context]:
    queue = SqliteQueue(tmp_path / "messages.db")
    units = PublishingStore(store, queue)
    yield Context(load_settings(), units, queue, Configurations(units, 60))
    queue.close()


@pytest.mark.parametrize("name", _CONFIGS)
def test_as_many_pass_as_may(context: Context, name: str) -> None:
    async def at_once() -> Counter[str]:
        config = _CONFIGS[name]
        await policies.put(context, APP, "own", "", config, now(), is_async=False)
        users = [f"user {n}" if name.startswith("all") else "ann" for n in range(_POSTS)]
        checks = [
            check(
                context,
                APP,
                Submission("post", f"p{number}", user, Content(("buy cheap watches here",)), "own"),
                now(),
            )
            for number, user in enumerate(users)
        ]
        checked = await asyncio.gather(*checks)
        return Counter(each.item["recommended_action"] for each in checked)

    assert run(at_once()) == {"keep": 4, "remove": _POSTS - 4}
