"""Block lists (contract section 10)."""

from __future__ import annotations

from typing import Any, cast

from common.api.stream.block_lists import (
    BlockListQuery,
    CreateBlockListRequest,
    UpdateBlockListRequest,
)
from common.api.stream.queries import TeamQuery
from common.domain.block_list import BlockList, BlockListChange, BlockListFields
from common.http.call import Call
from common.moderation.resources import block_lists, resources
from common.moderation.resources.kinds import BLOCK_LIST

_SHOWN = ("id", "name", "type", "words", "team", "created_at", "updated_at")


async def list_all(call: Call) -> dict[str, Any]:
    query: BlockListQuery = call.query
    with_built_in = query.cursor is None and query.limit > 1 and not query.team
    limit = query.limit - with_built_in
    page = await resources.page(call.context, call.app, BLOCK_LIST, limit, query.cursor)
    found = [document.data for document in page.documents]
    lists = [_shown(each) for each in found if query.team in (None, each["team"])]
    if with_built_in:
        lists.insert(0, _shown(block_lists.built_in_document()))
    return {"blocklists": lists, **({"next_cursor": page.cursor} if page.cursor else {})}


async def create(call: Call, body: CreateBlockListRequest) -> dict[str, Any]:
    fields: BlockListFields = {
        "name": body.name,
        "team": body.team or "",
        "type": body.type,
        "words": body.words,
        "owner_user_id": call.acting_user(body) or "",
        **body.flags(),
    }
    return {"blocklist": _shown(await block_lists.create(call.context, call.app, fields, call.now))}


async def get(call: Call) -> dict[str, Any]:
    query: TeamQuery = call.query
    found = await block_lists.get(call.context, call.app, call.path["name"], query.team or "")
    return {"blocklist": _shown(found)}


async def update(call: Call, body: UpdateBlockListRequest) -> dict[str, Any]:
    change = cast(BlockListChange, body.flags())
    if body.words is not None:
        change["words"] = body.words
    changed = await block_lists.update(
        call.context, call.app, call.path["name"], body.team or "", change, call.now
    )
    return {"blocklist": _shown(changed)}


async def delete(call: Call) -> dict[str, Any]:
    query: TeamQuery = call.query
    await block_lists.delete(call.context, call.app, call.path["name"], query.team or "")
    return {}


def _shown(document: BlockList) -> dict[str, Any]:
    flags = {
        "is_confusable_folding_enabled": document.get("is_confusable_folding_enabled", True),
        "is_leet_check_enabled": document.get("is_leet_check_enabled", True),
        "is_plural_check_enabled": document.get("is_plural_check_enabled", False),
        "is_substring_matching_enabled": document.get("is_substring_matching_enabled", False),
    }
    return {**{k: v for k, v in document.items() if k in _SHOWN}, **flags}
