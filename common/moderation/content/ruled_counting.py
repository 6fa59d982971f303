"""What rules want to be counted of what is posted: lately, and in histories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from common.configuration.configuration import Configuration
from common.domain.activity import Past, Post
from common.domain.content import Submission
from common.domain.item import Item
from common.engines.floods.limits import Limit
from common.engines.floods.recording import Seen, seen
from common.engines.threads import COMPUTING
from common.moderation.content.comparing import compared
from common.moderation.enforcement.backgrounds import Background
from common.moderation.enforcement.triggering import facts_of
from common.store.store import Store, Write

_OF_RULES = "\n"
"""In place of a policy's key, in which it cannot be."""
_INLINE_CHARACTERS = 2_000


class RuledCounting:
    """Of one submission. Rules count whatever the policy is."""

    def __init__(
        self, store: Store, configuration: Configuration, sent: Submission, now: int
    ) -> None:
        self._store = store
        self._configuration = configuration
        self._sent = sent
        self._now = now
        self._limits = configuration.rules.limits()
        self._look: Seen | None = None

    @property
    def has_limits(self) -> bool:
        return bool(self._limits)

    @property
    def has_marks(self) -> bool:
        return self._configuration.rules.has_marks

    async def counted(
        self, known: Item | None, payload_hash: str
    ) -> tuple[Mapping[str, int], Sequence[Write]]:
        """By the limits' names. What was counted of this very content stands."""
        limits = {
            k: each for k, each in self._limits.items() if each.of_all or self._sent.creator_id
        }
        if not limits:
            return {}, ()
        before = known.get("counted") if known is not None else None
        if (
            known is not None
            and before is not None
            and known.get("payload_hash") == payload_hash
            and limits.keys() <= before.keys()
        ):
            return before, ()
        own = [each for each in limits.values() if not each.of_all]
        shared = [each for each in limits.values() if each.of_all]
        look = await self._looked([*own, *shared])
        found = await compared(
            self._store,
            self._configuration.app,
            _OF_RULES,
            self._sent,
            look,
            (own, shared),
            self._now,
        )
        counts = {name: _count(each, found.post, found.past) for name, each in limits.items()}
        return counts, [*found.writes()]

    def marks(self, item: Item) -> Sequence[str]:
        """Under which names the author's history is to count the content as well."""
        facts = facts_of(self._configuration, item, Background(), self._now)
        return self._configuration.rules.marks(facts)

    async def _looked(self, limits: Sequence[Limit]) -> Seen:
        """Once, and off the event loop where the texts are long."""
        if self._look is None:
            content = self._sent.content
            work = partial(seen, content, limits)
            is_short = sum(map(len, content.texts)) <= _INLINE_CHARACTERS
            app = self._configuration.app
            self._look = work() if is_short else await COMPUTING.run(app, work)
        return self._look


def _count(limit: Limit, post: Post, past: Past) -> int:
    counted = limit.counted(post, past)
    return len({each.channel for each in counted}) if limit.channels else len(counted)
