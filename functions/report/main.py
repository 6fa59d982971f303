"""Reports in Hive's manner, and what is asked of reports and reporters."""

from __future__ import annotations

from common import loading
from common.api.hive import ReportRequest
from common.http.call import Call
from common.http.function import http_function
from common.moderation.reports import reports
from common.views.hive_reports import ReportAnswer, report_answer
from functions.report import looking


async def submit(call: Call, body: ReportRequest) -> ReportAnswer:
    sent = reports.Report(
        body.post_id,
        body.user_id,
        tuple(dict.fromkeys(body.report_categories)),
        body.reporter_id or "",
        body.report_reason or "",
    )
    item = await reports.report(call.context, call.app, sent, call.now)
    return report_answer(item["id"], body.post_id, body.user_id, sent.categories)


report = http_function("report", report=submit, **looking.HANDLERS)

loading.done()
