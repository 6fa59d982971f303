"""Keeping an app's webhooks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.domain.settings import settings_key
from common.domain.webhook import SINGLE_URLS, WEBHOOK_URL, derived_hook_id, hook_key
from common.moderation.content.tasks import checked_url
from common.store.deciding import decide
from common.store.store import Conflict, Create, Data, Delete, Document, Put, Update, Write

_ATTEMPTS = 5
_UNCOMPARED = ("created_at", "updated_at", "position")


async def all_of(context: Context, app: str) -> dict[str, Document]:
    page = await context.store.query("hook", app=app, limit=100)
    return {document.key.id: document for document in page.documents}


async def put(context: Context, app: str, given: Mapping[str, Any], now: int) -> None:
    """Sets what is given of the app's webhooks; `event_hooks` replaces the whole list.

    Raises Invalid for a URL that webhooks may not reach and for an id that two of them have.
    """
    listed = _listed(context, app, given["event_hooks"]) if "event_hooks" in given else None
    for name in SINGLE_URLS:
        checked_url(context, name, given.get(name))

    async def attempt() -> None:
        (settings,) = await context.store.get([settings_key(app)])
        known = await all_of(context, app)
        wanted = _wanted({id: hook.data for id, hook in known.items()}, given, listed)
        writes = [_settings_write(app, settings, given, now), *_writes(app, known, wanted, now)]
        await context.configurations.change(app, writes)

    await decide(attempt, _ATTEMPTS, Conflict(settings_key(app)))


def _listed(context: Context, app: str, given: list[Data]) -> list[Data]:
    nameless: Counter[str] = Counter()
    taken = {*SINGLE_URLS}
    hooks: list[Data] = []
    for number, hook in enumerate(given):
        url = checked_url(context, f"event_hooks.{number}.webhook_url", hook["webhook_url"])
        id = hook.get("id")
        if not id:
            id = derived_hook_id(app, url, nameless[url])
            nameless[url] += 1
        if id in taken:
            raise Invalid.field(f"event_hooks.{number}.id", "is another webhook's")
        taken.add(id)
        hooks.append({**hook, "id": id, "position": number})
    return hooks


def _wanted(
    known: Mapping[str, Data], given: Mapping[str, Any], listed: list[Data] | None
) -> dict[str, Data]:
    if listed is None:
        listed = [hook for hook in known.values() if "position" in hook]
    hooks = {hook["id"]: hook for hook in listed}
    for name in SINGLE_URLS:
        before = known.get(name, {})
        url = given.get(name, before.get("webhook_url", ""))
        types = before.get("event_types", [])
        if name == WEBHOOK_URL:
            types = given.get("webhook_events", types)
        if url or types:
            hooks[name] = {"id": name, "webhook_url": url, "event_types": types, "enabled": True}
    return hooks


def _settings_write(
    app: str, settings: Document | None, given: Mapping[str, Any], now: int
) -> Write:
    """Written in any case and on the version read, so that webhooks change one after the other."""
    name = "enable_hook_payload_compression"
    fields = {"hooks_changed_at": now, **({name: given[name]} if name in given else {})}
    if settings is None:
        return Create(settings_key(app), fields)
    return Update(settings.key, set=fields, version=settings.version)


def _writes(
    app: str, known: Mapping[str, Document], wanted: Mapping[str, Data], now: int
) -> Iterator[Write]:
    for id, hook in wanted.items():
        before = known[id].data if id in known else {"created_at": now}
        is_same = _compared(hook) == _compared(before)
        times = {"created_at": before["created_at"]}
        times["updated_at"] = before["updated_at"] if is_same else now
        if {**hook, **times} != before:
            yield Put(hook_key(app, id), {**hook, **times})
    yield from (Delete(hook.key) for id, hook in known.items() if id not in wanted)


def _compared(hook: Mapping[str, Any]) -> dict[str, Any]:
    """A webhook that only moves in the list is not updated."""
    return {name: value for name, value in hook.items() if name not in _UNCOMPARED}
