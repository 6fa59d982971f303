"""A backtest of a rule that was on finds the very evaluations at which it fired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from string import ascii_lowercase
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common.domain.item import item_id, item_key
from common.domain.log import LOG
from tests.functional.backtesting import RULE, finished, started
from tests.functional.desk import BAD, V2, Desk
from tests.functional.inprocess import Server, in_process

_MANY = {"operator": "gte", "value": 2, "window": "1h"}
_LISTED = RULE["when"]
WHENS: dict[str, tuple[str, dict[str, Any]]] = {
    "listed": ("post", _LISTED),
    "unlisted": ("post", {"type": "not", "condition": _LISTED}),
    "linked": ("post", {"type": "contains_url"}),
    "long": ("post", {"type": "text_length", "operator": "gt", "value": 10}),
    "often": ("user", {"type": "post_count", **_MANY}),
    "often listed": ("user", {"type": "classified_count", "lists": ["words"], **_MANY}),
    "share": (
        "user",
        {"type": "classified_share", "lists": ["words"], "operator": "gt", "percent": 40.0,
         "window": "7d"},
    ),
    "counted": ("post", {"type": "matching_count", "condition": {"type": "contains_url"}, **_MANY}),
    "dear": (
        "post", {"type": "content_property", "key": "price", "operator": "gt", "value": 5}
    ),
    "flagged": ("user", {"type": "flagged_count", "operator": "gte", "value": 1}),
    "guest": ("post", {"type": "not", "condition": {"type": "user_role", "roles": ["guest"]}}),
    "reported": ("reported_post", {"type": "report_count", "operator": "gte", "value": 2}),
}  # fmt: skip
_numbers = count()
_posts = st.tuples(
    st.just("post"),
    st.integers(0, 3),
    st.sampled_from([BAD, "hello", "see https://example.com/a", "a text of some length"]),
    st.sampled_from([{}, {"price": 3}, {"price": 9}]),
)
_reports = st.tuples(st.just("report"), st.integers(0, 3), st.sampled_from(["rob", "sue", "tom"]))
_decisions = st.tuples(st.just("decide"), st.integers(0, 3))
_steps = st.lists(st.one_of(_posts, _posts, _reports, _decisions), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with in_process(tmp_path_factory.mktemp("live") / "data") as made:
        yield made


def _bench(server: Server) -> Desk:
    number = next(_numbers)
    bench = Desk(server, server.app(f"app-{number:03d}-{ascii_lowercase[number % 26]}"))
    bench.done("POST", "/api/v2/blocklists", {"name": "words", "words": [BAD]})
    words = {"rules": [{"name": "words", "action": "flag"}]}
    bench.policy("default", block_list_config=words)
    for name, (scope, when) in WHENS.items():
        rule = {**RULE, "name": name, "scope": scope, "when": when}
        bench.done("PUT", f"/api/v1/rules/{name.replace(' ', '-')}", rule)
    users = {name: {"id": name, "role": role} for name, role in (("u0", "guest"), ("u1", "user"))}
    bench.done("POST", "/api/v2/users", {"users": users})
    return bench


def _did(bench: Desk, step: tuple[Any, ...]) -> None:
    kind, number, *more = step
    about = {"entity_type": "post", "entity_id": f"p{number}"}
    if kind == "post":
        text, custom = more
        payload = {"texts": [text], **({"custom": custom} if custom else {})}
        by = {"entity_creator_id": f"u{number % 3}", "moderation_payload": payload}
        bench.done("POST", f"{V2}/check", {**about, **by})
    elif bench.item("post", f"p{number}") is None:
        return
    elif kind == "report":
        bench.done("POST", f"{V2}/flag", {**about, "user_id": more[0], "reason": "spam"})
    else:
        bench.act("mark_reviewed", item_id(bench.app.name, "post", f"p{number}"))


def _fired_live(bench: Desk, item: str, seen: set[str]) -> tuple[int, set[str]]:
    """The item's revision, and the rules that the log says fired since."""

    async def read() -> tuple[int, set[str]]:
        store, app = bench.server.context.store, bench.app.name
        (found,) = await store.get([item_key(app, item)])
        page = await store.query(LOG, app=app, equal={"item_id": item}, order="at", limit=500)
        entries = [each.data for each in page.documents if each.data["kind"] == "rule"]
        new = {each["custom"]["rule_id"] for each in entries if each["id"] not in seen}
        seen.update(each["id"] for each in entries)
        return (found.data["revision"] if found is not None else 0), new

    return bench.server.run(read())


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=_steps)
def test_a_backtest_finds_what_fired_live(server: Server, steps: list[tuple[Any, ...]]) -> None:
    bench = _bench(server)
    live: dict[str, set[tuple[str, int]]] = defaultdict(set)
    logged: set[str] = set()
    for step in steps:
        item = item_id(bench.app.name, "post", f"p{step[1]}")
        _did(bench, step)
        bench.enforce(item)
        revision, fired = _fired_live(bench, item, logged)
        for rule in fired:
            live[rule].add((item, revision))
    for name in WHENS:
        rule = name.replace(" ", "-")
        result = finished(bench, started(bench, rule_id=rule, days=1))["result"]
        found = {(each["item_id"], each["revision"]) for each in result["hits"]}
        assert found == live[rule], (name, result["undecided"])
        assert result["fired"] == len(live[rule])
        assert result["no_longer"] == result["errors"] == 0
        assert not [reason for reason in result["undecided"]["because"] if reason != "unknown"]
