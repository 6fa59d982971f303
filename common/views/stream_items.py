"""Documents as Stream's clients read them (contract appendix A): every starred field is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from common.domain.flag import USER_REPORT
from common.domain.item import flags_count
from common.domain.labels import label_of
from common.domain.recommendation import KEEP
from common.domain.review_item import ReviewItem
from common.domain.user import is_banned
from common.store.store import Data

if TYPE_CHECKING:
    from common.rules.evaluator import Match

_SHOWN_ACTIONS = frozenset({"action", "flag", "review", "escalation"})
_UNREAD_COUNTS = ("total_unread_count", "unread_channels", "unread_count", "unread_threads")


def item_response(review_item: ReviewItem, now: int) -> dict[str, Any]:
    item = review_item.item
    creator = _creator(item, review_item.creator, now)
    flags = [*engine_flags(item), *(flag_response(flag, item) for flag in review_item.flags)]
    payload = item.get("payload") or {}
    return {
        "id": item["id"],
        "created_at": item["created_at"],
        "updated_at": item["updated_at"],
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "entity_creator_id": item["creator_id"],
        "entity_creator": creator,
        "moderation_payload": payload,
        "moderation_payload_hash": item.get("payload_hash", ""),
        "has_text": bool(payload.get("texts")),
        "has_image": bool(payload.get("images")),
        "has_video": bool(payload.get("videos")),
        "has_audio": bool(payload.get("audios")),
        "status": item["status"],
        "recommended_action": item["recommended_action"],
        "completed_at": item.get("completed_at"),
        "config_key": item.get("config_key", ""),
        "languages": item.get("languages", []),
        "severity": item.get("severity", 0),
        "ai_text_severity": item.get("ai_text_severity", ""),
        "reviewed_at": item.get("reviewed_at"),
        "reviewed_by": item.get("reviewed_by") or "",
        "escalated": bool(item.get("escalated")),
        **{
            name: item[name]
            for name in ("escalated_at", "escalated_by", "escalation_metadata")
            if item.get(name)
        },
        "latest_moderator_action": item.get("latest_moderator_action", ""),
        "content_changed": item.get("content_changed", False),
        "flags": flags,
        "flags_count": flags_count(item),
        "bans": [_ban(ban, creator) for ban in (review_item.creator or {}).get("bans", ())],
        "actions": [action_response(e) for e in review_item.entries if e["kind"] in _SHOWN_ACTIONS],
        "teams": [item["team"]] if item.get("team") else [],
        **_states(item),
    }


def _states(item: Data) -> dict[str, Any]:
    """Gavel's own: what moderators have done to the content."""
    names = ("deleted_at", "blocked_at", "shadow_blocked_at", "unmasked")
    return {name: item[name] for name in names if item.get(name)}


def engine_flags(item: Data) -> list[dict[str, Any]]:
    """One flag for each engine whose labels asked for an action."""
    by_engine: dict[str, list[Data]] = {}
    for label in item.get("labels") or ():
        if label["action"] != KEEP:
            by_engine.setdefault(label["engine"], []).append(label)
    return [_engine_flag(item, engine, labels) for engine, labels in by_engine.items()]


def _engine_flag(item: Data, engine: str, labels: list[Data]) -> dict[str, Any]:
    at = item.get("completed_at") or item["updated_at"]
    return {
        **_flag_base(item, at),
        "type": engine,
        "user_id": "",
        "labels": list(dict.fromkeys(label["name"] for label in labels)),
        "result": _results(item, engine, labels),
    }


def _results(item: Data, engine: str, labels: list[Data]) -> list[dict[str, Any]]:
    """One result for each text that something was found in, with the spans."""
    texts = (item.get("payload") or {}).get("texts") or []
    spans = [(label, span) for label in labels for span in label_of(label).spans]
    results = []
    for number, text in enumerate(texts):
        here = [(label, span) for label, span in spans if span.text == number]
        found = [label for label, _ in here]
        if found:
            results.append(
                {
                    "provider_name": engine,
                    "text": text,
                    "action": found[0]["action"],
                    "labels": list(dict.fromkeys(label["name"] for label in found)),
                    "score": max(label["score"] for label in found),
                    "spans": [
                        {"start": span.start, "end": span.end, "term": span.term}
                        for _, span in here
                    ],
                }
            )
    return results


