"""Statements on their way to the transparency database, on each store."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from common.delivery.deliveries import deliver
from common.delivery.outbox import Outbox
from common.delivery.transparency import submissions
from common.delivery.transparency.orders import submission_id, submission_order
from common.domain.item import item_id, item_key
from common.domain.settings import settings_key
from common.domain.statement import statement_key
from common.domain.user import user_key
from common.queue.messages import DueDelivery
from common.store.store import Create, DocumentStore, Update
from common.store.unit_of_work import UnitOfWork
from common.views.gavel_transparency import submissions_answer
from tests.desk import Desk
from tests.factories import APP, NOW, item, statement
from tests.transparency_server import TransparencyServer, transparency_server

from .test_rule_work import STORES

_MADE = 12


@pytest.fixture(params=STORES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    opened: Callable[[Path], AbstractContextManager[DocumentStore]] = request.param
    with opened(tmp_path) as store:
        made = Desk(store=store)
        changed = {"egress_allow": "127.0.0.1", "callback_timeout": 10.0}
        made.context.settings = made.context.settings.model_copy(update=changed)
        yield made
        made.close()


@pytest.fixture
def database() -> Iterator[TransparencyServer]:
    with transparency_server() as found:
        yield found


def _set_up(desk: Desk, database: TransparencyServer) -> None:
    found = {
        "url": database.url,
        "token": database.token,
        "mode": "production",
        "territorial_scope": ["DE"],
        "updated_by": "lena",
        "updated_at": NOW,
    }
    desk.configure(Update(settings_key(APP), set={"transparency_database": found}, upsert=True))


def _state(desk: Desk, id: str, **fields: Any) -> None:
    async def state() -> None:
        settings = (await desk.context.configurations.fresh(APP)).settings
        unit = UnitOfWork(desk.context.store)
        stated = statement(id, **fields)
        unit.create(statement_key(APP, id), stated)
        order = submission_order(settings, stated)
        assert order is not None
        await Outbox(unit, APP, desk.now).add(order)
        await unit.commit()

    desk.later()
    desk.run(state())


def _states(desk: Desk) -> dict[str, str]:
    found, _ = desk.run(submissions.query(desk.context, APP, 100, None))
    shown = submissions_answer(found, None)["submissions"]
    return {each["statement_id"]: each["state"] for each in shown}


def test_no_statement_is_lost_or_submitted_twice(desk: Desk, database: TransparencyServer) -> None:
    """One is refused, one is there already, one has a name; the first answer is cut off, and the
    process dies before it has noted what came of the second.
    """
    _set_up(desk, database)
    about = item_id(APP, "post", "p1")
    person = {"id": "ada", "name": "Ada Brandt", "updated_at": NOW}
    desk.configure(
        Create(item_key(APP, about), item(entity_id="p1", creator_id="ada")),
        Create(user_key(APP, "ada"), person),
    )
    ids = [f"statement-{number}" for number in range(_MADE)]
    refused, known, named, *rest = ids
    for id in ids:
        facts = "Written by Ada Brandt." if id == named else "A rule on scams held."
        _state(desk, id, item_id=about, facts_text=facts)
    database.refuses[refused] = {"category": ["The selected category is invalid."]}
    database.statements[known] = {"puid": known}
    database.troubles.extend(["slow_down", "cut_after"])
    commit, left = desk.context.store.commit, 3 * _MADE + 4

    async def dying(*args: Any, **options: Any) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise ConnectionError("the process is dead")
        await commit(*args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.context.store, "commit", dying)
        for _ in range(12):
            desk.later(400)
            for id in ids:
                with contextlib.suppress(ConnectionError):
                    due = DueDelivery(APP, submission_id(id))
                    desk.run(deliver(desk.context, due, desk.now))
            if "waiting" not in _states(desk).values():
                break
    assert left < 0, "the process has not died"
    states = _states(desk)
    assert (states[refused], states[known], states[named]) == ("refused", "duplicate", "scrubbed")
    assert {states[id] for id in rest} <= {"delivered", "duplicate"}
    assert database.created == dict.fromkeys(rest, 1)
