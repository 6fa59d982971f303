"""Orders by authorities: kept as they were entered last, and counted in the figures."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.times import DAY, HOUR, to_rfc3339
from tests.functional.desk import Desk, desk
from tests.functional.erasing import ANN, WORDS, erase, plant
from tests.functional.test_figures import _figures, _got, _period

ORDERS = "/api/v1/authority_orders"
_CATEGORY = "STATEMENT_CATEGORY_VIOLENCE"


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("orders") / "data") as made:
        yield made


def _order(**fields: Any) -> dict[str, Any]:
    received = to_rfc3339(now() - DAY)
    known = {"kind": "act", "issuing_state": "DE", "concerns": "a post", "received_at": received}
    return {**known, **fields}


def _put(bench: Desk, id: str, **fields: Any) -> Any:
    return bench.done("PUT", f"{ORDERS}/{id}", _order(**fields))["authority_order"]


def test_an_order_is_what_was_entered_last(bench: Desk) -> None:
    item = bench.flagged("ann")
    made = _put(bench, "az-17", item_id=item["id"], by="counsel")
    assert (made["acknowledged_at"], made["by"]) == (None, "counsel")
    bench.act("mark_reviewed", item["id"])
    query = {"item_id": item["id"]}
    log = _got(bench, "/api/v1/log", **query).json()["entries"]
    done = {"given_effect_at": to_rfc3339(now() - HOUR), "decision_id": log[0]["id"]}
    again = _put(bench, "az-17", item_id=item["id"], by="lea", category=_CATEGORY, **done)
    assert again["decision_id"] == log[0]["id"] and again["by"] == "lea"
    assert bench.done("GET", f"{ORDERS}/az-17")["authority_order"] == again
    _put(bench, "az-18", kind="information")
    listed = bench.done("GET", ORDERS)
    assert [each["id"] for each in listed["authority_orders"]] == ["az-17", "az-18"]
    assert bench.send("GET", f"{ORDERS}/az-19").status == 404


def test_they_are_counted_by_state_category_and_time(bench: Desk) -> None:
    times = {name: to_rfc3339(now() - DAY + HOUR) for name in ("acknowledged_at", "closed_at")}
    _put(bench, "one", category=_CATEGORY, **times, given_effect_at=to_rfc3339(now() - DAY // 2))
    _put(bench, "two", issuing_state="FR")
    _put(bench, "three", kind="information", issuing_state="AT")
    _put(bench, "three", kind="information", issuing_state="FR", **times)
    counted = _figures(bench)["authority_orders"]
    act, information = counted["act"], counted["information"]
    assert act["number"] == 2
    assert act["by_state"] == [{"code": "DE", "number": 1}, {"code": "FR", "number": 1}]
    assert {"category": _CATEGORY, "number": 1} in act["by_category"]
    assert act["time_to_acknowledgement"]["number"] == 1
    assert act["time_to_effect"]["median_seconds"] == pytest.approx(12 * 3_600, rel=0.13)
    assert information["by_state"] == [{"code": "FR", "number": 1}]
    assert information["time_to_acknowledgement"]["median_seconds"] == pytest.approx(
        3_600, rel=0.13
    )
    text = _got(bench, "/api/v1/transparency.csv", **_period()).text
    rows = [tuple(row) for row in csv.reader(io.StringIO(text))]
    assert ("authority_orders", "act.by_state.number", "DE", "1") in rows
    assert "orders_by_authorities" not in text


def test_who_was_erased_is_in_none_and_the_figures_stay(bench: Desk) -> None:
    plant(bench)
    named = {"user_id": ANN, "concerns": f"{ANN} said: {WORDS} name"}
    _put(bench, "of-ann", **named, by=ANN)
    _put(bench, "of-ben", user_id="ben")
    before = _figures(bench)["authority_orders"]
    assert before["act"]["number"] == 2
    erase(bench)
    assert not any(ANN in str(row) or WORDS in str(row) for row in bench.server.documents())
    shown = bench.done("GET", f"{ORDERS}/of-ann")["authority_order"]
    assert shown["user_id"].startswith("erased-") and shown["received_at"]
    assert _figures(bench)["authority_orders"] == before
