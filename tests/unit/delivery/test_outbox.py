from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from common.delivery.outbox import Order, Outbox
from common.delivery.targets import KINDS
from common.domain.delivery import delivery_key
from common.domain.endpoint import ENDPOINT_KINDS, split_endpoint
from common.domain.indexes import INDEXES
from common.domain.log import new_entry
from common.store.sqlite.store import SqliteStore
from common.store.unit_of_work import UnitOfWork

APP, KEY = "app", "user:ada"


def _order(id: str, action: str, reverses: tuple[str, ...] = ()) -> Order:
    return Order(id, f"action:{action}", "", {}, {}, KEY, KEY, action, reverses=reverses)


@pytest.mark.parametrize("others", [0, 40])
def test_what_else_a_unit_writes_takes_no_room_from_what_is_superseded(
    tmp_path: Path, others: int
) -> None:
    store = SqliteStore(tmp_path / "store.db", INDEXES)

    async def states() -> list[str]:
        for number in range(10):
            unit = UnitOfWork(store)
            await Outbox(unit, APP, number).add(_order(f"ban {number}", "ban"))
            await unit.commit()
        unit = UnitOfWork(store)
        unit.add(
            *(new_entry(APP, "rule", "rule", n, derived_from=(str(n),)) for n in range(others))
        )
        await Outbox(unit, APP, 11).add(_order("unban", "unban", ("ban",)))
        await unit.commit()
        found = await store.get([delivery_key(APP, f"ban {number}") for number in range(10)])
        return [document.data["state"] for document in found if document is not None]

    assert asyncio.run(states()) == ["superseded"] * 10
    store.close()


def test_an_endpoints_kind_is_known_everywhere() -> None:
    assert set(KINDS) == set(ENDPOINT_KINDS)
    assert [split_endpoint(f"{kind}:name") for kind in ENDPOINT_KINDS] == [
        (kind, "name") for kind in ENDPOINT_KINDS
    ]
