"""Providers of OpenID Connect."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from common.api.gavel.base import Body, Name
from common.domain.rights import Role

_Text = Annotated[str, StringConstraints(min_length=1, max_length=1_024, pattern=r"^[ -~]+$")]
_Scope = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[!-~]+$")]


class SignInProviderBody(Body):
    """`client_secret` is never answered; leaving it out keeps the stored one as long as `issuer`
    stays as it is, null removes it.
    """

    label: Name
    issuer: Annotated[str, StringConstraints(min_length=1, max_length=2_048)]
    client_id: _Text
    client_secret: _Text | None = Field(None, repr=False)
    scopes: list[_Scope] = Field(["openid", "email"], min_length=1, max_length=20)
    role_claim: Annotated[str, StringConstraints(max_length=255)] = ""
    roles: dict[Name, Role] = Field(default_factory=dict, max_length=100)
