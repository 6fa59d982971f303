"""What the public port answers without a function's help."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import requests

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from tests.running import Running, running

CHECK = "/api/v2/moderation/check"


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("gateway") / "data") as runtime:
        yield runtime
        runtime.stop()


def _error(answer: requests.Response, code: int) -> str:
    body = answer.json()
    assert answer.headers["content-type"] == "application/json"
    assert body["code"] == code
    assert body["StatusCode"] == answer.status_code
    assert body["details"] == []
    assert body["duration"].endswith("ms")
    message: str = body["message"]
    return message


def test_health_names_the_functions(runtime: Running) -> None:
    answer = requests.get(f"{runtime.base_url}/healthz", timeout=5)
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "worker": "up",
        "store": "ok",
        "functions": sorted(HTTP_FUNCTIONS),
    }


def test_health_answers_only_reading(runtime: Running) -> None:
    assert requests.head(f"{runtime.base_url}/healthz", timeout=5).status_code == 200
    answer = requests.post(f"{runtime.base_url}/healthz", timeout=5)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    _error(answer, 4)


@pytest.mark.parametrize("path", ["/", "/nope", f"{CHECK}/", "/api/v1/rules/a/b", "/healthz/"])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_unknown_paths_get_the_contracts_error(runtime: Running, method: str, path: str) -> None:
    answer = requests.request(method, runtime.base_url + path, timeout=5)
    assert answer.status_code == 404
    assert _error(answer, 16) == f'{method} failed with error: "no such endpoint"'


def test_a_wrong_method_is_told_the_right_ones(runtime: Running) -> None:
    answer = requests.patch(f"{runtime.base_url}/api/v1/rules/r1", timeout=5)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "DELETE, GET, PUT"
    _error(answer, 4)


@pytest.mark.parametrize("function", [*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_queue_function_is_reachable(runtime: Running, method: str, function: str) -> None:
    event = {
        "ce-id": "1",
        "ce-specversion": "1.0",
        "ce-source": "gavel/test",
        "ce-type": f"com.gavel.{function}",
        "content-type": "application/json",
    }
    for path in (f"/{function}", f"//{function}", f"/%2e/{function}", f"{CHECK}/../{function}"):
        request = requests.Request(method, runtime.base_url, headers=event, data="{}").prepare()
        request.url = runtime.base_url + path
        with requests.Session() as session:
            assert session.send(request, timeout=5).status_code == 404


def test_a_preflight_of_a_known_path_is_answered(runtime: Running) -> None:
    for path in (CHECK, "/api/v1/rules/r1"):
        answer = requests.options(runtime.base_url + path, timeout=5)
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "PUT" in answer.headers["access-control-allow-methods"]


def test_the_request_id_comes_back(runtime: Running) -> None:
    headers = {"x-client-request-id": "abc"}
    answer = requests.get(f"{runtime.base_url}/nope", headers=headers, timeout=5)
    assert answer.headers["x-request-id"] == "abc"


def test_the_server_tells_nothing_of_itself(runtime: Running) -> None:
    answer = requests.get(f"{runtime.base_url}/nope", timeout=5)
    assert answer.headers["server"] == "gavel"


def test_an_upgrade_is_answered_as_plain_http(runtime: Running) -> None:
    headers = {
        "connection": "upgrade",
        "upgrade": "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    answer = requests.get(f"{runtime.base_url}/elsewhere", headers=headers, timeout=5)
    assert answer.status_code == 404
    assert json.loads(answer.content)["code"] == 16
