"""Blocks between users: who does not want to meet whom, which a report on a user lists.

A block changes nothing about what is checked or decided: keeping the two apart is the app's.
"""

from __future__ import annotations

from common.configuration.context import Context
from common.domain.block import BLOCKS, Block, block_key
from common.domain.errors import Invalid
from common.domain.user import User, user_key
from common.moderation.contention import ATTEMPTS, too_busy
from common.moderation.users.known import known_users
from common.store.deciding import until_committed
from common.store.unit_of_work import UnitOfWork

MOST_BLOCKED = 1_000
_MOST_BYTES = 64_000
"""They are a list in the document of who blocks, which has bans beside it."""


async def block(context: Context, app: str, user_id: str, blocked: str, now: int) -> Block:
    """The block, the earlier one where there is one. Raises NotFound where nobody knows whom, and
    Invalid for oneself or one too many.
    """
    if user_id == blocked:
        raise Invalid.field("blocked_user_id", "is who blocks")
    await known_users(context, app, [blocked], "blocked_user_id")

    async def attempt() -> Block:
        unit = UnitOfWork(context.store)
        key, of = block_key(app, user_id, blocked), user_key(app, user_id)
        await unit.read([key, of])
        known = await unit.get(key)
        if known is not None:
            return known
        user = await unit.get(of)
        if user is None:
            made: User = {"id": user_id, "created_at": now, "updated_at": now}
            user = unit.create(of, made)
        names = user.get("blocked_user_ids", [])
        size = sum(len(name.encode()) for name in (*names, blocked))
        if len(names) >= MOST_BLOCKED or size > _MOST_BYTES:
            raise Invalid.field(
                "blocked_user_id", f"would be more than {MOST_BLOCKED}, or too much"
            )
        user["blocked_user_ids"] = [*names, blocked]
        found: Block = {"user_id": user_id, "blocked_user_id": blocked, "created_at": now}
        unit.create(key, found)
        await unit.commit()
        return found

    return await until_committed(attempt, ATTEMPTS, too_busy())


async def unblock(context: Context, app: str, user_id: str, blocked: str) -> None:
    """Where there is no block, nothing changes. Raises NotFound where nobody knows whom."""
    await known_users(context, app, [blocked], "blocked_user_id")

    async def attempt() -> None:
        unit = UnitOfWork(context.store)
        key, of = block_key(app, user_id, blocked), user_key(app, user_id)
        await unit.read([key, of])
        user = await unit.get(of)
        if await unit.get(key) is None or user is None:
            return
        unit.delete(key)
        names = user.get("blocked_user_ids", [])
        user["blocked_user_ids"] = [name for name in names if name != blocked]
        await unit.commit()

    await until_committed(attempt, ATTEMPTS, too_busy())


async def made_by(
    context: Context, app: str, user_id: str, limit: int = MOST_BLOCKED
) -> list[Block]:
    """The newest first."""
    return await _query(context, app, "user_id", user_id, limit)


async def made_against(context: Context, app: str, user_id: str, limit: int) -> list[Block]:
    """By whom the user is blocked, the newest first."""
    return await _query(context, app, "blocked_user_id", user_id, limit)


async def _query(context: Context, app: str, field: str, id: str, limit: int) -> list[Block]:
    found: list[Block] = []
    cursor: str | None = None
    while len(found) < limit:
        page = await context.store.query(
            BLOCKS,
            app=app,
            equal={field: id},
            order="created_at",
            descending=True,
            limit=min(100, limit - len(found)),
            cursor=cursor,
        )
        found += [document.data for document in page.documents]
        cursor = page.cursor
        if cursor is None:
            break
    return found
