"""What an appeal is against: a decision on content, a ban that stands, or what came of a report.
Who is concerned may appeal, and nobody else (contract 6).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.appeal import (
    OF_NOTIFIER,
    REPORT_ENTITY,
    AppealRole,
    appeal_id_of,
    appeal_id_of_ban,
    appeal_id_of_report,
)
from common.domain.content import is_user
from common.domain.errors import Invalid, NotAllowed, NotFound
from common.domain.item import Item, author_of, item_id, item_key
from common.domain.log import LOG, LogEntry
from common.domain.user import BanRecord, is_standing, user_key
from common.moderation.appeals.against_report import reported_and_decided
from common.moderation.review.decisions.action_types import (
    ACTION_TYPES,
    REJECT_APPEAL,
    UNDOING,
)
from common.moderation.review_items import review_items
from common.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for: `item_id` and `channel_cid` are for appeals against bans. `by_user`
    is where they ask themselves, and not the app for them. `told_at` is when the app told them of
    the decision, where it says so, `language` the one in which they write.
    """

    entity_type: str
    entity_id: str
    reason: str
    attachments: Sequence[str] = ()
    item_id: str = ""
    channel_cid: str = ""
    by_user: bool = False
    told_at: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Against:
    """`id` is the appeal's, so that there is one at most; `item` is the one to be shown with it,
    `original` the log's entry about the decision, where the log has one. `decided_at` is when that
    was, and `by` who made it.
    """

    id: str
    item: Item | None
    original: LogEntry | None
    decided_at: int
    by: str
    role: AppealRole = "author"


async def against(
    context: Context, unit: UnitOfWork, app: str, user_id: str, wanted: Wanted, now: int
) -> Against:
    if wanted.entity_type == REPORT_ENTITY:
        return await _report(context, unit, app, user_id, wanted)
    if not is_user(wanted.entity_type):
        return await _content(context, unit, app, user_id, wanted)
    if wanted.entity_id != user_id:
        raise _not_allowed("is not the user whom the ban is of")
    user = await unit.get(user_key(app, user_id))
    bans = user.get("bans", ()) if user is not None else ()
    ban = _standing([each for each in bans if _is_meant(each, wanted)], now)
    if ban is not None:
        assert user is not None
        # So that whoever lifts the ban meanwhile knows of the appeal, or this one of that.
        user["appealed_at"] = now
        return await _ban(context, unit, app, user_id, wanted, ban)
    if wanted.channel_cid:
        raise Invalid.field("channel_cid", "is no channel that the user is banned from")
    if wanted.item_id:
        raise Invalid.field("review_queue_item_id", "is for bans, and the user is not banned")
    return await _own_item(context, unit, app, user_id, wanted)


async def _report(
    context: Context, unit: UnitOfWork, app: str, user_id: str, wanted: Wanted
) -> Against:
    for name, given in (
        ("channel_cid", wanted.channel_cid),
        ("review_queue_item_id", wanted.item_id),
    ):
        if given:
            raise Invalid.field(name, "is for appeals against a ban")
    original = await reported_and_decided(context, unit, app, user_id, wanted.entity_id)
    item = unit.held(item_key(app, original.get("item_id", "")))
    id = appeal_id_of_report(app, wanted.entity_id, original)
    return Against(id, item, original, original["at"], original["by"], "notifier")


async def _content(
    context: Context, unit: UnitOfWork, app: str, user_id: str, wanted: Wanted
) -> Against:
    id = item_id(app, wanted.entity_type, wanted.entity_id)
    item = await unit.get(item_key(app, id))
    if item is None:
        raise NotFound("there is no such entity", {"entity_id": "does not exist"})
    if item["creator_id"] != user_id:
        raise _not_allowed("is not who made the content")
    if wanted.channel_cid:
        raise Invalid.field("channel_cid", "is for appeals against a ban from a channel")
    if wanted.item_id not in ("", id):
        raise Invalid.field("review_queue_item_id", "is another item than the entity's")
    return await _decided(context, app, user_id, item)


