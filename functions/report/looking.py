"""Reports and reporters, looked for."""

from __future__ import annotations

from common.api.gavel.base import ByBody
from common.api.gavel.reports import ReportersQuery, ReportsQuery
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.moderation.background import report_drops
from common.moderation.members.limits import check_within
from common.moderation.reports import looking, misuse
from common.views.gavel_batches import BatchAnswer, batch_answer
from common.views.gavel_reports import (
    ReporterAnswer,
    ReportersAnswer,
    ReportsAnswer,
    reporter_answer,
    reporters_answer,
    reports_answer,
)


async def list_reports(call: Call) -> ReportsAnswer:
    asked: ReportsQuery = call.query
    await check_within(call.context, call.app, call.member, asked.item_id)
    wanted = looking.Wanted(
        asked.item_id or "",
        asked.post_id or "",
        asked.user_id or "",
        asked.reporter_id or "",
        asked.category or "",
    )
    with cursor_named("cursor"):
        page = await looking.query(call.context, call.app, wanted, asked.limit, asked.cursor)
    return reports_answer(page.documents, page.next)


async def list_reporters(call: Call) -> ReportersAnswer:
    asked: ReportersQuery = call.query
    worst = asked.order == "worst"
    with cursor_named("cursor"):
        page, rates = await looking.reporters(
            call.context, call.app, asked.limit, asked.cursor, call.now, worst=worst
        )
    found = [document.data for document in page.documents]
    return reporters_answer(found, page.cursor, rates, call.now)


async def get_reporter(call: Call) -> ReporterAnswer:
    known = await looking.get(call.context, call.app, call.path["id"], call.now)
    return reporter_answer(known.reporter, known.rates, call.now)


async def allow(call: Call, body: ByBody) -> ReporterAnswer:
    by, user = call.require_acting_user(body), call.path["id"]
    await misuse.lift(call.context, call.app, user, by, body.reason or "", call.now)
    return await get_reporter(call)


async def drop(call: Call, body: ByBody) -> BatchAnswer:
    by, user, reason = call.require_acting_user(body), call.path["id"], body.reason or ""
    task = await report_drops.start(call.context, call.app, user, by, reason, call.now)
    return batch_answer(task["id"])


HANDLERS: dict[str, Handler] = {
    "list_reports": list_reports,
    "list_reporters": list_reporters,
    "get_reporter": get_reporter,
    "allow_reports": allow,
    "drop_reports": drop,
}
