"""What rules keep beside their items, on each store: strikes, reports one by one, groups, lists of
users, what is held, what is undone, the log by rule, strings of spam, items that expire, and all
content.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, cast

import pytest

from common.domain.block_list import block_list_id
from common.domain.indexes import INDEXES, LISTED
from common.domain.item import item_id
from common.domain.list_hits import LIST_HITS
from common.domain.log import LOG, LogEntry
from common.domain.log_tree import log_tree_id
from common.domain.policy import policy_key
from common.domain.reporter import rates_keys, rates_of
from common.domain.reports import kept_reports, open_reports
from common.domain.rule import RuleDocument, Scope, rule_key
from common.domain.rule_count import RULE_COUNTS
from common.domain.rule_group import RULE_GROUPS, rule_group_key
from common.domain.rule_input import expiry_id
from common.domain.rule_vote import RULE_VOTES, Votes
from common.domain.settings import AppSettings
from common.domain.spam_string import SpamState, tally_key
from common.domain.strikes import StrikePolicy, strike_policy_key, total
from common.domain.task import JobResult, new_job, task_key
from common.domain.times import DAY, HOUR
from common.domain.user import is_banned, user_key
from common.moderation import log, log_exports
from common.moderation.background import undos
from common.moderation.background.working import work
from common.moderation.filtering.paging import Asked
from common.moderation.reports import looking
from common.moderation.resources import block_lists, list_hits, settings, user_lists
from common.moderation.review.submitted import Between, submitted
from common.moderation.rules import groups, health, held, strike_counts, strikes, undoing
from common.moderation.rules.held import Settled
from common.moderation.rules.strikes import NewStrike
from common.moderation.spam import strings
from common.moderation.spam.verdicts import Said, say
from common.queue.messages import ScanOrder
from common.store.dynamodb.store import DynamoDbStore
from common.store.firestore.store import FirestoreStore
from common.store.sqlite.store import SqliteStore
from common.store.store import Create, DocumentStore, Put
from infra.aws.local.ministack import variables
from infra.aws.table import table_definition
from tests.aws import aws_resources, delete_table
from tests.desk import BAD, DUBIOUS, HATE, SECOND, SPAM, Desk, rule
from tests.emulators import firestore_emulator, firestore_missing
from tests.factories import APP, NOW
from tests.factories import policy as policy_of
from tests.ministack import ministack, ministack_missing
from tests.moto import moto

_OFFER = "Work from home and earn 5000 a week, ask me how"


@contextmanager
def _sqlite(place: Path) -> Iterator[DocumentStore]:
    yield SqliteStore(place / "store.db", INDEXES)


@contextmanager
def _firestore(_: Path) -> Iterator[DocumentStore]:
    os.environ["FIRESTORE_EMULATOR_HOST"] = firestore_emulator()
    yield FirestoreStore(f"demo-{secrets.token_hex(8)}", "(default)", INDEXES)


@contextmanager
def _dynamodb(endpoint: str) -> Iterator[DocumentStore]:
    table = f"rules-{secrets.token_hex(8)}"
    os.environ.update(variables(endpoint))
    aws_resources(endpoint).create_table(table_definition(table))
    yield DynamoDbStore(table, INDEXES, LISTED)
    # Each transaction copies all tables that moto has.
    delete_table(endpoint, table)


def _moto(_: Path) -> AbstractContextManager[DocumentStore]:
    return _dynamodb(moto())


def _ministack(_: Path) -> AbstractContextManager[DocumentStore]:
    return _dynamodb(ministack())


def _unless(missing: str | None) -> pytest.MarkDecorator:
    return pytest.mark.skipif(bool(missing), reason=str(missing))


STORES = [
    pytest.param(_sqlite, id="sqlite"),
    pytest.param(_firestore, id="firestore", marks=_unless(firestore_missing())),
    # One of the two says the same of DynamoDB as both, and moto is the slower.
    pytest.param(_moto, id="moto")
    if ministack_missing()
    else pytest.param(_ministack, id="ministack"),
]


@pytest.fixture(params=STORES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    opened: Callable[[Path], AbstractContextManager[DocumentStore]] = request.param
    with opened(tmp_path) as store:
        made = Desk(store=store)
        yield made
        made.close()


def _set(desk: Desk, fields: AppSettings) -> None:
    desk.run(settings.put(desk.context, APP, fields, desk.later()))


def _rule(
    desk: Desk, id: str, scope: Scope, when: dict[str, Any], *actions: str, **more: Any
) -> None:
    made: Any = {**rule(id, scope, when, *(actions or ("hide",))), **more}
    kept: RuleDocument = made
    desk.configure(Create(rule_key(APP, id), kept))


def _without_rules(desk: Desk, *ids: str) -> None:
    for id in ids:
        (known,) = desk.run(desk.store.get([rule_key(APP, id)]))
        assert known is not None
        desk.configure(Put(known.key, {**known.data, "enabled": False}, known.version))


def _logged(desk: Desk, **fields: str | int) -> list[LogEntry]:
    return desk.run(log.query(desk.context, APP, log.Wanted(fields), 100, None)).documents


_LADDER: StrikePolicy = {
    "id": "spam.and-more",
    "name": "Spam",
    "expires_after": 30,
    "weights": {"rules": {"review-strike": 2}, "classes": {}},
    "steps": [
        {
            "strikes": 3,
            "actions": [
                {"action": "ban_user", "values": {"timeout": 60}},
                {"action": "flag_for_review", "values": {}},
            ],
        }
    ],
    "created_at": NOW,
    "updated_at": NOW,
}
_SHORT: StrikePolicy = {**_LADDER, "id": "short", "expires_after": 1, "steps": []}
_DUBIOUS = {"type": "in_list", "lists": [DUBIOUS]}


def test_what_rules_do_is_counted_and_put_together(desk: Desk) -> None:
    context = desk.context
    _set(desk, {"count_evaluations": "all"})
    _rule(desk, "dubious", "post", _DUBIOUS)
    texts = [DUBIOUS, "hello", DUBIOUS, "hello", DUBIOUS]
    for number, text in enumerate(texts):
        desk.check(f"counted-{number}", text)
        desk.hand_out(again=True)
        desk.hand_out_all()
    for number, action in ((0, "delete_message"), (2, "delete_message"), (2, "restore")):
        desk.decide(action, f"counted-{number}")

    def counted() -> tuple[int, int, Votes]:
        known = desk.run(health.known(context, APP, 3, desk.now))
        found = known.health.of("dubious")
        return found.counted.evaluated, found.counted.hits, found.agreement

    before = counted()
    assert before == (5, 3, Votes(1, 1))
    assert len(desk.run(context.store.query(RULE_COUNTS, app=APP)).documents) > 1
    desk.later(2 * DAY // SECOND)
    (task,) = desk.run(context.store.get([task_key(APP, expiry_id(APP))]))
    assert task is not None
    order = ScanOrder(APP, expiry_id(APP), at=task.data["due_at"])
    desk.run(work(context, order, desk.now))
    desk.hand_out_all()
    assert len(desk.run(context.store.query(RULE_COUNTS, app=APP)).documents) == 1
    assert len(desk.run(context.store.query(RULE_VOTES, app=APP)).documents) == 1
    assert counted() == before


def test_strikes_are_given_counted_and_run_out(desk: Desk) -> None:
    context = desk.context
    for each in (_LADDER, _SHORT):
        desk.configure(Create(strike_policy_key(APP, each["id"]), each))
    users = ("ann", "bob", "cay", "dan")
    known = [Create(user_key(APP, id), {"id": id, "updated_at": NOW}) for id in users]
    desk.run(context.store.commit(known))

    def give(user: str, policy: str, weight: int) -> None:
        new = NewStrike(policy, weight, "why", "mod", f"{user} {policy}")
        desk.run(strikes.give(context, APP, user, new, desk.later()))

    def counts(policy: str) -> dict[int, int]:
        found: dict[int, int] = {}
        cursor = None
        while True:
            page = strike_counts.histogram(context, APP, policy, 2, cursor, desk.now)
            histogram = desk.run(page)
            for number, of in histogram.users.items():
                found[number] = found.get(number, 0) + of
            cursor = histogram.next
            if cursor is None:
                return found

    for user, policy, weight in (
        ("ann", "short", 5),
        ("ann", _LADDER["id"], 1),
        ("bob", _LADDER["id"], 1),
        ("cay", _LADDER["id"], 3),
        ("cay", _LADDER["id"], 3),
    ):
        give(user, policy, weight)
    _rule(desk, "review-strike", "post", _DUBIOUS, strike={"policy": _LADDER["id"]})
    desk.check("p", DUBIOUS, "dan")
    desk.hand_out(again=True)
    desk.hand_out_all()
    assert counts(_LADDER["id"]) == {1: 2, 2: 1, 3: 1}
    assert counts("short") == {5: 1}
    assert is_banned(desk.user("cay"), desk.now) and not is_banned(desk.user("dan"), desk.now)
    (of_rule,) = desk.run(strikes.get(context, APP, "dan", desk.now))
    assert (of_rule["rule_id"], of_rule["rule_version"]) == ("review-strike", 1)
    gone = strikes.take_back(context, APP, "dan", of_rule["id"], "mod", "wrong", desk.later())
    assert desk.run(gone) == []
    assert counts(_LADDER["id"]) == {1: 2, 3: 1}
    desk.later(2 * DAY // SECOND)
    assert total(desk.run(strikes.get(context, APP, "ann", desk.now))) == 1
    assert counts("short") == {}
    desk.later(30 * DAY // SECOND)
    assert desk.run(strikes.get(context, APP, "ann", desk.now)) == []
    assert counts(_LADDER["id"]) == {}
    types = [each["type"] for each in _logged(desk, kind="strike", user_id="dan")]
    assert len(types) == 2 and types[-1] == "strike"


def test_reports_are_kept_found_and_judged(desk: Desk) -> None:
    when = {
        "type": "report_count",
        "operator": "gte",
        "value": 2,
        "window": "1h",
        "distinct": True,
    }
    _without_rules(desk, "reported")
    _rule(desk, "brigade", "reported_post", when, "flag_for_review")
    weighed = {"type": "report_count", "operator": "gte", "value": 1, "weighted": True}
    _rule(desk, "weighed", "reported_post", weighed, "flag_for_review")
    desk.check("p", "hello")
    desk.report("p", "bob", SPAM)
    desk.hand_out_all()
    desk.later(HOUR // SECOND)
    desk.report("p", "cat", SPAM, HATE)
    desk.report("p", "cat", SPAM, HATE)
    desk.hand_out_all()
    assert desk.rule_entries("p", "brigade") == []
    desk.report("p", "dan", HATE)
    desk.hand_out_all()
    (entry,) = desk.rule_entries("p", "brigade")
    assert entry["custom"]["held"][0]["values"] == {"any": 3, "counted": 2}
    kept = kept_reports(desk.item("p"))
    assert [len(each["categories"]) for each in kept.values()] == [1, 2, 1]
    assert all(len(each["weights"]) == 1 + len(each["categories"]) for each in kept.values())

    def found(**wanted: str) -> list[str]:
        asked, cursor, users = looking.Wanted(**wanted), None, []
        while True:
            page = desk.run(looking.query(desk.context, APP, asked, 1, cursor))
            users += [each["user_id"] for each in page.documents]
            cursor = page.next
            if cursor is None:
                return users

    assert found(category=HATE) == ["dan", "cat"] and found(category=SPAM) == ["cat", "bob"]
    assert found(category=HATE, reporter="cat") == ["cat"]
    assert found(item=item_id(APP, "post", "p")) == ["dan", "cat", "bob"]
    desk.decide("block", "p")
    desk.hand_out_all()
    desk.check("q", "hello")
    desk.report("q", "eve", SPAM)
    desk.hand_out_all()
    desk.decide("mark_reviewed", "q")
    desk.hand_out_all()
    assert kept_reports(desk.item("p")) == {} == open_reports(desk.item("p")).by_category
    cat = desk.run(looking.get(desk.context, APP, "cat", desk.now)).reporter
    assert cat["judged"] == 1 and {*cat["tallies"]} == {"any|", SPAM, HATE}
    page, _ = desk.run(looking.reporters(desk.context, APP, 10, None, desk.now, worst=True))
    worst = [each.data["user_id"] for each in page.documents]
    assert worst[0] == "eve" and sorted(worst[1:]) == ["bob", "cat", "dan"]
    known = [each for each in desk.run(desk.store.get(rates_keys(APP))) if each is not None]
    rates = rates_of((each.data for each in known), desk.now)
    right, wrong = rates.tallies[""]["right"], rates.tallies[""]["wrong"]
    assert (round(right / wrong), {*rates.tallies}) == (3, {"", SPAM, HATE})


def test_a_group_of_rules_ends(desk: Desk) -> None:
    _rule(
        desk, "strict", "post", {"type": "text_length", "operator": "gt", "value": 0}, group="raid"
    )
    until = desk.now + HOUR
    on = groups.switch_on(desk.context, APP, "raid", until, "mod", "a raid", desk.later())
    assert desk.run(on)["ends_at"] == until

    def holds(id: str) -> bool:
        desk.check(id, "hello")
        desk.hand_out_all()
        return bool(desk.rule_entries(id, "strict"))

    assert holds("p")
    desk.now = until
    assert not holds("q")
    for _ in range(2):
        desk.sweep()
        desk.hand_out_all()
    (group,) = desk.run(desk.store.get([rule_group_key(APP, "raid")]))
    assert group is not None and "ends_at" not in group.data
    ended = [each for each in _logged(desk, kind="rule") if each["type"] == "group_ended"]
    assert [each["custom"]["group"] for each in ended] == ["raid"]
    due = desk.store.query(RULE_GROUPS, app=None, order="ends_at", low=until, high=until + 1)
    assert [each for each in desk.run(due).documents if each.key.app == APP] == []


def test_users_of_lists_are_hit_and_spared(desk: Desk) -> None:
    fields = {"name": "Black", "trusted": False, "users": ["eve"]}
    context = desk.context
    desk.run(user_lists.put(context, APP, "black", fields, desk.later()))  # type: ignore[arg-type]
    many = [f"user {number}" for number in range(2_000)]
    desk.run(user_lists.add(context, APP, "black", ["ann", "eve", *many], desk.later()))
    left = desk.run(user_lists.remove(context, APP, "black", ["eve"], desk.later()))
    assert left["users"] == ["ann", *many]
    fields = {"name": "White", "trusted": True, "users": ["vip"]}
    desk.run(user_lists.put(context, APP, "white", fields, desk.later()))  # type: ignore[arg-type]
    everything = {"staff": "calls", "trusted": False, "roles": [], "lists": ["white"]}
    _set(desk, {"exempt": everything})  # type: ignore[typeddict-item]
    _rule(desk, "listed", "post", {"type": "user_in_list", "lists": ["black"]}, "hide")
    for user in ("ann", "eve", "user 7"):
        desk.check(f"of {user}", "hello", user)
    desk.check("bad", BAD, "vip")
    desk.hand_out_all()
    hit = [bool(desk.rule_entries(f"of {user}", "listed")) for user in ("ann", "eve", "user 7")]
    assert hit == [True, False, True]
    (spared,) = desk.rule_entries("bad", "hide-bad")
    assert spared["result"] == "exempt"
    bad = item_id(APP, "post", "bad")
    assert [
        each for each in desk.deliveries() if each.get("action_id") and each["item_id"] == bad
    ] == []


def test_what_a_cap_holds_is_listed_and_released(desk: Desk) -> None:
    _set(desk, {"cap_per_hour": 1})
    for user in ("ann", "bob", "cay"):
        desk.check(f"of {user}", BAD, user)
        desk.hand_out_all()

    def listed(status: Any, rule_id: str | None = None) -> list[str]:
        page = desk.run(held.query(desk.context, APP, status, rule_id, 10, None))
        return [each.data["user_id"] for each in page.documents]

    assert listed("held") == ["cay", "bob"] == listed("held", "ban-bad")
    assert listed("held", "hide-bad") == []
    page = desk.run(held.query(desk.context, APP, "held", "ban-bad", 1, None))
    rest = desk.run(held.query(desk.context, APP, "held", "ban-bad", 1, page.cursor))
    (of_cay,), (of_bob,) = page.documents, rest.documents
    for id, verdict in ((of_cay.key.id, "release"), (of_bob.key.id, "drop")):
        for _ in range(2):
            settled = Settled(verdict, "mod", "looked at")  # type: ignore[arg-type]
            desk.run(held.settle(desk.context, APP, id, settled, desk.later()))
    assert (listed("held"), listed("released"), listed("dropped")) == ([], ["cay"], ["bob"])
    sent = [each["subject"] for each in desk.deliveries() if each.get("action_id") == "ban"]
    assert sorted(sent) == ["user:ann", "user:cay"]


def test_flags_and_calls_are_undone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a job of two pages."""
    monkeypatch.setattr(undos, "_A_PAGE", 2)
    _rule(desk, "spam", "post", _DUBIOUS, "flag_for_review", "hide", "ban")
    _without_rules(desk, "review-dubious")
    for number in range(3):
        desk.check(f"p{number}", f"{DUBIOUS} {number}", f"user{number}")
    desk.hand_out_all()
    assert desk.waits("p0") and desk.waits("p2")
    undo = undoing.new_undo("spam", 1, NOW, "lead", "wrong", desk.later())
    preview = desk.run(undoing.preview(desk.context, APP, undo, desk.now))
    assert (preview.found, preview.checked, preview.complete) == (3, 3, True)
    page = desk.run(undoing.page_of(desk.context, APP, undo, None, 2))
    rest = desk.run(undoing.page_of(desk.context, APP, undo, page.cursor, 2))
    numbered = [each.data.get("item_id") for each in (*page.documents, *rest.documents)]
    assert numbered == [item_id(APP, "post", f"p{number}") for number in (2, 1, 0)]
    task = desk.run(undos.start(desk.context, APP, undo, desk.now))
    desk.hand_out(again=True)
    (begun,) = desk.run(desk.store.get([task_key(APP, task["id"])]))
    assert begun is not None
    assert cast(JobResult, begun.data["result"])["enforcements"] == 2
    desk.hand_out_all()
    (ended,) = desk.run(desk.store.get([task_key(APP, task["id"])]))
    assert ended is not None and ended.data["status"] == "completed", ended
    result = cast(JobResult, ended.data["result"])
    assert result["undone"] == {"flag_for_review": 3, "hide": 3, "ban": 3}, result
    assert not desk.waits("p0") and not desk.waits("p2")
    actions = [each for each in desk.deliveries() if each.get("action_id")]
    assert {each["state"] for each in actions} == {"cancelled"}
    page = desk.run(undoing.done_by(desk.context, APP, "spam", NOW, None, 100, None))
    done = [each.data for each in page.documents if "effects" in each.data]
    assert {each["undone"]["undo_id"] for each in done} == {undo.id}
    again = undoing.new_undo("spam", None, NOW, "lead", "", desk.later())
    found = desk.run(undoing.preview(desk.context, APP, again, desk.now))
    assert (found.result["undone"], found.result["not_undone"]) == ({}, {"undone_already": 9})


