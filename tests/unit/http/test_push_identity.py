"""Real tokens, signed by a key made here and verified by Google's library."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from google.auth.exceptions import TransportError
from pydantic import ValidationError

from common.http.push_identity import PushIdentity, push_identity
from common.settings import load_settings

AUDIENCE = "gavel-push"
ACCOUNT = "push@p.iam.gserviceaccount.com"


@cache
def _key(name: str) -> RSAPrivateKey:
    assert name
    return generate_private_key(65537, 2048)


def _public(name: str) -> str:
    pem = _key(name).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return pem.decode()


@dataclass
class Google:
    """Where its keys are fetched."""

    status: int = 200
    cache_control: str = "public, max-age=20000, must-revalidate"
    fetched: list[str] = field(default_factory=list)

    @property
    def data(self) -> bytes:
        return json.dumps({"k1": _public("k1")}).encode()

    @property
    def headers(self) -> dict[str, str]:
        return {"cache-control": self.cache_control}

    def __call__(self, url: str, method: str = "GET") -> Google:
        assert method == "GET"
        self.fetched.append(url)
        return self


def _claims(**changed: Any) -> dict[str, Any]:
    now = int(time.time())
    claims = {
        "iss": "https://accounts.google.com",
        "aud": AUDIENCE,
        "email": ACCOUNT,
        "email_verified": True,
        "iat": now - 60,
        "exp": now + 3600,
        **changed,
    }
    return {name: value for name, value in claims.items() if value is not None}


def _token(key: str = "k1", algorithm: str = "RS256", **changed: Any) -> str:
    return jwt.encode(_claims(**changed), _key(key), algorithm, headers={"kid": "k1"})


def _allows(authorization: str, google: Google | None = None) -> bool:
    identity = PushIdentity(AUDIENCE, [ACCOUNT], google or Google())
    return asyncio.run(identity.allows(authorization))


def test_the_push_account_is_let_in() -> None:
    assert _allows(f"Bearer {_token()}")
    assert _allows(f"bearer {_token()}")


@pytest.mark.parametrize(
    "changed",
    [
        {"aud": "https://elsewhere"},
        {"aud": None},
        {"email": "other@p.iam.gserviceaccount.com"},
        {"email": None},
        {"email_verified": False},
        {"email_verified": None},
        {"iss": "https://evil.example"},
        {"exp": int(time.time()) - 60},
        {"iat": int(time.time()) + 3600, "exp": int(time.time()) + 7200},
        {"exp": None},
    ],
)
def test_any_other_claim_is_refused(changed: dict[str, Any]) -> None:
    assert not _allows(f"Bearer {_token(**changed)}")


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Bearer",
        "Bearer ",
        "Basic abc",
        "Bearer a.b.c",
        "Bearer ....",
        "Bearer é.é.é",
        "Bearer W10.W10.W10",
        "Bearer " + "a" * 100_000,
    ],
)
def test_what_is_no_token_is_refused(authorization: str) -> None:
    assert not _allows(authorization)


def test_another_key_and_weak_signatures_are_refused() -> None:
    assert not _allows(f"Bearer {_token('k2')}")
    unsigned = jwt.encode(_claims(), "", "none", headers={"kid": "k1"})
    assert not _allows(f"Bearer {unsigned}")
    shared = jwt.encode(_claims(), "x" * 64, "HS256", headers={"kid": "k1"})
    assert not _allows(f"Bearer {shared}")
    head, _, signature = _token().split(".")
    forged = _token(email="other@p.iam.gserviceaccount.com").split(".")[1]
    assert not _allows(f"Bearer {head}.{forged}.{signature}")


def test_the_keys_are_fetched_once_as_long_as_they_last() -> None:
    for cache_control, fetches in (("max-age=20000", 1), ("", 1), ("max-age=0", 3)):
        google = Google(cache_control=cache_control)
        identity = PushIdentity(AUDIENCE, [ACCOUNT], google)
        for _ in range(3):
            assert asyncio.run(identity.allows(f"Bearer {_token()}"))
        assert len(google.fetched) == fetches


def test_without_the_keys_nothing_is_decided() -> None:
    google = Google(status=503)
    identity = PushIdentity(AUDIENCE, [ACCOUNT], google)
    with pytest.raises(TransportError):
        asyncio.run(identity.allows(f"Bearer {_token()}"))
    google.status = 200
    assert asyncio.run(identity.allows(f"Bearer {_token()}"))


def test_settings_say_who() -> None:
    assert push_identity(load_settings({})) is None
    both = {"GAVEL_PUSH_AUDIENCE": AUDIENCE, "GAVEL_PUSH_SERVICE_ACCOUNT": ACCOUNT}
    assert push_identity(load_settings(both)) is not None


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"GAVEL_PUSH_AUDIENCE": AUDIENCE}, "GAVEL_PUSH_SERVICE_ACCOUNT"),
        ({"GAVEL_PUSH_SERVICE_ACCOUNT": ACCOUNT}, "GAVEL_PUSH_AUDIENCE"),
        ({"GAVEL_QUEUE": "pubsub"}, "GAVEL_GOOGLE_PROJECT"),
        ({"GAVEL_TASKS_QUEUE": "projects/p/locations/l/queues/q"}, "GAVEL_FUNCTION_URL"),
    ],
)
def test_half_of_the_settings_is_no_door(given: dict[str, str], missing: str) -> None:
    with pytest.raises(ValidationError, match=missing):
        load_settings(given)


def test_the_project_may_come_from_google() -> None:
    settings = load_settings({"GAVEL_QUEUE": "pubsub", "GOOGLE_CLOUD_PROJECT": "p1"})
    assert settings.google_project == "p1"
    both = {"GOOGLE_CLOUD_PROJECT": "p1", "GAVEL_GOOGLE_PROJECT": "p2"}
    assert load_settings(both).google_project == "p2"
