"""Engines that hold a post against what was posted before (see `comparing`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from common.configuration.classes import class_table_of
from common.configuration.configuration import Configuration
from common.configuration.policy import CompiledPolicy
from common.domain.activity import Lately
from common.domain.content import Submission
from common.domain.item import Item
from common.domain.labels import label_document
from common.engines.engine import CreatorFacts
from common.engines.floods.counting import CountingConfig
from common.engines.floods.limits import Limit
from common.engines.floods.recording import Seen, seen
from common.engines.running import EngineRun, Findings, find_labels
from common.engines.threads import COMPUTING
from common.moderation.content.comparing import compared
from common.moderation.content.judging import Judgement, joined
from common.moderation.content.revisions import Revisions
from common.store.store import Store, Write

_INLINE_CHARACTERS = 2_000


class Counting:
    """Of one submission, which `judgement` is about as far as other engines go. `wait` runs those
    as well that run after the answer.
    """

    def __init__(
        self,
        store: Store,
        configuration: Configuration,
        policy: CompiledPolicy,
        submission: Submission,
        judgement: Judgement,
        now: int,
        *,
        wait: bool,
    ) -> None:
        self._store = store
        self._app = configuration.app
        self._table = class_table_of(configuration)
        self._policy = policy
        self._sent = submission
        self._judgement = judgement
        self._now = now
        self._seen: Seen | None = None
        self._runs = [
            run
            for run in policy.runs
            if "activity" in run.engine.needs and (wait or not run.deferred)
        ]
        self._all_limits = self._limits(self._runs)

    async def judged(
        self, known: Item | None, revisions: Revisions
    ) -> tuple[Judgement, Sequence[Write]]:
        """The whole judgement as things are stored now, and what records the post. What an engine
        has said of this very content stands, so it is not asked and nothing is recorded again.
        """
        rest = [run for run in self._runs if not (known and revisions.is_judged(known, run))]
        names = {run.engine.name for run in self._runs} - {run.engine.name for run in rest}
        before = known.get("labels", []) if known is not None else []
        said = [each for each in before if each["engine"] in names]
        found, writes = await self._counted(rest)
        new = [label_document(each, self._policy.action_for(each)) for each in found.labels]
        labels = [*said, *new]
        return joined(self._judgement, self._table, self._policy, labels, found.outcomes), writes

    async def _counted(self, runs: Sequence[EngineRun]) -> tuple[Findings, Sequence[Write]]:
        """One look at the store, for one document or for both."""
        limits = self._all_limits if len(runs) == len(self._runs) else self._limits(runs)
        if not any(limits):
            return Findings(()), ()
        look, sent = await self._look(), self._sent
        held = await compared(
            self._store, self._app, self._policy.key, sent, look, limits, self._now
        )
        facts = CreatorFacts(self._judgement.region, activity=Lately(held.post, held.past))
        found = await find_labels(runs, sent.content, facts)
        return found, [*held.writes()]

    def _limits(self, runs: Sequence[EngineRun]) -> tuple[Sequence[Limit], Sequence[Limit]]:
        """Those on the user's own posts, of whom there has to be one, and those on everybody's."""
        configs = [run.config for run in runs if isinstance(run.config, CountingConfig)]
        limits = [limit for config in configs for limit in config.limits()]
        own = [limit for limit in limits if not limit.of_all]
        return own if self._sent.creator_id else [], [limit for limit in limits if limit.of_all]

    async def _look(self) -> Seen:
        """Once, and off the event loop where the texts are long."""
        if self._seen is None:
            content = self._sent.content
            work = partial(seen, content, [*chain(*self._all_limits)])
            is_short = sum(map(len, content.texts)) <= _INLINE_CHARACTERS
            self._seen = work() if is_short else await COMPUTING.run(self._app, work)
        return self._seen
