"""The forms in which platforms hand a message to a function, read into one."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from cloudevents.http import from_http

# Google sets them on what Cloud Tasks and Cloud Scheduler call.
_CALLERS = ("x-cloudtasks-taskname", "x-cloudscheduler-jobname")


class Malformed(Exception):
    """No message can be read; sending it again will not help."""


@dataclass(frozen=True, slots=True)
class Received:
    id: str
    message: dict[str, Any]


def read_message(headers: Mapping[str, str], body: bytes) -> Received:
    """A CloudEvent in either mode, a Pub/Sub push, or the plain JSON of a task or a schedule.

    `headers` finds a name in any case. Raises Malformed.
    """
    id: str | None
    if "ce-specversion" in headers or _kind(headers).startswith("application/cloudevents"):
        id, content = _event(headers, body)
    else:
        id, content = _caller(headers), _json(body)
    if _is_push(content):
        id, content = _pushed(content)
    if id is None:
        raise Malformed("neither a CloudEvent nor a push nor a task")
    if not isinstance(content, dict):
        raise Malformed("the message is not an object")
    return Received(id, content)


def _kind(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").strip().lower()


def _caller(headers: Mapping[str, str]) -> str | None:
    return next((headers[name] for name in _CALLERS if headers.get(name)), None)


def _event(headers: Mapping[str, str], body: bytes) -> tuple[str, Any]:
    try:
        event = from_http(headers, body)
        return str(event["id"]), event.get_data()
    except Exception as error:
        # The library documents one exception and raises several.
        raise Malformed(f"not a CloudEvent: {type(error).__name__}") from None


def _is_push(content: Any) -> bool:
    """None of Gavel's own messages has these fields."""
    return (
        isinstance(content, dict)
        and isinstance(content.get("message"), dict)
        and isinstance(content.get("subscription"), str)
    )


def _pushed(push: dict[str, Any]) -> tuple[str, Any]:
    message = push["message"]
    id, data = message.get("messageId"), message.get("data")
    if not isinstance(id, str) or not isinstance(data, str):
        raise Malformed("a push without an id or data")
    try:
        return id, _json(base64.b64decode(data, validate=True))
    except binascii.Error:
        raise Malformed("a push whose data is not base64") from None


def _json(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Malformed(f"not JSON: {error}") from None
