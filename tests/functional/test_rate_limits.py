"""Rate limits as a caller meets them: headers, refusals, settings, and what is left."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from common.configuration.context import now
from common.domain.times import MINUTE
from common.http.auth import Caller
from common.http.errors import HTTPError
from common.http.rate_limits import RateLimiter
from tests.functional.inprocess import Answer, App, Server, in_process

_QUEUE = "/api/v2/moderation/review_queue"


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("limits") / "data", GAVEL_CONFIG_TTL="0") as server:
        # Minutes are of the clock: a test that began at the end of one would count in two.
        if time.time() % 60 > 50:
            time.sleep(60 - time.time() % 60)
        yield server


@pytest.fixture
def app(server: Server) -> App:
    app = server.app("app-a")
    limits = {"server_side": {"query_review_queue": 3}, "per_user": {"flag": 2}}
    answer = server.call(app, "PUT", "/api/v1/settings", {"rate_limits": limits})
    assert answer.status == 201, answer.text
    return app


def _flag(server: Server, app: App, user: str, number: int) -> Answer:
    body = {"entity_type": "post", "entity_id": f"p{number}"}
    return server.call(app, "POST", "/api/v2/moderation/flag", body, auth=app.user(user))


def test_a_call_too_many_is_refused_and_changes_nothing(server: Server, app: App) -> None:
    for left in (2, 1, 0):
        answer = server.call(app, "POST", _QUEUE, {})
        assert answer.status == 201
        assert answer.headers["x-ratelimit-limit"] == "3"
        assert answer.headers["x-ratelimit-remaining"] == str(left)
        assert 0 < int(answer.headers["x-ratelimit-reset"]) - time.time() <= 60
    refused = server.call(app, "POST", _QUEUE, {})
    error = refused.json()
    assert (refused.status, error["code"], error["StatusCode"]) == (429, 9, 429)
    assert error["unrecoverable"] is False
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert refused.headers["x-ratelimit-remaining"] == "0"


def test_others_are_not_held_up(server: Server, app: App) -> None:
    other = server.app("app-b")
    for _ in range(5):
        server.call(app, "POST", _QUEUE, {})
    assert server.call(app, "GET", "/api/v2/app").status == 200
    assert server.call(other, "POST", _QUEUE, {}).status == 201
    assert "x-ratelimit-limit" not in server.call(other, "POST", _QUEUE, {}).headers


def test_each_user_has_their_own(server: Server, app: App) -> None:
    assert [_flag(server, app, "ada", n).status for n in range(3)] == [201, 201, 429]
    assert len(server.documents("app-a")) > 0
    assert _flag(server, app, "bob", 9).status == 201
    # A wrong request is a call as well, and is told what is left.
    wrong = server.call(app, "POST", "/api/v2/moderation/flag", {}, auth=app.user("bob"))
    assert (wrong.status, wrong.headers["x-ratelimit-remaining"]) == (400, "0")


def test_what_is_left_can_be_asked(server: Server, app: App) -> None:
    server.call(app, "POST", _QUEUE, {})
    query = {"server_side": "true", "endpoints": "QueryReviewQueue,Flag"}
    answer = server.call(app, "GET", "/api/v2/rate_limits", query=query).json()
    (limit,) = answer["server_side"].values()
    assert (limit["limit"], limit["remaining"]) == (3, 2)
    assert 0 < limit["reset"] - time.time() <= 60
    everywhere = server.call(app, "GET", "/rate_limits").json()
    assert everywhere["web"]["Flag"]["limit"] == 300
    assert everywhere["android"].keys() == everywhere["ios"].keys() == everywhere["web"].keys()


def test_what_is_no_operation_is_refused_by_name(server: Server, app: App) -> None:
    asked = server.call(app, "GET", "/api/v2/rate_limits", query={"endpoints": "Nonsense"})
    assert (asked.status, [*asked.json()["exception_fields"]]) == (400, ["endpoints"])
    limits = {"per_user": {"nonsense": 1}}
    put = server.call(app, "PUT", "/api/v1/settings", {"rate_limits": limits})
    assert (put.status, [*put.json()["exception_fields"]]) == (
        400,
        ["rate_limits.per_user.nonsense"],
    )


def test_clocks_a_little_apart_let_no_more_calls_through(server: Server, app: App) -> None:
    ahead, behind = RateLimiter(server.context), RateLimiter(server.context)
    at, caller = now(), Caller(app.name)
    let_through = 0
    for limiter, minute in ((ahead, at + MINUTE), (behind, at)) * 5:
        with suppress(HTTPError):
            server.run(limiter.take(caller, "query_review_queue", "server_side", minute))
            let_through += 1
    assert let_through == 3
