"""What starting a function loads: only what it needs."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

import pytest
from google.cloud.firestore_v1.types import BatchGetDocumentsResponse
from google.cloud.tasks_v2.types import Task
from google.pubsub_v1.types import PublishResponse

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from tests.google_server import google_server

ROOT = Path(__file__).parents[2]
FUNCTIONS = (*HTTP_FUNCTIONS, *QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS)
_LOAD = """
import functions_framework.aio, gc, importlib.util, json, sys
spec = importlib.util.spec_from_file_location("main", sys.argv[1])
gc.collect()
before = gc.get_stats()
spec.loader.exec_module(importlib.util.module_from_spec(spec))
print(json.dumps({
    "modules": sorted(sys.modules),
    "collected": gc.get_stats() != before,
    "collects": gc.isenabled(),
    "kept": gc.get_freeze_count(),
}))
"""
_USE_GOOGLE = """
import asyncio, json, sys
from common.configuration.context import close_shared_context, shared_context
from common.queue.messages import DueDelivery, Trigger
from common.store.store import Key
async def use():
    context = shared_context()
    await context.store.get([Key("app", "item", "one")])
    if "publish" in sys.argv:
        await context.queue.publish(Trigger("app", "one"))
    if "delay" in sys.argv:
        await context.queue.publish(DueDelivery("app", "one"), delay=60)
    close_shared_context()
asyncio.run(use())
print(json.dumps(sorted(sys.modules)))
"""
_NEVER = (
    "PIL",
    "ahocorasick_rs",
    "aiohttp",
    "botocore",
    "common.api.batch",
    "common.api.openai",
    "common.aws",
    "common.configuration.item_writes",
    "common.http.batches",
    "common.moderation.facades.moderating",
    "common.moderation.facades.suggesting",
    "common.outgoing.failures",
    "common.outgoing.sessions",
    "common.http.openapi",
    "common.queue.google_clients",
    "common.queue.sqlite.queue",
    "common.rules.evaluator",
    "common.store.sqlite.store",
    "cv2",
    "google.api_core",
    "google.auth",
    "google.cloud.firestore_v1",
    "google.cloud.tasks_v2",
    "google.protobuf",
    "google.pubsub_v1",
    "grpc",
    "hypothesis",
    "infra",
    "jwt",
    "numpy",
    "onnxruntime",
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
_FIRESTORE = "google.cloud.firestore_v1.services.firestore"
_PUBSUB = "google.pubsub_v1.services.publisher"
_TASKS = "google.cloud.tasks_v2.services.cloud_tasks"
_NEVER_FOR_GOOGLE = (
    "botocore",
    "common.aws",
    "common.queue.sqlite.queue",
    "common.store.sqlite.store",
    # Around the client that is used here, with threads and batches of its own.
    "google.cloud.pubsub_v1",
    "sqlite3",
)
_ONLY = {
    "common.configuration.block_lists": {"configure", "rules"},
    "common.configuration.image_hash_lists": {"configure"},
    "common.configuration.policies": {"check", "facades", "rules", "scan", "tasks"},
    "common.domain.activity": {"configure", "rules", "scan"},
    "common.engines.remote.remote": {"check", "tasks"},
    "common.outgoing.client": {"deliver", "configure", "rules"},
    "common.api.gavel.actions": {"configure"},
    "common.api.gavel.base": {
        "appeals",
        "check",
        "configure",
        "dashboard",
        "facades",
        "moderation_log",
        "report",
        "review_queue",
        "rules",
        "submit_action",
        "tasks",
    },
    "common.api.gavel.deliveries": {"moderation_log"},
    "common.api.gavel.log": {"moderation_log"},
    "common.api.gavel.rules": {"configure", "rules"},
    "common.api.gavel.settings": {"configure"},
    "common.api.hive": {"check", "report"},
    "common.api.stream.actions": {"submit_action"},
    "common.api.stream.app": {"configure"},
    "common.api.stream.block_lists": {"configure"},
    "common.api.stream.new_flags": {"check", "flag"},
    "common.api.stream.policies": {"configure"},
    "common.api.stream.queue": {"review_queue"},
    "common.http.function": set(HTTP_FUNCTIONS),
    "common.http.auth": set(HTTP_FUNCTIONS),
    "common.http.queue_function": {*QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS},
    "common.moderation.review.decisions.decisions": {"appeals", "submit_action", "users"},
    "common.moderation.reports.reports": {"check", "report"},
    "common.moderation.sweeps": {"sweep"},
    "common.rules.conditions.logic": {"configure", "rules"},
    "common.views.gavel_deliveries": {"configure", "moderation_log"},
    "common.views.gavel_endpoints": {"configure", "moderation_log"},
    "common.views.gavel_resources": {"configure", "rules"},
    "common.views.stream_profiles": {"users"},
    "common.queue.messages": set(FUNCTIONS) - {"dashboard", "facades"},
    "common.rules.rule": {"configure", "rules"},
}


class _Start(TypedDict):
    """`kept` is how many objects no collection will look through."""

    modules: list[str]
    collected: bool
    collects: bool
    kept: int


@cache
def _start(function: str) -> _Start:
    main = ROOT / "functions" / function / "main.py"
    started: _Start = _run([_LOAD, str(main)], {})
    return started


def _loaded(function: str) -> frozenset[str]:
    return frozenset(_start(function)["modules"])


def _run(code: list[str], environment: dict[str, str]) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", *code],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_nothing_is_collected_until_a_function_is_loaded(function: str) -> None:
    start = _start(function)
    assert (start["collected"], start["collects"]) == (False, True)
    assert start["kept"] > 10_000


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


@pytest.mark.parametrize(
    ("uses", "clients"),
    [
        ((), {_FIRESTORE}),
        (("publish",), {_FIRESTORE, _PUBSUB}),
        (("delay",), {_FIRESTORE, _TASKS}),
    ],
    ids=["reading", "publishing", "delaying"],
)
def test_the_google_backends_load_the_clients_that_they_call(
    uses: tuple[str, ...], clients: set[str]
) -> None:
    with (
        google_server(BatchGetDocumentsResponse(missing="none")) as firestore,
        google_server(PublishResponse(message_ids=["1"])) as pubsub,
        google_server(Task()) as cloud_tasks,
    ):
        environment = {
            "GAVEL_STORE": "firestore",
            "GAVEL_QUEUE": "pubsub",
            "GAVEL_GOOGLE_PROJECT": "p",
            "GAVEL_TASKS_QUEUE": "projects/p/locations/l/queues/q",
            "GAVEL_FUNCTION_URL": "https://gavel-{function}.run.app/",
            "GAVEL_PUSH_AUDIENCE": "gavel-push",
            "GAVEL_PUSH_SERVICE_ACCOUNT": "push@p.iam.gserviceaccount.com",
            "FIRESTORE_EMULATOR_HOST": firestore.host,
            "PUBSUB_EMULATOR_HOST": pubsub.host,
            "CLOUD_TASKS_EMULATOR_HOST": cloud_tasks.host,
        }
        loaded = frozenset(_run([_USE_GOOGLE, *uses], environment))
    calls = {_FIRESTORE: firestore, _PUBSUB: pubsub, _TASKS: cloud_tasks}
    assert {name: len(server.calls) for name, server in calls.items()} == {
        name: int(name in clients) for name in calls
    }
    assert loaded.intersection(calls) == clients
    assert sorted(loaded.intersection(_NEVER_FOR_GOOGLE)) == []
