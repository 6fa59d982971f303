"""The app as Stream's clients see it, which is where they set its webhooks."""

from __future__ import annotations

from common.api.stream.app import UpdateAppRequest
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import settings
from common.moderation.webhooks import webhooks
from common.views.nothing import Nothing
from common.views.stream_app import AppAnswer, app_answer


async def get(call: Call) -> AppAnswer:
    stored = await settings.get(call.context, call.app)
    found = await webhooks.all_of(call.context, call.app)
    listed = {id: hook.data for id, hook in found.items()}
    return app_answer(call.app, stored, listed)


async def update(call: Call, body: UpdateAppRequest) -> Nothing:
    await webhooks.put(call.context, call.app, body.given(), body.settings(), call.now)
    return {}


HANDLERS: dict[str, Handler] = {"get_app": get, "update_app": update}
