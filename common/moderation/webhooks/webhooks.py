"""Keeping an app's webhooks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from common.configuration.context import Context
from common.configuration.vaults import vault_in
from common.delivery.hook_types import hook_type_of
from common.domain.errors import Invalid
from common.domain.secret_fields import compared
from common.domain.settings import AppSettings, settings_key
from common.domain.webhook import (
    PRODUCTS,
    SINGLES,
    WEBHOOKS,
    EventType,
    ListedWebhook,
    WantedWebhook,
    Webhook,
    WebhookSettings,
    derived_webhook_id,
    webhook_key,
)
from common.moderation.webhooks.receivers import checked_address, with_known_secrets
from common.moderation.webhooks.singles import check_singles, singles_wanted
from common.store.deciding import until_committed
from common.store.store import Conflict, Create, Delete, Document, Put, Update, Write

_ATTEMPTS = 5
_EVENTS = frozenset(str(each) for each in EventType)
_UNCOMPARED = ("created_at", "updated_at", "position")


async def all_of(context: Context, app: str) -> dict[str, Document[Webhook]]:
    page = await context.store.query(WEBHOOKS, app=app, limit=100)
    return {document.key.id: document for document in page.documents}


async def put(
    context: Context, app: str, given: WebhookSettings, others: AppSettings, now: int
) -> None:
    """Sets what is given of the app's webhooks; `event_hooks` replaces the whole list. `others` are
    settings that change with them.

    Raises Invalid for a URL that webhooks may not reach and for an id that two of them have.
    """
    listed = _listed(context, app, given["event_hooks"]) if "event_hooks" in given else None
    _check_types("webhook_events", given.get("webhook_events", ()))
    check_singles(context, given)

    async def attempt() -> None:
        (settings,) = await context.store.get([settings_key(app)])
        known = _readable(context, await all_of(context, app))
        stored = {id: hook.data for id, hook in known.items()}
        wanted = {**_in_list(stored, listed), **singles_wanted(stored, given)}
        writes = [
            _settings_write(app, settings, given, others, now),
            *_writes(app, known, wanted, now),
        ]
        await context.configurations.change(app, writes)

    await until_committed(attempt, _ATTEMPTS, Conflict(settings_key(app)))


def _readable(
    context: Context, known: Mapping[str, Document[Webhook]]
) -> dict[str, Document[Webhook]]:
    """To tell whether a secret that comes again is another one."""
    vault = vault_in(context)
    return {
        id: replace(each, data=compared(vault, each.key, each.data)) for id, each in known.items()
    }


def _check_types(field: str, types: Sequence[str]) -> None:
    """Of what Gavel sends, everything; a webhook of another product may ask for what it likes."""
    for name in types:
        if name not in _EVENTS:
            raise Invalid.field(field, f"names {name!r}, an event that is never sent")


def _listed(context: Context, app: str, given: Sequence[ListedWebhook]) -> list[WantedWebhook]:
    nameless: Counter[str] = Counter()
    taken = {*SINGLES}
    hooks: list[WantedWebhook] = []
    for number, hook in enumerate(given):
        url = checked_address(context, f"event_hooks.{number}.", hook)
        if hook.get("product") in PRODUCTS:
            _check_types(f"event_hooks.{number}.event_types", hook["event_types"])
        id = hook.get("id")
        if not id:
            id = derived_webhook_id(app, url, nameless[url])
            nameless[url] += 1
        if id in taken:
            raise Invalid.field(f"event_hooks.{number}.id", "is another webhook's")
        taken.add(id)
        hooks.append({**hook, "id": id, "position": number})
    return hooks


def _in_list(
    known: Mapping[str, Webhook], listed: list[WantedWebhook] | None
) -> dict[str, WantedWebhook]:
    """As it was where no other is given."""
    if listed is None:
        return {hook["id"]: hook for hook in known.values() if "position" in hook}
    return {hook["id"]: _with_secrets(hook, known.get(hook["id"])) for hook in listed}


def _with_secrets(hook: WantedWebhook, before: Webhook | None) -> WantedWebhook:
    """A secret is never answered, so a list that goes back as it came means the one that is known.
    Raises Invalid where there has to be one.
    """
    kept = with_known_secrets(hook, before)
    for name, problem in hook_type_of(kept).problems(kept):
        raise Invalid.field(f"event_hooks.{hook.get('position', 0)}.{name}", problem)
    return kept


def _settings_write(
    app: str,
    settings: Document[AppSettings] | None,
    given: WebhookSettings,
    others: AppSettings,
    now: int,
) -> Write:
    """Written in any case and on the version read, so that webhooks change one after the other."""
    fields: AppSettings = {**others, "hooks_changed_at": now}
    if "enable_hook_payload_compression" in given:
        fields["enable_hook_payload_compression"] = given["enable_hook_payload_compression"]
    if settings is None:
        return Create(settings_key(app), fields)
    return Update(settings.key, set=fields, version=settings.version)


def _writes(
    app: str,
    known: Mapping[str, Document[Webhook]],
    wanted: Mapping[str, WantedWebhook],
    now: int,
) -> Iterator[Write]:
    for id, hook in wanted.items():
        before = known[id].data if id in known else None
        made = _stored(hook, before, now)
        if made != before:
            yield Put(webhook_key(app, id), made)
    yield from (Delete(hook.key) for id, hook in known.items() if id not in wanted)


def _stored(hook: WantedWebhook, before: Webhook | None, now: int) -> Webhook:
    if before is None:
        return {**hook, "created_at": now, "updated_at": now}
    is_same = _compared(hook) == _compared(before)
    updated = before["updated_at"] if is_same else now
    return {**hook, "created_at": before["created_at"], "updated_at": updated}


def _compared(hook: WantedWebhook) -> dict[str, object]:
    """A webhook that only moves in the list is not updated."""
    return {name: value for name, value in hook.items() if name not in _UNCOMPARED}
