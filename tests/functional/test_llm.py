"""The customer's own labels, judged by a model elsewhere that answers well, badly or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.functional.judging import KEY, RULES, V2, Judging, judging
from tests.model_server import finds, labels_of

THREAT = "I will find you and hurt you"
GOOD = finds({"hurt you": ("THREAT", "critical"), "wire me": ("SCAM", "medium")})


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judging]:
    with judging(tmp_path_factory.mktemp("llm") / "data") as world:
        world.model.plays(GOOD)
        yield world


def test_the_customers_own_labels_are_found(world: Judging) -> None:
    world.put_provider()
    world.judge_with(app_context="a forum for gardeners")
    item = world.judged(THREAT)
    assert (item["status"], item["recommended_action"]) == ("complete", "remove")
    (label,) = item["labels"]
    assert (label["name"], label["severity"], label["score"]) == ("THREAT", "critical", 0.95)
    start = THREAT.index("hurt you")
    assert label["spans"] == [[0, start, start + len("hurt you"), "hurt you"]]
    (asked,) = world.model.asked
    assert "a forum for gardeners" in asked.system and "threatens somebody" in asked.system
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.body["temperature"] == 0 and asked.texts == [THREAT]


def test_what_is_harmless_is_kept(world: Judging) -> None:
    world.put_provider()
    world.judge_with()
    item = world.judged("what a lovely garden")
    assert (item["status"], item["recommended_action"]) == ("complete", "keep")
    assert item.get("not_judged", []) == []


def test_a_policy_of_official_clients_names_no_provider(world: Judging) -> None:
    world.judge_with()
    assert world.judged(THREAT)["not_judged"] == ["llm"]
    world.put_provider("one")
    assert labels_of(world.judged(THREAT, id="q")) == ["THREAT"]
    world.put_provider("two")
    assert world.judged(THREAT, id="r")["not_judged"] == ["llm"]
    world.put_provider("default")
    assert labels_of(world.judged(THREAT, id="s")) == ["THREAT"]


def test_a_provider_that_is_not_there_is_refused(world: Judging) -> None:
    body = {"key": "default", "llm_config": {"provider": "nobody", "rules": RULES}}
    answer = world.answered("POST", f"{V2}/config", body)
    assert answer.status == 400
    assert "llm_config.provider" in answer.text


def test_a_provider_that_a_policy_names_stays(world: Judging) -> None:
    world.put_provider()
    world.judge_with(provider="model")
    assert world.answered("DELETE", "/api/v1/providers/model").status == 400
    world.judge_with()
    assert world.answered("DELETE", "/api/v1/providers/model").status == 200
