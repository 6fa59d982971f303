"""The appeals that a decision decides: which they are, and what becomes of them.

`restore`, `unblock` and `unban` accept the open appeal against what they undo without its being
named (contract 6); `mark_reviewed` accepts one that is named. An appeal of who reported something
is always named, and accepted by what acts on the content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from common.configuration.context import Context
from common.domain.appeal import (
    Appeal,
    AppealStatus,
    Outcome,
    appeal_id_of_ban,
    appeal_key,
    is_open,
    role_of,
)
from common.domain.approval import Approval
from common.domain.errors import Invalid, NotFound
from common.domain.item import Item, item_key
from common.domain.log import LogEntry
from common.domain.user import BanRecord, is_standing
from common.moderation import complaints
from common.moderation.review.decisions.action_types import (
    ACTION_TYPES,
    REJECT_APPEAL,
    UNDOING,
)
from common.moderation.review.decisions.decision import Decision
from common.moderation.review.decisions.options import Unban
from common.moderation.review.decisions.subject import Subject
from common.moderation.statements.stating import Stating
from common.moderation.webhooks.appeal_events import tell_of_appeal
from common.moderation.webhooks.events import WebhookEvents
from common.store.unit_of_work import UnitOfWork

DECIDING = (*UNDOING, "mark_reviewed", REJECT_APPEAL)
DECIDING_FOR_NOTIFIER = (
    *(name for name, type in ACTION_TYPES.items() if type.of_reports == "right"),
    "custom",
    REJECT_APPEAL,
)
_DOWN = ("deleted_at", "blocked_at", "shadow_blocked_at")


@dataclass(frozen=True, slots=True)
class Standing:
    """What of earlier decisions stands: on the item, on the user, and the user's bans."""

    item: frozenset[str] = frozenset()
    is_user_deleted: bool = False
    bans: Sequence[BanRecord] = ()
    is_hard: bool = False

    @property
    def is_anything(self) -> bool:
        return bool(self.item or self.is_user_deleted or self.bans)


@dataclass(slots=True)
class Decided:
    """The item as it is afterwards, None where only a user was named; the appeals that were decided
    with it, and in `warning` what one that was accepted did not bring back; and the `statements` of
    it, where it restricts or takes back. With an `approval` nothing was decided: it waits for that.
    """

    item: Item | None
    appeals: list[Appeal] = field(default_factory=list)
    warning: str = ""
    statements: Stating | None = None
    approval: Approval | None = None


async def named(unit: UnitOfWork, app: str, decision: Decision) -> Appeal | None:
    """The open appeal that the decision names, None where it names none."""
    if not decision.appeal_id:
        return None
    if decision.type.name not in (*DECIDING, *DECIDING_FOR_NOTIFIER):
        raise Invalid.field("appeal_id", f"is for {', '.join(DECIDING)}")
    appeal = await unit.get(appeal_key(app, decision.appeal_id))
    if appeal is None:
        problem = {"appeal_id": "does not exist"}
        raise NotFound(f"there is no appeal {decision.appeal_id!r}", problem)
    deciding = DECIDING_FOR_NOTIFIER if role_of(appeal) == "notifier" else DECIDING
    if decision.type.name not in deciding:
        whose = f" on an appeal of the {role_of(appeal)}'s"
        raise Invalid.field("appeal_id", f"is for {', '.join(deciding)}{whose}")
    if not is_open(appeal):
        raise Invalid.field("appeal_id", f"names an appeal that was {appeal['status']} already")
    return appeal


def on_what_is_appealed(decision: Decision, appeal: Appeal) -> Decision:
    """The decision, with whom and what it concerns where the moderator named only the appeal.
    Raises Invalid where they named something else.
    """
    item_id = appeal.get("item_id", "")
    if decision.item_id and decision.item_id != item_id:
        raise Invalid.field("item_id", "is another item than that of the appeal")
    options = decision.options
    if isinstance(options, Unban):
        channel = appeal.get("channel_cid", "")
        if options.target_user_id and options.target_user_id != appeal["user_id"]:
            raise Invalid.field("unban.target_user_id", "is another user than who appeals")
        if options.channel_cid and options.channel_cid != channel:
            raise Invalid.field("unban.channel_cid", "is another channel than that of the appeal")
        whom = {"target_user_id": appeal["user_id"], "channel_cid": channel or None}
        options = options.model_copy(update=whom)
    # Of who reported something, nothing is taken back, and nothing done to them.
    appellant = appeal["user_id"] if role_of(appeal) == "author" else ""
    return replace(decision, item_id=item_id or None, options=options, appellant=appellant)


