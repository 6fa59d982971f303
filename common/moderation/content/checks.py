"""Check: judge content, keep it, count it for its author, and say which rules it triggers."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.policy import Policy, compile_policy
from common.domain import history, task
from common.domain.content import Submission, payload_hash
from common.domain.errors import NotFound, TryAgain
from common.domain.ids import derived_id
from common.domain.item import (
    is_queued,
    item_id,
    item_key,
    new_item,
    pending_fields,
    queue_fields,
)
from common.domain.recommendation import KEEP
from common.domain.user import history_key
from common.moderation.content import judging
from common.moderation.content.judging import Verdict, history_of, judge
from common.moderation.enforcement import triggering
from common.store.store import Conflict, Create, Data, Document, Update, Write

if TYPE_CHECKING:
    from common.rules.evaluator import Match

ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """That the check ends in a task; its result is posted to `callback_url` if there is one."""

    callback_url: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """`task_id` is set while slow engines have yet to answer."""

    item: Data
    verdict: Verdict
    triggered: list[Match] = field(default_factory=list)
    task_id: str | None = None

    @property
    def is_noteworthy(self) -> bool:
        """Whether there is something for a moderator to see."""
        return is_queued(self.item)


async def check(
    context: Context,
    app: str,
    submission: Submission,
    now: int,
    *,
    wait: bool = False,
    order: TaskOrder | None = None,
    of_revision: int | None = None,
) -> Checked:
    """Raises NotFound when the policy does not exist. When it returns, the item is stored and its
    trigger published. `wait` runs slow engines now; `order` makes a task in any case;
    `of_revision` changes nothing once the item has other content than at that revision.
    """
    configuration = await context.configurations.of(app)
    policy = policy_of(configuration, submission)
    verdict = await judge(context.store, configuration, policy, submission, now, wait=wait)
    if order is None and verdict.deferred:
        order = TaskOrder()
    checking = _Checking(context, configuration, app, submission, policy, verdict, now, order)
    return await checking.run() if of_revision is None else await checking.complete(of_revision)


async def test(
    context: Context, app: str, submission: Submission, now: int, inline: Data | None
) -> Checked:
    """Evaluates and stores nothing; `inline` is a policy used instead of a stored one."""
    configuration = await context.configurations.of(app)
    if inline is not None:
        from common.configuration.block_lists import check_lists

        await check_lists(context.store, app, inline)
        document = {"id": "", "key": "", "team": "", "config": inline, "updated_at": 0}
        policy = compile_policy(document, configuration.resources)
    else:
        policy = policy_of(configuration, submission)
    verdict = await judge(context.store, configuration, policy, submission, now, wait=True)
    return await _Checking(
        context, configuration, app, submission, policy, verdict, now, None
    ).rehearse()


def policy_of(configuration: Configuration, submission: Submission) -> Policy:
    policy = configuration.policy(submission.config_key, submission.team)
    if policy is not None:
        return policy
    if submission.config_key is None:
        return configuration.built_in_policy
    raise NotFound(
        f"no policy has the key {submission.config_key!r}", {"config_key": "does not exist"}
    )


@dataclass
class _Checking:
    context: Context
    configuration: Configuration
    app: str
    submission: Submission
    policy: Policy
    verdict: Verdict
    now: int
    order: TaskOrder | None

    def __post_init__(self) -> None:
        sent = self.submission
        self.payload = sent.content.document()
        self.payload_hash = payload_hash(self.payload)
        policy, region = self.policy, self.verdict.region
        named = (region,) if region else ()
        self.check_hash = derived_id(
            self.payload_hash, sent.creator_id, policy.key, policy.revision, *named
        )

    async def run(self) -> Checked:
        """Most entities are new, so the first attempt does not look whether this one is known."""
        past = self.verdict.past or await self._past()
        with suppress(Conflict):
            return await self._attempt(None, past)
        with suppress(Conflict):
            return await self._attempt(await self._known(), past)
        for _ in range(ATTEMPTS):
            with suppress(Conflict):
                return await self._attempt(*await self._read())
        raise _too_busy()

    async def complete(self, revision: int) -> Checked:
        """Completes what was submitted at `revision`, unless other content came since."""
        for _ in range(ATTEMPTS):
            known, past = await self._read()
            if known is None or known.data.get("payload_hash") != self.payload_hash:
                return self._checked(known.data if known else self._item(None), past, {})
            if known.data["status"] == "complete" and known.data["revision"] != revision:
                return self._checked(known.data, past, {})
            with suppress(Conflict):
                return await self._attempt(known, past)
        raise _too_busy()

    async def _attempt(self, known: Document | None, past: Data | None) -> Checked:
        """Raises Conflict when the item is not what `known` says."""
        if known is not None and self._is_repeated(known.data):
            return await self._repeated(known.data, past)
        item, counts = self._counted_item(known, past)
        await self.context.store.commit(self._writes(item, known, counts))
        await self._publish(item)
        return self._checked(item, past, counts)

    async def rehearse(self) -> Checked:
        known, past = await self._read()
        item, counts = self._counted_item(known, past)
        return self._checked(item, past, counts)

    def _counted_item(
        self, known: Document | None, past: Data | None
    ) -> tuple[Data, dict[str, int]]:
        before = known.data if known else None
        counted, counts = self._count(before, past)
        return {**self._item(before), **counted}, counts

    async def _past(self) -> Data | None:
        if not triggering.needs_history(self.configuration, ("post", "user")):
            return None
        return await history_of(self.context.store, self.app, self.submission.creator_id)

    async def _known(self) -> Document | None:
        sent = self.submission
        id = item_id(self.app, sent.entity_type, sent.entity_id)
        (known,) = await self.context.store.get([item_key(self.app, id)])
        return known

    async def _read(self) -> tuple[Document | None, Data | None]:
        return await self._known(), await self._past()

    def _is_repeated(self, item: Data) -> bool:
        """What an engine failed to judge is judged again when it is sent again."""
        return (
            item.get("check_hash") == self.check_hash
            and (item["status"] == "complete" or self.verdict.deferred)
            and not item.get("not_judged")
        )

    async def _repeated(self, item: Data, past: Data | None) -> Checked:
        if self.order is not None:
            with suppress(Conflict):
                await self.context.store.commit([self._task(item)])
        if "pending_since" in item or self.order is not None:
            await self._publish(item)
        return self._checked(item, past, {})

    def _item(self, known: Data | None) -> Data:
        sent, now = self.submission, self.now
        base = known or new_item(self.app, sent.entity_type, sent.entity_id, sent.creator_id, now)
        hashed = self.payload_hash
        item = {
            **base,
            **pending_fields(now),
            "pending": sorted({*base.get("pending", ()), triggering.CHECKED}),
            "creator_id": sent.creator_id or base["creator_id"],
            "payload": self.payload,
            "payload_hash": hashed,
            "content_changed": base.get("payload_hash", hashed) != hashed,
            "check_hash": self.check_hash,
            "config_key": self.policy.key,
            "team": sent.team,
            "revision": base["revision"] + 1,
            "labels": self.verdict.labels,
            "recommended_action": self.verdict.recommended_action,
            "status": "partial" if self.verdict.deferred else "complete",
            "completed_at": None if self.verdict.deferred else now,
        }
        if triggering.CHECKED in base.get("pending", ()):
            item["pending_labels"] = judging.merged(
                base.get("pending_labels") or base.get("labels") or (), self.verdict.labels
            )
        if sent.published_at:
            item["published_at"] = sent.published_at
        if sent.metadata:
            item["metadata"] = sent.metadata
        if sent.creator_region or base.get("creator_region"):
            item["creator_region"] = sent.creator_region
        if self.verdict.not_judged or base.get("not_judged"):
            item["not_judged"] = list(self.verdict.not_judged)
        return {**item, **self._queueing(item, base)}

    def _queueing(self, item: Data, base: Data) -> Data:
        """A moderator's decision on this very content stands; other content is looked at anew."""
        decided = base.get("queue_reviewed") and not item["content_changed"]
        if item["recommended_action"] != KEEP and not decided:
            return queue_fields(item, self.now)
        return {"queue_updated_at": self.now} if is_queued(base) else {}

    def _count(self, known: Data | None, past: Data | None) -> tuple[Data, dict[str, int]]:
        """An entity counts once, for the creator of its first check; an edit only adds what it is
        classified as.
        """
        earlier = known.get("counted_as") if known else None
        if not self.submission.creator_id:
            return {}, {}
        if known is None or earlier is None:
            classes = history.class_set(self.verdict.classes)
            classes = history.fitting(past or {}, classes)
            counts = history.increments(self.now, classes, now=self.now)
            place = {"counted_at": self.now, "counted_for": self.submission.creator_id}
            return {**place, "counted_as": classes}, counts
        classes = history.class_set({*history.classes_of(earlier), *self.verdict.classes})
        counts = history.moved(known["counted_at"], earlier, classes, now=self.now)
        return {"counted_as": classes}, counts

    def _writes(self, item: Data, known: Document | None, counts: dict[str, int]) -> list[Write]:
        key = item_key(self.app, item["id"])
        writes: list[Write] = []
        if known is None:
            writes.append(Create(key, item))
        else:
            changed = {k: v for k, v in item.items() if k not in known.data or known.data[k] != v}
            writes.append(Update(key, set=changed, version=known.version))
        if counts:
            key = history_key(self.app, item["counted_for"])
            writes.append(Update(key, increment=counts, upsert=True))
        if self.order is not None:
            writes.append(self._task(item))
        return writes

    def _task(self, item: Data) -> Write:
        return task.new_task(self.app, item, self.now, self._callback_url)

    def _task_id(self, item: Data) -> str:
        return task.task_id(item["id"], item["revision"], self._callback_url)

    @property
    def _callback_url(self) -> str:
        return self.order.callback_url if self.order else ""

    async def _publish(self, item: Data) -> None:
        message = {
            "app": self.app,
            "item": item["id"],
            "configuration": self.configuration.version,
        }
        await self.context.queue.publish("enforce", message)
        if self.order is not None:
            order = {**message, "task": self._task_id(item)}
            await self.context.queue.publish("scan", order)

    def _checked(self, item: Data, past: Data | None, counts: dict[str, int]) -> Checked:
        present = dict(past or {})
        if item.get("counted_for") == self.submission.creator_id:
            for name, count in counts.items():
                present[name] = present.get(name, 0) + count
        scopes = triggering.scopes_of(item, (triggering.CHECKED,))
        evaluations = triggering.evaluate(
            self.configuration, scopes, item, present or None, self.now
        )
        triggered = [match for evaluation in evaluations for match in evaluation.matches]
        task_id = self._task_id(item) if self.order else None
        return Checked(item, self.verdict, triggered, task_id)


def _too_busy() -> TryAgain:
    return TryAgain("the item is being changed by many at once")
