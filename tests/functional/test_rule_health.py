"""How rules do: what was counted of them while they were evaluated, and what people said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from common.configuration.context import now
from common.domain.intervals import wilson
from common.domain.item import item_id
from common.domain.rule_count import (
    RULE_COUNTS,
    counts_key,
    rule_set_key,
    set_mark,
    set_parts,
)
from common.domain.times import DAY, HOUR, to_rfc3339
from common.moderation.enforcement import triggering
from common.moderation.enforcement.enforcements import enforce
from common.queue.messages import Trigger
from common.rules.facts import Facts
from common.store.store import Create
from tests.functional.desk import V2, Desk
from tests.functional.ruled import HIDE, RULE, asked, checked, put, ruled_desk
from tests.functional.test_kept_inputs import expire

LONG = {"type": "text_length", "operator": "gt", "value": 10}
WORDS = {"type": "in_list", "lists": ["words"]}
EXACT = {"count_evaluations": "all"}
MISSING: dict[str, Any] = {"type": "user_property", "key": "of nobody"}


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with ruled_desk(tmp_path_factory.mktemp("health") / "data") as made:
        made.done("PUT", "/api/v1/actions/hide", HIDE)
        made.done("PUT", "/api/v1/settings", EXACT)
        yield made


def health(bench: Desk, id: str = "r", days: int = 30) -> Any:
    return asked(bench, "GET", f"/api/v1/rules/{id}/health", days=str(days))["health"]


def listed(bench: Desk) -> dict[str, Any]:
    rules = asked(bench, "GET", "/api/v1/rule_health")["rules"]
    return {each["rule_id"]: each for each in rules}


def totals(bench: Desk, id: str = "r") -> tuple[int, ...]:
    found = health(bench, id)["totals"]
    names = ("evaluated", "passed_over", "hits", "acted", "paused")
    return tuple(found[name] for name in names)


def documents(bench: Desk) -> dict[str, Any]:
    query = bench.server.context.store.query(RULE_COUNTS, app=bench.app.name, limit=1000)
    return {each.key.id: each.data for each in bench.server.run(query).documents}


def evaluated_at(bench: Desk, entity: str, text: str, at: int) -> None:
    """As `enforce` would have at that time."""
    bench.check(text, config_key="quiet", entity_id=entity)
    trigger = Trigger(bench.app.name, item_id(bench.app.name, "post", entity))
    bench.server.run(enforce(bench.server.context, trigger, at))


def test_hits_are_those_where_it_held(bench: Desk) -> None:
    put(bench)
    for number, text in enumerate(("grobble", "hello", "grobble", "nothing")):
        checked(bench, f"p{number}", text)
    assert totals(bench) == (4, 0, 2, 2, 0)
    found = health(bench, days=3)
    assert [day["hits"] for day in found["days"]] == [0, 0, 2]
    assert found["days"][-1]["day"] == found["counted_since"]
    assert found["last_hit_at"] is not None
    assert (found["rule_version"], found["enabled"]) == (1, True)


def test_versions_are_counted_apart(bench: Desk) -> None:
    put(bench)
    checked(bench, "a")
    put(bench, when=LONG)
    checked(bench, "b")
    checked(bench, "c", "a longer text than that")
    found = [
        (each["rule_version"], each["evaluated"], each["hits"])
        for each in health(bench)["versions"]
    ]
    assert found == [(2, 2, 1), (1, 1, 1)]


def test_a_redelivered_trigger_counts_nothing(bench: Desk) -> None:
    put(bench)
    checked(bench, "a")
    before = documents(bench)
    bench.enforce(item_id(bench.app.name, "post", "a"))
    assert documents(bench) == before and totals(bench) == (1, 0, 1, 1, 0)


def test_one_document_an_evaluation_however_many_rules(bench: Desk) -> None:
    for number in range(30):
        put(bench, f"r{number}", name=f"Rule {number}")
    checked(bench, "a", "hello")
    (counts,) = documents(bench).values()
    assert [name for name in counts if name[0] not in "nt"] == ["epu"]


def test_what_nothing_comes_of_can_be_sampled(bench: Desk) -> None:
    kept = bench.done("PUT", "/api/v1/settings", {"count_evaluations": "sampled"})
    assert kept["settings"]["count_evaluations"] == "sampled"
    put(bench)
    written = 0
    for number in range(120):
        before = documents(bench)
        checked(bench, f"p{number}", "hello")
        written += documents(bench) != before
    checked(bench, "hit", "grobble")
    assert 0 < written < 30
    found = health(bench)
    assert totals(bench) == (16 * written + 1, 0, 1, 1, 0)
    assert found["exact"] is False and written <= found["time"]["sampled"] <= written + 1
    bench.done("PUT", "/api/v1/settings", {})
    assert asked(bench, "GET", "/api/v1/rule_health", days="1")["exact"] is False


def test_without_rules_nothing_is_counted(bench: Desk) -> None:
    checked(bench, "a")
    put(bench, enabled=False)
    checked(bench, "b")
    assert documents(bench) == {}
    assert health(bench)["counted_since"] is None and totals(bench) == (0, 0, 0, 0, 0)
    assert bench.send("GET", "/api/v1/rules/nosuch/health").status == 404


def test_paused_rules_hold_and_have_no_effect(bench: Desk) -> None:
    put(bench)
    bench.done("POST", "/api/v1/rules/r/pause", {})
    checked(bench, "a")
    assert totals(bench) == (1, 0, 1, 0, 1)


def test_a_rule_of_a_group_counts_while_the_group_is_on(bench: Desk) -> None:
    put(bench, group="raid")
    put(bench, "other", when=WORDS)
    checked(bench, "a")
    assert totals(bench) == (0, 0, 0, 0, 0) and totals(bench, "other")[0] == 1
    bench.done("POST", "/api/v1/rule_groups/raid/on", {"until": to_rfc3339(now() + HOUR)})
    checked(bench, "b")
    assert totals(bench) == (1, 0, 1, 1, 0)


def test_what_is_hidden_by_the_first_match(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {**EXACT, "first_match_only": {"post": True}})
    put(bench, "first", name="First", position=1)
    put(bench, "second", name="Second", position=2)
    put(bench, "third", name="Third", position=3, when=LONG)
    checked(bench, "a", "grobble")
    checked(bench, "b", "a text that is rather long")
    checked(bench, "c", "grobble in a text that is rather long")
    assert totals(bench, "first") == (3, 0, 2, 2, 0)
    assert totals(bench, "second") == (3, 2, 0, 0, 0)
    assert totals(bench, "third") == (3, 2, 1, 1, 0)
    hidden = {"rule_id": "first", "certain": True, "passed_over": 2}
    assert health(bench, "second")["shadowed_by"] == [hidden]
    assert health(bench, "second")["never_reached"] == {"certain": True, "seen": None}
    assert health(bench, "third")["shadowed_by"] == [{**hidden, "certain": False}]
    assert listed(bench)["third"]["shadowed_by"] == "first"


def test_never_and_always_are_said_of_enough(bench: Desk) -> None:
    put(
        bench,
        when={
            "type": "all",
            "conditions": [RULE["when"], {"type": "not", "condition": RULE["when"]}],
        },
    )
    put(bench, "all", when={"type": "text_length", "operator": "gte", "value": 1})
    checked(bench, "a")
    found = health(bench)
    assert found["never_fires"] == {"certain": True, "seen": None}
    for number in range(100):
        checked(bench, f"p{number}", "some text")
    found = health(bench)
    assert found["never_fires"] == {"certain": True, "seen": True}
    assert found["always_fires"] == {"certain": False, "seen": False}
    assert health(bench, "all")["always_fires"]["seen"] is True
    assert listed(bench)["all"]["never_fires"] is False


def test_errors_are_counted_by_their_kind(bench: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    put(bench, when={"type": "classified_as", "classes": ["insult"]})
    put(bench, "works", when=LONG)
    checked(bench, "a")
    facts_of = triggering.facts_of

    def broken(*asked: Any) -> Facts:
        classes: Any = {"text:insult": "high", "text:threat": 0.5}
        return replace(facts_of(*asked), classes=classes)

    with monkeypatch.context() as patch:
        patch.setattr(triggering, "facts_of", broken)
        checked(bench, "b", "a text that is rather long")
        checked(bench, "c", "a text that is rather long")
    found = health(bench)["errors"]
    assert found["count"] == 2 and found["by_kind"] == {"TypeError": 2}
    assert found["last"]["error"].startswith("TypeError: ")
    assert [each["errors"] for each in health(bench)["versions"]] == [2]
    assert listed(bench)["r"]["errors"] == 2
    assert health(bench, "works")["errors"] == {"count": 0, "by_kind": {}, "last": None}
    assert totals(bench, "works")[2] == 2


def test_one_that_spares_the_user_hides_nothing(bench: Desk) -> None:
    bench.done("PUT", "/api/v1/settings", {**EXACT, "first_match_only": {"post": True}})
    bench.done("POST", "/api/v2/users", {"users": {"vic": {"id": "vic", "role": "vip"}}})
    put(bench, "first", position=1, exempt={"roles": ["vip"]})
    put(bench, "second", name="Second", position=2)
    for number, by in enumerate(("vic", "ann")):
        fields = {"entity_id": f"p{number}", "entity_creator_id": by}
        bench.check("grobble", config_key="quiet", **fields)
        bench.enforce(item_id(bench.app.name, "post", f"p{number}"))
    assert totals(bench, "first") == (2, 0, 2, 1, 0)
    assert totals(bench, "second") == (2, 1, 1, 1, 0)


def test_a_rule_of_several_scopes_is_one_evaluation(bench: Desk) -> None:
    """What counts flags is looked at with a report as well, and both may be evaluated at once."""
    condition = {"type": "content_flag_count", "content_flag_count_rule_params": {"threshold": 1}}
    body = {
        "name": "Flagged",
        "rule_type": "content",
        "logic": "AND",
        "conditions": [condition],
        "action": {"type": "flag_content", "reason": "flagged"},
    }
    id = bench.done("POST", f"{V2}/moderation_rule", body)["rule"]["id"]
    bench.check("hello", config_key="quiet", entity_id="a")
    flag = {"entity_type": "post", "entity_id": "a", "user_id": "rob", "reason": "spam"}
    bench.done("POST", f"{V2}/flag", flag)
    bench.enforce(item_id(bench.app.name, "post", "a"))
    assert totals(bench, id)[:3] == (1, 0, 1)


def test_contradictions_are_named(bench: Desk) -> None:
    show = {**HIDE, "name": "Show", "url": "https://example.com/show", "reverses": ["hide"]}
    bench.done("PUT", "/api/v1/actions/show", show)
    put(bench, actions=["hide"])
    put(bench, "back", actions=["show"], when=LONG)
    (found,) = health(bench)["contradicts"]
    assert found["rule_id"] == "back"


def decided(bench: Desk, id: str, action: str) -> None:
    bench.act(action, item_id(bench.app.name, "post", id))


def test_people_agree_or_do_not(bench: Desk) -> None:
    put(bench, actions=["flag_for_review"])
    for id in ("a", "b", "c", "d"):
        checked(bench, id)
    checked(bench, "other", "hello")
    decided(bench, "a", "delete_message")
    decided(bench, "b", "mark_reviewed")
    decided(bench, "c", "delete_message")
    decided(bench, "other", "delete_message")
    low, high = wilson(2, 3)
    expected = {"upheld": 2, "overturned": 1, "precision": 2 / 3, "low": low, "high": high}
    assert health(bench)["agreement"] == expected
    assert listed(bench)["r"]["agreement"] == expected


def test_a_reversed_decision_takes_its_vote_back(bench: Desk) -> None:
    put(bench)
    checked(bench, "a")
    votes = []
    for action in ("delete_message", "delete_message", "restore", "delete_message", "restore"):
        decided(bench, "a", action)
        found = health(bench)["agreement"]
        votes.append((found["upheld"], found["overturned"]))
    assert votes == [(1, 0), (1, 0), (0, 1), (1, 0), (0, 1)]


def test_what_was_edited_is_another_vote(bench: Desk) -> None:
    put(bench)
    checked(bench, "a")
    decided(bench, "a", "delete_message")
    checked(bench, "a", "hello")
    decided(bench, "a", "mark_reviewed")
    assert health(bench)["agreement"]["upheld"] == 1
    assert health(bench)["agreement"]["overturned"] == 0
    checked(bench, "a", "grobble again")
    decided(bench, "a", "mark_reviewed")
    found = health(bench)["agreement"]
    assert (found["upheld"], found["overturned"]) == (1, 1)


def test_a_decision_before_a_rule_acts_says_nothing_of_it(bench: Desk) -> None:
    put(bench, scope="reported_post", when={"type": "report_count"})
    checked(bench, "a")
    decided(bench, "a", "mark_reviewed")
    item = item_id(bench.app.name, "post", "a")
    flag = {"entity_type": "post", "entity_id": "a", "user_id": "rob", "reason": "spam"}
    bench.done("POST", f"{V2}/flag", flag)
    bench.enforce(item)
    assert health(bench)["agreement"]["precision"] is None
    decided(bench, "a", "delete_message")
    assert health(bench)["agreement"]["upheld"] == 1


def test_a_day_is_held_against_those_before_it(bench: Desk) -> None:
    put(bench)
    today = now() // DAY * DAY + HOUR
    number = 0
    hits = [4, 5, 4, 6, 5, 4, 5, 0, 30]
    for ago, many in zip(range(len(hits) - 1, -1, -1), hits, strict=True):
        evaluated_at(bench, f"none{ago}", "hello", today - ago * DAY)
        for _ in range(many):
            evaluated_at(bench, f"p{number}", "grobble", today - ago * DAY)
            number += 1
    days = health(bench, days=9)["days"]
    assert [day["hits"] for day in days] == hits
    assert [day["outside"] for day in days] == [None] * 8 + ["above"]
    assert [day["low"] for day in days[:7]] == [None] * 7
    # The median of the seven is 5, and by chance alone it would be off by the root of that.
    assert (days[7]["low"], days[7]["high"]) == (0, 11)
    (shown,) = listed(bench).values()
    assert shown["today"] == days[-1] and shown["hits"] == sum(hits)


def test_days_are_put_together_and_go_in_time(bench: Desk) -> None:
    put(bench)
    for number in range(6):
        checked(bench, f"p{number}", "grobble" if number % 2 else "hello")
    decided(bench, "p1", "delete_message")
    before = documents(bench)
    assert len(before) > 1
    began = now()
    expire(bench, began + 2 * DAY)
    (folded,) = documents(bench)
    assert folded.endswith(".all") and totals(bench) == (6, 0, 3, 3, 0)
    checked(bench, "later")
    expire(bench, began + 3 * DAY)
    assert len(documents(bench)) == 1 and totals(bench) == (7, 0, 4, 4, 0)
    assert health(bench)["agreement"]["upheld"] == 1
    expire(bench, began + 402 * DAY)
    assert documents(bench) == {} and health(bench)["agreement"]["upheld"] == 1
    expire(bench, began + 2_001 * DAY)
    assert health(bench)["agreement"]["upheld"] == 0


def test_a_sample_is_timed(bench: Desk) -> None:
    put(bench)
    put(bench, "other", when=LONG)
    for number in range(100):
        checked(bench, f"p{number}", "hello")
    shares = [health(bench, id)["time"] for id in ("r", "other")]
    assert 0 < shares[0]["sampled"] < 40
    assert sum(each["share"] for each in shares) == pytest.approx(1)
    assert all(each["microseconds"] > 0 for each in shares)
    assert listed(bench)["other"]["time_share"] == shares[1]["share"]


def test_the_counts_are_those_of_the_log(bench: Desk) -> None:
    """Of what holds and is not quiet, the log has an entry, which a naive recount goes through."""
    put(bench, "a", name="A", actions=["hide"])
    put(bench, "b", name="B", when=LONG)
    put(bench, "c", name="C", when=WORDS, scope="post")
    put(
        bench,
        "d",
        name="D",
        when={"type": "post_count", "operator": "gte", "value": 2, "window": "1h"},
        scope="user",
    )
    texts = ("grobble", "zzword and more", "hello", "grobble zzword", "a longer text")
    for number in range(25):
        if number == 10:
            put(bench, "a", name="A", when=WORDS, actions=["hide"])
        if number == 18:
            bench.done("POST", "/api/v1/rules/b/pause", {})
        fields = {"entity_id": f"p{number}", "entity_creator_id": f"u{number % 4}"}
        bench.check(texts[number % 5], config_key="quiet", **fields)
        bench.enforce(item_id(bench.app.name, "post", f"p{number}"))
    entries = _entries(bench)
    held = Counter((each["custom"]["rule_id"], each["custom"]["rule_version"]) for each in entries)
    paused = Counter(each["custom"]["rule_id"] for each in entries if each["result"] == "paused")
    assert len(held) == 5 and paused["b"] > 0
    for id in "abcd":
        found = health(bench, id)
        counted = {each["rule_version"]: each["hits"] for each in found["versions"]}
        assert counted == {version: held[id, version] for version in counted}
        assert found["totals"]["evaluated"] == 25
        assert found["totals"]["paused"] == paused[id]
        assert found["totals"]["acted"] == found["totals"]["hits"] - paused[id]


def _entries(bench: Desk) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = asked(bench, "GET", "/api/v1/log", kind="rule", limit="100", **cursor)
        found += [each for each in page["entries"] if each["type"] == "rule"]
        if page["next"] is None:
            return found
        cursor = {"cursor": page["next"]}


def test_a_shadow_is_counted_without_any_rule(bench: Desk) -> None:
    assert asked(bench, "GET", "/api/v1/shadows")["shadows"] == []
    bench.done("POST", "/api/v1/rules/new/shadow", {"rule": {**RULE, "when": LONG}})
    for number in range(3):
        checked(bench, f"p{number}", "grobble")
    bench.enforce(item_id(bench.app.name, "post", "p0"))
    (shown,) = asked(bench, "GET", "/api/v1/shadows")["shadows"]
    assert (shown["evaluated"], shown["counts"]["shadow"]) == (3, 0)
    bench.done("DELETE", "/api/v1/rules/new/shadow")
    assert asked(bench, "GET", "/api/v1/shadows")["shadows"] == []


def test_sets_of_many_rules_are_read_whole(bench: Desk) -> None:
    rules = [(f"r{number}", 1, "p") for number in range(1_500)]
    app, store = bench.app.name, bench.server.context.store
    mark = set_mark(rules)
    parts = enumerate(set_parts(rules))
    writes = [Create(rule_set_key(app, mark, number), part) for number, part in parts]
    key = counts_key(app, now(), mark, item_id(app, "post", "p"), 1)
    counts = {"ep": 7, "h1499": 2, "m1499": now(), "a1499": 1}
    bench.server.run(store.commit([*writes, Create(key, counts)]))
    put(bench, "r1499")
    assert totals(bench, "r1499") == (7, 0, 2, 1, 0)


def test_shadows_are_listed_with_how_often_they_were_looked_at(bench: Desk) -> None:
    put(bench)
    rule = {**RULE, "name": "Long", "when": LONG}
    bench.done("POST", "/api/v1/rules/r/shadow", {"rule": rule, "user_id": "lea"})
    bench.done(
        "POST", "/api/v1/rules/new/shadow", {"rule": {**rule, "scope": "user", "when": MISSING}}
    )
    for number, text in enumerate(
        ("grobble", "hello", "grobble in a longer text", "a longer text")
    ):
        checked(bench, f"p{number}", text)
    found = asked(bench, "GET", "/api/v1/shadows")["shadows"]
    shadows = {each["rule_id"]: each for each in found}
    assert shadows["r"]["evaluated"] == 4 and shadows["new"]["evaluated"] == 4
    assert shadows["r"]["counts"] == {"both": 1, "enabled": 1, "shadow": 1, "failed": 0}
    assert shadows["new"]["counts"] == {"both": 0, "enabled": 0, "shadow": 0, "failed": 0}
    assert (shadows["r"]["by"], shadows["r"]["live"], shadows["r"]["blind"]) == ("lea", True, [])
    shown = bench.done("GET", "/api/v1/rules/r/shadow")["shadow"]["result"]
    assert shown["evaluated"] == 4 and shown["counts"] == shadows["r"]["counts"]
