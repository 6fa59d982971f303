"""Engines that do as a test wants, in the registry for as long as the test runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from common.engines.config import EngineConfig, ThresholdConfig
from common.engines.engine import DEFAULT_BUDGET, Classifier, Engine, Need, Resources, Runs
from common.engines.registry import ENGINES

Prepare = Callable[[Any, Resources], Classifier]


TAKEN = "automod_platform_circumvention_config"
"""A part of a policy with thresholds for labels, for engines that a request's policy asks for: the
engine that answers to it is away meanwhile.
"""


def add_engine(
    patch: pytest.MonkeyPatch,
    name: str,
    prepare: Prepare,
    *,
    config_field: str = "video_call_rule_config",
    runs: Runs = "inline",
    needs: frozenset[Need] = frozenset(),
    slow: bool = False,
    budget: float = DEFAULT_BUDGET,
    config: type[EngineConfig] = ThresholdConfig,
) -> Engine:
    module = ModuleType(f"made_up_{name}")
    vars(module).update(Config=config, prepare=prepare)
    patch.setitem(sys.modules, module.__name__, module)
    others = {other: each for other, each in ENGINES.items() if each.config_field != config_field}
    # What is taken out last comes back first: the order is then what it was.
    for other in reversed(list(ENGINES)):
        patch.delitem(ENGINES, other)
    engine = Engine(
        name,
        config_field,
        module.__name__,
        (name,),
        runs=runs,
        needs=needs,
        slow=slow,
        budget=budget,
    )
    for other, each in (others | {name: engine}).items():
        patch.setitem(ENGINES, other, each)
    return engine


def always(classify: Classifier) -> Prepare:
    """What `prepare` is where neither the policy nor the app matters."""

    def prepare(config: Any, resources: Resources) -> Classifier:
        del config, resources
        return classify

    return prepare
