"""That docs/conformance.md promises what is served, and leaves no operation out."""

from __future__ import annotations

import re

from common.http.routes import ROUTES
from tests.conformance.clients.operations import CLIENTS, OPERATIONS
from tests.conformance.clients.table import PAGE, Row, is_served, missing, page_of, rows_of

_ROW = re.compile(r"^\| `(\w+) (\S+)` \|(.+)\|$", re.MULTILINE)


def test_each_operation_is_served() -> None:
    assert all(map(is_served, OPERATIONS.values()))


def test_what_each_operation_has_is_its_own_route() -> None:
    """Two of them at one method and path would hide each other in the table."""
    places = [(each.method, each.path) for each in OPERATIONS.values()]
    assert len(set(places)) == len(places) <= len(ROUTES)


def test_the_page_has_every_operation_and_no_other() -> None:
    rows = {(method, path): rest for method, path, rest in _ROW.findall(PAGE.read_text("utf-8"))}
    assert rows.keys() == {(each.method, each.path) for each in OPERATIONS.values()}
    for each in OPERATIONS.values():
        said = rows[(each.method, each.path)]
        assert ("not served" in said) is not is_served(each)
        assert is_served(each) or " pass |" not in said


def test_what_a_failed_test_called_counts_as_nothing() -> None:
    called = {"client": "getstream", "operation": "ban", "status": 201}
    line = {"test": "t[local-getstream]", "passed": False, "called": [called], "effects": []}
    assert rows_of([line])["ban"].backends == {}
    refused = {**line, "passed": True, "called": [{**called, "status": 400}]}
    assert rows_of([refused])["ban"].backends == {}
    passed = {**line, "passed": True}
    assert rows_of([passed])["ban"].backends == {"getstream": {"local"}}


def test_an_effect_counts_where_both_were_called() -> None:
    effect = {"operation": "ban", "through": "query_banned_users"}
    ban, query = (
        {"client": "getstream", "operation": operation, "status": 201}
        for operation in effect.values()
    )
    line = {"test": "t[gcp-getstream]", "passed": True, "effects": [effect]}
    assert not rows_of([{**line, "called": [ban]}])["ban"].through
    rows = rows_of([{**line, "called": [ban, query]}])
    assert list(rows["ban"].through) == ["query_banned_users"]
    assert list(rows["query_banned_users"].reads) == ["ban"]


def test_what_is_missing_is_said() -> None:
    rows = {id: Row() for id in OPERATIONS}
    gaps = list(missing(rows, ["local"]))
    assert "ban: not seen to succeed with node-sdk on local" in gaps
    assert "ban: its effect was not read through another operation" in gaps
    assert page_of(rows).count("**not seen**") == sum(
        len(each.clients) for each in OPERATIONS.values() if is_served(each)
    )
    assert all(set(each.clients) <= set(CLIENTS) for each in OPERATIONS.values())
