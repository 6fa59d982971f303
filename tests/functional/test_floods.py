"""The velocity filter and floods, through the public surface."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.content import Content, Submission
from common.domain.item import item_id, item_key
from common.domain.policy import POLICIES
from common.domain.times import HOUR, SECOND
from common.domain.user import user_key
from common.engines.floods.flood_config import FloodConfig, IdenticalConfig, SimilarConfig
from common.engines.floods.velocity_config import VelocityConfig, VelocityRule
from common.moderation.content.checks import check
from common.moderation.content.scans import scan
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import ScanOrder, Trigger
from common.store.store import Update
from tests.functional.inprocess import App, Server, in_process

_V2 = "/api/v2/moderation"
_AD = "Buy cheap watches at our shop now"
_FAST = {"action": "remove", "fast_spam_threshold": 3, "fast_spam_ttl": 10}


@dataclass
class World:
    server: Server
    app: App

    def send(self, method: str, path: str, body: Any) -> Any:
        answered = self.server.call(self.app, method, path, body)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def put_policy(self, key: str = "own", **config: Any) -> Any:
        return self.send("POST", f"{_V2}/config", {"key": key, **config})["config"]

    def refused(self, **config: Any) -> dict[str, str]:
        answered = self.server.call(self.app, "POST", f"{_V2}/config", {"key": "own", **config})
        assert answered.status == 400
        fields: dict[str, str] = answered.json()["exception_fields"]
        return fields

    def check(
        self, id: str, text: str = _AD, user: str = "ann", channel: str = "", **fields: Any
    ) -> Any:
        payload: dict[str, Any] = {"texts": [text]}
        if channel:
            payload["custom"] = {"channel_cid": channel}
        body = {
            "entity_type": "post",
            "entity_id": id,
            "entity_creator_id": user,
            "config_key": "own",
            "moderation_payload": payload,
            **fields,
        }
        return self.send("POST", f"{_V2}/check", body)

    def actions(self, *sent: tuple[str, ...]) -> list[str]:
        """What is recommended for these one after the other: text, user, channel."""
        return [
            self.check(str(number), *each)["recommended_action"]
            for number, each in enumerate(sent, self._sent())
        ]

    def _sent(self) -> int:
        return sum(row[1] == "item" for row in self.server.documents(self.app.name))

    def at(self, moment: int, id: str, text: str = _AD, user: str = "ann") -> str:
        """What a check at that time recommends."""
        sent = Submission("post", id, user, Content((text,)), "own")
        checked = self.server.run(check(self.server.context, self.app.name, sent, moment))
        return checked.item["recommended_action"]

    def told(self, moment: int, id: str, text: str, user: str, channel: str) -> list[str]:
        content = Content((text,), other={"custom": {"channel_cid": channel}})
        sent = Submission("post", id, user, content, "own")
        checked = self.server.run(check(self.server.context, self.app.name, sent, moment))
        item = checked.item
        names = [label["name"] for label in item.get("labels", ())]
        return [item["recommended_action"], item["status"], *names]

    def enforce(self, id: str, moment: int | None = None) -> None:
        trigger = Trigger(self.app.name, item_id(self.app.name, "post", id))
        self.server.run(enforce(self.server.context, trigger, moment or now()))

    def document(self, key: Any) -> Any:
        (found,) = self.server.run(self.server.context.store.get([key]))
        return found.data if found is not None else None

    def user(self, id: str = "ann") -> Any:
        return self.document(user_key(self.app.name, id))

    def item(self, id: str) -> Any:
        return self.document(item_key(self.app.name, item_id(self.app.name, "post", id)))

    def decide(self, type: str, item: str) -> None:
        body = {"action_type": type, "item_id": item, "user_id": "mod", type: {}}
        self.send("POST", f"{_V2}/submit_action", body)

    def activity(self) -> list[Any]:
        return [row for row in self.server.documents(self.app.name) if row[1] == "activity"]


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with in_process(tmp_path_factory.mktemp("floods") / "data") as server:
        yield World(server, server.app("app-a"))


def test_the_same_text_again_and_again(world: World) -> None:
    world.put_policy(flood_config={"identical": {"threshold": 3, "action": "remove"}})
    assert world.actions((_AD,), ("BUY cheap watches, at our shop: now!",)) == ["keep"] * 2
    answer = world.check("third", "buy çheap watches at our shop now")
    assert answer["recommended_action"] == "remove"
    (flag,) = answer["item"]["flags"]
    assert (flag["type"], flag["labels"]) == ("flood", ["flood_identical"])
    assert flag["result"][0]["action"] == "remove"
    assert world.actions((_AD, "bob"), ("something else entirely",)) == ["keep"] * 2


def test_a_text_that_is_made_to_look_different(world: World) -> None:
    world.put_policy(flood_config={"similar": {"threshold": 3, "similarity_distance": 8}})
    texts = [f"buy cheap watches at our great shop today only, {n} left in stock" for n in "123"]
    assert world.actions(*((text,) for text in texts)) == ["keep", "keep", "flag"]
    assert world.actions(("is the shop in the high street open on sundays",)) == ["keep"]


def test_short_texts_and_those_allowed_are_no_flood(world: World) -> None:
    part = {"threshold": 2, "action": "remove"}
    world.put_policy(
        flood_config={"identical": part, "similar": part, "allowlist": ["Well played, team!"]}
    )
    assert world.actions(*[("lol",)] * 3, *[("well played TEAM",)] * 3) == ["keep"] * 6
    world.put_policy(flood_config={"identical": {**part, "min_text_length": 3}})
    assert world.actions(("lol",), ("lol",)) == ["keep", "remove"]


def test_the_same_text_from_everybody(world: World) -> None:
    part = {"threshold": 3, "action": "remove", "track_across_users": True}
    world.put_policy(flood_config={"identical": part, "similar": part})
    assert world.actions((_AD, "ann"), (_AD, "bob"), (_AD, "cy")) == ["keep", "keep", "remove"]
    assert len(world.activity()) == 1


def test_windows_slide(world: World) -> None:
    world.put_policy(velocity_filter_config={"rules": [_FAST]})
    start = now()
    seconds = (0, 4, 9.9, 12, 14.1, 30)
    found = [world.at(start + int(at * SECOND), str(at), f"no. {at}") for at in seconds]
    assert found == ["keep", "keep", "remove", "remove", "remove", "keep"]


def test_the_same_entity_counts_once(world: World) -> None:
    """Sent again, edited, tried out, or completed by a scan."""
    world.put_policy(velocity_filter_config={"rules": [_FAST]})
    for text in (_AD, _AD, "an edit", "another edit"):
        assert world.check("one", text)["recommended_action"] == "keep"
    for number in range(4):
        world.check(f"tried {number}", test_mode=True)
    assert world.actions((_AD,), (_AD,)) == ["keep", "remove"]


def test_what_was_said_of_a_post_stands_when_it_is_sent_again(world: World) -> None:
    """However many there are by then, and whatever else is still to be judged."""
    world.put_policy(
        velocity_filter_config={"rules": [_FAST]},
        automod_platform_circumvention_config={
            "async": True,
            "rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}],
        },
    )
    first = world.check("first")
    assert (first["status"], first["recommended_action"]) == ("partial", "keep")
    assert [world.check(id)["recommended_action"] for id in "bc"] == ["keep", "remove"]
    before = world.activity()
    world.server.run(
        scan(world.server.context, ScanOrder(world.app.name, first["task_id"]), now() + HOUR)
    )
    item = world.item("first")
    assert (item["status"], item["recommended_action"]) == ("complete", "keep")
    assert world.check("c")["recommended_action"] == "remove"
    assert world.activity() == before


def test_async_counts_when_the_scan_comes(world: World) -> None:
    rule = {**_FAST, "fast_spam_threshold": 2}
    world.put_policy(velocity_filter_config={"rules": [rule], "async": True})
    answers = [world.check(id) for id in "ab"]
    assert [each["status"] for each in answers] == ["partial"] * 2
    assert world.activity() == []
    for answer in answers:
        order = ScanOrder(world.app.name, answer["task_id"])
        world.server.run(scan(world.server.context, order, now()))
    assert [world.item(id)["recommended_action"] for id in "ab"] == ["keep", "remove"]


def test_links_repeats_and_channels(world: World) -> None:
    rule = {**_FAST, "fast_spam_threshold": 2}
    world.put_policy(velocity_filter_config={"rules": [{**rule, "url_only": True}]})
    assert world.actions(("a",), ("b",), ("see http://a.example",)) == ["keep"] * 3
    assert world.actions(("c",), ("and http://b.example",)) == ["keep", "remove"]
    world.put_policy(velocity_filter_config={"rules": [{**rule, "check_message_context": True}]})
    assert world.actions(("yes", "bob"), ("no", "bob"), ("Yes!", "bob")) == ["keep"] * 2 + [
        "remove"
    ]
    near = ("buy our cheap watches here now", "cy"), ("buy our cheap watchs here now", "cy")
    assert world.actions(*near) == ["keep"] * 2
    world.put_policy(
        velocity_filter_config={
            "advanced_filters": True,
            "rules": [{**rule, "check_message_context": True}],
        }
    )
    assert world.actions(*near) == ["remove"] * 2
    world.put_policy(
        velocity_filter_config={"cids_per_user": 3, "rules": [{**_FAST, "fast_spam_threshold": 9}]}
    )
    channels = [("hi", "dan", f"messaging:{n}") for n in (1, 1, 2, 2, 3)]
    assert world.actions(*channels) == ["keep"] * 4 + ["remove"]


def test_only_the_first_message_in_each_channel(world: World) -> None:
    world.put_policy(velocity_filter_config={"first_message_only": True, "rules": [_FAST]})
    sent = [(f"hi {n}", "ann", f"messaging:{n}") for n in (1, 1, 1, 2, 2, 3, 3)]
    assert world.actions(*sent) == ["keep"] * 5 + ["remove", "keep"]


def test_a_probation_ends(world: World) -> None:
    rule = {**_FAST, "fast_spam_threshold": 2, "probation_period": 3600}
    world.put_policy(velocity_filter_config={"rules": [rule]})
    start = now()
    times = (0, 1, 3599, 3600, 3601)
    found = [world.at(start + at * SECOND, str(at)) for at in times]
    assert found == ["keep", "remove", "keep", "keep", "keep"]


def test_who_goes_on_gets_the_other_action(world: World) -> None:
    rule = {**_FAST, "action": "flag", "cascading_action": "remove", "cascading_threshold": 3}
    world.put_policy(velocity_filter_config={"cascading_actions": True, "rules": [rule]})
    assert world.actions(*[(_AD,)] * 6) == ["keep"] * 2 + ["flag"] * 2 + ["remove"] * 2
    shown = world.put_policy(velocity_filter_config={"rules": [rule]})
    assert shown["not_in_effect"] == [
        "velocity_filter_config.rules.0.cascading_action",
        "velocity_filter_config.rules.0.cascading_threshold",
    ]
    assert world.actions((_AD,)) == ["flag"]


def test_a_slow_one_has_a_longer_window(world: World) -> None:
    slow = {"action": "shadow", "slow_spam_threshold": 3, "slow_spam_ttl": 3600}
    world.put_policy(velocity_filter_config={"rules": [_FAST, slow]})
    start = now() - HOUR // 2
    found = [world.at(start + at * 600 * SECOND, str(at)) for at in range(3)]
    assert found == ["keep", "keep", "shadow"]
    answer = world.check("now")
    assert answer["recommended_action"] == "shadow"
    (flag,) = answer["item"]["flags"]
    assert (flag["type"], flag["labels"]) == ("velocity_filter", ["slow_spam"])


def test_rules_can_ask_for_it(world: World) -> None:
    world.put_policy(velocity_filter_config={"rules": [{**_FAST, "action": "flag"}]})
    when = {"type": "classified_as", "classes": ["fast_spam"]}
    rule = {"name": "too fast", "scope": "post", "when": when, "actions": ["flag_for_review"]}
    world.send("PUT", "/api/v1/rules/fast", rule)
    answers = [world.check(str(number)) for number in range(3)]
    assert [bool(each["triggered_rules"]) for each in answers] == [False, False, True]


def test_many_at_once(world: World) -> None:
    """The limit's worth pass and no more, whatever order they come in."""
    world.put_policy(velocity_filter_config={"rules": [{**_FAST, "fast_spam_threshold": 5}]})
    context, app = world.server.context, world.app.name

    async def at_once() -> list[str]:
        sent = [Submission("post", f"p{n}", "ann", Content((_AD,)), "own") for n in range(20)]
        checked = await asyncio.gather(*(check(context, app, each, now()) for each in sent))
        return [each.item["recommended_action"] for each in checked]

    assert sorted(world.server.run(at_once())) == ["keep"] * 4 + ["remove"] * 16


