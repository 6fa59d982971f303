"""Valid requests of every endpoint, and what can be made wrong with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

from pydantic import BaseModel

from common.http.dialects.dashboard import DashboardDialect
from common.http.dialects.facade import FacadeDialect
from common.http.dialects.hive import HiveDialect
from common.http.routes import ROUTES
from common.http.routes.route import Route
from tests.functional.areas import AREAS
from tests.functional.inprocess import Body

LIMIT = 250_000
ENTITY = {"entity_type": "stream:chat:v1:message", "entity_id": "m1", "entity_creator_id": "author"}
WHEN: dict[str, Any] = {"type": "post_count", "operator": "gte", "value": 3, "window": "1h"}
RULE = {
    "name": "A rule",
    "scope": "post",
    "when": WHEN,
    "actions": ["flag_for_review"],
}
ACTION = {"name": "Hook", "kind": "post", "url": "https://example.com/hook"}
_QUEUE = "https://sqs.eu-west-1.amazonaws.com/123456789012/events"
WEBHOOK = {"webhook_url": "https://example.com/events", "event_types": ["review_queue_item.new"]}
HASH = "f8f8f0cce0f4e84d0e370a22028f67f0b36e2ed596623e1d33e6339c4e9c9b22"
_SECRET = f"whsec_{'s3cretXa' * 4}"
PROVIDER = {"kind": "chat_json", "url": "https://example.com/v1", "model": "judge"}
BLOCK_LIST: dict[str, Any] = {"name": "words", "words": ["grobble"]}
SEMANTIC_FILTER: dict[str, Any] = {
    "phrases": ["selling weed, message me for prices", "who wants to buy some pills"]
}
POLICY = {
    "key": "policy",
    "block_list_config": {"rules": [{"name": "words", "action": "flag"}]},
    "automod_platform_circumvention_config": {
        "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]
    },
}

VALID: dict[str, dict[str, Any]] = {
    "check": {**ENTITY, "moderation_payload": {"texts": ["hello"]}},
    "custom_check": {
        **ENTITY,
        "moderation_payload": {"texts": ["hello"]},
        "flags": [{"type": "custom_check_text", "labels": ["rude"]}],
        "user_id": "moderator",
    },
    "labels": {"content": "hello"},
    "analyze_comment": {
        "comment": {"text": "hello"},
        "requestedAttributes": {"TOXICITY": {}},
    },
    "suggest_comment_score": {
        "comment": {"text": "hello"},
        "attributeScores": {"TOXICITY": {"summaryScore": {"value": 1}}},
    },
    "create_moderation": {"input": "hello"},
    "query_label_results": {},
    "analyze": {**ENTITY, "config_key": "policy", "texts": {"title": "hello"}},
    "try_content": {"text": "hello"},
    "task_sync": {"post_id": "p1", "user_id": "author", "text_data": "hello"},
    "task_async": {"post_id": "p1", "user_id": "author", "text_data": "hello"},
    "task_sync_v2": {"post_id": "p1", "user_id": "author", "text_data": "hello"},
    "task_async_v2": {"post_id": "p1", "user_id": "author", "text_data": "hello"},
    "flag": {**ENTITY, "user_id": "reporter"},
    "flag_v1": {"target_message_id": "m1", "user_id": "reporter"},
    "report": {"post_id": "p1", "report_categories": ["spam"], "reporter_id": "reporter"},
    "submit_action": {"action_type": "mark_reviewed", "item_id": "{item}", "user_id": "moderator"},
    "query_review_queue": {},
    "upsert_config": POLICY,
    "query_configs": {},
    "put_provider": PROVIDER,
    "create_block_list": {"name": "other", "words": ["grobble"]},
    "update_block_list": {"words": ["grobble"]},
    "update_app": {"event_hooks": [WEBHOOK]},
    "update_users": {"users": {"u": {"id": "u", "name": "U"}}},
    "update_users_v1": {"users": {"u": {"id": "u", "name": "U"}}},
    "update_users_partial": {"users": [{"id": "u", "set": {"name": "U"}}]},
    "update_users_partial_v1": {"users": [{"id": "u", "set": {"name": "U"}}]},
    "put_rule": RULE,
    "put_action": ACTION,
    "put_report_category": {"name": "Spam"},
    "put_image_hash_list": {"label": "Weapons"},
    "import_image_hashes": {"text": HASH},
    "add_image_hash": {"item_id": "{item}", "image": 0},
    "remove_image_hashes": {"hashes": [HASH]},
    "put_semantic_filter": SEMANTIC_FILTER,
    "create_score_key": {"name": "forum"},
    "test_action": {"data": {"post_id": "p1"}},
    "put_settings": {"default_policy": "policy"},
    "mark_read": {"ids": []},
    "cancel_delivery": {"reason": "a mistake", "user_id": "moderator"},
    "disable_endpoint": {"reason": "it is being moved"},
    "redeliver_endpoint": {"since": "2026-01-01T00:00:00Z"},
    "replay_endpoint": {"since": "2026-01-01T00:00:00Z", "source": "action:hook"},
}
IDS: dict[str, str] = {
    "config": "policy",
    "blocklists": "words",
    "rules": "rule",
    "actions": "hook",
    "report_categories": "spam",
    "image_hash_lists": "known",
    "semantic_filters": "drugs",
    "deliveries": "{delivery}",
    "endpoints": "action:hook",
}
ASKED: dict[str, dict[str, str]] = {}
"""What queries have to have, by operation."""
for _area in AREAS:
    VALID |= _area.valid
    ASKED |= _area.asked
    IDS |= _area.ids


@dataclass(frozen=True, slots=True)
class Row:
    """One wrong request: what is sent, and what must be said about it."""

    name: str
    wrong: str | None = None
    body: Body = None
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    status: int = 400
    code: int = 4


def is_of_facade(route: Route) -> bool:
    """Opened by a score key, and answering in another vendor's way."""
    return isinstance(route.dialect, FacadeDialect)


