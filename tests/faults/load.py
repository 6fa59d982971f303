"""Concurrent checks, flags and reports, with a ledger of everything that was acknowledged."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from common.domain.content import HIVE_POST
from tests.on_backends import LOCAL
from tests.receiver import Receiver

from .apps import CHAT, App
from .client import Answer, Client, NoAnswer
from .waiting import wait_until
from .world import BAD, DUBIOUS, SPAM, TASK_PATH, check_body

THREADS = 6
_LONGEST_AFTER = 0.5
_USERS = 10
_REPORTERS = 6
_TEXTS = ("a quiet afternoon", f"this is {BAD} really", f"maybe {DUBIOUS} here")


@dataclass(frozen=True, slots=True)
class Post:
    entity_type: str
    entity_id: str
    user: str
    text: str
    item: str


@dataclass
class Ledger:
    """`texts` has every text sent for an item, answered or not; the rest was acknowledged."""

    posts: dict[str, Post] = field(default_factory=dict)
    flags: set[tuple[str, str]] = field(default_factory=set)
    tasks: set[str] = field(default_factory=set)
    texts: dict[str, set[str]] = field(default_factory=dict)
    answered: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[str, Answer]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def acknowledged(self) -> int:
        return sum(self.answered.values())

    def some_post(self, rng: random.Random, entity_type: str | None = None) -> Post | None:
        with self.lock:
            posts = list(self.posts.values())
        posts = [post for post in posts if entity_type in (None, post.entity_type)]
        return rng.choice(posts) if posts else None


class Load:
    """Threads that send until they are told to stop or nobody answers, with a pause each time."""

    def __init__(
        self, app: App, receiver: Receiver, ledger: Ledger, seed: int, pause: float
    ) -> None:
        self._ledger = ledger
        self._stop = threading.Event()
        # The emulators are slow to begin.
        self._usual = 20 if app.runtime.backend == LOCAL else 5
        senders = [
            _Sender(app, receiver, ledger, f"{seed}.{number}", self._stop, pause)
            for number in range(THREADS)
        ]
        self._threads = [threading.Thread(target=sender.run) for sender in senders]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def last(self, rng: random.Random) -> None:
        """Until a random number of requests was acknowledged, and then for a random time."""
        count = self._ledger.acknowledged + rng.randint(1, 3 * self._usual)
        wait_until(lambda: self._ledger.acknowledged >= count, f"{count} acknowledged", 60)
        time.sleep(rng.uniform(0, _LONGEST_AFTER))


@contextmanager
def load(
    app: App, receiver: Receiver, ledger: Ledger, seed: int, pause: float = 0.0
) -> Iterator[Load]:
    running = Load(app, receiver, ledger, seed, pause)
    running.start()
    try:
        yield running
    finally:
        running.stop()


class _Sender:
    def __init__(
        self,
        app: App,
        receiver: Receiver,
        ledger: Ledger,
        name: str,
        stop: threading.Event,
        pause: float,
    ) -> None:
        self._app = app
        self._client = Client(app)
        self._receiver = receiver
        self._ledger = ledger
        self._name = name
        self._rng = random.Random(name)
        self._stop = stop
        self._pause = pause
        self._count = 0
        self._own: list[Post] = []

    def run(self) -> None:
        with self._client:
            while not self._stop.wait(self._pause):
                try:
                    self._step()
                except NoAnswer:
                    return

    def _step(self) -> None:
        part = self._rng.random()
        if part < 0.35:
            self._submit(self._new_post(CHAT))
        elif part < 0.5:
            self._submit(self._new_post(HIVE_POST))
        elif part < 0.55:
            self._order_task(self._new_post(HIVE_POST))
        elif part < 0.65:
            self._submit_again()
        elif part < 0.8:
            self._flag()
        else:
            self._report()

    def _new_post(self, entity_type: str) -> Post:
        self._count += 1
        user = f"user-{self._rng.randrange(_USERS)}"
        id, text = f"{self._name}.{self._count}", self._rng.choice(_TEXTS)
        item = self._app.chat(id) if entity_type == CHAT else self._app.post(id)
        return Post(entity_type, id, user, text, item)

    def _submit(self, post: Post, kind: str = "check") -> None:
        if post.entity_type == CHAT:
            path, body = (
                "/api/v2/moderation/check",
                check_body(post.entity_id, post.user, post.text),
            )
        else:
            path, body = "/api/v1/task/sync", _hive_body(post)
        if self._send(kind, path, body, post) is not None:
            self._remember(post)

    def _order_task(self, post: Post) -> None:
        body = {**_hive_body(post), "callback_url": self._receiver.url(TASK_PATH)}
        answer = self._send("task", "/api/v1/task/async", body, post)
        if answer is not None:
            self._remember(post)
            with self._ledger.lock:
                self._ledger.tasks.add(answer.body["task_id"])

    def _submit_again(self) -> None:
        """The same once more, or with other words of the same kind, so that an edit that arrives
        before the evaluation is enforced like the first text.
        """
        if not self._own:
            return
        post = self._rng.choice(self._own)
        if self._rng.random() < 0.5:
            self._submit(post, "repeat")
            return
        text = f"{post.text} {self._rng.randrange(100)}"
        self._submit(replace(post, text=text), "edit")

    def _flag(self) -> None:
        post = self._ledger.some_post(self._rng)
        if post is None:
            return
        reporter = f"reporter-{self._rng.randrange(_REPORTERS)}"
        body = {
            "entity_type": post.entity_type,
            "entity_id": post.entity_id,
            "entity_creator_id": post.user,
            "reason": self._rng.choice((SPAM, "I do not like it")),
            "user_id": reporter,
        }
        if self._send("flag", "/api/v2/moderation/flag", body) is not None:
            with self._ledger.lock:
                self._ledger.flags.add((post.item, reporter))

    def _report(self) -> None:
        post = self._ledger.some_post(self._rng, HIVE_POST)
        if post is None:
            return
        reporter = f"reporter-{self._rng.randrange(_REPORTERS)}"
        body = {
            "post_id": post.entity_id,
            "report_categories": [SPAM],
            "reporter_id": reporter,
        }
        if self._send("report", "/api/v1/report", body) is not None:
            with self._ledger.lock:
                self._ledger.flags.add((post.item, reporter))

    def _send(self, kind: str, path: str, body: object, post: Post | None = None) -> Answer | None:
        ledger = self._ledger
        if post is not None:
            with ledger.lock:
                ledger.texts.setdefault(post.item, set()).add(post.text)
        try:
            answer = self._client.send("POST", path, body)
        except NoAnswer:
            with ledger.lock:
                ledger.unanswered[kind] += 1
            raise
        with ledger.lock:
            if answer.is_success:
                ledger.answered[kind] += 1
                return answer
            ledger.refused.append((path, answer))
        return None

    def _remember(self, post: Post) -> None:
        self._own.append(post)
        with self._ledger.lock:
            self._ledger.posts[post.item] = post


def _hive_body(post: Post) -> dict[str, str]:
    return {"post_id": post.entity_id, "user_id": post.user, "text_data": post.text}
