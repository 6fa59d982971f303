"""OpenAI's moderations with models elsewhere: they fill what no engine of Gavel's judges, and what
they fail at is named again.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from common.engines.remote.endpoints.labels import OPENAI
from tests.functional.judging import Judging, judging
from tests.functional.moderating import BY_NONE, error, moderated, not_judged, results
from tests.model_server import Asked, behaves, finds, said
from tests.receiver import Handler, answer

_CUTTING = "I want to cut myself tonight"
_KIND = "what a lovely garden"
_LABELS = [name.replace("/", "_").replace("-", "_") for name in OPENAI[:7]] + list(OPENAI[7:])
"""As people name them, and as OpenAI does."""
_RULES = [{"label": name, "description": name, "action": "flag"} for name in _LABELS]
_GOOD = finds(
    {"cut myself": ("self_harm", "high"), "lock": ("illicit", "low"), "gore": (OPENAI[-1], "low")}
)
_DOWN = behaves(answer(500))


def _sees_nothing(asked: Asked) -> Any:
    verdict = asked.verdict()
    if isinstance(asked.body["messages"][-1]["content"], list):
        for entry in verdict["labels"]:
            entry["where"] = "text"
    return said(verdict)


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judging]:
    with judging(tmp_path_factory.mktemp("openai-providers") / "data") as world:
        world.model.plays(_GOOD)
        world.put_provider(cache_seconds=0)
        yield world


def _judge_all(world: Judging, **facades: Any) -> None:
    world.put_policy("facades", llm_config={"rules": _RULES})
    world.send("PUT", "/api/v1/settings", {"facades": {"policy": "facades", **facades}})


def test_a_model_fills_all_thirteen(world: Judging) -> None:
    _judge_all(world, refuse_not_judged=True)
    answered = moderated(world, _CUTTING)
    assert not_judged(answered) == []
    assert "x-gavel-not-judged" not in answered.headers
    (result,) = answered.json()["results"]
    assert all(kinds == ["text"] for kinds in result["category_applied_input_types"].values())
    assert [name for name, held in result["categories"].items() if held] == ["self-harm"]
    assert result["category_scores"]["self-harm"] == 0.85
    assert result["category_scores"]["self-harm/intent"] == 0
    gore = results(world, "gore everywhere")[0]
    assert gore["flagged"] and gore["categories"]["violence/graphic"]


def test_what_failed_is_named_again(world: Judging) -> None:
    _judge_all(world)
    world.model.plays(_DOWN)
    answered = moderated(world, [_KIND, _CUTTING])
    assert set(not_judged(answered)) == set(OPENAI)
    scores = answered.json()["results"][0]["category_scores"]
    assert not answered.json()["results"][1]["categories"]["self-harm"]
    world.put_policy("facades", automod_toxicity_config={})
    assert results(world, _KIND)[0]["category_scores"] == scores


def test_a_failure_is_an_error_to_be_tried_again_where_the_app_wants_one(world: Judging) -> None:
    _judge_all(world, refuse_not_judged=True)
    world.model.plays(_DOWN)
    answered = moderated(world, _CUTTING)
    assert answered.status == 503
    assert int(answered.headers["retry-after"]) >= 1
    said = error(answered)
    assert (said["type"], said["code"]) == ("server_error", "not_judged")
    assert "self-harm" in said["message"]
    world.model.plays(_GOOD)
    assert _once_answered(world)["categories"]["self-harm"]


def _once_answered(world: Judging) -> Any:
    """A provider that failed several times is left alone for a second."""
    deadline = time.monotonic() + 30
    while (answered := moderated(world, _CUTTING)).status == 503:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return answered.json()["results"][0]


@pytest.mark.parametrize("looks", [False, True])
def test_a_model_says_nothing_of_images_that_it_is_not_shown(world: Judging, looks: bool) -> None:
    _judge_all(world)
    world.put_provider(cache_seconds=0, images=looks)
    world.model.plays(_sees_nothing)
    image = {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}
    answered = moderated(world, [{"type": "text", "text": _KIND}, image])
    of_images = ["self-harm", "self-harm/intent", "self-harm/instructions", "sexual", "violence"]
    missing = [f"{name}:image" for name in [*of_images, "violence/graphic"]]
    assert not_judged(answered) == ([] if looks else missing)


def test_labels_of_a_part_leave_the_rest_unjudged(world: Judging) -> None:
    rules = [{"label": "Self-Harm", "description": "harms themselves", "action": "flag"}]
    world.put_policy("facades", llm_config={"rules": rules})
    world.send("PUT", "/api/v1/settings", {"facades": {"policy": "facades"}})
    assert set(not_judged(moderated(world, _KIND))) == {*BY_NONE} - {"self-harm"}


def _endpoint(world: Judging, *, fails: bool = False) -> None:
    """OpenAI's own endpoint, behind the facade."""

    def result(input: Any) -> dict[str, Any]:
        is_image = isinstance(input, dict)
        held = "self-harm/instructions" if input == _CUTTING else "violence/graphic"
        scores = {name: 0.9 if name == held and input != _KIND else 0.01 for name in OPENAI}
        kinds = {name: ["image" if is_image else "text"] for name in OPENAI}
        if is_image:
            kinds |= {name: [] for name in OPENAI if "self-harm" not in name and "viol" not in name}
        return {"category_scores": scores, "category_applied_input_types": kinds}

    def answers(handler: Handler) -> None:
        own = handler.client_address[1]
        sent = next(each for each in reversed(world.model.requests) if each.connection == own)
        inputs = json.loads(sent.body)["input"]
        inputs = [inputs] if isinstance(inputs, str) else inputs
        body = {"id": "modr-1", "model": "m", "results": [result(each) for each in inputs]}
        answer(200, json.dumps(body).encode(), {"content-type": "application/json"})(handler)

    world.model.always("/v1/moderations", answer(500) if fails else answers)
    world.put_provider("openai", kind="openai", images=True, cache_seconds=0, model="")
    rules = [{"provider": "openai", "label": name, "action": "flag"} for name in OPENAI]
    world.put_policy("facades", remote_config={"rules": rules})
    world.send("PUT", "/api/v1/settings", {"facades": {"policy": "facades"}})


def test_another_moderation_endpoint_fills_all_thirteen(world: Judging) -> None:
    _endpoint(world)
    answered = moderated(world, [_CUTTING, _KIND])
    assert not_judged(answered) == []
    first, second = answered.json()["results"]
    assert first["categories"]["self-harm/instructions"] and not second["flagged"]
    image = {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}
    both = moderated(world, [{"type": "text", "text": _KIND}, image])
    assert not_judged(both) == []
    (result,) = both.json()["results"]
    applied = result["category_applied_input_types"]
    assert applied["violence/graphic"] == ["text", "image"] and applied["hate"] == ["text"]
    assert result["category_scores"]["violence/graphic"] == 0.9


def test_another_moderation_endpoint_that_is_down_is_named(world: Judging) -> None:
    _endpoint(world, fails=True)
    assert set(not_judged(moderated(world, _CUTTING))) == set(OPENAI)
