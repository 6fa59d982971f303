"""What starting a function loads: only what it needs."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS

ROOT = Path(__file__).parents[2]
FUNCTIONS = (*HTTP_FUNCTIONS, *QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS)
_LOAD = """
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("main", sys.argv[1])
spec.loader.exec_module(importlib.util.module_from_spec(spec))
print(json.dumps(sorted(sys.modules)))
"""
_NEVER = (
    "ahocorasick_rs",
    "common.delivery.connections",
    "common.http.openapi",
    "common.queue.sqlite",
    "common.rules.evaluator",
    "common.store.sqlite",
    "hypothesis",
    "infra",
    "jwt",
    "phonenumbers",
    "re2",
    "requests",
    "schemathesis",
    "sqlite3",
    "urllib3",
    "uvicorn",
    "uvloop",
)
"""Slow to load, and loaded at the first request that needs them."""
_ONLY = {
    "common.delivery.sender": {"deliver", "configure", "moderation_log"},
    "common.api.actions": {"submit_action"},
    "common.api.gavel": {"configure"},
    "common.api.hive": {"check", "report"},
    "common.api.log": {"configure", "moderation_log"},
    "common.api.policy": {"configure"},
    "common.http.function": set(HTTP_FUNCTIONS),
    "common.http.auth": set(HTTP_FUNCTIONS),
    "common.http.events": {*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS},
    "common.moderation.act": {"submit_action"},
    "common.moderation.report": {"report"},
    "common.moderation.sweep": {"sweep"},
    "common.rules.conditions": {"configure"},
}


@cache
def _loaded(function: str) -> frozenset[str]:
    main = ROOT / "functions" / function / "main.py"
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, main],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return frozenset(json.loads(done.stdout))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_is_heavy_waits_for_its_first_use(function: str) -> None:
    assert sorted(_loaded(function).intersection(_NEVER)) == []


@pytest.mark.parametrize("module", _ONLY)
def test_a_module_is_loaded_by_those_that_need_it(module: str) -> None:
    assert {name for name in FUNCTIONS if module in _loaded(name)} <= _ONLY[module]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_loads_no_other(function: str) -> None:
    loaded = {name.split(".")[1] for name in _loaded(function) if name.startswith("functions.")}
    assert loaded <= {function}
