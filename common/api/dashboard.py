"""What the dashboard's page sends about its session."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from common.api.base import Request
from common.domain.errors import Invalid

_Said = Annotated[str, StringConstraints(min_length=1, max_length=1_024)]


class SignInBody(Request):
    """Either a link's token, or name and password; `app` is for others than the first."""

    link: _Said | None = None
    name: _Said | None = None
    password: _Said | None = Field(None, repr=False)
    app: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")] = "default"

    def named(self) -> tuple[str, str]:
        """Raises Invalid where one of the two is missing, or is beside a link."""
        for field in ("name", "password"):
            if self.link is not None and getattr(self, field) is not None:
                raise Invalid.field(field, "goes with no link")
            if self.link is None and getattr(self, field) is None:
                raise Invalid.field(field, "is required")
        return self.name or "", self.password or ""

    def check_link(self) -> None:
        """Raises Invalid for what stands beside a link and would be ignored."""
        self.named()
        if "app" in self.model_fields_set:
            raise Invalid.field("app", "goes with no link, which knows its own")


class PasswordBody(Request):
    """`old` is not needed where a link signed the member in."""

    old: _Said | None = Field(None, repr=False)
    password: Annotated[str, StringConstraints(max_length=1_024)] = Field(repr=False)


class CallbackQuery(BaseModel):
    """What a provider says when it sends the browser back; others say more, which means nothing
    here.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, defer_build=True)

    state: Annotated[str, StringConstraints(max_length=1_024)] = ""
    code: Annotated[str, StringConstraints(max_length=4_096)] | None = None
    error: Annotated[str, StringConstraints(max_length=1_024)] | None = None


class SignInQuery(Request):
    app: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")] = "default"
