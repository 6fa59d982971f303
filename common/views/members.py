"""Members and sessions, as the dashboard and its admins see them: never with a secret."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typing_extensions import TypedDict

from common.domain.member import Member, Preferences
from common.domain.rights import RIGHTS, Right, Role, has_right
from common.domain.session import How, Session, SignedIn
from common.domain.times import to_rfc3339


class ShownMember(TypedDict):
    """`has_password`, `has_link` and `has_identity` are the ways there are for them to sign in."""

    id: str
    name: str
    role: Role
    queues: list[str] | None
    actions: list[str] | None
    email: str
    has_password: bool
    has_link: bool
    has_identity: bool
    signed_in_at: int | None
    created_at: int
    updated_at: int


class MemberAnswer(TypedDict):
    member: ShownMember


class MembersAnswer(TypedDict):
    members: list[ShownMember]
    next: str | None


class LinkAnswer(TypedDict):
    """`link` is told here and never again; the page's address has it behind `#link=`."""

    link: str
    url: str
    expires_at: int


class ShownSession(TypedDict):
    id: str
    member_id: str
    how: How
    address: str
    agent: str
    created_at: int
    seen_at: int
    expires_at: int


class SessionsAnswer(TypedDict):
    sessions: list[ShownSession]
    next: str | None


class PreferencesAnswer(TypedDict):
    preferences: dict[str, Any]
    updated_at: int | None


class OwnMember(TypedDict):
    """Who is signed in, with what they may do."""

    id: str
    name: str
    role: Role
    rights: list[Right]
    queues: list[str] | None
    actions: list[str] | None
    must_set_password: bool


class OwnApp(TypedDict):
    name: str


class SignedInAnswer(TypedDict):
    """`csrf` goes with every further request, as X-Gavel-CSRF. `server_time` is when this was
    answered, for browsers whose clock is wrong.
    """

    member: OwnMember
    app: OwnApp
    csrf: str
    expires_at: int
    server_time: str


def member_answer(member: Member) -> MemberAnswer:
    return {"member": _shown(member)}


def members_answer(members: Sequence[Member], cursor: str | None) -> MembersAnswer:
    return {"members": [_shown(each) for each in members], "next": cursor}


def link_answer(link: str, root: str, expires_at: int) -> LinkAnswer:
    return {"link": link, "url": f"{root}/dashboard/#link={link}", "expires_at": expires_at}


def sessions_answer(sessions: Sequence[Session], cursor: str | None) -> SessionsAnswer:
    return {"sessions": [_shown_session(each) for each in sessions], "next": cursor}


def preferences_answer(kept: Preferences | None) -> PreferencesAnswer:
    if kept is None:
        return {"preferences": {}, "updated_at": None}
    return {"preferences": kept["values"], "updated_at": kept["updated_at"]}


def signed_in_answer(signed_in: SignedIn, now: int) -> SignedInAnswer:
    member, session = signed_in.member, signed_in.session
    return {
        "member": {
            "id": member["id"],
            "name": member["name"],
            "role": member["role"],
            "rights": [right for right in RIGHTS if has_right(member["role"], right)],
            "queues": member["queues"],
            "actions": member["actions"],
            "must_set_password": session["may_set_password"],
        },
        "app": {"name": signed_in.token.app},
        "csrf": signed_in.token.csrf,
        "expires_at": min(session["expires_at"], session["ends_at"]),
        "server_time": to_rfc3339(now),
    }


def _shown(member: Member) -> ShownMember:
    return {
        "id": member["id"],
        "name": member["name"],
        "role": member["role"],
        "queues": member["queues"],
        "actions": member["actions"],
        "email": member["email"],
        "has_password": "password" in member,
        "has_link": "link" in member,
        "has_identity": "identity" in member,
        "signed_in_at": member.get("signed_in_at"),
        "created_at": member["created_at"],
        "updated_at": member["updated_at"],
    }


def _shown_session(session: Session) -> ShownSession:
    return {
        "id": session["id"],
        "member_id": session["member_id"],
        "how": session["how"],
        "address": session["address"],
        "agent": session["agent"],
        "created_at": session["created_at"],
        "seen_at": session["seen_at"],
        "expires_at": min(session["expires_at"], session["ends_at"]),
    }
