"""The item: the review queue's document about one entity.

Its fields named `queue_…` exist only while the item is in the review queue, and `pending_since`
only until `enforce` has evaluated the rules, so that ordinary content costs no ordered index.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, cast

from typing_extensions import TypedDict

from common.domain.content import Payload, is_user
from common.domain.ids import derived_id
from common.domain.labels import LabelDocument, flagging_engines
from common.store.store import Collection, Key

SHARDS = "0123456789abcdef"
"""First characters of item ids. What every check writes and the sweep looks for is indexed by shard
first: an index that only grows at its end takes some 500 writes a second on Firestore.
"""


class Escalation(TypedDict, total=False):
    """What a moderator said when handing an item on."""

    reason: str
    notes: str
    priority: Literal["low", "medium", "high"]
    category: str


class KeptFlag(TypedDict):
    """An engine's flag, as queries of flags find it."""

    at: int
    labels: list[str]


class QueueBefore(TypedDict):
    """Where an item stood in the review queue before a rule put it before the moderators."""

    state: Literal["out", "waiting", "reviewed"]
    reviewed_at: int | None
    reviewed_by: str


class Acted(TypedDict):
    """How often a rule has had actions called for an item, since a time within the last hour."""

    since: int
    count: int


class RulesActed(TypedDict):
    """Since when rules have had an effect on the content, each by its version and id. `content` is
    the start of the content's hash.
    """

    content: str
    rules: dict[str, int]


class RuleVote(TypedDict):
    """What a decision has counted for or against these rules and engines, in the documents of its
    `day`; `kept` says that the content was to stay.
    """

    content: str
    kept: bool
    day: int
    rules: list[str]


class Withdrawn(TypedDict):
    categories: list[str]


