"""The no-op in the framework's WSGI mode."""

from __future__ import annotations

import flask
import functions_framework
import orjson


@functions_framework.http
def noop_wsgi(request: flask.Request) -> flask.Response:
    orjson.loads(request.get_data())
    return flask.Response(b'{"ok":true}', 201, content_type="application/json")
