"""The app as Stream's clients see it, which is where they set its webhooks."""

from __future__ import annotations

from typing import Any

from common.api.stream.app import UpdateAppRequest
from common.http.call import Call
from common.moderation.resources import settings
from common.moderation.webhooks import webhooks
from common.views.stream_app import app_response


async def get(call: Call) -> dict[str, Any]:
    stored = await settings.get(call.context, call.app)
    found = await webhooks.all_of(call.context, call.app)
    listed = {id: hook.data for id, hook in found.items()}
    return {"app": app_response(call.app, stored, listed)}


async def update(call: Call, body: UpdateAppRequest) -> dict[str, Any]:
    await webhooks.put(call.context, call.app, body.given(), call.now)
    return {}
