"""Who may call what, that no app sees or changes another's data, and that secrets stay inside."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import pytest

from common.http.dialects.stream import StreamDialect
from common.http.routes import ROUTES
from common.http.routes.route import Route
from tests.functional import areas, bad_bodies
from tests.functional.facades import SUGGEST
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.functional.staff import signed_in
from tests.receiver import Handler, Receiver, answer

_PROTECTED = [route for route in ROUTES if route.access != "public"]
_OURS = [
    route
    for route in _PROTECTED
    if not bad_bodies.is_of_facade(route) and not bad_bodies.is_of_page(route)
]
_LOOKING = [
    route
    for route in _OURS
    if route.method in ("GET", "DELETE")
    and isinstance(route.dialect, StreamDialect)
    and route.access in ("user", "moderator")
    and not route.about_user
]
_V2 = "/api/v2/moderation"
_MARK = "alphaonly"
_AUTH_VALUE = "auth-value-of-the-action"
_PROVIDER_KEY = "sk-of-the-provider"
_SIGNING_SECRET = "whsec_" + "s3cretXa" * 4
_SIGNING_KEY = "whsk_" + "s3cretXa" * 5 + "ABA="
_THEIRS: dict[str, Callable[[Tenant], str]] = {
    f"{_V2}/review_queue/{{id:path}}": lambda tenant: f"{_V2}/review_queue/{tenant.item}",
    "/api/v2/tasks/{id}": lambda tenant: f"/api/v2/tasks/{tenant.task}",
    "/tasks/{id}": lambda tenant: f"/tasks/{tenant.task}",
    "/api/v1/deliveries/{id}": lambda tenant: f"/api/v1/deliveries/{tenant.delivery}",
    "/api/v1/deliveries/{id}/retry": lambda tenant: f"/api/v1/deliveries/{tenant.delivery}/retry",
    "/api/v1/deliveries/{id}/cancel": lambda tenant: f"/api/v1/deliveries/{tenant.delivery}/cancel",
    "/api/v1/log/{id}/retry": lambda tenant: f"/api/v1/log/{tenant.entry}/retry",
    "/api/v1/score_keys/{id}": lambda tenant: f"/api/v1/score_keys/{tenant.score_key}",
    "/api/v1/suggested_scores/{id}": lambda tenant: f"/api/v1/suggested_scores/{tenant.suggestion}",
    "/api/v1/sessions/{id}": lambda tenant: f"/api/v1/sessions/{tenant.session}",
    "/api/v1/resendings/{id}": lambda tenant: f"/api/v1/resendings/{tenant.resending}",
}
"""Where the path has an id that Gavel made: it names nothing in any other app."""
_NAMED_BY_BOTH = (
    "blocklists",
    "config",
    "rules",
    "actions",
    "report_categories",
    "semantic_filters",
    "providers",
    "image_hash_lists",
    "endpoints",
    "users",
    "authority_orders",
    "batches",
    "complainants",
    "statement_settings",
    "statement_templates",
)


@dataclass(frozen=True, slots=True)
class Tenant:
    """An app and the ids of what it has; the texts in it carry `mark`."""

    app: App
    mark: str
    item: str
    task: str
    delivery: str
    entry: str
    resending: str
    score_key: str
    session: str
    suggestion: str
    things: dict[str, str]


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        receiver.always("/echo", _echo)
        yield receiver


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("isolation") / "data"
    with in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1") as server:
        del receiver
        yield server


@pytest.fixture(scope="module")
def alpha(server: Server, receiver: Receiver) -> Tenant:
    return _tenant(server, server.app("app-a"), _MARK, receiver)


@pytest.fixture(scope="module")
def beta(server: Server, alpha: Tenant, receiver: Receiver) -> Tenant:
    """Has everything that alpha has, by the same names."""
    tenant = _tenant(server, server.app("app-b"), "betaonly", receiver)
    assert alpha.item != tenant.item
    return tenant


@pytest.fixture(scope="module")
def empty(server: Server, alpha: Tenant) -> App:
    del alpha
    return server.app("app-c")


def _echo(handler: Handler) -> None:
    answer(200, str(handler.headers).encode())(handler)


def _tenant(server: Server, app: App, mark: str, receiver: Receiver) -> Tenant:
    def made(method: str, path: str, body: Any) -> Any:
        answered = server.call(app, method, path, body)
        assert answered.status in (200, 201, 202), answered.text
        return answered.json()

    content = {**bad_bodies.ENTITY, "moderation_payload": {"texts": [f"{mark} grobble"]}}
    action = {"name": mark, "kind": "post", "url": receiver.url("/echo")}
    secret = {"auth_header": "X-Key", "auth_value": _AUTH_VALUE}
    made("POST", "/api/v2/blocklists", {"name": "words", "words": ["grobble", mark]})
    policy = {**bad_bodies.POLICY, "ai_audio_config": {"profile": mark}}
    made("POST", f"{_V2}/config", policy)
    made("PUT", "/api/v1/actions/hook", {**action, **secret})
    made("PUT", "/api/v1/report_categories/spam", {"name": mark})
    made("PUT", "/api/v1/semantic_filters/drugs", {"phrases": [mark]})
    provider = next(r for r in ROUTES if r.operation == "put_provider")
    asked = {**bad_bodies.VALID["put_provider"], "model": mark, "key": _PROVIDER_KEY}
    made("PUT", bad_bodies.path_of(provider), asked)
    hashes = next(r for r in ROUTES if r.operation == "put_image_hash_list")
    named = {**bad_bodies.VALID["put_image_hash_list"], "label": mark}
    made("PUT", bad_bodies.path_of(hashes), named)
    made("PUT", "/api/v1/rules/rule", {**bad_bodies.RULE, "name": mark})
    signing = {"signing_secrets": [_SIGNING_SECRET], "signing_keys": [_SIGNING_KEY]}
    made("POST", f"{_V2}/config", {"key": mark})
    made("PUT", "/api/v1/settings", {"default_policy": mark, **signing})
    webhook = {"id": "hook", "webhook_url": receiver.url(f"/{mark}")}
    made(
        "PATCH",
        "/api/v2/app",
        {"event_hooks": [webhook], "webhook_events": ["review_queue_item.new"]},
    )
    made("POST", "/api/v2/users", {"users": {"author": {"id": "author", "name": mark}}})
    made("POST", "/api/v1/task/sync", {**bad_bodies.VALID["task_sync"], "text_data": mark})
    task = made("POST", "/api/v1/task/async", {**bad_bodies.VALID["task_async"], "text_data": mark})
    made("POST", f"{_V2}/check", {**content, "config_key": "policy"})
    flag = {**bad_bodies.VALID["flag"], "reason": mark, "user_id": "author"}
    item = made("POST", f"{_V2}/flag", flag)["item_id"]
    act = {"action_type": "custom", "item_id": item, "user_id": mark, "custom": {"id": "hook"}}
    made("POST", f"{_V2}/submit_action", {**act, "decision_reason": mark})
    made("POST", "/api/v1/actions/hook/test", {"data": {"post_id": mark}})
    (delivery,) = made("GET", "/api/v1/deliveries", None)["deliveries"]
    entry = made("GET", "/api/v1/log", None)["entries"][0]["id"]
    redeliver = bad_bodies.VALID["redeliver_endpoint"]
    job = made("POST", "/api/v1/endpoints/action:hook/redeliver", redeliver)["resending"]["id"]
    key = made("POST", "/api/v1/score_keys", {"name": mark})["score_key"]["id"]
    suggested = _suggested(server, app, mark)
    signed_in(server, app, mark)
    (session,) = made("GET", "/api/v1/sessions", None)["sessions"]
    ids = {"item": item, **areas.things(made, mark)}
    return Tenant(
        app,
        mark,
        item,
        task["task_id"],
        delivery["id"],
        entry,
        job,
        key,
        session["id"],
        suggested,
        ids,
    )


def _suggested(server: Server, app: App, mark: str) -> str:
    body = {**bad_bodies.VALID["suggest_comment_score"], "communityId": mark}
    path = f"{SUGGEST}?key={app.credentials.score_key}"
    assert server.raw("POST", path, {}, orjson.dumps(body)).status == 200
    (found,) = server.call(app, "GET", "/api/v1/suggested_scores").json()["suggested_scores"]
    id: str = found["id"]
    return id


def _path(route: Route, tenant: Tenant) -> str:
    theirs = _THEIRS.get(route.path)
    return theirs(tenant) if theirs else areas.named(bad_bodies.path_of(route), tenant.things)


def _body(route: Route, tenant: Tenant) -> bytes | None:
    if route.operation not in bad_bodies.VALID:
        return None
    text = orjson.dumps(bad_bodies.VALID[route.operation]).decode()
    body = areas.named(text, tenant.things).encode()
    return body.replace(b'"ids":[]', orjson.dumps({"ids": [tenant.entry]})[1:-1])


def _identities(route: Route, app: App) -> list[tuple[Mapping[str, str], str]]:
    jwt = (app.server(), app.credentials.key)
    return [jwt] if isinstance(route.dialect, StreamDialect) else [jwt, (app.hive(), "")]


def _ids(route: Route) -> str:
    return f"{route.method} {route.path}"


def test_every_route_with_an_id_is_covered() -> None:
    for route in ROUTES:
        if "{" in route.path and route.access != "public":
            is_made = "{" in bad_bodies.path_of(route)
            is_named = any(name in route.path for name in _NAMED_BY_BOTH)
            assert route.path in _THEIRS or is_made or is_named
    public = [
        route.path
        for route in ROUTES
        if route.access == "public" and not bad_bodies.is_of_page(route)
    ]
    # Whoever knows a file's token may have it: test_exports.
    files = "/api/v1/files/{token}"
    assert public == ["/hi", "/openapi.json", files, "/$discovery/rest", "/batch"]


@pytest.mark.parametrize("route", _OURS, ids=_ids)
def test_another_app_neither_sees_nor_changes_anything(
    server: Server, alpha: Tenant, beta: Tenant, route: Route
) -> None:
    before = server.documents("app-a")
    for auth, key in _identities(route, beta.app):
        answered = server.call(
            beta.app,
            route.method,
            _path(route, alpha),
            _body(route, alpha),
            auth=auth,
            query={"api_key": key},
        )
        assert answered.status < 500
        assert _MARK not in answered.text
        if route.path in _THEIRS or route.operation == "submit_action":
            assert (answered.status, answered.json()["code"]) == (404, 16)
        if route.operation == "mark_read":
            assert answered.json()["marked"] == 0
    assert server.documents("app-a") == before
    if route.method == "DELETE":
        _restore(server, beta.app, route)


def _restore(server: Server, app: App, route: Route) -> None:
    for made in ROUTES:
        if made.body and made.operation in (
            "upsert_config",
            "put_rule",
            "put_action",
            "put_report_category",
            "put_semantic_filter",
            "put_provider",
        ):
            body = bad_bodies.VALID[made.operation]
            server.call(app, made.method, bad_bodies.path_of(made), body)
    if "blocklists" in route.path:
        server.call(app, "POST", "/api/v2/blocklists", bad_bodies.BLOCK_LIST)


@pytest.mark.parametrize("route", _PROTECTED, ids=_ids)
def test_an_empty_app_stays_empty(server: Server, alpha: Tenant, empty: App, route: Route) -> None:
    if route.method != "GET" and route.operation not in ("query_review_queue", "query_configs"):
        return
    answered = server.call(empty, route.method, _path(route, alpha), _body(route, alpha))
    if route.operation == "get_statement_setting":
        # Built-in actions are every app's; what they state is not.
        assert answered.json()["statement_setting"]["missing"] == ["statement"]
        return
    if "{" in route.path:
        assert answered.status == 404
        return
    if route.operation == "get_transparency_csv":
        # Figures are there of nothing as well.
        asked = {"from": "2026-01-01", "to": "2026-12-31"}
        answered = server.call(empty, "GET", route.path, query=asked)
        rows = [line.split(",") for line in answered.text.splitlines()[1:]]
        assert not any(row[-1].isdigit() and int(row[-1]) for row in rows), answered.text
        return
    if route.media:
        assert answered.text.count("\n") == 1, "a heading and nothing else"
        return
    shown = answered.json()
    named = ("items", "configs", "rules", "actions", "report_categories")
    for name in (
        *named,
        "semantic_filters",
        "providers",
        "image_hash_lists",
        "score_keys",
        "suggested_scores",
        "entries",
    ):
        assert shown.get(name, []) == []
    assert shown.get("deliveries", []) == shown.get("endpoints", []) == []
    assert [each["name"] for each in shown.get("blocklists", ())] in ([], ["profanity_en_2020_v1"])
    assert set(shown.get("stats", {"texts": 0}).values()) == {0}
    assert shown.get("unread", 0) == 0
    assert shown.get("settings", {"default_policy": "default"})["default_policy"] == "default"


@pytest.mark.parametrize("path", ["/api/v1/rules", "/api/v1/log", "/api/v1/actions"])
def test_a_cursor_of_another_app_leads_nowhere(
    server: Server, alpha: Tenant, beta: Tenant, path: str
) -> None:
    for number in range(2):
        rule = {**bad_bodies.RULE, "name": _MARK}
        server.call(alpha.app, "PUT", f"/api/v1/rules/more{number}", rule)
        action = {"name": _MARK, "kind": "user", "url": f"http://127.0.0.1/{number}"}
        server.call(alpha.app, "PUT", f"/api/v1/actions/more{number}", action)
    cursor = server.call(alpha.app, "GET", path, query={"limit": 1}).json()["next"]
    query = {"limit": 1, "cursor": cursor}
    assert server.call(alpha.app, "GET", path, query=query).status == 200
    answered = server.call(beta.app, "GET", path, query=query)
    assert answered.status == 400
    assert answered.json()["exception_fields"] == {"cursor": "is not a cursor of this query"}


def test_a_queue_cursor_of_another_app_shows_nothing(
    server: Server, alpha: Tenant, beta: Tenant
) -> None:
    for number in range(3):
        flag = {**bad_bodies.VALID["flag"], "entity_id": f"{_MARK}{number}"}
        server.call(alpha.app, "POST", f"{_V2}/flag", flag)
    queue = f"{_V2}/review_queue"
    cursor = server.call(alpha.app, "POST", queue, {"limit": 1}).json()["next"]
    answered = server.call(beta.app, "POST", queue, {"limit": 5, "next": cursor})
    assert _MARK not in answered.text


@pytest.mark.parametrize("route", _PROTECTED, ids=_ids)
def test_strangers_are_refused(server: Server, alpha: Tenant, beta: Tenant, route: Route) -> None:
    key = alpha.app.credentials.key
    good = alpha.app.signed({})
    head, claims, _ = good.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').decode().rstrip("=")
    deep = base64.urlsafe_b64encode(b'{"alg":' + b"[" * 5_000).decode().rstrip("=")
    strangers: list[tuple[str | None, str]] = [
        (None, key),
        ("", key),
        ("token ", ""),
        ("token nonsense", ""),
        (f"token {alpha.app.credentials.secret}", ""),
        (f"token {alpha.app.credentials.token[:-1]}", ""),
        (good, ""),
        (good, "nonsense"),
        (good, f"{key} "),
        (beta.app.signed({}), key),
        (good, beta.app.credentials.key),
        (alpha.app.signed({}, "another-secret-of-more-than-32-bytes"), key),
        (f"{none}.{claims}.", key),
        (f"{head}.{claims}.devtoken", key),
        (f"{deep}.{claims}.x", key),
        (f"{head}.{claims}", key),
        (alpha.app.credentials.secret, key),
        (alpha.app.signed({"exp": int(time.time()) - 60}), key),
        (alpha.app.signed({"user_id": ""}), key),
        (alpha.app.signed({"user_id": ["author"]}), key),
    ]
    if isinstance(route.dialect, StreamDialect):
        strangers.append((f"token {alpha.app.credentials.token}", key))
        strangers.append((f"token {alpha.app.credentials.token}", ""))
    before = server.documents()
    for authorization, api_key in strangers:
        auth = {} if authorization is None else {"authorization": authorization}
        answered = server.call(
            alpha.app,
            route.method,
            _path(route, alpha),
            _body(route, alpha),
            auth=auth,
            query={"api_key": api_key},
        )
        if bad_bodies.is_of_facade(route):
            assert answered.status in (400, 401), (authorization, answered.text)
            assert re.search("API_KEY_INVALID|invalid_api_key", answered.text)
        else:
            assert answered.status in (401, 403), (authorization, answered.text)
            assert answered.json()["code"] in (2, 5, 40, 43), (authorization, answered.text)
        assert _MARK not in answered.text
        _assert_no_secret(answered.text)
    assert server.documents() == before


def test_what_is_wrong_with_a_body_is_told_to_nobody_else(server: Server, alpha: Tenant) -> None:
    answered = server.call(alpha.app, "POST", f"{_V2}/check", b"[" * 99, auth={})
    assert answered.status == 401


@pytest.mark.parametrize("role", [None, "user", "moderator", "admin", "stored"])
@pytest.mark.parametrize("route", _OURS, ids=_ids)
def test_a_users_token_reaches_what_access_allows(
    server: Server, beta: Tenant, route: Route, role: str | None
) -> None:
    stored = {"users": {"keeper": {"id": "keeper", "role": "moderator"}}}
    assert server.call(beta.app, "POST", "/api/v2/users", stored).status == 201
    user = "keeper" if role == "stored" else "somebody"
    is_moderator = role in ("moderator", "admin", "stored")
    auth = beta.app.user(user, None if role == "stored" else role)
    before = server.documents("app-b")
    answered = server.call(
        beta.app, route.method, _path(route, beta), _body(route, beta), auth=auth
    )
    if route.access in ("user", "guest") or (route.access == "moderator" and is_moderator):
        refused = _refuses_others(route, answered)
        assert answered.status in (200, 201, 400, 404) or refused, answered.text
        if route.method == "DELETE":
            _restore(server, beta.app, route)
    else:
        assert (answered.status, answered.json()["code"]) == (403, 17)
        assert server.documents("app-b") == before


def _refuses_others(route: Route, answered: Answer) -> bool:
    """What is called about, or in the name of, nobody but oneself: the answer names another's."""
    is_named = answered.status == 403 and bool(answered.json()["exception_fields"])
    return is_named and route.operation in ("appeal", "get_appeal", "ban", "ban_v1")


