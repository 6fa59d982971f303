"""No secret of an app lies open anywhere: not in the store, an answer, the log, a backup or a file.

It arrives where it is to be sent all the same.
"""

from __future__ import annotations

import asyncio
import base64
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from common.configuration.context import now
from common.configuration.opening import open_store
from common.delivery.deliveries import deliver
from common.domain.action import action_key
from common.domain.apps import api_key_key
from common.domain.item import ITEMS
from common.domain.user import history_key
from common.domain.vault import KEY_FILE, is_sealed
from common.queue.messages import DueDelivery
from common.settings import load_settings
from common.store.store import Key, Update
from infra.local.backup import back_up
from infra.local.seal import seal
from tests.faults.waiting import wait_until
from tests.functional.inprocess import Server, in_process
from tests.functional.judging import Judging
from tests.model_server import ModelServer, finds
from tests.on_backends import backends, emulators
from tests.receiver import Receiver
from tests.running import Running, running

AUTH, QUEUE, TOPIC = "auth-s3cret-value", "sqs-s3cret-value", "sns-s3cret-value"
PROVIDER, SESSION = "sk-s3cret-0123456789", "session-s3cret-value"
SIGNING = "whsec_c2lnbmluZy1zM2NyZXQtdmFsdWUtMDEyMzQ1Njc4OQ=="
PRIVATE = "whsk_cHJpdmF0ZS1zM2NyZXQtMzItYnl0ZXMtbG9uZy1vaz0="
V2 = "/api/v2/moderation"


class World:
    def __init__(self, server: Server, receiver: Receiver) -> None:
        self.server = server
        self.receiver = receiver
        self.app = server.app("app-a")
        self.secrets = [AUTH, QUEUE, TOPIC, PROVIDER, SESSION, SIGNING, self.app.credentials.secret]

    def send(self, method: str, path: str, body: Any = None) -> Any:
        answered = self.server.call(self.app, method, path, body)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def plant(self) -> None:
        for id in ("hide", "show"):
            self.put_action(id, auth_value=AUTH)
        queue = "https://sqs.eu-west-1.amazonaws.com/1/q"
        hooks = [
            {
                "id": "queue",
                "hook_type": "sqs",
                "sqs_queue_url": queue,
                "sqs_key": "AK",
                "sqs_secret": QUEUE,
                "enabled": True,
                "event_types": [],
            },
            {
                "id": "topic",
                "hook_type": "sns",
                "sns_topic_arn": "arn:aws:sns:eu-west-1:123456789012:t",
                "sns_key": "AK",
                "sns_secret": TOPIC,
                "enabled": True,
                "event_types": [],
            },
        ]
        self.send("PATCH", "/api/v2/app", {"event_hooks": hooks})
        provider = {"kind": "rekognition", "key": PROVIDER, "images": True}
        options = {"access_key_id": "AK", "region": "eu-west-1", "session_token": SESSION}
        self.send("PUT", "/api/v1/providers/seer", {**provider, "options": options})
        self.send("PUT", "/api/v1/settings", {"signing_secrets": [SIGNING]})

    def put_action(self, id: str, **fields: Any) -> None:
        body = {"name": id, "kind": "post", "url": self.receiver.url(f"/{id}"), **fields}
        self.send("PUT", f"/api/v1/actions/{id}", body)

    def order(self, action: str) -> str:
        flagged = {"entity_type": "post", "entity_id": "p", "entity_creator_id": "ann"}
        item = self.send("POST", f"{V2}/flag", {**flagged, "user_id": "bob"})["item_id"]
        act = {"action_type": "custom", "item_id": item, "user_id": "m", "custom": {"id": action}}
        self.send("POST", f"{V2}/submit_action", act)
        found = self.send("GET", "/api/v1/deliveries")
        return str(found["deliveries"][0]["id"])

    def deliver(self, id: str) -> None:
        due = DueDelivery(self.app.name, id)
        self.server.run(deliver(self.server.context, due, now()))

    def stored(self, key: Key[Any]) -> Any:
        (found,) = self.server.run(self.server.context.store.get([key]))
        assert found is not None
        return found.data


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    data = tmp_path_factory.mktemp("secrets") / "data"
    with Receiver() as receiver, in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1") as server:
        yield World(server, receiver)