def test_the_log_is_read_by_rule_and_exported(desk: Desk) -> None:
    _rule(desk, "second", "post", _DUBIOUS, version=2)
    for number in range(3):
        desk.check(f"p{number}", f"{DUBIOUS} {number}")
        desk.hand_out_all()
    fields: dict[str, str | int] = {"rule_id": "second", "rule_version": 2}
    assert len(_logged(desk, **fields)) == 3
    assert _logged(desk, rule_id="second", rule_version=1) == []
    by_page: list[str] = []
    cursor = None
    while True:
        page = desk.run(log.query(desk.context, APP, log.Wanted(fields), 2, cursor))
        by_page += [each["id"] for each in page.documents]
        cursor = page.next
        if cursor is None:
            break
    assert by_page == [each["id"] for each in _logged(desk, **fields)]

    async def exported(wanted: log.Wanted) -> list[LogEntry]:
        pages = log_exports.pages(desk.context, APP, wanted, desk.later())
        return [entry async for page in pages for entry in page]

    assert [each["id"] for each in desk.run(exported(log.Wanted(fields)))] == by_page[::-1]
    every = desk.run(exported(log.Wanted({})))
    stored = desk.run(desk.store.query(LOG, app=APP, order="at", limit=1_000))
    assert every == [each.data for each in stored.documents]


