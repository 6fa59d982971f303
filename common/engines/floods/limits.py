"""How often is too often: limits of a policy, held against what was posted before. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from common.domain.activity import OFFENCES_REMEMBERED, Past, Post
from common.domain.times import HOUR
from common.engines.floods.fingerprints import distance

Alike = Literal["", "identical", "similar"]
MOMENT = 8
"""The part of a window in which a limit's worth of posts is recorded at most, so that a flood of
posts is none of writes. What is left out makes the window that much shorter at worst.
"""


@dataclass(frozen=True, slots=True)
class Limit:
    """Reached by the post with which there are `threshold` of them within `window` nanoseconds;
    where `channels` is given, by the one with which they are in so many channels.

    Only posts that are `alike` count: any, those of an equal text, or those whose shape differs in
    at most `distance` bits. `with_link`: only those with a link. `first_only`: only the first of
    the user in a channel. `probation`: only while the user's first post is less than so many
    nanoseconds ago. Texts of fewer than `least_letters`, and those `allowed`, as digests, are no
    matter of it. `of_all` counts the posts of all users.

    `key` names it in the user's offences, of which it asks for the `offences` latest.
    """

    threshold: int
    window: int
    alike: Alike = ""
    distance: int = 0
    channels: int = 0
    with_link: bool = False
    first_only: bool = False
    probation: int = 0
    least_letters: int = 0
    allowed: frozenset[str] = frozenset()
    of_all: bool = False
    key: str = ""
    offences: int = 0

    def counted(self, post: Post, past: Past) -> list[Post]:
        """What counts with the post, itself first; nothing where it is no matter of the limit."""
        if not self._is_on(post, past) or not self._may_count(post):
            return []
        return [post, *self._since(post.at - self.window, post, past)]

    def is_reached(self, counted: Sequence[Post]) -> bool:
        if self.channels:
            return len({each.channel for each in counted}) >= self.channels
        return bool(counted) and len(counted) >= self.threshold

    def reached(self, post: Post, past: Past) -> list[Post]:
        """What counts with the post where it reaches the limit, otherwise nothing. Of so few posts
        that they could not reach it none is looked at.
        """
        if not self._may_be_reached(1, past):
            return []
        counted = self.counted(post, past)
        return counted if self.is_reached(counted) else []

    def _may_be_reached(self, more: int, past: Past) -> bool:
        return bool(self.channels) or self.threshold <= len(self._posts(past)) + more

    def _posts(self, past: Past) -> Sequence[Post]:
        return past.all if self.of_all else past.own

    def has_enough(self, post: Post, past: Past) -> bool:
        """Whether what comes next would be judged the same if this post were not recorded."""
        if self.probation and not past.since:
            return False
        if not self._is_on(post, past) or not self._may_count(post):
            return not (self.first_only and post.is_first)
        if not self._may_be_reached(0, past):
            return False
        return self.is_reached(self._since(post.at - self.window // MOMENT, post, past))

    def has_enough_offences(self, past: Past, now: int) -> bool:
        known = past.offences.get(self.key, ())
        return len(known) >= self.offences and (not known or known[-1] > now - HOUR)

    def offences_of(self, past: Past, now: int) -> int:
        """How often it caught the user before, in the last day."""
        return sum(at > now - OFFENCES_REMEMBERED for at in past.offences.get(self.key, ()))

    def _is_on(self, post: Post, past: Past) -> bool:
        return not self.probation or post.at - (past.since or post.at) < self.probation

    def _may_count(self, post: Post) -> bool:
        if (
            (self.with_link and not post.has_link)
            or (self.first_only and not post.is_first)
            or (self.channels and not post.channel)
        ):
            return False
        if not self.alike:
            return True
        is_long = bool(post.text) and post.letters >= self.least_letters
        return is_long and post.text not in self.allowed

    def _since(self, after: int, post: Post, past: Past) -> list[Post]:
        return [
            each
            for each in self._posts(past)
            if each.at > after and self._may_count(each) and self._is_alike(post, each)
        ]

    def _is_alike(self, post: Post, other: Post) -> bool:
        if not self.alike or post.text == other.text:
            return True
        if self.alike == "identical" or post.shape < 0 or other.shape < 0:
            return False
        return distance(post.shape, other.shape) <= self.distance


def is_worth_recording(
    post: Post, past: Past, limits: Sequence[Limit], reached: Sequence[Limit]
) -> bool:
    """Whether what comes next may be judged otherwise for it. `reached` are those that it has
    reached.
    """
    return not all(each.has_enough(post, past) for each in limits) or not all(
        each.has_enough_offences(past, post.at) for each in reached if each.offences
    )
