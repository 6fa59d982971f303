"""What users have reported of chat messages."""

from __future__ import annotations

from common.api.stream.flag_reports import FlagReportsRequest
from common.http.call import Call
from common.moderation.reports.flag_queries import reporters
from common.moderation.review import flag_reports
from common.moderation.review.flag_reports import ReportQuery
from common.views.flag_reports import FlagReportsAnswer, flag_reports_answer, people_of


async def query(call: Call, body: FlagReportsRequest) -> FlagReportsAnswer:
    asked = ReportQuery(body.filter_conditions or {}, body.limit or None, body.offset)
    found = await flag_reports.query(call.context, call.app, asked)
    named = [id for each in found for id in people_of(each)]
    users = await reporters(call.context, call.app, named)
    return flag_reports_answer(found, users, call.now)
