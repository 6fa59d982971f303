"""ai_text through `check`: its labels and severities, what a policy makes of them, in the queue, in
rules, and on the seed's own texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from common.engines.ai_text.labels import HARMS
from tests.functional.inprocess import App, Server, in_process

_V2 = "/api/v2/moderation"
SEED_POLICY: dict[str, Any] = {
    "ai_text_config": {
        "rules": [
            {"label": "SCAM", "action": "flag"},
            {
                "label": "SEXUAL_HARASSMENT",
                "severity_rules": [
                    {"severity": "low", "action": "flag"},
                    {"severity": "medium", "action": "flag"},
                    {"severity": "high", "action": "remove"},
                    {"severity": "critical", "action": "remove"},
                ],
            },
        ]
    },
    "automod_toxicity_config": {
        "rules": [
            {"label": "identity_attack", "threshold": 0.5, "action": "flag"},
            {"label": "insult", "threshold": 0.5, "action": "remove"},
            {"label": "obscene", "threshold": 0.5, "action": "flag"},
            {"label": "sexual_explicit", "threshold": 0.5, "action": "flag"},
            {"label": "threat", "threshold": 0.5, "action": "flag"},
        ]
    },
    "automod_platform_circumvention_config": {
        "rules": [{"action": "remove", "label": "platform_circumvention", "threshold": 0.5}]
    },
}
DATE = (
    "fuck you asshole. I really like her. We had an amazing date, but I am not sure if I feel "
    "attracted to her. I am confused. She is just not smart enough for me and also her face is "
    "pretty average. I don't want ugly babies. What should I do?"
)
LURE = "This is my phone number. +91 9958592028. Contact me for more information on whatsapp :)"
EXAMPLES = {
    "INSULT": "you are an idiot",
    "VULGARITY": "this is fucking bullshit",
    "HATE": "gay people are disgusting and should burn",
    "HARASSMENT": "do us a favour and kill yourself",
    "SEXUAL": "he fucked her tight wet pussy all night",
    "SEXUAL_HARASSMENT": "send me nudes",
    "THREAT": "I will stab you tonight at your house",
    "SPAM": "Buy 10k followers for only $9.99, instant delivery, order now at socialboost.shop",
    "SCAM": "Claim your airdrop now: connect your wallet and enter your seed phrase at eth-get.top",
    "PII": "my address is 12 Baker Street, ask for Ann",
    "SUPPORTIVE": "well done, I am so proud of you",
}


@dataclass
class World:
    server: Server
    app: App

    def send(self, method: str, path: str, body: Any = None, status: int = 201) -> Any:
        answered = self.server.call(self.app, method, path, body)
        assert answered.status in (status, 200), answered.text
        return answered.json()

    def put_policy(self, **config: Any) -> None:
        self.send("POST", f"{_V2}/config", {"key": "own", **config})

    def check(self, text: str, id: str = "p") -> Any:
        body = {
            "entity_type": "post",
            "entity_id": id,
            "entity_creator_id": "ann",
            "moderation_payload": {"texts": [text]},
            "config_key": "own",
        }
        return self.send("POST", f"{_V2}/check", body)


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with in_process(tmp_path_factory.mktemp("ai_text") / "data") as server:
        yield World(server, server.app("app-a"))


def flags_of(answer: Any) -> dict[str, Any]:
    return {flag["type"]: flag for flag in answer["item"]["flags"]}


def test_the_seed_s_policy_makes_of_its_texts_what_its_queue_shows(world: World) -> None:
    world.put_policy(**SEED_POLICY)
    date, lure = world.check(DATE, "date"), world.check(LURE, "lure")
    flags = flags_of(date)
    assert set(flags["automod_toxicity"]["labels"]) >= {"obscene", "insult"}
    assert set(flags["ai_text"]["labels"]) == {"INSULT", "SUPPORTIVE", "VULGARITY"}
    (result,) = flags["ai_text"]["result"]
    assert (result["action"], result["text"]) == ("flag", DATE)
    flags = flags_of(lure)
    assert flags["automod_platform_circumvention"]["labels"] == ["platform_circumvention"]
    assert set(flags["ai_text"]["labels"]) == {"SCAM", "PII"}
    assert lure["recommended_action"] == "remove"
    found = world.send("POST", f"{_V2}/review_queue", {"filter": {"category": "ai_text"}})
    assert {item["entity_id"] for item in found["items"]} == {"date", "lure"}


@pytest.mark.parametrize("label", EXAMPLES)
def test_each_label_is_found_shown_and_seen_by_rules(world: World, label: str) -> None:
    world.put_policy(ai_text_config={"rules": [{"label": label, "action": "bounce_flag"}]})
    condition: dict[str, Any] = {"type": "classified_as", "classes": [label], "severity": "low"}
    if label == "SUPPORTIVE":
        condition = {"type": "classified_as", "classes": [label], "threshold": 0.5}
    rule = {"name": label, "scope": "post", "when": condition, "actions": ["flag_for_review"]}
    world.send("PUT", "/api/v1/rules/found", rule)
    answer = world.check(EXAMPLES[label])
    assert answer["recommended_action"] == "bounce_flag"
    flag = flags_of(answer)["ai_text"]
    assert label in flag["labels"]
    assert all(each["spans"] for each in flag["result"])
    assert [rule["rule_id"] for rule in answer["triggered_rules"]] == ["found"]
    severity = answer["item"]["ai_text_severity"]
    assert (severity == "") is (flag["labels"] == ["SUPPORTIVE"])
    assert world.check("see you at eight", "q").get("item") is None


def test_severities_are_shown_and_filtered_by(world: World) -> None:
    world.put_policy(ai_text_config={})
    threat = world.check(EXAMPLES["THREAT"], "threat")["item"]
    insult = world.check(EXAMPLES["INSULT"], "insult")["item"]
    assert (threat["severity"], threat["ai_text_severity"]) == (4, "critical")
    assert (insult["severity"], insult["ai_text_severity"]) == (2, "medium")

    def asked(**filter: Any) -> set[str]:
        found = world.send("POST", f"{_V2}/review_queue", {"filter": filter})
        assert found["filter_config"]["ai_text_labels"] == sorted([*HARMS, "SUPPORTIVE"])
        return {item["entity_id"] for item in found["items"]}

    assert asked(severity={"$gte": 3}) == {"threat"}
    assert asked(severity={"$lt": 3}) == {"insult"}
    assert asked(ai_text_severity="medium") == {"insult"}
    harmless = world.check("see you at eight", "insult")
    assert harmless["recommended_action"] == "keep"
    assert asked(ai_text_severity="medium") == set()


def test_severity_rules_are_for_a_label_or_for_all(world: World) -> None:
    own = {"label": "INSULT", "severity_rules": [{"severity": "medium", "action": "shadow"}]}
    everything = [
        {"severity": "low", "action": "flag"},
        {"severity": "critical", "action": "remove"},
    ]
    world.put_policy(ai_text_config={"rules": [own], "severity_rules": everything})
    assert world.check("you are an idiot", "a")["recommended_action"] == "shadow"
    assert world.check(EXAMPLES["THREAT"], "b")["recommended_action"] == "remove"
    assert world.check("mail me at ann@example.com", "c")["recommended_action"] == "flag"
    keeping = {"label": "PII", "action": "keep"}
    world.put_policy(ai_text_config={"rules": [keeping], "severity_rules": everything})
    assert world.check("mail me at ann@example.com", "d")["recommended_action"] == "keep"


def test_profiles_differ_in_what_counts_and_in_what_follows(world: World) -> None:
    mail, threat = "mail me at ann@example.com", EXAMPLES["THREAT"]
    expected = {
        None: ("keep", "flag"),
        "strict": ("flag", "remove"),
        "balanced": ("keep", "remove"),
        "lenient": ("keep", "flag"),
    }
    for profile, actions in expected.items():
        world.put_policy(ai_text_config={"profile": profile} if profile else {})
        found = tuple(
            world.check(text, f"{profile} {text[:4]}")["recommended_action"]
            for text in (mail, threat)
        )
        assert found == actions, profile


@pytest.mark.parametrize(
    ("config", "field"),
    [
        ({"profile": "p"}, "ai_text_config.profile"),
        ({"rules": [{"label": "RUDE", "action": "flag"}]}, "ai_text_config.rules.0.label"),
        ({"rules": [{"label": "INSULT", "action": "warn"}]}, "ai_text_config.rules.0.action"),
        (
            {"severity_rules": [{"severity": "worst", "action": "flag"}]},
            "ai_text_config.severity_rules.0.severity",
        ),
    ],
)
def test_what_there_is_not_is_refused_by_name(
    world: World, config: dict[str, Any], field: str
) -> None:
    body = {"key": "own", "ai_text_config": config}
    answer = world.server.call(world.app, "POST", f"{_V2}/config", body)
    assert answer.status == 400
    assert set(answer.json()["exception_fields"]) == {field}
    assert world.server.call(world.app, "GET", f"{_V2}/config/own").status == 404


def test_what_is_masked_cannot_be_read_until_it_is_unmasked(world: World) -> None:
    world.put_policy(ai_text_config={"rules": [{"label": "PII", "action": "mask_flag"}]})
    answer = world.check("hello, my number is +49 151 23456789, call me")
    assert answer["recommended_action"] == "mask_flag"
    item = answer["item"]
    assert item["masked_texts"] == ["hello, my number is *** *** ********, call me"]
    assert item["moderation_payload"]["texts"] == ["hello, my number is +49 151 23456789, call me"]
    order = {"action_type": "unmask", "item_id": item["id"], "user_id": "mod"}
    world.send("POST", f"{_V2}/submit_action", order)
    shown = world.send("GET", f"{_V2}/review_queue/{item['id']}")["item"]
    assert "masked_texts" not in shown
    assert shown["unmasked"] is True


def test_block_lists_mask_their_words(world: World) -> None:
    world.send("POST", "/api/v2/blocklists", {"name": "words", "words": ["grobble"]})
    world.put_policy(block_list_config={"rules": [{"name": "words", "action": "mask"}]})
    item = world.check("you grobble, you")["item"]
    assert item["masked_texts"] == ["you *******, you"]


def test_audio_says_that_nothing_listens_to_it(world: World) -> None:
    config = {"rules": [{"label": "INSULT", "action": "flag"}]}
    answer = world.send("POST", f"{_V2}/config", {"key": "own", "ai_audio_config": config})
    assert answer["config"]["not_in_effect"] == ["ai_audio_config"]