def banning(**fields: Any) -> dict[str, Any]:
    rule = {**_FAST, "action": "ban", "fast_spam_threshold": 2, "ban_duration": 60, **fields}
    return {"velocity_filter_config": {"rules": [rule]}}


def test_a_ban_is_made_once_and_can_be_lifted(world: World) -> None:
    world.put_policy(**banning())
    assert world.actions((_AD,), (_AD,)) == ["keep", "ban"]
    assert world.user() is None
    for _ in range(2):
        world.enforce("1")
    user = world.user()
    (ban,) = user["bans"]
    assert (user["banned"], user["ban_count"]) == (True, 1)
    assert ban["expires"] - ban["created_at"] == 60 * 60 * SECOND
    assert ban["reason"] == "velocity_filter: fast_spam"
    asked = {"filter": {"recommended_action": "ban"}}
    (item,) = world.send("POST", f"{_V2}/review_queue", asked)["items"]
    (entry,) = [each for each in item["actions"] if each["type"] == "ban"]
    assert (entry["reporter_type"], entry["target_user_id"]) == ("velocity_filter", "ann")
    assert world.actions((_AD,)) == ["ban"]
    world.enforce("2")
    assert world.user()["bans"] == [ban]
    world.decide("unban", item["id"])
    assert not world.user()["banned"]
    # What came before a moderator's decision is not held against the user again.
    assert world.actions((_AD,)) == ["ban"]
    world.enforce("3")
    assert not world.user()["banned"]
    later = now() + HOUR
    assert [world.at(later, id) for id in ("x", "y")] == ["keep", "ban"]
    world.enforce("y", later)
    assert world.user()["banned"]