async def unnamed(unit: UnitOfWork, app: str, decision: Decision, subject: Subject) -> list[Appeal]:
    """The open appeals that the decision decides although it names none. What nobody in person has
    decided answers no appeal.
    """
    if decision.type.name not in (*UNDOING, REJECT_APPEAL) or not decision.moderator:
        return []
    ids = []
    if subject.item is not None and "appeal_id" in subject.item:
        ids.append(subject.item["appeal_id"])
    if isinstance(decision.options, Unban) and subject.user_id:
        ids += [
            appeal_id_of_ban(app, subject.user_id, ban["created_at"])
            for ban in subject.bans
            if ban.get("channel_cid", "") == (decision.options.channel_cid or "")
        ]
    keys = [appeal_key(app, id) for id in dict.fromkeys(ids)]
    await unit.read(keys)
    found = [unit.held(key) for key in keys]
    appeals = [appeal for appeal in found if appeal is not None and is_open(appeal)]
    if not appeals and decision.type.name == REJECT_APPEAL:
        raise NotFound("the item has no open appeal", {"appeal_id": "does not exist"})
    return appeals


def standing(subject: Subject) -> Standing:
    item = subject.item
    known = subject.known_user
    return Standing(
        frozenset(name for name in _DOWN if item is not None and name in item),
        known is not None and "deleted_at" in known,
        [ban for ban in subject.bans if is_standing(ban, subject.now)],
        item is not None and bool(item.get("hard_deleted")),
    )


async def settle(
    unit: UnitOfWork,
    app: str,
    appeals: Sequence[Appeal],
    decision: Decision,
    subject: Subject,
    entry: LogEntry,
) -> None:
    """The appeals and their items say what became of them."""
    status: AppealStatus = "rejected" if decision.type.name == REJECT_APPEAL else "accepted"
    for appeal in appeals:
        appeal["outcome"] = _outcome(decision, appeal, subject)
        if decision.unfounded:
            appeal["unfounded"] = True
        appeal.update(
            {
                "status": status,
                "updated_at": subject.now,
                "decided_by": decision.moderator,
                "decision_reason": decision.reason,
                "decision_id": entry["id"],
            }
        )
        item = subject.item
        if "item_id" in appeal and (item is None or item["id"] != appeal["item_id"]):
            item = await unit.get(item_key(app, appeal["item_id"]))
        if item is not None and item.get("appeal_id") == appeal["id"]:
            item["appeal_status"] = status


def _outcome(decision: Decision, appeal: Appeal, subject: Subject) -> Outcome:
    """Of an author's appeal it is partly reversed where something is left standing."""
    if decision.type.name == REJECT_APPEAL:
        return "upheld"
    if decision.appeal_outcome:
        return decision.appeal_outcome
    return "partly" if role_of(appeal) == "author" and left_of(standing(subject)) else "reversed"


def leaves_item(decision: Decision, appeals: Sequence[Appeal]) -> bool:
    """Whoever reported it is told that what was decided stands: on the item nothing is."""
    rejects = decision.type.name == REJECT_APPEAL
    return rejects and any(role_of(appeal) == "notifier" for appeal in appeals)


def left_of(after: Standing) -> list[str]:
    left = sorted(name.removesuffix("_at") for name in after.item)
    left += ["user deleted"] if after.is_user_deleted else []
    return [*left, *(["ban"] if after.bans else [])]


def warning_of(decision: Decision, before: Standing, after: Standing) -> str:
    """Empty where all that stood against whoever appealed was taken back."""
    if decision.type.name not in (*UNDOING, "mark_reviewed"):
        return ""
    if before.is_hard and "deleted_at" not in after.item:
        return "the content was deleted for good, so that nothing may be left to be shown again"
    left = left_of(after)
    if left and after == before:
        return f"nothing was restored: what stands is still there ({', '.join(left)})"
    if not before.is_anything:
        return "nothing was restored: nothing that Gavel can take back stood against it"
    return ""


async def tell(
    context: Context,
    app: str,
    events: WebhookEvents,
    appeals: Sequence[Appeal],
    subject: Subject,
    entry: LogEntry,
) -> None:
    """Whoever appealed has the answer with its reasons, and what follows where it was unfounded."""
    for appeal in appeals:
        await complaints.note_decided(context, subject.unit, app, events, appeal, subject.now)
        item = subject.item if subject.item_id == appeal.get("item_id") else None
        await tell_of_appeal(context, app, events, appeal, item, entry)
