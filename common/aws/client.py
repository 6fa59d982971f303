"""A service of AWS by botocore, which is synchronous: in threads of its own, off the event loop.

botocore alone, because boto3 takes another 20 ms to load and its clients are botocore's.
"""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

_CONNECT_SECONDS = 1.0


class Closed(Exception):
    """The client was closed by its owner."""


class Client:
    """Connects on first use, never before a fork. Address, region and credentials are what AWS's
    own variables say.
    """

    def __init__(self, service: str, connections: int, seconds: float, attempts: int = 1) -> None:
        """`seconds` for one attempt; botocore does not tell what became of all but the last."""
        self._service = service
        self._connections = connections
        self._seconds = seconds
        self._attempts = attempts
        self._threads = ThreadPoolExecutor(connections, service)
        self._client: Any = None
        self._opening = threading.Lock()
        self._closed = False

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Raises Closed and what botocore raises."""
        loop = asyncio.get_running_loop()
        try:
            calling = loop.run_in_executor(self._threads, self._call, method, parameters)
        except RuntimeError as error:
            raise Closed(f"{self._service} is closed") from error
        return await calling

    def close(self) -> None:
        with self._opening:
            self._closed = True
            client, self._client = self._client, None
        self._threads.shutdown(wait=False, cancel_futures=True)
        if client is not None:
            client.close()

    def _call(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = getattr(self._opened(), method)(**parameters)
        return answer

    def _opened(self) -> Any:
        client = self._client
        if client is not None:
            return client
        with self._opening:
            if self._closed:
                raise Closed(f"{self._service} is closed")
            if self._client is None:
                self._client = self._new()
            return self._client

    def _new(self) -> Any:
        from botocore.config import Config

        config = Config(
            connect_timeout=_CONNECT_SECONDS,
            read_timeout=self._seconds,
            max_pool_connections=self._connections,
            retries={"mode": "standard", "total_max_attempts": self._attempts},
            # What is sent is made here; checking it costs a tenth of the processor's time.
            parameter_validation=False,
        )
        with _creating:
            return _session().create_client(self._service, config=config)


# A second client costs a tenth of the first, but a session makes only one at a time.
_creating = threading.Lock()


@cache
def _session() -> Any:
    from botocore.session import Session

    return Session()
