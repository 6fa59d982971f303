"""Keeping an app's providers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from common.configuration.context import Context
from common.configuration.providers import providers_named
from common.domain.errors import Invalid
from common.domain.provider import Provider, ProviderFields
from common.domain.vault import is_sealed
from common.engines.remote.kinds import KINDS, ProviderKind
from common.moderation.resources import resources
from common.moderation.resources.kinds import PROVIDER
from common.moderation.resources.urls import checked_url


async def put(
    context: Context, app: str, id: str, fields: ProviderFields, now: int, *, keep_key: bool
) -> Provider:
    """Raises Invalid for a URL that calls may not reach, for what the kind does not know and for
    what it cannot do without.
    """
    resources.check_id(id)
    kind = KINDS[fields["kind"]]
    fields = {**fields, "url": fields["url"] or kind.url_for(fields["options"])}
    if keep_key:
        fields = _with_kept(kind, await resources.find(context, app, PROVIDER, id), fields)
    _check(kind, fields)
    checked_url(context, "url", fields["url"])
    return await resources.put(context, app, PROVIDER, id, fields, now)


async def delete(context: Context, app: str, id: str) -> None:
    """Refused while a policy names it, which would stop judging unnoticed."""
    configuration = await context.configurations.fresh(app)
    for policy in configuration.policies.values():
        if id in {name for _, name, _ in providers_named(policy["config"])}:
            raise Invalid.field("id", f"{id!r} is named by the policy {policy['key']!r}")
    await resources.delete(context, app, PROVIDER, id)


def _with_kept(
    kind: ProviderKind, known: Provider | None, fields: ProviderFields
) -> ProviderFields:
    """A key stays with whom it was given for: it is not sent to another URL unless said again. What
    is secret of the options stays with it.
    """
    if known is None or (known["url"], known["kind"]) != (fields["url"], fields["kind"]):
        return fields
    secret = {name: each for name, each in known["options"].items() if name in kind.secret}
    return {**fields, "key": known["key"], "options": {**secret, **fields["options"]}}


def _check(kind: ProviderKind, fields: ProviderFields) -> None:
    for name in _missing(kind, fields):
        raise Invalid.field(name, f"is needed by a provider of the kind {kind.name}")
    for name, option in fields["options"].items():
        if name not in kind.options:
            known = ", ".join(kind.options) or "none"
            raise Invalid.field(f"options.{name}", f"is no option of {kind.name}: {known}")
        if not _is_sendable(option):
            raise Invalid.field(f"options.{name}", "has characters that no header can have")
    if fields["images"] and "images" not in kind.media:
        raise Invalid.field("images", f"a provider of the kind {kind.name} takes none")
    key = fields["key"]
    if key is not None and not _is_sendable(key):
        raise Invalid.field("key", "has characters that no header can have")
    if key is not None and kind.key_form is not None and not is_sealed(key):
        try:
            kind.key_form(key)
        except ValueError as error:
            raise Invalid.field("key", str(error)) from None


def _missing(kind: ProviderKind, fields: ProviderFields) -> Iterator[str]:
    own: Mapping[str, Any] = {**fields}
    if not fields["url"]:
        yield "url"
    for name in kind.required:
        if not (own.get(name) if name in ("key", "model") else fields["options"].get(name)):
            yield name if name in ("key", "model") else f"options.{name}"


def _is_sendable(key: str) -> bool:
    """A key file of JSON goes nowhere as it is, and may have lines."""
    return key.lstrip().startswith("{") or (key.isascii() and key.isprintable())
