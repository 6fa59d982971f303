"""What is submitted for a check."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson

from common.domain.ids import derived_id

USER_ENTITY = "stream:user"
_USER_ENTITIES = (USER_ENTITY, "user")
CHAT_MESSAGE = "stream:chat:v1:message"
HIVE_POST = "post"
PROFILE_ENTITY = "stream:v1:user_profile"


@dataclass(frozen=True, slots=True)
class Payload:
    """The content as the customer sent it; `custom` is theirs and passed through."""

    texts: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    videos: tuple[str, ...] = ()
    audios: tuple[str, ...] = ()
    other: dict[str, Any] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        named = {
            "texts": list(self.texts),
            "images": list(self.images),
            "videos": list(self.videos),
            "audios": list(self.audios),
        }
        return {**{key: value for key, value in named.items() if value}, **self.other}


@dataclass(frozen=True, slots=True)
class Submission:
    """One entity's content and the policy to check it with."""

    entity_type: str
    entity_id: str
    creator_id: str
    payload: Payload
    config_key: str | None = None
    team: str = ""
    published_at: int | None = None
    metadata: dict[str, Any] = field(default_factory=dict)


def is_user(entity_type: str) -> bool:
    """Stream's test suites also use the short name."""
    return entity_type in _USER_ENTITIES


def payload_hash(document: dict[str, Any]) -> str:
    return derived_id(orjson.dumps(document, option=orjson.OPT_SORT_KEYS).decode())
