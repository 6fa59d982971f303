from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from common.configuration.block_lists import BlockLists
from common.configuration.configuration import Configuration
from common.configuration.policies import policies_of
from common.configuration.policy import CompiledPolicy, compile_policy
from common.domain.block_list import block_list_id
from common.domain.content import Content
from common.domain.labels import Label, Severity
from common.domain.settings import AppSettings
from common.engines.block_list.lists import BlockListSpec
from common.engines.config import Ask, ThresholdConfig
from common.engines.engine import Classifier, CreatorFacts, Need, Resources
from tests import factories
from tests.made_up_engines import add_engine, always

LISTED = {"rules": [{"name": "words", "action": "remove"}]}


def compiled(config: dict[str, Any], ruled: Sequence[str] = ()) -> CompiledPolicy:
    lists = BlockLists({block_list_id("words", ""): BlockListSpec("words", ("scam",))}, ruled, "1")
    return compile_policy(factories.policy(config=config), Resources(lists))


def engines(policy: CompiledPolicy) -> list[str]:
    return [run.engine.name for run in policy.runs]


@pytest.mark.parametrize(
    ("config", "ruled", "runs"),
    [
        (None, (), False),
        ({"rules": []}, (), False),
        ({"async": True}, (), False),
        (LISTED, (), True),
        ({**LISTED, "enabled": False}, (), False),
        (None, ("words",), True),
        ({**LISTED, "enabled": False}, ("words",), True),
    ],
)
def test_lists_are_looked_for_where_a_policy_or_a_rule_names_one(
    config: dict[str, Any] | None, ruled: Sequence[str], runs: bool
) -> None:
    policy = compiled({"block_list_config": config} if config else {}, ruled)
    assert engines(policy) == ["block_list"] * runs


def test_a_list_that_only_a_rule_names_asks_for_nothing() -> None:
    label = Label("block_list", "words", 1.0)
    off = {"block_list_config": {**LISTED, "enabled": False}}
    assert compiled({}, ("words",)).action_for(label) == "keep"
    assert compiled(off, ("words",)).action_for(label) == "keep"
    on = compiled({"block_list_config": LISTED}, ("words",))
    assert on.action_for(label) == "remove"
    assert on.is_classified(label)


def test_an_engine_without_rules_runs_and_asks_for_nothing() -> None:
    policy = compiled({"automod_platform_circumvention_config": {}})
    label = Label("automod_platform_circumvention", "platform_circumvention", 0.5)
    assert engines(policy) == ["automod_platform_circumvention"]
    assert policy.action_for(label) == "keep"
    assert policy.is_classified(label)


def test_what_runs_after_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> list[Label]:
        return []

    needs: frozenset[Need] = frozenset({"history"})
    add_engine(monkeypatch, "slow", always(nothing), slow=True, needs=needs)
    config = {
        "automod_platform_circumvention_config": {"async": True},
        "video_call_rule_config": {},
    }
    policy = compiled(config)
    assert [run.deferred for run in policy.runs] == [True, True]
    assert policy.needs == needs
    assert compiled({"block_list_config": LISTED}).needs == frozenset()


@pytest.mark.parametrize(
    ("severity", "action"),
    [
        (None, "flag"),
        ("low", "flag"),
        ("medium", "keep"),
        ("high", "remove"),
        ("critical", "remove"),
    ],
)
def test_a_severity_s_own_action_goes_before_the_label_s(
    severity: Severity | None, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Graded(ThresholdConfig):
        def asks(self) -> Sequence[Ask]:
            return [Ask("rude", "flag", 0.5, (("high", "remove"), ("medium", "keep")))]

    async def nothing(*_: object) -> list[Label]:
        return []

    add_engine(monkeypatch, "graded", always(nothing), config=Graded)
    policy = compiled({"video_call_rule_config": {}})
    assert policy.action_for(Label("graded", "rude", 0.5, severity=severity)) == action
    assert policy.action_for(Label("graded", "rude", 0.4, severity=severity)) == "keep"


def test_a_policy_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Resources] = []

    def prepare(config: Any, resources: Resources) -> Classifier:
        del config
        given.append(resources)
        return silent

    add_engine(monkeypatch, "nosy", prepare, needs=frozenset({"secrets"}))
    chat = factories.policy("chat", config={"video_call_rule_config": {}})
    settings: AppSettings = {"default_region": "DE"}
    configuration = Configuration("app", 1, policies={chat["id"]: chat}, settings=settings)
    policies = policies_of(configuration)
    assert policies is policies_of(configuration)
    found = policies.find("chat:messaging")
    assert found is not None
    assert found is policies.find("chat")
    assert policies.find("none") is None
    configuration.policies.clear()
    assert policies.find("chat:messaging") is found
    asyncio.run(found.runs[0].classifier())
    assert [each.settings for each in given] == [{"default_region": "DE"}]


async def silent(content: Content, facts: CreatorFacts) -> list[Label]:
    del content, facts
    return []