class Item(TypedDict):
    """Times are nanoseconds. Beside these fields stand the counts of reports (`domain/reports.py`).
    `revision` counts whatever makes the rules be evaluated again, `edits` how often the content
    became another one, `review_round` how often a decision settled what had been reported.

    `content_at` is when the content came that the item has, `reported_at` when somebody reported
    it last; `spam_at` is when the spam manager found or will find it. `withdrawn` are the reports
    that were taken back since the rules last looked. `raised_by_report` says that nothing but
    reports asks for the recommended action. `decided_at` is when a moderator, `decided_by`, decided
    on this content; it is 0 once there is another; `decided_with` names the decision on the user
    that was one on the item as well. `flagged_for` is the user whose `flagged_count` has the item,
    `deleted_for` the one whose `deleted_content_count` has it.

    `listed_at` is `created_at` again, there where the app lists all content, and so is
    `listed_of_creator_at` where there is a creator.

    `pending` has the causes of an evaluation that has not happened yet, since `pending_since`;
    `swept` counts how often the sweep has published its trigger again meanwhile, and moved it.
    `pending_labels` joins them when an edit comes before `enforce` has seen what it replaces,
    and `replaced_at` is when that came.
    `acted` is how often rules act on it, by their names there (`domain/rule.py`); `rules_acted` are
    those that did on its content, and `rule_vote` is what a moderator's decision has said of them
    (`configuration/rule_votes.py`). `before_rules` is
    there from a check in which rules put it before the moderators until it is evaluated, and
    `policy_recommends` is what is recommended for it without rules, where those ask for more.
    `counted` is how many posts rules' limits counted when the content was checked, by their names.
    `counted_as` is the class set under which the author's history counts the item. `not_judged`
    names the engines that failed, and those that the policy asks for and that do not exist;
    `languages` are those of its texts, where they can be told (`common/text/identification.py`).
    `asked_for` has why engines were asked that wait for a reason (common/engines/cascade.py).
    `bypassed` says that none ran, because the creator's content passes unmoderated. `image_hashes`
    has the perceptual hashes of the images, by their number, that an engine has seen. `locked_by`
    is the moderator who has the item until `locked_until`; `skips` are moderators who left it to
    others, each until when. `appeal_id` is the last appeal against a decision on it,
    `appeal_status` what that has come to.

    `engine_flags` has what is kept of its engines' flags for queries. `flags_counted` is how many
    of its flags are counted for its creator, who is `flags_counted_for`.

    `waiting_since` is when it came before the moderators, there while it waits; `queue_views` are
    the views in which it does, and `counted_in` the counts that have it (`domain/queue.py`). They
    are kept by whatever changes the item (`configuration/keeping.py`).

    `more_reporters` says that somebody reported it who is not among `reporters` (`item_lists.py`).
    `flag_ids` are the item's flags, `action_ids` those entries of the log that are its actions, so
    that a page of the queue finds them by their keys. An item that has more than a hundred of them,
    or had some before there were these lists, has no such list.
    """

    id: str
    shard: str
    entity_type: str
    entity_id: str
    creator_id: str
    status: Literal["complete", "partial"]
    recommended_action: str
    revision: int
    flags_count: int
    created_at: int
    updated_at: int

    payload: NotRequired[Payload]
    payload_hash: NotRequired[str]
    content_at: NotRequired[int]
    spam_at: NotRequired[int]
    listed_at: NotRequired[int]
    listed_of_creator_at: NotRequired[int]
    edits: NotRequired[int]
    content_changed: NotRequired[bool]
    check_hash: NotRequired[str]
    config_key: NotRequired[str]
    team: NotRequired[str]
    labels: NotRequired[list[LabelDocument]]
    completed_at: NotRequired[int | None]
    published_at: NotRequired[int]
    metadata: NotRequired[dict[str, Any]]
    creator_region: NotRequired[str | None]
    not_judged: NotRequired[list[str]]
    asked_for: NotRequired[list[str]]
    bypassed: NotRequired[bool]
    image_hashes: NotRequired[dict[str, str]]
    languages: NotRequired[list[str]]
    severity: NotRequired[int]
    ai_text_severity: NotRequired[str]
    bounce_count: NotRequired[int]

    pending: NotRequired[list[str]]
    pending_since: NotRequired[int]
    swept: NotRequired[int]
    pending_labels: NotRequired[list[LabelDocument]]
    replaced_at: NotRequired[int]
    evaluated_at: NotRequired[int]
    counted_at: NotRequired[int]
    counted_for: NotRequired[str]
    counted_as: NotRequired[str]
    counted: NotRequired[dict[str, int]]
    acted: NotRequired[dict[str, Acted]]
    rules_acted: NotRequired[RulesActed]
    rule_vote: NotRequired[RuleVote]
    before_rules: NotRequired[QueueBefore]
    policy_recommends: NotRequired[str]

    first_flagged_at: NotRequired[int]
    flagged_for: NotRequired[str]
    reported_at: NotRequired[int]
    withdrawn: NotRequired[list[Withdrawn]]
    raised_by_report: NotRequired[bool]
    review_round: NotRequired[int]
    engine_flags: NotRequired[dict[str, KeptFlag]]
    flags_counted: NotRequired[int]
    flags_counted_for: NotRequired[str]
    flag_ids: NotRequired[list[str]]
    action_ids: NotRequired[list[str]]
    flag_types: NotRequired[list[str]]
    flag_labels: NotRequired[list[str]]
    reporter_types: NotRequired[list[str]]
    reporters: NotRequired[list[str]]
    more_reporters: NotRequired[bool]
    report_reasons: NotRequired[list[str]]

    queue_created_at: NotRequired[int]
    queue_updated_at: NotRequired[int]
    queue_id: NotRequired[str]
    queue_reviewed: NotRequired[bool]
    reviewed_at: NotRequired[int | None]
    reviewed_by: NotRequired[str]
    archived_at: NotRequired[int]
    waiting_since: NotRequired[int]
    counted_in: NotRequired[list[str]]
    queue_views: NotRequired[list[str]]
    locked_by: NotRequired[str]
    locked_until: NotRequired[int]
    skips: NotRequired[dict[str, int]]

    latest_moderator_action: NotRequired[str]
    decided_at: NotRequired[int]
    decided_by: NotRequired[str]
    decided_with: NotRequired[str]
    deleted_at: NotRequired[int]
    deleted_for: NotRequired[str]
    hard_deleted: NotRequired[bool]
    blocked_at: NotRequired[int]
    shadow_blocked_at: NotRequired[int]
    unmasked: NotRequired[bool]
    appeal_id: NotRequired[str]
    appeal_status: NotRequired[str]
    escalated: NotRequired[bool]
    escalated_at: NotRequired[int]
    escalated_by: NotRequired[str]
    escalation_metadata: NotRequired[Escalation]


