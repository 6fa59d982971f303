"""Whatever is sent, in whatever part of a request: it is answered, and never by a 5xx."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from common.http.routes import ROUTES
from common.http.routes.route import Route
from tests.functional import bad_bodies
from tests.functional.inprocess import Answer, App, Server, in_process

_HALF = "\ud83d"
_MEMBERS = ("code", "StatusCode", "message", "duration", "more_info", "details")
_FLAG = "/api/v2/moderation/flag"
_SEEN = ("/openapi.json", "/api/v2/app", "/api/v1/log", "/api/v2/blocklists", "/nowhere")
_many = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
_few = settings(_many, max_examples=8)

_text = st.text(st.characters(exclude_categories=())) | st.sampled_from(
    ["", _HALF, "\0", "a" * 2000]
)
_numbers = (
    st.integers()
    | st.floats()
    | st.sampled_from([10**400, -(10**400), 2**63, 2**64, 1e308, True, 10**4299])
)
_json = st.recursive(
    st.none() | st.booleans() | _numbers | _text,
    lambda each: st.lists(each, max_size=3) | st.dictionaries(_text, each, max_size=3),
    max_leaves=8,
)
_claims = st.dictionaries(
    st.sampled_from(["user_id", "exp", "iat", "nbf", "role", "aud", "iss", "sub", "jti", "server"])
    | _text,
    _json,
    max_size=4,
)
_header = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"), max_size=50)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("whatever") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    return _prepared(server, "app-a")


@pytest.fixture(scope="module")
def other(server: Server) -> App:
    """One whose settings nothing changes at random."""
    return _prepared(server, "app-b")


def _prepared(server: Server, name: str) -> App:
    app = server.app(name)
    server.call(app, "POST", "/api/v2/blocklists", bad_bodies.BLOCK_LIST)
    server.call(app, "POST", "/api/v2/moderation/config", bad_bodies.POLICY)
    return app


def _assert_answered(answer: Answer) -> None:
    assert answer.status < 500, answer.text
    body = answer.json()
    if answer.status >= 400:
        assert set(_MEMBERS) <= set(body), body
        assert body["StatusCode"] == answer.status
        assert isinstance(body["code"], int)


def _signed(claims: Any, secret: str) -> str:
    """By hand: a library would look at the claims."""
    parts = [json.dumps(each).encode() for each in ({"alg": "HS256", "typ": "JWT"}, claims)]
    head = b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)
    signature = hmac.digest(secret.encode(), head, sha256)
    return (head + b"." + base64.urlsafe_b64encode(signature).rstrip(b"=")).decode()


@_many
@given(_claims)
@example({"user_id": _HALF})
@example({"user_id": "a\0b"})
@example({"user_id": "u", "exp": 10**400})
@example({"user_id": "u", "exp": float("nan")})
@example({"user_id": "u", "exp": "9" * 400})
def test_any_claims(server: Server, app: App, claims: dict[str, Any]) -> None:
    headers = {"authorization": _signed(claims, app.credentials.secret)}
    body = json.dumps({"entity_type": "post", "entity_id": "1"}).encode()
    for method, path in (("POST", _FLAG), ("POST", "/api/v2/moderation/review_queue")):
        sent = body if path == _FLAG else b"{}"
        target = f"{path}?api_key={app.credentials.key}"
        _assert_answered(server.raw(method, target, headers, sent))


def test_a_token_that_names_half_a_character_names_nobody(server: Server, app: App) -> None:
    headers = {"authorization": _signed({"user_id": _HALF}, app.credentials.secret)}
    answer = server.raw("POST", f"{_FLAG}?api_key={app.credentials.key}", headers, b"{}")
    assert (answer.status, answer.json()["code"]) == (401, 5)


def test_a_token_that_expires_never_is_good(server: Server, app: App) -> None:
    headers = {"authorization": _signed({"exp": 10**400}, app.credentials.secret)}
    answer = server.raw("GET", f"/api/v2/app?api_key={app.credentials.key}", headers)
    assert answer.status == 200


@_many
@given(st.binary(max_size=300), st.sampled_from(_SEEN), st.booleans())
@example(b"&".join([b"a=1"] * 101), "/openapi.json", False)
@example(b"&".join([b"a=1"] * 101), "/api/v2/app", True)
@example(b"&" * 2000, "/api/v2/app", True)
@example(b"limit=%ED%A0%BD&cursor=\xff", "/api/v1/log", True)
def test_any_query(server: Server, app: App, query: bytes, path: str, known: bool) -> None:
    shown = query.replace(b" ", b"+").replace(b"#", b"").decode("latin-1")
    key = f"api_key={app.credentials.key}&" if known else ""
    _assert_answered(server.raw("GET", f"{path}?{key}{shown}", app.server()))


def test_too_many_parameters_and_one_that_is_there_twice_are_named(
    server: Server, app: App
) -> None:
    key = f"api_key={app.credentials.key}"
    for query, name in (
        ("&".join([key] * 101), "query"),
        (f"{key}&team=a&team=b", "team"),
        (f"{key}&tema=a", "tema"),
    ):
        answer = server.raw("GET", f"/api/v2/blocklists?{query}", app.server())
        assert answer.status == 400
        assert set(answer.json()["exception_fields"]) == {name}


def test_a_user_acts_as_nobody_else(server: Server, app: App) -> None:
    body = {"entity_type": "post", "entity_id": "1"}
    own = server.call(app, "POST", _FLAG, body, auth=app.user("u"), query={"user_id": "u"})
    assert own.status == 201
    other = server.call(app, "POST", _FLAG, body, auth=app.user("u"), query={"user_id": "v"})
    assert (other.status, set(other.json()["exception_fields"])) == (403, {"user_id"})


@_many
@given(
    st.sampled_from(
        ["authorization", "content-type", "content-length", "x-client-request-id", "accept", "x-y"]
    ),
    _header,
    st.sampled_from(["/api/v2/moderation/check", "/api/v1/task/sync"]),
)
def test_any_header(server: Server, app: App, name: str, value: str, path: str) -> None:
    headers = {**app.server(), name: value}
    target = f"{path}?api_key={app.credentials.key}"
    _assert_answered(server.raw("POST", target, headers, b"{}"))


_ROUTES = [
    route
    for route in ROUTES
    if route.body and not (bad_bodies.is_of_facade(route) or bad_bodies.is_of_page(route))
]


@pytest.mark.parametrize("route", _ROUTES, ids=lambda route: f"{route.method} {route.path}")
@_few
@given(
    body=_json.map(json.dumps).map(str.encode) | st.binary(max_size=200),
    kind=st.sampled_from(
        ["application/json", "application/x-www-form-urlencoded", "text/plain", ""]
    ),
)
def test_any_body(server: Server, app: App, route: Route, body: bytes, kind: str) -> None:
    headers = {**app.server(), "content-type": kind}
    target = f"{bad_bodies.path_of(route)}?api_key={app.credentials.key}"
    _assert_answered(server.raw(route.method, target, headers, body))


@pytest.mark.parametrize("route", _ROUTES, ids=lambda route: f"{route.method} {route.path}")
@_few
@given(data=st.data())
def test_anything_in_one_place_of_a_request(
    server: Server, app: App, route: Route, data: st.DataObject
) -> None:
    """A valid request in which one value, at whatever depth, is another."""
    request = json.loads(json.dumps(bad_bodies.VALID[route.operation]))
    place: Any = request
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        inner = place[key]
        if not inner or not isinstance(inner, dict | list) or data.draw(st.booleans()):
            place[key] = data.draw(_json)
            break
        place = inner
    target = f"{bad_bodies.path_of(route)}?api_key={app.credentials.key}"
    body = json.dumps(request).encode()
    _assert_answered(server.raw(route.method, target, app.server(), body))


@_many
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=20))
@example(_HALF)
@example("%ED%A0%BD")
def test_any_name_in_a_path(server: Server, app: App, name: str) -> None:
    for method, path in (
        ("GET", "/api/v2/blocklists/"),
        ("GET", "/api/v2/moderation/config/"),
        ("DELETE", "/api/v1/rules/"),
        ("GET", "/api/v1/deliveries/"),
        ("GET", "/api/v1/endpoints/"),
    ):
        target = f"{path}{quote(name, safe='', errors='surrogatepass')}"
        answer = server.raw(method, f"{target}?api_key={app.credentials.key}", app.server())
        _assert_answered(answer)


def _check(text: str) -> dict[str, Any]:
    return {
        "entity_type": "post",
        "entity_id": f"cut-{len(text)}",
        "entity_creator_id": "u",
        "config_key": "policy",
        "moderation_payload": {"texts": [text], "custom": {"title": text}},
    }


@pytest.mark.parametrize("half", [_HALF, "\udc00", "😀"[:1] + _HALF])
def test_half_a_character_is_judged_with_the_text_around_it(
    server: Server, other: App, half: str
) -> None:
    """As JSON.stringify writes what a client cut in the middle of an emoji."""
    body = json.dumps(_check(f"grobble {half}")).encode()
    answer = server.call(other, "POST", "/api/v2/moderation/check", body)
    assert answer.status == 201, answer.text
    item = answer.json()["item"]
    whole = f"grobble {half[:-1]}\ufffd"
    assert answer.json()["recommended_action"] == "flag"
    assert item["moderation_payload"] == {"texts": [whole], "custom": {"title": whole}}
    again = server.call(other, "GET", f"/api/v2/moderation/review_queue/{item['id']}").json()[
        "item"
    ]
    assert again["moderation_payload"] == item["moderation_payload"]


def test_half_a_character_in_hives_manner(server: Server, other: App) -> None:
    body = {
        "post_id": "half",
        "user_id": "u",
        "text_data": f"hi {_HALF}",
        "user_metadata": {"a": _HALF},
    }
    sent = json.dumps(body).encode()
    assert server.raw("POST", "/api/v1/task/sync", other.hive(), sent).status == 201
    form = {"content-type": "application/x-www-form-urlencoded", **other.hive()}
    sent = b'post_id=half2&user_id=u&text_data=hi&user_metadata={"a": "\\ud83d"}'
    assert server.raw("POST", "/api/v1/task/sync", form, sent).status == 201


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"entity_id": f"a{_HALF}"}, "entity_id"),
        ({"entity_type": _HALF}, "entity_type"),
        ({"entity_creator_id": _HALF}, "entity_creator_id"),
        ({"config_key": _HALF}, "config_key"),
        ({"moderation_payload": {"images": [_HALF]}}, "moderation_payload.images.0"),
        ({"moderation_payload": {"custom": {_HALF: 1}}}, "moderation_payload.custom.\ufffd"),
    ],
)
def test_half_a_character_in_a_name_is_refused_by_name(
    server: Server, other: App, change: dict[str, Any], named: str
) -> None:
    body = json.dumps({**_check("hi"), **change}).encode()
    before = server.documents()
    answer = server.call(other, "POST", "/api/v2/moderation/check", body)
    assert answer.status == 400, answer.text
    assert named in answer.json()["exception_fields"]
    assert server.documents() == before


@pytest.mark.parametrize(
    ("path", "operation"),
    [("/api/v1/report_categories/c", "put_report_category"), ("/api/v1/actions/b", "put_action")],
)
def test_json_under_curls_header_is_json(
    server: Server, other: App, path: str, operation: str
) -> None:
    """What `curl -d` says of every body."""
    headers = {"content-type": "application/x-www-form-urlencoded", **other.hive()}
    body = b"\n " + json.dumps(bad_bodies.VALID[operation]).encode()
    assert server.raw("PUT", path, headers, body).status == 201
    answer = server.raw("PUT", path, headers, b"{not json")
    assert answer.status == 400
    assert answer.json()["exception_fields"]["body"].startswith("is not JSON")
