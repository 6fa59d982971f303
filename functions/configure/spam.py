"""The spam manager: strings seen in content, and what people say of them."""

from __future__ import annotations

from common.api.gavel.spam import (
    SpamEntryBody,
    SpamExportQuery,
    SpamStringsQuery,
    SpamVerdictBody,
    SpamVerdictsBody,
)
from common.domain.errors import Invalid
from common.engines.spam_strings import entry_of
from common.http.call import Call
from common.http.function import Handler
from common.moderation.spam import strings, verdicts
from common.moderation.spam.verdicts import Said
from common.views.gavel_spam import (
    SpamExportAnswer,
    SpamStringAnswer,
    SpamStringsAnswer,
    SpamVerdictsAnswer,
    export_answer,
    shown,
    sizes,
    with_posts,
)
from common.views.nothing import Nothing


async def list_all(call: Call) -> SpamStringsAnswer:
    query: SpamStringsQuery = call.query
    page = await strings.page(
        call.context, call.app, query.kind, query.state, query.limit, query.cursor
    )
    lists = (await call.context.configurations.fresh(call.app)).lists
    found = [document.data for document in page.documents]
    return {
        "spam_strings": [shown(each, strings.covering(each, lists)) for each in found],
        "lists": sizes(verdicts.entries(lists)),
        "next": page.cursor,
    }


async def get(call: Call) -> SpamStringAnswer:
    return await _one(call, call.path["id"])


async def say(call: Call, body: SpamVerdictBody) -> SpamStringAnswer:
    id, by = call.path["id"], call.acting_user(body) or ""
    known = await strings.get(call.context, call.app, id)
    string = strings.spam_text(known)
    await verdicts.say(call.context, call.app, [Said(string, body.verdict)], by, call.now)
    return await _one(call, id)


async def import_all(call: Call, body: SpamVerdictsBody) -> SpamVerdictsAnswer:
    by = call.acting_user(body) or ""
    said = [_said(number, entry) for number, entry in enumerate(body.entries)]
    changed = await verdicts.say(call.context, call.app, said, by, call.now)
    lists = (await call.context.configurations.fresh(call.app)).lists
    return {"changed": changed, "lists": sizes(verdicts.entries(lists))}


async def export(call: Call) -> SpamExportAnswer:
    query: SpamExportQuery = call.query
    page = await strings.page(
        call.context, call.app, None, query.verdict, query.limit, query.cursor
    )
    found = [document.data for document in page.documents]
    return export_answer(found, query.verdict, page.cursor)


async def delete(call: Call) -> Nothing:
    await strings.delete(call.context, call.app, call.path["id"], call.now)
    return {}


async def _one(call: Call, id: str) -> SpamStringAnswer:
    found = await strings.get(call.context, call.app, id)
    lists = (await call.context.configurations.fresh(call.app)).lists
    return with_posts(found, strings.covering(found, lists))


def _said(number: int, entry: SpamEntryBody) -> Said:
    try:
        return Said(entry_of(entry.kind, entry.value), entry.verdict)
    except ValueError as error:
        raise Invalid.field(f"entries.{number}.value", str(error)) from None


HANDLERS: dict[str, Handler] = {
    "list_spam_strings": list_all,
    "get_spam_string": get,
    "say_of_spam_string": say,
    "delete_spam_string": delete,
    "import_spam_strings": import_all,
    "export_spam_strings": export,
}
