"""Providers: whose models judge an app's content elsewhere."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from common.store.store import Collection, Key

NotJudgedChoice = Literal["keep", "flag", "wait"]
DEFAULT_PROVIDER = "default"
"""The provider that is meant where a policy names none and the app has several."""


class Price(TypedDict):
    """In the app's own currency: of one call, and of a million tokens read and written."""

    call: float
    input: float
    output: float


class ProviderFields(TypedDict):
    """What an app says of one. `kind` is one of common/engines/remote/kinds.py, which gives
    `options` their meaning. `timeout` is how many seconds one content may take, repeated calls
    included; `concurrency` how many calls one process may have under way. `key` is never answered.
    `cache_seconds` is how long a verdict on the same content stays good; 0 is not at all.
    `not_judged` is what follows where it did not judge and the policy says nothing of that.
    """

    kind: str
    url: str
    key: str | None
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


class Provider(ProviderFields):
    id: str
    created_at: int
    updated_at: int


PROVIDERS: Collection[Provider] = Collection("provider")


def provider_key(app: str, id: str) -> Key[Provider]:
    return Key(app, PROVIDERS, id)
