"""Comments as Perspective's clients send them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from common.api.perspective import (
    VERSION,
    AnalyzeCommentRequest,
    DiscoveryParameters,
    Origin,
)
from common.domain.comment import NotScored
from common.http.call import Call
from common.http.dialects.perspective import published
from common.http.errors import HTTPError
from common.http.responses import Reply
from common.moderation.facades import commenting
from common.views.partial import Shape, selection
from common.views.perspective import (
    ANALYZE_SHAPE,
    SUGGEST_SHAPE,
    analyze_answer,
    suggest_answer,
)
from common.views.perspective_discovery import discovery_document

if TYPE_CHECKING:
    from common.api.perspective_suggestions import SuggestCommentScoreRequest


async def analyze(call: Call, body: AnalyzeCommentRequest) -> Mapping[str, object]:
    chosen = _chosen(call, ANALYZE_SHAPE)
    try:
        asked = body.asked()
        scores, languages = await commenting.analyze(call.context, call.app, asked, call.now)
    except NotScored as error:
        raise published(error) from None
    return chosen(analyze_answer(scores, languages, body.client_token))


async def suggest(call: Call, body: SuggestCommentScoreRequest) -> Mapping[str, object]:
    from common.moderation.facades import suggesting

    chosen = _chosen(call, SUGGEST_SHAPE)
    try:
        suggested = body.suggested()
        languages = await suggesting.suggest(call.context, call.app, suggested, call.now)
    except NotScored as error:
        raise published(error) from None
    return chosen(suggest_answer(languages, body.client_token))


async def discover(call: Call, origin: Origin) -> Reply:
    asked: DiscoveryParameters = call.query
    if asked.version != VERSION:
        fields = {"version": f"can be {VERSION}"}
        raise HTTPError(404, 16, f"there is no version {asked.version!r}", fields=fields)
    # It says what the caller's headers say: a cache would give it to others, who send keys there.
    return Reply(discovery_document(origin.root), headers=(("cache-control", "no-store"),))


def _chosen(call: Call, shape: Shape) -> Callable[[Mapping[str, object]], Mapping[str, object]]:
    """What the call's `fields` leave of an answer. Raises Invalid before anything is done."""
    return selection(call.query.fields, shape).of if call.query.fields else _all


def _all(answer: Mapping[str, object]) -> Mapping[str, object]:
    return answer
