"""An app's settings and its tasks, through every client, under both paths."""

from __future__ import annotations

from typing import Any

from .clients import Caller, each_client, effect, refusal
from .helpers import unique

_MISSING = "00000000-0000-0000-0000-000000000000"


@each_client("update_app", "get_app", "flag")
@effect("update_app", through="get_app")
@effect("update_app", through="flag")
@effect("get_app", through="update_app")
def test_settings_are_kept_and_in_effect(caller: Caller, own_caller: Caller) -> None:
    """Of an app in which nobody else flags."""
    _kept(own_caller, caller, "")
    flag = {"entity_type": "post", "entity_id": unique("post"), "user_id": "rea"}
    assert refusal(own_caller, "flag", **flag, reason="boring") == (400, 4)
    own_caller.call("flag", **flag, reason="spam")
    caller.call("flag", **flag, reason="boring")


@each_client("update_app_v1", "get_app_v1", "flag_v1")
@effect("update_app_v1", through="get_app_v1")
@effect("update_app_v1", through="flag_v1")
@effect("get_app_v1", through="update_app_v1")
def test_settings_of_the_older_path_are_kept_and_in_effect(
    caller: Caller, own_caller: Caller
) -> None:
    _kept(own_caller, caller, "_v1")
    flag = {"target_message_id": unique("message"), "user_id": "rea"}
    assert refusal(own_caller, "flag_v1", **flag, reason="boring") == (400, 4)
    own_caller.call("flag_v1", **flag, reason="spam")
    caller.call("flag_v1", **flag, reason="boring")


def _kept(caller: Caller, other: Caller, suffix: str) -> None:
    caller.call(f"update_app{suffix}", allowed_flag_reasons=["spam", "rude"])
    assert _reasons(caller, suffix) == ["spam", "rude"]
    assert not _reasons(other, suffix)
    wrong: dict[str, Any] = {"allowed_flag_reasons": ["r" * 256]}
    assert refusal(caller, f"update_app{suffix}", **wrong) == (400, 4)
    of_chat = {"before_message_send_hook_url": "https://example.com"}
    assert refusal(caller, f"update_app{suffix}", **of_chat) == (400, 4)
    assert _reasons(caller, suffix) == ["spam", "rude"]


def _reasons(caller: Caller, suffix: str) -> Any:
    return caller.call(f"get_app{suffix}")["app"]["allowed_flag_reasons"]


@each_client("get_task_v1", "delete_users_v1")
@effect("get_task_v1", through="delete_users_v1")
def test_a_task_of_the_older_path(caller: Caller, other_caller: Caller, user: str) -> None:
    task = caller.call("delete_users_v1", user_ids=[user])["task_id"]
    told = caller.call("get_task_v1", id=task)
    assert (told["task_id"], told["status"]) == (task, "completed")
    assert refusal(other_caller, "get_task_v1", id=task) == (404, 16)
    assert refusal(caller, "get_task_v1", id=_MISSING) == (404, 16)
