"""A receiver that takes its time, with far more to do than it can, and another one beside it."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from statistics import median

import pytest

from tests.full_size import FULL
from tests.on_backends import LOCAL
from tests.receiver import Receiver, answer, hang
from tests.running import Running, running

from .client import Client
from .waiting import wait_until
from .world import check_body, put_action, put_rule

MANY, SECONDS, LOOKS, PAUSE = (5_000, 10.0, 30, 2.0) if FULL else (400, 2.0, 12, 0.7)
_QUICK = 0.2
_SENDERS = 4
_MESSAGES = "SELECT COUNT(*) FROM messages WHERE topic = 'deliver' AND buried_at IS NULL"
_TURNS = """
SELECT json_extract(message, '$.delivery'), json_extract(message, '$.at') FROM messages
WHERE topic = 'deliver' AND buried_at IS NULL
"""
_WAITING = """
SELECT id, json_extract(data, '$.next_attempt_at') FROM documents
WHERE collection = 'delivery' AND json_extract(data, '$.state') = 'pending'
"""
_OPEN = """
SELECT COUNT(*) FROM documents
WHERE collection = 'delivery' AND json_extract(data, '$.state') = 'pending'
"""


def _count(runtime: Running, sql: str) -> int:
    with closing(sqlite3.connect(runtime.data / "store.db", timeout=10)) as connection:
        return int(connection.execute(sql).fetchone()[0])


def _counting(runtime: Running) -> Counter[tuple[str, int]]:
    """How many messages count for a delivery that waits: those of its turn."""
    with closing(sqlite3.connect(runtime.data / "store.db", timeout=10)) as connection:
        connection.execute("BEGIN")
        waiting = set(connection.execute(_WAITING))
        turns = Counter(connection.execute(_TURNS))
    return Counter({turn: count for turn, count in turns.items() if turn in waiting})


def _configure(client: Client, receiver: Receiver) -> None:
    names = ("slow", "fast")
    rules = [{"name": name, "action": "flag"} for name in names]
    lists = {"enabled": True, "rules": rules}
    for name in names:
        client.post("/api/v2/blocklists", {"name": name, "words": [f"{name}word"]})
        put_action(client, name, receiver.url(f"/{name}"))
        put_rule(client, name, "post", {"type": "in_list", "lists": [name]}, name)
    client.post("/api/v2/moderation/config", {"key": "default", "block_list_config": lists})


def _order(runtime: Running, word: str, ids: Sequence[str]) -> None:
    with Client(runtime) as client:
        for id in ids:
            body = check_body(id, f"user of {id}", f"this is {word}")
            client.post("/api/v2/moderation/check", body)


def _fast_callback(runtime: Running, receiver: Receiver, id: str) -> float:
    """Seconds from the check's answer to the callback's arrival at the fast endpoint."""
    before = sum(each.path == "/fast" for each in list(receiver.requests))
    _order(runtime, "fastword", [id])
    began = time.monotonic()
    wait_until(
        lambda: sum(each.path == "/fast" for each in list(receiver.requests)) > before,
        "the fast callback",
        60.0,
    )
    return time.monotonic() - began


@pytest.mark.parametrize("backend", [LOCAL], indirect=True)
@pytest.mark.timeout(600)
def test_a_slow_receiver_s_backlog_costs_the_others_nothing(
    tmp_path: Path, backend: str, receiver: Receiver
) -> None:
    """And there are as many messages as deliveries, however often the sweep has come by."""
    receiver.always("/slow", hang(SECONDS, answer()))
    settings = {
        "GAVEL_EGRESS_ALLOW": f"127.0.0.1:{receiver.port}",
        **({} if FULL else {"GAVEL_SWEEP_INTERVAL": "0.5"}),
    }
    with running(tmp_path / "data", backend, **settings) as runtime:
        with Client(runtime) as client:
            _configure(client, receiver)
        alone = [_fast_callback(runtime, receiver, f"alone {n}") for n in range(5)]
        with ThreadPoolExecutor(_SENDERS) as pool:
            ids = [[f"slow {n}" for n in range(first, MANY, _SENDERS)] for first in range(_SENDERS)]
            list(pool.map(lambda each: _order(runtime, "slowword", each), ids))
        # All are ordered, but for those that have arrived.
        arrived = int(LOOKS * PAUSE)
        wait_until(lambda: _count(runtime, _OPEN) > 0.8 * MANY - arrived, "the backlog", 300.0)
        beside = []
        for number in range(LOOKS):
            beside.append(_fast_callback(runtime, receiver, f"beside {number}"))
            time.sleep(PAUSE)
            counting = _counting(runtime)
            assert counting and max(counting.values()) == 1
        messages, waiting = _count(runtime, _MESSAGES), _count(runtime, _OPEN)
    print(f"alone {max(alone):.3f} s; beside {waiting} that wait {max(beside):.3f} s", beside)
    # Of those that are given their next turn just now there are two.
    assert MANY / 2 < waiting <= messages < 1.3 * waiting, (messages, waiting)
    # Of a machine that has other things to do, too.
    assert median(beside) < max(_QUICK, 3 * median(alone)), (alone, beside)