def test_a_shadow_ban(world: World) -> None:
    world.put_policy(**banning(shadow_ban=True, ban_duration=0))
    world.actions((_AD,), (_AD,))
    world.enforce("1")
    user = world.user()
    assert (user.get("banned"), user["shadow_banned"], user["shadow_ban_expires"]) == (
        None,
        True,
        None,
    )


def test_the_app_s_server_is_told_of_a_ban(world: World) -> None:
    action = {"name": "ban", "kind": "user", "url": "https://a.example/ban", "carries_out": ["ban"]}
    world.send("PUT", "/api/v1/actions/ban", action)
    world.put_policy(**banning())
    world.actions((_AD,), (_AD,))
    world.enforce("1")
    (delivery,) = world.send("GET", "/api/v1/deliveries", None)["deliveries"]
    assert delivery["data"]["user_id"] == "ann"
    assert delivery["data"]["options"] == {"timeout": 60, "shadow": False}


@pytest.mark.parametrize("fields", [{"role": "moderator"}, {"bypass_moderation": True}])
def test_moderators_are_not_banned(world: World, fields: dict[str, Any]) -> None:
    world.put_policy(**banning())
    known = {"id": "ann", "updated_at": 1, **fields}
    change = Update(user_key(world.app.name, "ann"), set=known, upsert=True)
    world.server.run(world.server.context.store.commit([change]))
    assert world.actions((_AD,), (_AD,)) == ["keep", "ban"]
    world.enforce("1")
    assert "banned" not in world.user()