@pytest.mark.parametrize("route", _LOOKING, ids=_ids)
def test_no_query_names_another_than_the_tokens_user(
    server: Server, beta: Tenant, route: Route
) -> None:
    role = None if route.access == "user" else "moderator"
    asked = {**bad_bodies.ASKED.get(route.operation, {}), "user_id": "victim"}
    auth = beta.app.user("somebody", role)
    answered = server.call(beta.app, route.method, _path(route, beta), auth=auth, query=asked)
    assert (answered.status, answered.json()["code"]) == (403, 17), answered.text
    assert answered.json()["exception_fields"] == {"user_id": "is not the token's user"}
    if route.method == "GET":
        own = {**asked, "user_id": "somebody"}
        answered = server.call(beta.app, "GET", _path(route, beta), auth=auth, query=own)
        assert answered.status in (200, 400, 403, 404), answered.text
        assert "user_id" not in answered.json().get("exception_fields", {})


def test_queries_about_a_user_are_no_user_s() -> None:
    assert {route.operation: route.access for route in ROUTES if route.about_user} == {
        "get_complainant": "server",
        "get_user_moderation_report": "moderator",
        "list_content": "server",
        "list_reports": "server",
        "list_statements": "server",
    }


def test_a_users_token_acts_for_nobody_else(server: Server, beta: Tenant) -> None:
    body = {"entity_type": "t", "entity_id": "t", "user_id": "victim", "user": {"id": "victim"}}
    auth = beta.app.user("somebody")
    item = server.call(beta.app, "POST", f"{_V2}/flag", body, auth=auth).json()["item_id"]
    shown = server.call(beta.app, "GET", f"{_V2}/review_queue/{item}").json()["item"]
    assert [flag["user_id"] for flag in shown["flags"]] == ["somebody"]


