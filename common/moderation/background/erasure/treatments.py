"""What becomes of a document that has something of a person, by what kind it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from common.domain.activity import Post, digest
from common.domain.content import is_user
from common.domain.delivery import OPEN, Delivery
from common.domain.evidence import PERSONAL, erased, open_part
from common.domain.item import Item, author_of, item_id
from common.domain.log import LogEntry
from common.domain.spam_string import LIST_OF
from common.moderation.background.erasure.walking import Walking
from common.store.store import Document

CONTENT = frozenset(("payload", "metadata", "labels", "pending_labels", "escalation_metadata"))
FLAGGED = frozenset(("payload", "reason", "custom", "labels"))
PROFILE = frozenset(("name", "name_key", "image", "custom"))
APPEALED = frozenset(("appeal_reason", "attachments"))
LABELLED = frozenset(("content", "masked_content", "fully_masked_content"))
SPAM = frozenset(("value", "identity"))
"""Fields with others' own words, which may name the person or be the same as theirs."""
_GROUNDS = frozenset(("action", "rule", "strike", "flag", "delivery", "engine", "expiry"))
_FACTS = frozenset(
    (
        "action_id",
        "actions",
        "attempt",
        "batch_id",
        "cap",
        "delivery_id",
        "endpoint",
        "engine",
        "erasure_id",
        "flag_type",
        "milliseconds",
        "policy",
        "rule_id",
        "rule_name",
        "rule_version",
        "sequence",
        "state",
        "status",
        "threshold",
        "verdict",
        "weight",
    )
)
"""What of `custom` says which decision it was, and has no word of anybody."""
_SKELETON = frozenset(LogEntry.__annotations__) - {"custom", "reason", "entity_id"}


def item(walking: Walking, document: Document[Item]) -> None:
    """What they made goes; what others made forgets who reported it or decided on it."""
    data, person = document.data, walking.person
    if author_of(data) != person.id and data["creator_id"] != person.id:
        walking.clean(document, but=CONTENT)
        return
    walking.items.append(data["id"])
    walking.learn(data.get("payload"), data.get("metadata"), data.get("escalation_metadata"))
    walking.delete(document)


def flag(walking: Walking, document: Document[Any]) -> None:
    """One on what they made goes; of a report by them it stays that there was one."""
    data, person = document.data, walking.person
    if data["item_id"] in person.items or _is_of_user(walking, data):
        walking.delete(document)
    elif data["user_id"] == person.id:
        walking.learn(data["reason"], data["custom"])
        bare = {**data, "user_id": person.stand_in(person.id), "reason": "", "custom": {}}
        bare.pop("payload", None)
        walking.change(document, bare)
    else:
        walking.clean(document, but=FLAGGED)


def user(walking: Walking, document: Document[Any]) -> None:
    """Their own document goes, with what it says of them learned."""
    if document.key.id == walking.person.id:
        data = document.data
        walking.learn(*(data.get(name) for name in ("name", "image", "custom")))
        walking.delete(document)
    else:
        walking.clean(document, but=PROFILE)


def appeal(walking: Walking, document: Document[Any]) -> None:
    data, person = document.data, walking.person
    if data["user_id"] != person.id:
        walking.clean(document, but=APPEALED)
        return
    walking.learn(data["appeal_reason"], data["attachments"], data.get("decision_reason"))
    if "appeals" not in walking.keeps:
        walking.delete(document)
        return
    bare = {**data, "appeal_reason": "", "attachments": [], "entity_id": ""}
    if "decision_reason" in data:
        bare["decision_reason"] = ""
    if "notes" in data:
        bare["notes"] = []
    walking.change(document, _cleaned(walking, bare))


