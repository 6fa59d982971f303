"""Answers that have everything an answer can have, and refusals, held against getstream's types.

The caller itself holds every answer against them (clients/shapes.py).
"""

from __future__ import annotations

from typing import Any

import pytest
from getstream.models import APIError

from .clients import Caller
from .clients.shapes import problems
from .conftest import Callers
from .helpers import BLOCKED_TEXT, MOVED_TEXT, Raw, eventually, unique

_V2 = "/api/v2/moderation"


@pytest.fixture
def getstream(callers: Callers) -> Caller:
    return callers("getstream")


def _checked(getstream: Caller, policy: str) -> Any:
    return getstream.call(
        "check",
        entity_type="post",
        entity_id=unique("post"),
        entity_creator_id=unique("author"),
        config_key=policy,
        moderation_payload={"texts": [f"{BLOCKED_TEXT}. {MOVED_TEXT}"]},
    )


def test_an_item_with_everything_on_it(
    getstream: Caller, raw: Raw, policy: str, moderator: str
) -> None:
    """Flags of all kinds, a rule's too, a ban, an escalation, a log."""
    rule = {
        "name": "Every post",
        "scope": "user",
        "when": {"type": "post_count", "operator": "gte", "value": 1, "window": "1h"},
        "actions": ["flag_for_review"],
    }
    answer = raw.send("PUT", "/api/v1/rules/whole-answers", rule)
    assert answer.status_code == 201, answer.text
    checked = _checked(getstream, policy)
    assert checked["triggered_rules"] != []
    id, entity = checked["item"]["id"], {"entity_type": "post"}
    entity["entity_id"] = checked["item"]["entity_id"]
    getstream.call("flag", **entity, user_id=moderator, reason="spam")
    for action, options in (
        ("ban", {"reason": "r", "timeout": 5, "channel_cid": "messaging:1"}),
        ("escalate", {"reason": "r"}),
    ):
        act = {"action_type": action, "item_id": id, "user_id": moderator, action: options}
        getstream.call("submit_action", **act)

    def item() -> Any:
        return getstream.call("get_review_queue_item", id=id)["item"]

    try:
        eventually(lambda: len(item()["flags"]) == 4)
    finally:
        raw.send("DELETE", "/api/v1/rules/whole-answers")
    for name in ("actions", "bans", "flags"):
        assert item()[name] != []
    for asked in ({"filter": {"id": id}}, {}, {"stats_only": True}):
        getstream.call("query_review_queue", **asked)


def test_a_partial_check_and_its_task(getstream: Caller, slow_policy: str) -> None:
    checked = _checked(getstream, slow_policy)
    assert checked["status"] == "partial"

    def is_completed() -> bool:
        return bool(getstream.call("get_task", id=checked["task_id"])["status"] == "completed")

    eventually(is_completed)


def test_a_policy_of_many_parts(getstream: Caller, block_list: str) -> None:
    key = unique("policy")
    parts: dict[str, Any] = {
        "block_list_config": {"rules": [{"name": block_list, "action": "remove"}]},
        "ai_image_config": {"rules": [{"label": "Nudity", "action": "flag"}]},
        "ai_audio_config": {},
        "ai_text_config": {"rules": [{"label": "SCAM", "action": "flag"}]},
        "automod_toxicity_config": {
            "rules": [{"label": "insult", "threshold": 0, "action": "flag"}]
        },
    }
    getstream.call("upsert_config", key=key, **parts)
    assert getstream.call("get_config", key=key)["config"].keys() >= parts.keys()
    getstream.call("delete_config", key=key)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", f"{_V2}/check"),
        ("GET", f"{_V2}/review_queue/nothing"),
        ("PUT", f"{_V2}/check"),
        ("GET", "/nothing"),
        ("GET", "/tasks/nothing"),
        ("POST", "/moderation/ban"),
    ],
)
def test_refusals_are_whole(raw: Raw, method: str, path: str) -> None:
    answer = raw.send(method, path, {} if method == "POST" else None)
    assert answer.status_code >= 400
    assert list(problems(APIError, answer.json())) == []
