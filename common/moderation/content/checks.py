"""Check: judge content, keep it, count it for its author, and say which rules it triggers."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.policy import CompiledPolicy, check_labels, compile_policy
from common.domain import task
from common.domain.content import Submission
from common.domain.errors import NotFound
from common.domain.item import Item, is_decided, is_queued, item_id, item_key
from common.domain.policy import Policy
from common.domain.task import Task
from common.domain.user import history_key
from common.moderation.content.judging import Judgement, history_of, judge
from common.moderation.content.revisions import Revision, Revisions
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.enforcement import triggering
from common.moderation.users.bypasses import is_bypassed
from common.queue.messages import Message, ScanOrder, Trigger
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Document, Update, Write

if TYPE_CHECKING:
    from common.rules.evaluator import Match

History = dict[str, int]


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """That the check ends in a task; its result is posted to `callback_url` if there is one."""

    callback_url: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """`task_id` is set while slow engines have yet to answer."""

    item: Item
    judgement: Judgement
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
    if await is_bypassed(context.store, configuration, submission.creator_id):
        policy = policy.bypassed()
    judgement = await judge(context.store, configuration, policy, submission, now, wait=wait)
    if order is None and judgement.deferred:
        order = TaskOrder()
    checking = _Checking(context, configuration, app, submission, policy, judgement, now, order)
    return await checking.run() if of_revision is None else await checking.complete(of_revision)


async def test(
    context: Context, app: str, submission: Submission, now: int, inline: dict[str, Any] | None
) -> Checked:
    """Evaluates and stores nothing; `inline` is a policy used instead of a stored one."""
    configuration = await context.configurations.of(app)
    if inline is not None:
        from common.configuration.block_lists import check_lists

        check_labels(inline)
        await check_lists(context.store, app, inline, submission.team)
        document: Policy = {
            "id": "",
            "key": "",
            "team": submission.team,
            "config": inline,
            "updated_at": 0,
        }
        policy = compile_policy(document, configuration.resources)
    else:
        policy = policy_of(configuration, submission)
    if await is_bypassed(context.store, configuration, submission.creator_id):
        policy = policy.bypassed()
    judgement = await judge(context.store, configuration, policy, submission, now, wait=True)
    return await _Checking(
        context, configuration, app, submission, policy, judgement, now, None
    ).rehearse()


def policy_of(configuration: Configuration, submission: Submission) -> CompiledPolicy:
    policy = configuration.policy(submission.config_key, submission.team)
    if policy is not None:
        return policy
    if submission.config_key is None:
        return configuration.built_in_policy
    raise NotFound(
        f"no policy has the key {submission.config_key!r}", {"config_key": "does not exist"}
    )


class _Checking:
    """`known` below is the item's document as it was read, `past` the author's history."""

    def __init__(
        self,
        context: Context,
        configuration: Configuration,
        app: str,
        submission: Submission,
        policy: CompiledPolicy,
        judgement: Judgement,
        now: int,
        order: TaskOrder | None,
    ) -> None:
        self._context = context
        self._configuration = configuration
        self._app = app
        self._submission = submission
        self._judgement = judgement
        self._now = now
        self._order = order
        self._revisions = Revisions(app, submission, policy.key, policy.revision, judgement, now)

    async def run(self) -> Checked:
        """Most entities are new, so the first attempt does not look whether this one is known."""
        past = self._judgement.past or await self._past()
        with suppress(Conflict):
            return await self._attempt(None, past)
        with suppress(Conflict):
            return await self._attempt(await self._known(), past)

        async def attempt() -> Checked:
            return await self._attempt(*await self._read())

        return await until_committed(attempt, ATTEMPTS, too_busy())

    async def complete(self, revision: int) -> Checked:
        """Completes what was submitted at `revision`, unless other content came since."""

        async def attempt() -> Checked:
            known, past = await self._read()
            if known is None:
                return await self._checked(self._revisions.of(None, past).item, past, {})
            item = known.data
            is_completed = item["status"] == "complete" and item["revision"] != revision
            if is_completed or item.get("payload_hash") != self._revisions.payload_hash:
                return await self._checked(item, past, {})
            return await self._attempt(known, past)

        return await until_committed(attempt, ATTEMPTS, too_busy())

    async def rehearse(self) -> Checked:
        known, past = await self._read()
        revision = self._revisions.of(known.data if known else None, past)
        return await self._checked(revision.item, past, revision.counts)

    async def _attempt(self, known: Document[Item] | None, past: History | None) -> Checked:
        """Raises Conflict when the item is not what `known` says."""
        if known is not None and self._revisions.is_repeated(known.data):
            return await self._repeat(known.data, past)
        revision = self._revisions.of(known.data if known else None, past)
        writes = self._writes(revision, known)
        await self._context.store.commit(writes, self._messages(revision.item))
        return await self._checked(revision.item, past, revision.counts)

    async def _past(self) -> History | None:
        if not triggering.needs_history(self._configuration, ("post", "user")):
            return None
        return await history_of(self._context.store, self._app, self._submission.creator_id)

    async def _known(self) -> Document[Item] | None:
        sent = self._submission
        id = item_id(self._app, sent.entity_type, sent.entity_id)
        (known,) = await self._context.store.get([item_key(self._app, id)])
        return known

    async def _read(self) -> tuple[Document[Item] | None, History | None]:
        return await self._known(), await self._past()

    async def _repeat(self, item: Item, past: History | None) -> Checked:
        if self._order is not None or "pending_since" in item:
            await self._publish_again(item)
        return await self._checked(item, past, {})

    async def _publish_again(self, item: Item) -> None:
        messages = self._messages(item)
        if self._order is not None:
            with suppress(Conflict):
                await self._context.store.commit([self._task(item)], messages)
                return
        await self._context.store.commit((), messages)

    def _writes(self, revision: Revision, known: Document[Item] | None) -> list[Write]:
        item, counts = revision.item, revision.counts
        writes: list[Write] = [_item_write(self._app, item, known)]
        if counts:
            key = history_key(self._app, item["counted_for"])
            writes.append(Update(key, increment=counts, upsert=True))
        if self._order is not None:
            writes.append(self._task(item))
        return writes

    def _task(self, item: Item) -> Create[Task]:
        return task.new_task(self._app, item, self._now, self._callback_url)

    def _task_id(self, item: Item) -> str:
        return task.task_id(item["id"], item["revision"], self._callback_url)

    @property
    def _callback_url(self) -> str:
        return self._order.callback_url if self._order else ""

    def _messages(self, item: Item) -> list[Message]:
        version = self._configuration.version
        trigger = Trigger(self._app, item["id"], version)
        if self._order is None:
            return [trigger]
        return [trigger, ScanOrder(self._app, self._task_id(item), item["id"], version)]

    async def _checked(
        self, item: Item, past: History | None, counts: Mapping[str, int]
    ) -> Checked:
        present = dict(past or {})
        if item.get("counted_for") == self._submission.creator_id:
            for name, count in counts.items():
                present[name] = present.get(name, 0) + count
        # What a moderator has decided on triggers nothing.
        scopes = [] if is_decided(item) else triggering.scopes_of(item, (triggering.CHECKED,))
        evaluations = await triggering.evaluate(
            self._configuration, scopes, item, present or None, self._now
        )
        triggered = [match for evaluation in evaluations for match in evaluation.matches]
        task_id = self._task_id(item) if self._order else None
        return Checked(item, self._judgement, triggered, task_id)


def _item_write(app: str, item: Item, known: Document[Item] | None) -> Write:
    if known is None:
        return Create(item_key(app, item["id"]), item)
    before: Mapping[str, Any] = known.data
    changed = {k: v for k, v in item.items() if k not in before or before[k] != v}
    return Update(known.key, set=changed, version=known.version)
