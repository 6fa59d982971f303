"""An app of whose facades a test calls one, and what the app has stored."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Any
from urllib.parse import urlencode

import orjson

from common.domain.item import Item, item_id, item_key
from tests.functional.inprocess import Answer, App, Server

ANALYZE = "/v1alpha1/comments:analyze"
SUGGEST = "/v1alpha1/comments:suggestscore"
_numbers = itertools.count()


@dataclass
class Facades:
    server: Server
    app: App = field(init=False)

    def __post_init__(self) -> None:
        number = next(_numbers)
        self.app = self.server.app(f"facades-{number:03d}-{ascii_lowercase[number % 26]}")

    @property
    def key(self) -> str:
        return self.app.credentials.score_key

    def perspective(self, body: Any, path: str = ANALYZE, **query: str) -> Answer:
        """`body` is sent as it is where it is bytes."""
        sent = body if isinstance(body, bytes) else orjson.dumps(body)
        target = f"{path}?{urlencode({'key': self.key, **query})}"
        return self.server.raw("POST", target, {"content-type": "application/json"}, sent)

    def analyzed(self, text: str, *attributes: str, **fields: Any) -> Any:
        asked: dict[str, Any] = {name: {} for name in attributes or ("TOXICITY",)}
        answer = self.perspective(
            {"comment": {"text": text}, "requestedAttributes": asked, **fields}
        )
        assert answer.status == 200, answer.text
        return answer.json()

    def send(self, method: str, path: str, body: Any = None) -> Any:
        answer = self.server.call(self.app, method, path, body)
        assert answer.status in (200, 201), answer.text
        return answer.json()

    def settings(self, **facades: Any) -> None:
        self.send("PUT", "/api/v1/settings", {"facades": facades})

    def item(self, entity_type: str, entity_id: str) -> Item:
        key = item_key(self.app.name, item_id(self.app.name, entity_type, entity_id))
        (found,) = self.server.run(self.server.context.store.get([key]))
        assert found is not None
        return found.data

    def documents(self) -> list[tuple[Any, ...]]:
        return self.server.documents()
