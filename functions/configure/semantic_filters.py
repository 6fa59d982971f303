"""Semantic filters, in Gavel's own API."""

from __future__ import annotations

from common.api.gavel.semantic_filters import (
    SemanticFilterBody,
    SemanticFilterQuery,
    SemanticFiltersQuery,
)
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import resources, semantic_filters
from common.moderation.resources.kinds import SEMANTIC_FILTER
from common.views.gavel_semantic_filters import (
    SemanticFilterAnswer,
    SemanticFiltersAnswer,
    semantic_filter_answer,
    semantic_filters_answer,
)
from common.views.nothing import Nothing


async def list_all(call: Call) -> SemanticFiltersAnswer:
    query: SemanticFiltersQuery = call.query
    page = await resources.page(call.context, call.app, SEMANTIC_FILTER, query.limit, query.cursor)
    found = [document.data for document in page.documents]
    shown = [each for each in found if query.team in (None, each["team"])]
    return semantic_filters_answer(shown, page.cursor)


async def get(call: Call) -> SemanticFilterAnswer:
    query: SemanticFilterQuery = call.query
    found = await semantic_filters.get(call.context, call.app, call.path["name"], query.team)
    return semantic_filter_answer(found)


async def put(call: Call, body: SemanticFilterBody) -> SemanticFilterAnswer:
    kept = await semantic_filters.put(
        call.context,
        call.app,
        {
            "name": call.path["name"],
            "team": body.team,
            "description": body.description,
            "phrases": body.phrases,
        },
        call.now,
    )
    return semantic_filter_answer(kept)


async def delete(call: Call) -> Nothing:
    query: SemanticFilterQuery = call.query
    await semantic_filters.delete(call.context, call.app, call.path["name"], query.team)
    return {}


HANDLERS: dict[str, Handler] = {
    "list_semantic_filters": list_all,
    "get_semantic_filter": get,
    "put_semantic_filter": put,
    "delete_semantic_filter": delete,
}
