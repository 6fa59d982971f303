"""stream-chat (Python): the old unversioned paths, whose times are RFC 3339."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from getstream import Stream
from getstream.models import UserRequest
from stream_chat import StreamChat
from stream_chat.base.exceptions import StreamAPIException

from .helpers import MOVED_TEXT, check, eventually, is_recent, item_of, unique

BUILT_IN = "profanity_en_2020_v1"


@contextmanager
def refused(status: int, code: int) -> Iterator[None]:
    with pytest.raises(StreamAPIException) as caught:
        yield
    error = caught.value
    assert error.json_response
    assert (error.status_code, error.error_code) == (status, code), error
    assert " failed with error: " in error.error_message


def is_recent_text(value: Any) -> bool:
    return (
        isinstance(value, str) and value.endswith("Z") and is_recent(datetime.fromisoformat(value))
    )


@pytest.mark.parametrize(
    ("method", "target", "entity_type"),
    [
        ("flag_message", "target_message_id", "stream:chat:v1:message"),
        ("flag_user", "target_user_id", "stream:user"),
    ],
)
def test_flagging(
    chat: StreamChat, client: Stream, method: str, target: str, entity_type: str
) -> None:
    entity, reporter = unique("entity"), unique("reporter")
    answer = getattr(chat, method)(entity, user_id=reporter, reason="spam", custom={"x": 1})
    assert answer.status_code() == 201
    assert answer["duration"].endswith("ms")
    flag = answer["flag"]
    assert (flag[target], flag["reason"], flag["created_by_automod"]) == (entity, "spam", False)
    assert flag["user"]["id"] == reporter
    assert flag["custom"] == {"x": 1}
    assert is_recent_text(flag["created_at"])
    assert is_recent_text(flag["updated_at"])
    item = item_of(client, answer["review_queue_item_id"])
    assert (item.entity_type, item.entity_id) == (entity_type, entity)
    assert (item.flags[0].user_id, item.flags[0].reason) == (reporter, "spam")


def test_a_flag_needs_a_user_and_one_target(chat: StreamChat) -> None:
    with refused(400, 4):
        chat.flag_message(unique())
    with refused(400, 4):
        chat.flag_user(unique(), user_id="ada", target_message_id=unique())
    with refused(400, 4):
        chat.flag_user("", user_id="ada")
    with refused(400, 4):
        chat.flag_user(unique(), user_id="ada", reason="r" * 256)


def test_a_list_is_made_read_changed_and_deleted(chat: StreamChat) -> None:
    name = unique("list")
    made = chat.create_blocklist(name, ["foo"])
    assert made.status_code() == 201
    assert (made["blocklist"]["name"], made["blocklist"]["words"]) == (name, ["foo"])
    assert (made["blocklist"]["type"], made["blocklist"]["team"]) == ("word", "")
    listed = {each["name"]: each for each in chat.list_blocklists()["blocklists"]}
    assert listed[name]["words"] == ["foo"]
    assert BUILT_IN in listed
    for each in listed.values():
        assert each["created_at"].endswith("Z")
        assert each["updated_at"].endswith("Z")
    assert chat.update_blocklist(name, ["bar"]).status_code() == 201
    found = chat.get_blocklist(name)
    assert found.status_code() == 200
    assert found["blocklist"]["words"] == ["bar"]
    assert is_recent_text(found["blocklist"]["updated_at"])
    deleted = chat.delete_blocklist(name)
    assert deleted.status_code() == 200
    assert set(deleted) == {"duration"}
    attempts: tuple[Callable[[], object], ...] = (
        lambda: chat.get_blocklist(name),
        lambda: chat.update_blocklist(name, ["a"]),
        lambda: chat.delete_blocklist(name),
    )
    for attempt in attempts:
        with refused(404, 16):
            attempt()


def test_what_is_no_list_is_refused(chat: StreamChat) -> None:
    name = unique("list")
    chat.create_blocklist(name, ["foo"])
    with refused(400, 4):
        chat.create_blocklist(name, ["foo"])
    with refused(400, 4):
        chat.create_blocklist(unique("list"), ["foo"], type="colour")
    with refused(400, 4):
        chat.update_blocklist(BUILT_IN, ["foo"])


def test_lists_are_the_same_as_under_v2(chat: StreamChat, client: Stream) -> None:
    name = unique("list")
    chat.create_blocklist(name, ["foo"])
    found = client.get_block_list(name).data.blocklist
    assert found is not None
    assert found.words == ["foo"]


def test_a_task(chat: StreamChat, client: Stream, slow_policy: str) -> None:
    id = check(client, MOVED_TEXT, slow_policy).task_id
    assert id is not None
    eventually(lambda: chat.get_task(id)["status"] == "completed")
    task = chat.get_task(id)
    assert task.status_code() == 200
    assert task["task_id"] == id
    assert task["result"]["recommended_action"] == "flag"
    assert is_recent_text(task["created_at"])
    assert is_recent_text(task["updated_at"])
    with refused(404, 16):
        chat.get_task(unique("task"))


def test_users_are_made_and_changed(chat: StreamChat) -> None:
    id = unique("user")
    answer = chat.upsert_users([{"id": id, "name": "Ann", "role": "admin"}, {"id": f"{id}-2"}])
    assert answer.status_code() == 201
    assert set(answer["users"]) == {id, f"{id}-2"}
    user = answer["users"][id]
    assert (user["id"], user["name"], user["role"], user["banned"]) == (id, "Ann", "admin", False)
    assert is_recent_text(user["created_at"])
    again = chat.upsert_user({"id": id, "name": "Anna"})["users"][id]
    assert (again["name"], again["role"]) == ("Anna", "admin")
    assert again["created_at"] == user["created_at"]
    with refused(400, 4):
        chat.upsert_user({"id": id, "name": 5})


def test_a_users_own_fields_are_flat(chat: StreamChat, client: Stream) -> None:
    """The old path has no `custom`: what a chat app adds stands beside the name."""
    id = unique("user")
    user = chat.upsert_user({"id": id, "favourite": "blue", "level": 3})["users"][id]
    assert (user["favourite"], user["level"]) == ("blue", 3)
    shown = client.upsert_users(UserRequest(id=id)).data
    assert shown.users[id].custom == {"favourite": "blue", "level": 3}
