"""Score keys."""

from __future__ import annotations

from common.api.gavel.score_keys import ScoreKeyBody
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import keyrings
from common.moderation.resources.keyrings import SCORE_KEYS
from common.views.gavel_score_keys import (
    MadeScoreKeyAnswer,
    ScoreKeysAnswer,
    made_score_key_answer,
    score_keys_answer,
)
from common.views.nothing import Nothing


async def list_all(call: Call) -> ScoreKeysAnswer:
    return score_keys_answer(await keyrings.list_all(call.context, SCORE_KEYS, call.app))


async def create(call: Call, body: ScoreKeyBody) -> MadeScoreKeyAnswer:
    made, key = await keyrings.create(call.context, SCORE_KEYS, call.app, body.name, call.now)
    return made_score_key_answer(made, key)


async def delete(call: Call) -> Nothing:
    await keyrings.delete(call.context, SCORE_KEYS, call.app, call.path["id"])
    return {}


HANDLERS: dict[str, Handler] = {
    "list_score_keys": list_all,
    "create_score_key": create,
    "delete_score_key": delete,
}
