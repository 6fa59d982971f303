"""Keeping the app's actions, and trying one out."""

from __future__ import annotations

from typing import Any

from common.configuration.context import Context
from common.delivery.attempts import callback_of, signed
from common.delivery.callback import build
from common.delivery.dispatcher import dispatcher_of
from common.delivery.log_entries import answer_record, attempt_record
from common.domain.errors import Invalid
from common.domain.ids import ordered_id
from common.domain.log import new_entry
from common.moderation.content.tasks import checked_url
from common.moderation.enforcement.enforcements import FLAG_FOR_REVIEW
from common.moderation.resources import resources
from common.store.store import Data

_SAMPLE = {
    "post_id": "test_post",
    "user_id": "test_user",
    "entity_type": "post",
    "entity_id": "test_post",
    "item_id": "test_item",
    "recommended_action": "keep",
    "rule_name": "Test Action",
}


async def put(
    context: Context, app: str, id: str, fields: Data, now: int, *, keep_auth: bool
) -> Data:
    """Raises Invalid for a URL that callbacks may not reach or that another action has."""
    resources.check_id(id)
    if id == FLAG_FOR_REVIEW:
        raise Invalid.field("id", f"{id!r} is built in")
    if id in fields.get("reverses", ()):
        raise Invalid.field("reverses", "names the action itself")
    checked_url(context, "url", fields["url"])
    checked_url(context, "state_url", fields.get("state_url"))
    await resources.check_url_is_unique(context, app, id, fields["url"])
    if keep_auth:
        known = await resources.find(context, app, "action", id)
        fields = {**fields, "auth_value": known.get("auth_value") if known else None}
    try:
        callback_of(fields)
    except ValueError as error:
        raise Invalid.field("auth_header", str(error)) from None
    return await resources.put(context, app, "action", id, fields, now)


async def test(
    context: Context, app: str, id: str, data: dict[str, str], now: int
) -> dict[str, Any]:
    """Sends one sample call and says what came back; it is logged and never retried."""
    action = (await resources.get(context, app, "action", id)).data
    sent = {**_SAMPLE, "action": id, **data, "test": "true"}
    sample = ordered_id(now)
    signer = await dispatcher_of(context).signers.of(app)
    request = signed(build(callback_of(action), sent, sample, 1), signer, sample, now)
    outcome = await dispatcher_of(context).sender.send(request)
    done = outcome.status == 200 and outcome.error is None
    entry = new_entry(
        app,
        "delivery",
        "test",
        now,
        reason="Test Action",
        result="done" if done else "failed",
        custom={"action_id": id, **answer_record(outcome)},
    )
    await context.store.commit([entry])
    return {"success": done, **attempt_record(outcome, now)}
