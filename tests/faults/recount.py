"""The promises, counted anew from the documents and from what the receiver was sent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from common.domain import history
from common.domain.flag import AUTOMOD, RULE, USER_REPORT, Flag
from common.domain.ids import derived_id
from common.domain.item import Item
from common.domain.labels import flagging_engines
from common.domain.reports import reports_of
from common.moderation.enforcement.automatic_flags import MOST_FLAGGED
from tests.receiver import Receiver

from .load import Ledger
from .world import (
    ACTIONS,
    BAD,
    BUSY,
    DUBIOUS,
    ENFORCED,
    MANY,
    REPORTED,
    REPORTS,
    REVIEWED,
    is_soon,
)
from .world import Documents as Docs

# An id is a time, then what it derives from.
_TIME_DIGITS = 12


def check_everything(documents: Docs, ledger: Ledger, receiver: Receiver) -> None:
    assert not ledger.refused, ledger.refused[:5]
    check_acknowledged(documents, ledger)
    check_evaluated(documents)
    check_histories(documents)
    check_reports(documents)
    check_automatic_flags(documents)
    check_enforced(documents)
    check_effects_happened_once(documents)
    check_deliveries(documents, receiver)


def check_acknowledged(documents: Docs, ledger: Ledger) -> None:
    lost = [post for id, post in ledger.posts.items() if id not in documents.items]
    assert not lost, lost
    for id, post in ledger.posts.items():
        item = documents.items[id]
        assert item["creator_id"] == post.user
        assert item["payload"]["texts"][0] in ledger.texts[id], item
        assert "counted_as" in item, item
    raised = {(flag["item_id"], flag["user_id"]) for flag in documents.flags}
    assert ledger.flags <= raised, ledger.flags - raised
    done = {task["id"] for task in documents.tasks if task["status"] == "completed"}
    assert ledger.tasks <= done, ledger.tasks - done


def check_evaluated(documents: Docs) -> None:
    """An item that is a flagged user alone has nothing to evaluate."""
    late = [
        item
        for item in documents.items.values()
        if "pending_since" in item
        or "pending" in item
        or (item["revision"] and "evaluated_at" not in item)
    ]
    assert not late, late
    assert not [task for task in documents.tasks if is_soon(task.get("due_at"))]


def check_histories(documents: Docs) -> None:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for item in documents.items.values():
        if "counted_as" in item:
            one = history.increments(item["counted_at"], item["counted_as"])
            counted[item["counted_for"]].update(one)
    kept = {user: _without_zeros(data) for user, data in documents.histories.items()}
    assert kept == {user: dict(counts) for user, counts in counted.items()}


def _without_zeros(data: Mapping[str, int]) -> dict[str, int]:
    """What is taken back leaves a zero, as an edit does under the classes of before."""
    return {name: count for name, count in data.items() if count}


def own_flags(documents: Docs) -> list[Flag]:
    """Without those that only say what engines found."""
    return [flag for flag in documents.flags if not flag.get("is_engine")]


def check_reports(documents: Docs) -> None:
    flags: dict[str, list[Flag]] = defaultdict(list)
    for flag in own_flags(documents):
        flags[flag["item_id"]].append(flag)
    for id, item in documents.items.items():
        reports = [flag for flag in flags[id] if flag["type"] == USER_REPORT]
        expected = Counter(name for flag in reports for name in ("", *flag["categories"]))
        kept = _without_zeros(reports_of(item))
        assert kept == {name: n for name, n in expected.items() if n}, item
        assert item["flags_count"] == len(flags[id]), item
        told = Counter(flag["user_id"] for flag in reports if flag["user_id"])
        assert all(count <= 1 + item.get("edits", 0) for count in told.values()), told
    assert set(flags) <= set(documents.items)


def check_automatic_flags(documents: Docs) -> None:
    """Once for a user with more contents that engines flagged than are let pass."""
    items = documents.items.values()
    flagged = Counter(
        item["creator_id"] for item in items if flagging_engines(item.get("labels") or ())
    )
    raised = Counter(
        documents.items[flag["item_id"]]["creator_id"]
        for flag in documents.flags
        if flag["type"] == AUTOMOD
    )
    assert {user for user, count in flagged.items() if count > MOST_FLAGGED} <= set(raised)
    assert set(raised.values()) <= {1}, raised


def check_enforced(documents: Docs) -> None:
    by_rule: dict[str, set[str]] = defaultdict(set)
    for delivery in documents.deliveries:
        by_rule[delivery["why"].get("rule_id", "")].add(delivery["item_id"])
    flagged = {flag["item_id"] for flag in documents.flags if flag["type"] == RULE}
    assert by_rule[ENFORCED] == _with_word(documents, BAD)
    assert flagged == _with_word(documents, DUBIOUS)
    reported = {id for id, item in documents.items.items() if _reports(item) >= REPORTS}
    assert by_rule[REPORTED] == reported
    _check_busy_users(documents, by_rule[BUSY])


def _with_word(documents: Docs, word: str) -> set[str]:
    return {
        id
        for id, item in documents.items.items()
        if word in item.get("payload", {"texts": [""]})["texts"][0]
    }


def _reports(item: Item) -> int:
    return reports_of(item).get("", 0)


def _check_busy_users(documents: Docs, banned: Iterable[str]) -> None:
    """A post is evaluated after it was counted, so at most the first few posts of a user can be
    without the enforcement.
    """
    posts = Counter(item["creator_id"] for item in documents.items.values() if "counted_as" in item)
    bans = Counter(documents.items[id]["creator_id"] for id in banned)
    for user, count in posts.items():
        assert bans[user] >= count - MANY + 1, (user, count, bans[user])
        assert bans[user] == 0 or count >= MANY


def check_effects_happened_once(documents: Docs) -> None:
    tails = Counter(entry["id"].replace("-", "")[_TIME_DIGITS:] for entry in documents.log)
    assert not [tail for tail, count in tails.items() if count > 1]
    wanted = Counter(
        (entry["item_id"], entry["custom"]["rule_id"])
        for entry in documents.log
        if (entry["kind"], entry["type"]) == ("rule", "rule")
    )
    made = Counter(
        (delivery["item_id"], delivery["why"]["rule_id"])
        for delivery in documents.deliveries
        if "rule_id" in delivery["why"]
    )
    made.update(
        (flag["item_id"], flag["custom"]["rule_id"])
        for flag in documents.flags
        if flag["type"] == RULE
    )
    assert made == wanted
    for (id, _), count in made.items():
        assert count <= documents.items[id]["revision"]
    _check_ids(documents)


def _check_ids(documents: Docs) -> None:
    """An id names its item, revision, rule and action, so no two can be of the same."""
    known = {
        derived_id("enforcement", id, str(revision), rule, action)
        for id, item in documents.items.items()
        for revision in range(1, item["revision"] + 1)
        for rule, action in ACTIONS.items()
    }
    made = {d["id"] for d in documents.deliveries if "rule_id" in d["why"]}
    assert made <= known, made - known
    flags = {
        derived_id("flag", id, str(revision), REVIEWED)
        for id, item in documents.items.items()
        for revision in range(1, item["revision"] + 1)
    }
    assert {flag["id"] for flag in documents.flags if flag["type"] == RULE} <= flags


def callbacks(receiver: Receiver) -> set[str]:
    """By their ids: where everything takes long, one that was not answered in time comes again."""
    return {each.headers["X-Webhook-Id"] for each in receiver.requests}


def check_deliveries(documents: Docs, receiver: Receiver) -> None:
    """Each arrived; none was sent more often than it was claimed, or unknown to the store."""
    arrived = Counter(request.headers["X-Webhook-Id"] for request in list(receiver.requests))
    attempts = Counter(
        entry["custom"]["delivery_id"]
        for entry in documents.log
        if (entry["kind"], entry["type"]) == ("delivery", "attempt")
    )
    for delivery in documents.deliveries:
        id = delivery["id"]
        assert delivery["state"] == "delivered", delivery
        assert 1 <= arrived[id] <= delivery["attempts"], (arrived[id], delivery)
        assert 1 <= attempts[id] <= delivery["attempts"], (attempts[id], delivery)
    assert set(arrived) <= {delivery["id"] for delivery in documents.deliveries}
