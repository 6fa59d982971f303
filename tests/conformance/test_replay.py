"""Requests as the official clients were seen to send them: all are understood."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from common.http.dialects.stream import StreamDialect
from common.http.matching import Matcher
from common.http.routes import ROUTES
from tests.running import ROOT, Running

from .apps import Apps
from .helpers import Raw

REQUESTS = [
    json.loads(line)
    for line in (ROOT / "tests/events/stream_requests.jsonl").read_text().splitlines()
]
ERROR_FIELDS = {"code": int, "StatusCode": int, "message": str, "duration": str, "more_info": str}


@pytest.fixture(scope="module")
def raw(server: Running, apps: Apps) -> Iterator[Raw]:
    """Of an app of its own: what the requests ask for changes its settings, too."""
    app = apps.create()
    with requests.Session() as session:
        yield Raw(session, server.base_url, app["key"], app["secret"])


def _name(request: dict[str, Any]) -> str:
    return f"{request['client']} {request['method']} {request['path']}"


def test_every_streams_route_was_seen() -> None:
    matcher = Matcher(ROUTES)
    seen = {matcher.find(request["method"], request["path"]) is not None for request in REQUESTS}
    assert seen == {True}
    found = [matcher.find(request["method"], request["path"]) for request in REQUESTS]
    operations = {route[0].operation for route in found if route}
    assert operations == {
        route.operation for route in ROUTES if isinstance(route.dialect, StreamDialect)
    }


@pytest.mark.parametrize("request_", REQUESTS, ids=_name)
def test_a_recorded_request_is_understood(raw: Raw, request_: dict[str, Any]) -> None:
    answer = raw.send(
        request_["method"], request_["path"], request_["body"], query=request_["query"]
    )
    body = answer.json()
    assert isinstance(body, dict)
    assert answer.status_code < 500, body
    assert body["duration"].endswith("ms")
    if answer.ok:
        created = request_["method"] in ("POST", "PUT")
        assert answer.status_code == (201 if created else 200)
    else:
        assert {name: type(body[name]) for name in ERROR_FIELDS} == ERROR_FIELDS
        assert body["details"] == []
        assert body["StatusCode"] == answer.status_code


def _is_public(request: dict[str, Any]) -> bool:
    found = Matcher(ROUTES).find(request["method"], request["path"])
    return found is not None and found[0].access == "public"


@pytest.mark.parametrize("request_", [r for r in REQUESTS if not _is_public(r)], ids=_name)
def test_a_recorded_request_is_refused_to_a_stranger(raw: Raw, request_: dict[str, Any]) -> None:
    answer = raw.send(
        request_["method"], request_["path"], request_["body"], query=request_["query"], token=""
    )
    assert (answer.status_code, answer.json()["code"]) == (401, 5)
