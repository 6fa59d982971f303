"""Appeals as the inbox of who handles them has them."""

from __future__ import annotations

from common.api.gavel.appeals import (
    AppealNoteBody,
    AppealReadingBody,
    AppealsQuery,
    LiftBody,
    OutOfCourtBody,
)
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.moderation import complaints
from common.moderation.appeals import handling, queries
from common.moderation.filtering.paging import Asked
from common.views.gavel_appeals import (
    ComplainantAnswer,
    HandledAppealAnswer,
    HandledAppealsAnswer,
    complainant_answer,
    handled_answer,
    handled_answers,
)


async def list_all(call: Call) -> HandledAppealsAnswer:
    query: AppealsQuery = call.query
    direction = 1 if query.order == "oldest" else -1
    sort = [{"field": "created_at", "direction": direction}]
    asked = Asked(query.filter(), sort, query.limit, query.cursor)
    with cursor_named("cursor"):
        page = await queries.query(call.context, call.app, asked, None)
    return handled_answers(page.documents, page.next, call.now)


async def get(call: Call) -> HandledAppealAnswer:
    case = await queries.get(call.context, call.app, call.path["id"], None)
    return handled_answer(case, call.now)


async def note_reading(call: Call, body: AppealReadingBody) -> HandledAppealAnswer:
    by, id = call.require_acting_user(body), call.path["id"]
    case = await handling.note_reading(call.context, call.app, id, by, call.now)
    return handled_answer(case, call.now)


async def add_note(call: Call, body: AppealNoteBody) -> HandledAppealAnswer:
    by, id = call.require_acting_user(body), call.path["id"]
    case = await handling.add_note(call.context, call.app, id, by, body.text, call.now)
    return handled_answer(case, call.now)


async def put_out_of_court(call: Call, body: OutOfCourtBody) -> HandledAppealAnswer:
    by, id = call.require_acting_user(body), call.path["id"]
    dispute = body.dispute()
    case = await handling.note_out_of_court(call.context, call.app, id, by, dispute, call.now)
    return handled_answer(case, call.now)


async def get_complainant(call: Call) -> ComplainantAnswer:
    known = await complaints.get(call.context, call.app, call.path["user_id"])
    return complainant_answer(known, call.now)


async def allow(call: Call, body: LiftBody) -> ComplainantAnswer:
    by, user = call.require_acting_user(body), call.path["user_id"]
    known = await complaints.lift(call.context, call.app, user, by, body.reason or "", call.now)
    return complainant_answer(known, call.now)


HANDLERS: dict[str, Handler] = {
    "list_appeals": list_all,
    "get_handled_appeal": get,
    "note_appeal_reading": note_reading,
    "add_appeal_note": add_note,
    "put_out_of_court": put_out_of_court,
    "get_complainant": get_complainant,
    "allow_complaints": allow,
}