def log(walking: Walking, document: Document[LogEntry]) -> None:
    """Of a decision about them its skeleton stays, where the app keeps those, else that there was
    one; what they did themselves stays without their words. Its leaf in the tree of its day is the
    same afterwards.
    """
    entry, person = document.data, walking.person
    is_about, is_by = walking.is_about(entry), entry["by"] == person.id
    if not (is_about or is_by):
        _rewrite(walking, document, _cleaned(walking, entry))
    elif is_about and "decisions" not in walking.keeps:
        _rewrite(walking, document, {**open_part(entry), "by": "", "reason": "", "custom": {}})
    else:
        bare: dict[str, Any] = {k: v for k, v in entry.items() if k in _SKELETON}
        says_why = entry["kind"] in _GROUNDS and not is_by
        bare["reason"] = entry["reason"] if says_why else ""
        bare["custom"] = {k: v for k, v in entry["custom"].items() if k in _FACTS and _is_flat(v)}
        _rewrite(walking, document, _cleaned(walking, bare))


def _rewrite(walking: Walking, document: Document[LogEntry], after: Mapping[str, Any]) -> None:
    entry: Mapping[str, Any] = document.data
    lost = [name for name in PERSONAL if entry.get(name) != after.get(name)]
    seal = {"seal": erased(document.data, lost)} if lost else {}
    walking.change(document, {**after, **seal})


def _is_flat(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(each, str | int) for each in value)
    return value is None or isinstance(value, str | int | float)


def held_enforcement(walking: Walking, document: Document[Any]) -> None:
    data = document.data
    if not walking.is_about(data):
        walking.clean(document)
    elif data["status"] == "held" or "enforcements" not in walking.keeps:
        walking.delete(document)
    else:
        bare = {**data, "why": [], "orders": [], "entity_id": ""}
        bare.pop("ban", None)
        walking.change(document, _cleaned(walking, bare))


def statement(walking: Walking, document: Document[Any]) -> None:
    """Of one about them what was decided on which ground stays, where the app keeps it."""
    data = document.data
    if not walking.is_about(data):
        walking.clean(document)
    elif "statements" not in walking.keeps:
        walking.delete(document)
    else:
        bare = {**data, "entity_id": "", "facts_text": ""}
        bare.pop("text", None)
        bare.pop("text_language", None)
        walking.change(document, _cleaned(walking, bare))


def label_result(walking: Walking, document: Document[Any]) -> None:
    """A text that nobody is named for may be theirs."""
    data, person = document.data, walking.person
    if data.get("user_id") == person.id:
        walking.learn(data["content"])
        walking.delete(document)
    elif "user_id" not in data and (person.texts.are_in(data["content"])):
        walking.delete(document)
    else:
        walking.clean(document, but=LABELLED)


def suggestion(walking: Walking, document: Document[Any]) -> None:
    data, person = document.data, walking.person
    is_theirs = person.is_named(data, ("client_token", "session_id", "community_id"))
    if is_theirs or person.texts.are_in(data.get("text", "")):
        walking.delete(document)


def spam_string(walking: Walking, document: Document[Any]) -> None:
    """A string that others posted as well, or that no content is known of, is not theirs alone."""
    data = document.data
    others = [each for each in data["posts"] if not _posted(walking, each)]
    if len(others) == len(data["posts"]):
        walking.clean(document, but=SPAM)
    elif not others and not ("conclusions" in walking.keeps and data["state"] in LIST_OF):
        walking.delete(document)
    else:
        walking.change(document, {**data, "posts": others})


def once_seen(walking: Walking, document: Document[Any]) -> None:
    texts = document.data["texts"]
    others = {name: each for name, each in texts.items() if not _posted(walking, each)}
    if len(others) < len(texts):
        walking.change(document, {"texts": others})


def _posted(walking: Walking, post: Mapping[str, Any]) -> bool:
    person = walking.person
    item = item_id(person.app, post["entity_type"], post["entity_id"])
    return post["user_id"] == person.id or item in person.items


def activity(walking: Walking, document: Document[Any]) -> None:
    """Digests of posts, found by those of what they were posted as."""
    data = document.data
    theirs = {digest(id) for id in walking.person.items}
    others = [each for each in data["posts"] if Post.of(each).entity not in theirs]
    if not others and data["posts"]:
        walking.delete(document)
    elif len(others) < len(data["posts"]):
        walking.change(document, {**data, "posts": others})