async def _own_item(
    context: Context, unit: UnitOfWork, app: str, user_id: str, wanted: Wanted
) -> Against:
    """Of a user who is not banned: another decision on them."""
    item = await unit.get(item_key(app, item_id(app, wanted.entity_type, user_id)))
    if item is None:
        raise Invalid.field("entity_id", "names a user who is not banned")
    return await _decided(context, app, user_id, item)


async def _decided(context: Context, app: str, user_id: str, item: Item) -> Against:
    if item.get("appeal_status") == "submitted":
        raise Invalid.field("entity_id", "has an appeal that nobody has decided yet")
    (review_item,) = await review_items(context, app, [item])
    decisions = [entry for entry in review_item.actions if _may_be_appealed(entry)]
    if not decisions:
        raise Invalid.field("entity_id", "names what no moderator has decided on")
    original = _standing_decision(decisions)
    if original is None:
        raise Invalid.field("entity_id", "names what a moderator has taken back already")
    id = appeal_id_of(app, user_id, original)
    return Against(id, item, original, original["at"], original["by"])


def _standing_decision(decisions: Sequence[LogEntry]) -> LogEntry | None:
    """The last on the content before the last on the user; what was undone is none."""
    last: dict[bool, LogEntry] = {}
    for entry in decisions:
        last.setdefault(ACTION_TYPES[entry["type"]].decides_user, entry)
    found = (last.get(False), last.get(True))
    return next((each for each in found if each and each["type"] not in UNDOING), None)


def _may_be_appealed(entry: LogEntry) -> bool:
    """What was decided on an author's appeal is the end of it. On a notifier's, the author had no
    say in it.
    """
    type = ACTION_TYPES.get(entry["type"])
    if type is None or not type.reviews or not entry["by"] or type.name == REJECT_APPEAL:
        return False
    custom = entry["custom"]
    return "appeal_id" not in custom or custom.get("appeal_role") == OF_NOTIFIER


async def _ban(
    context: Context, unit: UnitOfWork, app: str, user_id: str, wanted: Wanted, ban: BanRecord
) -> Against:
    original = await _entry_of(context, app, user_id, ban)
    linked = wanted.item_id or (original.get("item_id", "") if original is not None else "")
    item = await unit.get(item_key(app, linked)) if linked else None
    if wanted.item_id and item is None:
        problem = {"review_queue_item_id": "does not exist"}
        raise NotFound(f"there is no item {wanted.item_id!r}", problem)
    if item is not None and author_of(item) != user_id:
        if wanted.item_id:
            raise Invalid.field("review_queue_item_id", "is not about the user")
        item = None
    at = ban["created_at"]
    return Against(appeal_id_of_ban(app, user_id, at), item, original, at, ban["created_by"])


async def _entry_of(context: Context, app: str, user_id: str, ban: BanRecord) -> LogEntry | None:
    at = ban["created_at"]
    page = await context.store.query(
        LOG, app=app, equal={"user_id": user_id}, order="at", low=at, high=at + 1, limit=10
    )
    return next((each.data for each in page.documents if each.data["type"] == "ban"), None)


def _standing(bans: Iterable[BanRecord], now: int) -> BanRecord | None:
    """A ban before a shadow ban."""
    found = [ban for ban in bans if is_standing(ban, now)]
    return max(found, key=lambda ban: (not ban["shadow"], ban["created_at"]), default=None)


def _is_meant(ban: BanRecord, wanted: Wanted) -> bool:
    """Of a shadow ban a user is told nothing, so only the app can appeal against it."""
    is_told = not (ban["shadow"] and wanted.by_user)
    return is_told and ban.get("channel_cid", "") == wanted.channel_cid


def _not_allowed(problem: str) -> NotAllowed:
    return NotAllowed(f"the user {problem}", {"user_id": problem})
