"""Guests, who get a token for the asking where the app lets them in."""

from __future__ import annotations

from uuid import uuid4

from common.api.stream.guests import ChatGuestRequest, GuestQuery, GuestRequest, GuestUser
from common.domain.errors import NotAllowed
from common.domain.mute import ShownMutes
from common.domain.times import SECOND
from common.domain.user import User
from common.http.auth import Authenticator
from common.http.call import Call
from common.moderation.resources import settings
from common.moderation.users import profiles
from common.views.nothing import Nothing
from common.views.stream_accounts import (
    ChatGuestAnswer,
    GuestAnswer,
    one_chat_user_answer,
    one_user_answer,
)


async def create(call: Call, body: GuestRequest) -> GuestAnswer:
    user, token = await _made(call, body.user)
    return {**one_user_answer(user, call.now), "access_token": token}


async def create_chat(call: Call, body: ChatGuestRequest) -> ChatGuestAnswer:
    user, token = await _made(call, body.user)
    answer = one_chat_user_answer(user, ShownMutes(), call.now)
    return {**answer, "access_token": token}


async def _made(call: Call, guest: GuestUser) -> tuple[User, str]:
    """The id is nobody's yet: it cannot be guessed, since whoever asks for it is let in as them."""
    if (await settings.get(call.context, call.app)).get("guest_user_creation_disabled"):
        raise NotAllowed("the app lets no guests in")
    id = f"guest-{uuid4()}-{guest.id}"
    (user,) = await profiles.update(call.context, call.app, {id: guest.profile(id)}, call.now)
    asked: GuestQuery = call.query
    authenticator = call.context.one(Authenticator)
    return user, await authenticator.user_token(asked.api_key, id, call.now // SECOND)


async def hi(_call: Call) -> Nothing:
    """A client warms its connection up with it."""
    return {}
