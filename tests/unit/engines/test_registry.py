"""That an engine is named the same wherever it is named, and loaded when it is used."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import get_args

import pytest

from common.api.stream.policies import UpsertConfigRequest
from common.configuration.policy import BUILT_IN_POLICY
from common.engines.config import EngineConfig
from common.engines.engine import Engine
from common.engines.registry import ENGINES
from tests.documents import API, README, table

HEAVY = {"ahocorasick_rs", "re2", "phonenumbers", "numpy", "common.text.folding_table"}
engines = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)


@engines
def test_every_engine_loads(engine: Engine) -> None:
    module = engine.load()
    assert issubclass(module.Config, EngineConfig)
    assert callable(module.prepare)


@engines
def test_a_policy_is_read_as_the_engine_reads_it(engine: Engine) -> None:
    """Otherwise a policy could be accepted that the engine cannot use."""
    field = UpsertConfigRequest.model_fields[engine.config_field]
    assert get_args(field.annotation) == (engine.load().Config, type(None))


@engines
def test_the_settings_that_are_named_are_the_engine_s(engine: Engine) -> None:
    assert engine.config_class() in (None, engine.load().Config)


def test_no_two_engines_share_a_policy_field() -> None:
    fields = [engine.config_field for engine in ENGINES.values()]
    assert len(set(fields)) == len(fields)
    assert all(engine.name == name for name, engine in ENGINES.items())


@engines
def test_the_labels_are_those_of_the_documents(engine: Engine) -> None:
    rows = {row[0].strip("`"): row[2] for row in table(README, "## Engines")}
    if engine.names_lists:
        assert rows[engine.name] == "the name of each list that has a hit"
        assert engine.labels == ()
    elif engine.name in ("ai_image", "ai_video"):
        assert rows[engine.name] == "those of Rekognition's taxonomy and of the image hash lists"
    elif engine.name == "automod_semantic_filters":
        assert rows[engine.name] == "the name of each filter that the text means"
    elif engine.asks_providers:
        assert rows[engine.name].startswith(("the policy's own", "those of "))
        assert engine.labels == ()
    else:
        assert rows[engine.name] == ", ".join(f"`{label}`" for label in engine.labels)


def test_the_classes_that_rules_can_name_are_those_of_the_engines() -> None:
    sentence = API.read_text("utf-8").partition("Today's labels of texts are ")[2].partition(";")[0]
    assert re.findall("`(.+?)`", sentence) == [
        name for each in ENGINES.values() for name in each.labels
    ]


def test_the_built_in_policy_asks_for_what_there_is() -> None:
    by_field = {engine.config_field: engine for engine in ENGINES.values()}
    for field, config in BUILT_IN_POLICY["config"].items():
        asked = by_field[field].load().Config.model_validate(config).asks()
        assert {ask.label for ask in asked} <= set(by_field[field].labels)


def test_engines_are_imported_on_use_and_libraries_on_need() -> None:
    script = (
        "import sys\n"
        "from common.configuration import policy\n"
        "from common.moderation.content import judging\n"
        "print(sorted(name for name in sys.modules if name.startswith('common.engines.')))\n"
        "from common.domain.content import Content\n"
        "from common.engines.block_list.engine import finder\n"
        "from common.engines.block_list.lists import BlockListSpec\n"
        "from common.engines.circumvention.engine import find\n"
        "content = Content(('call me at five, you sc4m',))\n"
        "print(finder([BlockListSpec('l', ['scam'])])(content) != [])\n"
        "find(content)\n"
        "print(sorted(set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    first, matched, modules = done.stdout.splitlines()
    assert "block_list" not in first
    assert "circumvention" not in first
    assert "toxicity" not in first
    assert matched == "True"
    assert not [name for name in HEAVY if f"'{name}'" in modules]