def is_of_page(route: Route) -> bool:
    """Opened by a session's cookie alone (test_sign_in, test_open_id)."""
    return isinstance(route.dialect, DashboardDialect)


def routes() -> list[Route]:
    others = [each for each in ROUTES if not is_of_facade(each) and not is_of_page(each)]
    return [each for each in others if each.body or each.query]


def facade_routes() -> list[Route]:
    return [each for each in ROUTES if is_of_facade(each) and each.access != "public"]


def path_of(route: Route, ids: Mapping[str, str] = IDS) -> str:
    """With the names of what the fixture has made."""
    parts = route.path.split("/")
    return "/".join(_id(ids, parts[:i]) if "{" in p else p for i, p in enumerate(parts))


def _id(ids: Mapping[str, str], before: Sequence[str]) -> str:
    """Of what the last two parts of the path name together, or the last one."""
    return ids.get("/".join(before[-2:])) or ids.get(before[-1], "x")


def rows(route: Route) -> list[Row]:
    asked = ASKED.get(route.operation, {})
    body = [replace(row, query=asked) for row in _body_rows(route)]
    return [*body, *_query_rows(route, asked)]


def _body_rows(route: Route) -> Iterator[Row]:
    if route.body is None:
        return
    yield from _NOT_A_BODY
    valid = VALID[route.operation]
    schema = _schema(route.body)
    for name in schema.get("required", ()):
        rest = {key: value for key, value in valid.items() if key != name}
        yield _changed(f"{name} missing", name, rest)
        if {"type": "null"} not in schema["properties"][name].get("anyOf", ()):
            yield _changed(f"{name} null", name, {**rest, name: None})
    if schema.get("required"):
        yield Row("empty body", schema["required"][0], b"")
    for name, each in schema["properties"].items():
        for what, wrong in _wrong(each, schema.get("$defs", {}), body=True):
            yield _changed(f"{name} {what}", name, {**valid, name: wrong})
    last = f', "{next(iter(schema["properties"]))}": [[]]}}'.encode()
    if valid:
        yield Row("duplicate key, the last one wrong", body=json.dumps(valid).encode()[:-1] + last)
    for what, wrong_field, change in BY_HAND.get(route.operation, ()):
        yield _changed(what, wrong_field, {**valid, **change})
    if isinstance(route.dialect, HiveDialect):
        yield from _NOT_A_FORM


def _query_rows(route: Route, asked: Mapping[str, str]) -> Iterator[Row]:
    if route.query is None:
        return
    valid = json.dumps(VALID[route.operation]).encode() if route.body else None
    schema = _schema(route.query)
    for name, each in schema["properties"].items():
        for what, wrong in _wrong(each, schema.get("$defs", {}), body=False):
            if isinstance(wrong, str | int):
                yield Row(f"{name} {what}", name, valid, query={**asked, name: str(wrong)})
    if "cursor" in schema["properties"]:
        for cursor in ("nonsense", "bm9wZQ", "WyJhIl0", "%00", "é" * 10, "e30", "=" * 9):
            yield Row(f"cursor {cursor}", "cursor", query={**asked, "cursor": cursor})
    for what, query in QUERIES_BY_HAND.get(route.operation, ()):
        yield Row(what, None, valid, query=query)


