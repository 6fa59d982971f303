"""Engines that take long, fail, or ask for more than content; and where somebody writes from."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.domain.content import Content, Submission
from common.domain.item import Item, item_id, item_key
from common.domain.labels import Label
from common.domain.times import HOUR
from common.engines.engine import Classifier, CreatorFacts, Runs, Unavailable
from common.moderation.content.checks import check
from common.moderation.content.scans import scan
from common.queue.messages import DueDelivery, ScanOrder
from common.store.store import Data
from tests.functional.inprocess import App, Server, in_process
from tests.made_up_engines import add_engine, always
from tests.receiver import Receiver

_V2 = "/api/v2/moderation"
_SLOW, _PLAIN = "slow", "plain"
"""Seconds that a check or a delivery may take beside an engine that does not end."""
BRITISH = "so 020 7946 0958 tonight"


@dataclass
class World:
    server: Server
    app: App
    receiver: Receiver

    def send(self, method: str, path: str, body: Any, *, hive: bool = False) -> Any:
        auth = self.app.hive() if hive else None
        answered = self.server.call(self.app, method, path, body, auth=auth)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def put_policy(self, key: str, **config: Any) -> None:
        self.send("POST", f"{_V2}/config", {"key": key, **config})

    def check(self, text: str, id: str = "p", **fields: Any) -> Any:
        body = {
            "entity_type": "post",
            "entity_id": id,
            "entity_creator_id": "ann",
            "moderation_payload": {"texts": [text]},
            **fields,
        }
        return self.send("POST", f"{_V2}/check", body)

    def item(self, id: str = "p") -> Item:
        key = item_key(self.app.name, item_id(self.app.name, "post", id))
        (found,) = self.server.run(self.server.context.store.get([key]))
        assert found is not None
        return found.data

    def order_delivery(self, user: str) -> str:
        flagged = {"entity_type": "post", "entity_id": f"of {user}", "entity_creator_id": user}
        item = self.send("POST", f"{_V2}/flag", {**flagged, "user_id": "reporter"})["item_id"]
        act = {"action_type": "custom", "item_id": item, "user_id": "mod", "custom": {"id": "ban"}}
        self.send("POST", f"{_V2}/submit_action", act)
        listed = self.send("GET", "/api/v1/deliveries", None)["deliveries"]
        return str(listed[0]["id"])


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    data = tmp_path_factory.mktemp("engines") / "data"
    with Receiver() as receiver, in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1") as server:
        world = World(server, server.app("app-a"), receiver)
        ban = {"name": "ban", "kind": "user", "url": receiver.url("/call")}
        world.send("PUT", "/api/v1/actions/ban", ban)
        yield world


@pytest.mark.parametrize("runs", ["thread", "await"])
def test_an_engine_that_does_not_end_holds_up_nobody(
    runs: Runs, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More checks with it than there are threads; the others and the deliveries pass by."""
    asleep, awake = threading.Event(), asyncio.Event()

    async def sleeping(*_: object) -> list[Label]:
        asleep.wait(30)
        asleep.set()
        return [Label("sleepy", "sleepy", 1.0)]

    async def waiting(*_: object) -> list[Label]:
        await asyncio.wait_for(awake.wait(), 30)
        return [Label("sleepy", "sleepy", 1.0)]

    add_engine(monkeypatch, "sleepy", always(sleeping if runs == "thread" else waiting), runs=runs)
    world.put_policy(_SLOW, video_call_rule_config={})
    world.put_policy(_PLAIN, automod_platform_circumvention_config={"rules": []})
    deliveries = [world.order_delivery(f"user-{number}") for number in range(5)]
    context, app = world.server.context, world.app.name

    def checking(id: str, policy: str) -> Awaitable[Any]:
        submission = Submission("post", id, "ann", Content((BRITISH,)), policy)
        return check(context, app, submission, now())

    async def meanwhile() -> list[Any]:
        slow = [asyncio.ensure_future(checking(f"slow {n}", _SLOW)) for n in range(8)]
        await asyncio.sleep(0.05)
        for id in deliveries:
            await deliver(context, DueDelivery(app, id), now())
        for number in range(20):
            await checking(f"plain {number}", _PLAIN)
        assert not any(each.done() for each in slow)
        asleep.set()
        awake.set()
        return await asyncio.gather(*slow)

    checked = world.server.run(meanwhile())
    assert len(world.receiver.requests) == len(deliveries)
    assert [each.item["labels"][0]["name"] for each in checked] == ["sleepy"] * 8


