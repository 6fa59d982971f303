"""What is submitted for a check."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import orjson
from typing_extensions import TypedDict

from common.domain.ids import derived_id

USER_ENTITY = "stream:user"
USER_ENTITIES = (USER_ENTITY, "user")
CHAT_MESSAGE = "stream:chat:v1:message"
USER_PROFILE = "stream:v1:user_profile"
FEEDS = "stream:feeds:"
"""What the types of all feeds' contents begin with."""
HIVE_POST = "post"
_MEDIA = ("texts", "images", "videos", "audios")
_REGION = re.compile(r"[A-Za-z]{2}")

S = TypeVar("S")
T = TypeVar("T")


class Payload(TypedDict, total=False):
    """The content as the customer sent it; `custom` is theirs and passed through."""

    texts: list[str]
    images: list[str]
    videos: list[str]
    audios: list[str]
    other_media: list[str]
    image_ids: dict[str, str]
    text_ids: dict[str, str]
    image_ordered_keys: list[str]
    text_ordered_keys: list[str]
    custom: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """The content as the customer sent it; `other` is passed through as it is. `image_hashes` is
    what an engine that saw image number n found its perceptual hash to be, in hexadecimal digits.
    """

    texts: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()
    audios: tuple[str, ...] = ()
    other: dict[str, Any] = field(default_factory=dict)
    image_hashes: dict[int, str] = field(default_factory=dict, init=False, compare=False)
    _derived: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Content:
        media = {name: tuple(document.get(name) or ()) for name in _MEDIA}
        return cls(**media, other={k: v for k, v in document.items() if k not in _MEDIA})

    def document(self) -> Payload:
        named = {name: list(getattr(self, name)) for name in _MEDIA}
        return cast(
            Payload, {**{name: value for name, value in named.items() if value}, **self.other}
        )

    def derived(self, make: Callable[[str], T], index: int) -> T:
        """What `make` makes of text number `index`, made once for all engines."""
        key = make, index
        if key not in self._derived:
            self._derived[key] = make(self.texts[index])
        made: T = self._derived[key]
        return made

    def derived_from(self, make: Callable[[S], T], source: Callable[[str], S], index: int) -> T:
        """What `make` makes of what `source` makes of text number `index`, each made once."""
        key = make, index
        if key not in self._derived:
            self._derived[key] = make(self.derived(source, index))
        made: T = self._derived[key]
        return made


@dataclass(frozen=True, slots=True)
class Submission:
    """One entity's content and the policy to check it with. `creator_region` is the country that
    the customer named with it, as two capital letters (ISO 3166); `creator_address` is the network
    address that the creator writes from, where the customer named that.
    """

    entity_type: str
    entity_id: str
    creator_id: str
    content: Content
    config_key: str | None = None
    team: str = ""
    published_at: int | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    creator_region: str | None = None
    creator_address: str | None = None


def region_of(custom: Any) -> str | None:
    """The country that a customer's own fields about somebody name as `region`, if they do."""
    region = custom.get("region") if isinstance(custom, dict) else None
    if isinstance(region, str) and _REGION.fullmatch(region):
        return region.upper()
    return None


def channel_of(payload: Mapping[str, Any]) -> str:
    """The channel that a content's own fields name it to be of, empty where they name none."""
    custom = payload.get("custom")
    named = custom.get("channel_cid") if isinstance(custom, dict) else None
    return named if isinstance(named, str) else ""


def is_user(entity_type: str) -> bool:
    """Stream's test suites also use the short name."""
    return entity_type in USER_ENTITIES


def payload_hash(document: Payload) -> str:
    return derived_id(orjson.dumps(document, option=orjson.OPT_SORT_KEYS).decode())
