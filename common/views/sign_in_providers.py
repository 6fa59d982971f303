"""Providers of OpenID Connect: for admins, and for whoever wants to sign in."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict

from common.domain.rights import Role
from common.domain.sign_in_provider import SignInProvider


class ShownSignInProvider(TypedDict):
    """Of the secret it is said only that there is one. `redirect` is what the provider has to
    know, behind the address of the dashboard's server.
    """

    id: str
    label: str
    issuer: str
    client_id: str
    has_secret: bool
    scopes: list[str]
    role_claim: str
    roles: dict[str, Role]
    redirect: str
    created_at: int
    updated_at: int


class SignInProviderAnswer(TypedDict):
    sign_in_provider: ShownSignInProvider


class SignInProvidersAnswer(TypedDict):
    sign_in_providers: list[ShownSignInProvider]


class Choice(TypedDict):
    id: str
    label: str


class ChoicesAnswer(TypedDict):
    """The ways there are to sign in."""

    password: bool
    providers: list[Choice]


def callback_path(provider: str) -> str:
    return f"/dashboard/sign_in/{provider}/callback"


def sign_in_provider_answer(provider: SignInProvider) -> SignInProviderAnswer:
    return {"sign_in_provider": _shown(provider)}


def sign_in_providers_answer(providers: Sequence[SignInProvider]) -> SignInProvidersAnswer:
    return {"sign_in_providers": [_shown(each) for each in providers]}


def choices_answer(providers: Sequence[SignInProvider]) -> ChoicesAnswer:
    choices: list[Choice] = [{"id": each["id"], "label": each["label"]} for each in providers]
    return {"password": True, "providers": choices}


def _shown(provider: SignInProvider) -> ShownSignInProvider:
    return {
        "id": provider["id"],
        "label": provider["label"],
        "issuer": provider["issuer"],
        "client_id": provider["client_id"],
        "has_secret": provider["client_secret"] is not None,
        "scopes": provider["scopes"],
        "role_claim": provider["role_claim"],
        "roles": provider["roles"],
        "redirect": callback_path(provider["id"]),
        "created_at": provider["created_at"],
        "updated_at": provider["updated_at"],
    }
