"""The figures of reports on transparency: those of a made-up history are what a recount of all that
was listed gives, and they stay when it is gone.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from statistics import median_low
from typing import Any

import pytest

from common.configuration import figures, keeping
from common.configuration.context import now
from common.domain.statement import STATEMENTS
from common.domain.times import DAY, to_rfc3339
from common.store.store import Delete
from tests.functional.desk import BAD, V2, Desk, desk, later
from tests.functional.erasing import erase
from tests.functional.test_statements import BANNED, REMOVED, declare, post

_HOUR = 3_600
_DAY = 86_400


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk(tmp_path_factory.mktemp("figures") / "data") as made:
        yield made


def _got(bench: Desk, path: str, **query: Any) -> Any:
    answered = bench.server.call(bench.app, "GET", path, query=query)
    assert answered.status == 200, answered.text
    return answered


def _period(days: int = 30) -> dict[str, str]:
    first, last = now() - DAY, now() + days * DAY
    return {"from": to_rfc3339(first)[:10], "to": to_rfc3339(last)[:10]}


def _figures(bench: Desk) -> Any:
    return _got(bench, "/api/v1/transparency", **_period()).json()["transparency"]


def _seconds(later: str, earlier: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


def _is_median_of(median: Any, durations: list[float]) -> None:
    assert median["number"] == len(durations)
    expected = median_low(durations)
    assert median["at_least_seconds"] <= expected <= median["at_most_seconds"]
    assert median["median_seconds"] == pytest.approx(expected, rel=0.13)


def _happened(bench: Desk) -> None:
    """A month: machines and people act on their own and on reports, some is taken back."""
    for category in ("illegal", "rude"):
        about = {"name": category, "applies_to": "both"}
        bench.done("PUT", f"/api/v1/report_categories/{category}", about)
    bench.done("PUT", "/api/v1/user_lists/flaggers", {"name": "F", "users": ["tru"]})
    noticed = {"notice_categories": ["illegal"], "trusted_flaggers": "flaggers"}
    bench.done("PUT", "/api/v1/statement_settings", noticed)
    declare(bench, "block", **REMOVED)
    declare(bench, "ban", **BANNED)
    items = [post(bench, BAD, author) for author in ("ann", "ann", "ben", "cid", "dan")]
    for number, (by, reason) in enumerate(
        [("eve", "illegal"), ("tru", "rude"), ("joe", "rude"), ("joe", "illegal")]
    ):
        for item in items[number : number + 2]:
            named = {"entity_type": item["entity_type"], "entity_id": item["entity_id"]}
            bench.done("POST", f"{V2}/flag", {**named, "reason": reason, "user_id": by})
    # Said again in another category, it is the same report.
    named = {"entity_type": items[2]["entity_type"], "entity_id": items[2]["entity_id"]}
    bench.done("POST", f"{V2}/flag", {**named, "reason": "illegal", "user_id": "joe"})
    for hours, item in ((2, items[0]), (5, items[1]), (70, items[2]), (100, items[3])):
        with later(hours * _HOUR):
            bench.act("block", item["id"], block={"reason": "spam"})
    with later(3 * _DAY):
        bench.act("ban", items[0]["id"], ban={"reason": "spam"})
        bench.act("mark_reviewed", items[4]["id"])
    appeals = []
    for item in items[:3]:
        with later(5 * _DAY):
            about = {
                "entity_type": item["entity_type"],
                "entity_id": item["entity_id"],
                "appeal_reason": "it was a joke",
                "language": "de",
                "user_id": item["entity_creator_id"],
            }
            appeals.append(bench.done("POST", f"{V2}/appeal", about)["appeal_id"])
    with later(6 * _DAY):
        bench.act("restore", items[1]["id"], user_id="lea")
    with later(9 * _DAY):
        said = {"decision_reason": "it was none"}
        bench.act("reject_appeal", appeal_id=appeals[0], user_id="lea", reject_appeal=said)
    for outcome in (None, "for_platform", "for_complainant"):
        with later(20 * _DAY):
            closed = {} if outcome is None else {"closed_at": to_rfc3339(now() + 19 * DAY)}
            done = {} if outcome is None else {"outcome": outcome, "implemented": True}
            dispute = {"body": "Centre", "reference": "1", "user_id": "lea", **closed, **done}
            dispute["opened_at"] = to_rfc3339(now() + 10 * DAY)
            bench.done("PUT", f"/api/v1/appeals/{appeals[0]}/out_of_court", dispute)


def _recounted(bench: Desk) -> dict[str, Any]:
    """By what is listed, of each the kinds that reports on transparency ask for."""
    statements = _got(bench, "/api/v1/statements", limit=100).json()["statements"]
    reports = _got(bench, "/api/v1/reports", limit=100).json()["reports"]
    appeals = _got(bench, "/api/v1/appeals", limit=100).json()["appeals"]
    stated = {each["id"] for each in statements}
    assert all(each["statement_id"] in stated and each["language"] == "de" for each in appeals)
    assert len(statements) == 10 and len(reports) == 7 and len(appeals) == 3
    trusted = [each for each in reports if each["reporter_id"] == "tru"]
    notices = [*trusted, *(e for e in reports if e not in trusted and "illegal" in e["categories"])]
    return {
        "statements": {
            "notices": [e for e in statements if e["source_type"] in _NOTICES],
            "other_reports": [e for e in statements if e["source_type"] == _OTHER],
            "own_initiative": [e for e in statements if e["source_type"] == "SOURCE_VOLUNTARY"],
        },
        "notices": notices,
        "trusted": trusted,
        "other_reports": [each for each in reports if each not in notices],
        "appeals": appeals,
    }


_NOTICES = ("SOURCE_ARTICLE_16", "SOURCE_TRUSTED_FLAGGER")
_OTHER = "SOURCE_TYPE_OTHER_NOTIFICATION"


def _compare_measures(shown: Any, statements: list[Any]) -> None:
    assert shown["number"] == len(statements)
    grounds = Counter(each["decision_ground"] for each in statements)
    assert shown["on_law"] == grounds["DECISION_GROUND_ILLEGAL_CONTENT"]
    assert shown["on_terms"] == grounds["DECISION_GROUND_INCOMPATIBLE_CONTENT"]
    automated = [each for each in statements if each["automated_detection"] == "Yes"]
    manual = len(statements) - len(automated)
    assert shown["detection"] == {"automated": len(automated), "manual": manual}
    fully = [e for e in statements if e["automated_decision"] == "AUTOMATED_DECISION_FULLY"]
    assert shown["decision"]["automated"] == len(fully)
    by_category = Counter(each["category"] for each in statements)
    assert {e["category"]: e["number"] for e in shown["by_category"]} == by_category
    visible = Counter(code for e in statements for code in e.get("decision_visibility", ()))
    account = Counter(e["decision_account"] for e in statements if "decision_account" in e)
    assert {e["code"]: e["number"] for e in shown["by_restriction"]} == visible + account
    assert shown["taken_back"] == sum("reversed_at" in each for each in statements)


def _compare(shown: Any, recounted: dict[str, Any]) -> None:
    for name, statements in recounted["statements"].items():
        measures = shown[name] if name == "own_initiative" else shown[name]["measures"]
        _compare_measures(measures, statements)
    notices = shown["notices"]
    assert notices["number"] == len(recounted["notices"])
    assert notices["by_trusted_flaggers"] == len(recounted["trusted"])
    by_category = Counter(name for each in recounted["notices"] for name in each["categories"])
    assert {e["category"]: e["number"] for e in notices["by_category"]} == by_category
    assert shown["other_reports"]["number"] == len(recounted["other_reports"])
    acted = recounted["statements"]["notices"]
    taken = [_seconds(each["restricted_at"], each["noticed_at"]) for each in acted]
    _is_median_of(notices["time_to_action"], taken)
    appeals = recounted["appeals"]
    outcomes = Counter(each["outcome"] for each in appeals if each.get("outcome"))
    complaints = shown["complaints"]
    assert complaints["number"] == len(appeals) and complaints["decided"] == outcomes.total()
    assert complaints["not_decided"] == len(appeals) - outcomes.total()
    assert (complaints["upheld"], complaints["reversed"]) == (
        outcomes["upheld"],
        outcomes["reversed"],
    )
    decided = [each for each in appeals if each.get("outcome")]
    taken = [_seconds(each["updated_at"], each["created_at"]) for each in decided]
    _is_median_of(complaints["time_to_decision"], taken)


def test_figures_are_those_of_a_recount_and_outlive_the_content(bench: Desk) -> None:
    _happened(bench)
    shown = _figures(bench)
    _compare(shown, _recounted(bench))
    # What a person decided about a dispute counts as it was said last.
    assert shown["out_of_court"]["number"] == shown["out_of_court"]["settled"] == 1
    assert shown["out_of_court"]["by_outcome"]["for_complainant"] == 1
    _is_median_of(shown["out_of_court"]["time_to_settlement"], [9 * _DAY])
    assert shown["suspensions"]["accounts_on_law"] == 1
    (engine,) = shown["automated_means"]["engines"]
    # Blocked four times, of which one was restored, and one that was left as it was.
    assert (engine["name"], engine["reviewed"], engine["agreed"]) == ("block_list", 5, 3)
    assert engine["error_rate"] == pytest.approx(0.4)
    assert engine["accuracy_low"] < 0.6 < engine["accuracy_high"]
    for person in ("ann", "eve", "tru"):
        erase(bench, person)
    store = bench.server.context.store
    left = bench.server.run(store.query(STATEMENTS, app=bench.app.name)).documents
    bench.server.run(store.commit([Delete(each.key) for each in left]))
    assert _figures(bench) == shown


def test_what_is_set_later_changes_nothing_of_reports_that_have_come(bench: Desk) -> None:
    for category in ("illegal", "rude"):
        bench.done("PUT", f"/api/v1/report_categories/{category}", {"name": category})
    bench.done("PUT", "/api/v1/user_lists/flaggers", {"name": "F", "users": ["tru"]})
    item = post(bench, BAD, "ann")
    about = {"entity_type": item["entity_type"], "entity_id": item["entity_id"]}

    def said(by: str, reason: str, **settings: Any) -> tuple[Any, Any]:
        bench.done("PUT", "/api/v1/statement_settings", settings)
        bench.done("POST", f"{V2}/flag", {**about, "user_id": by, "reason": reason})
        found = _figures(bench)
        shown = [
            {each["category"]: each["number"] for each in found[name]["by_category"]}
            for name in ("notices", "other_reports")
        ]
        assert [sum(each.values()) for each in shown] == [
            found[name]["number"] for name in ("notices", "other_reports")
        ]
        return shown[0], shown[1]

    noticed = {"notice_categories": ["illegal"], "trusted_flaggers": "flaggers"}
    assert said("early", "illegal") == ({}, {})
    assert said("early", "rude", **noticed) == ({}, {})
    assert said("tru", "rude", **noticed) == ({"rude": 1}, {})
    assert said("bob", "rude", **noticed) == ({"rude": 1}, {"rude": 1})
    later_on = {"notice_categories": ["rude"]}
    assert said("tru", "illegal", **later_on) == ({}, {"illegal": 1, "rude": 1})
    assert said("bob", "illegal", **later_on) == ({}, {"illegal": 2})


def test_the_csv_has_all_of_it(bench: Desk) -> None:
    _happened(bench)
    shown = _figures(bench)
    answered = _got(bench, "/api/v1/transparency.csv", **_period())
    assert answered.headers["content-type"].startswith("text/csv")
    assert answered.text.count("\r\n") == answered.text.count("\n")
    rows = [*csv.DictReader(io.StringIO(answered.text))]
    by_name = {(each["section"], each["indicator"], each["of"]): each["value"] for each in rows}
    assert len(by_name) == len(rows)
    complaints = shown["complaints"]
    assert by_name["complaints", "number", ""] == str(complaints["number"])
    assert by_name["notices", "by_category.number", "illegal"] == str(
        shown["notices"]["by_category"][0]["number"]
    )
    (engine,) = shown["automated_means"]["engines"]
    assert by_name["automated_means", "engines.reviewed", "block_list"] == str(engine["reviewed"])


def test_without_declarations_and_notices_nothing_is_counted(bench: Desk) -> None:
    item = post(bench, BAD, "ann")
    named = {"entity_type": item["entity_type"], "entity_id": item["entity_id"]}
    bench.done("POST", f"{V2}/flag", {**named, "reason": "rude", "user_id": "joe"})
    assert _figures(bench)["counted_since"] is None
    for wrong in ({"from": "2026-02-30"}, {"to": "2026-01-01"}, {"from": "2020-01-01"}):
        query = {**_period(), **wrong}
        answered = bench.server.call(bench.app, "GET", "/api/v1/transparency", query=query)
        assert answered.status == 400, answered.text


def test_whatever_there_are_figures_of_is_looked_at() -> None:
    assert set(figures.COUNTS) == keeping.COUNTED