def test_a_decision_on_the_post_stands_against_a_ban(world: World) -> None:
    world.put_policy(**banning())
    world.check("0")
    item = world.check("1")["item"]["id"]
    world.enforce("1")
    world.decide("unban", item)
    world.decide("mark_reviewed", item)
    world.put_policy(**banning(ban_duration=90))
    world.check("1")
    world.enforce("1")
    assert not world.user()["banned"]


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        ({"action": "flag"}, "fast_spam_threshold"),
        ({"action": "flag", "fast_spam_threshold": 3}, "fast_spam_ttl"),
        ({"action": "flag", "slow_spam_threshold": 3}, "slow_spam_ttl"),
        ({**_FAST, "cascading_action": "remove"}, "cascading_threshold"),
        ({**_FAST, "action": "bounce"}, "action"),
        ({**_FAST, "fast_spam_ttl": 86_401}, "fast_spam_ttl"),
    ],
)
def test_what_cannot_be_is_refused_by_name(world: World, rule: dict[str, Any], field: str) -> None:
    named = world.refused(velocity_filter_config={"cascading_actions": True, "rules": [rule]})
    assert f"velocity_filter_config.rules.0.{field}" in named
    assert world.activity() == []


def test_flood_actions_are_those_that_have_a_meaning(world: World) -> None:
    for action in ("ban", "explode", "mask"):
        named = world.refused(flood_config={"identical": {"action": action}})
        assert set(named) == {"flood_config.identical.action"}
    named = world.refused(flood_config={"identical": {"time_window": "7 days"}})
    (said,) = named.values()
    assert set(named) == {"flood_config.identical.time_window"}
    assert said.endswith("has to be a duration like 60s, 5m, 1h or 1h30m")


