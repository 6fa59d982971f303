from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from common.delivery.callback import USER_AGENT, Callback, build
from common.outgoing.calls import OutgoingRequest
from tests.receiver import Receiver, answer
from tests.unit.outgoing.conftest import SendTo

URL = "https://customer.example/ban"
DATA: dict[str, object] = {"post_id": "p 1", "user_id": "u&1", "rule": None, "post": {"text": "é"}}


def request_of(data: dict[str, object] = DATA, **fields: Any) -> OutgoingRequest:
    return build(Callback(**({"url": URL} | fields)), data, "dlv_1", 1)


def body_of(request: OutgoingRequest) -> Any:
    assert request.body is not None
    return json.loads(request.body)


def query_of(request: OutgoingRequest) -> dict[str, list[str]]:
    return parse_qs(urlsplit(request.url).query, keep_blank_values=True)


def test_a_post_carries_the_data_as_json_under_our_names() -> None:
    request = request_of()
    assert (request.method, request.url) == ("POST", URL)
    assert request.headers["Content-Type"] == "application/json"
    assert body_of(request) == DATA


def test_a_get_carries_everything_in_the_query() -> None:
    request = request_of(method="GET")
    assert request.body is None
    assert "Content-Type" not in request.headers
    assert "p%201" in request.url
    assert query_of(request) == {
        "post_id": ["p 1"],
        "user_id": ["u&1"],
        "post": ['{"text":"\\u00e9"}'],
    }


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_mapped_names_replace_ours_and_the_rest_is_not_sent(method: str) -> None:
    request = request_of(method=method, parameters={"post_id": "serial", "group_id": "room"})
    if method == "POST":
        assert body_of(request) == {"serial": "p 1"}
    else:
        assert query_of(request) == {"serial": ["p 1"]}


def test_the_url_keeps_its_own_query_and_gains_the_extra() -> None:
    request = request_of(url=URL + "?a=%2F&b", extra_query={"token": "x y", "a": "2"})
    assert request.url == URL + "?a=%2F&b&token=x%20y&a=2"


def test_a_get_adds_the_data_after_the_extra_query() -> None:
    request = request_of({"post_id": "1"}, method="GET", url=URL + "?a=1", extra_query={"b": "2"})
    assert request.url == URL + "?a=1&b=2&post_id=1"


def test_values_of_other_types_are_json_in_a_query() -> None:
    request = request_of({"n": 3, "yes": True, "list": ["a"]}, method="GET")
    assert query_of(request) == {"n": ["3"], "yes": ["true"], "list": ['["a"]']}


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_half_a_surrogate_pair_in_the_data_is_no_obstacle(method: str) -> None:
    assert request_of({"text": "\ud83d"}, method=method).url.startswith(URL)


def test_attempts_share_the_delivery_id() -> None:
    first, second = (build(Callback(URL), DATA, "dlv_1", attempt) for attempt in (1, 2))
    assert first.headers["X-Webhook-Id"] == second.headers["X-Webhook-Id"] == "dlv_1"
    assert (first.headers["X-Webhook-Attempt"], second.headers["X-Webhook-Attempt"]) == ("1", "2")
    assert first.body == second.body


def test_the_sequence_number_is_told_where_there_is_one() -> None:
    assert "X-Webhook-Sequence" not in request_of().headers
    assert build(Callback(URL), DATA, "dlv_1", 1, 7).headers["X-Webhook-Sequence"] == "7"


def test_attempts_count_from_one() -> None:
    with pytest.raises(ValueError):
        build(Callback(URL), DATA, "dlv_1", 0)


@pytest.mark.parametrize(
    ("header", "value", "sent"),
    [
        ("X-Token", "abc", {"X-Token": "abc"}),
        (None, "Bearer abc", {"Authorization": "Bearer abc"}),
        ("X-Token", None, {}),
    ],
)
def test_the_auth_header_is_sent_when_it_has_a_value(
    header: str | None, value: str | None, sent: dict[str, str]
) -> None:
    ours = {"User-Agent", "X-Webhook-Id", "X-Webhook-Attempt", "Content-Type"}
    headers = request_of(auth_header=header, auth_value=value).headers
    assert {name: text for name, text in headers.items() if name not in ours} == sent


@pytest.mark.parametrize(
    "name", ["", "X Token", "X:Token", "X\r\nY", "X-Token\n", "Zugriffsschlüssel"]
)
def test_a_bad_header_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError):
        Callback(URL, auth_header=name, auth_value="abc")


@pytest.mark.parametrize(
    "name",
    [
        "Host",
        "content-length",
        "Transfer-Encoding",
        "X-Webhook-Id",
        "x-webhook-sequence",
        "webhook-id",
        "Webhook-Signature",
        "webhook-timestamp",
        "X-Signature",
        "X-Api-Key",
    ],
)
def test_headers_that_are_gavels_to_say_cannot_be_set(name: str) -> None:
    with pytest.raises(ValueError):
        Callback(URL, auth_header=name, auth_value="abc")


@pytest.mark.parametrize(
    "value",
    ["", " secret", "secret ", "secret\r\nX: 1", "secret\n", "\x00secret", "secret\x7f", "secret€"],
)
def test_a_bad_header_value_is_refused_and_not_quoted(value: str) -> None:
    with pytest.raises(ValueError) as caught:
        Callback(URL, auth_header="X-Token", auth_value=value)
    assert "secret" not in str(caught.value)


def test_a_delivery_id_that_breaks_a_header_is_refused() -> None:
    with pytest.raises(ValueError):
        build(Callback(URL), DATA, "dlv\r\nX: 1", 1)


@pytest.mark.parametrize("parameters", [{"post_id": ""}, {"post_id": "id", "user_id": "id"}])
def test_names_that_would_collide_are_refused(parameters: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        Callback(URL, parameters=parameters)


def test_secrets_do_not_show_in_a_repr() -> None:
    url = URL + "?key=hunter2-own"
    callback = Callback(url, auth_value="hunter2-value", extra_query={"key": "hunter2-query"})
    assert "hunter2" not in repr(callback)
    assert "hunter2" not in repr(build(callback, DATA, "dlv_1", 1))


def test_the_user_agent_tells_the_projects_version() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())["project"]
    assert f"Gavel/{project['version']}" == USER_AGENT


def test_a_callback_arrives_as_it_was_built(receiver: Receiver, send_to: SendTo) -> None:
    receiver.on("/ban", answer(200))
    callback = Callback(receiver.url("/ban?own=1"), auth_value="Bearer abc")
    request = build(callback, DATA, "dlv_1", 2)
    assert send_to(request.url, dict(request.headers)).status == 200
    (received,) = receiver.requests
    assert received.query == {"own": ["1"]}
    assert received.headers["User-Agent"] == USER_AGENT
    assert received.headers["Authorization"] == "Bearer abc"
    assert received.headers["X-Webhook-Attempt"] == "2"
