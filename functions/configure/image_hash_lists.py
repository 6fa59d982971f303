"""Lists of image hashes."""

from __future__ import annotations

from typing import cast

from common.api.gavel.image_hash_lists import (
    AddFromItemBody,
    ExportQuery,
    ImageHashListBody,
    ImportBody,
    RemoveHashesBody,
)
from common.domain.image_hash_list import ImageHashList, ImageHashListFields
from common.http.call import Call
from common.http.errors import cursor_named
from common.http.function import Handler
from common.moderation.resources import image_hash_lists
from common.moderation.resources.image_hash_lists import Changed
from common.moderation.resources.kinds import IMAGE_HASH_LIST
from common.views.gavel_image_hash_lists import (
    AddedHashesAnswer,
    ExportedHashesAnswer,
    ImageHashListAnswer,
    ImageHashListsAnswer,
    RemovedHashesAnswer,
    image_hash_list_answer,
    image_hash_lists_answer,
)
from common.views.nothing import Nothing
from functions.configure.resources import Resource

LISTS: Resource[ImageHashListAnswer, ImageHashListsAnswer, ImageHashList] = Resource(
    IMAGE_HASH_LIST, image_hash_list_answer, image_hash_lists_answer
)


async def put(call: Call, body: ImageHashListBody) -> ImageHashListAnswer:
    fields = cast(ImageHashListFields, body.model_dump())
    return image_hash_list_answer(
        await image_hash_lists.put(call.context, call.app, call.path["id"], fields, call.now)
    )


async def delete(call: Call) -> Nothing:
    await image_hash_lists.delete(call.context, call.app, call.path["id"])
    return {}


async def import_hashes(call: Call, body: ImportBody) -> AddedHashesAnswer:
    return _added(
        await image_hash_lists.import_text(
            call.context, call.app, call.path["id"], body.text, call.now
        )
    )


async def add_from_item(call: Call, body: AddFromItemBody) -> AddedHashesAnswer:
    return _added(
        await image_hash_lists.add_from_item(
            call.context,
            call.app,
            call.path["id"],
            body.item_id,
            body.image,
            body.note,
            call.now,
        )
    )


async def export(call: Call) -> ExportedHashesAnswer:
    query: ExportQuery = call.query
    with cursor_named("cursor"):
        text, following = await image_hash_lists.export(
            call.context, call.app, call.path["id"], query.cursor
        )
    return {"text": text, "next": following}


async def remove(call: Call, body: RemoveHashesBody) -> RemovedHashesAnswer:
    changed = await image_hash_lists.remove(
        call.context, call.app, call.path["id"], body.hashes, call.now
    )
    return {**image_hash_list_answer(changed.list), "removed": changed.count}


def _added(changed: Changed) -> AddedHashesAnswer:
    return {
        **image_hash_list_answer(changed.list),
        "added": changed.count,
        "known": changed.known,
    }


HANDLERS: dict[str, Handler] = {
    "list_image_hash_lists": LISTS.list,
    "get_image_hash_list": LISTS.get,
    "put_image_hash_list": put,
    "delete_image_hash_list": delete,
    "import_image_hashes": import_hashes,
    "add_image_hash": add_from_item,
    "export_image_hashes": export,
    "remove_image_hashes": remove,
}
