"""Sessions of members: opened, found by what a browser shows, renewed, ended."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from common.configuration.context import Context
from common.domain.errors import NotFound
from common.domain.member import Member, member_key
from common.domain.session import (
    IDLE,
    MOST_SESSIONS,
    RENEWED_AFTER,
    SESSIONS,
    Session,
    SignedIn,
    Token,
    is_over,
    session_key,
)
from common.store.store import Conflict, Delete, Document, Key, Page, Update, Write


async def find(context: Context, token: Token, now: int) -> SignedIn | None:
    """None where there is no such session any more, or no such member. What it finds it renews."""
    key = session_key(token.app, token.digest)
    session, member = await _both(context, token)
    if session is None or member is None or is_over(session.data, now):
        return None
    found = session.data
    if now - found["seen_at"] >= RENEWED_AFTER:
        found = {**found, "seen_at": now, "expires_at": now + IDLE}
        # Somebody may be ending it, which the next request then sees.
        with suppress(Conflict):
            renewed = {"seen_at": now, "expires_at": now + IDLE}
            await context.store.commit([Update(key, renewed, version=session.version)])
    return SignedIn(token, member.data, found)


async def _both(
    context: Context, token: Token
) -> tuple[Document[Session] | None, Document[Member] | None]:
    asked: list[Key[Any]] = [
        session_key(token.app, token.digest),
        member_key(token.app, token.member_id),
    ]
    session, member = await context.store.get(asked)
    return session, member


async def end(context: Context, app: str, id: str) -> None:
    """Raises NotFound."""
    key = session_key(app, id)
    (found,) = await context.store.get([key])
    if found is None:
        raise NotFound(f"there is no session {id!r}", {"id": "does not exist"})
    await context.store.commit([Delete(key)])


async def page(
    context: Context, app: str, member_id: str | None, limit: int, cursor: str | None
) -> Page[Session]:
    """Newest first, also those that are over and were not cleared away yet."""
    equal = {"member_id": member_id} if member_id else {}
    return await context.store.query(
        SESSIONS,
        app=app,
        equal=equal,
        order="created_at",
        descending=True,
        limit=limit,
        cursor=cursor,
    )


async def superseded(context: Context, app: str, member_id: str, now: int) -> list[Write]:
    """Of a member who signs in once more: what is over, and the oldest where they have too many."""
    found = (await page(context, app, member_id, 2 * MOST_SESSIONS, None)).documents
    live = [each for each in found if not is_over(each.data, now)]
    gone = [each for each in found if is_over(each.data, now)] + live[MOST_SESSIONS - 1 :]
    return [Delete(each.key) for each in gone]


async def end_all(context: Context, app: str, member_id: str, but: str = "") -> None:
    """`but` is the id of the one that stays."""
    cursor = None
    while True:
        each = await page(context, app, member_id, 100, cursor)
        gone = [Delete(one.key) for one in each.documents if one.data["id"] != but]
        if gone:
            await context.store.commit(gone)
        cursor = each.cursor
        if cursor is None:
            return
