"""A provider of OpenID Connect over real HTTP, for tests: it lets one person in, and does what is
wrong when it is told to.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from base64 import b64decode, urlsafe_b64encode
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

import jwt
import orjson
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

CLIENT, SECRET = "gavel-dashboard", "client s3cret"


class Provider:
    """`claims` are those of the person whom it lets in; `change` is laid over an ID token's, where
    None takes one away. `algorithm` is what tokens are signed with: RS256, HS256 or none. `signer`
    signs them, while `keys` are told. `describes` is laid over its description.
    """

    def __init__(self) -> None:
        self.key = new_key()
        self.signer = self.key
        self.keys = {"first": self.key}
        self.kid: str | None = "first"
        self.algorithm = "RS256"
        self.claims: dict[str, Any] = {"sub": "248289761001"}
        self.change: dict[str, Any] = {}
        self.describes: dict[str, Any] = {}
        self.tokens: list[dict[str, str]] = []
        self._codes: dict[str, dict[str, str]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Provider:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def description(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256"],
            **self.describes,
        }

    def published(self) -> dict[str, Any]:
        return {"keys": [_published(kid, key) for kid, key in self.keys.items()]}

    def authorized(self, url: str) -> str:
        """Where somebody who was sent to `url` and let in is sent back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert asked["response_type"] == "code" and asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256" and "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"], "session_state": "x"})
        return f"{asked['redirect_uri']}?{back}"

    def redeemed(self, form: dict[str, str], credentials: tuple[str, str]) -> dict[str, Any] | None:
        """A code is good once, for its own client, address and verifier."""
        asked = self._codes.pop(form.get("code", ""), None)
        self.tokens.append(form)
        if asked is None or credentials != (CLIENT, SECRET):
            return None
        digest = sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
        if not hmac.compare_digest(challenge, asked["code_challenge"]):
            return None
        if form.get("redirect_uri") != asked["redirect_uri"]:
            return None
        return {"token_type": "Bearer", "access_token": "a", "id_token": self.id_token(asked)}

    def id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **self.claims,
            **self.change,
        }
        kept = {name: value for name, value in claims.items() if value is not None}
        headers = {"kid": self.kid} if self.kid else {}
        if self.algorithm == "none":
            return jwt.encode(kept, "", "none", headers)
        if self.algorithm == "HS256":
            return jwt.encode(kept, SECRET.ljust(32, "!"), "HS256", headers)
        return jwt.encode(kept, self.signer, self.algorithm, headers)


def new_key() -> RSAPrivateKey:
    return generate_private_key(65537, 2048)


def _published(kid: str, key: RSAPrivateKey) -> dict[str, Any]:
    told: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
    return {**told, "kid": kid, "use": "sig", "alg": "RS256"}


def _handler_of(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path == "/.well-known/openid-configuration":
                self._answer(200, provider.description())
            elif path == "/keys":
                self._answer(200, provider.published())
            else:
                self._answer(404, {})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            found = provider.redeemed(form, self._credentials(form))
            self._answer(200, found) if found else self._answer(400, {"error": "invalid_grant"})

        def _credentials(self, form: dict[str, str]) -> tuple[str, str]:
            sent = self.headers.get("authorization", "")
            if not sent:
                return form.get("client_id", ""), form.get("client_secret", "")
            id, _, secret = b64decode(sent.removeprefix("Basic ")).decode().partition(":")
            return unquote(id), unquote(secret)

        def _answer(self, status: int, content: Any) -> None:
            body = orjson.dumps(content)
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    return Handler
