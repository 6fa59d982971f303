"""The classes that rules name, in Gavel's own API."""

from __future__ import annotations

from common.api.gavel.classes import ContentClassBody, ContentClassesQuery
from common.http.call import Call
from common.http.function import Handler
from common.moderation.resources import classes
from common.moderation.resources.classes import Given
from common.views.gavel_classes import ClassAnswer, ClassesAnswer, class_answer, classes_answer
from common.views.nothing import Nothing


async def list_all(call: Call) -> ClassesAnswer:
    query: ContentClassesQuery = call.query
    found, cursor = await classes.page(
        call.context, call.app, query.modality, query.limit, query.cursor
    )
    return classes_answer(found, cursor)


async def get(call: Call) -> ClassAnswer:
    return class_answer(await classes.get(call.context, call.app, call.path["id"]))


async def put(call: Call, body: ContentClassBody) -> ClassAnswer:
    kept = await classes.put(call.context, call.app, call.path["id"], _given(body), call.now)
    return class_answer(kept)


async def delete(call: Call) -> Nothing:
    await classes.delete(call.context, call.app, call.path["id"])
    return {}


def _given(body: ContentClassBody) -> Given:
    given: Given = {}
    if body.display_name is not None:
        given["display_name"] = body.display_name
    if body.labels is not None:
        given["labels"] = list(dict.fromkeys(body.labels))
    if body.automatic_threshold is not None:
        given["automatic_threshold"] = body.automatic_threshold
    if body.needs_review_threshold is not None:
        review = body.needs_review_threshold
        given["needs_review_threshold"] = None if review == "never" else review
    return given


HANDLERS: dict[str, Handler] = {
    "list_classes": list_all,
    "get_class": get,
    "put_class": put,
    "delete_class": delete,
}
