"""What a use case works with: one context a process, opened on first use."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from common.configuration.configuration import Configurations
from common.configuration.data_keys import DataKeys
from common.configuration.keeping import KeepingStore
from common.configuration.opening import open_backends
from common.configuration.vaults import vault_of
from common.queue.queue import Queue
from common.settings import Settings, load_settings
from common.store.store import Store

T = TypeVar("T")
_logger = logging.getLogger("gavel.configuration")


@dataclass(slots=True)
class Context:
    settings: Settings
    store: Store
    queue: Queue
    configurations: Configurations
    rng: random.Random = field(default_factory=random.Random)
    _made: dict[Any, Any] = field(default_factory=dict)
    _data_keys: DataKeys | None = None

    def one(self, make: Callable[[Context], T]) -> T:
        """What `make` makes of this context, made on first use and kept as long as the context."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @property
    def data_keys(self) -> DataKeys:
        """Those under which the store encrypts what users write; none on a bare store."""
        return self._data_keys or DataKeys(self.store, vault_of(self.settings), is_on=False)

    def close(self) -> None:
        self.store.close()
        self.queue.close()


def now() -> int:
    """In whole microseconds, which is what the official clients keep of a time."""
    return time.time_ns() // 1_000 * 1_000


def open_context(settings: Settings) -> Context:
    if not vault_of(settings).has_key:
        _logger.warning("GAVEL_ENCRYPTION_KEY is not set: no secret can be stored or changed")
    store, queue, data_keys = open_backends(settings)
    vault = vault_of(settings)
    configurations = Configurations(store, settings.config_ttl, settings.egress_allow, vault)
    return Context(
        settings, KeepingStore(store, configurations), queue, configurations, _data_keys=data_keys
    )


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
