"""Signing in at a provider of OpenID Connect, and which providers there are."""

from __future__ import annotations

import logging
from typing import cast

from common.api.dashboard import CallbackQuery, SignInQuery
from common.api.gavel.sign_in_providers import SignInProviderBody
from common.domain.errors import NotFound
from common.domain.session import SignedIn
from common.domain.sign_in_provider import SignInProviderFields
from common.http.call import Call
from common.http.cookies import cookie, cookie_gone
from common.http.function import Handler
from common.http.responses import Reply
from common.moderation.members import signing_in
from common.moderation.members.open_id import flow, matching, providers
from common.moderation.members.open_id.discovery import ProviderFailed
from common.views.nothing import Nothing
from common.views.sign_in_providers import (
    ChoicesAnswer,
    SignInProviderAnswer,
    SignInProvidersAnswer,
    callback_path,
    choices_answer,
    sign_in_provider_answer,
    sign_in_providers_answer,
)
from functions.dashboard.session import browser_of, session_cookie, visit_of

_COOKIE = "gavel_sign_in"
_PATH = "/dashboard/sign_in"
_PAGE = "/dashboard/"
_logger = logging.getLogger("gavel.dashboard")


async def choices(call: Call) -> ChoicesAnswer:
    asked: SignInQuery = call.query
    return choices_answer(await providers.list_all(call.context, asked.app))


async def begin(call: Call) -> Reply:
    asked: SignInQuery = call.query
    id = call.path["provider"]
    try:
        attempt, place = await flow.begin(
            call.context, asked.app, id, _redirect(call, id), call.now
        )
    except (NotFound, ProviderFailed) as error:
        return _failed(call, error)
    is_secure = visit_of(call).is_secure
    # Lax: the provider's page leads back here, which is another site's.
    kept = cookie(_COOKIE, str(attempt), flow.LASTS, "Lax", is_secure=is_secure, path=_PATH)
    return Reply("", 303, [("location", place), kept, ("cache-control", "no-store")])


async def finish(call: Call) -> Reply:
    try:
        found = await _signed_in(call)
    except (NotFound, ProviderFailed) as error:
        return _failed(call, error)
    if found is None:
        return _back(call, "unknown")
    reply = _back(call, "")
    return Reply("", reply.status, [*reply.headers, session_cookie(call, found)])


async def _signed_in(call: Call) -> SignedIn | None:
    """None for somebody who is no member. Raises ProviderFailed."""
    asked: CallbackQuery = call.query
    attempt = flow.attempt_of(visit_of(call).cookies.get(_COOKIE, ""))
    id = call.path["provider"]
    if attempt is None or attempt.provider != id:
        raise ProviderFailed("this browser began no sign-in there, or too long ago")
    if asked.error is not None or asked.code is None:
        raise ProviderFailed("it did not let the user in")
    context, redirect = call.context, _redirect(call, id)
    provider, person = await flow.finish(
        context, attempt, asked.state, asked.code, redirect, call.now
    )
    member = await matching.member_of(context, attempt.app, provider, person, call.now)
    if member is None:
        return None
    browser = browser_of(call)
    return await signing_in.enter(context, attempt.app, member, "openid", browser, call.now, {}, [])


def _redirect(call: Call, provider: str) -> str:
    return f"{visit_of(call).root}{callback_path(provider)}"


def _failed(call: Call, error: Exception) -> Reply:
    """The log says why; who signs in is told that it failed."""
    _logger.warning("sign-in failed: %s", error)
    return _back(call, "failed")


def _back(call: Call, problem: str) -> Reply:
    """To the page, on whichever way."""
    place = f"{_PAGE}#sign_in={problem}" if problem else _PAGE
    gone = cookie_gone(_COOKIE, is_secure=visit_of(call).is_secure, path=_PATH)
    return Reply("", 303, [("location", place), gone, ("cache-control", "no-store")])


async def list_all(call: Call) -> SignInProvidersAnswer:
    return sign_in_providers_answer(await providers.list_all(call.context, call.app))


async def get(call: Call) -> SignInProviderAnswer:
    return sign_in_provider_answer(await providers.find(call.context, call.app, call.path["id"]))


async def put(call: Call, body: SignInProviderBody) -> SignInProviderAnswer:
    fields = cast(SignInProviderFields, body.model_dump())
    keep = "client_secret" not in body.model_fields_set
    return sign_in_provider_answer(
        await providers.put(
            call.context, call.app, call.path["id"], fields, call.now, keep_secret=keep
        )
    )


async def delete(call: Call) -> Nothing:
    await providers.delete(call.context, call.app, call.path["id"])
    return {}


HANDLERS: dict[str, Handler] = {
    "list_choices": choices,
    "begin_sign_in": begin,
    "finish_sign_in": finish,
    "list_sign_in_providers": list_all,
    "get_sign_in_provider": get,
    "put_sign_in_provider": put,
    "delete_sign_in_provider": delete,
}
