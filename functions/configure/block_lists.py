"""Block lists (contract section 10)."""

from __future__ import annotations

from typing import cast

from common.api.stream.block_lists import (
    BlockListQuery,
    CreateBlockListRequest,
    ImportBlockListRequest,
    UpdateBlockListRequest,
)
from common.api.stream.queries import TeamQuery
from common.domain.block_list import BlockListChange, BlockListFields
from common.http.call import Call
from common.http.function import Handler
from common.moderation.background import block_list_imports
from common.moderation.resources import block_lists, resources
from common.moderation.resources.kinds import BLOCK_LIST
from common.views.nothing import Nothing
from common.views.stream_block_lists import (
    BlockListsAnswer,
    OneBlockListAnswer,
    block_list_answer,
    block_lists_answer,
)
from common.views.stream_tasks import StartedTaskAnswer


async def list_all(call: Call) -> BlockListsAnswer:
    query: BlockListQuery = call.query
    with_built_in = query.cursor is None and query.limit > 1 and not query.team
    limit = query.limit - with_built_in
    page = await resources.page(call.context, call.app, BLOCK_LIST, limit, query.cursor)
    found = [document.data for document in page.documents]
    lists = [each for each in found if query.team in (None, each["team"])]
    if with_built_in:
        lists.insert(0, block_lists.built_in_document())
    return block_lists_answer(lists, page.cursor)


async def create(call: Call, body: CreateBlockListRequest) -> OneBlockListAnswer:
    fields: BlockListFields = {
        "name": body.name,
        "team": body.team or "",
        "type": body.type,
        "words": body.words,
        "owner_user_id": call.acting_user(body) or "",
        **body.flags(),
    }
    return block_list_answer(await block_lists.create(call.context, call.app, fields, call.now))


async def get(call: Call) -> OneBlockListAnswer:
    query: TeamQuery = call.query
    found = await block_lists.get(call.context, call.app, call.path["name"], query.team or "")
    return block_list_answer(found)


async def update(call: Call, body: UpdateBlockListRequest) -> OneBlockListAnswer:
    change = cast(BlockListChange, body.flags())
    if body.words is not None:
        change["words"] = body.words
    changed = await block_lists.update(
        call.context, call.app, call.path["name"], body.team or "", change, call.now
    )
    return block_list_answer(changed)


async def delete(call: Call) -> Nothing:
    query: TeamQuery = call.query
    await block_lists.delete(call.context, call.app, call.path["name"], query.team or "")
    return {}


async def start_import(call: Call, body: ImportBlockListRequest) -> StartedTaskAnswer:
    chunk = body.chunk_size or block_list_imports.CHUNK
    id = await block_list_imports.start(
        call.context, call.app, call.path["id"], body.items, chunk, call.now
    )
    return {"task_id": id}


HANDLERS: dict[str, Handler] = {
    "list_block_lists": list_all,
    "create_block_list": create,
    "get_block_list": get,
    "update_block_list": update,
    "delete_block_list": delete,
    "import_block_list": start_import,
}
