"""What a use case works with: one context a process, opened on first use."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast

from common.configuration.configuration import Configurations
from common.queue.queue import Queue
from common.settings import Settings, load_settings
from common.store.store import DocumentStore, Store

if TYPE_CHECKING:
    from common.queue.cloud_tasks import CloudTasks

_FILE = "store.db"
_FORMER_QUEUE_FILE = "queue.db"

T = TypeVar("T")


@dataclass(slots=True)
class Context:
    settings: Settings
    store: Store
    queue: Queue
    configurations: Configurations
    rng: random.Random = field(default_factory=random.Random)
    _made: dict[Any, Any] = field(default_factory=dict)

    def one(self, make: Callable[[Context], T]) -> T:
        """What `make` makes of this context, made on first use and kept as long as the context."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def close(self) -> None:
        self.store.close()
        self.queue.close()


def now() -> int:
    """In whole microseconds, which is what the official clients keep of a time."""
    return time.time_ns() // 1_000 * 1_000


def open_context(settings: Settings) -> Context:
    queue = open_queue(settings)
    store = _unit_store(settings, open_store(settings), queue)
    return Context(settings, store, queue, Configurations(store, settings.config_ttl))


def _unit_store(settings: Settings, store: DocumentStore, queue: Queue) -> Store:
    """In SQLite a unit's messages are rows of its transaction; any other queue is told after it."""
    if settings.store == settings.queue == "sqlite":
        return cast(Store, store)
    from common.store.publishing import PublishingStore

    return PublishingStore(store, queue)


def open_store(settings: Settings) -> DocumentStore:
    from common.domain.indexes import INDEXES, LISTED

    if settings.store == "firestore":
        from common.store.firestore.store import FirestoreStore

        return FirestoreStore(settings.google_project or "", settings.firestore_database, INDEXES)
    if settings.store == "dynamodb":
        from common.store.dynamodb.store import DynamoDbStore

        return DynamoDbStore(settings.dynamodb_table, INDEXES, LISTED)
    from common.store.sqlite.store import SqliteStore

    return SqliteStore(settings.data / _FILE, INDEXES)


def open_queue(settings: Settings) -> Queue:
    if settings.queue == "pubsub":
        return _open_pubsub(settings)
    if settings.queue == "sqs":
        from common.queue.sqs import SqsQueue

        return SqsQueue(settings.sqs_url or "")
    from common.queue.sqlite.queue import SqliteQueue

    return SqliteQueue(settings.data / _FILE, settings.data / _FORMER_QUEUE_FILE)


def _open_pubsub(settings: Settings) -> Queue:
    from common.queue.pubsub import PubSubQueue

    assert settings.google_project is not None
    return PubSubQueue(settings.google_project, settings.topic_prefix, _open_tasks(settings))


def _open_tasks(settings: Settings) -> CloudTasks | None:
    if settings.tasks_queue is None:
        return None
    from common.queue.cloud_tasks import CloudTasks

    account = settings.tasks_service_account or settings.push_service_account
    url, audience = settings.function_url, settings.push_audience
    assert url is not None and account is not None and audience is not None
    return CloudTasks(settings.tasks_queue, url, account, audience)


_shared: Context | None = None
_lock = threading.Lock()


def shared_context() -> Context:
    """The functions of one process share one, so a change made by one is seen by all at once."""
    global _shared
    with _lock:
        if _shared is None:
            _shared = open_context(load_settings())
        return _shared


def close_shared_context() -> None:
    global _shared
    with _lock:
        if _shared is not None:
            _shared.close()
            _shared = None
