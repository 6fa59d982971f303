"""An app moves from one Gavel, which plays Stream, into an empty app of another."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.running import ROOT, Running

from .apps import Apps
from .clients.python import Getstream
from .helpers import mostly_local, unique

ROOM = "messaging:lobby"


class Moving:
    """Two apps of one runtime, and the command between them."""

    def __init__(self, server: Running, apps: Apps, folder: Path) -> None:
        self._server, self._state = server, folder / "state.json"
        self._old, self._new = apps.create(), apps.create()
        self.old, self.new = self._client(self._old), self._client(self._new)

    def _client(self, app: dict[str, str]) -> Getstream:
        return Getstream(self._server.base_url, api_key=app["key"], api_secret=app["secret"])

    def run(self, *options: str) -> tuple[int, str]:
        """The exit status and what was printed."""
        environment = {
            **os.environ,
            "STREAM_API_KEY": self._old["key"],
            "STREAM_API_SECRET": self._old["secret"],
            "GAVEL_API_KEY": self._new["key"],
            "GAVEL_API_SECRET": self._new["secret"],
        }
        url = self._server.base_url
        command = ["--source", url, "--target", url, "--state", str(self._state), *options]
        done = subprocess.run(
            [sys.executable, "-m", "infra.local.migrate", *command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def close(self) -> None:
        self.old.close()
        self.new.close()


@pytest.fixture
def moving(server: Running, apps: Apps, tmp_path: Path) -> Iterator[Moving]:
    moving = Moving(server, apps, tmp_path)
    yield moving
    moving.close()


def fill(old: Getstream) -> None:
    old.call("create_block_list", name="rude", words=["frobnicate"], is_leet_check_enabled=True)
    old.call(
        "upsert_config",
        key="chat",
        block_list_config={"rules": [{"name": "rude", "action": "remove"}]},
    )
    old.call(
        "upsert_moderation_rule",
        name="Links of the new",
        rule_type="content",
        config_keys=["chat"],
        conditions=[{"type": "text_content", "text_content_params": {"contains_url": True}}],
        action={"type": "flag_content"},
    )
    old.call(
        "create_queue",
        name="Escalated",
        type="operational_queue",
        filters={"escalated": True},
        sort=[{"field": "created_at", "direction": -1}],
    )
    users = {f"u{n:03d}": {"id": f"u{n:03d}", "name": f"User {n}"} for n in range(100)}
    old.call("update_users", users=users)
    old.call("update_users", users={"mo": {"id": "mo", "role": "moderator", "custom": {"a": 1}}})
    old.call("ban", target_user_id="u001", banned_by_id="mo", reason="spam", timeout=600)
    old.call("ban", target_user_id="u002", banned_by_id="mo", channel_cid=ROOM)
    old.call("bypass", target_user_id="u003", enabled=True)


def bans_of(app: Getstream) -> list[dict[str, Any]]:
    payload = {"filter_conditions": {}, "sort": [{"field": "created_at", "direction": 1}]}
    bans: list[dict[str, Any]] = app.call("query_banned_users", payload=payload)["bans"]
    return bans


def test_an_app_moves_with_all_it_has(moving: Moving) -> None:
    fill(moving.old)
    status, said = moving.run()
    assert status == 0, said
    assert "everything has a counterpart in Gavel" in said
    assert "users: 101 taken" in said
    assert moving.new.call("query_moderation_configs")["configs"] == []

    status, said = moving.run("--apply")
    assert status == 0, said
    new = moving.new
    assert new.call("get_block_list", name="rude")["blocklist"]["is_leet_check_enabled"] is True
    (config,) = new.call("query_moderation_configs")["configs"]
    assert config["block_list_config"]["rules"] == [{"name": "rude", "action": "remove"}]
    (rule,) = new.call("query_moderation_rules")["rules"]
    assert (rule["name"], rule["config_keys"]) == ("Links of the new", ["chat"])
    (queue,) = new.call("list_queues")["queues"]
    assert (queue["name"], queue["filters"]) == ("Escalated", {"escalated": True})
    found = new.call("query_users", payload={"filter_conditions": {"id": {"$in": ["mo", "u003"]}}})
    users = {user["id"]: user for user in found["users"]}
    assert (users["mo"]["role"], users["mo"]["custom"]["a"]) == ("moderator", 1)
    assert users["u003"]["bypass_moderation"] is True
    timed, channel = bans_of(new)
    assert (timed["user"]["id"], timed["reason"]) == ("u001", "spam")
    assert abs(timed["expires"] - bans_of(moving.old)[0]["expires"]) < 61 * 10**9
    assert (channel["user"]["id"], channel["channel"]["cid"]) == ("u002", ROOM)
    checked = new.call(
        "check",
        entity_type="post",
        entity_id=unique("post"),
        entity_creator_id="u050",
        config_key="chat",
        moderation_payload={"texts": ["go and fr0bnicate"]},
    )
    assert checked["recommended_action"] == "remove"


@mostly_local
def test_what_is_done_is_not_done_again(moving: Moving) -> None:
    moving.old.call("create_queue", name="Mine", type="operational_queue")
    moving.old.call("create_block_list", name="rude", words=["frobnicate"])
    assert moving.run("--apply")[0] == 0
    status, said = moving.run("--apply")
    # All is over, so nothing is read any more.
    assert (status, said.strip()) == (0, "everything is in Gavel")
    (queue,) = moving.new.call("list_queues")["queues"]
    assert queue["name"] == "Mine"


@mostly_local
def test_what_has_no_counterpart_is_named(moving: Moving) -> None:
    moving.old.call("upsert_config", key="calls", ai_audio_config={"profile": "strict"})
    status, said = moving.run()
    assert status == 1
    assert "- policies: calls: ai_audio_config: has no counterpart in Gavel" in said


@mostly_local
def test_a_wrong_secret_is_told(moving: Moving) -> None:
    moving._old["secret"] = "x" * 40
    status, said = moving.run()
    assert status == 2
    assert said.startswith("migrate: ")
    assert "Traceback" not in said
