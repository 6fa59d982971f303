"""What the tests of this folder share: names nobody else uses, refusals, plain HTTP."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import jwt
import pytest
import requests
from getstream import Stream
from getstream.exceptions import StreamApiException
from getstream.models import CheckResponse, ModerationPayload, ReviewQueueItemResponse

from tests.full_size import FULL
from tests.on_backends import LOCAL, backends

from .clients import record

# For tests of commands and libraries beside the runtime, whose backend they do not see.
mostly_local = pytest.mark.parametrize("server", backends() if FULL else [LOCAL], indirect=True)
BLOCKED = "frobnicate"
BLOCKED_TEXT = f"go and {BLOCKED} yourself"
MOVED_TEXT = "text me on whatsapp, my number is +49 151 23456789"
CLEAN_TEXT = "what a lovely morning"
SERVER_CLAIMS: Mapping[str, Any] = {"server": True}


def unique(prefix: str = "x") -> str:
    return f"{prefix}-{uuid4().hex[:12]}"


@contextmanager
def refused(status: int, code: int, field: str = "") -> Iterator[None]:
    """That getstream raises its own exception with this status, code and field named."""
    with pytest.raises(StreamApiException) as caught:
        yield
    error = caught.value
    assert (error.status_code, error.code) == (status, code), error
    assert " failed with error: " in error.message
    assert error.details == []
    assert field == "" or field in error.exception_fields, error.exception_fields


def check(client: Stream, text: str, policy: str | None = None, **options: Any) -> CheckResponse:
    arguments = {
        "entity_type": "post",
        "entity_id": unique("post"),
        "entity_creator_id": unique("author"),
        "moderation_payload": ModerationPayload(texts=[text]),
        "config_key": policy,
        **options,
    }
    return client.moderation.check(**arguments).data


def flagged(client: Stream, policy: str, **options: Any) -> ReviewQueueItemResponse:
    """An item of the review queue."""
    item = check(client, BLOCKED_TEXT, policy, **options).item
    assert item is not None
    return item


def item_of(client: Stream, id: str) -> ReviewQueueItemResponse:
    item = client.moderation.get_review_queue_item(id).data.item
    assert item is not None
    return item


def is_recent(moment: datetime | None) -> bool:
    return moment is not None and abs((datetime.now(UTC) - moment).total_seconds()) < 60


def eventually(holds: Callable[[], bool], seconds: float = 15.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


class Raw:
    """Plain HTTP with the token of a Stream server client, or with another."""

    def __init__(self, session: requests.Session, url: str, api_key: str, secret: str) -> None:
        self.url = url
        self.api_key = api_key
        self._session = session
        self._secret = secret

    def token(self, claims: Mapping[str, Any] = SERVER_CLAIMS, secret: str | None = None) -> str:
        return jwt.encode(dict(claims), secret or self._secret, algorithm="HS256")

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        query: Mapping[str, str] | None = None,
        *,
        token: str | None = None,
    ) -> requests.Response:
        answer = self._session.request(
            method,
            self.url + path,
            params={"api_key": self.api_key, **(query or {})},
            json=body,
            headers={"authorization": self.token() if token is None else token},
            timeout=30,
        )
        record.note_plain(method, path, answer.status_code)
        return answer

    def get(self, path: str, query: Mapping[str, str] | None = None) -> Any:
        answer = self.send("GET", path, query=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: Any = None) -> Any:
        answer = self.send("POST", path, body)
        assert answer.status_code == 201, answer.text
        return answer.json()
