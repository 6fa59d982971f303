"""Calls a queue function of this process the way a platform does: by POSTing a CloudEvent."""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from typing import Any

import orjson
from starlette.types import ASGIApp, Message

from common.domain.times import to_rfc3339
from common.http.push_identity import IN_PROCESS

_FIXED_HEADERS = [
    (b"content-type", b"application/json"),
    (b"ce-specversion", b"1.0"),
]


async def invoke(app: ASGIApp, topic: str, id: str, message: dict[str, Any]) -> int:
    """The status that the function answered."""
    return await post(app, topic, id, orjson.dumps(message))


async def post(app: ASGIApp, topic: str, id: str, body: bytes) -> int:
    """As `invoke`, with a message as it was sent, which may be anything."""
    status = 500

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(event: Message) -> None:
        nonlocal status
        if event["type"] == "http.response.start":
            status = event["status"]

    await app(_scope(topic, id, len(body)), receive, send)
    return status


def _scope(topic: str, id: str, length: int) -> MutableMapping[str, Any]:
    return {
        IN_PROCESS: True,
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/",
        "raw_path": b"/",
        "root_path": "",
        "query_string": b"",
        "server": ("localhost", 80),
        "client": None,
        "headers": [
            *_FIXED_HEADERS,
            (b"content-length", str(length).encode()),
            (b"ce-id", id.encode()),
            (b"ce-source", f"gavel/{topic}".encode()),
            (b"ce-type", f"com.gavel.{topic}".encode()),
            (b"ce-time", to_rfc3339(time.time_ns()).encode()),
        ],
    }
