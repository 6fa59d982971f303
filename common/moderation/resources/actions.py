"""Keeping the app's actions, and trying one out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from common.configuration.context import Context
from common.delivery.attempts import answer_record, attempt_record, signed
from common.delivery.callback import build
from common.delivery.dispatcher import dispatcher_of
from common.delivery.targets import Target, callback_of, means_success
from common.domain.action import FLAG_FOR_REVIEW, Action, ActionFields, action_key
from common.domain.callback import CallbackData
from common.domain.errors import Invalid
from common.domain.ids import ordered_id
from common.domain.log import new_entry
from common.moderation.resources import resources
from common.moderation.resources.callback_names import check_names
from common.moderation.resources.kinds import ACTION
from common.moderation.resources.urls import checked_url
from common.views.gavel_resources import TriedActionAnswer

_SAMPLE: CallbackData = {
    "post_id": "test_post",
    "user_id": "test_user",
    "entity_type": "post",
    "entity_id": "test_post",
    "item_id": "test_item",
    "recommended_action": "keep",
    "rule_name": "Test Action",
}


async def put(
    context: Context, app: str, id: str, fields: ActionFields, now: int, *, keep_auth: bool
) -> Action:
    """Raises Invalid for a URL that callbacks may not reach or that another action has, and for two
    values of one name.
    """
    resources.check_id(id)
    if id == FLAG_FOR_REVIEW:
        raise Invalid.field("id", f"{id!r} is built in")
    if id in fields.get("reverses", ()):
        raise Invalid.field("reverses", "names the action itself")
    checked_url(context, "url", fields["url"])
    checked_url(context, "state_url", fields.get("state_url"))
    check_names(fields)
    await check_url_is_unique(context, app, id, fields["url"])
    if keep_auth:
        known = await resources.find(context, app, ACTION, id)
        fields = {**fields, "auth_value": known.get("auth_value") if known else None}
    try:
        callback_of(Target({**fields, "id": id, "created_at": now, "updated_at": now}))
    except ValueError as error:
        raise Invalid.field("auth_header", str(error)) from None
    return await resources.put(context, app, ACTION, id, fields, now)


async def check_url_is_unique(context: Context, app: str, id: str, url: str) -> None:
    """Hive: each action must have a different callback URL."""
    cursor: str | None = None
    while True:
        found = await resources.page(context, app, ACTION, 100, cursor)
        for document in found.documents:
            if document.data["url"] == url and document.key.id != id:
                raise Invalid.field("url", f"is the URL of the action {document.key.id!r} already")
        cursor = found.cursor
        if cursor is None:
            return


async def check_known(context: Context, app: str, ids: Sequence[str]) -> None:
    """Raises Invalid for an action that a rule names and that does not exist."""
    wanted = [id for id in ids if id != FLAG_FOR_REVIEW]
    found = await context.store.get([action_key(app, id) for id in wanted])
    for id, document in zip(wanted, found, strict=True):
        if document is None:
            raise Invalid.field("actions", f"names {id!r}, which is not an action of the app")


async def test(
    context: Context, app: str, id: str, data: Mapping[str, str], now: int
) -> TriedActionAnswer:
    """Sends one sample call and says what came back; it is logged and never retried. Raises Invalid
    for a value that the action does not send.
    """
    action = await resources.get(context, app, ACTION, id)
    for name in data:
        if name not in (action.get("parameters") or data):
            raise Invalid.field(f"data.{name}", "is not sent: the action's parameters leave it out")
    sent = {**_SAMPLE, "action": id, **data, "test": "true"}
    sample = ordered_id(now)
    dispatcher = dispatcher_of(context)
    signer = await dispatcher.signers.of(app)
    request = signed(build(callback_of(Target(action)), sent, sample, 1), signer, sample, now)
    outcome = await dispatcher.sender.send(request)
    is_done = means_success("action", outcome.status, outcome.error)
    entry = new_entry(
        app,
        "delivery",
        "test",
        now,
        reason="Test Action",
        result="done" if is_done else "failed",
        custom={"action_id": id, **answer_record(outcome)},
    )
    await context.store.commit([entry])
    return {"success": is_done, **attempt_record(outcome, now)}
