"""What is signed verifies with the packages that receivers use."""

from __future__ import annotations

import json
import time
from base64 import b64decode, b64encode
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from getstream import webhook
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook, WebhookVerificationError
from stream_chat import StreamChat

from common.outgoing.signing import (
    Signer,
    parse_private_key,
    parse_secret,
    public_key_text,
    signed_headers,
)

API_KEY, API_SECRET = "key", "the secret of the API, with some ünicode"
BODY = json.dumps({"type": "review_queue_item.new", "text": "grüße"}).encode()
OLD, NEW, FOREIGN = (bytes([n]) * 32 for n in (1, 2, 3))
SEED = bytes(range(32))


def text_of(prefix: str, key: bytes) -> str:
    return prefix + b64encode(key).decode()


def signer(*secrets: bytes, keys: tuple[bytes, ...] = ()) -> Signer:
    return Signer(API_KEY, API_SECRET, secrets, keys)


def headers_of(signer: Signer, body: bytes = BODY) -> dict[str, str]:
    return signed_headers(signer, "delivery-1", int(time.time()), body)


def signatures(headers: dict[str, str], version: str) -> list[bytes]:
    parts = (part.split(",") for part in headers["webhook-signature"].split(" "))
    return [b64decode(signature) for name, signature in parts if name == version]


@pytest.mark.parametrize("secret", [OLD, NEW])
def test_old_and_new_secret_verify_while_one_replaces_the_other(secret: bytes) -> None:
    headers = headers_of(signer(OLD, NEW))
    assert Webhook(text_of("whsec_", secret)).verify(BODY, headers) == json.loads(BODY)
    assert len(signatures(headers, "v1")) == 2


def test_what_is_not_as_it_was_sent_does_not_verify() -> None:
    headers = headers_of(signer(OLD))
    for key, body, changed in (
        (FOREIGN, BODY, {}),
        (OLD, BODY + b" ", {}),
        (OLD, BODY, {"webhook-id": "delivery-2"}),
        (OLD, BODY, {"webhook-timestamp": str(int(time.time()) - 1)}),
    ):
        with pytest.raises(WebhookVerificationError, match="No matching signature"):
            Webhook(key).verify(body, headers | changed)


def test_without_secrets_of_its_own_an_app_signs_with_its_api_secret() -> None:
    secret = b64encode(API_SECRET.encode()).decode()
    assert Webhook(secret).verify(BODY, headers_of(signer())) == json.loads(BODY)
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(BODY, headers_of(signer(OLD)))


@given(st.binary(max_size=200), st.text(min_size=1))
def test_streams_clients_verify(body: bytes, secret: str) -> None:
    headers = signed_headers(Signer(API_KEY, secret), "id", 1, body)
    assert headers["X-Api-Key"] == API_KEY
    assert webhook.verify_webhook_signature(body, headers["X-Signature"], secret)
    assert not webhook.verify_webhook_signature(body + b".", headers["X-Signature"], secret)


def test_stream_chat_verifies() -> None:
    chat = StreamChat(API_KEY, API_SECRET)
    try:
        assert chat.verify_webhook(BODY, headers_of(signer(OLD))["X-Signature"])
    finally:
        chat.session.close()


def test_each_private_key_signs() -> None:
    other = bytes(reversed(SEED))
    headers = headers_of(signer(OLD, keys=(SEED, other)))
    content = b".".join((b"delivery-1", headers["webhook-timestamp"].encode(), BODY))
    for seed, signature in zip((SEED, other), signatures(headers, "v1a"), strict=True):
        public = b64decode(public_key_text(seed).removeprefix("whpk_"))
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
        with pytest.raises(InvalidSignature):
            Ed25519PublicKey.from_public_bytes(public).verify(signature, content + b"x")
    # The package knows v1 only, and passes over the rest.
    assert Webhook(OLD).verify(BODY, headers) == json.loads(BODY)


@pytest.mark.parametrize("size", [24, 32, 64])
def test_secrets_are_read_with_and_without_padding(size: int) -> None:
    key = bytes(range(size))
    text = text_of("whsec_", key)
    assert parse_secret(text) == parse_secret(text.rstrip("=")) == key


def test_private_keys_are_read_alone_and_with_their_public_half() -> None:
    public = Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes_raw()
    assert parse_private_key(text_of("whsk_", SEED)) == SEED
    assert parse_private_key(text_of("whsk_", SEED + public)) == SEED
    assert public_key_text(SEED) == text_of("whpk_", public)


@pytest.mark.parametrize(
    ("parse", "text", "problem"),
    [
        (parse_secret, text_of("whsk_", OLD), "begin with whsec_"),
        (parse_secret, text_of("whsec_", bytes(23)), "23 bytes"),
        (parse_secret, text_of("whsec_", bytes(65)), "65 bytes"),
        (parse_secret, "whsec_", "0 bytes"),
        (parse_secret, "whsec_" + "é" * 40, "base64"),
        (parse_secret, "whsec_" + "A" * 41, "base64"),
        (parse_secret, "whsec_" + "A" * 39 + "\n", "base64"),
        (parse_private_key, text_of("whsec_", OLD), "begin with whsk_"),
        (parse_private_key, text_of("whsk_", bytes(31)), "32 bytes"),
        (parse_private_key, text_of("whsk_", SEED + bytes(32)), "public half"),
        (parse_private_key, text_of("whsk_", SEED + SEED[:8]), "public half"),
    ],
)
def test_what_is_no_key_is_refused_without_being_told(parse: Any, text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem) as caught:
        parse(text)
    assert len(text) < 10 or text not in str(caught.value)
    assert caught.value.__cause__ is None


def test_secrets_are_not_shown() -> None:
    shown = repr(signer(OLD, keys=(SEED,)))
    assert API_SECRET not in shown and repr(OLD) not in shown and repr(SEED) not in shown
