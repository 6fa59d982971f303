"""Signing in and out, and the session's own password."""

from __future__ import annotations

from common.api.dashboard import PasswordBody, SignInBody
from common.domain.session import LONGEST, SignedIn, token_of
from common.http.call import Call
from common.http.cookies import cookie, cookie_gone
from common.http.errors import HTTPError
from common.http.function import Handler
from common.http.responses import Reply
from common.http.sessions import COOKIE
from common.http.visit import Visit
from common.moderation.members import sessions, signing_in
from common.moderation.members.signing_in import Browser
from common.views.members import SignedInAnswer, signed_in_answer

_WRONG = "the name or the password is wrong"
_USED = "the link is wrong, was used, or is too old: ask for another"


async def sign_in(call: Call, body: SignInBody) -> Reply:
    browser = browser_of(call)
    if body.link is not None:
        body.check_link()
        found = await signing_in.by_link(call.context, body.link, browser, call.now)
    else:
        name, password = body.named()
        found = await signing_in.by_password(
            call.context, body.app, name, password, browser, call.now
        )
    if found is None:
        raise HTTPError(401, 5, _USED if body.link is not None else _WRONG)
    return Reply(dict(signed_in_answer(found, call.now)), headers=[session_cookie(call, found)])


async def get(call: Call) -> SignedInAnswer:
    return signed_in_answer(await _own(call), call.now)


async def sign_out(call: Call) -> Reply:
    assert call.signed_in is not None
    token = call.signed_in.token
    await sessions.end(call.context, token.app, token.digest)
    return Reply("", headers=[cookie_gone(COOKIE, is_secure=visit_of(call).is_secure)])


async def set_password(call: Call, body: PasswordBody) -> SignedInAnswer:
    assert call.signed_in is not None
    await signing_in.set_password(call.context, call.signed_in, body.old, body.password, call.now)
    return signed_in_answer(await _own(call), call.now)


def session_cookie(call: Call, found: SignedIn) -> tuple[str, str]:
    return cookie(COOKIE, str(found.token), LONGEST, "Strict", is_secure=visit_of(call).is_secure)


def browser_of(call: Call) -> Browser:
    visit = visit_of(call)
    return Browser(visit.address, visit.agent)


async def _own(call: Call) -> SignedIn:
    token = token_of(visit_of(call).cookies.get(COOKIE, ""))
    found = await sessions.find(call.context, token, call.now) if token else None
    if found is None:
        raise HTTPError(401, 5, "nobody is signed in here, or the session has ended")
    return found


def visit_of(call: Call) -> Visit:
    """Who browses: the dialect of these routes reads it of each request."""
    assert call.visit is not None
    return call.visit


HANDLERS: dict[str, Handler] = {
    "sign_in": sign_in,
    "get_session": get,
    "sign_out": sign_out,
    "set_password": set_password,
}
