"""What became of statements at the transparency database."""

from __future__ import annotations

from common.api.gavel.transparency import SubmissionsQuery
from common.delivery.transparency import submissions
from common.http.call import Call
from common.http.function import Handler
from common.moderation.members.limits import check_within
from common.views.gavel_transparency import (
    SubmissionAnswer,
    SubmissionsAnswer,
    submission_answer,
    submissions_answer,
)


async def query(call: Call) -> SubmissionsAnswer:
    asked: SubmissionsQuery = call.query
    await check_within(call.context, call.app, call.member, None)
    found, following = await submissions.query(call.context, call.app, asked.limit, asked.cursor)
    return submissions_answer(found, following)


async def retry(call: Call) -> SubmissionAnswer:
    await check_within(call.context, call.app, call.member, None)
    by = call.acting_user(None) or ""
    retried = await submissions.retry(call.context, call.app, call.path["id"], call.now, by)
    return submission_answer(retried)


HANDLERS: dict[str, Handler] = {
    "list_submissions": query,
    "retry_submission": retry,
}
