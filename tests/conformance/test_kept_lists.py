"""Block lists through every client, under both paths."""

from __future__ import annotations

from typing import Any

from getstream import Stream
from getstream.models import BlockListConfig, BlockListRule

from .clients import Caller, each_client, effect, refusal
from .helpers import BLOCKED, check, unique

_BUILT_IN = "profanity_en_2020_v1"


@each_client("create_block_list", "get_block_list", "update_block_list", "delete_block_list")
@effect("create_block_list", through="get_block_list")
@effect("update_block_list", through="check")
@effect("update_block_list", through="get_block_list")
@effect("delete_block_list", through="list_block_lists")
@effect("list_block_lists", through="create_block_list")
def test_a_list_comes_and_goes(caller: Caller, other_caller: Caller, client: Stream) -> None:
    _comes_and_goes(caller, other_caller, client, "")


@each_client(
    "create_block_list_v1", "get_block_list_v1", "update_block_list_v1", "delete_block_list_v1"
)
@effect("create_block_list_v1", through="get_block_list_v1")
@effect("get_block_list_v1", through="create_block_list_v1")
@effect("update_block_list_v1", through="check")
@effect("update_block_list_v1", through="get_block_list_v1")
@effect("delete_block_list_v1", through="list_block_lists_v1")
@effect("list_block_lists_v1", through="create_block_list_v1")
def test_a_list_of_the_older_paths_comes_and_goes(
    caller: Caller, other_caller: Caller, client: Stream
) -> None:
    _comes_and_goes(caller, other_caller, client, "_v1")


def _comes_and_goes(caller: Caller, other: Caller, client: Stream, suffix: str) -> None:
    name = unique("list")

    def listed(by: Caller) -> dict[str, Any]:
        found = by.call(f"list_block_lists{suffix}")["blocklists"]
        return {each["name"]: each["words"] for each in found}

    caller.call(f"create_block_list{suffix}", name=name, words=["frobbing"])
    assert listed(caller)[name] == ["frobbing"]
    assert name not in listed(other)
    caller.call(f"update_block_list{suffix}", name=name, words=[BLOCKED])
    assert caller.call(f"get_block_list{suffix}", name=name)["blocklist"]["words"] == [BLOCKED]
    assert _found_by_checks(client, name)
    one: dict[str, dict[str, Any]] = {
        f"get_block_list{suffix}": {},
        f"update_block_list{suffix}": {"words": ["x"]},
        f"delete_block_list{suffix}": {},
    }
    for operation, fields in one.items():
        assert refusal(other, operation, name=name, **fields) == (404, 16)
    caller.call(f"delete_block_list{suffix}", name=name)
    assert name not in listed(caller)
    for operation, fields in one.items():
        assert refusal(caller, operation, name=name, **fields) == (404, 16)


def _found_by_checks(client: Stream, name: str) -> bool:
    """The policy that names the list goes, as the list will."""
    key = unique("policy")
    rules = [BlockListRule(name=name, action="remove")]
    client.moderation.upsert_config(key=key, block_list_config=BlockListConfig(rules=rules))
    try:
        return bool(check(client, BLOCKED, key).recommended_action == "remove")
    finally:
        client.moderation.delete_config(key)


@each_client("create_block_list", "update_block_list", "delete_block_list")
def test_what_is_no_list_is_refused(caller: Caller) -> None:
    _refused(caller, "")


@each_client("create_block_list_v1", "update_block_list_v1", "delete_block_list_v1")
def test_what_is_no_list_of_the_older_paths_is_refused(caller: Caller) -> None:
    _refused(caller, "_v1")


def _refused(caller: Caller, suffix: str) -> None:
    wrong = {"name": unique("list"), "words": ["a"], "type": "colour"}
    assert refusal(caller, f"create_block_list{suffix}", **wrong) == (400, 4)
    built_in = {"name": _BUILT_IN, "words": ["a"]}
    for operation in ("create_block_list", "update_block_list"):
        assert refusal(caller, f"{operation}{suffix}", **built_in) == (400, 4)
    assert refusal(caller, f"delete_block_list{suffix}", name=_BUILT_IN) == (400, 4)
