"""A store in which many items wait for a moderator, filled past the product's own code.

Documents are those that the product makes: an item that a block list and a rule flagged, its flag,
its entry in the log and its creator. They go into the file in one transaction, and the indexes are
made when all are there.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson

from common.domain.flag import RULE, flag_key, new_flag
from common.domain.ids import derived_id
from common.domain.indexes import INDEXES
from common.domain.item import Item, enter_queue, item_key, new_item
from common.domain.labels import Label, Span, label_document
from common.domain.log import new_entry
from common.domain.queue_terms import TERMS, queue_terms
from common.domain.times import SECOND
from common.domain.user import User, user_key
from common.moderation.review.term_upgrade import done, upgrade_key
from common.store.sqlite.schema import schema
from common.store.store import Key

APP = "benchmark"
CREATOR = "user0"
"""Who wrote one item in ten."""
RARE, RARE_FLAGS = "rare", 77
"""The policy of one item, in the middle, and its flags: an index knows the one, none the other."""
_TEXT = "We met at the old harbour on Sunday and walked along the river until it got dark. " * 2
_TYPES = ("post", "post", "post", "stream:chat:v1:message")
_CREATORS = 5_000
_START = 1_700_000_000 * SECOND
_INSERT = "INSERT INTO documents VALUES (?, ?, ?, 1, ?)"
_STEP = 50_000

_Row = tuple[str, str, str, str]


def fill(path: Path, items: int) -> None:
    """Of ten items two are reviewed; all else follows from an item's number as well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    statements = schema(INDEXES)
    indexes = [each for each in statements if each.startswith("CREATE INDEX")]
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode=OFF")
        file.execute("PRAGMA synchronous=OFF")
        file.execute("PRAGMA cache_size=-1000000")
        for statement in statements:
            if statement not in indexes:
                file.execute(statement)
        file.execute("BEGIN")
        file.execute(_INSERT, _row(upgrade_key(APP), done()))
        file.executemany(_INSERT, _users())
        for start in range(0, items, _STEP):
            numbers = range(start, min(start + _STEP, items))
            file.executemany(_INSERT, (row for number in numbers for row in _rows(number, items)))
            _tell(f"{numbers.stop:,} of {items:,} items")
        for number, statement in enumerate(indexes):
            file.execute(statement)
            _tell(f"{number + 1} of {len(indexes)} indexes")
        file.execute("COMMIT")
        file.execute("PRAGMA journal_mode=WAL")


def middle(order: str, items: int) -> int | str:
    """Half of the items come before this value, about."""
    return "8" if order == "queue_id" else _START + items // 2 * SECOND


def _rows(number: int, items: int) -> Iterator[_Row]:
    at = _START + number * SECOND
    item = _item(number, at)
    if number == items // 2:
        item["config_key"], item["flags_count"] = RARE, RARE_FLAGS
    flag = new_flag(derived_id("flag", item["id"]), item["id"], RULE, at)
    flag["reason"], flag["labels"] = "listed words", ["listed words"]
    flag["custom"] = {"rule_id": "listed", "held": [{"type": "in_list", "text": "list2: zqterm"}]}
    entry = new_entry(
        APP,
        "flag",
        "flag",
        at,
        item_id=item["id"],
        user_id=item["creator_id"],
        custom={"flag_type": "block_list"},
        derived_from=("log", "flag", item["id"]),
    )
    item["flag_ids"] = [flag["id"]]
    item["action_ids"] = [entry.data["id"]]
    yield _row(item_key(APP, item["id"]), {**item, TERMS: queue_terms(item)})
    yield _row(flag_key(APP, flag["id"]), flag)
    yield _row(entry.key, entry.data)


def _item(number: int, at: int) -> Item:
    creator = CREATOR if number % 10 == 0 else f"user{number % _CREATORS}"
    item = new_item(APP, _TYPES[number % 4], f"{number:09d}", creator, at)
    label = Label("block_list", "list2", 1.0, severity="medium", spans=(Span(0, 10, 16, "zqterm"),))
    item["payload"] = {"texts": [f"{_TEXT} {number}"], "custom": {"channel": number % 100}}
    item["config_key"] = "default"
    item["labels"] = [label_document(label, "flag")]
    item["recommended_action"] = "flag"
    item["revision"] = item["flags_count"] = 1
    item["languages"] = ["en"]
    item["completed_at"] = item["evaluated_at"] = item["first_flagged_at"] = at
    item["flag_types"], item["flag_labels"] = [RULE], ["listed words"]
    # Not in the order of being made.
    enter_queue(item, at + number * 7919 % 100 * SECOND)
    if number % 5 == 4:
        item["queue_reviewed"] = True
        item["reviewed_at"], item["reviewed_by"] = at + 60 * SECOND, "moderator"
    return item


def _users() -> Iterator[_Row]:
    for number in range(_CREATORS):
        id = f"user{number}"
        user: User = {"id": id, "updated_at": _START, "name": f"User {number}", "role": "user"}
        yield _row(user_key(APP, id), user)


def _row(key: Key[Any], document: Any) -> _Row:
    return key.app, key.collection, key.id, orjson.dumps({**document, "schema": 1}).decode()


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
