"""What was posted lately: by one user, or by anybody in texts like one another.

Only what floods and velocity are told by is kept, no content: digests of it. A document is read
before a check is judged and written in the check's own commit, on the version that was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import NotRequired, overload

from typing_extensions import TypedDict

from common.domain.ids import derived_id
from common.domain.times import DAY
from common.store.store import Collection, Key

MOST_POSTS = 256
"""Kept in a document, the latest: some 20 KB."""
MOST_CHANNELS = 256
BUCKETS = 16_384
"""Documents among which the texts of all users are shared out, so that however many texts there
are, there are no more of them, and no two checks of unlike texts wait for one another.
"""
OFFENCES_REMEMBERED = DAY
_MICROSECOND = 1_000


class Activity(TypedDict):
    """`posts` are as `Post.stored` makes them, the oldest first. `since` is when the user posted
    first; `channels` are those that the user has posted in, the latest last; `offences` has the
    times at which the user was caught, by the key of the limit. Times are nanoseconds.
    """

    posts: list[str]
    since: NotRequired[int]
    channels: NotRequired[list[str]]
    offences: NotRequired[dict[str, list[int]]]


ACTIVITIES: Collection[Activity] = Collection("activity")


@dataclass(frozen=True, slots=True)
class Post:
    """`at` is when it was checked, in nanoseconds. `entity` and `channel` are digests of their
    names, `text` one of the folded text of so many `letters`, empty where there is none. `shape` is
    a fingerprint of 64 bits, of which like texts share most; -1 where nothing asks for it.
    `is_first`: the user had posted nothing in this channel before, or nothing at all where it names
    none.
    """

    at: int
    entity: str
    text: str = ""
    letters: int = 0
    shape: int = -1
    channel: str = ""
    has_link: bool = False
    is_first: bool = False

    def stored(self) -> str:
        shape = f"{self.shape:x}" if self.shape >= 0 else ""
        flags = self.has_link + 2 * self.is_first
        at = f"{self.at // _MICROSECOND:x}"
        return f"{at} {self.entity} {self.text} {self.letters:x} {shape} {self.channel} {flags}"

    @classmethod
    def of(cls, stored: str) -> Post:
        at, entity, text, letters, shape, channel, flags = stored.split(" ")
        return cls(
            int(at, 16) * _MICROSECOND,
            entity,
            text,
            int(letters, 16),
            int(shape, 16) if shape else -1,
            channel,
            bool(int(flags) & 1),
            bool(int(flags) & 2),
        )


@dataclass(frozen=True, slots=True)
class Past:
    """What came before a post: `own` posts are of the same user, `all` of anybody, in texts that
    may be like it. Neither has the post's own entity, which counts once however often it is sent.
    """

    own: Sequence[Post] = ()
    all: Sequence[Post] = ()
    since: int = 0
    offences: dict[str, list[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lately:
    """A post, and what came before it."""

    post: Post
    past: Past


class Posts(Sequence[Post]):
    """As they are stored, and read when somebody looks at one: most limits are far from reached and
    only ask how many there are.
    """

    def __init__(self, stored: Sequence[str]) -> None:
        self._stored = stored

    @cached_property
    def _read(self) -> list[Post]:
        return [*map(Post.of, self._stored)]

    def __len__(self) -> int:
        return len(self._stored)

    def __iter__(self) -> Iterator[Post]:
        return iter(self._read)

    @overload
    def __getitem__(self, place: int) -> Post: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Post]: ...

    def __getitem__(self, place: int | slice) -> Post | Sequence[Post]:
        return self._read[place]


def without(posts: Sequence[str], entity: str) -> Sequence[str]:
    """Those stored posts that are not the entity's."""
    return [each for each in posts if entity not in each or each.split(" ", 2)[1] != entity]


def stored_at(post: str) -> int:
    """When it was checked."""
    return int(post.partition(" ")[0], 16) * _MICROSECOND


def digest(text: str, size: int = 8) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def user_activity_key(app: str, policy: str, user: str) -> Key[Activity]:
    """Of one user under one policy."""
    return Key(app, ACTIVITIES, derived_id("activity", policy, user))


def text_activity_key(app: str, policy: str, meeting: int) -> Key[Activity]:
    """Of texts whose fingerprints meet there; equal texts always do."""
    return Key(app, ACTIVITIES, derived_id("texts", policy, str(meeting % BUCKETS)))
