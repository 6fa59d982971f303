"""Scores that were suggested, for those who calibrate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.http.call import Call
from common.views.gavel_suggestions import SuggestedScoresAnswer, suggested_scores_answer
from common.views.nothing import Nothing

if TYPE_CHECKING:
    from common.api.gavel.suggestions import SuggestedScoresQuery


async def query(call: Call) -> SuggestedScoresAnswer:
    from common.moderation.facades import suggesting

    asked: SuggestedScoresQuery = call.query
    page = await suggesting.page(
        call.context, call.app, asked.community_id, asked.limit, asked.cursor
    )
    return suggested_scores_answer([each.data for each in page.documents], page.cursor)


async def delete(call: Call) -> Nothing:
    from common.moderation.facades import suggesting

    await suggesting.delete(call.context, call.app, call.path["id"])
    return {}
