"""Writes firestore.indexes.json from the queries that are declared: `python -m infra.gcp.indexes`.

Firestore indexes every field of every document unless it is told not to, which makes each write
dearer and slower, and lets no collection with a growing field take more than about 500 writes a
second. So nothing is indexed here but what a query needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from common.domain.indexes import INDEXES
from common.store.firestore.names import ID_FIELD
from common.store.store import Index

FILE = Path(__file__).with_name("firestore.indexes.json")
COLLECTIONS = (
    "action",
    "activity",
    "api_tokens",
    "app",
    "appeal",
    "approval",
    "backtest",
    "arrival_day",
    "authority_order",
    "ban",
    "banned_address",
    "block",
    "block_list",
    "button",
    "cap_count",
    "complainant",
    "configuration",
    "content_class",
    "credential",
    "decider_day",
    "delivery",
    "endpoint",
    "erasure",
    "feed",
    "feeds_templates",
    "figure_day",
    "flag",
    "flag_count",
    "flagged_content",
    "rule_firing",
    "follow_up",
    "future_ban",
    "held_enforcement",
    "history",
    "hold",
    "hook",
    "image_hash_list",
    "image_hash_page",
    "item",
    "label_result",
    "lane",
    "last_address",
    "list_hit",
    "log",
    "log_leaves",
    "log_root",
    "second_look",
    "member",
    "member_preferences",
    "mutes",
    "once_seen",
    "policy",
    "policy_test_results",
    "policy_test_rows",
    "policy_test_run",
    "policy_test_set",
    "probe",
    "provider",
    "queue",
    "queue_count",
    "rate_window",
    "recount",
    "report_category",
    "report_rate",
    "report_verdict",
    "reporter",
    "resending",
    "result_file",
    "rule",
    "rule_count",
    "rule_draft",
    "rule_input",
    "rule_group",
    "rule_set",
    "rule_shadow",
    "rule_version",
    "rule_vote",
    "score_keys",
    "semantic_filter",
    "session",
    "setup_session",
    "shadow_hit",
    "sign_in_provider",
    "sign_in_tries",
    "spending",
    "statement",
    "statement_standing",
    "statement_template",
    "strike_policy",
    "spam_string",
    "suggestion",
    "suggestion_count",
    "tally",
    "task",
    "task_part",
    "user",
    "user_list",
    "user_strikes",
    "verdict",
)
_DIRECTIONS = ("ASCENDING", "DESCENDING")
_CONTAINS = "CONTAINS"
_EVERY_FIELD = "*"

Fields = Sequence[tuple[str, str]]


def definition(indexes: Sequence[Index] = INDEXES) -> dict[str, Any]:
    """In the format of Firebase's and Google's own tools."""
    wanted = [(index, fields) for index in indexes for fields in _sorted_both_ways(index)]
    return {
        "indexes": [_composite(index, fields) for index, fields in wanted if len(fields) > 1],
        "fieldOverrides": [
            *(_override(collection, _EVERY_FIELD) for collection in COLLECTIONS),
            *_single_fields((index, fields[0]) for index, fields in wanted if len(fields) == 1),
        ],
    }


def encoded() -> bytes:
    return orjson.dumps(definition(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _sorted_both_ways(index: Index) -> Iterator[Fields]:
    """Firestore adds the document's name to each, in the direction of the last field."""
    equal = [(field, "ASCENDING") for field in index.equal]
    if index.each:
        equal.append((index.each, _CONTAINS))
    for direction in _DIRECTIONS:
        if index.order != "id":
            yield [*equal, (index.order, direction)]
        elif direction == "DESCENDING":
            yield [*equal, (f"`{ID_FIELD}`", direction)]
        else:
            yield equal


def _composite(index: Index, fields: Fields) -> dict[str, Any]:
    return {
        "collectionGroup": index.collection,
        "queryScope": _scope(index),
        "fields": [_field(*each) for each in fields],
    }


def _field(path: str, direction: str) -> dict[str, str]:
    kind = "arrayConfig" if direction == _CONTAINS else "order"
    return {"fieldPath": path, kind: direction}


def _single_fields(wanted: Iterable[tuple[Index, tuple[str, str]]]) -> Iterable[dict[str, Any]]:
    """Firestore takes no composite index of one field: that is a setting of the field."""
    overrides: dict[tuple[str, str], dict[str, Any]] = {}
    for index, (field, direction) in wanted:
        new = _override(index.collection, field)
        override = overrides.setdefault((index.collection, field), new)
        override["indexes"].append({"order": direction, "queryScope": _scope(index)})
    return overrides.values()


def _override(collection: str, field: str) -> dict[str, Any]:
    return {"collectionGroup": collection, "fieldPath": field, "indexes": []}


def _scope(index: Index) -> str:
    return "COLLECTION_GROUP" if index.across_apps else "COLLECTION"


if __name__ == "__main__":
    FILE.write_bytes(encoded())
    print(FILE)
