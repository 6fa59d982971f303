"""With content encrypted all goes on as without, and nothing that was written lies open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import orjson
import pytest

from common.configuration.context import now, open_context
from common.configuration.data_keys import FIELD
from common.delivery.deliveries import deliver
from common.domain.content import Content, Submission
from common.domain.data_key import is_encrypted, read
from common.moderation.content.checks import check
from common.queue.messages import DueDelivery
from common.settings import load_settings
from tests.functional.background import finished
from tests.functional.desk import BAD, V2, Desk, desk
from tests.functional.erasing import ANN, erase, finish, turn
from tests.functional.inprocess import App, in_process
from tests.receiver import Receiver

PLANTED = "marmalade on the moon"
ON = {"GAVEL_ENCRYPT_CONTENT": "true"}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "data", **ON, GAVEL_EGRESS_ALLOW="127.0.0.1") as made:
        yield made


@contextmanager
def opened(data: Path, app: App, *, is_on: bool) -> Iterator[Desk]:
    """What is in the folder already."""
    with in_process(data, GAVEL_ENCRYPT_CONTENT=str(is_on).lower()) as server:
        yield Desk(server, app)


def bytes_of(bench: Desk) -> bytes:
    """The store's file, and its log of writes."""
    return b"".join(path.read_bytes() for path in sorted(bench.server.data.glob("store.db*")))


def rows(bench: Desk, collection: str) -> dict[str, Any]:
    """As they are stored, by id."""
    stored = bench.server.documents(bench.app.name)
    return {row[2]: orjson.loads(row[4]) for row in stored if row[1] == collection}


def posted(bench: Desk, id: str, text: str = f"{PLANTED} {BAD}") -> Any:
    content = {"texts": [text], "images": [f"https://a.example/{PLANTED.replace(' ', '-')}.png"]}
    return bench.flagged(ANN, entity_id=id, moderation_payload=content)


def texts(bench: Desk, item: Any) -> Any:
    return bench.shown(item["id"])["moderation_payload"]["texts"]


def test_everything_works_and_nothing_lies_open(bench: Desk) -> None:
    with Receiver() as receiver:
        hook = {"webhook_url": receiver.url("/hook"), "enabled": True, "event_types": []}
        bench.done("PATCH", "/api/v2/app", {"event_hooks": [hook]})
        item = posted(bench, "one")
        assert item["recommended_action"] == "remove"
        custom = {"why": f"{PLANTED} custom"}
        report = {"entity_type": "post", "entity_id": "one", "user_id": "ben", "reason": "spam"}
        bench.done("POST", f"{V2}/flag", {**report, "custom": custom})
        profile = {"id": ANN, "image": f"https://a/{PLANTED}", "custom": custom}
        bench.done("POST", "/api/v2/users", {"users": {ANN: profile}})
        bench.act("ban", item["id"], ban={"reason": f"{PLANTED} ban"})
        appeal = {"entity_type": "post", "entity_id": "one", "user_id": ANN}
        bench.done("POST", f"{V2}/appeal", {**appeal, "appeal_reason": f"{PLANTED} appeal"})
        assert PLANTED.encode() not in bytes_of(bench)
        assert PLANTED.replace(" ", "-").encode() not in bytes_of(bench)

        assert texts(bench, item) == [f"{PLANTED} {BAD}"]
        asked = {"entity_creator_id": ANN, "has_text": True, "reporter_id": "ben"}
        (found,) = bench.queue(filter=asked)["items"]
        assert found["moderation_payload"]["texts"] == [f"{PLANTED} {BAD}"]
        assert custom in [flag.get("custom") for flag in found["flags"]]
        (told,) = bench.done("POST", f"{V2}/appeals", {})["items"]
        assert told["appeal_reason"] == f"{PLANTED} appeal"
        of_ann = {"user_id": ANN}
        log = bench.server.call(bench.app, "GET", "/api/v1/log", query=of_ann).json()
        assert f"{PLANTED} ban" in {entry["reason"] for entry in log["entries"]}
        assert bench.user(ANN)["bans"][0]["reason"] == f"{PLANTED} ban"
        _deliver(bench)
        _deliver(bench)
        assert any(PLANTED in request.body.decode() for request in receiver.requests)
        (exported,) = _exported(bench)
        assert exported["user"]["custom"]["why"] == custom["why"]
        assert exported["items"][0]["moderation_payload"]["texts"] == [f"{PLANTED} {BAD}"]