def test_what_an_engine_failed_to_judge_is_said_and_judged_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [True]

    async def classify(*_: object) -> list[Label]:
        if broken[0]:
            raise RuntimeError("no model")
        return [Label("moody", "moody", 1.0)]

    taken = "automod_toxicity_config"
    add_engine(monkeypatch, "moody", always(classify), runs="thread", config_field=taken)
    asked = {"rules": [{"label": "moody", "threshold": 0.5, "action": "remove"}]}
    moved = {"rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]}
    world.put_policy("moody", **{taken: asked}, automod_platform_circumvention_config=moved)
    text = "mail me at ann@example.com"
    first = world.check(text, config_key="moody")
    assert (first["status"], first["recommended_action"]) == ("complete", "flag")
    assert world.item()["not_judged"] == ["moody"]
    innocent = world.check("good morning", config_key="moody")
    assert (innocent["recommended_action"], innocent["item"]["status"]) == ("flag", "complete")
    broken[0] = False
    assert world.check(text, config_key="moody")["recommended_action"] == "remove"
    assert world.item()["not_judged"] == []


@pytest.mark.parametrize(("choice", "action"), [("keep", "keep"), ("flag", "flag"), (None, "flag")])
def test_the_policy_says_what_follows_where_an_engine_did_not_judge(
    world: World, monkeypatch: pytest.MonkeyPatch, choice: str | None, action: str
) -> None:
    def prepare(*_: object) -> Classifier:
        raise Unavailable("install what it needs")

    add_engine(monkeypatch, "moody", prepare, runs="thread")
    world.put_policy("moody", video_call_rule_config={"rules": [], "not_judged": choice})
    answer = world.check("good morning", config_key="moody")
    assert (answer["recommended_action"], answer["not_judged"]) == (action, ["moody"])


@pytest.mark.parametrize(("choice", "action"), [("keep", "keep"), ("flag", "flag")])
def test_the_policy_says_what_follows_where_there_is_no_engine(
    world: World, choice: str, action: str
) -> None:
    sounds = {"profile": "strict", "not_judged": choice}
    world.put_policy("sounds", ai_audio_config=sounds)
    body = {"audios": ["https://example.com/a.mp3"]}
    answer = world.check("", config_key="sounds", moderation_payload=body)
    assert (answer["recommended_action"], answer["not_judged"]) == (action, ["ai_audio"])


def test_an_engine_that_needs_the_history_is_given_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts: list[int | None] = []

    async def classify(_: Content, facts: CreatorFacts) -> list[Label]:
        posts.append(facts.history.posts(HOUR) if facts.history else None)
        return []

    add_engine(monkeypatch, "counting", always(classify), needs=frozenset({"history"}))
    world.put_policy("counting", video_call_rule_config={})
    for number in range(3):
        world.check("hello", f"p{number}", config_key="counting")
    assert posts == [None, 1, 2]


def test_a_number_without_country_code_is_read_where_the_app_is(world: World) -> None:
    assert world.check(BRITISH)["recommended_action"] == "keep"
    shown = world.send("PUT", "/api/v1/settings", {"default_region": "GB"})["settings"]
    assert shown["default_region"] == "GB"
    assert world.check(BRITISH)["recommended_action"] == "flag"
    (label,) = world.item()["labels"]
    ((_, start, end, kind),) = label["spans"]
    assert (BRITISH[start:end], kind) == ("020 7946 0958", "phone")
    world.send("PUT", "/api/v1/settings", {"default_region": "DE"})
    assert world.check(BRITISH)["recommended_action"] == "keep"


def test_a_number_without_country_code_is_read_where_its_author_is(world: World) -> None:
    world.send("PUT", "/api/v1/settings", {"default_region": "DE"})
    british = {"custom": {"region": "GB"}}
    checked = world.check(BRITISH, user={"id": "ann", **british})
    assert checked["recommended_action"] == "flag"
    assert world.check(BRITISH, "q", user={"id": "mo", **british})["recommended_action"] == "keep"


def test_hives_user_metadata_say_where_the_author_is(world: World) -> None:
    task: Data = {"post_id": "1", "user_id": "ann", "text_data": BRITISH}
    plain = world.send("POST", "/api/v1/task/sync", task, hive=True)
    assert plain["recommended_action"] == "keep"
    task["user_metadata"] = {"region": "GB"}
    placed = world.send("POST", "/api/v1/task/sync", task, hive=True)
    assert placed["recommended_action"] == "flag"


def test_a_scan_reads_numbers_as_the_check_would_have(world: World) -> None:
    config = {"rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]}
    world.put_policy("later", automod_platform_circumvention_config={**config, "async": True})
    user = {"id": "ann", "custom": {"region": "GB"}}
    checked = world.check(BRITISH, config_key="later", user=user)
    assert (checked["status"], checked["recommended_action"]) == ("partial", "keep")
    order = ScanOrder(world.app.name, checked["task_id"])
    world.server.run(scan(world.server.context, order, now()))
    assert world.item()["recommended_action"] == "flag"
