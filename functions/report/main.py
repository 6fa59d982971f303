"""Reports in Hive's manner."""

from __future__ import annotations

from typing import Any

from common.api.hive import ReportRequest
from common.http.call import Call
from common.http.function import http_function
from common.moderation.reports import reports


async def submit(call: Call, body: ReportRequest) -> dict[str, Any]:
    sent = reports.Report(
        body.post_id,
        body.user_id,
        tuple(dict.fromkeys(body.report_categories)),
        body.reporter_id or "",
        body.report_reason or "",
    )
    item = await reports.report(call.context, call.app, sent, call.now)
    subject = {"post_id": body.post_id} if body.post_id else {"user_id": body.user_id}
    return {
        "status": "received",
        "item_id": item["id"],
        **subject,
        "report_categories": list(sent.categories),
    }


report = http_function("report", report=submit)
