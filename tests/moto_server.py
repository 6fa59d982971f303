"""`python -m tests.moto_server PORT`: moto's server on the loopback.

moto itself lets two transactions that run in two threads undo each other's work, so calls of
DynamoDB take turns here. What waits for messages of SQS waits beside them.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterable
from typing import Any

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import run_simple

_DYNAMODB = "DynamoDB_"


class OneAtATime:
    def __init__(self, app: Any) -> None:
        self._app = app
        self._turn = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if not environ.get("HTTP_X_AMZ_TARGET", "").startswith(_DYNAMODB):
            answer: Iterable[bytes] = self._app(environ, start_response)
            return answer
        with self._turn:
            return [*self._app(environ, start_response)]


class _Handler(MotoRequestHandler):
    # Keeps connections open.
    protocol_version = "HTTP/1.1"


def main() -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = OneAtATime(DomainDispatcherApplication(create_backend_app))
    run_simple("127.0.0.1", int(sys.argv[1]), app, threaded=True, request_handler=_Handler)


if __name__ == "__main__":
    main()
