"""Statements on their way to the transparency database, which is a server with its own rules."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from pathlib import Path
from string import ascii_letters
from typing import Any

import pytest

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.delivery.outbox import Outbox
from common.delivery.transparency.orders import submission_id, submission_order
from common.domain.item import item_id, item_key
from common.domain.statement import Statement, statement_key
from common.queue.messages import DueDelivery
from common.store.store import Create
from common.store.unit_of_work import UnitOfWork
from tests.factories import item, statement
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.functional.test_statements import BANNED
from tests.transparency_server import TransparencyServer, transparency_server

_SECOND = 10**9
_DAY = 86_400 * _SECOND
_PATH = "/api/v1/transparency_database"


class World:
    """One app with a database; what is due is sent when a test says so."""

    def __init__(self, server: Server, app: App, database: TransparencyServer) -> None:
        self.server = server
        self.app = app
        self.database = database
        self._made = 0

    def set_up(self, mode: str = "production", **fields: Any) -> Answer:
        body = {
            "url": self.database.url,
            "token": self.database.token,
            "mode": mode,
            "territorial_scope": ["DE", "AT"],
            **fields,
        }
        return self.server.call(self.app, "PUT", _PATH, body)

    def state(self, *, made: int = 1, **fields: Any) -> list[str]:
        """Ids of statements, stored and ordered as a decision does it: in one commit."""
        return [self._state_one(**fields) for _ in range(made)]

    def _state_one(self, **fields: Any) -> str:
        self._made += 1
        stated = statement(f"statement-{self._made}", **fields)
        self.server.run(self._store(stated))
        return stated["id"]

    async def _store(self, stated: Statement) -> None:
        context = self.server.context
        settings = (await context.configurations.fresh(self.app.name)).settings
        unit = UnitOfWork(context.store)
        unit.create(statement_key(self.app.name, stated["id"]), stated)
        if (order := submission_order(settings, stated)) is not None:
            await Outbox(unit, self.app.name, now()).add(order)
        await unit.commit()

    def send(self, id: str, later: float = 60.0) -> None:
        """At the turn of this statement, with whatever goes along."""
        at = now() + int(later * _SECOND)
        due = DueDelivery(self.app.name, submission_id(id))
        self.server.run(deliver(self.server.context, due, at))

    def submissions(self) -> dict[str, dict[str, Any]]:
        answered = self.server.call(self.app, "GET", f"{_PATH}/submissions", query={"limit": 100})
        assert answered.status == 200, answered.text
        return {each["statement_id"]: each for each in answered.json()["submissions"]}

    def states(self) -> dict[str, str]:
        return {id: each["state"] for id, each in self.submissions().items()}

    def log(self, type: str) -> list[dict[str, Any]]:
        query = {"kind": "delivery", "limit": 100}
        answered = self.server.call(self.app, "GET", "/api/v1/log", query=query)
        assert answered.status == 200, answered.text
        return [each for each in answered.json()["entries"] if each["type"] == type]

    def retry(self, id: str) -> Answer:
        return self.server.call(self.app, "POST", f"{_PATH}/submissions/{id}/retry")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("transparency")
    settings = {
        "GAVEL_EGRESS_ALLOW": "127.0.0.1",
        "GAVEL_CALLBACK_TIMEOUT": "10",
        "GAVEL_RETRY_DELAYS": "60,60,60,60,60,60",
        "GAVEL_ENCRYPTION_KEY": "A" * 43,
    }
    with in_process(folder, **settings) as opened:
        yield opened


_names = iter(f"app-{letter}" for letter in ascii_letters)


@pytest.fixture
def world(server: Server) -> Iterator[World]:
    with transparency_server() as database:
        yield World(server, server.app(next(_names)), database)


def test_statements_go_together_and_are_known_by_what_the_database_answers(world: World) -> None:
    world.set_up()
    ids = world.state(made=3)
    assert world.states() == dict.fromkeys(ids, "waiting")
    world.send(ids[0])
    assert world.database.batches == [ids]
    assert world.states() == dict.fromkeys(ids, "delivered")
    for id, shown in world.submissions().items():
        known = world.database.statements[id]
        assert (shown["uuid"], shown["permalink"]) == (known["uuid"], known["permalink"])
        assert shown["submission"]["territorial_scope"] == ["AT", "DE"]
        assert shown["mode"] == "production"


def test_no_more_than_a_hundred_go_together(world: World) -> None:
    world.set_up()
    ids = world.state(made=105)
    world.send(ids[0])
    world.send(ids[-1])
    assert [len(each) for each in world.database.batches] == [100, 5]
    assert world.database.created == dict.fromkeys(ids, 1)


def test_a_statement_says_what_was_decided(world: World) -> None:
    world.set_up()
    at = 1_772_000_000 * _SECOND
    (id,) = world.state(
        decision_visibility=["DECISION_VISIBILITY_CONTENT_REMOVED"],
        decision_account="DECISION_ACCOUNT_SUSPENDED",
        restricted_at=at,
        content_at=at - 3 * _DAY,
        ends_at=at + 7 * _DAY,
        content_language="de",
        territorial_scope=["FR"],
        automated_decision="AUTOMATED_DECISION_PARTIALLY",
    )
    world.send(id)
    sent = world.database.statements[id]
    assert sent["puid"] == id
    assert (sent["content_date"], sent["application_date"]) == ("2026-02-22", "2026-02-25")
    assert sent["end_date_account_restriction"] == "2026-03-04"
    assert "end_date_visibility_restriction" not in sent
    assert (sent["content_language"], sent["territorial_scope"]) == ("DE", ["FR"])
    assert sent["automated_decision"] == "AUTOMATED_DECISION_PARTIALLY"


def test_what_a_statement_lacks_is_named_and_nothing_is_sent(world: World) -> None:
    world.set_up(territorial_scope=[])
    good = world.state(territorial_scope=["DE"])
    (bad,) = world.state(category=None, content_at=None)
    world.send(bad)
    shown = world.submissions()[bad]
    assert shown["state"] == "incomplete"
    assert shown["problems"] == dict.fromkeys(
        ("category", "content_date", "territorial_scope"), "is missing"
    )
    assert world.states()[good[0]] == "delivered"
    assert world.database.batches == [good]
    (entry,) = (each for each in world.log("attempt") if each["result"] == "dead")
    assert "content_date is missing" in entry["custom"]["detail"]


def test_one_that_is_refused_is_named_and_the_others_are_sent(world: World) -> None:
    world.set_up()
    ids = world.state(made=5)
    world.database.refuses[ids[2]] = {"category": ["The selected category is invalid."]}
    world.send(ids[0])
    rest = [id for id in ids if id != ids[2]]
    assert world.database.batches == [ids, rest]
    assert world.states() == {**dict.fromkeys(rest, "delivered"), ids[2]: "refused"}
    problems = world.submissions()[ids[2]]["problems"]
    assert problems == {"category": "The selected category is invalid."}
    (entry,) = (each for each in world.log("attempt") if each["result"] == "dead")
    assert "category: The selected category is invalid." in entry["custom"]["detail"]
    assert "unread_at" in entry


def test_one_that_is_refused_without_being_named_is_found(world: World) -> None:
    world.set_up()
    ids = world.state(made=7)
    world.database.unnamed = {ids[4]}
    world.send(ids[0])
    rest = [id for id in ids if id != ids[4]]
    assert world.states() == {**dict.fromkeys(rest, "delivered"), ids[4]: "refused"}
    assert world.database.created == dict.fromkeys(rest, 1)


def test_what_is_there_already_is_a_success(world: World) -> None:
    world.set_up()
    ids = world.state(made=3)
    world.database.statements[ids[1]] = {"puid": ids[1]}
    world.send(ids[0])
    assert world.states() == {ids[0]: "delivered", ids[1]: "duplicate", ids[2]: "delivered"}
    assert world.database.created == {ids[0]: 1, ids[2]: 1}


@pytest.mark.parametrize("trouble", ["cut_after", "hang_after"])
def test_what_may_have_arrived_is_looked_for_and_not_sent_again(world: World, trouble: Any) -> None:
    world.set_up()
    ids = world.state(made=3)
    world.database.troubles.append(trouble)
    world.send(ids[0])
    assert world.states() == dict.fromkeys(ids, "waiting")
    world.send(ids[0], 600)
    world.send(ids[1], 600)
    world.send(ids[2], 600)
    assert set(world.database.looked_for) == set(ids)
    assert world.database.batches == [ids]
    assert world.database.created == dict.fromkeys(ids, 1)
    assert world.states() == dict.fromkeys(ids, "duplicate")


def test_what_did_not_arrive_is_sent_after_it_was_looked_for(world: World) -> None:
    world.set_up()
    ids = world.state(made=2)
    world.database.troubles.append("cut_before")
    world.send(ids[0])
    world.send(ids[0], 600)
    assert set(world.database.looked_for) == set(ids)
    assert world.states() == dict.fromkeys(ids, "delivered")
    assert world.database.created == dict.fromkeys(ids, 1)


@pytest.mark.parametrize(
    ("trouble", "is_looked_for"),
    [("lost", True), ("broken", True), ("slow_down", False), ("moved", True)],
)
def test_what_the_database_could_not_take_is_sent_again(
    world: World, trouble: Any, is_looked_for: bool
) -> None:
    world.set_up()
    ids = world.state(made=2)
    world.database.troubles.append(trouble)
    world.send(ids[0])
    assert world.states() == dict.fromkeys(ids, "waiting")
    world.send(ids[0], 4_000)
    assert world.states() == dict.fromkeys(ids, "delivered")
    assert bool(world.database.looked_for) == is_looked_for


def test_a_token_that_is_worth_nothing_is_told_and_waited_for(world: World) -> None:
    world.set_up()
    (id,) = world.state()
    before, world.database.token = world.database.token, "2|new"
    for attempt in range(5):
        world.send(id, 60 + 200 * attempt)
    shown = world.server.call(world.app, "GET", "/api/v1/endpoints/transparency:database").json()
    # By the clock of the tests it is open; by that of this machine it was opened later.
    assert shown["endpoint"]["state"] in ("open", "half_open")
    assert world.log("endpoint_open")
    entries = world.log("attempt")
    assert len(entries) == 5
    assert all("the token is not accepted" in each["custom"]["detail"] for each in entries)
    assert before not in str(entries)
    assert "[hidden]" in entries[0]["custom"]["answer"]
    world.set_up(token="2|new")
    world.send(id, 40_000)
    world.send(id, 80_000)
    assert world.states() == {id: "delivered"}


def test_a_dry_run_records_what_would_be_sent_and_sends_nothing(world: World) -> None:
    assert world.set_up("dry_run", token=None).status == 201
    good, bad = world.state(made=1) + world.state(category=None)
    world.send(good)
    assert world.states() == {good: "dry", bad: "incomplete"}
    assert world.submissions()[good]["submission"]["puid"] == good
    assert not world.database.batches
    world.set_up("production")
    assert world.retry(good).status == 201
    world.send(good)
    assert world.states()[good] == "delivered"
    assert world.retry(good).status == 400


def test_production_is_switched_on_by_somebody(world: World) -> None:
    world.set_up("dry_run")
    world.set_up("production", user_id="lena", reason="onboarded")
    last = world.log("transparency_database")[0]
    assert (last["by"], last["reason"]) == ("lena", "onboarded")
    assert last["custom"] == {"mode": "production", "mode_before": "dry_run"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"url": ""}, "url"),
        ({"url": "http://10.0.0.1/"}, "url"),
        ({"token": None}, "token"),
        ({"token": "a\nb"}, "token"),
        ({"mode": "on"}, "mode"),
        ({"territorial_scope": ["US"]}, "territorial_scope"),
        ({"key": "x"}, "key"),
    ],
)
def test_what_cannot_be_set_up_is_named(world: World, change: dict[str, Any], field: str) -> None:
    answered = world.set_up(**change)
    assert answered.status == 400
    assert field in answered.text
    assert world.server.call(world.app, "GET", _PATH).json()["transparency_database"] == {
        "set_up": False,
        "url": "",
        "has_token": False,
        "mode": "dry_run",
        "territorial_scope": [],
        "codes_version": "2025-07-01",
    }


def test_the_token_is_kept_and_never_answered(world: World) -> None:
    token = world.database.token
    answers = [world.set_up(), world.server.call(world.app, "GET", _PATH)]
    body = {"url": world.database.url, "mode": "sandbox", "territorial_scope": ["DE"]}
    answers.append(world.server.call(world.app, "PUT", _PATH, body))
    assert all(each.json()["transparency_database"]["has_token"] for each in answers)
    assert not any(token in each.text for each in answers)
    stored = str(world.server.documents(world.app.name))
    assert token not in stored
    (id,) = world.state()
    world.send(id)
    assert world.states() == {id: "delivered"}
    elsewhere = {**body, "url": "http://127.0.0.1:9/"}
    assert world.server.call(world.app, "PUT", _PATH, elsewhere).status == 400


def test_without_a_database_nothing_is_ordered(world: World) -> None:
    (id,) = world.state()
    assert world.states() == {}
    assert world.retry(id).status == 400
    world.set_up()
    assert world.retry("another").status == 404
    assert world.retry(id).status == 201
    world.send(id)
    assert world.states() == {id: "delivered"}


def test_personal_data_keeps_a_statement_back(world: World) -> None:
    world.set_up()
    app, text = world.app.name, "call me when you are home alone tonight my dear"
    about = item_id(app, "post", "p1")
    made = item(app, creator_id="author-77", payload={"texts": [text]})
    world.server.run(world.server.context.store.commit([Create(item_key(app, about), made)]))
    clean, phone, named, quoted = (
        world.state(item_id=about, user_id="author-77", facts_text=facts)[0]
        for facts in (
            "A rule on grooming held.",
            "The text had the number +49 170 1234567.",
            "The account author-77 was known before.",
            "The words: call me when you are home alone.",
        )
    )
    world.send(clean)
    assert world.states() == {
        clean: "delivered",
        phone: "scrubbed",
        named: "scrubbed",
        quoted: "scrubbed",
    }
    shown = world.submissions()
    assert shown[phone]["problems"] == {"decision_facts": "has a telephone number"}
    assert shown[named]["problems"] == {"decision_facts": "has an id of somebody concerned"}
    assert shown[quoted]["problems"] == {"decision_facts": "has words of the content"}
    assert "submission" not in shown[phone]
    assert "1234567" not in str(world.log("attempt"))


def test_a_message_that_comes_twice_sends_nothing_twice(world: World) -> None:
    world.set_up()
    ids = world.state(made=10)

    async def together() -> None:
        at = now() + 60 * _SECOND
        dues = [DueDelivery(world.app.name, submission_id(id)) for id in ids * 2]
        await asyncio.gather(*(deliver(world.server.context, due, at) for due in dues))

    world.server.run(together())
    assert world.database.created == dict.fromkeys(ids, 1)
    assert world.states() == dict.fromkeys(ids, "delivered")


def test_a_process_that_dies_at_any_step_loses_and_doubles_nothing(world: World) -> None:
    """Broken off before the claims are made, after the request, and before they are settled."""
    world.set_up()
    store = world.server.context.store
    commit = store.commit
    for step in range(12):
        ids = world.state(made=3)
        left = step

        async def dying(*args: Any, **options: Any) -> None:
            nonlocal left
            if left == 0:
                raise ConnectionError("the process is dead")
            left -= 1
            await commit(*args, **options)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(store, "commit", dying)
            with contextlib.suppress(ConnectionError):
                world.send(ids[0])
        later = 200.0
        while "waiting" in world.states().values():
            for id in ids:
                world.send(id, later)
            later += 200
            assert later < 4_000
        assert set(world.database.statements) >= set(ids)
    assert set(world.database.created.values()) == {1}
    assert set(world.states().values()) <= {"delivered", "duplicate"}


def test_what_is_set_off_while_it_waits_fails_and_comes_back(world: World) -> None:
    world.set_up()
    (id,) = world.state()
    assert world.server.call(world.app, "DELETE", _PATH, query={"user_id": "lena"}).status == 200
    world.send(id)
    assert world.states() == {id: "waiting"}
    world.set_up()
    world.send(id, 600)
    assert world.states() == {id: "delivered"}


def test_another_app_neither_sees_nor_retries_a_statement(world: World, server: Server) -> None:
    world.set_up()
    (id,) = world.state()
    with transparency_server() as theirs:
        other = World(server, server.app(next(_names)), theirs)
        other.set_up()
        assert other.states() == {}
        assert other.retry(id).status == 404
        assert other.states() == {}


def test_what_a_decision_restricts_is_submitted_in_its_own_commit(world: World) -> None:
    world.set_up()
    declared = {
        "decision_visibility": ["DECISION_VISIBILITY_CONTENT_REMOVED"],
        "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
        "incompatible_content_ground": "House rules, 4.2",
        "incompatible_content_explanation": "Offers of this kind are not allowed.",
        "category": "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
    }
    moderation = "/api/v2/moderation"

    def sent(method: str, path: str, body: dict[str, Any]) -> Any:
        answered = world.server.call(world.app, method, path, body)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    sent("PUT", "/api/v1/statement_settings/block", declared)
    content = {
        "entity_type": "post",
        "entity_id": "p1",
        "entity_creator_id": "author-77",
        "moderation_payload": {"texts": ["two watches for the price of one"]},
        "config_key": "chat",
    }
    words = {"name": "goods", "words": ["watches"]}
    sent("POST", "/api/v2/blocklists", words)
    rules = {"rules": [{"name": "goods", "action": "flag"}]}
    sent("POST", f"{moderation}/config", {"key": "chat", "block_list_config": rules})
    sent("POST", f"{moderation}/check", content)
    about = item_id(world.app.name, "post", "p1")
    block = {"action_type": "block", "item_id": about, "user_id": "mo"}
    (stated,) = sent("POST", f"{moderation}/submit_action", block)["statements"]
    assert world.states() == {stated["id"]: "waiting"}
    world.send(stated["id"])
    shown = world.submissions()[stated["id"]]
    assert shown["state"] == "delivered", shown
    known = world.database.statements[stated["id"]]
    assert known["automated_decision"] == "AUTOMATED_DECISION_PARTIALLY"
    assert known["content_type"] == ["CONTENT_TYPE_TEXT"]
    assert "watches" not in str(known)


def test_a_ban_without_content_is_whole(world: World) -> None:
    """By the way that a moderator takes; what there cannot be is not missing."""
    world.set_up()

    def done(method: str, path: str, body: dict[str, Any]) -> Any:
        answered = world.server.call(world.app, method, path, body)
        assert answered.status in (200, 201), answered.text
        return answered.json()

    done("PUT", "/api/v1/user_lists/shops", {"name": "Shops", "users": ["shop"]})
    done("PUT", "/api/v1/statement_settings", {"business_accounts": "shops", "ean_field": "ean"})
    for action in ("ban", "block"):
        done("PUT", f"/api/v1/statement_settings/{action}", BANNED)
    ban = {"action_type": "ban", "ban": {"target_user_id": "shop"}, "user_id": "mo"}
    (made,) = done("POST", "/api/v2/moderation/submit_action", ban)["statements"]
    assert made["missing"] == []
    world.send(made["id"])
    sent = world.database.statements[made["id"]]
    assert sent["content_date"] == sent["application_date"]
    assert sent["decision_facts"] == BANNED["illegal_content_explanation"]
    assert sent["account_type"] == "ACCOUNT_TYPE_BUSINESS" and "content_id" not in sent
    check = {
        "entity_type": "post",
        "entity_id": "offer",
        "entity_creator_id": "ann",
        "moderation_payload": {"texts": ["a toy"], "custom": {"ean": "4006381333931"}},
    }
    done("POST", "/api/v2/moderation/check", check)
    named = {"entity_type": "post", "entity_id": "offer", "user_id": "eve", "reason": "unsafe"}
    item = done("POST", "/api/v2/moderation/flag", named)["item_id"]
    block = {"action_type": "block", "item_id": item, "user_id": "mo"}
    (made,) = done("POST", "/api/v2/moderation/submit_action", block)["statements"]
    shown = world.server.call(world.app, "GET", f"/api/v1/statements/{made['id']}").json()
    assert shown["statement"]["content_id"] == {"EAN-13": "4006381333931"}
    assert shown["statement"]["account_type"] == "ACCOUNT_TYPE_PRIVATE"
    assert shown["statement"]["missing"] == ["facts"]