def test_a_users_role_elsewhere_is_no_role_here(
    server: Server, alpha: Tenant, beta: Tenant
) -> None:
    stored = {"users": {"boss": {"id": "boss", "role": "admin"}}}
    assert server.call(alpha.app, "POST", "/api/v2/users", stored).status == 201
    queue = f"{_V2}/review_queue"
    auth = beta.app.user("boss")
    assert server.call(beta.app, "POST", queue, {}, auth=auth).status == 403
    assert server.call(alpha.app, "POST", queue, {}, auth=alpha.app.user("boss")).status == 201


@pytest.mark.parametrize("route", ROUTES, ids=_ids)
def test_no_answer_and_no_log_line_has_a_secret(
    server: Server, beta: Tenant, route: Route, capfd: pytest.CaptureFixture[str]
) -> None:
    answers: list[Answer] = []
    path = _path(route, beta)
    for auth, key in [*_identities(route, beta.app), ({"authorization": "x"}, "")]:
        for body in (_body(route, beta), b"{", b'{"auth_value": {"a": 1}}'):
            answers.append(
                server.call(beta.app, route.method, path, body, auth=auth, query={"api_key": key})
            )
    if route.method == "DELETE":
        _restore(server, beta.app, route)
    for answered in answers:
        assert answered.status < 500
        _assert_no_secret(answered.text + str(answered.headers))
    printed = "".join(capfd.readouterr())
    assert route.operation in printed
    _assert_no_secret(printed)
    assert beta.app.server()["authorization"] not in printed


