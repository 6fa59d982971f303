"""The check function's own adapter in the framework's WSGI mode: one event loop in a thread, and
the server's threads wait for it.
"""

from __future__ import annotations

import asyncio
import threading
from functools import cache
from typing import Any

import flask
import functions_framework
import uvloop
from starlette.requests import Request
from starlette.responses import Response

from functions.check.main import check


@cache
def running() -> asyncio.AbstractEventLoop:
    loop = uvloop.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return loop


@functions_framework.http
def check_wsgi(request: flask.Request) -> flask.Response:
    body = request.get_data()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    headers = [(k.lower().encode(), v.encode("latin-1")) for k, v in request.headers.items()]
    scope = {
        "type": "http",
        "method": request.method,
        "path": request.path,
        "raw_path": request.path.encode(),
        "query_string": request.query_string,
        "headers": headers,
    }

    async def respond() -> Response:
        return await check(Request(scope, receive))

    answer = asyncio.run_coroutine_threadsafe(respond(), running()).result()
    return flask.Response(bytes(answer.body), answer.status_code, content_type="application/json")
