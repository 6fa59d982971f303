"""The events that an app's webhooks are to be told."""

from __future__ import annotations

from typing import Any

from common.domain.delivery import DELIVERIES, Delivery, delivery_key
from common.domain.endpoint import EVENTS
from tests.functional.inprocess import App, Server


def announced(server: Server, app: App) -> list[Any]:
    found = [each for each in deliveries(server, app) if each["endpoint"] == EVENTS]
    return [event for each in found for event in each["data"]["events"]]


def deliveries(server: Server, app: App) -> list[Delivery]:
    ids = sorted(row[2] for row in server.documents(app.name) if row[1] == DELIVERIES)
    found = server.run(server.context.store.get([delivery_key(app.name, id) for id in ids]))
    return [each.data for each in found if each is not None]
