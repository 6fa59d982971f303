"""The same traffic leads to the same, to the byte, with shadows and without."""

from __future__ import annotations

import contextlib
import json
import random
import secrets
import sqlite3
import time
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from common.domain.item import item_id
from common.store.store import Collection
from common.store.walking import documents
from infra.gcp.indexes import COLLECTIONS
from tests.functional.desk import V2, Desk
from tests.functional.ruled import HIDE, RULE, put, ruled_desk

_BOTH = {"type": "in_list", "lists": ["listed", "words"]}
_TEXTS = ("hello", "grobble", "zzword", "grobble zzword", "so it is")
_AUTHORS = ("ann", "bob", "mo")
_REPORTED = {"type": "report_count", "operator": "gte", "value": 1}
_COUNTED = {"type": "post_count", "operator": "gte", "value": 2, "window": "1d"}
_SHADOWS: dict[str, dict[str, Any]] = {
    # Other versions of rules that there are, and rules that there are not.
    "r": {**RULE, "when": _BOTH, "actions": ["hide", "flag_for_review"], "position": 0},
    "reported": {**RULE, "scope": "reported_post", "when": _REPORTED, "actions": ["hide"]},
    "many": {**RULE, "scope": "user", "when": _COUNTED, "actions": ["warn"], "cooldown": "1h"},
    "strict": {**RULE, "when": {"type": "needs_review"}, "actions": ["hide"], "cap_per_hour": 1},
}
WARN = {"name": "Warn", "kind": "user", "url": "https://example.com/warn"}
SETTINGS = {"first_match_only": {"post": True, "user": True}}
EVENTS = ["review_queue_item.new", "review_queue_item.updated"]
_SECOND = 1_000_000_000


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ruled_desk(tmp_path_factory.mktemp("effects") / "data") as made:
        made.done("PUT", "/api/v1/actions/hide", HIDE)
        made.done("PUT", "/api/v1/actions/warn", WARN)
        hook = {"webhook_url": "https://example.com/hook", "event_types": EVENTS}
        made.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
        made.done("POST", "/api/v2/users", {"users": {"mo": {"id": "mo", "role": "moderator"}}})
        made.done("PUT", "/api/v1/settings", SETTINGS)
        put(made, "r", actions=["hide"], position=5)
        put(made, "lists", when=_BOTH, position=9)
        put(made, "reported", scope="reported_post", when=_REPORTED)
        # From here on what is kept for backtests goes in time.
        made.check("hello", entity_id="first")
        made.enforce(item_id(made.app.name, "post", "first"))
        yield made


def _posted(bench: Desk, chance: random.Random, config: str) -> tuple[str, Any]:
    id = f"p{chance.randrange(5)}"
    body = {
        "entity_type": "post",
        "entity_id": id,
        "entity_creator_id": chance.choice(_AUTHORS),
        "config_key": config,
        "moderation_payload": {"texts": [chance.choice(_TEXTS)]},
    }
    return id, bench.send("POST", f"{V2}/check", body)


def _traffic(bench: Desk, seed: int, clock: list[int]) -> Iterator[Any]:
    """The answers, and what each leads to is done."""
    chance = random.Random(seed)
    for _ in range(30):
        clock[0] += chance.choice((_SECOND, 60 * _SECOND))
        id, answer = _posted(bench, chance, chance.choice(("quiet", "default")))
        yield answer.status, answer.body
        item = item_id(bench.app.name, "post", id)
        if chance.random() < 0.8:
            bench.enforce(item)
        doing = chance.random()
        if doing < 0.3:
            flag = {"entity_type": "post", "entity_id": id, "reason": "spam"}
            reporter = chance.choice(("rob", "sue"))
            answer = bench.send("POST", f"{V2}/flag", {**flag, "user_id": reporter})
        elif doing < 0.5:
            answer = bench.decide(chance.choice(("mark_reviewed", "block", "ban")), item)
        else:
            continue
        yield answer.status, answer.body
        bench.enforce(item)


def _stored(bench: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """All documents as they are read, which where content is encrypted are stored in other bytes
    each time, and all rows of the other tables, messages among them.
    """
    found = {"documents": sorted(bench.server.run(_documents(bench)), key=repr)}
    for file in sorted(bench.server.data.glob("*.db")):
        with contextlib.closing(sqlite3.connect(file)) as store:
            names = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in names.fetchall():
                if not table.startswith("sqlite_") and table not in ("sequence", "documents"):
                    rows = store.execute(f'SELECT * FROM "{table}"').fetchall()
                    found[f"{file.name} {table}"] = sorted(rows, key=repr)
    return found


async def _documents(bench: Desk) -> list[tuple[Any, ...]]:
    """By app, collection and id."""
    store, found = bench.server.context.store, list[tuple[Any, ...]]()
    for app in (bench.app.name, ""):
        for name in COLLECTIONS:
            collection: Collection[Any] = Collection(name)
            async for each in documents(store, collection, app=app):
                found.append((app, name, each.key.id, json.dumps(each.data, sort_keys=True)))
    return found


def _without_counts(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """How often shadows were looked at stands beside how often rules were, and how long these took
    is different each time.
    """
    if row[1:2] != ("rule_count",):
        return row
    *names, data = row
    counts = json.loads(data)
    return *names, json.dumps({name: n for name, n in counts.items() if name[0] not in "st"})


def _with(
    bench: Desk, seed: int, *, shadows: bool
) -> tuple[list[Any], dict[str, list[tuple[Any, ...]]], int]:
    """The answers, what is stored without the shadows and what they found, and how much that is."""
    clock, numbers = [1_800_000_000 * _SECOND], count(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time_ns", lambda: clock[0])
        patch.setattr(secrets, "token_hex", lambda size=16: f"{next(numbers):0{2 * size}x}")
        for id, rule in _SHADOWS.items():
            bench.done("POST", f"/api/v1/rules/{id}/shadow", {"rule": rule})
            # As many changes of the configuration in either case.
            if not shadows:
                bench.done("DELETE", f"/api/v1/rules/{id}/shadow")
            for _ in range(1 + shadows):
                bench.done("PUT", "/api/v1/settings", SETTINGS)
        numbers = count(1)
        answers = [*_traffic(bench, seed, clock)]
    left, hits = {}, 0
    for table, rows in _stored(bench).items():
        rows = [row for row in map(_without_counts, rows) if row[-1] != "{}"]
        own = [row for row in rows if {"rule_shadow", "shadow_hit"} & {*map(str, row)}]
        hits += sum("shadow_hit" in row for row in own)
        left[table] = [row for row in rows if row not in own]
    return answers, left, hits


@pytest.mark.parametrize("seed", range(3))
def test_shadows_have_no_effect(bench: Desk, seed: int) -> None:
    before = bench.server.snapshot()
    answers, stored, none = _with(bench, seed, shadows=False)
    bench.server.restore(before)
    again, shadowed, hits = _with(bench, seed, shadows=True)
    assert none == 0 and hits > 20
    assert again == answers
    assert shadowed.keys() == stored.keys()
    for table, rows in stored.items():
        assert shadowed[table] == rows, table
    assert any(b"hide" in body for _, body in answers)