def banned_address(walking: Walking, document: Document[Any]) -> None:
    bans = document.data["bans"]
    others = [each for each in bans if each["user_id"] != walking.person.id]
    if not others and bans:
        walking.delete(document)
    else:
        walking.change(document, _cleaned(walking, {"bans": others}))


def backtest(walking: Walking, document: Document[Any]) -> None:
    """Samples of theirs go; what was counted stays."""
    tally = dict(document.data["tally"])
    for name in ("false_alarms", "hits", "near_misses"):
        tally[name] = _of_others(walking, tally[name])
    walking.change(document, _cleaned(walking, {**document.data, "tally": tally}))


def _of_others(walking: Walking, samples: Sequence[Mapping[str, Any]]) -> list[Any]:
    return [each for each in samples if not walking.is_about(each)]


def rule_firings(walking: Walking, document: Document[Any]) -> None:
    """Named by a digest of whom they are of; the causes are items."""
    by_rule, items = document.data["by_rule"], walking.person.items
    if items.isdisjoint(id for each in by_rule.values() for id in each["causes"]):
        return
    if "conclusions" not in walking.keeps:
        walking.delete(document)
        return
    after = {
        name: {**each, "causes": [id for id in each["causes"] if id not in items]}
        for name, each in by_rule.items()
    }
    walking.change(document, {"by_rule": after})


def flagged_content(walking: Walking, document: Document[Any]) -> None:
    items = document.data["items"]
    others = [id for id in items if id not in walking.person.items]
    if items and not others:
        walking.delete(document)
    elif len(others) < len(items):
        walking.change(document, {**document.data, "items": others})


def user_list(walking: Walking, document: Document[Any]) -> None:
    users = document.data["users"]
    if walking.person.id in users:
        others = [id for id in users if id != walking.person.id]
        walking.change(document, {**document.data, "users": others})
        walking.configures = True


def verdict(walking: Walking, document: Document[Any]) -> None:
    """A cache that does not say whose content was judged: all of it goes."""
    walking.delete(document)


def lane(walking: Walking, document: Document[Any]) -> None:
    """What is still sent of it has been closed before."""
    name, person = document.data["lane"], walking.person
    item = name.rpartition("|")[2].removeprefix("item:")
    if f"|{name}".endswith(f"|user:{person.id}") or item in person.items:
        walking.delete(document)


def rule_input(walking: Walking, document: Document[Any]) -> None:
    data, person = document.data, walking.person
    if walking.is_about(data) or data.get("creator_id") == person.id:
        walking.delete(document)
    else:
        walking.clean(document)


def about(walking: Walking, document: Document[Any]) -> None:
    """Goes where it is about them or what they made."""
    if walking.is_about(document.data):
        walking.delete(document)
    else:
        walking.clean(document)


def bare_delivery(walking: Walking, delivery: Delivery) -> dict[str, Any]:
    """That it went out, when and what came of it, without a word that it had."""
    why = {k: v for k, v in delivery["why"].items() if k not in ("held", "strikes", "reason")}
    tries = [{**each, "detail": "", "answer": ""} for each in delivery["tries"]]
    bare = {**delivery, "data": {}, "why": why, "tries": tries}
    if "receipts" in delivery:
        bare["receipts"] = [{**each, "detail": "", "answer": ""} for each in delivery["receipts"]]
    bare.pop("url", None)
    return _cleaned(walking, bare)


def is_open_delivery(delivery: Delivery) -> bool:
    return delivery["state"] in OPEN


def _is_of_user(walking: Walking, data: Mapping[str, Any]) -> bool:
    return is_user(data.get("entity_type", "")) and data.get("entity_id") == walking.person.id


def _cleaned(walking: Walking, document: Mapping[str, Any]) -> dict[str, Any]:
    person = walking.person
    return {name: person.cleaned(value, name) for name, value in document.items()}
