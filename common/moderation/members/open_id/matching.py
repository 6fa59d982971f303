"""Which member somebody is who signed in at a provider."""

from __future__ import annotations

from collections.abc import AsyncIterator

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.member import Identity, Member, MemberFields, member_key
from common.domain.rights import ROLES, Role
from common.domain.sign_in_provider import SignInProvider
from common.moderation.members import members
from common.moderation.members.open_id.tokens import Person
from common.store.store import Document, Update


async def member_of(
    context: Context, app: str, provider: SignInProvider, person: Person, now: int
) -> Member | None:
    """The member whom the provider's subject is known as, or once the one with their verified
    e-mail address; or, where the provider's claims say what role somebody has, a new one. None for
    anybody else.
    """
    role = _role(provider, person)
    if provider["role_claim"] and role is None:
        return None
    found = await _known(context, app, person)
    if found is None:
        return await _new(context, app, person, role, now) if role else None
    identity: Identity = {"issuer": person.issuer, "subject": person.subject}
    if "identity" not in found.data:
        await context.store.commit([Update(found.key, {"identity": identity})])
    if role is not None and role != found.data["role"]:
        return await members.change(context, app, found.data["id"], {"role": role}, "", now)
    return found.data


async def _known(context: Context, app: str, person: Person) -> Document[Member] | None:
    by_email = None
    async for each in _all(context, app):
        identity = each.data.get("identity")
        if identity == {"issuer": person.issuer, "subject": person.subject}:
            return each
        if identity is None and person.email and each.data["email"] == person.email:
            by_email = each
    return by_email


async def _all(context: Context, app: str) -> AsyncIterator[Document[Member]]:
    cursor = None
    while True:
        page = await members.page(context, app, 100, cursor)
        for each in page.documents:
            yield each
        cursor = page.cursor
        if cursor is None:
            return


async def _new(context: Context, app: str, person: Person, role: Role, now: int) -> Member | None:
    """Named by the e-mail address, which stands in the log then. None without one, or where
    somebody else has that name.
    """
    if not person.email:
        return None
    fields: MemberFields = {"role": role, "queues": None, "actions": None, "email": person.email}
    try:
        made = await members.create(context, app, person.email, fields, "", now)
    except Invalid:
        return None
    identity: Identity = {"issuer": person.issuer, "subject": person.subject}
    await context.store.commit([Update(member_key(app, made["id"]), {"identity": identity})])
    return made


def _role(provider: SignInProvider, person: Person) -> Role | None:
    """The highest that they have."""
    held = [role for value, role in provider["roles"].items() if value in person.values]
    return max(held, key=ROLES.index, default=None)