def test_a_policy_of_an_earlier_release_is_not_judged_where_it_makes_no_sense(world: World) -> None:
    """It was kept as it came; checks go on, and what is not judged is named."""
    world.put_policy(velocity_filter_config={"rules": [_FAST]})
    context = world.server.context
    page = world.server.run(context.store.query(POLICIES, app=world.app.name))
    (policy,) = page.documents
    config = {"velocity_filter_config": {"rules": [{"action": "kick"}]}, "flood_config": {"x": 1}}
    change = Update(policy.key, set={"config": config, "updated_at": now()})
    world.server.run(context.configurations.change(world.app.name, [change]))
    answer = world.check("1")
    assert answer["not_judged"] == ["velocity_filter", "flood"]
    assert answer["recommended_action"] == "flag"
    shown = world.send("GET", f"{_V2}/config/own", None)["config"]
    assert shown["not_in_effect"] == ["velocity_filter_config", "flood_config"]


def test_a_policy_without_them_reads_nothing(world: World) -> None:
    world.put_policy(automod_platform_circumvention_config={"rules": []})
    world.check("1")
    assert world.activity() == []


_SPAM = ("see http://a.example/offer now", "ann", "messaging:1")
_LIKE = ("see http://a.example/offers now", "ann", "messaging:2")
_STORY = (
    _SPAM,
    ("good morning to you all", "ann", "messaging:1"),
    _SPAM,
    _LIKE,
    ("hi", "ann", "messaging:3"),
    _SPAM,
    ("hi", "ann", "messaging:3"),
    ("a shop is a shop is a shop", "bob", "messaging:1"),
    ("a shop is a shop is a shop", "cy", "messaging:1"),
    ("a shop is a shop is a shop", "dan", "messaging:1"),
    _SPAM,
    _LIKE,
    ("hi", "ann", "messaging:3"),
)
_RULE: dict[str, Any] = {
    "action": "flag",
    "fast_spam_threshold": 4,
    "fast_spam_ttl": 60,
    "slow_spam_threshold": 9,
    "slow_spam_ttl": 600,
    "cascading_action": "shadow",
    "cascading_threshold": 3,
}
_VELOCITY: dict[str, Any] = {"cascading_actions": True, "rules": [_RULE]}
_PART: dict[str, Any] = {"threshold": 3, "action": "flag", "time_window": "10m"}
_OF_RULES: dict[str, Any] = {
    "action": "remove",
    "cascading_action": "remove",
    "cascading_threshold": 2,
    "check_message_context": True,
    "fast_spam_threshold": 3,
    "fast_spam_ttl": 1,
    "probation_period": 3,
    "slow_spam_threshold": 5,
    "slow_spam_ttl": 1,
    "url_only": True,
}
_OF_BANS = {"ban_duration", "shadow_ban", "slow_spam_ban_duration", "ip_ban"}
"""These do not change what a check says: they are tried above."""
_OF_PARTS: dict[str, Any] = {
    "enabled": False,
    "action": "remove",
    "threshold": 2,
    "time_window": "1s",
    "min_text_length": 26,
    "track_across_users": True,
}
_FIELDS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    **{
        f"VelocityRule.{name}": (
            {"velocity_filter_config": _VELOCITY},
            {"velocity_filter_config": {**_VELOCITY, "rules": [{**_RULE, name: value}]}},
        )
        for name, value in _OF_RULES.items()
    },
    **{
        f"VelocityConfig.{name}": (
            {"velocity_filter_config": base},
            {"velocity_filter_config": {**base, name: value}},
        )
        for name, base, value in (
            ("enabled", _VELOCITY, False),
            ("async", _VELOCITY, True),
            ("rules", _VELOCITY, []),
            ("cascading_actions", _VELOCITY, False),
            ("cids_per_user", _VELOCITY, 2),
            ("first_message_only", _VELOCITY, True),
            (
                "advanced_filters",
                {"rules": [{**_RULE, "check_message_context": True}]},
                True,
            ),
        )
    },
    **{
        f"{model}.{name}": (
            {"flood_config": {part: _PART}},
            {"flood_config": {part: {**_PART, name: value}}},
        )
        for model, part in (("IdenticalConfig", "identical"), ("SimilarConfig", "similar"))
        for name, value in _OF_PARTS.items()
    },
    "SimilarConfig.similarity_distance": (
        {"flood_config": {"similar": {**_PART, "similarity_distance": 0}}},
        {"flood_config": {"similar": {**_PART, "similarity_distance": 16}}},
    ),
    **{
        f"FloodConfig.{name}": (
            {"flood_config": base},
            {"flood_config": {**base, name: value}},
        )
        for name, base, value in (
            ("enabled", {"identical": _PART}, False),
            ("async", {"identical": _PART}, True),
            ("identical", {}, _PART),
            ("similar", {}, _PART),
            ("allowlist", {"identical": _PART}, [_SPAM[0]]),
        )
    },
}


def test_every_field_of_the_two_is_tried() -> None:
    models = (VelocityConfig, VelocityRule, FloodConfig, IdenticalConfig, SimilarConfig)
    named = {
        f"{model.__name__}.{field.alias or name}"
        for model in models
        for name, field in model.model_fields.items()
    }
    # What follows where an engine did not judge is tried for all of them in one place.
    apart = {f"{model.__name__}.not_judged" for model in models}
    assert named - apart == set(_FIELDS) | {f"VelocityRule.{name}" for name in _OF_BANS}


@pytest.mark.parametrize("field", _FIELDS)
def test_each_field_changes_what_is_judged(world: World, field: str) -> None:
    verdicts = []
    for letter, config in zip("bc", _FIELDS[field], strict=True):
        there = World(world.server, world.server.app(f"app-{letter}"))
        there.put_policy(**config)
        start = now()
        verdicts.append(
            [
                there.told(start + 2 * number * SECOND, str(number), *sent)
                for number, sent in enumerate(_STORY)
            ]
        )
    assert verdicts[0] != verdicts[1]
