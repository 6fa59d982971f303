"""How often entries of block lists were found."""

from __future__ import annotations

from common.api.gavel.list_hits import ListHitsQuery
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.views.list_hits import ListHitsAnswer, list_hits_answer


async def list_all(call: Call) -> ListHitsAnswer:
    from common.moderation.filtering.paging import Asked
    from common.moderation.resources import list_hits

    query: ListHitsQuery = call.query
    asked = Asked(limit=query.limit, cursor=query.cursor)
    with cursor_named("cursor"):
        found = await list_hits.query(
            call.context,
            call.app,
            query.name,
            query.team,
            query.unused_days,
            query.order,
            asked,
            call.now,
        )
    page = found.page
    return list_hits_answer(found.block_list, found.since, found.unused, page.documents, page.next)


HANDLERS: dict[str, Handler] = {"list_hits": list_all}
