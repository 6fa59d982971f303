"""What a decision writes to the item, the user and the log; pure."""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.errors import Invalid
from common.domain.item import is_queued
from common.domain.log import new_entry
from common.domain.user import is_banned, user_key
from common.moderation.review.decisions.decision import Decision, Target
from common.moderation.review.decisions.effects import Effect, Subject
from common.store.store import Create, Data, Document, Update, Write


@dataclass(frozen=True, slots=True)
class Changes:
    """`item` is as it will be, None where only a user was named; `entry` is the log's."""

    item: Data | None
    entry: Data
    writes: list[Write]


def changes_of(app: str, decision: Decision, effect: Effect, target: Target, now: int) -> Changes:
    """Raises Invalid for an effect on a user where there is none."""
    entry = _entry(app, decision, target, now)
    writes: list[Write] = [*_user_writes(app, effect, target, now), entry]
    if target.item is None:
        return Changes(None, entry.data, writes)
    fields = _item_fields(decision, effect, target.item.data, now)
    kept = {k: v for k, v in target.item.data.items() if k not in effect.item_remove}
    return Changes(
        {**kept, **fields}, entry.data, [_item_write(target.item, fields, effect), *writes]
    )


def subject_of(target: Target, now: int) -> Subject:
    user = target.user.data if target.user else {}
    item = target.item.data if target.item else {}
    return Subject(item, user, is_banned(user, now), now)


def _item_fields(decision: Decision, effect: Effect, known: Data, now: int) -> Data:
    reviews = decision.type.reviews
    fields = {
        "updated_at": now,
        "latest_moderator_action": decision.type.name,
        "actions_count": known.get("actions_count", 0) + 1,
        **effect.item,
    }
    if reviews:
        fields.update(reviewed_at=now, reviewed_by=decision.moderator)
    if is_queued(known):
        fields["queue_updated_at"] = now
        fields["queue_reviewed"] = reviews or known["queue_reviewed"]
    return fields


def _item_write(item: Document, fields: Data, effect: Effect) -> Write:
    return Update(item.key, set=fields, remove=effect.item_remove, version=item.version)


def _user_writes(app: str, effect: Effect, target: Target, now: int) -> list[Write]:
    if not effect.user and not effect.user_increment:
        return []
    if not target.user_id:
        raise Invalid.field("item_id", "names content without a creator")
    known = target.user.data if target.user else {"created_at": now}
    counts = {name: known.get(name, 0) + by for name, by in effect.user_increment.items()}
    fields = {**effect.user, **counts, "id": target.user_id, "updated_at": now}
    if target.user is None:
        return [Create(user_key(app, target.user_id), {**known, **fields})]
    return [Update(target.user.key, set=fields, version=target.user.version)]


def _entry(app: str, decision: Decision, target: Target, now: int) -> Create:
    return new_entry(
        app,
        decision.type.log_kind,
        decision.type.name,
        now,
        item_id=target.item_id,
        user_id=target.user_id,
        by=decision.moderator,
        reason=decision.reason,
        custom=decision.said,
    )
