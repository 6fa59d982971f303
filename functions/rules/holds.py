"""Legal holds."""

from __future__ import annotations

from dataclasses import dataclass

from common.api.gavel.holds import HoldBody
from common.domain.hold import HoldOf
from common.http.call import Call
from common.http.function import Handler
from common.moderation import holds
from common.views.gavel_holds import HoldAnswer, HoldsAnswer, hold_answer, holds_answer
from common.views.nothing import Nothing


async def query(call: Call) -> HoldsAnswer:
    page = await holds.query(call.context, call.app, call.query.limit, call.query.cursor)
    return holds_answer([each.data for each in page.documents], page.cursor)


@dataclass(frozen=True, slots=True)
class _Of:
    of: HoldOf

    async def get(self, call: Call) -> HoldAnswer:
        return hold_answer(await holds.get(call.context, call.app, self.of, call.path["id"]))

    async def put(self, call: Call, body: HoldBody) -> HoldAnswer:
        by, id = call.acting_user(body) or "", call.path["id"]
        return hold_answer(
            await holds.place(call.context, call.app, self.of, id, by, body.reason, call.now)
        )

    async def delete(self, call: Call) -> Nothing:
        by, reason = call.acting_user(call.query) or "", call.query.reason or ""
        await holds.lift(call.context, call.app, self.of, call.path["id"], by, reason, call.now)
        return {}


_USER, _ITEM = _Of("user"), _Of("item")
HANDLERS: dict[str, Handler] = {
    "list_holds": query,
    "get_user_hold": _USER.get,
    "put_user_hold": _USER.put,
    "delete_user_hold": _USER.delete,
    "get_item_hold": _ITEM.get,
    "put_item_hold": _ITEM.put,
    "delete_item_hold": _ITEM.delete,
}
