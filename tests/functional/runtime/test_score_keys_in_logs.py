"""A score key stands in URLs and headers, and in no line that any process logs."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from tests.running import Running, running

_ANALYZE = "/v1alpha1/comments:analyze"
_MODERATIONS = "/v1/moderations"
_UNKNOWN = "a-key-that-nobody-knows-0123"
_STRANGE = "AIzaSyNobodysKeyOfElsewhere_0123"
_COMMENT = {"comment": {"text": "you idiot"}, "requestedAttributes": {"TOXICITY": {}}}


@pytest.fixture
def runtime(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path / "data", GAVEL_LOG_LEVEL="debug") as runtime:
        yield runtime


def _made(runtime: Running) -> str:
    answer = requests.post(
        f"{runtime.base_url}/api/v1/score_keys",
        json={"name": "forum"},
        headers={"authorization": f"token {runtime.token}"},
        timeout=30,
    )
    key: str = answer.json()["key"]
    return key


def _calls(key: str) -> list[tuple[str, dict[str, str], bytes]]:
    """Good and bad ones: the query, the header, and the body of each."""
    good, bad = json.dumps(_COMMENT).encode(), b"{"
    bearer = {"authorization": f"Bearer {key}"}
    spelled = "".join(f"%{ord(each):02x}" for each in key)
    return [
        *(
            (f"{_ANALYZE}?key={key}{more}", {}, good)
            for more in ("", "&alt=json", "&x=y", "&key=z")
        ),
        (f"{_ANALYZE}?key={key}", {}, bad),
        (f"{_ANALYZE}?KEY={key}", {}, good),
        (f"{_ANALYZE}?k%65y={key}", {}, good),
        (f"{_ANALYZE}?key={spelled}", {}, good),
        (f"/nowhere?key={key}{'x' * 9_000}", {}, good),
        (f"{_ANALYZE}?{'&'.join(f'a{n}={key}' for n in range(150))}", {}, good),
        (f"/v1alpha1/comments:suggestscore?key={key}", {}, good),
        (f"/$discovery/rest?version=v1alpha1&key={key}", {}, b""),
        (f"/nowhere?key={key}", {}, good),
        (f"/api/v1/rules?key={key}&api_key={key}", bearer, b""),
        (f"/api/v2/moderation/check?api_key={key}", {"authorization": key}, good),
        (f"/healthz?key={key}", {}, b""),
        (_ANALYZE, {"x-goog-api-key": key}, good),
        (_ANALYZE, {"x-goog-api-key": f"{key} "}, bad),
        (_MODERATIONS, bearer, b'{"input": "you idiot"}'),
        (_MODERATIONS, bearer, bad),
        (_MODERATIONS, {"authorization": key}, good),
        (_MODERATIONS, {"authorization": f"token {key}"}, good),
        (f"{_MODERATIONS}?key={key}", bearer, good),
    ]


def _send(runtime: Running, call: tuple[str, dict[str, str], bytes]) -> int:
    target, headers, body = call
    method = "POST" if body else "GET"
    url = f"{runtime.base_url}{target}"
    return requests.request(method, url, headers=headers, data=body, timeout=60).status_code


def _send_no_request(runtime: Running, key: str) -> None:
    """What the server's parser refuses before any function sees it."""
    for line in (
        f"POST {_ANALYZE}?key={key} HTTP/9.9",
        f"POST {_ANALYZE}?key={key} HTTP/1.1",
        f"P OST {_ANALYZE}?key={key} HTTP/1.1",
        f"GET {_ANALYZE}?key={key}\x00 HTTP/1.1\r\nhost: a\r\ncontent-length: x",
    ):
        with socket.create_connection(("127.0.0.1", runtime.port), 30) as connection:
            connection.sendall(f"{line}\r\n\r\n".encode())
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                pass


def test_no_line_of_any_process_has_one(runtime: Running) -> None:
    keys = [runtime.score_key, _made(runtime), _UNKNOWN, _STRANGE]
    calls = [call for key in keys for call in _calls(key)] * 3
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda call: _send(runtime, call), calls))
    assert {200, 400, 401, 404} <= set(statuses)
    assert max(statuses) < 500
    for key in keys:
        _send_no_request(runtime, key)
    runtime.stop()
    printed = runtime.log
    assert printed.count('"analyze_comment"') > len(calls) / 4
    assert '"DEBUG"' in printed
    for key in keys:
        assert key not in printed
        assert key[6:-6] not in printed
