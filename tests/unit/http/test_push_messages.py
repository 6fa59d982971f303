"""Every form in which a platform hands a message over, and what is none."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from common.http.received import Malformed, Received, read_message

MESSAGE = {"app": "a", "item": "café"}
BODY = json.dumps(MESSAGE).encode()
ENCODED = base64.b64encode(BODY).decode()
EVENT = {"ce-id": "7", "ce-specversion": "1.0", "ce-source": "s", "ce-type": "t"}
JSON = {"content-type": "application/json"}
STRUCTURED = {"content-type": "application/cloudevents+json; charset=utf-8"}
SCHEDULE = {"x-cloudscheduler-jobname": "sweep"}


def _push(data: Any = ENCODED, **fields: Any) -> dict[str, Any]:
    message = {"data": data, "messageId": "7", "publishTime": "2026-01-01T00:00:00Z", **fields}
    kept = {name: value for name, value in message.items() if value is not None}
    return {"message": kept, "subscription": "projects/p/subscriptions/s"}


def _structured(**fields: Any) -> bytes:
    event = {"id": "7", "specversion": "1.0", "source": "s", "type": "t", **fields}
    return json.dumps(event).encode()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({**EVENT, **JSON}, BODY),
        (STRUCTURED, _structured(data=MESSAGE)),
        (STRUCTURED, _structured(data_base64=ENCODED)),
        (JSON, json.dumps(_push()).encode()),
        (JSON, json.dumps(_push(attributes={"googclient": "x"}, message_id="7")).encode()),
        ({**EVENT, **JSON, "ce-id": "outer"}, json.dumps(_push()).encode()),
        ({**JSON, "x-cloudtasks-taskname": "7"}, BODY),
        ({**JSON, "x-cloudscheduler-jobname": "7"}, BODY),
    ],
)
def test_all_are_read_as_one(headers: dict[str, str], body: bytes) -> None:
    assert read_message(headers, body) == Received("7", MESSAGE)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (JSON, BODY),
        (JSON, b""),
        (SCHEDULE, b"not json"),
        (SCHEDULE, b"\xff"),
        (SCHEDULE, b"[1]"),
        (SCHEDULE, b"[" * 100_000),
        ({**EVENT, **JSON}, b""),
        ({**EVENT, **JSON}, b"{"),
        ({**EVENT, **JSON}, b"[1]"),
        ({**EVENT, **JSON}, b"[" * 100_000),
        ({"ce-specversion": "1.0", **JSON}, BODY),
        ({**EVENT, "ce-specversion": "9", **JSON}, BODY),
        (STRUCTURED, b"[]"),
        (STRUCTURED, b"nope"),
        (STRUCTURED, _structured()),
        (STRUCTURED, _structured(data="text")),
        ({"content-type": "application/cloudevents-batch+json"}, b"[]"),
        (JSON, json.dumps(_push(None, attributes={"a": "b"})).encode()),
        (JSON, json.dumps(_push("*no base64*")).encode()),
        (JSON, json.dumps(_push("")).encode()),
        (JSON, json.dumps(_push(base64.b64encode(b"[1]").decode())).encode()),
        (JSON, json.dumps(_push(messageId=None)).encode()),
        (JSON, json.dumps(_push(7)).encode()),
    ],
)
def test_what_is_none_is_said_to_be_malformed(headers: dict[str, str], body: bytes) -> None:
    with pytest.raises(Malformed):
        read_message(headers, body)
