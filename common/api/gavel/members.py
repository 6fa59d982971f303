"""Members, their sessions and what their page keeps."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any

import orjson
from pydantic import AfterValidator, Field, StringConstraints

from common.api.base import Request
from common.api.gavel.base import Body, ListQuery
from common.domain.fields import Id, OptionalId
from common.domain.member import MemberFields
from common.domain.rights import Role

_MOST_BYTES = 16_000
_Email = Annotated[str, StringConstraints(max_length=320, pattern=r"^([^@\s]+@[^@\s]+)?$")]
_Names = Annotated[list[Id], Field(max_length=200)]


def _small(values: dict[str, Any]) -> dict[str, Any]:
    # Half characters cannot be written, and are refused where the whole body is looked at.
    with suppress(orjson.JSONEncodeError):
        if len(orjson.dumps(values)) > _MOST_BYTES:
            raise ValueError(f"has more than {_MOST_BYTES} bytes")
    return values


class StaffBody(Body):
    """`user_id` is who does it, where the app's server says so."""

    user_id: OptionalId = None


class MemberBody(StaffBody):
    name: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    role: Role = "reader"
    queues: _Names | None = None
    actions: _Names | None = None
    email: _Email = ""

    def fields(self) -> MemberFields:
        return {
            "role": self.role,
            "queues": self.queues,
            "actions": self.actions,
            "email": self.email.lower(),
        }


class MemberChangeBody(StaffBody):
    """What is not there stays; null in `queues` and `actions` is all of them."""

    role: Role | None = None
    queues: _Names | None = None
    actions: _Names | None = None
    email: _Email | None = None

    def given(self) -> dict[str, Any]:
        found = {name: getattr(self, name) for name in ("queues", "actions") if self._has(name)}
        if self.role is not None:
            found["role"] = self.role
        if self.email is not None:
            found["email"] = self.email.lower()
        return found

    def _has(self, name: str) -> bool:
        return name in self.model_fields_set


class MemberQuery(Request):
    user_id: OptionalId = None


class SessionsQuery(ListQuery):
    member_id: OptionalId = None


class PreferencesBody(Body):
    """Whatever the page keeps: Gavel does not look into it."""

    preferences: Annotated[dict[str, Any], AfterValidator(_small)]