def _deliver(bench: Desk) -> None:
    """First the events, then what they are for each of the app's webhooks."""
    for id in rows(bench, "delivery"):
        due = DueDelivery(bench.app.name, id)
        bench.server.run(deliver(bench.server.context, due, now()))


def _exported(bench: Desk) -> Any:
    task = bench.done("POST", "/export/users", {"user_ids": [ANN]})["task_id"]
    told = finished(bench.server, bench.app, task)
    return bench.server.raw("GET", urlsplit(told["result"]["url"]).path).json()


def test_who_comes_back_after_an_erasure_has_another_key(bench: Desk) -> None:
    posted(bench, "before")
    (before,) = rows(bench, "item").values()
    old = read(before["payload"]).name
    receipt = erase(bench, ANN)["signed"]["receipt"]
    assert receipt["data_key"] == "dropped"
    assert ANN not in rows(bench, "history") and old.encode() not in bytes_of(bench)
    anew = posted(bench, "after")
    assert texts(bench, anew) == [f"{PLANTED} {BAD}"]
    (after,) = rows(bench, "item").values()
    assert read(after["payload"]).name != old
    assert FIELD in rows(bench, "history")[ANN]


def test_what_another_instance_writes_under_the_dropped_key_is_erased_too(bench: Desk) -> None:
    """It has the key at hand, and the erasure ends when it cannot have it any more."""
    posted(bench, "before")
    other = open_context(load_settings())
    content = Content((f"{PLANTED} {BAD}",))

    def elsewhere(id: str) -> None:
        sent = Submission("post", id, ANN, content, "default")
        bench.server.run(check(other, bench.app.name, sent, now()))

    elsewhere("first")
    (name,) = {read(each["payload"]).name for each in rows(bench, "item").values()}
    ordered = bench.send("DELETE", f"/api/v1/users/{ANN}/data").json()
    while FIELD in rows(bench, "history")[ANN]:
        turn(bench, ordered["id"])
    elsewhere("late")
    (late,) = rows(bench, "item").values()
    assert read(late["payload"]).name == name
    signed = finish(bench, ordered["id"])["signed"]
    other.close()
    assert signed["receipt"]["rounds"] == 2
    assert [each for each in signed["receipt"]["places"] if each["left"]] == []
    stored = bytes_of(bench)
    assert name.encode() not in stored and ANN.encode() not in stored


def test_it_can_be_switched_on_over_what_is_there_and_off_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with desk(data, GAVEL_ENCRYPT_CONTENT="false") as bench:
        app, old = bench.app, posted(bench, "old")
        edited = posted(bench, "edited")
    with opened(data, app, is_on=True) as bench:
        assert texts(bench, old) == texts(bench, edited) == [f"{PLANTED} {BAD}"]
        posted(bench, "edited", f"other {BAD}")
        new = posted(bench, "new")
        stored = {each["entity_id"]: each for each in rows(bench, "item").values()}
        encrypted = {id for id, each in stored.items() if is_encrypted(each["payload"])}
        assert encrypted == {"edited", "new"}
        assert len(bench.queue(filter={"entity_creator_id": ANN})["items"]) == 3
    with opened(data, app, is_on=False) as bench:
        last = posted(bench, "last")
        for item, said in ((old, PLANTED), (edited, "other"), (new, PLANTED), (last, PLANTED)):
            assert texts(bench, item) == [f"{said} {BAD}"]
        stored = {each["entity_id"]: each for each in rows(bench, "item").values()}
        assert not is_encrypted(stored["last"]["payload"])
        assert is_encrypted(stored["new"]["payload"])
        signed = erase(bench, ANN)["signed"]
        assert signed["receipt"]["data_key"] == "dropped"
        assert PLANTED.encode() not in bytes_of(bench)
