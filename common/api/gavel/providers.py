"""Providers: whose models judge content elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, StringConstraints

from common.api.gavel.base import Body
from common.domain.provider import NotJudgedChoice
from common.engines.remote.kinds import KINDS, OPTIONS

if TYPE_CHECKING:
    KindName = str
    OptionName = str
else:
    KindName = Literal[tuple(KINDS)]
    OptionName = Literal[OPTIONS]

ProviderUrl = Annotated[str, StringConstraints(max_length=2_048)]
# Also a service account's key file, as it is.
ProviderKey = Annotated[str, StringConstraints(min_length=1, max_length=8_192)]
Model = Annotated[str, StringConstraints(max_length=255)]
Option = Annotated[str, StringConstraints(min_length=1, max_length=1_024)]
Amount = Annotated[float, Field(ge=0, le=1_000_000)]


class PriceBody(Body):
    """Of one call, and of a million tokens read and written, in whatever currency the budget is."""

    call: Amount = 0.0
    input: Amount = 0.0
    output: Amount = 0.0


class ProviderBody(Body):
    """`key` is never answered; leaving it out keeps the stored one as long as `url` and `kind` stay
    as they are, null removes it. `timeout` is in seconds.
    """

    kind: KindName
    url: ProviderUrl = ""
    key: ProviderKey | None = None
    model: Model = ""
    timeout: float = Field(20.0, ge=0.1, le=60)
    concurrency: int = Field(4, ge=1, le=100)
    max_tokens: int = Field(1_024, ge=1, le=32_768)
    max_characters: int = Field(20_000, ge=100, le=100_000)
    images: bool = False
    price: PriceBody = PriceBody()
    cache_seconds: int = Field(86_400, ge=0, le=30 * 86_400)
    not_judged: NotJudgedChoice = "flag"
    options: dict[OptionName, Option] = Field(default_factory=dict, max_length=20)
