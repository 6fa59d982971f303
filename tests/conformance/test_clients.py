"""That the table of operations is the clients' own, and that each of them is really called."""

from __future__ import annotations

import shutil

import pytest

from .clients import Caller, Refused, each_client, effect
from .clients.node import operations_of_stream_chat
from .clients.operations import CHAT, JS, OPERATIONS
from .clients.python import CHAT_CALLS
from .helpers import BLOCKED, unique


def test_each_operation_of_a_client_can_be_called() -> None:
    assert {each.id for each in OPERATIONS.values() if CHAT in each.clients} == CHAT_CALLS


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
def test_each_operation_of_stream_chat_for_javascript_can_be_called() -> None:
    known = {each.id for each in OPERATIONS.values() if JS in each.clients}
    assert operations_of_stream_chat() - {"check_user_profile"} == known


@each_client("create_block_list", "get_block_list", "list_block_lists")
@effect("create_block_list", through="get_block_list")
@effect("list_block_lists", through="get_block_list")
def test_a_block_list_is_there(caller: Caller, other_caller: Caller) -> None:
    name = unique("list")
    caller.call("create_block_list", name=name, words=[BLOCKED])
    assert caller.call("get_block_list", name=name)["blocklist"]["words"] == [BLOCKED]
    assert name in {each["name"] for each in caller.call("list_block_lists")["blocklists"]}
    with pytest.raises(Refused) as caught:
        other_caller.call("get_block_list", name=name)
    assert (caught.value.status, caught.value.code) == (404, 16)


@each_client("create_block_list_v1", "get_block_list_v1", "delete_block_list_v1")
@effect("create_block_list_v1", through="get_block_list_v1")
@effect("delete_block_list_v1", through="get_block_list_v1")
def test_a_block_list_of_the_older_paths_comes_and_goes(caller: Caller) -> None:
    name = unique("list")
    caller.call("create_block_list_v1", name=name, words=[BLOCKED])
    assert caller.call("get_block_list_v1", name=name)["blocklist"]["words"] == [BLOCKED]
    caller.call("delete_block_list_v1", name=name)
    with pytest.raises(Refused) as caught:
        caller.call("get_block_list_v1", name=name)
    assert (caught.value.status, caught.value.code) == (404, 16)
