"""Orders by authorities."""

from __future__ import annotations

from typing import cast

from common.api.gavel.authority_orders import AuthorityOrderBody
from common.domain.authority_order import AuthorityOrder
from common.http.call import Call
from common.http.function import Handler
from common.moderation import authority_orders
from common.views.gavel_authority_orders import (
    AuthorityOrderAnswer,
    AuthorityOrdersAnswer,
    authority_order_answer,
    authority_orders_answer,
)
from common.views.nothing import Nothing


async def query(call: Call) -> AuthorityOrdersAnswer:
    asked = call.query
    page = await authority_orders.query(call.context, call.app, asked.limit, asked.cursor)
    return authority_orders_answer([each.data for each in page.documents], page.cursor)


async def get(call: Call) -> AuthorityOrderAnswer:
    return authority_order_answer(
        await authority_orders.get(call.context, call.app, call.path["id"])
    )


async def put(call: Call, body: AuthorityOrderBody) -> AuthorityOrderAnswer:
    """Who enters it is `by`: `user_id` is whom it is about."""
    call.check_named({"by": body.by})
    by = call.member["name"] if call.member is not None else body.by or ""
    fields = cast(AuthorityOrder, {**body.model_dump(exclude_none=True), "by": by})
    order = await authority_orders.put(call.context, call.app, call.path["id"], fields, call.now)
    return authority_order_answer(order)


async def delete(call: Call) -> Nothing:
    by, asked = call.acting_user(call.query) or "", call.query
    await authority_orders.take_out(
        call.context, call.app, call.path["id"], by, asked.reason, call.now
    )
    return {}


HANDLERS: dict[str, Handler] = {
    "list_authority_orders": query,
    "get_authority_order": get,
    "put_authority_order": put,
    "delete_authority_order": delete,
}
