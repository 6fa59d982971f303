"""Members, their sessions and what their page keeps."""

from __future__ import annotations

from common.api.gavel.members import (
    MemberBody,
    MemberChangeBody,
    PreferencesBody,
    SessionsQuery,
    StaffBody,
)
from common.http.call import Call
from common.http.function import Handler
from common.moderation.members import members, preferences, sessions, signing_in
from common.moderation.members.limits import check_right
from common.views.members import (
    LinkAnswer,
    MemberAnswer,
    MembersAnswer,
    PreferencesAnswer,
    SessionsAnswer,
    link_answer,
    member_answer,
    members_answer,
    preferences_answer,
    sessions_answer,
)
from common.views.nothing import Nothing


async def list_all(call: Call) -> MembersAnswer:
    found = await members.page(call.context, call.app, call.query.limit, call.query.cursor)
    return members_answer([each.data for each in found.documents], found.cursor)


async def create(call: Call, body: MemberBody) -> MemberAnswer:
    by = call.acting_user(body) or ""
    made = await members.create(call.context, call.app, body.name, body.fields(), by, call.now)
    return member_answer(made)


async def get(call: Call) -> MemberAnswer:
    return member_answer((await members.find(call.context, call.app, _id(call))).data)


async def change(call: Call, body: MemberChangeBody) -> MemberAnswer:
    by, id = call.acting_user(body) or "", call.path["id"]
    return member_answer(
        await members.change(call.context, call.app, id, body.given(), by, call.now)
    )


async def delete(call: Call) -> Nothing:
    by = call.acting_user(call.query) or ""
    await members.delete(call.context, call.app, call.path["id"], by, call.now)
    return {}


async def make_link(call: Call, body: StaffBody) -> LinkAnswer:
    by = call.acting_user(body) or ""
    token, until = await signing_in.new_link(call.context, call.app, call.path["id"], by, call.now)
    return link_answer(str(token), call.context.settings.public_url or "", until)


async def list_sessions(call: Call) -> SessionsAnswer:
    asked: SessionsQuery = call.query
    found = await sessions.page(call.context, call.app, asked.member_id, asked.limit, asked.cursor)
    return sessions_answer([each.data for each in found.documents], found.cursor)


async def end_session(call: Call) -> Nothing:
    await sessions.end(call.context, call.app, call.path["id"])
    return {}


async def get_preferences(call: Call) -> PreferencesAnswer:
    id = _id(call)
    await members.find(call.context, call.app, id)
    return preferences_answer(await preferences.get(call.context, call.app, id))


async def put_preferences(call: Call, body: PreferencesBody) -> PreferencesAnswer:
    id = _id(call)
    await members.find(call.context, call.app, id)
    kept = await preferences.put(call.context, call.app, id, body.preferences, call.now)
    return preferences_answer(kept)


def _id(call: Call) -> str:
    """Whom the path names; `me` is who is signed in. Others are for admins. Raises NotAllowed."""
    id = call.path["id"]
    if call.member is None or id == call.member["id"]:
        return id
    if id == "me":
        return call.member["id"]
    check_right(call.member, "administer", "another member")
    return id


HANDLERS: dict[str, Handler] = {
    "list_members": list_all,
    "create_member": create,
    "get_member": get,
    "change_member": change,
    "delete_member": delete,
    "make_link": make_link,
    "list_sessions": list_sessions,
    "end_session": end_session,
    "get_preferences": get_preferences,
    "put_preferences": put_preferences,
}
