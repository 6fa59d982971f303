"""Queues (contract section 6)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.users import ActingUser
from common.domain.fields import OptionalId, Prose
from common.domain.queue import QueueType

_Name = Annotated[str, Prose, StringConstraints(min_length=1, max_length=255)]
_Description = Annotated[str, Prose, StringConstraints(max_length=512)]
_MOST_SORTED = 10


class _Acting(Request):
    user_id: OptionalId = None
    user: ActingUser | None = None


class CreateQueueRequest(_Acting):
    """`filters` and `sort` are as the review queue takes them."""

    name: _Name
    type: QueueType
    description: _Description | None = None
    filters: dict[str, Any] | None = None
    sort: list[dict[str, Any]] | None = Field(None, max_length=_MOST_SORTED)


class UpdateQueueRequest(_Acting):
    """What is left out stays."""

    name: _Name | None = None
    description: _Description | None = None
    filters: dict[str, Any] | None = None
    sort: list[dict[str, Any]] | None = Field(None, max_length=_MOST_SORTED)


class DeleteQueueRequest(_Acting):
    pass


class QueuesQuery(Request):
    """Who looks; the app's server sees every queue where it names nobody."""

    user_id: OptionalId = None