ITEMS: Collection[Item] = Collection("item")


def item_id(app: str, entity_type: str, entity_id: str) -> str:
    return derived_id("item", app, entity_type, entity_id)


def item_key(app: str, id: str) -> Key[Item]:
    return Key(app, ITEMS, id)


def new_item(app: str, entity_type: str, entity_id: str, creator_id: str, now: int) -> Item:
    if is_user(entity_type) and not creator_id:
        creator_id = entity_id
    id = item_id(app, entity_type, entity_id)
    return {
        "id": id,
        "shard": id[0],
        "entity_type": entity_type,
        "entity_id": entity_id,
        "creator_id": creator_id,
        "status": "complete",
        "recommended_action": "keep",
        "revision": 0,
        "flags_count": 0,
        "flag_ids": [],
        "action_ids": [],
        "created_at": now,
        "updated_at": now,
    }


class QueueFields(TypedDict):
    queue_created_at: int
    queue_updated_at: int
    queue_id: str
    queue_reviewed: bool
    reviewed_at: int | None
    reviewed_by: str


def queue_fields(item: Item, now: int) -> QueueFields:
    """What puts an item before the moderators, or back before them."""
    return {
        "queue_created_at": item["created_at"],
        "queue_updated_at": now,
        "queue_id": item["id"],
        "queue_reviewed": False,
        "reviewed_at": None,
        "reviewed_by": "",
    }


def enter_queue(item: Item, now: int) -> None:
    fields = cast("dict[str, Any]", item)
    fields.update(queue_fields(item, now))


OUT: QueueBefore = {"state": "out", "reviewed_at": None, "reviewed_by": ""}


def queue_before(item: Item) -> QueueBefore:
    if not is_queued(item):
        return OUT
    state: Literal["waiting", "reviewed"] = "reviewed" if item["queue_reviewed"] else "waiting"
    at, by = item.get("reviewed_at"), item.get("reviewed_by", "")
    return {"state": state, "reviewed_at": at, "reviewed_by": by}


def leave_queue(item: Item) -> None:
    for name in QueueFields.__annotations__:
        cast("dict[str, Any]", item).pop(name, None)
    end_lock(item)


def end_lock(item: Item) -> None:
    item.pop("locked_by", None)
    item.pop("locked_until", None)


def version_of(item: Item) -> str:
    """What differs once the item has changed; claims do not change it. A text, for numbers as large
    lose digits where there are only floats.
    """
    return str(item["updated_at"])


def is_decided(item: Item) -> bool:
    """Whether a moderator's decision stands: no engine and no rule overturns it while the content
    stays as it is. Items of earlier releases only say when they were reviewed.
    """
    return bool(item["decided_at"] if "decided_at" in item else item.get("reviewed_at"))


def author_of(item: Item) -> str:
    """Whom what is done to the item concerns; a user's item concerns that user."""
    return item["entity_id"] if is_user(item["entity_type"]) else item["creator_id"]


def is_first_flag(item: Item) -> bool:
    """Whether nothing had ever asked for a moderator before."""
    return "first_flagged_at" not in item


def is_queued(item: Item) -> bool:
    return "queue_id" in item


def kind_of(item: Item) -> Literal["users", "media", "texts"]:
    """Which of the queue's three kinds of work the item is."""
    if is_user(item["entity_type"]):
        return "users"
    payload = item.get("payload") or {}
    media = payload.get("images") or payload.get("videos") or payload.get("audios")
    return "media" if media else "texts"


def flags_count(item: Item) -> int:
    """Those that people and rules raised, and one for each engine that asks for an action."""
    return item["flags_count"] + len(flagging_engines(item.get("labels") or ()))
