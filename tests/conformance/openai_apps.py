"""An app whose facades ask a moderation endpoint elsewhere, which answers or fails on demand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests

from common.engines.remote.endpoints.labels import OPENAI
from tests.receiver import Behaviour, Handler, Receiver, answer
from tests.running import Running

from .apps import Apps
from .helpers import Raw, unique

INSULT = "you are a stupid idiot and everybody knows it"
KIND = "what a lovely morning in the old town"
CUTTING = "I want to cut myself tonight"
INTENT = "self-harm/intent"


@dataclass(frozen=True)
class EndpointApp:
    """Its provider is at the receiver, under a path of its own."""

    raw: Raw
    score_key: str
    receiver: Receiver
    path: str

    def set_up(self) -> None:
        self.receiver.always(self.path, self._judge)
        url = self.receiver.url(self.path.removesuffix("/moderations"))
        self._send("PUT", "/api/v1/providers/endpoint", kind="openai", url=url, cache_seconds=0)
        rules = [{"provider": "endpoint", "label": name, "action": "flag"} for name in OPENAI]
        policy = {"key": "facades", "remote_config": {"rules": rules}}
        self._send("POST", "/api/v2/moderation/config", **policy)
        facades = {"policy": "facades", "refuse_not_judged": True}
        self._send("PUT", "/api/v1/settings", facades=facades)

    def fails(self, times: int, behaviour: Behaviour) -> None:
        self.receiver.on(self.path, *[behaviour] * times)

    @property
    def asked(self) -> int:
        return sum(each.path == self.path for each in self.receiver.requests)

    def _send(self, method: str, path: str, **body: Any) -> None:
        answered = self.raw.send(method, path, body)
        assert answered.status_code in (200, 201), answered.text

    def _judge(self, handler: Handler) -> None:
        own = handler.client_address[1]
        sent = next(each for each in reversed(self.receiver.requests) if each.connection == own)
        results = [
            {"category_scores": {name: _score(name, text) for name in OPENAI}}
            for text in json.loads(sent.body)["input"]
        ]
        body = json.dumps({"id": "modr-1", "model": "m", "results": results}).encode()
        answer(200, body, {"content-type": "application/json"})(handler)


def _score(category: str, text: str) -> float:
    return 0.9 if category == INTENT and text == CUTTING else 0.01


@contextmanager
def endpoint_app(server: Running, apps: Apps, receiver: Receiver) -> Iterator[EndpointApp]:
    made = apps.create()
    with requests.Session() as session:
        raw = Raw(session, server.base_url, made["key"], made["secret"])
        path = f"/{unique('endpoint')}/moderations"
        app = EndpointApp(raw, made["score"], receiver, path)
        app.set_up()
        yield app