def _changed(name: str, wrong_field: str, body: Mapping[str, Any]) -> Row:
    return Row(name, wrong_field, json.dumps(body).encode())


def _schema(reference: str) -> dict[str, Any]:
    module, _, name = reference.partition(":")
    model: type[BaseModel] = getattr(import_module(module), name)
    return model.model_json_schema()


def _wrong(
    schema: Mapping[str, Any], known: Mapping[str, Any], *, body: bool
) -> Iterator[tuple[str, Any]]:
    """Values that none of a field's alternatives takes."""
    alternatives = [_resolved(each, known) for each in schema.get("anyOf", [schema])]
    types = {each.get("type", "any") for each in alternatives}
    if "any" in types:
        return
    candidates: dict[str, Any] = {
        "of a wrong type": {"a": 1},
        "a list": [["a"]],
        "a word": "nonsense",
        "too large an integer": 2**63 + 1,
        "a fraction": 0.5,
    }
    refused = {
        "object": ("a list", "a word", "a fraction"),
        "array": ("of a wrong type", "a word", "a fraction"),
        "string": ("of a wrong type", "a list", "a fraction"),
        "integer": ("of a wrong type", "a list", "a word", "a fraction"),
        "number": ("of a wrong type", "a list", "a word"),
        "boolean": ("of a wrong type", "a list", "a word", "too large an integer"),
        "null": tuple(candidates),
    }
    for what in sorted(set.intersection(*(set(refused[each]) for each in types))):
        yield what, candidates[what]
    plain = [each for each in alternatives if each["type"] != "null"]
    if len(plain) == 1:
        yield from _out_of_bounds(plain[0], body)


