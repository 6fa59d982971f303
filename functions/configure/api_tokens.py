"""API tokens."""

from __future__ import annotations

from common.api.gavel.score_keys import ScoreKeyBody
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import keyrings
from common.moderation.resources.keyrings import API_TOKENS
from common.views.gavel_api_tokens import (
    ApiTokensAnswer,
    MadeApiTokenAnswer,
    api_tokens_answer,
    made_api_token_answer,
)
from common.views.nothing import Nothing


async def list_all(call: Call) -> ApiTokensAnswer:
    return api_tokens_answer(await keyrings.list_all(call.context, API_TOKENS, call.app))


async def create(call: Call, body: ScoreKeyBody) -> MadeApiTokenAnswer:
    made, token = await keyrings.create(call.context, API_TOKENS, call.app, body.name, call.now)
    return made_api_token_answer(made, token)


async def delete(call: Call) -> Nothing:
    await keyrings.delete(call.context, API_TOKENS, call.app, call.path["id"])
    return {}


HANDLERS: dict[str, Handler] = {
    "list_api_tokens": list_all,
    "create_api_token": create,
    "delete_api_token": delete,
}
