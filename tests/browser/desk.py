"""A running server with content to moderate, and people who sign in to its page with a browser."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import jwt
import requests

from common.configuration.context import now, open_context
from common.domain.content import Payload, payload_hash
from common.domain.item import Item, item_id, item_key
from common.domain.log_tree import log_tree_id
from common.domain.task import task_key
from common.domain.times import DAY, SECOND
from common.moderation.background.daily import start_all
from common.moderation.background.working import work
from common.queue.messages import ScanOrder
from common.settings import load_settings
from common.store.store import Create
from infra.local.credentials import Credentials, create_app, generate
from tests.receiver import Receiver
from tests.running import Running, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_SETTLED = """() => new Promise(resolve =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 280))))"""
_AT_ONCE = 50
_T = TypeVar("_T")
PASSWORD = "correct horse battery staple"
BAD = "badword"


class Desk:
    """An app of a test's own at a server that tests share."""

    def __init__(self, name: str, url: str, credentials: Credentials, receiver: Receiver) -> None:
        self.name = name
        self.url = url
        self.receiver = receiver
        self._credentials = credentials

    def hive(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        headers = {"authorization": f"token {self._credentials.token}"}
        return self._call(method, f"/api/v1{path}", headers, body, {})

    def stream(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        claims = {"server": True, "exp": int(time.time()) + 3600}
        token = jwt.encode(claims, self._credentials.secret, algorithm="HS256")
        key = {"api_key": self._credentials.key}
        return self._call(method, f"/api/v2{path}", {"authorization": token}, body, key)

    def configure(self) -> None:
        self.stream(
            "POST", "/blocklists", {"name": "bad", "words": [BAD, "free money"], "type": "word"}
        )
        rules = [{"name": "bad", "action": "flag"}]
        self.stream(
            "POST", "/moderation/config", {"key": "desk", "block_list_config": {"rules": rules}}
        )
        self.act("hide", "block")
        category = {"name": "Bullying", "applies_to": "both"}
        self.hive("PUT", "/report_categories/bullying", category)
        reasons = [{"key": "bullying", "label": "Bullying"}, {"key": "spam", "label": "Spam"}]
        self.hive("PUT", "/page_settings", {"decision_reasons": reasons, "grey": True})

    def act(self, id: str, decision: str) -> str:
        """Has the decision call the customer's server, at the path that is answered."""
        path = f"/{self.name}/{id}"
        url = self.receiver.url(path)
        action = {"name": id, "kind": "post", "url": url, "carries_out": [decision]}
        self.hive("PUT", f"/actions/{id}", action)
        return path

    def calls(self, path: str) -> int:
        return len([each for each in self.receiver.requests if each.path == path])

    def called(self) -> int:
        """At any of its paths: the receiver is called by other tests' apps as well."""
        own = f"/{self.name}/"
        return len([each for each in self.receiver.requests if each.path.startswith(own)])

    def check(self, id: str, *texts: str, author: str = "", **payload: Any) -> str:
        body = {
            "entity_type": "post",
            "entity_id": id,
            "entity_creator_id": author or f"author-of-{id}",
            "config_key": "desk",
            "moderation_payload": {"texts": [*texts] or [f"{BAD} {id}"], **payload},
        }
        item: str = self.stream("POST", "/moderation/check", body)["item"]["id"]
        return item

    def item(self, id: str) -> dict[str, Any]:
        found: dict[str, Any] = self.stream("GET", f"/moderation/review_queue/{id}")["item"]
        return found

    def decide(self, id: str, action: str, by: str) -> None:
        body = {"action_type": action, "item_id": id, "user_id": by}
        self.stream("POST", "/moderation/submit_action", body)

    def decisions(self, by: str = "") -> list[dict[str, Any]]:
        """Everything that a person decided, the newest first."""
        found = [*self._log("action"), *self._log("review")]
        people = [entry for entry in found if entry["by"] and by in ("", entry["by"])]
        return sorted(people, key=lambda entry: str(entry["at"]), reverse=True)

    def _log(self, kind: str) -> Iterator[dict[str, Any]]:
        cursor = None
        while True:
            query = f"?kind={kind}&limit=100{f'&cursor={cursor}' if cursor else ''}"
            page = self.hive("GET", f"/log{query}")
            yield from page["entries"]
            cursor = page["next"]
            if cursor is None:
                return

    def waiting(self) -> int:
        body = {"filter": {"reviewed": False}, "limit": 100}
        return len(self.stream("POST", "/moderation/review_queue", body)["items"])

    def link(self, name: str, role: str) -> str:
        """What signs a member in once, who is made where there is none."""
        known = {each["name"]: each["id"] for each in self.hive("GET", "/members")["members"]}
        if name not in known:
            made = self.hive("POST", "/members", {"name": name, "role": role})
            known[name] = made["member"]["id"]
        link: str = self.hive("POST", f"/members/{known[name]}/link")["link"]
        return f"{self.url}/dashboard/#link={link}"

    def _call(
        self, method: str, path: str, headers: dict[str, str], body: Any, query: dict[str, str]
    ) -> dict[str, Any]:
        answer = requests.request(
            method, self.url + path, json=body, headers=headers, params=query, timeout=30
        )
        assert answer.ok, f"{method} {path} answered {answer.status_code}: {answer.text}"
        content: dict[str, Any] = answer.json()
        return content


class Person:
    """A member at a browser of their own."""

    def __init__(self, desk: Desk, browser: Browser, name: str, role: str, **options: Any) -> None:
        self.desk = desk
        self.name = name
        self.context: BrowserContext = browser.new_context(locale="en-US", **options)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(f"dialog {dialog.message}"))
        self.page.goto(desk.link(name, role))
        chosen = self.page.locator("dialog[open] input[type=password]")
        self.page.locator("main h1, main .views").first.wait_for(state="attached")
        if chosen.count():
            for field in chosen.all():
                field.fill(PASSWORD)
            self.page.locator("dialog[open] button.primary").click()
            self.page.locator("dialog[open]").wait_for(state="detached")

    def open(self, path: str) -> None:
        self.page.goto(f"{self.desk.url}/dashboard{path}")
        self.page.locator("main h1, main .state:not(.loading)").first.wait_for(state="attached")

    def queue(self, view: str = "all") -> None:
        self.open(f"/queue/{view}")
        self.page.locator(".item-row, .state:not(.loading)").first.wait_for()

    def press(self, key: str) -> None:
        """As a person does: not in the moment in which another item came up."""
        self.page.evaluate(_SETTLED)
        self.page.keyboard.press(key)

    def present(self) -> str:
        """The text of the item before them."""
        return self.page.locator(".present .content .written p").first.inner_text()

    def rows(self) -> int:
        return self.page.locator(".item-row").count()


def eventually(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come to be"
        time.sleep(0.1)


class Place:
    """The server and the receiver that all tests of a run share."""

    def __init__(self, server: Running, receiver: Receiver) -> None:
        self.server = server
        self.receiver = receiver

    def desk(self) -> Desk:
        name = f"app-{secrets.token_hex(4)}"
        desk = Desk(name, self.server.base_url, self._app(name), self.receiver)
        desk.configure()
        return desk

    def multiply(self, desk: Desk, item: str, count: int) -> None:
        """As many items as one, each with a text of its own and a second younger than the last."""
        _apart(lambda: self._multiply(desk.name, item, count))

    async def _multiply(self, app: str, item: str, count: int) -> None:
        context = open_context(load_settings(self.server.environment))
        try:
            (found,) = await context.store.get([item_key(app, item)])
            assert found is not None
            for start in range(0, count, _AT_ONCE):
                numbers = range(start, min(count, start + _AT_ONCE))
                await context.store.commit([_like(found.data, app, number) for number in numbers])
        finally:
            context.close()

    def close_days(self, desk: Desk) -> None:
        """Today of the app's log is under a root, as if it were the day after tomorrow."""
        _apart(lambda: self._close_days(desk.name))

    async def _close_days(self, app: str) -> None:
        context = open_context(load_settings(self.server.environment))
        id, at = log_tree_id(app), now() + 2 * DAY
        try:
            await start_all(context, at)
            for _ in range(20):
                (task,) = await context.store.get([task_key(app, id)])
                assert task is not None
                due = task.data["due_at"]
                if due > at + SECOND:
                    return
                await work(context, ScanOrder(app, id, at=due), max(due, at))
            raise AssertionError("the log's days are not closed")
        finally:
            context.close()

    def _app(self, name: str) -> Credentials:
        return _apart(lambda: self._create(name))

    async def _create(self, name: str) -> Credentials:
        context = open_context(load_settings(self.server.environment))
        try:
            credentials = generate()
            await create_app(context.store, name, credentials)
        finally:
            context.close()
        return credentials


def _like(item: Item, app: str, number: int) -> Create[Item]:
    entity = f"{item['entity_id']}-{number:06}"
    id = item_id(app, item["entity_type"], entity)
    times = {
        name: value + (number + 1) * SECOND
        for name, value in item.items()
        if isinstance(value, int) and value == item["created_at"]
    }
    payload: Payload = {**item["payload"], "texts": [f"{BAD} {number:06}"]}
    own = {
        "id": id,
        "shard": id[0],
        "entity_id": entity,
        "payload": payload,
        "payload_hash": payload_hash(payload),
    }
    return Create(item_key(app, id), cast(Item, {**item, **times, **own}))


def _apart(work: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
    """Playwright's loop runs in this thread."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(lambda: asyncio.run(work())).result()


@contextmanager
def open_place(folder: Path) -> Iterator[Place]:
    with Receiver() as receiver:
        allow = f"127.0.0.1:{receiver.port}"
        with running(folder, GAVEL_EGRESS_ALLOW=allow) as server:
            yield Place(server, receiver)
