"""Providers: whose models judge content elsewhere."""

from __future__ import annotations

from typing import cast

from common.api.gavel.providers import ProviderBody
from common.domain.provider import Provider, ProviderFields
from common.http.call import Call
from common.moderation.resources import providers
from common.moderation.resources.kinds import PROVIDER
from common.views.gavel_providers import (
    ProviderAnswer,
    ProvidersAnswer,
    provider_answer,
    providers_answer,
)
from common.views.nothing import Nothing
from functions.configure.resources import Resource

PROVIDERS: Resource[ProviderAnswer, ProvidersAnswer, Provider] = Resource(
    PROVIDER, provider_answer, providers_answer
)


async def put(call: Call, body: ProviderBody) -> ProviderAnswer:
    fields = cast(ProviderFields, body.model_dump())
    keep_key = "key" not in body.model_fields_set
    provider = await providers.put(
        call.context, call.app, call.path["id"], fields, call.now, keep_key=keep_key
    )
    return provider_answer(provider)


async def delete(call: Call) -> Nothing:
    await providers.delete(call.context, call.app, call.path["id"])
    return {}