def _bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_no_file_answer_or_log_has_one(
    world: World,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    world.plant()
    world.deliver(world.order("hide"))
    assert world.receiver.requests[-1].headers["Authorization"] == AUTH
    paths = ["actions", "actions/hide", "settings", "providers", "log", "deliveries", "endpoints"]
    told = [json.dumps(world.send("GET", f"/api/v1/{path}")) for path in paths]
    told += [
        json.dumps(world.send("GET", "/api/v2/app")),
        json.dumps(world.send("POST", "/api/v1/actions/hide/test", {})),
    ]
    for row in world.server.documents():
        told.append(str(row))
    with_key = tmp_path / "backup"
    back_up(load_settings(), with_key)
    assert (with_key / KEY_FILE).read_bytes() == (world.server.data / KEY_FILE).read_bytes()
    (with_key / KEY_FILE).unlink()
    captured = capfd.readouterr()
    told += [caplog.text, captured.out, captured.err]
    held = _bytes_of(world.server.data) + _bytes_of(with_key)
    for secret in world.secrets:
        assert not [text[:200] for text in told if secret in text]
        assert secret.encode() not in held


def test_a_copied_ciphertext_opens_nowhere_else(world: World) -> None:
    world.plant()
    other = world.server.app("app-b")
    taken = world.stored(action_key(world.app.name, "hide"))["auth_value"]
    assert is_sealed(taken)
    show = action_key(world.app.name, "show")
    swap = world.server.context.store.commit([Update(show, set={"auth_value": taken})])
    with pytest.raises(Exception, match="give it again"):
        world.server.run(swap)
    _swap_below(world, show, {"auth_value": taken})
    delivery = world.order("show")
    world.deliver(delivery)
    shown = world.send("GET", f"/api/v1/deliveries/{delivery}")["delivery"]
    assert "auth_value is not what was encrypted for this place" in shown["tries"][-1]["detail"]
    assert not world.receiver.requests
    answered = world.server.call(world.app, "POST", "/api/v1/actions/show/test", {})
    assert answered.status == 400 and "cannot be sent" in answered.text
    theirs = api_key_key(other.credentials.key)
    secret = world.stored(api_key_key(world.app.credentials.key))["secret"]
    _swap_below(world, theirs, {"secret": secret})
    assert world.server.call(other, "GET", "/api/v1/actions").status == 500
    assert world.server.call(world.app, "GET", "/api/v1/actions").status == 200


def _swap_below(world: World, key: Key[Any], fields: dict[str, Any]) -> None:
    """As somebody does who can write to the store and has no key."""
    store = open_store(load_settings())
    try:
        world.server.run(store.commit([Update(key, set=fields)]))
    finally:
        store.close()
    world.server.run(world.server.context.configurations.change(world.app.name, []))


def test_what_an_earlier_release_kept_open_is_sent_and_sealed_when_it_is_next_written(
    world: World,
) -> None:
    world.put_action("hide")
    key = action_key(world.app.name, "hide")
    _swap_below(world, key, {"auth_value": AUTH})
    world.deliver(world.order("hide"))
    assert world.receiver.requests[-1].headers["Authorization"] == AUTH
    world.put_action("hide", method="GET")
    assert is_sealed(world.stored(key)["auth_value"])
    world.deliver(world.order("hide"))
    assert world.receiver.requests[-1].headers["Authorization"] == AUTH


def test_a_secret_that_comes_again_changes_no_webhook(world: World) -> None:
    world.plant()
    before = world.send("GET", "/api/v2/app")["app"]["event_hooks"]
    hooks = [
        {**hook, f"{hook['hook_type']}_secret": {"sqs": QUEUE, "sns": TOPIC}[hook["hook_type"]]}
        for hook in before
    ]
    world.send("PATCH", "/api/v2/app", {"event_hooks": hooks})
    assert world.send("GET", "/api/v2/app")["app"]["event_hooks"] == before
    hooks[0]["sqs_secret"] = "another"
    world.send("PATCH", "/api/v2/app", {"event_hooks": hooks})
    after = world.send("GET", "/api/v2/app")["app"]["event_hooks"]
    assert after[0]["updated_at"] != before[0]["updated_at"] and after[1] == before[1]


def test_the_public_key_is_that_of_the_private_one_that_is_sealed(world: World) -> None:
    shown = world.send("PUT", "/api/v1/settings", {"signing_keys": [PRIVATE]})["settings"]
    assert len(shown["public_keys"]) == 1
    assert world.send("GET", "/api/v1/settings")["settings"]["public_keys"] == shown["public_keys"]
    assert PRIVATE.encode() not in _bytes_of(world.server.data)


def test_a_provider_is_asked_with_its_key(tmp_path: Path) -> None:
    settings = {"GAVEL_EGRESS_ALLOW": "127.0.0.1"}
    with ModelServer() as model, in_process(tmp_path / "data", **settings) as server:
        assert isinstance(model, ModelServer)
        judging = Judging(server, model)
        model.plays(finds({"hurt you": ("THREAT", "critical")}))
        judging.put_provider(key=PROVIDER)
        judging.judge_with()
        assert judging.judged("I will hurt you")["recommended_action"] == "remove"
        assert model.requests[-1].headers["authorization"] == f"Bearer {PROVIDER}"
        kept = {"kind": "chat_json", "url": model.base, "model": "other"}
        assert judging.send("PUT", "/api/v1/providers/model", kept)["provider"]["has_key"] is True
        judging.judged("I will hurt you again", id="q")
        assert model.requests[-1].headers["authorization"] == f"Bearer {PROVIDER}"
        assert PROVIDER.encode() not in _bytes_of(tmp_path)


@pytest.mark.parametrize("backend", backends())
def test_a_secret_arrives_from_every_store_and_lies_open_in_none(
    backend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in emulators(backend).items():
        monkeypatch.setenv(name, value)
    with Receiver() as receiver:
        allowed = {"GAVEL_EGRESS_ALLOW": "127.0.0.1", **emulators(backend)}
        with running(tmp_path / "data", backend, **allowed) as runtime:
            headers = {"authorization": f"token {runtime.token}"}
            url = f"{runtime.base_url}/api/v1"

            def send(method: str, path: str, body: Any) -> None:
                asked = requests.request(method, url + path, json=body, headers=headers, timeout=30)
                asked.raise_for_status()

            action = {"name": "Hide", "kind": "post", "url": receiver.url("/hide")}
            send("PUT", "/actions/hide", {**action, "auth_header": "X-Key", "auth_value": AUTH})
            when = {"type": "in_list", "lists": ["profanity_en_2020_v1"]}
            rule = {"name": "R", "scope": "post", "when": when, "actions": ["hide"]}
            send("PUT", "/rules/r", rule)
            post = {"post_id": "1", "user_id": "ann", "text_data": "what utter bullshit"}
            send("POST", "/task/sync", post)
            wait_until(lambda: bool(receiver.requests), "the callback", 30)
            assert receiver.requests[-1].headers["X-Key"] == AUTH
            assert AUTH not in runtime.log
            assert AUTH.encode() not in _bytes_of(tmp_path)
            assert is_sealed(asyncio.run(_stored(runtime))["auth_value"])


async def _stored(runtime: Running) -> Any:
    store = open_store(load_settings(runtime.environment))
    try:
        (found,) = await store.get([action_key("default", "hide")])
    finally:
        store.close()
    assert found is not None
    return found.data


def test_what_lies_open_or_under_an_old_key_is_sealed_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.plant()
    key = action_key(world.app.name, "hide")
    _swap_below(world, key, {"auth_value": AUTH})
    first = world.server.run(seal(load_settings()))
    assert (first.sealed, first.lost) == (1, []) and first.looked_at > 6
    assert world.server.run(seal(load_settings())).sealed == 0
    old = (world.server.data / KEY_FILE).read_text().strip()
    new = base64.b64encode(bytes(range(32))).decode()
    monkeypatch.setenv("GAVEL_ENCRYPTION_KEY", new)
    moved = world.server.run(seal(load_settings()))
    assert (moved.sealed, moved.lost) == (moved.looked_at - _without_secrets(world), [])
    (world.server.data / KEY_FILE).unlink()
    assert world.server.run(seal(load_settings())).sealed == 0
    monkeypatch.setenv("GAVEL_ENCRYPTION_KEY", old)
    lost = world.server.run(seal(load_settings())).lost
    assert len(lost) == moved.sealed and AUTH not in str(lost)
    assert any("action/hide" in each for each in lost)


def test_users_keys_move_under_a_new_key_and_what_they_wrote_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_process(tmp_path / "data", GAVEL_ENCRYPT_CONTENT="true") as server:
        app = server.app("app-a")
        post = {"entity_type": "post", "entity_creator_id": "ann"}
        for id in ("1", "2"):
            content = {"texts": [f"planted text {id}"]}
            body = {**post, "entity_id": id, "moderation_payload": content}
            assert server.call(app, "POST", f"{V2}/check", body).status == 201
        assert b"planted text" not in _bytes_of(tmp_path)
        key = history_key(app.name, "ann")
        (before,) = server.run(_bare(key))
        monkeypatch.setenv("GAVEL_ENCRYPTION_KEY", base64.b64encode(bytes(range(32))).decode())
        assert server.run(seal(load_settings())).lost == []
        (after,) = server.run(_bare(key))
        assert is_sealed(after["data_key"]) and after["data_key"] != before["data_key"]
        (server.data / KEY_FILE).unlink()
        server.close()
        items = server.run(server.context.store.query(ITEMS, app=app.name)).documents
        assert {each.data["payload"]["texts"][0][-1] for each in items} == {"1", "2"}


async def _bare(key: Key[Any]) -> list[Any]:
    store = open_store(load_settings())
    try:
        return [each.data for each in await store.get([key]) if each is not None]
    finally:
        store.close()


def _without_secrets(world: World) -> int:
    """Of the credentials that have none: they are their own proof."""
    rows = [row for row in world.server.documents("") if row[1] == "credential"]
    return sum(b'"secret"' not in row[4].encode() for row in rows)
