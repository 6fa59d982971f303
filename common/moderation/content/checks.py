"""Check: judge content, keep it, count it for its author, and say which rules it triggers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from common.configuration.configuration import Configuration
from common.configuration.context import Context
from common.configuration.policy import CompiledPolicy
from common.domain import task
from common.domain.content import Submission
from common.domain.item import Item, item_id, item_key
from common.domain.models import TaskModel
from common.domain.settings import spam_settings_of
from common.domain.standing import Standing
from common.domain.task import Task
from common.domain.user import history_key
from common.moderation.content import list_hits
from common.moderation.content.checked import Checked
from common.moderation.content.judging import Judgement, history_of, judge
from common.moderation.content.policies import inline_policy, policy_of
from common.moderation.content.revisions import Revision, Revisions, item_write
from common.moderation.content.ruling import Ruling, Triggered
from common.moderation.contention import ATTEMPTS, COUNTED_ATTEMPTS, too_busy
from common.moderation.enforcement.backgrounds import needs_history
from common.moderation.users.addresses import note_address
from common.moderation.users.standing import standing_of
from common.queue.messages import Message, ScanOrder, Trigger
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Document, Update, Write

History = dict[str, int]
SYNC_SECONDS = 2.0
"""What an engine elsewhere has while somebody waits: official clients give up after three."""


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """That the check ends in a task; its result is posted to `callback_url` if there is one, with
    an entry for each of Hive's `models`.
    """

    callback_url: str = ""
    models: Sequence[TaskModel] = ()


async def check(
    context: Context,
    app: str,
    submission: Submission,
    now: int,
    *,
    wait: bool = False,
    order: TaskOrder | None = None,
    of_revision: int | None = None,
    is_last: bool = False,
    reasons: Collection[str] = (),
) -> Checked:
    """Raises NotFound when the policy does not exist. When it returns, the item is stored and its
    trigger published. `wait` runs slow engines now; `order` makes a task in any case; `of_revision`
    is for a task, which may take its time: it changes nothing once the item has other content than
    at that revision. With `is_last` no engine is waited for any more; `reasons` ask for engines
    that wait for one.
    """
    configuration = await context.configurations.of(app)
    standing = await standing_of(context.store, configuration, submission, now)
    policy = policy_of(configuration, submission).of(standing)
    judgement = await judge(
        context.store,
        configuration,
        policy,
        submission,
        now,
        wait=wait,
        patience=SYNC_SECONDS if of_revision is None else None,
        is_last=is_last,
        reasons=reasons,
    )
    if order is None and of_revision is None and judgement.is_partial:
        order = TaskOrder()
    checking = _Checking(
        context, configuration, submission, policy, judgement, now, order, standing, wait=wait
    )
    return await checking.run() if of_revision is None else await checking.complete(of_revision)


async def keep(
    context: Context,
    configuration: Configuration,
    submission: Submission,
    policy: CompiledPolicy,
    judgement: Judgement,
    now: int,
    *,
    wait: bool,
) -> Checked:
    """What `check` does with a judgement that is there already, which is not that of a creator who
    passes unmoderated.
    """
    standing = await standing_of(context.store, configuration, submission, now)
    if standing.is_bypassed:
        policy = policy.bypassed()
        judgement = await judge(
            context.store, configuration, policy, submission, now, wait=wait, is_last=True
        )
    order = TaskOrder() if judgement.is_partial else None
    return await _Checking(
        context, configuration, submission, policy, judgement, now, order, standing, wait=wait
    ).run()


async def test(
    context: Context,
    app: str,
    submission: Submission,
    now: int,
    inline: dict[str, Any] | None,
    *,
    trial: Configuration | None = None,
    as_user: bool = False,
) -> Checked:
    """Evaluates and stores nothing; `inline` is a policy used instead of a stored one, `trial` a
    configuration that is not stored. With `as_user` the creator is moderated, whoever it is.
    """
    configuration = trial or await context.configurations.of(app)
    if inline is None:
        policy = policy_of(configuration, submission)
    else:
        policy = await inline_policy(context.store, configuration, submission.team, inline)
    standing = await standing_of(context.store, configuration, submission, now)
    if as_user:
        standing = replace(standing, is_bypassed=False)
    policy = policy.of(standing)
    judgement = await judge(
        context.store,
        configuration,
        policy,
        submission,
        now,
        wait=True,
        patience=SYNC_SECONDS,
        is_last=True,
    )
    return await _Checking(
        context, configuration, submission, policy, judgement, now, None, standing, wait=True
    ).rehearse()


class _Checking:
    """`known` below is the item's document as it was read, `past` the author's history."""

    def __init__(
        self,
        context: Context,
        configuration: Configuration,
        submission: Submission,
        policy: CompiledPolicy,
        judgement: Judgement,
        now: int,
        order: TaskOrder | None,
        standing: Standing,
        *,
        wait: bool,
    ) -> None:
        self._context = context
        self._configuration = configuration
        self._app = app = configuration.app
        self._submission = submission
        self._judgement = judgement
        self._now = now
        self._order = order
        self._ruling = ruling = Ruling(context.store, configuration, submission, now)
        self._revisions = Revisions(
            app,
            submission,
            policy.key,
            policy.revision,
            judgement,
            now,
            ruling.marks,
            is_tallied=spam_settings_of(configuration.settings)["enabled"],
        )
        self._standing = standing
        self._counting = None
        if "activity" in policy.needs:
            from common.moderation.content.counting import Counting

            self._counting = Counting(
                context.store, configuration, policy, submission, judgement, now, wait=wait
            )

    async def run(self) -> Checked:
        """Most entities are new, so the first attempt does not look whether this one is known."""
        past = self._judgement.past or await self._past()
        with suppress(Conflict):
            return await self._attempt(None, past)
        with suppress(Conflict):
            return await self._attempt(await self._known(), past)

        async def attempt() -> Checked:
            return await self._attempt(*await self._read())

        return await until_committed(attempt, self._attempts, too_busy())

    @property
    def _attempts(self) -> int:
        counts = self._counting is not None or self._ruling.has_limits
        return COUNTED_ATTEMPTS if counts else ATTEMPTS

    async def complete(self, revision: int) -> Checked:
        """Completes what was submitted at `revision`, unless other content came since."""

        async def attempt() -> Checked:
            known, past = await self._read()
            if known is None:
                revised, _ = await self._revised(None, past)
                return await self._checked(revised.item, past, {})
            item = known.data
            is_completed = item["status"] == "complete" and item["revision"] != revision
            is_other = item.get("payload_hash") != self._revisions.payload_hash
            if is_completed or is_other or self._revisions.says_nothing_new(item):
                return await self._checked(item, past, {})
            return await self._attempt(known, past)

        return await until_committed(attempt, self._attempts, too_busy())

    async def rehearse(self) -> Checked:
        known, past = await self._read()
        revision, _ = await self._revised(known, past)
        triggered = await self._ruling.apply(revision, known, past)
        return replace(self._answer(revision.item, triggered), counts=revision.counts)

    async def _attempt(self, known: Document[Item] | None, past: History | None) -> Checked:
        """Raises Conflict when the item is not what `known` says."""
        if known is not None and self._revisions.is_repeated(known.data):
            return await self._repeat(known.data, past)
        revision, recording = await self._revised(known, past)
        triggered = await self._ruling.apply(revision, known, past)
        writes = [*self._writes(revision, known), *recording]
        await self._context.store.commit(writes, self._messages(revision.item))
        return self._answer(revision.item, triggered)

    async def _revised(
        self, known: Document[Item] | None, past: History | None
    ) -> tuple[Revision, Sequence[Write]]:
        """With what is to be recorded of the post beside its item."""
        before = known.data if known is not None else None
        recording: list[Write] = []
        if self._counting is not None:
            self._judgement, writes = await self._counting.judged(before, self._revisions)
            recording += writes
        hashed, bypassed = self._revisions.payload_hash, self._judgement.bypassed
        counted, writes = await self._ruling.counted(before, hashed, bypassed=bypassed)
        recording += writes
        return self._revisions.of(before, past, self._judgement, counted), recording

    async def _past(self) -> History | None:
        if not needs_history(self._configuration, ("post", "user")):
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
        writes: list[Write] = [item_write(self._app, item, known)]
        if counts:
            key = history_key(self._app, item["counted_for"])
            writes.append(Update(key, increment=counts, upsert=True))
        if self._order is not None:
            writes.append(self._task(item))
        before = known.data if known is not None else None
        writes += list_hits.counted(
            self._context, self._configuration, self._judgement.listed, item, before, self._now
        )
        writes += self._ruling.address_writes(counts)
        return [*writes, *note_address(self._app, self._submission, self._now)]

    def _task(self, item: Item) -> Create[Task]:
        models = self._order.models if self._order is not None else ()
        return task.new_task(self._app, item, self._now, self._callback_url, models=models)

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
        return self._answer(item, await self._ruling.triggered(item, past, counts))

    def _answer(self, item: Item, triggered: Triggered) -> Checked:
        task_id = self._task_id(item) if self._order else None
        return Checked(
            item,
            self._judgement,
            triggered.matches,
            triggered.not_looked_at,
            task_id,
            self._standing,
            configuration_version=self._configuration.version,
        )
