"""Everything that was submitted."""

from __future__ import annotations

from common.api.gavel.content import ContentQuery
from common.domain.settings import listed_since
from common.http.call import Call
from common.http.function import Handler
from common.moderation.filtering.paging import Asked
from common.moderation.members.limits import only_of
from common.moderation.review.submitted import Between, submitted
from common.moderation.review_items import review_items
from common.views.gavel_content import ContentAnswer
from common.views.stream_items import item_answer


async def list_content(call: Call) -> ContentAnswer:
    query: ContentQuery = call.query
    configuration = await call.context.configurations.of(call.app)
    only = only_of(configuration, call.member)
    asked = Asked(query.filter(), limit=query.limit, cursor=query.cursor, only=only)
    between = Between(query.since, query.until)
    page = await submitted(call.context, call.app, query.user_id or None, between, asked)
    found = await review_items(call.context, call.app, page.documents)
    return {
        "items": [item_answer(each, call.now) for each in found],
        "next": page.next,
        "listed_since": listed_since(configuration.settings),
    }


HANDLERS: dict[str, Handler] = {"list_content": list_content}
