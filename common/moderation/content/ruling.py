"""What an app's rules say of a check: what they count of it, whether they hold, what they ask for.

An app without rules reads nothing for them, and loads nothing that makes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from common.configuration.configuration import Configuration
from common.domain.content import Submission
from common.domain.item import Item, author_of, is_decided
from common.domain.strikes import UserStrikes, fields_of, strikes_key
from common.domain.user import User, address_history_key, user_key
from common.moderation.content.revisions import Revision
from common.moderation.enforcement import triggering
from common.moderation.enforcement.backgrounds import Background, needs_strikes, needs_user
from common.moderation.enforcement.effects import recommend
from common.moderation.enforcement.firings import read_firings
from common.store.store import Document, Key, Store, Update, Write

if TYPE_CHECKING:
    from common.moderation.content.ruled_counting import RuledCounting
    from common.rules.conditions.base import Scope
    from common.rules.evaluator import Match, NotLookedAt

_SCOPES: tuple[Scope, ...] = ("post", "user")


@dataclass(frozen=True, slots=True)
class Triggered:
    """The rules that match, and those that were not looked at because one of them did."""

    matches: list[Match] = field(default_factory=list)
    not_looked_at: list[NotLookedAt] = field(default_factory=list)


class Ruling:
    """Of one submission. `past` below is the author's history as it was read."""

    def __init__(
        self, store: Store, configuration: Configuration, submission: Submission, now: int
    ) -> None:
        self._store = store
        self._configuration = configuration
        self._submission = submission
        self._now = now
        self._counting = self._ruled_counting() if configuration.has_rules else None

    def _ruled_counting(self) -> RuledCounting:
        from common.moderation.content.ruled_counting import RuledCounting

        return RuledCounting(self._store, self._configuration, self._submission, self._now)

    @property
    def has_limits(self) -> bool:
        return self._counting is not None and self._counting.has_limits

    @property
    def marks(self) -> Callable[[Item], Sequence[str]] | None:
        """What the author's history is to count an item as; None where no rule asks."""
        if self._counting is None or not self._counting.has_marks:
            return None
        return self._counting.marks

    async def counted(
        self, known: Item | None, payload_hash: str, *, bypassed: bool
    ) -> tuple[Mapping[str, int], Sequence[Write]]:
        """What was posted before, by the names of rules' limits, and what records the post."""
        if self._counting is None or bypassed:
            return {}, ()
        return await self._counting.counted(known, payload_hash)

    async def apply(
        self, revision: Revision, known: Document[Item] | None, past: Mapping[str, int] | None
    ) -> Triggered:
        """Changes the item by what rules ask for beside its policy."""
        item = revision.item
        triggered = await self.triggered(item, past, revision.counts)
        if any(match.effects for match in triggered.matches):
            before = known.data if known is not None else None
            recommend(item, before, triggered.matches, self._now)
        return triggered

    async def triggered(
        self, item: Item, past: Mapping[str, int] | None, counts: Mapping[str, int]
    ) -> Triggered:
        """What a moderator has decided on triggers nothing."""
        scopes = [] if is_decided(item) else triggering.scopes_of(item, (triggering.CHECKED,))
        configuration, now = self._configuration, self._now
        if not scopes or not configuration.has_rules:
            return Triggered()
        present = dict(past or {})
        if item.get("counted_for") == self._submission.creator_id:
            for name, count in counts.items():
                present[name] = present.get(name, 0) + count
        address = await self._of_address(counts)
        user, strikes = await self._author(item)
        background = Background(present or None, user, address, strikes)

        async def read_user() -> User | None:
            return background.user or await self._read_user(item)

        evaluations = await triggering.evaluate(
            configuration, scopes, item, background, now, read_user
        )
        firings = await read_firings(self._store, configuration.app, item, evaluations, now)
        firings.settle(evaluations)
        return Triggered(
            [match for evaluation in evaluations for match in evaluation.matches],
            [each for evaluation in evaluations for each in evaluation.not_looked_at],
        )

    def address_writes(self, counts: Mapping[str, int]) -> list[Write]:
        """What is counted of the post for the network address that it came from, as it is for its
        author. What an edit is classified as is not.
        """
        key = self._address_key
        if key is None or not counts or min(counts.values()) < 0:
            return []
        return [Update(key, increment=counts, upsert=True)]

    async def _of_address(self, counts: Mapping[str, int]) -> Mapping[str, int] | None:
        """As it will be with the post."""
        key = self._address_key
        if key is None:
            return None
        (found,) = await self._store.get([key])
        present = dict(found.data) if found is not None else {}
        for name, count in counts.items() if self.address_writes(counts) else ():
            present[name] = present.get(name, 0) + count
        return present

    @property
    def _address_key(self) -> Key[dict[str, int]] | None:
        address = self._submission.creator_address
        if not address or not self._configuration.counts_addresses:
            return None
        return address_history_key(self._configuration.app, address)

    async def _author(self, item: Item) -> tuple[User | None, UserStrikes | None]:
        """The user and the strikes, as far as a rule looks at them."""
        configuration, author = self._configuration, author_of(item)
        if not author:
            return None, None
        user, strikes = user_key(configuration.app, author), strikes_key(configuration.app, author)
        keys: list[Key[Any]] = [user] if needs_user(configuration, _SCOPES) else []
        keys += [strikes] if needs_strikes(configuration, _SCOPES) else []
        read = await self._store.get(keys) if keys else []
        found = {each.key: each.data for each in read if each is not None}
        own = found.get(strikes) or fields_of(author, ()) if strikes in keys else None
        return found.get(user), own

    async def _read_user(self, item: Item) -> User | None:
        author = author_of(item)
        if not author:
            return None
        (found,) = await self._store.get([user_key(self._configuration.app, author)])
        return found.data if found is not None else None