def test_strings_of_spam_are_counted_denied_and_listed(desk: Desk) -> None:
    _set(desk, {"spam_manager": {"enabled": True, "min_text_length": 35, "propose_from": 3}})
    texts = [f"see https://pills.example/{number} or a@pills.example" for number in range(6)]
    for number, text in enumerate([*texts, _OFFER, _OFFER.upper(), f"{_OFFER}!"]):
        desk.check(f"p{number}", text, f"user{number}")
    desk.later(20)
    for _ in range(20):
        (state,) = desk.run(desk.store.get([tally_key(APP)]))
        assert state is not None
        if state.data["idle"]:
            break
        desk.sweep()
        desk.hand_out_all()

    def found(kind: Any = None, state: SpamState | None = None) -> dict[str, int]:
        counts, cursor = {}, None
        while True:
            page = desk.run(strings.page(desk.context, APP, kind, state, 4, cursor))
            counts.update({each.data["value"]: each.data["count"] for each in page.documents})
            cursor = page.cursor
            if cursor is None:
                return counts

    assert found("domain") == {"pills.example": 6} and found("email") == {"a@pills.example": 6}
    assert [*found("url").values()] == [1] * 6
    assert [*found("text", "proposed").values()] == [3] == [*found(state="proposed").values()]
    page = desk.run(strings.page(desk.context, APP, "domain", None, 1, None))
    domain = strings.spam_text(page.documents[0].data)
    assert desk.run(say(desk.context, APP, [Said(domain, "deny")], "mod", desk.later())) == 1
    assert found(state="deny") == {"pills.example": 6} and found("domain", "seen") == {}
    _rule(desk, "denied", "post", {"type": "in_list", "lists": ["deny_list"]})
    desk.check("new", "go to www.pills.example/new")
    desk.hand_out_all()
    assert len(desk.rule_entries("new", "denied")) == 1
    id = page.documents[0].key.id
    desk.run(strings.delete(desk.context, APP, id, desk.later()))
    assert found(state="deny") == {} == found("domain")


