"""Toxicity through the API: what a policy asks of it, what an item shows, what a rule can use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from common.engines.registry import ENGINES
from tests.functional.inprocess import App, Server, in_process

_V2 = "/api/v2/moderation"
_LABELS = ENGINES["automod_toxicity"].labels
_SEED: dict[str, Any] = {
    "rules": [
        {"label": "identity_attack", "threshold": 0.5, "action": "flag"},
        {"label": "insult", "threshold": 0.5, "action": "remove"},
        {"label": "obscene", "threshold": 0.5, "action": "flag"},
        {"label": "sexual_explicit", "threshold": 0.5, "action": "flag"},
        {"label": "threat", "threshold": 0.5, "action": "flag"},
    ]
}
_BY_LABEL = {
    "identity_attack": "i hate muslims, all muslims are terrorists",
    "insult": "you are a pathetic idiot",
    "obscene": "this is bullshit",
    "sexual_explicit": "send me nudes, i want to lick your pussy",
    "threat": "i will kill you",
    "toxic": "you are a pathetic idiot",
}


class World:
    def __init__(self, server: Server, app: App) -> None:
        self.server = server
        self.app = app
        self._checks = 0

    def send(self, path: str, body: Any, status: int = 201, method: str = "POST") -> Any:
        answered = self.server.call(self.app, method, path, body)
        assert answered.status == status, answered.text
        return answered.json()

    def check(self, *texts: str, key: str = "own") -> Any:
        self._checks += 1
        body = {
            "entity_type": "post",
            "entity_id": f"p{self._checks}",
            "entity_creator_id": "ann",
            "config_key": key,
            "moderation_payload": {"texts": texts},
        }
        return self.send(f"{_V2}/check", body)

    def put_policy(self, **config: Any) -> None:
        self.send(f"{_V2}/config", {"key": "own", "automod_toxicity_config": config})


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with in_process(tmp_path_factory.mktemp("toxicity") / "data") as server:
        yield World(server, server.app("app-a"))


def shown(answer: Any) -> set[str]:
    return {
        label
        for flag in answer["item"]["flags"]
        if flag["type"] == "automod_toxicity"
        for label in flag["labels"]
    }


def test_the_seed_policy_judges_the_seed_texts(world: World) -> None:
    world.put_policy(**_SEED)
    answer = world.check(
        "fuck you asshole. I really like her. We had an amazing date, but I am not sure if I feel "
        "attracted to her. I am confused. She is just not smart enough for me and also her face is "
        "pretty average. I don't want ugly babies. What should I do?"
    )
    assert answer["status"] == "complete"
    assert answer["recommended_action"] == "remove"
    assert {"obscene", "insult"} <= shown(answer)
    answer = world.check("this is bullshit", "f*ck you as***le")
    assert {"obscene", "insult"} <= shown(answer)
    phone = "This is my phone number. +91 9958592028. Contact me for more information on whatsapp"
    assert world.check(f"{phone} :)")["recommended_action"] == "keep"


def test_a_threatening_insult_is_removed(world: World) -> None:
    world.put_policy(**_SEED)
    answer = world.check("you fucking idiot, I will kill you")
    assert answer["recommended_action"] == "remove"
    assert {"insult", "obscene", "threat"} <= shown(answer)


@pytest.mark.parametrize("label", _LABELS)
def test_each_label_leads_to_its_action(world: World, label: str) -> None:
    world.put_policy(rules=[{"label": label, "threshold": 0.5, "action": "shadow"}])
    assert world.check(_BY_LABEL[label])["recommended_action"] == "shadow"
    assert world.check("see you at the station at eight")["recommended_action"] == "keep"


@pytest.mark.parametrize("label", _LABELS)
def test_each_label_can_be_asked_for_by_a_rule(world: World, label: str) -> None:
    rule = {
        "name": label,
        "scope": "post",
        "when": {"type": "classified_as", "classes": [label]},
        "actions": ["flag_for_review"],
    }
    world.send(f"/api/v1/rules/rule_{label}", rule, method="PUT")
    world.put_policy(rules=[])
    assert f"rule_{label}" in str(world.check(_BY_LABEL[label]))
    assert f"rule_{label}" not in str(world.check("see you at the station at eight"))


def test_a_label_that_the_engine_does_not_give_is_refused(world: World) -> None:
    rules = [{"label": "rudeness", "threshold": 0.5, "action": "flag"}]
    body = {"key": "bad", "automod_toxicity_config": {"rules": rules}}
    answer = world.server.call(world.app, "POST", f"{_V2}/config", body)
    assert answer.status == 400
    assert "automod_toxicity_config.rules.0.label" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Du bist so ein Arschloch",
        "Иди на хуй",
        "你这个傻逼",
        "Vaffanculo, stronzo",
        "كس امك",
    ],
)
def test_other_languages_are_judged_by_their_words(world: World, text: str) -> None:
    world.put_policy(**_SEED)
    assert "obscene" in shown(world.check(text))
