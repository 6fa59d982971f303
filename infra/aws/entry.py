"""A function as AWS Lambda calls it: `handler(name)` makes what takes Lambda's events.

The event loop is the process's own and outlives every call, like the clients and pools on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any, cast
from urllib.parse import quote, unquote

from mangum import Mangum
from mangum.handlers import HTTPGateway
from mangum.types import ASGI
from starlette.types import ASGIApp

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS
from infra.framework.invoking import post
from infra.framework.loading import load_apps

Handler = Callable[[dict[str, Any], Any], Any]
# All that may stand in an encoded path: what is still encoded stays so.
_SAFE = "/%:@!$&'()*+,;=~"


class NotHandled(Exception):
    """An event that is not for this kind of function, or a call that is to be made again."""


def handler(name: str) -> Handler:
    """Loads the function `name` and no other."""
    loop = process_loop()
    app = load_apps([name])[name]
    if name in HTTP_FUNCTIONS:
        return _http(app)
    run = _batch if name in QUEUE_FUNCTIONS else _scheduled
    return lambda event, _: loop.run_until_complete(run(app, name, event))


@cache
def process_loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    # Where the adapter looks for it.
    asyncio.set_event_loop(loop)
    return loop


def _http(app: ASGIApp) -> Handler:
    adapter = Mangum(cast(ASGI, app), lifespan="off", custom_handlers=[Gateway])

    def handle(event: dict[str, Any], context: Any) -> Any:
        if event.get("version") != "2.0" or "http" not in event.get("requestContext", {}):
            raise NotHandled("not a request in payload format 2.0")
        return adapter(event, context)

    return handle


class Gateway(HTTPGateway):
    """API Gateway's HTTP APIs decode a path, all but `%25`; function URLs leave it as it came. A
    named stage stands in front of it.
    """

    @cached_property
    def scope(self) -> dict[str, Any]:
        path = self._path()
        raw = quote(path, safe=_SAFE).encode()
        return {**super().scope, "path": unquote(path), "raw_path": raw}

    def _path(self) -> str:
        path: str = self.event["rawPath"]
        stage = self.event["requestContext"].get("stage", "$default")
        prefix = f"/{stage}/"
        return path[len(prefix) - 1 :] if path.startswith(prefix) else path


async def _batch(app: ASGIApp, name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Of SQS, all messages at once; only those that failed come back."""
    records = event.get("Records") or []
    if not records or any(each.get("eventSource") != "aws:sqs" for each in records):
        raise NotHandled("not a batch of SQS")
    answers = await asyncio.gather(
        *(post(app, name, each["messageId"], each["body"].encode()) for each in records)
    )
    failed = [
        each["messageId"] for each, status in zip(records, answers, strict=True) if status != 200
    ]
    return {"batchItemFailures": [{"itemIdentifier": id} for id in failed]}


async def _scheduled(app: ASGIApp, name: str, event: dict[str, Any]) -> None:
    if event.get("source") != "aws.events":
        raise NotHandled("not an event of EventBridge's schedule")
    status = await post(app, name, event["id"], b"{}")
    if status != 200:
        raise NotHandled(f"{name} answered {status}")
