"""What README.md says, against the code."""

from __future__ import annotations

import re
from typing import Any

from common.api.base import MAX_TEXT
from common.api.openai import MOST_IMAGES, MOST_PARTS, MOST_STRINGS
from common.api.perspective import MOST_CHARACTERS
from common.api.stream.block_lists import CreateBlockListRequest
from common.api.stream.policies import UpsertConfigRequest
from common.domain.score_key import MOST_SCORE_KEYS
from common.domain.suggestion import MOST_SUGGESTIONS
from common.engines.block_list.regexes import MOST_PATTERNS, MOST_STEPS
from common.engines.engine import DEFAULT_BUDGET
from common.engines.registry import ENGINES
from common.engines.running import PATIENCE, PREPARING_SECONDS
from common.http.batches import MOST_CALLS
from common.moderation.enforcement.outcomes import EXECUTIONS_PER_TRIGGER
from common.moderation.log import UNREAD_MOST
from common.moderation.resources.block_lists import (
    MOST_BYTES,
    MOST_PATTERNS_IN_ALL,
    MOST_WORDS_IN_ALL,
)
from common.moderation.resources.kinds import KINDS
from common.moderation.resources.rules import MOST_BYTES as RULE_BYTES
from common.moderation.resources.rules import MOST_CONDITIONS_IN_ALL
from common.moderation.review.queue import STATS_MOST
from common.rules.conditions.base import MAX_DEPTH, MAX_NODES
from common.settings import Settings, variable
from tests.documents import README, ROOT, table

_TEXT = README.read_text("utf-8")


def test_the_settings_are_those_there_are() -> None:
    expected = [
        [f"`{variable(name)}`", _default(name, field.default), field.description]
        for name, field in Settings.model_fields.items()
    ]
    assert table(README, "## Settings") == expected


def test_the_engines_are_those_there_are() -> None:
    shown = {
        (row[0].strip("`"), row[1].partition(",")[0].strip("`"))
        for row in table(README, "## Engines")
    }
    assert shown == {(engine.name, engine.config_field) for engine in ENGINES.values()}


def test_the_policy_fields_without_an_engine_are_named() -> None:
    sentence = _TEXT.partition("**nothing runs for them yet**:")[2].partition(".")[0]
    run = {engine.config_field for engine in ENGINES.values()}
    run |= {"bodyguard_config", "aws_rekognition_config", "rule_builder_config"}
    fields = {name for name in UpsertConfigRequest.model_fields if name.endswith("_config")}
    assert set(re.findall(r"`(\w+)`", sentence)) == fields - run


def test_the_folders_are_there_and_none_is_missing() -> None:
    named = {name for row in table(README, "## Where things are") for name in _names(row[0])}
    assert all((ROOT / name).is_dir() for name in named)
    code = {f"common/{path.parent.name}/" for path in (ROOT / "common").glob("*/__init__.py")}
    assert code <= named


def test_the_files_that_are_named_exist() -> None:
    paths = re.findall(r"`((?:common|functions|infra|tests|docs)/[\w/.]+)`", _TEXT)
    links = re.findall(r"\]\(([\w./]+)\)", _TEXT)
    assert paths
    assert [path for path in (*paths, *links) if not (ROOT / path).exists()] == []


def test_the_targets_of_make_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)", _TEXT)) <= targets


def test_the_limits_are_those_of_the_code() -> None:
    limits = _TEXT.partition("## Limits")[2]
    words = next(m.max_length for m in CreateBlockListRequest.model_fields["words"].metadata)
    rules = (RULE_BYTES, MOST_PATTERNS, MOST_STEPS, MOST_PATTERNS_IN_ALL, MOST_WORDS_IN_ALL)
    for number in (MAX_TEXT, MOST_BYTES, words, STATS_MOST, *rules):
        assert f"{number:,}" in limits
    assert f"{MOST_CHARACTERS:,} characters, a batch of theirs {MOST_CALLS} calls" in limits
    assert f"{MOST_STRINGS} texts, or {MOST_PARTS} parts with {MOST_IMAGES} images" in limits
    assert f"{MOST_SCORE_KEYS} score keys and keeps {MOST_SUGGESTIONS:,} suggested" in limits
    nouns = (
        "rules",
        "actions",
        "report categories",
        "classes of its own",
        "policies",
        "block lists",
        "semantic filters",
        "providers",
        "image hash lists",
        "buttons",
        "queues",
        "user lists",
        "strike policies",
    )
    assert f"An engine has {DEFAULT_BUDGET:g} seconds" in limits
    assert f"more than {DEFAULT_BUDGET * PATIENCE:g} seconds" in limits
    assert PREPARING_SECONDS == DEFAULT_BUDGET * PATIENCE
    amounts = [f"{kind.most} {noun}" for kind, noun in zip(KINDS, nouns, strict=True)]
    assert ", ".join(amounts) in limits
    assert f"{MAX_NODES} conditions in {MAX_DEPTH} levels" in limits
    assert f"all rules of an app {MOST_CONDITIONS_IN_ALL:,} conditions" in limits
    assert f"at most {EXECUTIONS_PER_TRIGGER} actions" in limits
    assert f"count stops at {UNREAD_MOST}" in limits


def _names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _default(name: str, value: Any) -> str:
    if name.startswith("api_") or name in ("score_key", "encryption_key"):
        return "generated"
    if value is None or value == "":
        return "empty"
    if isinstance(value, tuple):
        return f"`{','.join(f'{each:g}' for each in value)}`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"