def _resolved(schema: Mapping[str, Any], known: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = schema.get("$ref", "").rpartition("/")[2]
    return known[reference] if reference else schema


def _out_of_bounds(schema: Mapping[str, Any], body: bool) -> Iterator[tuple[str, Any]]:
    if "enum" in schema:
        yield "unknown", "nonsense"
    # A longer cursor makes the URL too long.
    if schema.get("maxLength", 10**9) < 8_000 or (body and "maxLength" in schema):
        yield "too long", "x" * (schema["maxLength"] + 1)
    if schema.get("minLength"):
        yield "of no characters", ""
    if "maximum" in schema:
        yield "too large", schema["maximum"] + 1
        yield "huge", 2**70 if isinstance(schema["maximum"], int) else 1e300
    if "minimum" in schema:
        yield "too small", schema["minimum"] - 1
    if schema.get("minItems"):
        yield "of no items", []
    if schema.get("minProperties"):
        yield "of no members", {}
    # A list's items are bounded before they are looked at.
    if 0 < schema.get("maxItems", 0) < 1_000:
        yield "of too many items", [None] * (schema["maxItems"] + 1)


def _json(name: str, body: bytes) -> Row:
    return Row(name, "body", body)


_NOT_A_BODY = (
    _json("not JSON", b"hello"),
    _json("half of it", b'{"entity_type": '),
    _json("a string without end", b'{"entity_type": "'),
    _json("more than one value", b"{} {}"),
    _json("a comma too many", b'{"zzz": 1,}'),
    _json("single quotes", b"{'zzz': 1}"),
    _json("a comment", b"/* hello */ {}"),
    _json("white space", b"  \n"),
    _json("a byte order mark", b"\xef\xbb\xbf{}"),
    _json("UTF-16", '{"zzz": 1}'.encode("utf-16")),
    _json("an array", b"[]"),
    _json("a number", b"5"),
    _json("a text", b'"hello"'),
    _json("null", b"null"),
    _json("true", b"true"),
    _json("NaN", b'{"zzz": NaN}'),
    _json("Infinity", b'{"zzz": Infinity}'),
    _json("-Infinity", b'{"zzz": -Infinity}'),
    _json("larger than any number", b'{"zzz": 1e400}'),
    Row("half a surrogate pair", "zzz", b'{"zzz": "\\ud800"}'),
    Row("the other half", "zzz", b'{"zzz": "\\udc00 "}'),
    Row("an unknown field", "zzz", b'{"zzz": 1}'),
    Row("half a surrogate pair in a name", None, b'{"zz\\ud800": 1}'),
    _json("invalid UTF-8", b'{"zzz": "\xff"}'),
    _json("half a character", b'{"zzz": "\xe2\x82"}'),
    _json("a surrogate in UTF-8", b'{"zzz": "\xed\xa0\x80"}'),
    _json("a bare control character", b'{"zzz": "\x00"}'),
    _json("33 levels of arrays", b'{"zzz":' + b"[" * 32 + b"]" * 32 + b"}"),
    _json("33 levels of objects", b'{"a":' * 33 + b"1" + b"}" * 33),
    _json("100,000 levels", b"[" * 100_000 + b"]" * 100_000),
    _json("100,000 levels without end", b"[" * 100_000),
    _json("quotes without end behind 33 brackets", b"[" * 33 + b'"' + b'\\"' * 100_000),
    _json("brackets that close what was not opened", b"]" * 40 + b"[" * 40),
    Row("too large", None, b'"' + b"x" * LIMIT + b'"', status=413, code=22),
    Row("too large in pieces", None, [b"x" * 30_000] * 10, status=413, code=22),
    Row("too large announced", None, b"{}", {"content-length": str(LIMIT + 1)}, {}, 413, 22),
    Row("endless announced", None, b"{}", {"content-length": "9" * 5_000}, {}, 413, 22),
    Row("no content-length", None, b"{}", {"content-length": ""}),
    Row("a negative content-length", None, b"{}", {"content-length": "-1"}),
    Row("a content-length in words", None, b"{}", {"content-length": "two"}),
    Row("two content-lengths", None, b"{}", {"content-length": "2, 2"}),
)
_URL_ENCODED = {"content-type": "application/x-www-form-urlencoded"}
_MULTIPART = {"content-type": "multipart/form-data; boundary=x"}
_FILE = b'Content-Disposition: form-data; name="post_id"; filename="a.txt"'
_NOT_A_FORM = (
    Row("multipart without a boundary", "body", b"--x", {"content-type": "multipart/form-data"}),
    Row("multipart garbage", "body", b"hello", _MULTIPART),
    Row(
        "multipart with a file",
        "post_id",
        b"--x\r\n" + _FILE + b"\r\n\r\nhi\r\n--x--\r\n",
        _MULTIPART,
    ),
    Row("a part without a name", "body", b"--x\r\nA: b\r\n\r\nhi\r\n--x--\r\n", _MULTIPART),
    Row("too many fields", "body", b"a=1&" * 200, _URL_ENCODED),
    Row("a form too large", None, b"a=" + b"1" * LIMIT, _URL_ENCODED, {}, 413, 22),
    Row("33 levels in a field", "body", b"user_metadata=" + b"[" * 33 + b"]" * 33, _URL_ENCODED),
)

_DEEP_RULE: dict[str, Any] = {"type": "report_count", "operator": "gte", "value": 1}
for _ in range(9):
    _DEEP_RULE = {"type": "not", "condition": _DEEP_RULE}
_DEEP_FILTER: dict[str, Any] = {"reviewed": True}
for _ in range(10):
    _DEEP_FILTER = {"$and": [_DEEP_FILTER]}
_FILTERS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("an unknown operator", "filter", {"filter": {"created_at": {"$near": 1}}}),
    ("a combination that is no list", "filter", {"filter": {"$and": {}}}),
    ("a filter of a wrong type", "filter", {"filter": {"created_at": {"$gt": "yesterday"}}}),
    ("a huge time", "filter", {"filter": {"created_at": {"$gt": {}}}}),
    ("a sort by nothing", "sort", {"sort": [{"field": "nonsense"}]}),
    ("a sort in no direction", "sort", {"sort": [{"field": "created_at", "direction": 2}]}),
    ("a sort of a wrong type", "sort", {"sort": [{"field": {"a": 1}}]}),
    ("an unknown cursor", "next", {"next": "nonsense"}),
    ("a cursor of another shape", "next", {"next": "WyJhIiwgWzEsIDJdXQ=="}),
    ("a page before", "prev", {"prev": "nonsense"}),
)
_KEY = f"whsk_{'s3cretXa' * 10}ABCDEg=="
_PRIVATE = "http://169.254.169.254/latest"


def _webhooks(*webhooks: Mapping[str, Any]) -> dict[str, Any]:
    return {"event_hooks": webhooks}


_SPANS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("a time without zone", "since", {"since": "2026-01-02T00:00:00"}),
    ("a time before time", "since", {"since": "1969-01-02T00:00:00Z"}),
    ("an end before the beginning", "until", {"until": "2025-01-02T00:00:00Z"}),
    ("no time in between", "until", {"until": "2026-01-01T00:00:00Z"}),
)

_NO_ENTITY = {"entity_type": None, "entity_id": None, "entity_creator_id": None}

