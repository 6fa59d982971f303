"""A server that answers as moderation endpoints are documented to: one path, one answer each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.receiver import Received, Receiver, answer

JSON = {"content-type": "application/json"}


class EndpointServer(Receiver):
    def says(self, path: str, *bodies: Any, status: int = 200) -> None:
        """The answers of this path, one after the other; the last stays."""
        made = [answer(status, json.dumps(body).encode(), JSON) for body in bodies]
        self.on(path, *made[:-1])
        self.always(path, made[-1])

    def sent(self, path: str) -> list[Received]:
        return [each for each in self.requests if each.path == path]

    def bodies(self, path: str) -> list[Any]:
        return [json.loads(each.body) for each in self.sent(path)]


@dataclass
class ServiceAccount:
    """Google's side of one: the key file that it gives out, and the token endpoint behind it."""

    server: EndpointServer
    path: str = "/token"
    _key: rsa.RSAPrivateKey = field(
        default_factory=lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048)
    )

    def key_file(self) -> str:
        pem = self._key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return json.dumps(
            {
                "type": "service_account",
                "client_email": "gavel@project.iam.gserviceaccount.com",
                "private_key_id": "k1",
                "private_key": pem.decode(),
                "token_uri": self.server.url(self.path),
            },
            indent=2,
        )

    def claims(self, assertion: str) -> Mapping[str, Any]:
        """Raises where the assertion is not signed with the key."""
        audience = self.server.url(self.path)
        found: Mapping[str, Any] = jwt.decode(
            assertion, self._key.public_key(), algorithms=["RS256"], audience=audience
        )
        return found
