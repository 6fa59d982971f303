"""Where something of a person can stand: one entry a collection, in the order of the walk.

What says who made what comes first, for the rest is found by it. The log comes behind what writes
to it, and last what says that there is such a user.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from common.moderation.background.erasure import deliveries, files, treatments
from common.moderation.background.erasure.item_names import (
    ItemsOf,
    by_cause,
    by_item_id,
    by_lane,
    by_list,
    by_post,
)
from common.moderation.background.erasure.walking import Walking
from common.store.store import Document

Treat = Callable[[Walking, Document[Any]], None]
TreatWithOthers = Callable[[Walking, Document[Any]], Awaitable[None]]
OTHERS = "words of others, which name the person or are the same as theirs"
CONFIGURED = "what the app configured: change it there"
STAFF = "members of the app's staff: they are removed there"
COUNTS = "counts, without ids and texts"
HASHES = "hashes of the log's entries, in which what tells of a person is committed to with a salt"


@dataclass(frozen=True, slots=True)
class Place:
    """`treat` is what the walk does with a document; `treat_with_others` of one with which further
    documents change. Documents whose key is the person's id go in any case, with `is_by_id`. Where
    `why` is given, what is found by the scan stays, in the fields `stays` or in all. With `items`
    what a document has of items goes with those that it names.
    """

    collection: str
    treat: Treat | None = None
    treat_with_others: TreatWithOthers | None = None
    is_by_id: bool = False
    stays: frozenset[str] | None = None
    why: str = ""
    is_above_apps: bool = False
    at_once: int = 40
    items: ItemsOf | None = None


def _nothing(_: Walking, __: Document[Any]) -> None:
    """It has nothing of people, or what it has of them is the app's own."""


def _clean(walking: Walking, document: Document[Any]) -> None:
    walking.clean(document)


def _of(
    collection: str, treat: Treat, stays: Iterable[str] = (), items: ItemsOf | None = None
) -> Place:
    fields = frozenset(stays)
    return Place(collection, treat, stays=fields, why=OTHERS if fields else "", items=items)


def _by_id(collection: str) -> Place:
    return Place(collection, _clean, is_by_id=True)


def _cleaned(*collections: str) -> list[Place]:
    return [Place(each, _clean) for each in collections]


def _staying(why: str, *collections: str) -> list[Place]:
    return [Place(each, _nothing, why=why) for each in collections]


def _goes_if(*names: str) -> Treat:
    """What one of these fields says to be theirs goes; in others' they lose their name."""

    def treat(walking: Walking, document: Document[Any]) -> None:
        if walking.person.is_named(document.data, names):
            walking.delete(document)
        else:
            walking.clean(document)

    return treat


PLACES: tuple[Place, ...] = (
    _of("item", treatments.item, treatments.CONTENT),
    Place("user", treatments.user, stays=treatments.PROFILE, why=OTHERS),
    _of("flag", treatments.flag, treatments.FLAGGED, by_item_id),
    _of("appeal", treatments.appeal, treatments.APPEALED),
    _of("label_result", treatments.label_result, treatments.LABELLED),
    _by_id("mutes"),
    _by_id("flag_count"),
    Place("flagged_content", treatments.flagged_content, is_by_id=True, items=by_list),
    _by_id("last_address"),
    _by_id("user_strikes"),
    _of("ban", _goes_if("user_id")),
    _of("future_ban", _goes_if("user_id")),
    _of("block", _goes_if("user_id", "blocked_user_id")),
    _of("banned_address", treatments.banned_address),
    _of("reporter", _goes_if("user_id")),
    _of("complainant", _goes_if("user_id")),
    _of("follow_up", _goes_if("user_id")),
    _of("held_enforcement", treatments.held_enforcement, items=by_item_id),
    _of("statement", treatments.statement),
    _of("rule_input", treatments.rule_input),
    _of("shadow_hit", treatments.about, items=by_item_id),
    _of("second_look", treatments.about, items=by_item_id),
    _of("approval", treatments.about, items=by_item_id),
    _of("rule_firing", treatments.rule_firings, items=by_cause),
    _of("activity", treatments.activity),
    _of("spam_string", treatments.spam_string, treatments.SPAM, by_post),
    _of("once_seen", treatments.once_seen, items=by_post),
    _of("suggestion", treatments.suggestion, ("text",)),
    _of("backtest", treatments.backtest, items=by_item_id),
    _of("verdict", treatments.verdict),
    _of("user_list", treatments.user_list),
    Place("task", treat_with_others=files.task, at_once=10, items=by_item_id),
    Place("task_part", treat_with_others=files.part, at_once=10),
    _of("report_verdict", treatments.about, items=by_item_id),
    *_cleaned(
        "authority_order",
        "decider_day",
        "endpoint",
        "hold",
        "member_preferences",
        "policy_test_results",
        "policy_test_rows",
        "policy_test_run",
        "policy_test_set",
        "resending",
        "rule_draft",
        "rule_shadow",
        "rule_version",
        "statement_standing",
    ),
    Place("delivery", treat_with_others=deliveries.delivery, at_once=5, items=by_item_id),
    _of("lane", treatments.lane, items=by_lane),
    *_staying(
        CONFIGURED,
        "action",
        "api_tokens",
        "block_list",
        "button",
        "configuration",
        "content_class",
        "feeds_templates",
        "hook",
        "image_hash_list",
        "image_hash_page",
        "policy",
        "provider",
        "queue",
        "report_category",
        "rule",
        "rule_group",
        "score_keys",
        "semantic_filter",
        "setup_session",
        "sign_in_provider",
        "statement_template",
        "strike_policy",
    ),
    *_staying(STAFF, "member", "session"),
    *_staying(
        COUNTS,
        "arrival_day",
        "cap_count",
        "feed",
        "figure_day",
        "list_hit",
        "queue_count",
        "rate_window",
        "recount",
        "report_rate",
        "rule_count",
        "rule_set",
        "rule_vote",
        "spending",
        "suggestion_count",
        "tally",
    ),
    *_staying(HASHES, "log_leaves", "log_root"),
    Place("app", _nothing, is_above_apps=True),
    Place("credential", _nothing, is_above_apps=True),
    Place("probe", _nothing, is_above_apps=True),
    Place("result_file", _nothing, is_above_apps=True),
    Place("sign_in_tries", _nothing, is_above_apps=True),
    Place("erasure", _clean),
    _of("log", treatments.log),
    _by_id("history"),
)
BY_NAME = {place.collection: place for place in PLACES}
TOLD_AFTER = next(n for n, place in enumerate(PLACES) if place.collection == "delivery")
"""What tells the app's servers of the erasure has gone out before the walk goes on behind it."""
KEPT_IN = next(n for n, place in enumerate(PLACES) if place.collection == "history")
"""The person's data key lies there: dropped when the walk has read whatever is under it."""