BY_HAND: dict[str, tuple[tuple[str, str, dict[str, Any]], ...]] = {
    "put_semantic_filter": (
        ("no phrases", "phrases", {"phrases": []}),
        ("too many phrases", "phrases", {"phrases": [f"phrase {n}" for n in range(101)]}),
        ("a phrase that is a number", "phrases", {"phrases": [7]}),
        ("a phrase without a word", "phrases", {"phrases": ["selling weed", "?!"]}),
        ("a phrase twice", "phrases", {"phrases": ["selling weed", "selling weed"]}),
        ("too long a phrase", "phrases", {"phrases": ["x" * 301]}),
    ),
    "create_score_key": (
        ("an empty name", "name", {"name": ""}),
        ("a name that another has", "name", {"name": "blog"}),
        ("a key of one's own", "key", {"key": "a-key-of-my-own-choice"}),
    ),
    "labels": (("an unknown policy", "policy", {"policy": "nonsense"}),),
    "query_label_results": (
        *_FILTERS,
        ("an unknown field", "filter", {"filter": {"nonsense": 1}}),
        ("an operator that labels lack", "filter", {"filter": {"labels": {"$gt": "a"}}}),
        ("a number for a text", "filter", {"filter": {"severity": 5}}),
        ("a sort by something else", "sort", {"sort": [{"field": "severity"}]}),
    ),
    "analyze": (
        ("no texts", "texts", {"texts": {}}),
        ("an unknown policy", "config_key", {"config_key": "nonsense"}),
        ("half an entity", "entity_type", {"entity_type": None}),
        ("nobody's without a policy", "config_key", {**_NO_ENTITY, "config_key": None}),
        ("nobody's with a time", "content_published_at", {**_NO_ENTITY, "content_published_at": 1}),
        ("nobody's with fields of its own", "custom", {**_NO_ENTITY, "custom": {"a": 1}}),
        ("an id of nothing", "content_ids.body", {"content_ids": {"body": "1"}}),
        ("an id of no image", "content_ids.image:a", {"content_ids": {"image:a": "1"}}),
        ("an image without address", "images.photo", {"images": {"photo": ""}}),
        ("an image that nothing sees", "images", {"images": {"photo": "https://example.com/a"}}),
    ),
    "try_content": (
        ("nothing to try", "text", {"text": None}),
        ("two things to try", "item_id", {"item_id": "x"}),
        ("an unknown item", "item_id", {"text": None, "item_id": "x"}),
        ("an unknown policy", "config_key", {"config_key": "nonsense"}),
        ("two policies", "config_key", {"config_key": "policy", "config": {}}),
        ("no country", "region", {"region": "Germany"}),
        (
            "an inline policy that is a number",
            "block_list_config",
            {"config": {"block_list_config": 5}},
        ),
    ),
    "check": (
        ("an unknown policy", "config_key", {"config_key": "nonsense"}),
        ("a text that is no text", "moderation_payload", {"moderation_payload": {"texts": [5]}}),
        (
            "too long a text",
            "moderation_payload",
            {"moderation_payload": {"images": ["x" * 5_000]}},
        ),
        ("31 images", "moderation_payload", {"moderation_payload": {"images": ["x"] * 31}}),
        ("a time without zone", "content_published_at", {"content_published_at": "2026-01-02"}),
        ("a time beyond time", "content_published_at", {"content_published_at": 2**63}),
        (
            "an inline policy of a wrong type",
            "block_list_config",
            {"test_mode": True, "config": {"block_list_config": {"rules": "x"}}},
        ),
        (
            "an inline policy that is a number",
            "block_list_config",
            {"test_mode": True, "config": {"block_list_config": 5}},
        ),
    ),
    "custom_check": (
        ("an unknown flag", "flags", {"flags": [{"type": "nonsense"}]}),
        ("no content", "moderation_payload", {"entity_type": "x", "moderation_payload": None}),
        ("no creator", "entity_creator_id", {"entity_type": "x", "entity_creator_id": None}),
    ),
    "task_sync": (
        ("no content", "body", {"text_data": None}),
        ("two contents", "body", {"url": "https://example.com/a.png"}),
        ("a time of a wrong type", "timestamp", {"timestamp": [1]}),
    ),
    "task_async": (
        ("no content", "body", {"text_data": None}),
        ("a private callback", "callback_url", {"callback_url": "http://127.0.0.1/x"}),
        ("a file for a callback", "callback_url", {"callback_url": "file:///etc/passwd"}),
    ),
    "task_sync_v2": (
        ("an unknown model", "models", {"models": ["logo"]}),
        ("a model of pictures for a text", "models", {"models": ["visual"]}),
        ("Thorn", "thorn_enabled", {"thorn_enabled": True}),
        ("a live stream", "stream_url", {"stream_url": "https://example.com/live"}),
        (
            "a report in an unknown category",
            "reports",
            {"reports": {"report_categories": ["nothing"]}},
        ),
    ),
    "task_async_v2": (
        ("a file", "media", {"media": "x"}),
        ("a private callback", "callback_url", {"callback_url": "http://127.0.0.1/x"}),
    ),
    "flag": (
        ("nobody who acts", "user_id", {"user_id": None}),
        ("an acting user without id", "user", {"user_id": None, "user": {}}),
    ),
    "flag_v1": (
        ("no target", "target_message_id", {"target_message_id": None}),
        ("two targets", "target_message_id", {"target_user_id": "u"}),
        ("nobody who acts", "user_id", {"user_id": None}),
    ),
    "report": (
        ("a category that is not configured", "report_categories", {"report_categories": ["x"]}),
        ("no subject", "body", {"post_id": None}),
        ("two subjects", "body", {"user_id": "author"}),
        ("a category that is no text", "report_categories", {"report_categories": [5]}),
    ),
    "submit_action": (
        ("nobody who acts", "user_id", {"user_id": None}),
        ("no item", "item_id", {"item_id": None}),
        ("an unknown item", "item_id", {"item_id": "nonsense"}),
        ("a flag without its options", "flag", {"action_type": "flag"}),
        ("an unknown action", "custom.id", {"action_type": "custom", "custom": {"id": "nonsense"}}),
        ("a ban in the past", "ban.timeout", {"action_type": "ban", "ban": {"timeout": -1}}),
        ("a ban without end", "ban.timeout", {"action_type": "ban", "ban": {"timeout": 2**63}}),
        (
            "too small a limit",
            "mark_reviewed",
            {"mark_reviewed": {"content_to_mark_as_reviewed_limit": -(2**70)}},
        ),
        (
            "an unknown priority",
            "escalate.priority",
            {"action_type": "escalate", "escalate": {"priority": "nonsense"}},
        ),
    ),
    "query_review_queue": (
        *_FILTERS,
        ("a filter too deep", "filter", {"filter": _DEEP_FILTER}),
        ("a filter of 60 parts", "filter", {"filter": {f"k{i}": 1 for i in range(60)}}),
        ("a text for a truth value", "filter", {"filter": {"reviewed": "yes"}}),
        (
            "a text for the caller's own",
            "filter.reported_by_me",
            {"filter": {"reported_by_me": "yes"}, "user_id": "mo"},
        ),
        ("nobody's own", "user_id", {"filter": {"reported_by_me": True}}),
        ("nothing that is severe", "space_severe", {"space_severe": {}}),
        (
            "an order of numbers",
            "space_severe",
            {"space_severe": {"severity": 3}, "stats_only": True},
        ),
    ),
    "query_configs": (*_FILTERS, ("an unknown field", "filter", {"filter": {"nonsense": 1}})),
    "upsert_config": (
        (
            "an unknown list",
            "block_list_config.rules.0.name",
            {"block_list_config": {"rules": [{"name": "nonsense", "action": "flag"}]}},
        ),
        (
            "an unknown action",
            "block_list_config.rules.0.action",
            {"block_list_config": {"rules": [{"name": "words", "action": "nonsense"}]}},
        ),
        (
            "a threshold above 1",
            "automod_toxicity_config.rules.0.threshold",
            {
                "automod_toxicity_config": {
                    "rules": [{"label": "a", "threshold": 2, "action": "flag"}]
                }
            },
        ),
    ),
    "create_block_list": (
        ("a name that is taken", "name", {"name": "words"}),
        ("a built-in name", "name", {"name": "profanity_en_2020_v1"}),
        ("a bad pattern", "words", {"type": "regex", "words": ["("]}),
        ("an empty word", "words", {"words": [""]}),
        ("too long a word", "words", {"words": ["x" * 201]}),
    ),
    "update_block_list": (("an empty word", "words", {"words": [""]}),),
    "update_app": (
        (
            "a private URL",
            "event_hooks.0.webhook_url",
            _webhooks({**WEBHOOK, "webhook_url": _PRIVATE}),
        ),
        ("a webhook without URL", "event_hooks.0.webhook_url", _webhooks({"enabled": True})),
        (
            "a chat's pending messages",
            "event_hooks.1.hook_type",
            _webhooks(WEBHOOK, {**WEBHOOK, "hook_type": "pending_message"}),
        ),
        ("a queue without key", "sqs_key", {"sqs_url": _QUEUE}),
        ("a key without queue", "sqs_key", {"sqs_key": "AKIAEXAMPLE"}),
        (
            "a topic that is none",
            "sns_topic_arn",
            {"sns_topic_arn": "arn:aws:sqs:x", "sns_key": "k"},
        ),
        (
            "one id for two",
            "event_hooks.1.id",
            _webhooks({**WEBHOOK, "id": "a"}, {**WEBHOOK, "id": "a"}),
        ),
        ("a setting's id", "event_hooks.0.id", _webhooks({**WEBHOOK, "id": "webhook_url"})),
        ("a bad id", "event_hooks.0.id", _webhooks({**WEBHOOK, "id": "a/b"})),
        (
            "a time of no length",
            "event_hooks.0.timeout_ms",
            _webhooks({**WEBHOOK, "timeout_ms": -1}),
        ),
        ("a private single URL", "moderation_webhook_url", {"moderation_webhook_url": _PRIVATE}),
        ("a file for a URL", "webhook_url", {"webhook_url": "file:///etc/passwd"}),
        ("an event without name", "webhook_events.0", {"webhook_events": [""]}),
    ),
    "update_users": (
        ("an id unlike its key", "users.u.id", {"users": {"u": {"id": "v"}}}),
        ("a long key", "users", {"users": {"u" * 200_000: {"id": "v"}}}),
        ("101 users", "users", {"users": {f"u{i}": {"id": f"u{i}"} for i in range(101)}}),
    ),
    "update_users_partial": (
        ("a user without id", "users.0.id", {"users": [{"set": {}}]}),
        ("a long name", "users.0.set.name", {"users": [{"id": "u", "set": {"name": "n" * 256}}]}),
        ("nothing's name", "users.0.unset.0", {"users": [{"id": "u", "unset": [""]}]}),
        ("101 users", "users", {"users": [{"id": f"u{i}"} for i in range(101)]}),
    ),
    "update_users_v1": (("an id unlike its key", "users.u.id", {"users": {"u": {"id": "v"}}}),),
    "put_rule": (
        ("an unknown action", "actions", {"actions": ["nonsense"]}),
        (
            "an unknown list",
            "when.in_list.lists",
            {"scope": "post", "when": {"type": "in_list", "lists": ["words", "nosuch"]}},
        ),
        (
            "an unknown list within others",
            "when.not.condition.classified_share.lists",
            {
                "when": {
                    "type": "not",
                    "condition": {
                        "type": "classified_share",
                        "classes": ["insult"],
                        "lists": ["Words"],
                        "operator": "gt",
                        "percent": 5,
                        "window": "1h",
                    },
                }
            },
        ),
        ("an unknown condition", "when", {"when": {"type": "nonsense"}}),
        ("a condition of no type", "when", {"when": {}}),
        ("conditions too deep", "when", {"when": _DEEP_RULE}),
        ("an unknown member", "nonsense", {"nonsense": 1}),
        ("a window without unit", "when", {"when": {**WHEN, "window": "5"}}),
        ("a huge count", "when", {"when": {**WHEN, "value": 2**63}}),
        ("code for a count", "when", {"when": {**WHEN, "value": "__import__('os')"}}),
    ),
    "put_action": (
        ("a private URL", "url", {"url": "http://169.254.169.254/latest"}),
        ("a password in the URL", "url", {"url": "https://u:s3cret-a-@example.com/"}),
        ("no URL", "url", {"url": "nonsense"}),
        (
            "a header of two lines",
            "auth_header",
            {"auth_header": "A\r\nB", "auth_value": "s3cret-a-"},
        ),
        (
            "a header value of two lines",
            "auth_value",
            {"auth_header": "A", "auth_value": "s3cret-a-\r\nB: c"},
        ),
        ("a value that no call has", "parameters.zz", {"parameters": {"zz": "x"}}),
        ("a parameter name of two lines", "parameters.user_id", {"parameters": {"user_id": "x\n"}}),
        (
            "one name for two",
            "parameters.post_id",
            {"parameters": {"user_id": "x", "post_id": "x"}},
        ),
        ("an empty query name", "extra_query.", {"extra_query": {"": "x"}}),
        (
            "a query name that the URL has",
            "extra_query.a",
            {"url": "https://example.com/?a=1", "extra_query": {"a": "2"}},
        ),
        (
            "a query name that is sent",
            "extra_query.user_id",
            {"method": "GET", "extra_query": {"user_id": "2"}},
        ),
        (
            "a query name that a parameter has",
            "extra_query.x",
            {"method": "GET", "parameters": {"user_id": "x"}, "extra_query": {"x": "2"}},
        ),
        (
            "a parameter that the URL has",
            "url",
            {"url": "https://example.com/?x", "method": "GET", "parameters": {"user_id": "x"}},
        ),
        (
            "a value that the state URL has",
            "state_url",
            {"state_url": "https://example.com/?item_id=1"},
        ),
        ("a reserved header", "auth_header", {"auth_header": "Host", "auth_value": "s3cret-a-"}),
        ("one that undoes itself", "reverses", {"reverses": ["other", "hook"]}),
        ("an undone action without name", "reverses.0", {"reverses": [""]}),
        ("no decision", "carries_out.0", {"carries_out": ["mark_reviewed"]}),
        ("a private state URL", "state_url", {"state_url": "http://10.0.0.1/state"}),
        ("an unknown member", "nonsense", {"nonsense": 1}),
    ),
    "put_report_category": (("an unknown member", "nonsense", {"nonsense": 1}),),
    "test_action": (
        ("a value that is no text", "data.post_id", {"data": {"post_id": 1}}),
        ("a value that no call has", "data.zz", {"data": {"zz": "1"}}),
        ("a test that is none", "data.test", {"data": {"test": "false"}}),
    ),
    "put_settings": (
        ("a policy that is none", "default_policy", {"default_policy": "nosuch"}),
        ("a policy of another kind", "default_policy", {"default_policy": "feeds"}),
        ("a policy of no facade", "facades.policy", {"facades": {"policy": "nosuch"}}),
        ("a scale in words", "facades.perspective_scale", {"facades": {"perspective_scale": "no"}}),
        ("an unknown facade", "facades.nonsense", {"facades": {"nonsense": True}}),
        ("an unknown scope", "first_match_only.nonsense", {"first_match_only": {"nonsense": True}}),
        ("a country in words", "default_region", {"default_region": "Germany"}),
        ("a country without telephones", "default_region", {"default_region": "ZZ"}),
        ("a delay before now", "retry_delays.1", {"retry_delays": [1, -1]}),
        ("a delay that is no number", "retry_delays.0", {"retry_delays": ["nan"]}),
        ("a delay that is true", "retry_delays.0", {"retry_delays": [True]}),
        ("a delay without end", "retry_delays.0", {"retry_delays": [1e300]}),
        ("no delay at all", "retry_delays", {"retry_delays": []}),
        ("a delay of more than a week", "retry_delays.0", {"retry_delays": [604_801]}),
        ("a secret without prefix", "signing_secrets.0", {"signing_secrets": [_SECRET[6:]]}),
        ("a secret of 23 bytes", "signing_secrets.1", {"signing_secrets": [_SECRET, _SECRET[:-1]]}),
        ("a secret for a key", "signing_keys.0", {"signing_keys": [_SECRET]}),
        ("a key with another's half", "signing_keys.0", {"signing_keys": [_KEY]}),
    ),
    "mark_read": (("an id that is no text", "ids.0", {"ids": [5]}),),
    "cancel_delivery": (("no reason in a text", "reason", {"reason": ""}),),
    "disable_endpoint": (("no reason in a text", "reason", {"reason": ""}),),
    "redeliver_endpoint": _SPANS,
    "replay_endpoint": (
        *_SPANS,
        ("a source of another kind", "source", {"source": "hook:x"}),
        ("a source of no kind", "source", {"source": "x"}),
    ),
}
QUERIES_BY_HAND: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "list_deliveries": (
        ("two filters", {"item_id": "a", "state": "dead"}),
        ("a subject and a state", {"subject": "a", "state": "dead"}),
        ("three filters", {"endpoint": "a", "state": "dead", "subject": "x"}),
        ("two endpoints", {"endpoint": "action:a", "action_id": "b"}),
        ("a time that is none", {"since": "yesterday"}),
        ("a time without zone", {"until": "2026-01-01T00:00:00"}),
    ),
}


for _area in AREAS:
    for _name, _rows in _area.wrong.items():
        BY_HAND[_name] = (*BY_HAND.get(_name, ()), *_rows)
    for _name, _queries in _area.queries.items():
        QUERIES_BY_HAND[_name] = (*QUERIES_BY_HAND.get(_name, ()), *_queries)


def operations_without_rows() -> list[str]:
    return [route.operation for route in routes() if not rows(route)]


def identifier(route: Route, row: Row) -> str:
    return re.sub(r"\W+", "-", f"{route.operation} {route.path} {row.name}")[:150]
