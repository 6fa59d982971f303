"""Providers of OpenID Connect that an app's members may sign in with."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.domain.rights import Role
from common.store.store import Collection, Key

MOST_SIGN_IN_PROVIDERS = 10


class SignInProviderFields(TypedDict):
    """`label` stands on the button. Without `role_claim`, only members that there are may sign in;
    with it, whoever has one of the values that `roles` names there, as a member with that role.
    `client_secret` is None for a client that has none.
    """

    label: str
    issuer: str
    client_id: str
    client_secret: str | None
    scopes: list[str]
    role_claim: str
    roles: dict[str, Role]


class SignInProvider(SignInProviderFields):
    id: str
    created_at: int
    updated_at: int


SIGN_IN_PROVIDERS: Collection[SignInProvider] = Collection("sign_in_provider")


def sign_in_provider_key(app: str, id: str) -> Key[SignInProvider]:
    return Key(app, SIGN_IN_PROVIDERS, id)
