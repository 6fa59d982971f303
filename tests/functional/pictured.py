"""An app whose users post pictures, and the server from which these are fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common.configuration.context import now
from common.domain.item import Item, item_id, item_key
from common.moderation.content.scans import scan
from common.queue.messages import ScanOrder
from tests.functional.inprocess import App, Server, in_process
from tests.receiver import Behaviour, Receiver, answer

V2 = "/api/v2/moderation"


@dataclass
class World:
    server: Server
    app: App
    receiver: Receiver

    def send(self, method: str, path: str, body: Any = None, status: int | None = None) -> Any:
        answered = self.server.call(self.app, method, path, body)
        assert answered.status == (status or answered.status), answered.text
        assert status is not None or answered.status in (200, 201), answered.text
        return answered.json()

    def put_policy(self, **config: Any) -> None:
        self.send("POST", f"{V2}/config", {"key": "own", **config})

    def serve(self, path: str, content: bytes | Behaviour) -> str:
        behaviour = answer(body=content) if isinstance(content, bytes) else content
        self.receiver.always(path, behaviour)
        return self.receiver.url(path)

    def check(self, *images: str, id: str = "p", **payload: Any) -> Any:
        body = {
            "entity_type": "post",
            "entity_id": id,
            "entity_creator_id": "ann",
            "config_key": "own",
            "moderation_payload": {"images": list(images), **payload},
        }
        return self.send("POST", f"{V2}/check", body)

    def scanned(self, *images: str, id: str = "p", **payload: Any) -> Item:
        """The item of a check, once its task is done."""
        checked = self.check(*images, id=id, **payload)
        assert checked["status"] == "partial"
        self.scan(checked["task_id"])
        return self.item(id)

    def scan(self, task: str) -> None:
        self.server.run(scan(self.server.context, ScanOrder(self.app.name, task), now()))

    def item(self, id: str = "p") -> Item:
        key = item_key(self.app.name, item_id(self.app.name, "post", id))
        (found,) = self.server.run(self.server.context.store.get([key]))
        assert found is not None
        return found.data

    def queued(self) -> list[Any]:
        found: list[Any] = self.send("POST", f"{V2}/review_queue", {})["items"]
        return found


@contextmanager
def open_world(data: Path) -> Iterator[World]:
    with Receiver() as receiver:
        allowed = f"127.0.0.1:{receiver.port}"
        with in_process(data, GAVEL_EGRESS_ALLOW=allowed) as server:
            yield World(server, server.app("app-a"), receiver)
