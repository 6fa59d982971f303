"""The kinds of providers there are, one entry each."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from common.engines.remote.adapter import Adapter
from common.engines.remote.chat.labels import LLAMA_GUARD, QWEN3GUARD
from common.engines.remote.endpoints.keys import read_key
from common.engines.remote.endpoints.labels import (
    AZURE,
    COMPREHEND,
    GOOGLE_TEXT,
    GOOGLE_VISION,
    OPENAI,
    TOXICITY,
)
from common.outgoing.signing import parse_secret

Medium = Literal["texts", "images"]


@dataclass(frozen=True, slots=True)
class ProviderKind:
    """All there is to know of a kind without loading its adapter.

    `labels` are those that it gives; with `own_labels` the customer's policy says which instead.
    `chats` are language models, which a policy's llm_config may ask.
    `media` is what it can look at, `url` where it is unless the provider says otherwise (empty:
    the provider must; it may have options in braces), `options` which further settings it knows,
    `secret` which of them are kept and hidden as its key is, and `required` which of the fields
    `key`, `model` and of its options it cannot do without.
    `version` is raised when its answers come to be read in another way, so that remembered verdicts
    are not. `key_form` raises ValueError for a key that the adapter cannot read, without any of it.
    """

    name: str
    module: str
    labels: tuple[str, ...] = ()
    own_labels: bool = False
    chats: bool = False
    media: tuple[Medium, ...] = ("texts",)
    url: str = ""
    options: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    version: int = 1
    key_form: Callable[[str], object] | None = None

    def serves(self, engine: str) -> bool:
        if engine == "google_vision":
            return self.name == "google_vision"
        return self.chats if engine == "llm" else not self.own_labels

    def url_for(self, options: Mapping[str, str]) -> str:
        """Where a provider with these options is, empty where it has to say so itself."""
        names = re.findall(r"\{(\w+)\}", self.url)
        known = {name: options.get(name, "") for name in names}
        return self.url.format(**known) if all(known.values()) else ""

    def load(self) -> Adapter:
        return cast(Adapter, importlib.import_module(self.module))


KINDS: dict[str, ProviderKind] = {
    kind.name: kind
    for kind in (
        ProviderKind(
            "chat_json",
            "common.engines.remote.chat.chat_json",
            own_labels=True,
            chats=True,
            media=("texts", "images"),
            options=("reasoning_effort",),
            required=("model",),
        ),
        ProviderKind(
            "llama_guard",
            "common.engines.remote.chat.llama_guard",
            labels=tuple(LLAMA_GUARD.values()),
            chats=True,
            required=("model",),
        ),
        ProviderKind(
            "qwen3guard",
            "common.engines.remote.chat.qwen3guard",
            labels=QWEN3GUARD,
            chats=True,
            required=("model",),
        ),
        ProviderKind(
            "shieldgemma",
            "common.engines.remote.chat.shieldgemma",
            own_labels=True,
            chats=True,
            required=("model",),
        ),
        ProviderKind(
            "granite",
            "common.engines.remote.chat.granite",
            own_labels=True,
            chats=True,
            required=("model",),
        ),
        ProviderKind(
            "openai",
            "common.engines.remote.endpoints.openai",
            labels=OPENAI,
            media=("texts", "images"),
            url="https://api.openai.com/v1",
        ),
        ProviderKind(
            "google_text",
            "common.engines.remote.endpoints.google_text",
            labels=GOOGLE_TEXT,
            url="https://language.googleapis.com",
            required=("key",),
            key_form=read_key,
        ),
        ProviderKind(
            "google_vision",
            "common.engines.remote.endpoints.google_vision",
            labels=GOOGLE_VISION,
            media=("images",),
            url="https://vision.googleapis.com",
            required=("key",),
            key_form=read_key,
        ),
        ProviderKind(
            "rekognition",
            "common.engines.remote.endpoints.rekognition",
            media=("images",),
            url="https://rekognition.{region}.amazonaws.com",
            options=("access_key_id", "region", "session_token"),
            secret=("session_token",),
            required=("key", "access_key_id", "region"),
        ),
        ProviderKind(
            "comprehend",
            "common.engines.remote.endpoints.comprehend",
            labels=(*COMPREHEND, TOXICITY),
            url="https://comprehend.{region}.amazonaws.com",
            options=("access_key_id", "region", "session_token"),
            secret=("session_token",),
            required=("key", "access_key_id", "region"),
        ),
        ProviderKind(
            "azure",
            "common.engines.remote.endpoints.azure",
            labels=AZURE,
            media=("texts", "images"),
            required=("key",),
        ),
        ProviderKind(
            "hive",
            "common.engines.remote.endpoints.hive",
            media=("texts", "images"),
            url="https://api.thehive.ai",
            required=("key",),
        ),
        ProviderKind(
            "webhook",
            "common.engines.remote.endpoints.webhook",
            media=("texts", "images"),
            required=("key",),
            key_form=parse_secret,
        ),
    )
}
OPTIONS: tuple[str, ...] = tuple(
    dict.fromkeys(option for kind in KINDS.values() for option in kind.options)
)
