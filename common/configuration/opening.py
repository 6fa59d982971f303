"""Which backends are open: one line each in the table of its kind, and loaded when chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, cast

from common.configuration.data_keys import DataKeys
from common.configuration.encrypting import EncryptingStore
from common.configuration.sealing import SealingStore
from common.configuration.vaults import vault_of
from common.domain.indexes import INDEXES, LISTED
from common.domain.upgrades import UPGRADES
from common.queue.late import LateQueue
from common.queue.queue import Queue
from common.settings import Settings
from common.store.store import DocumentStore, Store
from common.store.versions import VersionedStore

_FILE = "store.db"
_FORMER_QUEUE_FILE = "queue.db"


class Backends(NamedTuple):
    store: Store
    queue: Queue
    data_keys: DataKeys


def open_backends(settings: Settings) -> Backends:
    """The store reads documents of every release, seals what is secret and encrypts what users
    wrote. What writes items needs a context's, which keeps what follows from it.
    """
    queue, vault = LateQueue(partial(open_queue, settings)), vault_of(settings)
    stored = _of_units(settings, open_store(settings), queue)
    keys = DataKeys(stored, vault, is_on=settings.encrypt_content)
    versioned = VersionedStore(EncryptingStore(stored, keys), UPGRADES)
    return Backends(SealingStore(versioned, vault), queue, keys)


def _of_units(settings: Settings, store: DocumentStore, queue: Queue) -> Store:
    """In SQLite a unit's messages are rows of its transaction; any other queue is told after it."""
    if settings.store == settings.queue == "sqlite":
        return cast(Store, store)
    from common.store.publishing import PublishingStore

    return PublishingStore(store, queue)


def open_store(settings: Settings) -> DocumentStore:
    """The bare one, with documents as they are stored."""
    return STORES[settings.store](settings)


def open_queue(settings: Settings) -> Queue:
    return QUEUES[settings.queue](settings)


def _sqlite_store(settings: Settings) -> DocumentStore:
    from common.store.sqlite.store import SqliteStore

    return SqliteStore(settings.data / _FILE, INDEXES)


def _firestore(settings: Settings) -> DocumentStore:
    from common.store.firestore.store import FirestoreStore

    return FirestoreStore(settings.google_project or "", settings.firestore_database, INDEXES)


def _dynamodb(settings: Settings) -> DocumentStore:
    from common.store.dynamodb.store import DynamoDbStore

    return DynamoDbStore(settings.dynamodb_table, INDEXES, LISTED)


def _sqlite_queue(settings: Settings) -> Queue:
    from common.queue.sqlite.queue import SqliteQueue

    return SqliteQueue(settings.data / _FILE, settings.data / _FORMER_QUEUE_FILE)


def _sqs(settings: Settings) -> Queue:
    from common.queue.sqs import SqsQueue

    return SqsQueue(settings.sqs_url or "")


def _pubsub(settings: Settings) -> Queue:
    """Without a queue of Cloud Tasks there are no delays: what is delayed waits for the sweep."""
    from common.queue.cloud_tasks import CloudTasks
    from common.queue.pubsub import PubSubQueue

    assert settings.google_project is not None
    tasks = None
    if settings.tasks_queue is not None:
        account = settings.tasks_service_account or settings.push_service_account
        url, audience = settings.function_url, settings.push_audience
        assert url is not None and account is not None and audience is not None
        tasks = CloudTasks(settings.tasks_queue, url, account, audience)
    return PubSubQueue(settings.google_project, settings.topic_prefix, tasks)


STORES: Mapping[str, Callable[[Settings], DocumentStore]] = {
    "sqlite": _sqlite_store,
    "firestore": _firestore,
    "dynamodb": _dynamodb,
}
QUEUES: Mapping[str, Callable[[Settings], Queue]] = {
    "sqlite": _sqlite_queue,
    "pubsub": _pubsub,
    "sqs": _sqs,
}
