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
from tests.functional.retaining import keep, retain
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


def _logged(bench: Desk) -> list[Any]:
    """The newest first."""
    found: list[Any] = _got(bench, "/api/v1/log", kind="authority_order").json()["entries"]
    return found


def test_the_log_has_who_entered_what_counts_and_not_whom_it_is_about(bench: Desk) -> None:
    item = bench.flagged("ann-4711")
    named = {"item_id": item["id"], "user_id": "ann-4711", "concerns": "what nobody may read"}
    made = _put(bench, "az-17", by="counsel", **named)
    again = {"received_at": made["received_at"], **named}
    assert _put(bench, "az-17", by="counsel", **again) == made
    _put(bench, "az-17", by="lea", category=_CATEGORY, **again)
    changed, entered = _logged(bench)
    assert [(each["type"], each["by"]) for each in (entered, changed)] == [
        ("entered", "counsel"),
        ("changed", "lea"),
    ]
    counted = {
        "kind": "act",
        "issuing_state": "DE",
        "received_at": entered["custom"]["received_at"],
    }
    assert entered["custom"] == {"order_id": "az-17", **counted}
    assert changed["custom"] == {
        "order_id": "az-17",
        **counted,
        "category": _CATEGORY,
        "before": counted,
        "changed": ["by", "category"],
    }
    for text in ("ann-4711", item["id"], named["concerns"]):
        assert text not in str([entered, changed])


def test_one_that_was_entered_wrongly_is_taken_out_of_the_figures(bench: Desk) -> None:
    times = {name: to_rfc3339(now() - HOUR) for name in ("acknowledged_at", "given_effect_at")}
    before = _figures(bench)["authority_orders"]
    _put(bench, "wrong", category=_CATEGORY, **times)
    _put(bench, "right")
    path, why = f"{ORDERS}/wrong", {"reason": "it was no order", "user_id": "lea"}
    answered = bench.server.call(bench.app, "DELETE", path)
    assert answered.status == 400 and answered.json()["exception_fields"].keys() == {"reason"}
    assert bench.server.call(bench.app, "DELETE", path, query=why).status == 200
    assert bench.server.call(bench.app, "DELETE", path, query=why).status == 404
    assert bench.send("GET", path).status == 404
    act = _figures(bench)["authority_orders"]["act"]
    assert (act["number"], act["by_state"]) == (1, [{"code": "DE", "number": 1}])
    assert act["time_to_acknowledgement"]["number"] == act["time_to_effect"]["number"] == 0
    entry = _logged(bench)[0]
    assert (entry["type"], entry["by"], entry["reason"]) == ("taken_out", "lea", why["reason"])
    assert entry["custom"]["category"] == _CATEGORY
    bench.server.call(bench.app, "DELETE", f"{ORDERS}/right", query=why)
    assert _figures(bench)["authority_orders"] == before


def test_those_that_are_closed_go_in_time_and_stay_counted(bench: Desk) -> None:
    _put(bench, "closed", closed_at=to_rfc3339(now() - HOUR))
    _put(bench, "open")
    _put(bench, "held", user_id="ben", closed_at=to_rfc3339(now() - HOUR))
    bench.done("PUT", "/api/v1/holds/users/ben", {"reason": "a court asks"})
    before = _figures(bench)["authority_orders"]
    retain_days = keep(bench, clean_items=30)["retention_days"]
    assert retain_days["authority_orders"] is None
    retain(bench, 4_000)
    assert len(bench.done("GET", ORDERS)["authority_orders"]) == 3
    keep(bench, authority_orders=100)
    retain(bench, 4_101)
    left = bench.done("GET", ORDERS)["authority_orders"]
    assert [each["id"] for each in left] == ["held", "open"]
    assert _figures(bench)["authority_orders"] == before
    gone = _got(bench, "/api/v1/log", kind="retention", type="deleted").json()["entries"]
    told = [(each["custom"]["kind"], each["custom"]["deleted"]) for each in gone]
    assert ("authority_orders", 1) in told