def test_an_echo_of_the_secret_is_not_passed_on(
    server: Server, beta: Tenant, receiver: Receiver, capfd: pytest.CaptureFixture[str]
) -> None:
    url = receiver.url("/echo?n=2")
    action = {"name": "Echo", "kind": "post", "url": url, "auth_header": "X-Key"}
    answered = server.call(
        beta.app, "PUT", "/api/v1/actions/echo", {**action, "auth_value": _AUTH_VALUE}
    )
    assert answered.json()["action"]["has_auth_value"] is True
    tried = server.call(beta.app, "POST", "/api/v1/actions/echo/test", {})
    assert tried.json()["success"] is True
    assert receiver.requests[-1].headers["X-Key"] == _AUTH_VALUE
    log = server.call(beta.app, "GET", "/api/v1/log")
    kept = server.call(beta.app, "PUT", "/api/v1/actions/echo", action)
    assert kept.json()["action"]["has_auth_value"] is True
    removed = server.call(beta.app, "PUT", "/api/v1/actions/echo", {**action, "auth_value": None})
    assert removed.json()["action"]["has_auth_value"] is False
    for each in (answered, tried, log, kept, removed):
        _assert_no_secret(each.text)
    _assert_no_secret("".join(capfd.readouterr()))


def _assert_no_secret(text: str) -> None:
    for secret in (
        "s3cret-",
        "t0ken-",
        "sc0re-",
        _AUTH_VALUE,
        _PROVIDER_KEY,
        _SIGNING_SECRET[6:],
        _SIGNING_KEY[5:],
    ):
        assert secret not in text
