"""How many users have how many strikes, to set the steps of a policy by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.strikes import USER_STRIKES, StrikePolicy, standing_strikes, total
from common.moderation.filtering import cursors
from common.moderation.filtering.cursors import Mark
from common.moderation.filtering.paging import order_name
from common.moderation.filtering.sorting import Sorted
from common.moderation.resources import resources
from common.moderation.resources.kinds import STRIKE_POLICY
from common.store.store import Place

_PAGE = 100


@dataclass(frozen=True, slots=True)
class Histogram:
    """`users` says how many have so many strikes of the policy now, of those that were looked
    through; `next` is where to go on.
    """

    policy: StrikePolicy
    users: Mapping[int, int]
    next: str | None


async def histogram(
    context: Context, app: str, policy: str, limit: int, cursor: str | None, now: int
) -> Histogram:
    """Of `limit` users at most who have a strike of the policy that may still count, those whose
    last runs out first. Exact for them, as of now.
    """
    known = await resources.get(context, app, STRIKE_POLICY, policy)
    order = order_name(USER_STRIKES, [Sorted(policy, False)])
    _, mark = cursors.asked(order, cursor, None, 2)
    after: Place | None = (mark.place[0], mark.place[1]) if mark is not None else None
    users: Counter[int] = Counter()
    left, store_cursor = limit, None
    while left > 0:
        page = await context.store.query(
            USER_STRIKES,
            app=app,
            equal={"policies": policy},
            order="last_expires_at",
            # Behind a place, all is later.
            low=now + 1 if mark is None else None,
            limit=min(left, _PAGE),
            cursor=store_cursor,
            after=after if store_cursor is None else None,
        )
        for document in page.documents:
            users[total(standing_strikes(document.data, now, policy))] += 1
            after = document.data["last_expires_at"], document.key.id
        left -= max(1, len(page.documents))
        store_cursor = page.cursor
        if store_cursor is None:
            break
    following = None
    if store_cursor is not None and after is not None:
        following = cursors.encoded(order, "next", Mark(after))
    users.pop(0, None)
    return Histogram(known, dict(sorted(users.items())), following)
