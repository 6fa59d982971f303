"""Providers: what they cost, how long they are waited for, and whom they tell what."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.configuration.vaults import vault_in
from common.domain.content import Content, Submission
from common.domain.provider import Provider, provider_key
from common.domain.secret_fields import opened
from common.domain.times import DAY
from common.moderation.content import analyses, labelling
from common.moderation.content.checks import check
from common.moderation.content.scans import WAITS
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from tests.functional.judging import KEY, RULES, V2, Judging, judging
from tests.model_server import Asked, behaves, finds, labels_of, said
from tests.receiver import answer, hang

GOOD = finds({"hurt you": ("THREAT", "critical"), "wire me": ("SCAM", "medium")})
DOWN = behaves(answer(500))
TEXT = "I will hurt you"


def _account(token_uri: str) -> str:
    fields = {"client_email": "a@b", "private_key": "k", "token_uri": token_uri}
    return json.dumps({"type": "service_account", **fields})


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judging]:
    with judging(tmp_path_factory.mktemp("providers") / "data") as world:
        world.model.plays(GOOD)
        yield world


def test_the_key_is_never_shown(world: Judging) -> None:
    assert world.put_provider()["has_key"] is True
    paths = ("/api/v1/providers", "/api/v1/providers/model", f"{V2}/config/default")
    world.judge_with()
    assert not any(KEY in world.answered("GET", path).text for path in paths)
    assert KEY not in world.answered("PUT", "/api/v1/providers/x", {"key": KEY}).text


def test_the_key_stays_unless_it_would_go_elsewhere(world: Judging) -> None:
    world.put_provider()
    kept = {"kind": "chat_json", "url": world.model.base, "model": "other"}
    path = "/api/v1/providers/model"
    assert world.send("PUT", path, kept)["provider"]["has_key"] is True
    moved = {**kept, "url": world.model.url("/elsewhere")}
    assert world.send("PUT", path, moved)["provider"]["has_key"] is False
    world.put_provider()
    assert world.send("PUT", path, {**kept, "key": None})["provider"]["has_key"] is False


def test_a_session_token_is_kept_and_hidden_as_the_key_is(world: Judging) -> None:
    options = {"region": "eu-west-1", "access_key_id": "AKID"}
    given = {"kind": "rekognition", "url": world.model.base, "key": KEY, "model": ""}
    secret = {**options, "session_token": "t0ken-of-a-session"}
    shown = world.put_provider("aws", **given, options=secret)
    assert shown["options"] == options
    assert "t0ken" not in world.answered("GET", "/api/v1/providers").text

    path = "/api/v1/providers/aws"
    again = {"kind": "rekognition", "url": world.model.base, "options": options}
    world.send("PUT", path, again)
    assert _stored(world, "aws")["options"] == secret
    world.send("PUT", path, {**again, "key": "another"})
    assert _stored(world, "aws")["options"] == options


def _stored(world: Judging, id: str) -> Provider:
    (found,) = world.server.run(world.server.context.store.get([provider_key(world.app.name, id)]))
    assert found is not None
    return opened(vault_in(world.server.context), found.key, found.data)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"kind": "oracle"}, "kind"),
        ({"model": ""}, "model"),
        ({"url": ""}, "url"),
        ({"url": "http://169.254.169.254/latest"}, "url"),
        ({"url": "ftp://example.com"}, "url"),
        ({"options": {"reasoning_effort": "low"}, "kind": "llama_guard"}, "options"),
        ({"images": True, "kind": "granite"}, "images"),
        ({"key": "a\nb: c"}, "key"),
        ({"timeout": 600}, "timeout"),
        ({"options": {"reasoning_effort": "low\r\nx: y"}}, "options.reasoning_effort"),
        ({"kind": "google_text", "key": _account("nowhere")}, "token_uri"),
        ({"kind": "google_text", "key": _account("file:///etc/passwd")}, "token_uri"),
        ({"price": {"call": -1}}, "price.call"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    world: Judging, fields: dict[str, Any], named: str
) -> None:
    body = {"kind": "chat_json", "url": world.model.base, "model": "judge", **fields}
    refused = world.answered("PUT", "/api/v1/providers/model", body)
    assert refused.status == 400 and named in refused.text
    assert world.answered("GET", "/api/v1/providers/model").status == 404


def test_a_rule_that_would_never_ask_is_refused(world: Judging) -> None:
    body = {"key": "default", "llm_config": {"rules": RULES, "ask_when": {"rules": ["gone"]}}}
    refused = world.answered("POST", f"{V2}/config", body)
    assert refused.status == 400 and "llm_config.ask_when.rules.0" in refused.text


def test_the_same_content_costs_one_call(world: Judging) -> None:
    world.put_provider()
    world.judge_with()
    for number in range(5):
        assert labels_of(world.judged(TEXT, id=f"spam-{number}")) == ["THREAT"]
    assert len(world.model.asked) == 1
    world.judge_with(app_context="another app")
    world.judged(TEXT, id="again")
    assert len(world.model.asked) == 2
    world.put_provider(model="other")
    world.judged(TEXT, id="and again")
    assert len(world.model.asked) == 3


def test_another_process_knows_it_too(world: Judging, monkeypatch: pytest.MonkeyPatch) -> None:
    world.put_provider()
    world.judge_with()
    world.judged(TEXT)
    _forget(monkeypatch)
    world.put_policy("fresh", llm_config={"rules": RULES})
    item = world.judged(TEXT, id="q", config_key="fresh")
    assert labels_of(item) == ["THREAT"] and item["labels"][0]["spans"]
    assert len(world.model.asked) == 1
    assert all(TEXT not in row[4] for row in world.server.documents() if row[1] == "verdict")


def test_another_app_does_not(world: Judging) -> None:
    world.put_provider()
    world.judge_with()
    world.judged(TEXT)
    other = Judging(world.server, world.model)
    other.put_provider()
    other.judge_with()
    other.judged(TEXT)
    assert len(world.model.asked) == 2


def test_what_is_not_judged_is_not_remembered(world: Judging) -> None:
    world.put_provider()
    world.judge_with()
    world.model.plays(lambda _: said("nonsense"), GOOD)
    assert world.judged(TEXT)["not_judged"] == ["llm"]
    assert labels_of(world.judged(TEXT, id="q")) == ["THREAT"]


def test_the_same_at_the_same_time_costs_one_call(world: Judging) -> None:
    world.put_provider()
    world.judge_with()
    _side_by_side(world, [TEXT] * 8)
    assert len(world.model.asked) == 1


@pytest.mark.parametrize("calls", [0, 1, 7])
def test_the_budget_is_never_passed(world: Judging, calls: int) -> None:
    world.put_provider(concurrency=50)
    world.judge_with()
    world.send("PUT", "/api/v1/settings", {"provider_budget": {"calls": calls}})
    items = _side_by_side(world, [f"{TEXT} {number}" for number in range(20)])
    assert len(world.model.asked) == calls
    assert sum(item.get("not_judged") == ["llm"] for item in items) == 20 - calls
    told = world.answered("GET", "/api/v1/log", kind="engine").json()["entries"]
    assert [entry["type"] for entry in told] == ["budget"]


@pytest.mark.parametrize("limits", [{"tokens": 5_000}, {"money": 0.004}])
def test_tokens_and_money_are_counted(world: Judging, limits: dict[str, Any]) -> None:
    """120 tokens are what a call takes here; what is set aside for one is more."""
    world.put_provider(max_tokens=500, price={"input": 1.0, "output": 1.0})
    world.judge_with()
    world.send("PUT", "/api/v1/settings", {"provider_budget": limits})
    for number in range(60):
        world.judged(f"{TEXT} {number}", id=f"i{number}")
    assert 5 <= len(world.model.asked) <= 45
    assert world.item("i59")["not_judged"] == ["llm"]


def test_a_provider_that_is_down_is_left_alone(world: Judging) -> None:
    world.put_provider()
    world.judge_with()
    world.model.plays(DOWN)
    items = [world.judged(f"{TEXT} {number}", id=f"i{number}") for number in range(6)]
    assert all(item["not_judged"] == ["llm"] for item in items)
    assert len(world.model.requests) == 5


def test_so_many_calls_are_under_way_at_once(world: Judging) -> None:
    under_way, most = [0], [0]

    def script(asked: Asked) -> Any:
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        world.model.stopping.wait(0.02)
        under_way[0] -= 1
        return GOOD(asked)

    world.model.plays(script)
    world.put_provider(concurrency=2)
    world.judge_with()
    items = _side_by_side(world, [f"{TEXT} {number}" for number in range(10)])
    assert all(labels_of(item) == ["THREAT"] for item in items)
    assert most[0] <= 2 < len(world.model.asked)


@pytest.mark.parametrize("tries", [0, 1])
def test_what_waits_goes_to_a_person_when_its_policy_goes(world: Judging, tries: int) -> None:
    world.put_provider(not_judged="wait")
    world.model.plays(DOWN)
    world.put_policy("other", llm_config={"rules": RULES})
    task = world.check(TEXT, config_key="other")["task_id"]
    if tries:
        world.scan(task)
    world.send("DELETE", f"{V2}/config/other")
    world.scan(task, world.task(task).get("due_at", 0), now() + DAY)
    assert world.task(task)["status"] == "failed"
    item = world.item()
    assert (item["status"], item["recommended_action"]) == ("complete", "flag")
    assert item["not_judged"] == (["llm"] if tries else ["policy"])
    (queued,) = world.send("POST", f"{V2}/review_queue", {})["items"]
    assert queued["id"] == item["id"]


def test_who_waits_for_the_answer_does_not_wait_long(world: Judging) -> None:
    world.put_provider()
    world.judge_with()
    assert world.check(TEXT, sync=True)["recommended_action"] == "remove"
    world.model.plays(behaves(hang(10)))
    began = asyncio.run(_time())
    late = world.check(f"{TEXT} late", id="late", sync=True)
    assert asyncio.run(_time()) - began < 4
    assert (late["status"], late["not_judged"]) == ("complete", ["llm"])


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("labels", {"content": TEXT, "policy": "default"}),
        ("analyze", {"texts": {"a": TEXT}, "config_key": "default"}),
    ],
)
def test_no_answer_waits_longer_than_a_gateway_does(
    world: Judging, monkeypatch: pytest.MonkeyPatch, path: str, body: dict[str, Any]
) -> None:
    for module in (labelling, analyses):
        monkeypatch.setattr(module, "ANSWER_SECONDS", 0.3)
    world.put_provider()
    world.judge_with()
    world.model.plays(behaves(hang(10)))
    began = asyncio.run(_time())
    found = world.send("POST", f"{V2}/{path}", body)
    assert asyncio.run(_time()) - began < 4
    assert found.get("texts", {"a": found})["a"]["not_judged"] == ["llm"]


def test_what_is_waited_for_is_asked_again_and_judged(world: Judging) -> None:
    world.put_provider(not_judged="wait")
    world.judge_with()
    world.model.plays(DOWN, DOWN, DOWN, GOOD)
    task = world.check(TEXT)["task_id"]
    world.scan(task)
    waiting = world.item()
    assert (waiting["status"], waiting["recommended_action"]) == ("partial", "keep")
    assert waiting["not_judged"] == ["llm"]
    turn = world.task(task)["due_at"]
    world.scan(task)  # Delivered again, and from before: not its turn.
    world.scan(task, at=turn - 1)
    assert len(world.model.requests) == 3 and world.task(task)["due_at"] == turn
    world.scan(task, at=turn, time=turn)
    assert labels_of(world.item()) == ["THREAT"]
    assert (world.item()["status"], world.item()["not_judged"]) == ("complete", [])
    assert world.task(task)["status"] == "completed"
    world.scan(task, at=turn, time=turn)
    assert len(world.model.requests) == 4


def test_what_is_never_judged_is_flagged_after_a_day(world: Judging) -> None:
    world.judge_with(not_judged="wait", provider=None)
    began = now()
    task, at, time = world.check(TEXT)["task_id"], 0, began
    for _ in WAITS:
        world.scan(task, at, time)
        assert world.item()["status"] == "partial"
        at = time = world.task(task)["due_at"]
    assert DAY * 0.7 < time - began < DAY * 1.3
    world.scan(task, at, time)
    item = world.item()
    assert (item["status"], item["recommended_action"]) == ("complete", "flag")
    assert world.task(task)["status"] == "completed"


def test_the_policy_says_more_than_the_provider(world: Judging) -> None:
    world.put_provider(not_judged="wait")
    world.judge_with(not_judged="keep")
    world.model.plays(DOWN)
    item = world.judged(TEXT)
    assert (item["status"], item["recommended_action"]) == ("complete", "keep")
    assert item["not_judged"] == ["llm"]


MOVED = {"rules": [{"label": "platform_circumvention", "threshold": 0.5, "action": "flag"}]}
_BAND = {"band": {"low": 0.5, "high": 1.0, "labels": ["platform_circumvention"]}}


def test_it_is_asked_only_within_a_band(world: Judging) -> None:
    world.put_provider()
    world.put_policy(
        llm_config={"rules": RULES, "ask_when": _BAND},
        automod_platform_circumvention_config=MOVED,
    )
    assert world.check(TEXT)["status"] == "complete"
    assert world.model.asked == []
    item = world.judged(f"{TEXT}, mail me at ann@example.com", id="q")
    assert "THREAT" in labels_of(item)


def test_a_share_of_all_content_is_asked_about(world: Judging) -> None:
    world.put_provider()
    world.judge_with(ask_when={"sample": 20})
    texts = [f"{TEXT} {number}" for number in range(100)]
    asked = [world.check(text, id=text)["status"] == "partial" for text in texts]
    assert 8 <= sum(asked) <= 35
    again = [world.check(text, id=f"again {text}")["status"] == "partial" for text in texts]
    assert again == asked


def test_a_report_has_it_asked(world: Judging) -> None:
    world.put_provider()
    world.judge_with(ask_when={"on_report": True})
    assert world.check(TEXT)["status"] == "complete"
    _enforce(world)
    assert world.model.asked == []
    world.send(
        "POST",
        f"{V2}/flag",
        {"entity_type": "post", "entity_id": "p", "entity_creator_id": "ann", "user_id": "bob"},
    )
    _enforce(world)
    (task,) = _tasks(world)
    assert world.item()["status"] == "partial"
    world.scan(task)
    item = world.item()
    assert (item["status"], item["recommended_action"]) == ("complete", "remove")
    world.check(TEXT)
    assert labels_of(world.item()) == ["THREAT"]
    world.send(
        "POST",
        f"{V2}/flag",
        {"entity_type": "post", "entity_id": "p", "entity_creator_id": "ann", "user_id": "cat"},
    )
    _enforce(world)
    assert len(_tasks(world)) == 1


def test_a_rule_has_it_asked(world: Judging) -> None:
    moved = {"type": "classified_as", "classes": ["platform_circumvention"]}
    rule = {"name": "moved", "scope": "post", "when": moved, "actions": ["flag_for_review"]}
    world.send("PUT", "/api/v1/rules/moved", rule)
    world.put_provider()
    world.put_policy(
        llm_config={"rules": RULES, "ask_when": {"rules": ["moved"]}},
        automod_platform_circumvention_config=MOVED,
    )
    assert world.check(f"{TEXT}, mail me at ann@example.com")["status"] == "complete"
    _enforce(world)
    (task,) = _tasks(world)
    world.scan(task)
    assert "THREAT" in labels_of(world.item())


def test_a_verdict_only_adds(world: Judging) -> None:
    world.put_provider()
    world.put_policy(llm_config={"rules": RULES}, automod_platform_circumvention_config=MOVED)
    item = world.judged("mail me at ann@example.com")
    assert [label["name"] for label in item["labels"]] == ["platform_circumvention"]
    assert item["recommended_action"] == "flag"


def _side_by_side(world: Judging, texts: list[str]) -> list[Any]:
    """Their items, all of which are checked and scanned at once."""
    from common.moderation.content.scans import scan
    from common.queue.messages import ScanOrder

    context, app = world.server.context, world.app.name

    async def one(number: int, text: str) -> None:
        submission = Submission("post", f"side-{number}", "ann", Content((text,)), "default")
        checked = await check(context, app, submission, now())
        assert checked.task_id is not None
        await scan(context, ScanOrder(app, checked.task_id), now())

    async def all_of_them() -> None:
        await asyncio.gather(*(one(number, text) for number, text in enumerate(texts)))

    world.server.run(all_of_them())
    return [world.item(f"side-{number}") for number in range(len(texts))]


def _enforce(world: Judging, id: str = "p") -> None:
    trigger = Trigger(world.app.name, world.item(id)["id"])
    world.server.run(enforce(world.server.context, trigger, now()))


def _tasks(world: Judging) -> list[str]:
    rows = world.server.documents(world.app.name)
    return [row[2] for row in rows if row[1] == "task" and "inputs_expiry" not in str(row)]


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a process that has just begun."""
    from weakref import WeakKeyDictionary

    from common.engines.remote import remote

    monkeypatch.setattr(remote, "_made", WeakKeyDictionary())


async def _time() -> float:
    return asyncio.get_running_loop().time()
