"""getstream: policies (configs) and who may change them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from getstream import Stream
from getstream.models import (
    AITextConfig,
    AutomodRule,
    AutomodToxicityConfig,
    BlockListConfig,
    BlockListRule,
    BodyguardRule,
    ConfigResponse,
    ModerationPayload,
    SortParamRequest,
    UserRequest,
)

from tests.running import Running

from .apps import Apps
from .conftest import circumvention, stream
from .helpers import BLOCKED_TEXT, CLEAN_TEXT, MOVED_TEXT, Raw, check, is_recent, refused, unique


def put(client: Stream, key: str, **options: Any) -> ConfigResponse:
    config = client.moderation.upsert_config(key=key, **options).data.config
    assert config is not None
    return config


def get(client: Stream, key: str, **options: Any) -> ConfigResponse:
    config = client.moderation.get_config(key, **options).data.config
    assert config is not None
    return config


def by_list(name: str, action: str = "remove") -> BlockListConfig:
    return BlockListConfig(rules=[BlockListRule(name=name, action=action)])


def test_a_policy_is_kept_as_it_was_sent(client: Stream, block_list: str) -> None:
    key = unique("policy")
    toxicity = AutomodToxicityConfig(
        enabled=False, rules=[AutomodRule(label="insult", threshold=0.25, action="bounce")]
    )
    texts = AITextConfig(rules=[BodyguardRule(label="SCAM", action="flag")])
    sent = {
        "ai_text_config": texts,
        "automod_toxicity_config": toxicity,
        "automod_platform_circumvention_config": circumvention("flag", is_async=True),
        "block_list_config": by_list(block_list),
    }
    config = put(client, key, **sent, _async=True)
    assert (config.key, config.team, config._async) == (key, "", True)
    assert is_recent(config.created_at)
    assert config.supported_video_call_harm_types == []
    groups = {each.key: each.group for each in config.ai_image_label_definitions or ()}
    assert groups["Weapon Violence"] == "Graphic Violence"
    assert "Weapons" in (config.ai_image_subclassifications or {})["Violence"]
    names = [each.name for each in config.available_bodyguard_profiles or ()]
    assert "strict" in names
    for name in names:
        put(client, unique("policy"), ai_text_config=AITextConfig(profile=name))
    stored = get(client, key)
    assert stored == config
    for name, value in sent.items():
        assert getattr(stored, name).to_dict() == value.to_dict()
    assert stored.llm_config is None


def test_upserting_replaces_the_whole_policy(client: Stream, block_list: str) -> None:
    key = unique("policy")
    first = put(client, key, block_list_config=by_list(block_list))
    second = put(client, key, automod_platform_circumvention_config=circumvention("flag"))
    assert second.block_list_config is None
    assert second.created_at == first.created_at
    assert second.updated_at > first.updated_at
    assert check(client, BLOCKED_TEXT, key).recommended_action == "keep"
    assert check(client, MOVED_TEXT, key).recommended_action == "flag"


@pytest.mark.parametrize("form", ["a/b", "chat:x y", "k ü/ :%2F", "a/b/c:d"])
def test_keys_may_hold_any_character(client: Stream, block_list: str, form: str) -> None:
    key = f"{unique()}{form}"
    put(client, key, block_list_config=by_list(block_list))
    assert get(client, key).key == key
    assert check(client, BLOCKED_TEXT, key).recommended_action == "remove"
    client.moderation.delete_config(key)
    with refused(404, 16):
        get(client, key)


def test_a_raw_slash_in_the_path_is_part_of_the_key(client: Stream, raw: Raw) -> None:
    """stream-chat JS and node-sdk put keys into the path as they are."""
    name = unique()
    put(client, f"chat:messaging/{name} b")
    config = raw.get(f"/api/v2/moderation/config/chat:messaging/{name}%20b")["config"]
    assert config["key"] == f"chat:messaging/{name} b"


def test_a_deleted_policy_is_gone(client: Stream, block_list: str) -> None:
    key = unique("policy")
    put(client, key, block_list_config=by_list(block_list))
    assert client.moderation.delete_config(key).data.duration.endswith("ms")
    with refused(404, 16):
        get(client, key)
    with refused(404, 16):
        client.moderation.delete_config(key)
    with refused(404, 16, "config_key"):
        check(client, CLEAN_TEXT, key)


def test_a_channels_policy_falls_back_to_its_types_and_to_all(other_app: Stream) -> None:
    other_app.create_block_list(name="words", words=["frobnicate"])

    def action(key: str) -> str:
        return str(check(other_app, BLOCKED_TEXT, key).recommended_action)

    with refused(404, 16, "config_key"):
        action("chat:messaging:general")
    for key, chosen in (("chat", "flag"), ("chat:messaging", "shadow")):
        put(other_app, key, block_list_config=by_list("words", chosen))
        assert action("chat:messaging:general") == chosen
        assert action("chat:messaging") == chosen
    put(other_app, "chat:messaging:general", block_list_config=by_list("words"))
    assert action("chat:messaging:general") == "remove"
    assert action("chat:messaging:other") == "shadow"
    assert action("chat:livestream:general") == "flag"
    put(other_app, "feeds:default", block_list_config=by_list("words", "bounce"))
    assert action("feeds:user") == "bounce"
    with refused(404, 16, "config_key"):
        action("stories:user")


def test_a_teams_policy_comes_before_the_apps(client: Stream, block_list: str) -> None:
    key = unique("policy")
    put(client, key, block_list_config=by_list(block_list, "flag"))
    put(client, key, team="red", block_list_config=by_list(block_list, "remove"))
    assert get(client, key, team="red").team == "red"
    assert get(client, key).team == ""
    for team, action in (("red", "remove"), ("blue", "flag"), (None, "flag")):
        assert check(client, BLOCKED_TEXT, key, config_team=team).recommended_action == action
    client.moderation.delete_config(key, team="red")
    assert check(client, BLOCKED_TEXT, key, config_team="red").recommended_action == "flag"


def test_a_block_list_that_does_not_exist_is_refused(client: Stream) -> None:
    key = unique("policy")
    with refused(400, 4, "block_list_config.rules.0.name"):
        put(client, key, block_list_config=by_list(unique("nothing")))
    with refused(404, 16):
        get(client, key)


def test_the_built_in_list_needs_no_making(client: Stream) -> None:
    key = unique("policy")
    put(client, key, block_list_config=by_list("profanity_en_2020_v1", "flag"))
    answer = check(client, "you are an asshole", key)
    assert answer.recommended_action == "flag"
    assert answer.item is not None
    assert answer.item.flags[0].labels == ["profanity_en_2020_v1"]


@pytest.mark.parametrize(
    ("field", "config"),
    [
        ("key", {"key": ""}),
        ("team", {"team": ""}),
        (
            "block_list_config.rules.0.action",
            {"block_list_config": {"rules": [{"name": "x", "action": "hug"}]}},
        ),
        (
            "automod_toxicity_config.rules.0.threshold",
            {
                "automod_toxicity_config": {
                    "rules": [{"label": "insult", "threshold": 2, "action": "flag"}]
                }
            },
        ),
        ("ai_image_config.rules", {"ai_image_config": {"rules": "all"}}),
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(
    raw: Raw, field: str, config: dict[str, Any]
) -> None:
    answer = raw.send("POST", "/api/v2/moderation/config", {"key": unique(), **config})
    assert (answer.status_code, answer.json()["code"]) == (400, 4)
    assert field in answer.json()["exception_fields"]


def test_images_need_no_confidence_and_old_names_are_known(client: Stream, raw: Raw) -> None:
    key = unique("policy")
    body = {
        "key": key,
        "ai_image_config": {"rules": [{"label": "Nudity", "action": "flag"}]},
        "ai_audio_config": {"enabled": None},
        "ai_video_config": {"rules": [{"label": "Nudity", "action": "flag"}]},
        "bodyguard_config": {"rules": [{"label": "SCAM", "action": "flag"}]},
    }
    raw.post("/api/v2/moderation/config", body)
    config = get(client, key)
    assert config.ai_image_config is not None
    assert config.ai_image_config.rules is not None
    assert config.ai_image_config.rules[0].min_confidence == 50
    assert config.ai_audio_config is not None
    assert (config.ai_audio_config.enabled, config.ai_audio_config.rules) == (True, [])
    assert config.ai_video_config is not None
    assert config.ai_video_config.enabled is True
    assert config.ai_text_config is not None
    assert config.ai_text_config.rules is not None
    assert config.ai_text_config.rules[0].label == "SCAM"


def ask(client: Stream, **options: Any) -> list[str]:
    return [
        config.key for config in client.moderation.query_moderation_configs(**options).data.configs
    ]


def test_policies_are_queried(other_app: Stream) -> None:
    assert ask(other_app) == []
    started = datetime.now(UTC).isoformat()
    for key in ("chat", "chat:b", "feeds", "chat:a"):
        put(other_app, key)
    put(other_app, "chat", team="red")
    by_key = [SortParamRequest(field="key", direction=1)]
    assert ask(other_app, sort=by_key) == ["chat", "chat", "chat:a", "chat:b", "feeds"]
    assert ask(other_app)[0] == "chat"
    assert ask(other_app, filter={"key": "feeds"}) == ["feeds"]
    assert ask(other_app, filter={"key": {"$autocomplete": "chat:"}}, sort=by_key) == [
        "chat:a",
        "chat:b",
    ]
    assert ask(other_app, filter={"key": {"$in": ["feeds", "x"]}}) == ["feeds"]
    assert ask(other_app, filter={"team": "red"}) == ["chat"]
    assert len(ask(other_app, filter={"created_at": {"$gt": started}})) == 5
    assert ask(other_app, filter={"updated_at": {"$lt": started}}) == []
    with refused(400, 4, "filter.mood"):
        ask(other_app, filter={"mood": "good"})
    with refused(400, 4, "sort"):
        ask(other_app, sort=[SortParamRequest(field="mood")])


def test_policies_come_in_pages(other_app: Stream) -> None:
    keys = [f"policy-{number}" for number in range(5)]
    for key in keys:
        put(other_app, key)
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = other_app.moderation.query_moderation_configs(limit=2, next=cursor).data
        assert len(page.configs) <= 2
        found += [config.key for config in page.configs]
        cursor = page.next
        if cursor is None:
            break
    assert found == keys[::-1]
    with refused(400, 4, "next"):
        ask(other_app, next="nothing")


def test_the_sort_that_stream_chat_js_sends_is_understood(client: Stream, raw: Raw) -> None:
    prefix = unique("sorted")
    for name in "abc":
        put(client, f"{prefix}:{name}")
    body = {"filter": {"key": {"$autocomplete": prefix}}, "sort": [{"created_at": 1}], "limit": 2}
    answer = raw.post("/api/v2/moderation/configs", body)
    assert [config["key"][-1] for config in answer["configs"]] == ["a", "b"]
    assert "next" in answer


def test_policies_are_the_moderators(client: Stream, as_user: Callable[[str], Stream]) -> None:
    user, key = unique("user"), unique("policy")
    own = as_user(user)

    def attempts() -> list[Callable[[], object]]:
        return [
            lambda: own.moderation.upsert_config(key=key),
            lambda: own.moderation.get_config(key),
            lambda: own.moderation.query_moderation_configs(),
            lambda: own.moderation.delete_config(key),
        ]

    for attempt in attempts():
        with refused(403, 17):
            attempt()
    client.update_users({user: UserRequest(id=user, role="admin")})
    for attempt in attempts():
        attempt()
    client.upsert_users(UserRequest(id=user, role="user"))
    with refused(403, 17):
        put(own, key)


def test_a_signed_role_is_a_role(raw: Raw) -> None:
    body = {"key": unique("policy")}
    for role, status in (("moderator", 201), ("user", 403)):
        token = raw.token({"user_id": unique("user"), "role": role})
        answer = raw.send("POST", "/api/v2/moderation/config", body, token=token)
        assert answer.status_code == status


def test_without_a_key_the_policy_of_the_type_judges(server: Running, apps: Apps) -> None:
    """By Stream's conventions (contract 6, upsert_config); else the app's default."""
    app = apps.create()
    with stream(server, api_key=app["key"], api_secret=app["secret"]) as client:
        words = {
            "default": "dword",
            "chat": "cword",
            "chat:messaging": "mword",
            "chat:messaging:1": "oword",
            "feeds:default": "fword",
            "user_profile:default": "uword",
        }
        for key, word in words.items():
            client.create_block_list(name=word, words=[word])
            put(client, key, block_list_config=by_list(word))
        text = " ".join(words.values())
        expected = {
            ("post", None): "default",
            ("stream:chat:v1:message", None): "chat",
            ("stream:chat:v1:message", "livestream:1"): "chat",
            ("stream:chat:v1:message", "messaging:2"): "chat:messaging",
            ("stream:chat:v1:message", "messaging:1"): "chat:messaging:1",
            ("stream:feeds:v2:activity", None): "feeds:default",
            ("stream:feeds:v3:comment", None): "feeds:default",
            ("stream:v1:user_profile", None): "user_profile:default",
        }
        for (entity_type, cid), key in expected.items():
            custom = {"channel_cid": cid} if cid else {}
            payload = ModerationPayload(texts=[text], custom=custom)
            fields = {"entity_type": entity_type, "moderation_payload": payload}
            item = check(client, "", None, **fields).item
            assert item is not None and item.flags is not None
            assert (item.config_key, item.flags[0].labels) == (key, [words[key]])
        client.moderation.delete_config("chat:messaging:1")
        payload = ModerationPayload(texts=["mword"], custom={"channel_cid": "messaging:1"})
        fields = {"entity_type": "stream:chat:v1:message", "moderation_payload": payload}
        assert check(client, "", None, **fields).recommended_action == "remove"


def test_one_sub_config_has_one_name(client: Stream, raw: Raw) -> None:
    rules = AITextConfig(rules=[BodyguardRule(label="SCAM", action="flag")])
    key = unique("policy")
    with refused(400, 4, "bodyguard_config"):
        put(client, key, ai_text_config=rules, bodyguard_config=rules)
    assert put(client, key, bodyguard_config=rules).ai_text_config == rules
    calls = {"flag_all_labels": True, "flagged_labels": ["NSFW"]}
    body = {"key": key, "video_call_rule_config": {**calls, "flag_all": True}}
    answered = raw.send("POST", "/api/v2/moderation/config", body)
    assert list(answered.json()["exception_fields"]) == ["video_call_rule_config.flag_all"]
    body["video_call_rule_config"] = calls
    config = raw.post("/api/v2/moderation/config", body)["config"]
    assert config["video_call_rule_config"] == calls
    assert config["not_in_effect"] == ["video_call_rule_config"]
