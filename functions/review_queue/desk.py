"""What moderators do beside deciding, and what leads look at."""

from __future__ import annotations

from collections import Counter

from common.api.gavel.desk import NoteBody, NotesQuery, OverviewQuery, PageSettingsBody, SkipBody
from common.domain.desk_day import median_seconds
from common.http.call import Call
from common.http.function import Handler
from common.moderation.members.limits import check_item
from common.moderation.resources import page_settings
from common.moderation.review import notes, skips
from common.moderation.review.notes import About
from common.moderation.review.overview import overview
from common.moderation.review_items import review_items
from common.views.desk import (
    NoteAnswer,
    NotesAnswer,
    OverviewAnswer,
    PageSettingsAnswer,
    note_answer,
    notes_answer,
    shown_day,
    shown_moderator,
    shown_policy,
)
from common.views.review_queue import QueueItemAnswer
from common.views.stream_items import item_answer


async def note(call: Call, body: NoteBody) -> NoteAnswer:
    by = call.require_acting_user(body)
    body.check()
    await _check(call, body.item_id)
    about = About(body.item_id or "", body.target_user_id or "")
    return note_answer(await notes.write(call.context, call.app, about, body.text, by, call.now))


async def list_notes(call: Call) -> NotesAnswer:
    asked: NotesQuery = call.query
    asked.check()
    await _check(call, asked.item_id)
    about = About(asked.item_id or "", asked.target_user_id or "")
    page = await notes.query(call.context, call.app, about, asked.limit, asked.cursor)
    return notes_answer(page.documents, page.next)


async def skip(call: Call, body: SkipBody) -> QueueItemAnswer:
    by, id = call.require_acting_user(body), body.item_id
    await _check(call, id)
    item = await skips.skip(call.context, call.app, id, by, body.reason or "", call.now)
    (review_item,) = await review_items(call.context, call.app, [item])
    return {"item": item_answer(review_item, call.now)}


async def _check(call: Call, item: str | None) -> None:
    """A note about a user is no item, and so of no queue."""
    if item:
        await check_item(call.context, call.app, call.member, item)


async def get_overview(call: Call) -> OverviewAnswer:
    asked: OverviewQuery = call.query
    found = await overview(call.context, call.app, asked.days, call.now)
    days = range(found.first, found.last + 1)
    return {
        "days": [shown_day(day, found.days.get(day, Counter())) for day in days],
        "waiting": found.waiting,
        "oldest_at": found.oldest_at,
        "median_seconds": median_seconds(found.waited),
        "by_policy": [shown_policy(*each) for each in sorted(found.policies.items())],
        "by_moderator": [shown_moderator(*each) for each in sorted(found.moderators.items())],
    }


async def get_page_settings(call: Call) -> PageSettingsAnswer:
    return {"page_settings": await page_settings.get(call.context, call.app)}


async def put_page_settings(call: Call, body: PageSettingsBody) -> PageSettingsAnswer:
    kept = await page_settings.put(call.context, call.app, body.fields(), call.now)
    return {"page_settings": kept}


HANDLERS: dict[str, Handler] = {
    "write_note": note,
    "list_notes": list_notes,
    "skip_item": skip,
    "get_overview": get_overview,
    "get_page_settings": get_page_settings,
    "put_page_settings": put_page_settings,
}
