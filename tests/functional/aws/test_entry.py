"""Functions as Lambda calls them, with events as AWS sends them."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jwt
import pytest

from common.configuration.context import close_shared_context
from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS
from infra.aws.entry import Handler, NotHandled, handler, process_loop
from tests.documents import ROOT

EVENTS = ROOT / "tests/events/aws"
KEY, SECRET, TOKEN = "key", "s3cret-" * 6, "token-" * 4
SCORE_KEY = "score-key-" * 3
NAME = "naïve & a/b? 100%"

Load = Callable[[str], Handler]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    for name, value in {
        "GAVEL_STORE": "sqlite",
        "GAVEL_QUEUE": "sqlite",
        "GAVEL_DATA": str(tmp_path),
        "GAVEL_API_KEY": KEY,
        "GAVEL_API_SECRET": SECRET,
        "GAVEL_API_TOKEN": TOKEN,
        "GAVEL_SCORE_KEY": SCORE_KEY,
        "GAVEL_LOG_LEVEL": "error",
    }.items():
        monkeypatch.setenv(name, value)
    yield handler
    close_shared_context()
    process_loop().close()
    process_loop.cache_clear()
    asyncio.set_event_loop(None)


def _event(name: str) -> dict[str, Any]:
    text = (EVENTS / f"{name}.json").read_text("utf-8")
    token = jwt.encode({"server": True}, SECRET, "HS256")
    event: dict[str, Any] = json.loads(text.replace("{jwt}", token))
    return event


def _body(answer: dict[str, Any]) -> dict[str, Any]:
    assert answer["isBase64Encoded"] is False
    body: dict[str, Any] = json.loads(answer["body"])
    return body


def _post(path: str, body: Any) -> dict[str, Any]:
    event = _event("http_api_check")
    event["requestContext"]["http"]["path"] = event["rawPath"] = path
    return {**event, "body": json.dumps(body)}


def _with_policy(load: Load) -> Handler:
    configure = load("configure")
    lists = {"enabled": True, "rules": [{"name": "bad", "action": "flag"}]}
    for path, body in (
        ("/api/v2/blocklists", {"name": "bad", "words": ["wörld"]}),
        ("/api/v2/moderation/config", {"key": "default", "block_list_config": lists}),
    ):
        assert configure(_post(path, body), None)["statusCode"] == 201
    return load("check")


@pytest.mark.parametrize("name", ["http_api_check", "http_api_stage"])
def test_a_check_through_api_gateway(load: Load, name: str) -> None:
    answer = _with_policy(load)(_event(name), None)
    assert answer["statusCode"] == 201, answer
    assert answer["headers"]["content-type"] == "application/json"
    assert answer["headers"]["access-control-allow-origin"] == "*"
    assert "cookies" not in answer
    body = _body(answer)
    assert body["status"] == "complete"
    assert body["item"]["moderation_payload"] == {"texts": ["hello, wörld"]}


def test_calls_share_a_loop_and_what_is_open_on_it(load: Load) -> None:
    check = _with_policy(load)
    answers = [_body(check(_event("http_api_check"), None)) for _ in range(3)]
    assert len({each["item"]["id"] for each in answers}) == 1


def test_a_body_in_base64(load: Load) -> None:
    check = load("check")
    event = _event("http_api_form_base64")
    answer = check(event, None)
    assert answer["statusCode"] == 201, answer
    (status,) = _body(answer)["status"]
    assert status["status"]["message"] == "SUCCESS"
    event["body"] = base64.b64encode(b"\xff\xfe\x00").decode()
    event["headers"]["content-type"] = "application/json"
    assert check(event, None)["statusCode"] == 400


@pytest.mark.parametrize("name", ["http_api_path", "function_url_path"])
def test_a_name_in_the_path_is_decoded_once(load: Load, name: str) -> None:
    """API Gateway has decoded it, but for `%25`; a function URL passes it on as it came."""
    configure = load("configure")
    create = _post("/api/v2/blocklists", {"name": NAME, "words": ["x"]})
    assert configure(create, None)["statusCode"] == 201
    answer = configure(_event(name), None)
    assert answer["statusCode"] == 200, answer
    assert _body(answer)["blocklist"]["name"] == NAME


def _facade(path: str, query: str, body: Any, **headers: str) -> dict[str, Any]:
    event = _post(path, body)
    del event["headers"]["authorization"]
    event["headers"] |= headers
    return {**event, "rawQueryString": query}


def test_the_facades_through_api_gateway(load: Load) -> None:
    facades = load("facades")
    asked = {"comment": {"text": "you idiot"}, "requestedAttributes": {"TOXICITY": {}}}
    analyze = "/v1alpha1/comments:analyze"
    answer = facades(_facade(analyze, f"key={SCORE_KEY}&alt=json", asked), None)
    assert answer["statusCode"] == 200, answer
    score = _body(answer)["attributeScores"]["TOXICITY"]["summaryScore"]["value"]
    assert score > 0.5

    bearer = {"authorization": f"Bearer {SCORE_KEY}"}
    answer = facades(_facade("/v1/moderations", "", {"input": "you idiot"}, **bearer), None)
    assert answer["statusCode"] == 200, answer
    assert _body(answer)["results"][0]["category_scores"]["harassment"] > 0.5

    event = _facade("/$discovery/rest", "version=v1alpha1", None)
    event["requestContext"]["http"]["method"] = "GET"
    answer = facades({**event, "body": ""}, None)
    assert answer["statusCode"] == 200, answer
    assert "comments" in _body(answer)["resources"]

    for key in ("", TOKEN, KEY, SECRET):
        assert facades(_facade(analyze, f"key={key}", asked), None)["statusCode"] == 400


def test_a_preflight_is_answered(load: Load) -> None:
    answer = load("check")(_event("http_api_preflight"), None)
    assert answer["statusCode"] == 200
    assert "POST" in answer["headers"]["access-control-allow-methods"]


def test_an_unknown_caller_is_refused_with_the_contracts_body(load: Load) -> None:
    event = _event("http_api_check")
    del event["headers"]["authorization"]
    answer = load("check")(event, None)
    assert (answer["statusCode"], _body(answer)["code"]) == (401, 5)


def test_one_bad_message_does_not_bring_back_its_batch(
    load: Load, caplog: pytest.LogCaptureFixture
) -> None:
    event = _event("sqs_enforce")
    with caplog.at_level(logging.CRITICAL):
        answer = load("enforce")(event, None)
    bad = [each["messageId"] for each in event["Records"] if "item" not in each["body"]]
    assert len(bad) == 2
    assert answer == {"batchItemFailures": [{"itemIdentifier": id} for id in bad]}


def test_messages_of_a_batch_are_handled_at_the_same_time(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = asyncio.Barrier(4)

    async def meet(*_: Any) -> int:
        await asyncio.wait_for(together.wait(), 5)
        return 200

    monkeypatch.setattr("infra.aws.entry.post", meet)
    assert load("enforce")(_event("sqs_enforce"), None) == {"batchItemFailures": []}


def test_the_schedule_runs_the_sweep(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    sweep = load("sweep")
    assert sweep(_event("schedule"), None) is None

    async def refuse(*_: Any) -> int:
        return 500

    monkeypatch.setattr("infra.aws.entry.post", refuse)
    with pytest.raises(NotHandled, match="sweep answered 500"):
        sweep(_event("schedule"), None)


@pytest.mark.parametrize("name", [*QUEUE_FUNCTIONS, "sweep"])
@pytest.mark.parametrize("event", ["http_api_check", "function_url_path"])
def test_no_request_reaches_a_private_function(load: Load, name: str, event: str) -> None:
    with pytest.raises(NotHandled):
        load(name)(_event(event), None)


@pytest.mark.parametrize("event", ["sqs_enforce", "schedule"])
def test_an_http_function_takes_requests_only(load: Load, event: str) -> None:
    with pytest.raises(NotHandled):
        load(HTTP_FUNCTIONS[0])(_event(event), None)