def test_items_leave_the_queue_in_time(desk: Desk) -> None:
    _set(desk, {"review_feed_days": 1})
    for id in ("old", "older"):
        desk.check(id, DUBIOUS)
    desk.hand_out_all()
    assert desk.waits("old") and desk.waits("older")
    desk.later(DAY // SECOND)
    desk.check("new", DUBIOUS)
    desk.hand_out_all()
    desk.later(HOUR // SECOND)
    for _ in range(3):
        desk.sweep()
        desk.hand_out_all()
    assert [desk.waits(id) for id in ("old", "older", "new")] == [False, False, True]
    expired = [each["entity_id"] for each in _logged(desk, kind="expiry")]
    assert sorted(expired) == ["old", "older"]
    page = desk.run(desk.store.query(LOG, app=APP, equal={"kind": "expiry"}, order="at"))
    assert len(page.documents) == 2


def test_all_content_is_listed(desk: Desk) -> None:
    desk.check("before", "hello")
    _set(desk, {"list_content": True})
    ids = [f"listed-{number}" for number in range(20)]
    for number, id in enumerate(ids):
        desk.check(id, BAD if number % 5 == 0 else "hello", f"author-{number % 2}")

    def found(creator: str | None, between: Between, **filter: Any) -> list[str]:
        asked, ids = Asked(filter, limit=3), []
        while True:
            page = desk.run(submitted(desk.context, APP, creator, between, asked))
            ids += [each["entity_id"] for each in page.documents]
            if page.next is None:
                return ids
            asked = Asked(filter, limit=3, cursor=page.next)

    assert found(None, Between()) == ids[::-1]
    assert found("author-1", Between()) == ids[1::2][::-1]
    assert found(None, Between(), recommended_action="remove") == ids[::5][::-1]
    items = desk.run(submitted(desk.context, APP, None, Between(), Asked(limit=20))).documents
    at = [each["created_at"] for each in items]
    assert found("author-0", Between(at[9], at[4])) == ids[10:15:2][::-1]


_EntryCounts = dict[str, tuple[int, int | None]]


def _list_hits(desk: Desk, unused: int | None = None) -> _EntryCounts:
    found = desk.run(
        list_hits.query(desk.context, APP, "swear", "", unused, "hits", Asked(limit=100), desk.now)
    )
    return {each.entry: (each.hits, each.last) for each in found.page.documents}


def _kept_hits(desk: Desk) -> list[dict[str, int]]:
    """Of this list: rules have others looked for."""
    id = block_list_id("swear", "")
    found = desk.run(desk.context.store.query(LIST_HITS, app=APP)).documents
    return [each.data for each in found if id in each.key.id]


def _days_end(desk: Desk) -> None:
    (task,) = desk.run(desk.context.store.get([task_key(APP, log_tree_id(APP))]))
    assert task is not None
    for _ in range(10):
        order = ScanOrder(APP, log_tree_id(APP), at=task.data["due_at"])
        desk.run(work(desk.context, order, desk.now))
        (task,) = desk.run(desk.context.store.get([task.key]))
        assert task is not None
        if task.data["due_at"] > desk.now:
            return


def test_hits_are_counted_and_put_together(desk: Desk) -> None:
    context = desk.context
    job = new_job("log_tree", log_tree_id(APP), {}, {}, desk.now)
    desk.run(context.store.commit([Create(task_key(APP, log_tree_id(APP)), job)]))
    words = [BAD, "grobble", "unheard"]
    fields = {"name": "swear", "team": "", "type": "word", "words": words}
    desk.run(block_lists.create(context, APP, fields, desk.later()))  # type: ignore[arg-type]
    config = {"block_list_config": {"rules": [{"name": "swear", "action": "flag"}]}}
    swears = policy_of("swears", config=config)
    desk.configure(Create(policy_key(APP, swears["id"]), swears))
    first = desk.now // DAY
    for number, text in enumerate((BAD, f"{BAD} grobble", "hello", BAD)):
        desk.check(f"hit-{number}", text, policy="swears")
        desk.check(f"hit-{number}", text, policy="swears")
    expected: _EntryCounts = {BAD: (3, first), "grobble": (1, first), "unheard": (0, None)}
    assert _list_hits(desk) == expected
    assert len(_kept_hits(desk)) > 1
    desk.later(2 * DAY // SECOND)
    _days_end(desk)
    assert len(_kept_hits(desk)) == 1
    assert _list_hits(desk) == expected
    desk.check("hit-later", BAD, policy="swears")
    expected[BAD] = (4, first + 2)
    assert _list_hits(desk) == expected
    assert _list_hits(desk, unused=1) == {name: expected[name] for name in ("grobble", "unheard")}
    assert _list_hits(desk, unused=3) == {"unheard": (0, None)}
    desk.later(2 * DAY // SECOND)
    _days_end(desk)
    assert _list_hits(desk) == expected
    desk.run(block_lists.update(context, APP, "swear", "", {"words": [BAD]}, desk.later()))
    desk.check("hit-last", BAD, policy="swears")
    desk.later(2 * DAY // SECOND)
    _days_end(desk)
    (totals,) = _kept_hits(desk)
    assert len(totals) == 3 and _list_hits(desk)[BAD][0] == 5
