"""What is stored of posts, and what of it the next post is held against. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from common.domain.activity import (
    MOST_CHANNELS,
    MOST_POSTS,
    OFFENCES_REMEMBERED,
    Activity,
    Past,
    Post,
    Posts,
    stored_at,
    without,
)
from common.domain.content import Content
from common.engines.circumvention.links import link_signals
from common.engines.circumvention.views import view
from common.engines.floods.fingerprints import EMPTY, Fingerprint, fingerprint
from common.engines.floods.limits import Limit, is_worth_recording
from common.text.folding import fold


@dataclass(frozen=True, slots=True)
class Seen:
    """What a content shows, as far as a limit asks for it."""

    print: Fingerprint
    has_link: bool


def seen(content: Content, limits: Sequence[Limit]) -> Seen:
    texts = [content.derived(fold, index) for index in range(len(content.texts))]
    alike = {each.alike for each in limits} - {""}
    found = EMPTY
    if alike:
        of_all = any(each.of_all for each in limits)
        found = fingerprint(texts, shape="similar" in alike, meeting=of_all)
    asks_for_links = any(each.with_link for each in limits)
    has_link = asks_for_links and any(any(link_signals(view(folded))) for folded in texts)
    return Seen(found, has_link)


def new_post(seen: Seen, entity: str, channel: str, own: Activity | None, now: int) -> Post:
    """`own` is the activity of its user. An edit is the first in a channel where the post was."""
    before = _of_entity(own, entity)
    is_first = own is None or channel not in own.get("channels", ())
    return Post(
        now,
        entity,
        seen.print.text,
        seen.print.letters,
        seen.print.shape,
        channel,
        seen.has_link,
        before.is_first if before is not None else is_first,
    )


def past_of(post: Post, own: Activity | None, shared: Activity | None) -> Past:
    return Past(
        Posts(without(own["posts"], post.entity)) if own is not None else (),
        Posts(without(shared["posts"], post.entity)) if shared is not None else (),
        own.get("since", 0) if own is not None else 0,
        own.get("offences", {}) if own is not None else {},
    )


def recorded(
    before: Activity | None, post: Post, past: Past, limits: Sequence[Limit]
) -> Activity | None:
    """The document with the post in place of what its entity was before, and without what no limit
    looks at any more; None where it can stay as it is. `limits` are of all users, or none is.
    """
    reached = [each for each in limits if each.reached(post, past)]
    if _of_entity(before, post.entity) is None and not is_worth_recording(
        post, past, limits, reached
    ):
        return None
    is_of_all = limits[0].of_all
    since = post.at - max(each.window for each in limits)
    known = without(before["posts"], post.entity) if before is not None else ()
    kept = dropwhile(lambda each: stored_at(each) <= since, known)
    after: Activity = {"posts": [*kept, post.stored()][-MOST_POSTS:]}
    if is_of_all:
        return after
    been = before.get("channels", []) if before is not None else []
    channels = [each for each in been if each != post.channel]
    after["since"] = past.since or post.at
    after["channels"] = [*channels, post.channel][-MOST_CHANNELS:]
    if offences := _offences(past.offences, post.at, limits, reached):
        after["offences"] = offences
    return after


def _offences(
    before: Mapping[str, Sequence[int]], now: int, limits: Sequence[Limit], reached: Sequence[Limit]
) -> dict[str, list[int]]:
    """Those that still count, of limits that ask for them: as many of each as it asks for."""
    most = {each.key: each.offences for each in limits if each.offences}
    caught = {each.key for each in reached}
    after: dict[str, list[int]] = {}
    for key, count in most.items():
        times = [*before.get(key, ()), *([now] if key in caught else [])][-count:]
        if recent := [at for at in times if at > now - OFFENCES_REMEMBERED]:
            after[key] = recent
    return after


def _of_entity(activity: Activity | None, entity: str) -> Post | None:
    for each in activity["posts"] if activity is not None else ():
        if entity in each and (post := Post.of(each)).entity == entity:
            return post
    return None
