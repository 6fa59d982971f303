"""A team on Hive's dashboard API: its token, its server for actions, and the model that looks at
its pictures, behind Gavel's functions in this process.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.domain.item import item_id
from common.domain.times import nanoseconds
from common.http import auth, function
from common.moderation.content.scans import scan
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import DueDelivery, ScanOrder, Trigger
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.receiver import Handler, Received, Receiver, answer

SYNC, ASYNC, REPORT = "/api/v1/task/sync", "/api/v1/task/async", "/api/v1/report"
V2_SYNC, V2_ASYNC = "/api/v2/task/sync", "/api/v2/task/async"
CHECK = "/api/v2/moderation/check"
SECRET = "whsec_" + base64.b64encode(b"s" * 32).decode()
BULLYING, KIND = "you are an idiot", "what a lovely day"
"""Texts that Gavel's own engine is sure of."""
_numbers = count(1)


@dataclass
class Team:
    """`seen` has the scores of the classes that the picture model gives to an address."""

    server: Server
    app: App
    receiver: Receiver
    seen: dict[str, dict[str, float]] = field(default_factory=dict)
    later: int = 0

    def send(self, method: str, path: str, body: Any = None, **query: Any) -> Answer:
        """With the team's token, as Hive's callers show it."""
        headers = {"content-type": "application/json", **self.app.hive()}
        target = "&".join(f"{name}={value}" for name, value in query.items())
        encoded = None if body is None else json.dumps(body).encode()
        with self.clock():
            url = f"{path}?{target}" if target else path
            return self.server.raw(method, url, headers, encoded)

    def done(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        answered = self.send(method, path, body, **query)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def refused(
        self, field: str, path: str, body: Any, *, method: str = "POST", status: int = 400
    ) -> str:
        """What is said of the field; nothing has changed."""
        before = self.server.documents()
        answered = self.send(method, path, body)
        assert answered.status == status, answered.text
        assert self.server.documents() == before
        fields = answered.json()["exception_fields"]
        assert field in fields, fields
        return str(fields[field])

    def rule(self, id: str, when: Any, *actions: str, scope: str = "post", **fields: Any) -> Any:
        body = {"name": id, "scope": scope, "when": when, "actions": list(actions), **fields}
        return self.done("PUT", f"/api/v1/rules/{id}", body)["rule"]

    def action(self, id: str, kind: str = "post", **fields: Any) -> None:
        body = {"name": id, "kind": kind, "url": self.receiver.url(f"/{id}"), **fields}
        self.done("PUT", f"/api/v1/actions/{id}", body)

    def category(self, id: str, applies_to: str = "both") -> None:
        body = {"name": id.title(), "applies_to": applies_to}
        self.done("PUT", f"/api/v1/report_categories/{id}", body)

    def post(self, text: str | None = KIND, *, user: str = "ann", **fields: Any) -> Any:
        """The answer to a task about a post of its own id unless one is given."""
        content = {"text_data": text} if text is not None else {}
        body = {"post_id": f"post{next(_numbers)}", "user_id": user, **content, **fields}
        return self.done("POST", SYNC, body)

    def picture(self, scores: Mapping[str, float], user: str = "ann") -> Any:
        """The answer to a task about a picture that shows these classes."""
        url = self.receiver.url(f"/picture{next(_numbers)}.png")
        self.seen[url] = dict(scores)
        return self.post(None, user=user, url=url)

    def check(self, text: str, picture: Mapping[str, float], **fields: Any) -> Any:
        """Of a post with a text and a picture, which Hive's tasks cannot have at once."""
        url = self.receiver.url(f"/picture{next(_numbers)}.png")
        self.seen[url] = dict(picture)
        body = {
            "entity_type": "post",
            "entity_id": f"post{next(_numbers)}",
            "entity_creator_id": "ann",
            "moderation_payload": {"texts": [text], "images": [url]},
            "options": {"force_sync": True},
            **fields,
        }
        answered = self.server.call(self.app, "POST", CHECK, body)
        assert answered.status == 201, answered.text
        return answered.json()

    def report(self, post: str, reporter: str, *categories: str, **fields: Any) -> Any:
        names = list(categories or ("hate",))
        body = {"post_id": post, "reporter_id": reporter, "report_categories": names, **fields}
        return self.done("POST", REPORT, body)

    def enforce(self, answered: Any) -> None:
        """What the trigger of a task, check or report leads to, calls to the team's server
        included, each as often as it is due.
        """
        id = answered.get("item_id") or item_id(self.app.name, "post", answered["post_id"])
        self.server.run(enforce(self.server.context, Trigger(self.app.name, id), self.now))
        self.deliver()

    def deliver(self) -> None:
        sent: set[str] = set()
        while due := [each for each in self.deliveries(state="pending") if each["id"] not in sent]:
            for each in due:
                sent.add(each["id"])
                order = DueDelivery(self.app.name, each["id"])
                self.server.run(deliver(self.server.context, order, self.now))

    def scan(self, task: str) -> None:
        self.server.run(scan(self.server.context, ScanOrder(self.app.name, task), self.now))
        self.deliver()

    def deliveries(self, **query: Any) -> list[Any]:
        found: list[Any] = self.done("GET", "/api/v1/deliveries", **query)["deliveries"]
        return found

    def calls(self, *actions: str) -> list[str]:
        """The actions that the team's server was called for, in that order."""
        paths = [each.path.lstrip("/") for each in self.receiver.requests]
        return [path for path in paths if path in actions]

    def called(self, action: str) -> list[Any]:
        return [
            json.loads(each.body) for each in self.receiver.requests if each.path == f"/{action}"
        ]

    def queued(self) -> dict[str, list[str]]:
        """The posts and users that wait for a moderator, with the types of their flags."""
        found = self.server.call(self.app, "POST", "/api/v2/moderation/review_queue", {}).json()
        return {each["entity_id"]: [f["type"] for f in each["flags"]] for each in found["items"]}

    @property
    def now(self) -> int:
        return now() + self.later

    @contextmanager
    def clock(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for module in (function, auth):
                patch.setattr(module, "now", lambda: now() + self.later)
            yield

    def wait(self, seconds: float) -> None:
        self.later += nanoseconds(seconds)


def triggered(answered: Any) -> list[str]:
    return [each["rule_id"] for each in answered["triggered_rules"]]


@contextmanager
def team(data: Path, **environment: str) -> Iterator[Team]:
    """Its pictures are judged by a model of its own, its texts by Gavel's engines; its policy asks
    for nothing, so that what happens is what rules say.
    """
    with Receiver() as receiver:
        allowed = {"GAVEL_EGRESS_ALLOW": "127.0.0.1", **environment}
        with in_process(data, **allowed) as server:
            made = Team(server, server.app("app-a"), receiver)
            receiver.always("/model", lambda handler: _judge(made, handler))
            provider: dict[str, Any] = {
                "kind": "webhook",
                "url": receiver.url("/model"),
                "key": SECRET,
            }
            provider |= {"model": "", "images": True, "cache_seconds": 0}
            made.done("PUT", "/api/v1/providers/eyes", provider)
            names = ("general_nsfw", "general_suggestive", "yes_nazi")
            asked = [{"provider": "eyes", "label": name, "action": "keep"} for name in names]
            toxic = [
                {"label": label, "threshold": 1.0, "action": "flag"}
                for label in ("insult", "identity_attack")
            ]
            policy = {"key": "default", "remote_config": {"rules": asked}}
            policy["automod_toxicity_config"] = {"rules": toxic}
            config = server.call(made.app, "POST", "/api/v2/moderation/config", policy)
            assert config.status == 201, config.text
            yield made


def _judge(of: Team, handler: Handler) -> None:
    asked = _last(of.receiver, handler)
    labels = [
        {"label": name, "score": score, "image": number}
        for number, url in enumerate(json.loads(asked.body)["data"]["images"])
        for name, score in of.seen.get(url, {}).items()
    ]
    body = json.dumps({"labels": labels}).encode()
    answer(200, body, {"content-type": "application/json"})(handler)


def _last(receiver: Receiver, handler: Handler) -> Received:
    own = handler.client_address[1]
    return next(each for each in reversed(receiver.requests) if each.connection == own)
