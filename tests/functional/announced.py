"""The events that an app's webhooks are to be told."""

from __future__ import annotations

from typing import Any

import orjson

from common.domain.delivery import DELIVERIES
from common.domain.endpoint import EVENTS
from tests.functional.inprocess import App, Server


def announced(server: Server, app: App) -> list[Any]:
    rows = [orjson.loads(row[4]) for row in server.documents(app.name) if row[1] == DELIVERIES]
    return [event for row in rows if row["endpoint"] == EVENTS for event in row["data"]["events"]]
