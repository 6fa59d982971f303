"""What a check makes of an item and of its author's history; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from common.domain import history
from common.domain.content import Submission, payload_hash
from common.domain.ids import derived_id
from common.domain.item import Item, enter_queue, is_decided, is_queued, item_key, new_item
from common.domain.labels import severities_of
from common.domain.recommendation import KEEP, strongest
from common.engines.running import EngineRun
from common.engines.unserved import UNSERVED
from common.moderation.content.judging import Judgement, merged
from common.moderation.enforcement.triggering import CHECKED
from common.store.store import Create, Document, Update, Write

GONE = "policy"
"""Named as what did not judge where there is no policy any more to say which engines would have."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The item as it will be, and what its author's history is to count for it."""

    item: Item
    counts: Mapping[str, int]


class Revisions:
    """Of one submission, judged by one policy: of whatever its item is as yet.

    `check_hash` is the same for the same content, creator, policy and region. `marks` are what
    rules want the item to be counted as, beside what it is classified as. With `is_tallied` the
    spam manager finds what is new.
    """

    def __init__(
        self,
        app: str,
        submission: Submission,
        policy_key: str,
        policy_revision: str,
        judgement: Judgement,
        now: int,
        marks: Callable[[Item], Sequence[str]] | None = None,
        *,
        is_tallied: bool = False,
    ) -> None:
        self._marks = marks
        self._is_tallied = is_tallied
        self._app = app
        self._submission = submission
        self._policy_key = policy_key
        self._judgement = judgement
        self._now = now
        self._payload = submission.content.document()
        self.payload_hash = payload_hash(self._payload)
        region = (judgement.region,) if judgement.region else ()
        self._check_hash = derived_id(
            self.payload_hash, submission.creator_id, policy_key, policy_revision, *region
        )

    def is_repeated(self, known: Item) -> bool:
        """What an engine failed to judge is judged again when it is sent again. What an engine was
        asked for meanwhile, for a reason that only the item knows, is not undone.
        """
        if known.get("check_hash") != self._check_hash:
            return False
        if not set(self._judgement.reasons).issuperset(known.get("asked_for", ())):
            return True
        return (known["status"] == "complete" or self._judgement.deferred) and (
            UNSERVED.keys() >= set(known.get("not_judged", ()))
        )

    def says_nothing_new(self, known: Item) -> bool:
        """Whether engines are waited for as before, and nothing else was found meanwhile."""
        judgement = self._judgement
        return (
            judgement.waiting
            and known["status"] == "partial"
            and known.get("check_hash") == self._check_hash
            and known.get("labels") == judgement.labels
            and known.get("not_judged") == list(judgement.not_judged)
        )

    def is_judged(self, known: Item, run: EngineRun) -> bool:
        """Whether the engine has judged this very content as it is to be judged."""
        return (
            known.get("check_hash") == self._check_hash
            and (known["status"] == "complete" or not run.deferred)
            and run.engine.name not in known.get("not_judged", ())
        )

    def of(
        self,
        known: Item | None,
        past: Mapping[str, int] | None,
        judgement: Judgement,
        counted: Mapping[str, int] | None = None,
    ) -> Revision:
        """`counted` is what rules had counted for it."""
        self._judgement = judgement
        sent = self._submission
        base = known or new_item(
            self._app, sent.entity_type, sent.entity_id, sent.creator_id, self._now
        )
        item = base.copy()
        self._submit(item, base)
        decided = is_decided(item)
        self._judge(item, base, decided=decided)
        self._queue(item, base, decided=decided)
        if counted or base.get("counted"):
            item["counted"] = dict(counted or {})
        return Revision(item, self._count(item, known, past))

    def _submit(self, item: Item, base: Item) -> None:
        sent, hashed = self._submission, self.payload_hash
        if base.get("payload_hash") != hashed:
            self._renew(item, base)
        item.update(
            {
                "creator_id": sent.creator_id or base["creator_id"],
                "payload": self._payload,
                "payload_hash": hashed,
                "content_changed": base.get("payload_hash", hashed) != hashed,
                "check_hash": self._check_hash,
                "config_key": self._policy_key,
                "team": sent.team,
                "revision": base["revision"] + 1,
                "pending": sorted({*base.get("pending", ()), CHECKED}),
                "pending_since": self._now,
                "updated_at": self._now,
            }
        )
        if self._payload.get("texts") or base.get("languages"):
            item["languages"] = self._languages(base)
        if sent.published_at:
            item["published_at"] = sent.published_at
        if sent.metadata:
            item["metadata"] = sent.metadata
        if sent.creator_region or base.get("creator_region"):
            item["creator_region"] = sent.creator_region

    def _languages(self, base: Item) -> list[str]:
        """An edit takes away those that its text is no longer in."""
        if base.get("payload_hash") == self.payload_hash and "languages" in base:
            return base["languages"]
        from common.text.identification import languages_of

        return languages_of(self._payload.get("texts") or ())

    def _renew(self, item: Item, base: Item) -> None:
        """Other content: what a moderator decided on what it replaces does not bind."""
        item["content_at"] = self._now
        if self._is_tallied:
            item["spam_at"] = self._now
        if "payload_hash" in base:
            item["edits"] = base.get("edits", 0) + 1
        if base.get("asked_for"):
            item["asked_for"] = []
        if is_decided(base):
            item["decided_at"] = 0

    def _judge(self, item: Item, base: Item, *, decided: bool) -> None:
        """A decision stands against whatever engines say of the content that was decided on."""
        judgement = self._judgement
        recommended = base["recommended_action"] if decided else judgement.recommended_action
        item.update(
            {
                "labels": judgement.labels,
                "recommended_action": recommended,
                "status": "partial" if judgement.is_partial else "complete",
                "completed_at": None if judgement.is_partial else self._now,
            }
        )
        if "policy_recommends" in base and not decided:
            item["policy_recommends"] = recommended
        if base.get("raised_by_report") and not decided:
            item["raised_by_report"] = False
        severities = severities_of(judgement.labels)
        if severities["severity"] or "severity" in base:
            item["severity"] = severities["severity"]
            item["ai_text_severity"] = severities["ai_text_severity"]
        if judgement.not_judged or base.get("not_judged"):
            item["not_judged"] = list(judgement.not_judged)
        if judgement.image_hashes or base.get("image_hashes"):
            item["image_hashes"] = dict(judgement.image_hashes)
        if judgement.bypassed or base.get("bypassed"):
            item["bypassed"] = judgement.bypassed
        is_same = base.get("payload_hash") == self.payload_hash
        if _bounces(recommended) and not (is_same and _bounces(base["recommended_action"])):
            item["bounce_count"] = base.get("bounce_count", 0) + 1
        if CHECKED in base.get("pending", ()) and not is_decided(base):
            earlier = base.get("pending_labels") or base.get("labels") or ()
            item["pending_labels"] = merged(earlier, judgement.labels)
            item["replaced_at"] = base.get("replaced_at", base.get("content_at", 0))

    def _queue(self, item: Item, base: Item, *, decided: bool) -> None:
        if decided:
            return
        if item["recommended_action"] != KEEP:
            enter_queue(item, self._now)
        elif is_queued(base):
            item["queue_updated_at"] = self._now

    def _count(
        self, item: Item, known: Item | None, past: Mapping[str, int] | None
    ) -> Mapping[str, int]:
        """An entity counts once, for the creator of its first check; an edit only adds what it is
        classified as.
        """
        if not self._submission.creator_id:
            return {}
        now, classes = self._now, self._judgement.classes
        if self._marks is not None and not item.get("bypassed"):
            classes = (*classes, *self._marks(item))
        if known is None or "counted_as" not in known:
            counted_as = history.fitting(past or {}, history.class_set(classes))
            item["counted_at"] = now
            item["counted_for"] = self._submission.creator_id
            item["counted_as"] = counted_as
            return history.increments(now, counted_as, now=now)
        earlier = known["counted_as"]
        item["counted_as"] = history.class_set({*history.classes_of(earlier), *classes})
        return history.moved(known["counted_at"], earlier, item["counted_as"], now=now)


def item_write(app: str, item: Item, known: Document[Item] | None) -> Write:
    if known is None:
        return Create(item_key(app, item["id"]), item)
    before: Mapping[str, Any] = known.data
    changed = {k: v for k, v in item.items() if k not in before or before[k] != v}
    return Update(known.key, set=changed, version=known.version, read=known)


def give_up(item: Item, now: int) -> None:
    """Nobody will judge what is not judged of it by now, so that a person has to. What engines have
    found stands, and so does a decision.
    """
    item.update(
        {
            "status": "complete",
            "completed_at": now,
            "not_judged": item.get("not_judged") or [GONE],
            "pending": sorted({*item.get("pending", ()), CHECKED}),
            "pending_since": now,
            "updated_at": now,
        }
    )
    if not is_decided(item):
        item["recommended_action"] = strongest([item["recommended_action"], "flag"])
        enter_queue(item, now)


def _bounces(recommended_action: str) -> bool:
    return recommended_action.startswith("bounce")
