"""Whatever is wrong with a request: the contract's error body, the field named, nothing changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

import orjson
import pytest

from common.configuration.context import now
from common.domain.item import item_key
from common.domain.reporter import new_reporter, reporter_id, reporter_key
from common.domain.times import DAY
from common.http.dialects.hive import TaskDialect
from common.http.matching import Matcher
from common.http.routes import ROUTES
from common.http.routes.route import Route
from common.store.store import Put, Update
from tests.functional import areas, bad_bodies
from tests.functional.areas import approvals
from tests.functional.bad_bodies import LIMIT, Row
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.running import ROOT, Running, running

_ALLOWED = "GET, POST, PUT, PATCH, DELETE, OPTIONS"
_INSIDE = re.compile(
    r"Traceback|File \"|site-packages|\.py\b|sqlite|SELECT|pydantic", re.IGNORECASE
)
_CHECK = "/api/v2/moderation/check"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("bad") / "data", GAVEL_MAX_BODY=str(LIMIT)) as server:
        yield server


@pytest.fixture(scope="module")
def app(server: Server) -> App:
    """With one of everything that requests name."""
    app = server.app("app-a")
    for method, path, body in (
        ("POST", "/api/v2/blocklists", bad_bodies.BLOCK_LIST),
        ("POST", "/api/v2/moderation/config", bad_bodies.POLICY),
        ("PUT", "/api/v1/actions/hook", {**bad_bodies.ACTION, "url": "https://example.com/1"}),
        ("PUT", "/api/v1/rules/rule", bad_bodies.RULE),
        ("PUT", "/api/v1/report_categories/spam", {"name": "Spam"}),
        ("PUT", "/api/v1/image_hash_lists/known", {"label": "Weapons"}),
        ("PUT", "/api/v1/semantic_filters/drugs", bad_bodies.SEMANTIC_FILTER),
        ("POST", "/api/v1/score_keys", {"name": "blog"}),
        ("POST", "/api/v1/task/sync", bad_bodies.VALID["task_sync"]),
    ):
        assert server.call(app, method, path, body).status in (200, 201, 202), path
    return app


@pytest.fixture(scope="module")
def item(server: Server, app: App) -> str:
    flagged = server.call(app, "POST", "/api/v2/moderation/flag", bad_bodies.VALID["flag"])
    id: str = flagged.json()["item_id"]
    return id


@pytest.fixture(scope="module")
def delivery(server: Server, app: App, item: str) -> str:
    """Not sent: nothing consumes the queue."""
    order = {"action_type": "custom", "item_id": item, "custom": {"id": "hook"}, "user_id": "m"}
    assert server.call(app, "POST", "/api/v2/moderation/submit_action", order).status == 201
    query = {"endpoint": "action:hook", "limit": 1}
    (found,) = server.call(app, "GET", "/api/v1/deliveries", query=query).json()["deliveries"]
    id: str = found["id"]
    return id


@pytest.fixture(scope="module")
def ids(server: Server, app: App, item: str, delivery: str) -> dict[str, str]:
    """Those that Gavel gave, by the names that stand for them."""

    def made(method: str, path: str, body: Any) -> Any:
        answered = server.call(app, method, path, body)
        assert answered.status in (200, 201, 202), answered.text
        return answered.json()

    return {"item": item, "delivery": delivery, **areas.things(made, "mark")}


def test_every_endpoint_has_rows() -> None:
    assert bad_bodies.operations_without_rows() == []
    bodies = {route.operation for route in ROUTES if route.body and route.access != "public"}
    assert set(bad_bodies.VALID) == bodies
    assert {*bad_bodies.BY_HAND} <= bodies


def _failing(route: Route, refused: Callable[[Row], None]) -> dict[str, str]:
    """The rows that `refused` finds fault with, by their names, with what it says."""
    found = {}
    for row in bad_bodies.rows(route):
        try:
            refused(row)
        except AssertionError as error:
            found[bad_bodies.identifier(route, row)] = str(error)
    return found


@pytest.mark.parametrize("route", bad_bodies.routes(), ids=lambda route: route.operation)
def test_a_wrong_request_is_refused(
    server: Server, app: App, ids: dict[str, str], route: Route
) -> None:
    """A test for each of the fourteen thousand rows would take three times as long."""
    path = areas.named(bad_bodies.path_of(route), ids)
    before = server.documents()

    def refused(row: Row) -> None:
        query = urlencode({"api_key": app.credentials.key, **row.query})
        headers = {"content-type": "application/json", **app.server(), **row.headers}
        body = row.body
        if isinstance(body, bytes):
            for name, id in ids.items():
                body = body.replace(f"{{{name}}}".encode(), id.encode())
        answer = server.raw(route.method, f"{path}?{query}", headers, body)
        named = ("config_key", "item_id", "policy", "rule_id", "version")
        not_found = answer.status == 404 and row.wrong in named
        assert answer.status == (404 if not_found else row.status), answer.text
        _assert_error(answer, route.operation, 16 if not_found else row.code, row.wrong)
        assert ("return_code" in answer.json()) == isinstance(route.dialect, TaskDialect)
        assert server.documents() == before, "something was changed"

    assert _failing(route, refused) == {}


@pytest.mark.parametrize("route", bad_bodies.facade_routes(), ids=lambda route: route.operation)
def test_a_wrong_request_to_a_facade_is_refused(server: Server, app: App, route: Route) -> None:
    key, before = app.credentials.score_key, server.documents()
    is_in_url = route.dialect.description.name == "perspective"
    asked = {"key": key} if is_in_url else {}
    shown = {"content-type": "application/json", "authorization": f"Bearer {key}"}

    def refused(row: Row) -> None:
        query = urlencode({**asked, **row.query})
        path = f"{bad_bodies.path_of(route)}?{query}"
        answer = server.raw(route.method, path, {**shown, **row.headers}, row.body)
        assert answer.status == row.status, answer.text
        error = answer.json()["error"]
        assert error["message"]
        # OpenAI's errors name one field, whatever else is wrong.
        assert row.wrong is None or row.wrong in answer.text or error.get("param")
        assert not _INSIDE.search(answer.text)
        assert server.documents() == before, "something was changed"

    assert _failing(route, refused) == {}


@pytest.mark.parametrize(
    "route",
    [route for route in bad_bodies.routes() if route.body],
    ids=lambda r: r.path,
)
def test_the_requests_that_the_rows_change_are_right(
    server: Server, app: App, ids: dict[str, str], route: Route
) -> None:
    seen = {"payload": {"images": ["a"]}, "image_hashes": {"0": bad_bodies.HASH}}
    key = item_key(app.name, ids["item"])
    (read,) = server.run(server.context.store.get([key]))
    server.run(server.context.store.commit([Update(key, set=seen, read=read)]))
    if route.operation in approvals.SETTLING:

        def made(method: str, path: str, body: Any) -> Any:
            return server.call(app, method, path, body).json()

        ids = {**ids, "approval": approvals.ask(made, route.operation)}
    body = areas.named(orjson.dumps(bad_bodies.VALID[route.operation]).decode(), ids).encode()
    path = areas.named(bad_bodies.path_of(route), ids)
    asked = bad_bodies.ASKED.get(route.operation)
    if route.operation == "create_block_list":
        # The other path has made one of this name.
        server.call(app, "DELETE", "/api/v2/blocklists/other")
    if route.operation == "promote_rule_shadow":
        started = bad_bodies.VALID["start_rule_shadow"]
        server.call(app, "POST", "/api/v1/rules/rule/shadow", started)
    if route.operation == "allow_reports":
        suspended = new_reporter("reporter", now())
        suspended.update({"judged": 1, "suspended_until": now() + DAY})
        reporter = reporter_key(app.name, reporter_id("reporter"))
        server.run(server.context.store.commit([Put(reporter, suspended)]))
    answer = server.call(app, route.method, path, body, query=asked)
    # Nothing here looks at images; where something does, test_bulk_images has it taken.
    unseen = route.operation == "bulk_image_moderation"
    done = 200 if route.method == "PATCH" else 201
    assert answer.status == (400 if unseen else done), answer.text


def test_half_a_character_is_refused_where_nothing_is_looked_into(
    server: Server, app: App, ids: dict[str, str]
) -> None:
    (route,) = [route for route in ROUTES if route.operation == "put_preferences"]
    path = areas.named(bad_bodies.path_of(route), ids)
    before = server.documents()
    body = b'{"preferences": {"theme": {"\\ud800": null}}}'
    answer = server.call(app, route.method, path, body)
    assert answer.status == 400, answer.text
    _assert_error(answer, route.operation, 4, "preferences")
    assert server.documents() == before


@pytest.mark.parametrize("path", ["/api/v1/try", "/api/v1/rules/try"])
def test_half_a_character_in_a_text_that_is_tried_is_mended(
    server: Server, app: App, path: str
) -> None:
    rule = {} if path == "/api/v1/try" else bad_bodies.VALID["try_rule"]
    body = orjson.dumps({**rule, "text": "HALF"}).replace(b"HALF", rb"\ud800")
    answer = server.call(app, "POST", path, body)
    assert answer.status == 201, answer.text


def test_depth_in_texts_is_no_depth(server: Server, app: App) -> None:
    text = "[" * 500 + '"' + "{" * 500
    body = {**bad_bodies.ENTITY, "moderation_payload": {"texts": [text]}}
    answer = server.call(app, "POST", _CHECK, body)
    assert answer.status == 201, answer.text


@pytest.mark.parametrize("text", ["￿", "\U0010ffff", "‮", "é́", "\x7f\x1b["])
def test_strange_characters_come_back_as_they_were(server: Server, app: App, text: str) -> None:
    body = {
        "entity_type": "odd",
        "entity_id": f"x{text}",
        "entity_creator_id": text,
        "user_id": "r",
    }
    payload = {"texts": [f"{text}\0"], "custom": {text: f"\0{text}"}}
    flagged = server.call(
        app, "POST", "/api/v2/moderation/flag", {**body, "moderation_payload": payload}
    )
    assert flagged.status == 201, flagged.text
    found = server.call(app, "GET", f"/api/v2/moderation/review_queue/{flagged.json()['item_id']}")
    item = found.json()["item"]
    assert (item["entity_id"], item["entity_creator_id"]) == (f"x{text}", text)
    assert item["moderation_payload"] == payload
    asked = {"filter": {"entity_creator_id": text}}
    queued = server.call(app, "POST", "/api/v2/moderation/review_queue", asked).json()["items"]
    assert [each["entity_id"] for each in queued] == [f"x{text}"]


@pytest.mark.parametrize("name", ["entity_type", "entity_id", "entity_creator_id", "user_id"])
def test_ids_have_no_nul(server: Server, app: App, name: str) -> None:
    body = {**bad_bodies.VALID["flag"], name: "a\0b"}
    answer = server.call(app, "POST", "/api/v2/moderation/flag", body)
    assert answer.status == 400
    _assert_error(answer, "flag", 4, name)


@pytest.mark.parametrize("number", [2**53 + 1, 2**63 - 1, 2**64 - 1, 2**70, -(2**70), 1e300])
def test_huge_numbers_in_free_maps_are_kept_or_rounded(
    server: Server, app: App, number: float
) -> None:
    payload = b'{"texts": ["hi"], "custom": {"n": %d}}' % number
    body = b'{"entity_type": "n", "entity_id": "n", "entity_creator_id": "u", "user_id": "r"'
    body += b', "moderation_payload": %s}' % payload
    assert server.call(app, "POST", _CHECK, body).status == 201
    flagged = server.call(app, "POST", "/api/v2/moderation/flag", body)
    found = server.call(app, "GET", f"/api/v2/moderation/review_queue/{flagged.json()['item_id']}")
    kept = found.json()["item"]["moderation_payload"]["custom"]["n"]
    assert kept == number if abs(number) < 2**64 else kept == float(number)


@pytest.mark.parametrize("path", ["/nope", "/", "/api/v2/moderation/check/", "/api/v1/rules/a/b"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
def test_unknown_paths(server: Server, app: App, method: str, path: str) -> None:
    before = server.documents()
    answer = server.call(app, method, path, b"{}")
    assert answer.status == 404
    _assert_error(answer, method, 16)
    assert server.documents() == before


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_a_wrong_method_is_told_the_right_ones(server: Server, app: App, route: Route) -> None:
    path = bad_bodies.path_of(route)
    right = set(Matcher(ROUTES).methods(path))
    before = server.documents()
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "TRACE", "BREW"} - right:
        answer = server.call(app, method, path, b"{}")
        assert answer.status == 405
        assert set(answer.headers["allow"].split(", ")) == right
        _assert_error(answer, method, 4)
    assert server.documents() == before


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_a_preflight_needs_no_token(server: Server, app: App, route: Route) -> None:
    del app
    asked = {
        "origin": "https://dashboard.example",
        "access-control-request-method": route.method,
        "access-control-request-headers": "authorization,x-stream-client",
    }
    answer = server.raw("OPTIONS", bad_bodies.path_of(route), asked)
    assert answer.status == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == _ALLOWED
    # The star does not cover authorization (Fetch standard).
    assert "authorization" in answer.headers["access-control-allow-headers"]
    assert answer.headers["access-control-max-age"] == "86400"


def test_errors_carry_cors_headers_too(server: Server, app: App) -> None:
    for answer in (server.call(app, "GET", "/nope"), server.call(None, "POST", _CHECK, {})):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "x-request-id" in answer.headers["access-control-expose-headers"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/rules/%",
        "/api/v1/rules/%zz",
        "/api/v1/rules/%ff%fe",
        "/api/v1/rules/%00",
        "/api/v1/rules/%ed%a0%80",
        "/api/v1/rules/..%2f..%2fetc%2fpasswd",
        "/api/v2/blocklists/%c3%28",
        "/api/v2/moderation/config/..%2f%2e%2e",
    ],
)
@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_bad_percent_encoding_names_nothing(
    server: Server, app: App, method: str, path: str
) -> None:
    before = server.documents()
    answer = server.call(app, method, path)
    assert answer.status == 404
    _assert_error(answer, None, 16, "id")
    assert server.documents() == before


@pytest.mark.parametrize("id", ["%ff", "a%20b", "a%00b", "x" * 129, "é%25"])
@pytest.mark.parametrize(
    ("collection", "body"),
    [
        ("rules", bad_bodies.RULE),
        ("actions", bad_bodies.ACTION),
        ("report_categories", {"name": "N"}),
    ],
)
def test_bad_ids_are_refused(
    server: Server, app: App, collection: str, body: dict[str, Any], id: str
) -> None:
    before = server.documents()
    answer = server.call(app, "PUT", f"/api/v1/{collection}/{id}", body)
    assert answer.status == 400
    _assert_error(answer, None, 4, "id")
    assert server.documents() == before


@pytest.mark.parametrize("where", ["path", "query"])
def test_a_url_without_end(server: Server, app: App, where: str) -> None:
    long = "x" * 9_000
    path = f"/api/v1/rules/{long}" if where == "path" else f"/api/v1/rules?cursor={long}"
    answer = server.raw("GET", path, app.server())
    assert answer.status == 414
    _assert_error(answer, "get_rule" if where == "path" else "list_rules", 4)


@pytest.mark.parametrize(
    "headers",
    [
        {"x-client-request-id": "é\x01" * 300},
        {"authorization": "é" * 3_000},
        {"authorization": "Bearer "},
        {"authorization": ". . ."},
        {"host": "["},
        {"content-type": "\x00;;="},
        {"accept-encoding": "nonsense"},
    ],
)
def test_strange_headers(server: Server, app: App, headers: dict[str, str]) -> None:
    answer = server.raw("GET", f"/api/v1/rules/x?api_key={app.credentials.key}", headers)
    assert answer.status == 401
    _assert_error(answer, "get_rule", 5)


@pytest.mark.parametrize("query", ["api_key=%ff", "api_key=", "&&==;", "api_key=%00", "%"])
def test_strange_queries(server: Server, app: App, query: str) -> None:
    answer = server.raw("GET", f"/api/v2/tasks/x?{query}", app.server())
    assert answer.status == 401
    _assert_error(answer, "get_task", 2)


def _assert_error(
    answer: Answer, operation: str | None, code: int, wrong_field: str | None = None
) -> None:
    assert answer.headers["content-type"] == "application/json"
    assert 0 < len(answer.headers["x-request-id"]) <= 100
    _assert_error_body(answer.json(), answer.status, code, wrong_field)
    if operation is not None:
        assert answer.json()["message"].startswith(f'{operation} failed with error: "')
    # What is wrong is told, not repeated at length.
    assert len(answer.body) < 20_000
    assert not _INSIDE.search(answer.text), answer.text
    for secret in ("s3cret-", "t0ken-", str(ROOT)):
        assert secret not in answer.text


def _assert_error_body(body: Any, status: int, code: int, wrong_field: str | None) -> None:
    assert body.get("return_code", status) == status
    assert set(body) - {"return_code"} == {
        "code",
        "StatusCode",
        "message",
        "duration",
        "more_info",
        "details",
        "exception_fields",
        "unrecoverable",
    }
    assert (type(body["code"]), body["code"]) == (int, code)
    assert (type(body["StatusCode"]), body["StatusCode"]) == (int, status)
    assert re.fullmatch(r"\d+\.\d\dms", body["duration"])
    assert (body["details"], body["more_info"]) == ([], "")
    assert body["unrecoverable"] is True
    assert all(isinstance(text, str) and text for text in body["exception_fields"].values())
    if wrong_field is not None:
        named = body["exception_fields"]
        assert any(f"{name}.".startswith(f"{wrong_field}.") for name in named), named


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("bad-running") / "data") as runtime:
        yield runtime
        runtime.stop()
        assert "Traceback" not in runtime.log


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b"{", {}, 400, 4),
        (b"[" * 100_000, {}, 400, 4),
        (b"{}", {"content-length": "2000000"}, 413, 22),
        ([b"x" * 300_000] * 4, {"transfer-encoding": "chunked"}, 413, 22),
        (b'{"zzz": NaN}', {}, 400, 4),
        (b"", {}, 400, 4),
    ],
)
def test_the_running_server_refuses_the_same(
    runtime: Running, body: Any, headers: dict[str, str], status: int, code: int
) -> None:
    connection = HTTPConnection("127.0.0.1", runtime.port, timeout=10)
    sent = {"authorization": f"token {runtime.token}", **headers}
    chunked = "transfer-encoding" in headers
    connection.request("POST", "/api/v1/task/sync", body, sent, encode_chunked=chunked)
    response = connection.getresponse()
    answered = orjson.loads(response.read())
    connection.close()
    assert response.status == status
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-request-id"]
    _assert_error_body(answered, status, code, None)
