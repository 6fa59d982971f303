"""What is sealed opens in its own place alone, with any of the keys that there are."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from common.domain.action import action_key
from common.domain.apps import credential_key
from common.domain.errors import Invalid
from common.domain.secret_fields import SECRET_FIELDS, opened, sealed
from common.domain.settings import settings_key
from common.domain.sign_in_provider import sign_in_provider_key
from common.domain.vault import KEY_FILE, MARK, CannotOpen, Vault, is_sealed, kept_key, parse_keys
from common.domain.webhook import webhook_key
from common.engines.remote.kinds import KINDS
from common.settings import load_settings
from common.store.store import Create, Key, Put, Update, Write

PLACE = action_key("app", "hide")


def _key() -> str:
    return base64.b64encode(os.urandom(32)).decode()


@given(st.text(min_size=1, max_size=300).filter(lambda text: not is_sealed(text)))
def test_what_is_sealed_comes_back_and_shows_nothing(text: str) -> None:
    vault = Vault(_key())
    found = vault.seal(PLACE, "auth_value", text)
    assert found.isascii() and found.startswith(MARK)
    assert len(text) < 6 or text not in found
    assert vault.open(PLACE, "auth_value", found) == text
    assert vault.seal(PLACE, "auth_value", text) != found


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (action_key("other", "hide"), "auth_value"),
        (action_key("app", "show"), "auth_value"),
        (Key("app", "hook", "hide"), "auth_value"),
        (PLACE, "key"),
    ],
)
def test_it_opens_nowhere_else(place: Key[Any], name: str) -> None:
    vault = Vault(_key())
    found = vault.seal(PLACE, "auth_value", "a secret")
    with pytest.raises(CannotOpen, match=f"{name} is not what was encrypted for this place"):
        vault.open(place, name, found)


def test_a_changed_letter_is_noticed() -> None:
    vault = Vault(_key())
    found = vault.seal(PLACE, "auth_value", "a secret")
    for at in range(found.rindex(":") + 1, len(found) - 2):
        other = "A" if found[at] != "A" else "B"
        with pytest.raises(CannotOpen):
            vault.open(PLACE, "auth_value", found[:at] + other + found[at + 1 :])


@pytest.mark.parametrize("rest", ["", "x", "abc:", "abc:!!", ":"])
def test_what_only_looks_sealed_is_refused(rest: str) -> None:
    vault = Vault(_key())
    with pytest.raises(CannotOpen):
        vault.open(PLACE, "auth_value", MARK + rest)
    with pytest.raises(Invalid, match="give it again"):
        vault.seal(PLACE, "auth_value", MARK + rest)


def test_the_first_key_seals_and_all_of_them_open() -> None:
    old, new = _key(), _key()
    found = Vault(old).seal(PLACE, "auth_value", "a secret")
    both = Vault(f"{new}, {old}")
    assert both.open(PLACE, "auth_value", found) == "a secret"
    again = both.seal(PLACE, "auth_value", found)
    assert Vault(new).open(PLACE, "auth_value", again) == "a secret"
    assert both.seal(PLACE, "auth_value", again) == again
    with pytest.raises(CannotOpen, match="GAVEL_ENCRYPTION_KEY lacks"):
        Vault(new).open(PLACE, "auth_value", found)


def test_without_a_key_nothing_is_kept_and_the_open_past_is_read() -> None:
    vault = Vault()
    assert not vault.has_key
    assert vault.open(PLACE, "auth_value", "as it was") == "as it was"
    with pytest.raises(Invalid) as refused:
        vault.seal(PLACE, "auth_value", "a secret")
    assert "GAVEL_ENCRYPTION_KEY" in refused.value.fields["auth_value"]
    assert "a secret" not in str(refused.value)


def test_a_folder_keeps_one_key_however_many_come_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(kept_key, [folder] * 32))
    assert len(keys) == 1 and len(parse_keys(keys.pop())) == 1
    assert [path.name for path in folder.iterdir()] == [KEY_FILE]
    assert (folder / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_a_folder_s_key_goes_on_opening_once_another_is_given(tmp_path: Path) -> None:
    found = Vault(folder=tmp_path).seal(PLACE, "auth_value", "a secret")
    given = _key()
    both = Vault(given, tmp_path)
    assert both.open(PLACE, "auth_value", found) == "a secret"
    again = both.seal(PLACE, "auth_value", found)
    assert Vault(given).open(PLACE, "auth_value", again) == "a secret"


def test_a_key_that_another_process_has_made_is_found(tmp_path: Path) -> None:
    early = Vault(folder=tmp_path)
    with pytest.raises(CannotOpen):
        early.open(PLACE, "auth_value", f"{MARK}abc:def")
    found = Vault(folder=tmp_path).seal(PLACE, "auth_value", "a secret")
    assert early.open(PLACE, "auth_value", found) == "a secret"


@pytest.mark.parametrize(
    "wrong", ["short", "x" * 42, "x" * 44 + "y", "🔑" * 43, f"{'x' * 43},short"]
)
def test_a_key_that_is_none_is_refused_at_the_start(wrong: str) -> None:
    with pytest.raises(ValidationError) as refused:
        load_settings({"GAVEL_ENCRYPTION_KEY": wrong})
    assert wrong not in str(refused.value)


def test_a_key_is_read_as_openssl_writes_it_and_never_shown() -> None:
    key = _key()
    settings = load_settings({"GAVEL_ENCRYPTION_KEY": key})
    assert key not in repr(settings)
    (parsed,) = parse_keys(settings.encryption_key or "")
    assert parsed.secret == base64.b64decode(key)
    assert repr(parsed) == f"SealingKey(name='{parsed.name}')"
    assert key not in repr(Vault(key))


def test_every_write_of_a_secret_is_sealed_and_opens_again() -> None:
    vault = Vault(_key())
    hook, settings = webhook_key("app", "h"), settings_key("app")
    provider: Key[Any] = Key("app", "provider", "p")
    documents: list[tuple[Key[Any], dict[str, Any]]] = [
        (PLACE, {"id": "hide", "auth_value": "s3cret"}),
        (hook, {"sqs_secret": "s3cret", "sqs_key": "known", "sns_secret": "s3cret"}),
        (settings, {"signing_secrets": ["s3cret", "s3cret"], "signing_keys": None}),
        (provider, {"key": "s3cret", "options": {"region": "eu", "session_token": "s3cret"}}),
        (credential_key("key:k"), {"app": "app", "secret": "s3cret"}),
        (sign_in_provider_key("app", "corp"), {"id": "corp", "client_secret": "s3cret"}),
    ]
    assert {key.collection for key, _ in documents} == SECRET_FIELDS.keys()
    for key, document in documents:
        for write in (Create(key, document), Put(key, document, 3), Update(key, set=document)):
            found = sealed(vault, write)
            assert "s3cret" not in repr(found)
            assert opened(vault, key, _given(found)) == document
            assert _but_for_what_is_given(found) == _but_for_what_is_given(write)


def _given(write: Write) -> Mapping[str, Any]:
    if isinstance(write, Update):
        return write.set
    assert isinstance(write, Create | Put)
    return cast("Mapping[str, Any]", write.data)


def _but_for_what_is_given(write: Write) -> Write:
    return replace(write, set={}) if isinstance(write, Update) else _emptied(write)


def _emptied(write: Write) -> Write:
    assert isinstance(write, Create | Put)
    return replace(write, data={})


def test_a_document_without_secrets_goes_by_as_it_is() -> None:
    write = Create(Key("app", "item", "i"), {"auth_value": "not ours"})
    assert sealed(Vault(), write) is write
    empty = sealed(Vault(), Create(PLACE, {"auth_value": None}))
    assert _given(empty) == {"auth_value": None}


def test_every_secret_that_a_provider_can_have_is_one_of_the_fields() -> None:
    names = {f"options.{name}" for kind in KINDS.values() for name in kind.secret}
    assert names <= set(SECRET_FIELDS["provider"])
