"""What has become of a user while they are connected, told from their document as it was and is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from common.domain.user import BanRecord, User, is_standing
from common.views import socket_events
from common.views.socket_events import SocketEvent


@dataclass(frozen=True, slots=True)
class Seen:
    """`bans` are those that stand, by channel; the account's own has an empty one. Shadow bans are
    not among them.
    """

    bans: Mapping[str, BanRecord] = field(default_factory=dict)
    flagged: int = 0


def seen(user: User | None, now: int) -> Seen:
    if user is None:
        return Seen()
    told = (ban for ban in user.get("bans", ()) if not ban["shadow"] and is_standing(ban, now))
    bans = {ban.get("channel_cid", ""): ban for ban in told}
    return Seen(bans, user.get("flagged_count", 0))


def changes(before: Seen, user: User | None, now: int) -> Iterator[SocketEvent]:
    """The same for whoever compares, however often in between nobody looked. Nothing for a user
    who is not known.
    """
    if user is None:
        return
    after = seen(user, now)
    for channel, ban in after.bans.items():
        if before.bans.get(channel) != ban:
            yield socket_events.banned(user, ban, now)
    for channel in before.bans.keys() - after.bans.keys():
        yield socket_events.unbanned(user, channel, now)
    if after.flagged > before.flagged:
        yield socket_events.flagged(user, now)
