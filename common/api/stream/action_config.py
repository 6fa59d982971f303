"""The configuration of a page's buttons (contract section 6)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.stream.users import Unrecorded, UnrecordedId
from common.domain.button import ButtonFields
from common.domain.errors import Invalid
from common.domain.fields import Custom, Id, OptionalId, Prose

_MOST = 50
_Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
_Short = Annotated[str, Prose, StringConstraints(max_length=255)]
_Long = Annotated[str, Prose, StringConstraints(max_length=1_024)]


class ActionConfigQuery(Request):
    """`exclude_defaults` leaves out Gavel's own buttons, `only_defaults` the app's."""

    queue_type: _Name | None = None
    entity_type: _Name | None = None
    exclude_defaults: bool = False
    only_defaults: bool = False

    def check_combined(self) -> None:
        """Raises Invalid for what would leave nothing."""
        if self.exclude_defaults and self.only_defaults:
            raise Invalid.field("only_defaults", "leaves nothing beside exclude_defaults")
        if self.only_defaults and self.queue_type:
            raise Invalid.field("queue_type", "is of the app's own buttons, not of defaults")


class ButtonItem(Request):
    """Without an `id`, the button of the same entity type, queue type and action, if there is one,
    is changed.
    """

    id: OptionalId = None
    action: _Name
    entity_type: _Name
    order: int = Field(ge=0, le=100)
    queue_type: _Short | None = None
    icon: _Short | None = None
    description: _Long | None = None
    custom: Custom | None = None

    def fields(self) -> ButtonFields:
        return {
            "action": self.action,
            "entity_type": self.entity_type,
            "queue_type": self.queue_type or "",
            "order": self.order,
            "icon": self.icon or "",
            "description": self.description or "",
            "custom": self.custom or {},
        }


class UpsertActionConfigRequest(ButtonItem):
    user_id: UnrecordedId = None
    user: Unrecorded | None = None


class BulkUpsertActionConfigRequest(Request):
    action_configs: list[ButtonItem] = Field(min_length=1, max_length=_MOST)
    user_id: UnrecordedId = None
    user: Unrecorded | None = None


class BulkDeleteActionConfigRequest(Request):
    ids: list[Id] = Field(min_length=1, max_length=_MOST)
    user_id: UnrecordedId = None
    user: Unrecorded | None = None
