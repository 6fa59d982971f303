"""What a write adds to the figures of its day, counted in its commit.

Whatever is counted is counted where it is written, so that no use case can forget it, and one that
comes twice counts once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from common.configuration.configuration import Configuration, Configurations
from common.configuration.user_lists import is_trusted_flagger
from common.domain.appeal import (
    APPEALS,
    REPORT_ENTITY,
    Appeal,
    OutOfCourt,
    is_open,
    outcome_of,
    role_of,
)
from common.domain.authority_order import AUTHORITY_ORDERS, AuthorityOrder
from common.domain.complainant import COMPLAINANTS
from common.domain.content import is_user
from common.domain.figures import (
    RESTRICTIONS,
    decision_of,
    detection_of,
    figure,
    figures_key,
    ground_of,
    lasted,
)
from common.domain.flag import FLAGS, USER_REPORT, Flag
from common.domain.notices import source_of
from common.domain.reporter import REPORTERS
from common.domain.settings import statements_of
from common.domain.statement import STATEMENTS, Statement
from common.domain.times import DAY
from common.store.store import Create, Key, Update, Write
from common.store.writes import updated

Counted = Iterator[tuple[int, str, int]]
"""A time of the day that it counts on, the name of a count, and what is added to it."""


async def figure_writes(writes: Sequence[Write], configurations: Configurations) -> list[Write]:
    """These, where reports say as what they are counted, and what they add: to one document an app
    and day, whatever is counted.
    """
    changes: dict[Key[dict[str, int]], Counter[str]] = {}
    shards: dict[str, str] = {}
    found = [*writes]
    for n, write in enumerate(writes):
        if not _is_counted(write):
            continue
        app = write.key.app
        configuration = await configurations.of(app)
        found[n] = _marked(write, configuration) if write.key.collection == FLAGS else write
        shard = shards.setdefault(app, write.key.id)
        for (day, name), change in _figures_of(found[n], configuration).items():
            changes.setdefault(figures_key(app, day, shard), Counter())[name] += change
    increments = (
        (key, {name: n for name, n in each.items() if n}) for key, each in changes.items()
    )
    return found + [Update(key, increment=each, upsert=True) for key, each in increments if each]


def _figures_of(write: Write, configuration: Configuration) -> Counter[tuple[int, str]]:
    """By day and name."""
    before, after = _states(write)
    found: Counter[tuple[int, str]] = Counter()
    if after is not None:
        for at, name, change in COUNTS[write.key.collection](configuration, before, after):
            found[at // DAY, name] += change
    return found


def _is_counted(write: Write) -> bool:
    """Whether there may be anything to count: of most writes there is not, and nothing is asked."""
    if write.key.collection not in COUNTS or not isinstance(write, Create | Update):
        return False
    if write.key.collection != FLAGS:
        return True
    flag: Any = write.data if isinstance(write, Create) else write.read and write.read.data
    return bool(flag) and flag["type"] == USER_REPORT


def _states(write: Write) -> tuple[Any, Any]:
    """What was there before and what will be; an update that does not say the former counts for
    nothing, as none of those does that what is counted follows from.
    """
    if isinstance(write, Create):
        return None, write.data
    if isinstance(write, Update) and write.read is not None:
        return write.read.data, updated(write.read.data, write)
    return None, None


def _marked(write: Write, configuration: Configuration) -> Write:
    """A report says as what it is counted, so that what the app sets later changes nothing of it,
    and so does one that is said again in other categories. One that came before there was anything
    to tell apart is not counted then either.
    """
    before, after = _states(write)
    settings = statements_of(configuration.settings)
    trusted, categories = settings["trusted_flaggers"], after.get("categories", [])
    is_settled = before is not None and (
        "counted_as" not in before or before.get("categories", []) == categories
    )
    if is_settled or not (trusted or settings["notice_categories"]):
        return write
    is_trusted = is_trusted_flagger(configuration, after["user_id"])
    source = source_of(settings, categories, is_trusted=is_trusted)
    if isinstance(write, Create):
        return replace(write, data={**write.data, "counted_as": source})
    assert isinstance(write, Update)
    return replace(write, set={**write.set, "counted_as": source})


def _report(_: Configuration, before: Flag | None, after: Flag) -> Counted:
    """On the day on which it came, in the categories that it names last."""
    for flag, change in ((before, -1), (after, 1)):
        if flag is None or "counted_as" not in flag:
            continue
        for category in ("", *dict.fromkeys(flag.get("categories", []))):
            yield flag["created_at"], figure("notice", flag["counted_as"], category), change


def _statement(_: Configuration, before: Statement | None, after: Statement) -> Counted:
    source = after["source_type"]
    decision = decision_of(after["automated_decision"])
    if before is None:
        yield from _stated(after, source, decision)
    elif "reversed_at" in after and "reversed_at" not in before:
        yield after["reversed_at"], figure("reversed", source, decision), 1


def _stated(statement: Statement, source: str, decision: str) -> Counted:
    at, given = statement["restricted_at"], cast("Mapping[str, Any]", statement)
    detection = detection_of(statement["automated_detection"])
    ground = ground_of(statement.get("decision_ground", ""))
    category = statement.get("category", "")
    yield at, figure("stated", source, category, detection, decision, ground), 1
    for field in RESTRICTIONS:
        codes = given.get(field) or ()
        for code in [codes] if isinstance(codes, str) else codes:
            yield at, figure("restricted", source, field, code), 1
    if "noticed_at" in statement:
        yield at, lasted("acted_after", at - statement["noticed_at"], source), 1
    if "decision_account" in statement:
        yield at, figure("suspended", "account", ground or "unsaid"), 1


def _appeal(_: Configuration, before: Appeal | None, after: Appeal) -> Counted:
    role, made_at = role_of(after), after["created_at"]
    if before is None:
        yield made_at, figure("complained", role, _basis(after)), 1
        return
    if is_open(before) and not is_open(after):
        at = after["updated_at"]
        yield at, figure("decided", role, str(outcome_of(after))), 1
        yield at, lasted("decided_after", at - made_at), 1
        yield made_at, figure("answered", role), 1
    for appeal, change in ((before, -1), (after, 1)):
        if (dispute := appeal.get("out_of_court")) is not None:
            yield from _dispute(dispute, change)


def _basis(appeal: Appeal) -> str:
    if appeal["entity_type"] == REPORT_ENTITY:
        return "report"
    return "account" if is_user(appeal["entity_type"]) else "content"


def _dispute(dispute: OutOfCourt, change: int) -> Counted:
    yield dispute["opened_at"], figure("disputed"), change
    closed_at = dispute["closed_at"]
    if closed_at is None:
        return
    yield closed_at, figure("settled", dispute["outcome"] or ""), change
    yield closed_at, lasted("settled_after", closed_at - dispute["opened_at"]), change
    if dispute["implemented"] is not None:
        yield closed_at, figure("implemented", "yes" if dispute["implemented"] else "no"), change


def _order(_: Configuration, before: AuthorityOrder | None, after: AuthorityOrder) -> Counted:
    """As it was entered last."""
    if before is not None:
        yield from _of_order(before, -1)
    yield from _of_order(after, 1)


def _of_order(order: AuthorityOrder, change: int) -> Counted:
    kind, at = order["kind"], order["received_at"]
    by = (kind, order["issuing_state"], order.get("category", ""))
    yield at, figure("ordered", *by), change
    if "acknowledged_at" in order:
        then = order["acknowledged_at"]
        yield then, lasted("acknowledged_after", then - at, kind), change
    if "given_effect_at" in order:
        then = order["given_effect_at"]
        yield then, lasted("given_effect_after", then - at, kind), change


def of_no_order(app: str, order: AuthorityOrder) -> list[Write]:
    """Takes back what was counted of one that was never there. One that goes because its time has
    come stays counted, so a deletion alone changes nothing.
    """
    days: dict[int, Counter[str]] = {}
    for at, name, change in _of_order(order, -1):
        days.setdefault(at // DAY, Counter())[name] += change
    return [
        Update(figures_key(app, day, order["id"]), increment=counts, upsert=True)
        for day, counts in days.items()
    ]


def _misuse(of: str) -> Callable[[Configuration, Any, Any], Counted]:
    """Of who complains or reports without ground again and again."""

    def count(_: Configuration, before: Any, after: Any) -> Counted:
        for field, what in (("warned_at", "warned"), ("suspended_until", "suspended")):
            if field in after and after[field] != (before or {}).get(field):
                yield after["updated_at"], figure("suspended", of, what), 1

    return count


COUNTS: Mapping[str, Callable[[Configuration, Any, Any], Counted]] = {
    FLAGS: _report,
    STATEMENTS: _statement,
    APPEALS: _appeal,
    AUTHORITY_ORDERS: _order,
    COMPLAINANTS: _misuse("complaints"),
    REPORTERS: _misuse("notices"),
}