def flag_response(flag: Data, item: Data) -> dict[str, Any]:
    custom = flag["custom"]
    result = (
        []
        if flag["type"] == USER_REPORT
        else [{"provider_name": flag["type"], "labels": flag["labels"], **custom}]
    )
    return {
        **_flag_base(item, flag["created_at"]),
        "type": flag["type"],
        "user_id": flag["user_id"],
        "reason": flag["reason"],
        "labels": flag["labels"],
        "custom": custom,
        "result": result,
    }


def _flag_base(item: Data, at: int) -> dict[str, Any]:
    return {
        "created_at": at,
        "updated_at": at,
        "entity_type": item["entity_type"],
        "entity_id": item["entity_id"],
        "entity_creator_id": item["creator_id"],
        "moderation_payload": item.get("payload") or {},
        "review_queue_item_id": item["id"],
    }


def action_response(entry: Data) -> dict[str, Any]:
    return {
        "id": entry["id"],
        "created_at": entry["at"],
        "type": entry["type"],
        "user_id": entry["by"],
        "user": None,
        "reason": entry["reason"],
        "custom": entry["custom"],
        "target_user_id": entry.get("user_id", ""),
        "reporter_type": "moderator" if entry["by"] else "automod",
        "ai_providers": [],
        "review_queue_item_id": entry.get("item_id", ""),
    }


def user_response(id: str, user: Data | None, now: int) -> dict[str, Any]:
    known = user or {}
    created = known.get("created_at", known.get("updated_at", now))
    answer = {
        "id": id,
        "role": known.get("role", "user"),
        "custom": _custom(known),
        "created_at": created,
        "updated_at": known.get("updated_at", created),
        "banned": is_banned(known, now),
        "shadow_banned": bool(known.get("shadow_banned")),
        "online": False,
        "invisible": bool(known.get("invisible")),
        "language": known.get("language", ""),
        "teams": known.get("teams", []),
        "blocked_user_ids": [],
        "bypass_moderation": bool(known.get("bypass_moderation")),
    }
    for name in ("name", "image", "ban_expires", "deleted_at"):
        if known.get(name):
            answer[name] = known[name]
    return answer


def full_user_response(id: str, user: Data | None, now: int) -> dict[str, Any]:
    """With what Gavel, which is no chat, has nothing of."""
    return {
        **user_response(id, user, now),
        **{name: [] for name in ("channel_mutes", "devices", "mutes")},
        **dict.fromkeys(_UNREAD_COUNTS, 0),
    }


def _custom(user: Data) -> dict[str, Any]:
    """The clients look for name and image at the top level or in `custom`: both have them."""
    shown = {name: user[name] for name in ("name", "image") if user.get(name)}
    return {**shown, **(user.get("custom") or {})}


def _creator(item: Data, user: Data | None, now: int) -> dict[str, Any] | None:
    if not item["creator_id"]:
        return None
    known = user or {}
    created = {"created_at": known.get("created_at", item["created_at"])}
    return {
        **user_response(item["creator_id"], {**known, **created}, now),
        "ban_count": known.get("ban_count", 0),
        "deleted_content_count": known.get("deleted_content_count", 0),
        "flagged_count": known.get("flagged_count", 0),
    }


def _ban(ban: Data, creator: dict[str, Any] | None) -> dict[str, Any]:
    """Without `expires` a ban is for good."""
    named = ("created_at", "expires", "reason", "shadow", "channel_cid")
    answer: dict[str, Any] = {k: ban[k] for k in named if ban.get(k) is not None}
    if creator is not None:
        answer["user"] = creator
    if ban.get("created_by"):
        answer["created_by"] = user_response(ban["created_by"], None, ban["created_at"])
    return answer


def triggered_rule(match: Match) -> dict[str, Any]:
    return {
        "rule_id": match.rule_id,
        "rule_name": match.name,
        "type": match.scope,
        "actions": list(match.actions),
    }
