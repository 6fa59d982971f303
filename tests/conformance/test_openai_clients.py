"""OpenAI's own clients for Python and JavaScript, unmodified: only the base URL is Gavel's."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from openai import (
    AsyncOpenAI,
    AuthenticationError,
    BadRequestError,
    DefaultHttpxClient,
    InternalServerError,
    NotFoundError,
    OpenAI,
)
from openai.types import Moderation, ModerationCreateResponse

from tests.receiver import Receiver, answer
from tests.running import Running

from .apps import Apps
from .helpers import unique
from .javascript import run_script
from .openai_apps import CUTTING, INSULT, INTENT, KIND, EndpointApp, endpoint_app

_IMAGE = {"type": "image_url", "image_url": {"url": "https://example.com/picture.png"}}


@pytest.fixture
def openai(server: Running) -> Iterator[OpenAI]:
    with OpenAI(api_key=server.score_key, base_url=f"{server.base_url}/v1") as client:
        yield client


@pytest.fixture(scope="module")
def app(server: Running, apps: Apps, receiver: Receiver) -> Iterator[EndpointApp]:
    with endpoint_app(server, apps, receiver) as app:
        yield app


def _check(moderation: Moderation) -> None:
    """Each category has what its attribute says that it has."""
    categories, scores = moderation.categories, moderation.category_scores
    applied = moderation.category_applied_input_types
    names = [*type(categories).model_fields]
    assert len(names) == 13
    for name in names:
        assert isinstance(getattr(categories, name), bool)
        assert 0 <= getattr(scores, name) <= 1
        assert set(getattr(applied, name)) <= {"text", "image"}
    assert moderation.flagged == any(getattr(categories, name) for name in names)


def test_the_quickstart(openai: OpenAI) -> None:
    response = openai.moderations.create(model="omni-moderation-latest", input=INSULT)
    assert isinstance(response, ModerationCreateResponse)
    assert response.id.startswith("modr-") and response.model == "omni-moderation-latest"
    (result,) = response.results
    assert result.flagged and result.categories.harassment
    _check(result)
    assert result.category_applied_input_types.harassment == ["text"]
    assert not result.categories.self_harm_instructions
    assert response._request_id


def test_a_list_of_strings(openai: OpenAI) -> None:
    response = openai.moderations.create(input=[INSULT, KIND])
    assert [result.flagged for result in response.results] == [True, False]
    for result in response.results:
        _check(result)


def test_text_and_image(openai: OpenAI) -> None:
    parts: Any = [{"type": "text", "text": INSULT}, _IMAGE]
    raw = openai.moderations.with_raw_response.create(input=parts)
    assert "sexual:image" in raw.headers["x-gavel-not-judged"].split(",")
    (result,) = raw.parse().results
    assert result.flagged
    _check(result)


def test_what_it_cannot_do_it_raises_as_at_home(server: Running, openai: OpenAI) -> None:
    with pytest.raises(BadRequestError) as bad:
        openai.moderations.create(input=[])
    assert (bad.value.param, bad.value.type) == ("input", "invalid_request_error")
    with pytest.raises(BadRequestError) as unknown:
        openai.moderations.create(input=KIND, model="gpt-4o")
    assert unknown.value.param == "model"
    stranger = openai.with_options(api_key=unique("nobody"))
    with pytest.raises(AuthenticationError) as refused:
        stranger.moderations.create(input=KIND)
    assert (refused.value.status_code, refused.value.code) == (401, "invalid_api_key")
    with pytest.raises(NotFoundError):
        openai.embeddings.create(input=KIND, model="text-embedding-3-small")
    assert server.score_key not in server.log


def test_the_asynchronous_client(server: Running) -> None:
    async def session() -> list[ModerationCreateResponse]:
        url = f"{server.base_url}/v1"
        async with AsyncOpenAI(api_key=server.score_key, base_url=url) as client:
            with pytest.raises(BadRequestError):
                await client.moderations.create(input=[])
            texts = [INSULT, KIND] * 5
            return list(
                await asyncio.gather(*(client.moderations.create(input=text) for text in texts))
            )

    responses = asyncio.run(session())
    assert [response.results[0].flagged for response in responses] == [True, False] * 5
    assert len({response.id for response in responses}) == 10


def test_it_is_found_by_environment_alone(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", server.score_key)
    monkeypatch.setenv("OPENAI_BASE_URL", f"{server.base_url}/v1")
    with OpenAI() as client:
        assert client.moderations.create(input=INSULT).results[0].flagged


def test_a_provider_fills_all_categories(server: Running, app: EndpointApp) -> None:
    with OpenAI(api_key=app.score_key, base_url=f"{server.base_url}/v1") as client:
        raw = client.moderations.with_raw_response.create(input=CUTTING)
    assert "x-gavel-not-judged" not in raw.headers
    (result,) = raw.parse().results
    assert result.flagged and result.categories.self_harm_intent
    assert result.category_applied_input_types.illicit_violent == ["text"]


def test_the_client_tries_again_where_a_provider_failed(server: Running, app: EndpointApp) -> None:
    """The provider is asked three times a call, and answers at the fourth."""
    app.fails(3, answer(500))
    asked = app.asked
    tries: list[Any] = []
    with (
        DefaultHttpxClient(event_hooks={"response": [tries.append]}) as http,
        OpenAI(api_key=app.score_key, base_url=f"{server.base_url}/v1", http_client=http) as client,
    ):
        (result,) = client.moderations.create(input=CUTTING).results
    assert result.categories.self_harm_intent
    assert [each.status_code for each in tries] == [503, 200]
    assert tries[0].headers["retry-after"] == "2"
    assert app.asked == asked + 4
    again = tries[1].request
    assert again.headers["x-stainless-retry-count"] == "1"


def test_a_failure_that_stays_is_raised(server: Running, app: EndpointApp) -> None:
    app.fails(3, answer(500))
    url = f"{server.base_url}/v1"
    with (
        OpenAI(api_key=app.score_key, base_url=url, max_retries=0) as client,
        pytest.raises(InternalServerError) as raised,
    ):
        client.moderations.create(input=CUTTING)
    assert raised.value.code == "not_judged" and INTENT in str(raised.value)
    with OpenAI(api_key=app.score_key, base_url=url) as client:
        client.moderations.create(input=CUTTING)


def test_javascript(server: Running) -> None:
    inputs: list[Any] = [
        {"input": INSULT},
        {"input": [INSULT, KIND], "model": "omni-moderation-2024-09-26"},
        {"input": [{"type": "text", "text": KIND}, _IMAGE]},
    ]
    order = {"url": server.base_url, "key": server.score_key, "inputs": inputs}
    answer = run_script("moderate_openai.cjs", "openai", order)
    one, two, parts = answer["answers"]
    assert [each["flagged"] for each in one["results"]] == [True]
    assert [each["flagged"] for each in two["results"]] == [True, False]
    assert two["model"] == "omni-moderation-2024-09-26"
    assert len(one["results"][0]["category_scores"]) == 13
    assert "self-harm" in one["notJudged"] and "sexual:image" in parts["notJudged"]
    kind = {"kind": "AuthenticationError", "status": 401, "code": "invalid_api_key"}
    assert answer["refused"] == kind
