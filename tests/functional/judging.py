"""An app with a model for a provider, and what happens to what it checks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from common.configuration.context import now
from common.domain.item import Item, item_id, item_key
from common.domain.task import Task
from common.moderation.content.scans import scan
from common.queue.messages import ScanOrder
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.model_server import ModelServer

KEY = "sk-very-secret-0123456789"
V2 = "/api/v2/moderation"
RULES = [
    {"label": "THREAT", "description": "threatens somebody", "action": "remove"},
    {"label": "SCAM", "description": "asks for money", "action": "flag"},
]
_numbers = itertools.count()


@dataclass
class Judging:
    server: Server
    model: ModelServer
    app: App = field(init=False)

    def __post_init__(self) -> None:
        # The last letter is what tells the credentials of two apps apart.
        number = next(_numbers)
        self.app = self.server.app(f"app-{number:03d}-{ascii_lowercase[number % 26]}")

    def send(self, method: str, path: str, body: Any = None) -> Any:
        answered = self.answered(method, path, body)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def answered(self, method: str, path: str, body: Any = None, **query: str) -> Answer:
        return self.server.call(self.app, method, path, body, query=query)

    def put_provider(self, id: str = "model", **fields: Any) -> Any:
        given = {"kind": "chat_json", "url": self.model.base, "key": KEY, "model": "judge"}
        return self.send("PUT", f"/api/v1/providers/{id}", {**given, **fields})["provider"]

    def put_policy(self, key: str = "default", **configs: Any) -> Any:
        return self.send("POST", f"{V2}/config", {"key": key, **configs})["config"]

    def judge_with(self, **config: Any) -> Any:
        return self.put_policy(llm_config={"rules": RULES, **config})

    def check(self, *texts: str, id: str = "p", sync: bool = False, **fields: Any) -> Any:
        body = {
            "entity_type": "post",
            "entity_id": id,
            "entity_creator_id": "ann",
            "moderation_payload": {"texts": list(texts)},
            "config_key": "default",
            **({"options": {"force_sync": True}} if sync else {}),
            **fields,
        }
        return self.send("POST", f"{V2}/check", body)

    def judged(self, *texts: str, id: str = "p", **fields: Any) -> Item:
        """The item once its task has been worked off."""
        answer = self.check(*texts, id=id, **fields)
        assert answer["status"] == "partial", answer
        self.scan(answer["task_id"])
        return self.item(id)

    def scan(self, task: str, at: int = 0, time: int = 0) -> None:
        order = ScanOrder(self.app.name, task, at=at)
        self.server.run(scan(self.server.context, order, time or now()))

    def task(self, id: str) -> Task:
        from common.domain.task import task_key

        (found,) = self.server.run(self.server.context.store.get([task_key(self.app.name, id)]))
        assert found is not None
        return found.data

    def item(self, id: str = "p") -> Item:
        key = item_key(self.app.name, item_id(self.app.name, "post", id))
        (found,) = self.server.run(self.server.context.store.get([key]))
        assert found is not None
        return found.data


@contextmanager
def judging(data: Path) -> Iterator[Judging]:
    with ModelServer() as model, in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1") as server:
        assert isinstance(model, ModelServer)
        yield Judging(server, model)
