"""What moderators do beside deciding, and what leads look at."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from common.api.base import Request
from common.api.gavel.base import Body, Key, ListQuery, Name
from common.domain.errors import Invalid
from common.domain.fields import Id, OptionalId, Prose, Reason
from common.domain.page_settings import NO_PAGE_SETTINGS, PageSettings

_Url = Annotated[str, StringConstraints(max_length=2_048, pattern=r"^(https://[!-~]+)?$")]


class _About(Request):
    """An item, or a user."""

    item_id: OptionalId = None
    target_user_id: OptionalId = None

    def check(self) -> None:
        """Raises Invalid where neither is named, or both."""
        if not self.item_id and not self.target_user_id:
            raise Invalid.field("item_id", "is required, or target_user_id")
        if self.item_id and self.target_user_id:
            raise Invalid.field("target_user_id", "cannot be given with item_id")


class NoteBody(_About):
    """`user_id` is who writes it, where the app's server says so."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=2_000), Prose]
    user_id: OptionalId = None


class NotesQuery(ListQuery, _About):
    pass


class SkipBody(Request):
    """`user_id` is who skips it, where the app's server says so."""

    item_id: Id
    reason: Reason = None
    user_id: OptionalId = None


class OverviewQuery(Request):
    days: int = Field(14, ge=1, le=90)


class PageReasonBody(Body):
    key: Key
    label: Name
    use: Literal["act", "keep", "both"] = "both"


class PageSettingsBody(Body):
    """Whole: what is left out is as it was before anything was set. `translate_url` is of the
    operator's own translation, which the page asks when somebody wants it.
    """

    decision_reasons: list[PageReasonBody] = Field(default_factory=list, max_length=30)
    act_needs_reason: bool = Field(default=NO_PAGE_SETTINGS["act_needs_reason"], strict=True)
    keep_needs_reason: bool = Field(default=NO_PAGE_SETTINGS["keep_needs_reason"], strict=True)
    blur: bool = Field(default=NO_PAGE_SETTINGS["blur"], strict=True)
    grey: bool = Field(default=NO_PAGE_SETTINGS["grey"], strict=True)
    mute: bool = Field(default=NO_PAGE_SETTINGS["mute"], strict=True)
    veil_text_labels: list[Name] = Field(default_factory=list, max_length=100)
    space_severity: int = Field(NO_PAGE_SETTINGS["space_severity"], ge=0, le=4, strict=True)
    space_labels: list[Name] = Field(default_factory=list, max_length=100)
    translate_url: _Url = ""

    def fields(self) -> PageSettings:
        return {
            "decision_reasons": [
                {"key": each.key, "label": each.label, "use": each.use}
                for each in self.decision_reasons
            ],
            "act_needs_reason": self.act_needs_reason,
            "keep_needs_reason": self.keep_needs_reason,
            "blur": self.blur,
            "grey": self.grey,
            "mute": self.mute,
            "veil_text_labels": self.veil_text_labels,
            "space_severity": self.space_severity,
            "space_labels": self.space_labels,
            "translate_url": self.translate_url,
        }
