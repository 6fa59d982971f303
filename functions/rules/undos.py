"""What rules did, and taking it back."""

from __future__ import annotations

from common.api.gavel.undos import RuleEffectsQuery, UndoBody
from common.http.call import Call
from common.moderation.background import undos
from common.moderation.rules import undoing
from common.views.gavel_undos import (
    DoneByRuleAnswer,
    UndoAnswer,
    done_answer,
    preview_answer,
    undo_answer,
)


async def done(call: Call) -> DoneByRuleAnswer:
    asked: RuleEffectsQuery = call.query
    rule_id = asked.rule_id
    await undoing.check_known(call.context, call.app, rule_id)
    page = await undoing.done_by(
        call.context, call.app, rule_id, asked.since, asked.until, asked.limit, asked.cursor
    )
    return done_answer([document.data for document in page.documents], page.cursor)


async def undo(call: Call, body: UndoBody) -> UndoAnswer:
    context, app, rule_id, now = call.context, call.app, body.rule_id, call.now
    await undoing.check_known(context, app, rule_id)
    by, reason = call.acting_user(body) or "", body.reason or ""
    asked = undoing.new_undo(rule_id, body.version, body.since, by, reason, now)
    if not body.preview:
        return undo_answer(asked, await undos.start(context, app, asked, now))
    found = await undoing.preview(context, app, asked, now)
    counts = found.found, len(found.items), len(found.users)
    return preview_answer(
        asked, found.result, counts, dict(found.by_action), found.sample, complete=found.complete
    )


async def get(call: Call) -> UndoAnswer:
    task = await undoing.get(call.context, call.app, call.path["id"])
    return undo_answer(undoing.undo_of(task), task)
