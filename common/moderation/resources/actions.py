"""Keeping the app's actions, and trying one out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from common.configuration.context import Context
from common.configuration.vaults import vault_in
from common.delivery.attempts import answer_record, attempt_record, signed
from common.delivery.callback import build
from common.delivery.dispatcher import dispatcher_of
from common.delivery.targets import Target, callback_of, means_success
from common.domain.action import FLAG_FOR_REVIEW, Action, ActionFields, action_key
from common.domain.callback import VALUES, CallbackData
from common.domain.errors import Invalid
from common.domain.ids import ordered_id
from common.domain.log import new_entry
from common.domain.rule import RuleFields
from common.domain.secret_fields import opened
from common.domain.settings import are_statements_made, settings_key
from common.domain.vault import CannotOpen
from common.moderation.resources import resources
from common.moderation.resources.action_values import (
    check_of_rule,
    check_rules_fit,
    check_steps_fit,
    check_values,
    samples,
)
from common.moderation.resources.callback_names import check_names
from common.moderation.resources.declarations import (
    check_fits,
    opt_entries,
    with_kept_opt_out,
)
from common.moderation.resources.kinds import ACTION
from common.moderation.resources.urls import checked_url
from common.store.store import Update, Write
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
    """Raises Invalid for a URL that callbacks may not reach or that another action has, for two
    values of one name, and for taking other values than a rule or a step gives.
    """
    resources.check_id(id)
    if id == FLAG_FOR_REVIEW:
        raise Invalid.field("id", f"{id!r} is built in")
    if id in fields.get("reverses", ()):
        raise Invalid.field("reverses", "names the action itself")
    checked_url(context, "url", fields["url"])
    checked_url(context, "state_url", fields.get("state_url"))
    check_names(fields)
    statement = fields.get("statement")
    if statement is not None:
        check_fits(statement, "statement.")
    if fields.get("takes") and fields.get("carries_out"):
        raise Invalid.field("takes", "is not for what carries out a decision, which passes none")
    configuration = await context.configurations.fresh(app)
    check_rules_fit(id, fields, configuration.rule_documents)
    check_steps_fit(id, fields, configuration.strike_policies)
    await check_url_is_unique(context, app, id, fields["url"])
    known = await resources.find(context, app, ACTION, id)
    before = known.get("statement") if known is not None else None
    if keep_auth:
        fields = {**fields, "auth_value": known.get("auth_value") if known else None}
    if "second_person" not in fields and known is not None and "second_person" in known:
        fields = {**fields, "second_person": known["second_person"]}
    if "statement" not in fields:
        fields = {**fields, "statement": before}
    elif statement is not None:
        fields = {**fields, "statement": with_kept_opt_out(statement, before)}
    try:
        document = {**fields, "id": id, "created_at": now, "updated_at": now}
        callback_of(Target(cast(Action, document)))
    except ValueError as error:
        raise Invalid.field("auth_header", str(error)) from None
    also: list[Write] = [*opt_entries(app, id, before, fields["statement"], now)]
    if fields["statement"] is not None and not are_statements_made(configuration.settings):
        also.append(Update(settings_key(app), set={"has_statements": True}, upsert=True))
    return await resources.put(context, app, ACTION, id, fields, now, also)


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


async def check_actions(
    context: Context, app: str, fields: RuleFields, field: str = "actions"
) -> None:
    """Raises Invalid for an action that a rule names and that does not exist, and for values that
    one does not take.
    """
    known = await check_known(context, app, fields["actions"], field)
    check_of_rule(known, fields["actions"], fields.get("action_values") or {})


async def check_known(
    context: Context, app: str, ids: Sequence[str], field: str = "actions"
) -> dict[str, Action]:
    """Those that are named, but for the built-in one. Raises Invalid for one that is not there."""
    wanted = [id for id in ids if id != FLAG_FOR_REVIEW]
    found = await context.store.get([action_key(app, id) for id in wanted])
    known: dict[str, Action] = {}
    for id, document in zip(wanted, found, strict=True):
        if document is None:
            raise Invalid.field(field, f"names {id!r}, which is not an action of the app")
        known[id] = document.data
    return known


async def test(
    context: Context,
    app: str,
    id: str,
    data: Mapping[str, str],
    values: Mapping[str, Any] | None,
    now: int,
) -> TriedActionAnswer:
    """Sends one sample call and says what came back; it is logged and never retried. Raises Invalid
    for a value that the action does not send or take.
    """
    action = await resources.get(context, app, ACTION, id)
    for name in data:
        _check_is_sent(action, name, f"data.{name}")
    for name in values or ():
        _check_is_sent(action, f"{VALUES}.{name}", f"{VALUES}.{name}")
    takes = action.get("takes") or {}
    passed = {**samples(takes), **(values or {})}
    check_values(id, takes, passed, VALUES)
    sent = {**_SAMPLE, "action": id, **data, "test": "true"}
    if passed:
        sent[VALUES] = passed
    sample = ordered_id(now)
    dispatcher = dispatcher_of(context)
    try:
        signer = await dispatcher.signers.of(app)
        known = opened(vault_in(context), action_key(app, id), action)
    except CannotOpen as error:
        raise Invalid.field("id", f"names an action that cannot be sent: {error}") from None
    request = signed(build(callback_of(Target(known)), sent, sample, 1), signer, sample, now)
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


def _check_is_sent(action: Action, name: str, field: str) -> None:
    sent = action.get("parameters") or {name: name}
    if name not in sent and name.partition(".")[0] not in sent:
        raise Invalid.field(field, "is not sent: the action's parameters leave it out")
