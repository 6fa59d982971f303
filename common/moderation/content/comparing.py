"""Holding a post against what was posted lately, as it is stored now, and recording it there.

What is stored is read for each attempt to commit a check, and the post is recorded in that commit,
on the version that was read: of posts that come at the same moment, each sees those before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common.domain.activity import (
    Activity,
    Past,
    Post,
    digest,
    text_activity_key,
    user_activity_key,
)
from common.domain.content import Submission, channel_of
from common.domain.item import item_id
from common.engines.floods.limits import Limit
from common.engines.floods.recording import Seen, new_post, past_of, recorded
from common.store.store import Create, Document, Key, Put, Store, Write


@dataclass(frozen=True, slots=True)
class Compared:
    """A post, and what came before it."""

    post: Post
    past: Past
    _stored: dict[Key[Activity], Document[Activity] | None]
    _limits: dict[Key[Activity], Sequence[Limit]]

    def writes(self) -> Iterator[Write]:
        """What records the post."""
        for key, stored in self._stored.items():
            after = recorded(_data(stored), self.post, self.past, self._limits[key])
            if after is not None:
                yield _write(key, stored, after)


async def compared(
    store: Store,
    app: str,
    policy: str,
    sent: Submission,
    look: Seen,
    limits: tuple[Sequence[Limit], Sequence[Limit]],
    now: int,
) -> Compared:
    """`limits` are those on the user's own posts and those on everybody's: one look at the store,
    for one document or for both. What is counted under one `policy` is not under another.
    """
    on_own, on_all = limits
    asked: dict[Key[Activity], Sequence[Limit]] = {}
    if on_own:
        asked[user_activity_key(app, policy, sent.creator_id)] = on_own
    if on_all:
        asked[text_activity_key(app, policy, look.print.meeting)] = on_all
    stored = dict(zip(asked, await store.get([*asked]), strict=True))
    found = [*map(_data, stored.values())]
    own = found[0] if on_own else None
    shared = found[-1] if on_all else None
    channel = channel_of(sent.content.other)
    entity = digest(item_id(app, sent.entity_type, sent.entity_id))
    name = digest(channel, 4) if channel else ""
    post = new_post(look, entity, name, own, now)
    return Compared(post, past_of(post, own, shared), stored, asked)


def _write(key: Key[Activity], stored: Document[Activity] | None, after: Activity) -> Write:
    return Create(key, after) if stored is None else Put(key, after, stored.version)


def _data(stored: Document[Activity] | None) -> Activity | None:
    return stored.data if stored is not None else None
