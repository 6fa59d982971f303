"""Providers, as Gavel's own API has them."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.provider import NotJudgedChoice, Price, Provider
from common.engines.remote.kinds import KINDS


class ShownProvider(TypedDict):
    """Of the key it is said only that there is one, and secret options are left out."""

    id: str
    kind: str
    url: str
    has_key: bool
    model: str
    timeout: float
    concurrency: int
    max_tokens: int
    max_characters: int
    images: bool
    price: Price
    cache_seconds: int
    not_judged: NotJudgedChoice
    options: dict[str, str]
    created_at: int
    updated_at: int


class ProviderAnswer(TypedDict):
    provider: ShownProvider


class ProvidersAnswer(TypedDict):
    providers: list[ShownProvider]
    next: str | None


def provider_answer(provider: Provider) -> ProviderAnswer:
    return {"provider": _shown(provider)}


def providers_answer(providers: Sequence[Provider], cursor: str | None) -> ProvidersAnswer:
    return {"providers": [_shown(provider) for provider in providers], "next": cursor}


def _shown(provider: Provider) -> ShownProvider:
    options, hidden = provider["options"].items(), KINDS[provider["kind"]].secret
    return {
        "id": provider["id"],
        "kind": provider["kind"],
        "url": provider["url"],
        "has_key": provider["key"] is not None,
        "model": provider["model"],
        "timeout": provider["timeout"],
        "concurrency": provider["concurrency"],
        "max_tokens": provider["max_tokens"],
        "max_characters": provider["max_characters"],
        "images": provider["images"],
        "price": provider["price"],
        "cache_seconds": provider["cache_seconds"],
        "not_judged": provider["not_judged"],
        "options": {name: each for name, each in options if name not in hidden},
        "created_at": provider["created_at"],
        "updated_at": provider["updated_at"],
    }
