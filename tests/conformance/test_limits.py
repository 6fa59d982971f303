"""What is left of an app's rate limits, told to every client under both paths."""

from __future__ import annotations

import pytest
import requests

from tests.running import Running

from .apps import Apps
from .clients import Caller, each_client, effect
from .helpers import Raw, eventually


@pytest.fixture(scope="module")
def own_keys(server: Running, apps: Apps) -> dict[str, str]:
    """Of an app with a limit, which takes a moment to be known."""
    keys = apps.create()
    limits = {"rate_limits": {"server_side": {"list_block_lists": 50}}}
    with requests.Session() as session:
        raw = Raw(session, server.base_url, keys["key"], keys["secret"])
        assert raw.send("PUT", "/api/v1/settings", limits).status_code == 201
    return keys


@each_client("get_rate_limits", "list_block_lists")
@effect("get_rate_limits", through="list_block_lists")
def test_what_is_left_is_told(caller: Caller, own_caller: Caller) -> None:
    _told(own_caller, "")
    assert "ListBlockLists" not in caller.call("get_rate_limits")["server_side"]


@each_client("get_rate_limits_v1", "list_block_lists_v1")
@effect("get_rate_limits_v1", through="list_block_lists_v1")
def test_what_is_left_is_told_on_the_older_path(caller: Caller, own_caller: Caller) -> None:
    _told(own_caller, "_v1")
    assert "ListBlockLists" not in caller.call("get_rate_limits_v1")["server_side"]


def _told(caller: Caller, suffix: str) -> None:
    """Another minute may begin between the two calls."""

    def is_told() -> bool:
        caller.call(f"list_block_lists{suffix}")
        told = caller.call(f"get_rate_limits{suffix}")["server_side"].get("ListBlockLists", {})
        return bool(told) and told["limit"] == 50 and 0 < told["remaining"] < 50

    eventually(is_told)
