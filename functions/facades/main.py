"""Other vendors' scoring endpoints on Gavel's engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common import loading
from common.http.call import Call
from common.http.function import http_function
from common.http.responses import Reply
from functions.facades import openai, perspective, suggestions

if TYPE_CHECKING:
    from common.api.batch import Batch


async def batch_perspective(_call: Call, batch: Batch) -> Reply:
    from common.http.batches import answer_batch

    return await answer_batch(batch, facades)


facades = http_function(
    "facades",
    create_moderation=openai.create,
    batch_perspective=batch_perspective,
    analyze_comment=perspective.analyze,
    suggest_comment_score=perspective.suggest,
    query_suggested_scores=suggestions.query,
    delete_suggested_score=suggestions.delete,
    discover_perspective=perspective.discover,
)

loading.done()
