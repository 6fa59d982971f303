"""The queue of a runtime, beside the product's own use of it."""

from __future__ import annotations

import asyncio
import functools
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import Any

from botocore.session import Session

from common.configuration.opening import open_queue
from common.http.routes import QUEUE_FUNCTIONS
from common.queue.sqlite.queue import SqliteQueue
from common.settings import load_settings
from tests.messages import Raw
from tests.on_backends import AWS, GCP, LOCAL
from tests.running import Running

from .waiting import wait_until

_PREFIX = "gavel-"
_HANDLED_SECONDS = 30.0
_COUNTED = "ApproximateNumberOfMessages"


async def depth(runtime: Running) -> dict[str, int]:
    """Messages by topic. Pub/Sub cannot be asked; there the documents alone tell what is left."""
    if runtime.backend == AWS:
        return {topic: _waiting(_sqs(), _url(runtime, topic)) for topic in QUEUE_FUNCTIONS}
    if runtime.backend == GCP:
        return {}
    queue = SqliteQueue(runtime.data / "store.db")
    try:
        return await queue.depth()
    finally:
        queue.close()


def publish_copies(runtime: Running, topic: str, message: dict[str, Any], times: int) -> None:
    """At the same time. Those of Pub/Sub were handled when this ends, which nothing else tells: the
    runtime has to log at the level "debug".
    """
    if runtime.backend != GCP:
        asyncio.run(_publish(runtime, topic, message, times))
        return
    ids = _published(runtime, topic, json.dumps(message).encode(), times)
    wait_until(lambda: _handled(runtime, topic) >= ids, "the copies", _HANDLED_SECONDS)


def lose(runtime: Running) -> None:
    """As a power cut or an operator may, while nothing runs: the documents alone have to tell what
    is to be done.
    """
    if runtime.backend == LOCAL:
        with closing(sqlite3.connect(runtime.data / "store.db")) as connection:
            connection.execute("DELETE FROM messages")
            connection.commit()
        return
    if runtime.backend == AWS:
        for topic in QUEUE_FUNCTIONS:
            _sqs().purge_queue(QueueUrl=_url(runtime, topic))
        return
    from google.cloud.pubsub_v1 import SubscriberClient

    # The next start makes them anew; what a subscription held is gone with it.
    with SubscriberClient() as subscriber:
        for name in QUEUE_FUNCTIONS:
            path = subscriber.subscription_path(_project(runtime), _PREFIX + name)
            subscriber.delete_subscription(subscription=path, timeout=10)


async def _publish(runtime: Running, topic: str, message: dict[str, Any], times: int) -> None:
    queue = open_queue(load_settings(runtime.environment))
    try:
        await asyncio.gather(*(queue.publish(Raw(topic, message)) for _ in range(times)))
    finally:
        queue.close()


def _waiting(sqs: Any, url: str) -> int:
    """What is delayed or in a consumer's hands as well."""
    asked = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return sum(int(asked.get(_COUNTED + kind, 0)) for kind in ("", "NotVisible", "Delayed"))


def _url(runtime: Running, topic: str) -> str:
    return runtime.environment["GAVEL_SQS_URL"] + topic


@functools.cache
def _sqs() -> Any:
    """Where this process's own environment says, which names the test run's server."""
    return Session().create_client("sqs")


def _published(runtime: Running, topic: str, data: bytes, times: int) -> set[str]:
    """The ids."""
    from google.cloud.pubsub_v1 import PublisherClient

    publisher = PublisherClient()
    try:
        path = publisher.topic_path(_project(runtime), _PREFIX + topic)
        futures = [publisher.publish(path, data) for _ in range(times)]
        return {str(future.result(timeout=10)) for future in futures}
    finally:
        publisher.stop()
        publisher.transport.close()


def _handled(runtime: Running, function: str) -> set[str]:
    return {
        str(line["event"])
        for line in _journal(runtime.log.splitlines())
        if (line.get("function"), line.get("message")) == (function, "done")
    }


def _journal(lines: Iterable[str]) -> Iterable[dict[str, Any]]:
    return (json.loads(line) for line in lines if line.startswith("{") and line.endswith("}"))


def _project(runtime: Running) -> str:
    return runtime.environment["GAVEL_GOOGLE_PROJECT"]
