"""Texts that are only labelled, and what they were labelled as."""

from __future__ import annotations

from common.api.stream.labels import LabelsRequest, QueryLabelResultsRequest
from common.http.call import Call
from common.http.errors import cursor_named
from common.moderation.content import label_results, labelling
from common.moderation.filtering.paging import Asked
from common.views.labels import (
    LabelResultsAnswer,
    LabelsAnswer,
    label_results_answer,
    labels_answer,
)


async def submit_labels(call: Call, body: LabelsRequest) -> LabelsAnswer:
    dry_run = bool(body.dry_run)
    result = await labelling.label(call.context, call.app, body.asked(), call.now, dry_run=dry_run)
    return labels_answer(result)


async def query_results(call: Call, body: QueryLabelResultsRequest) -> LabelResultsAnswer:
    asked = Asked(body.filter, body.sort, body.limit, body.next, body.prev)
    with cursor_named(body.cursor_name):
        page = await label_results.query(call.context, call.app, asked)
    return label_results_answer(page.documents, page.next, page.prev)
