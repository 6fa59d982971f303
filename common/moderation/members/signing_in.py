"""Signing in: with a password, or once with a link."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid, TryAgain
from common.domain.log import new_entry
from common.domain.member import Member, member_id, member_key
from common.domain.session import (
    How,
    SignedIn,
    Token,
    new_session,
    new_token,
    session_key,
    token_of,
)
from common.domain.times import HOUR
from common.moderation.contention import ATTEMPTS
from common.moderation.members import members, sessions, tries
from common.moderation.members.passwords import Passwords, check_password
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Put, Update, Write

LINK_LASTS = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Browser:
    """Where somebody signs in from; both are shown to the app's admins."""

    address: str
    agent: str


async def by_password(
    context: Context, app: str, name: str, password: str, browser: Browser, now: int
) -> SignedIn | None:
    """None for a wrong password as for a name that nobody has, and as late. Raises TooMany."""
    await tries.take(context, app, name, browser.address, now)
    (found,) = await context.store.get([member_key(app, member_id(app, name))])
    known = found.data.get("password") if found else None
    passwords = context.one(Passwords)
    if not await passwords.is_right(known, password) or found is None or known is None:
        return None
    changes: dict[str, Any] = {}
    if passwords.is_outdated(known):
        changes["password"] = await passwords.hashed(password)
    also = tries.forgiven(app, name, browser.address)
    return await enter(context, app, found.data, "password", browser, now, changes, also)


async def by_link(context: Context, shown: str, browser: Browser, now: int) -> SignedIn | None:
    """The link is used up by it, whoever else shows it at the same moment."""
    token = token_of(shown)
    if token is None:
        return None
    await tries.take(context, token.app, token.member_id, browser.address, now)
    (found,) = await context.store.get([member_key(token.app, token.member_id)])
    link = found.data.get("link") if found else None
    if found is None or link is None or now >= link["expires_at"]:
        return None
    if not hmac.compare_digest(link["digest"], token.digest):
        return None
    used = {name: value for name, value in found.data.items() if name != "link"}
    try:
        await context.store.commit([Put(found.key, used, found.version)])
    except Conflict:
        return None
    also = tries.forgiven(token.app, token.member_id, browser.address)
    return await enter(context, token.app, found.data, "link", browser, now, {}, also)


async def enter(
    context: Context,
    app: str,
    member: Member,
    how: How,
    browser: Browser,
    now: int,
    changes: dict[str, Any],
    also: list[Write],
) -> SignedIn:
    """A new session with a new token, for a member who has proved who they are; `changes` are to
    the member. Whatever the browser had before is worth nothing for it.
    """
    token = new_token(app, member["id"])
    session = new_session(token, how, browser.address, browser.agent, now)
    writes: list[Write] = [
        Create(session_key(app, session["id"]), session),
        Update(member_key(app, member["id"]), {**changes, "signed_in_at": now}),
        new_entry(app, "member", "signed_in", now, by=member["name"], custom={"how": how}),
        *await sessions.superseded(context, app, member["id"], now),
        *also,
    ]
    await context.store.commit(writes)
    return SignedIn(token, member, session)


async def new_link(context: Context, app: str, id: str, by: str, now: int) -> tuple[Token, int]:
    """What signs the member in once, and until when; one made before is worth nothing then."""

    async def attempt() -> tuple[Token, int]:
        found = await members.find(context, app, id)
        token, expires_at = new_token(app, id), now + LINK_LASTS
        link = {"digest": token.digest, "expires_at": expires_at}
        name = found.data["name"]
        entry = new_entry(app, "member", "link_made", now, user_id=name, by=by)
        await context.store.commit(
            [Update(found.key, {"link": link}, version=found.version), entry]
        )
        return token, expires_at

    busy = TryAgain("many change this member at once")
    return await until_committed(attempt, ATTEMPTS, busy)


async def set_password(
    context: Context, signed_in: SignedIn, old: str | None, password: str, now: int
) -> None:
    """Ends the member's other sessions: somebody else may have had the old one. Raises Invalid and
    TooMany.
    """
    member, session, app = signed_in.member, signed_in.session, signed_in.token.app
    check_password(password, member["name"])
    passwords = context.one(Passwords)
    if not session["may_set_password"]:
        if old is None:
            raise Invalid.field("old", "is required")
        await tries.take(context, app, member["name"], session["address"], now)
        if not await passwords.is_right(member.get("password"), old):
            raise Invalid.field("old", "is not the password")
    hashed = await passwords.hashed(password)
    await context.store.commit(
        [
            Update(member_key(app, member["id"]), {"password": hashed, "updated_at": now}),
            Update(session_key(app, session["id"]), {"may_set_password": False}),
            new_entry(app, "member", "password_set", now, by=member["name"]),
        ]
    )
    await sessions.end_all(context, app, member["id"], but=session["id"])
