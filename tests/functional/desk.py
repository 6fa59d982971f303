"""An app with a policy, moderators and a clock, behind the functions in this process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.item import Item, item_id, item_key
from common.domain.times import nanoseconds
from common.domain.user import User, user_key
from common.http import auth, function
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from tests.functional.inprocess import Answer, App, Server, in_process

V2 = "/api/v2/moderation"
BAD = "zzword"
_ids = count(1)


class Desk:
    """Its moderators act by server-side calls that name them, unless a token is given."""

    def __init__(self, server: Server, app: App) -> None:
        self.server = server
        self.app = app

    def send(
        self, method: str, path: str, body: Any = None, *, as_user: Mapping[str, str] | None = None
    ) -> Answer:
        return self.server.call(self.app, method, path, body, auth=as_user)

    def done(self, method: str, path: str, body: Any = None) -> Any:
        answered = self.send(method, path, body)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    def policy(self, key: str, team: str = "", **config: Any) -> None:
        named = {"team": team} if team else {}
        self.done("POST", f"{V2}/config", {"key": key, **named, **config})

    def check(self, text: str = BAD, **fields: Any) -> Any:
        number = next(_ids)
        body = {
            "entity_type": "post",
            "entity_id": f"p{number}",
            "entity_creator_id": f"author{number}",
            "moderation_payload": {"texts": [text]},
            **fields,
        }
        return self.done("POST", f"{V2}/check", body)

    def flagged(self, creator: str = "", **fields: Any) -> Any:
        """An item of the queue."""
        named = {"entity_creator_id": creator} if creator else {}
        return self.check(**named, **fields)["item"]

    def decide(self, action: str, item: str | None = None, **options: Any) -> Answer:
        named = {"item_id": item} if item else {}
        body = {"action_type": action, "user_id": "mo", **named, **options}
        return self.send("POST", f"{V2}/submit_action", body)

    def act(self, action: str, item: str | None = None, **options: Any) -> Any:
        answered = self.decide(action, item, **options)
        assert answered.status == 201, answered.text
        return answered.json().get("item")

    def shown(self, item: str) -> Any:
        return self.done("GET", f"{V2}/review_queue/{item}")["item"]

    def queue(self, **asked: Any) -> Any:
        return self.done("POST", f"{V2}/review_queue", asked)

    def item(self, entity_type: str, entity_id: str) -> Item | None:
        key = item_key(self.app.name, item_id(self.app.name, entity_type, entity_id))
        (found,) = self.server.run(self.server.context.store.get([key]))
        return found.data if found else None

    def user(self, id: str) -> User:
        (found,) = self.server.run(self.server.context.store.get([user_key(self.app.name, id)]))
        assert found is not None
        return found.data

    def enforce(self, item: str) -> None:
        """What the trigger of its last change leads to."""
        self.server.run(enforce(self.server.context, Trigger(self.app.name, item), now()))


@contextmanager
def desk(data: Path, **environment: str) -> Iterator[Desk]:
    """Its policy `default` removes what has the word."""
    with in_process(data, **environment) as server:
        made = Desk(server, server.app("app-a"))
        made.done("POST", "/api/v2/blocklists", {"name": "words", "words": [BAD]})
        rules = [{"name": "words", "action": "remove"}]
        made.policy("default", block_list_config={"rules": rules})
        yield made


@contextmanager
def later(seconds: float) -> Iterator[None]:
    """As the functions see the time."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (function, auth):
            patch.setattr(module, "now", lambda: now() + nanoseconds(seconds))
        yield
