"""What is encrypted comes back in its own place alone, and shows nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.data_key import (
    MARK,
    DataKey,
    Tampered,
    decrypt,
    encrypt,
    escaped,
    is_encrypted,
    new_secret,
    read,
    unescaped,
)
from common.store.store import Collection, Key

_ITEMS: Collection = Collection("item")
PLACE = Key("app", _ITEMS, "1")
KEY = DataKey(new_secret(), "")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, TEXTS)
def test_any_json_comes_back_whoever_the_user_is(value: Any, user: str) -> None:
    text = encrypt(KEY, user, PLACE, "payload", value)
    found = read(text)
    assert is_encrypted(text) and (found.user, found.name) == (user, KEY.name)
    assert decrypt(KEY, PLACE, "payload", found) == _without_infinity(value)


def _without_infinity(value: Any) -> Any:
    """As the stores keep it: JSON has no such number."""
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return None
    if isinstance(value, list):
        return [_without_infinity(each) for each in value]
    if isinstance(value, dict):
        return {name: _without_infinity(each) for name, each in value.items()}
    return value


@given(st.integers(1, 40_000))
def test_long_and_short_texts_come_back(length: int) -> None:
    text = "The ferry goes back at ten. " * (length // 28 + 1)
    closed = encrypt(KEY, "ann", PLACE, "reason", text)
    assert "ferry" not in closed and len(closed) < 4_000
    assert decrypt(KEY, PLACE, "reason", read(closed)) == text


@pytest.mark.parametrize(
    ("key", "field"),
    [
        (Key("ap", _ITEMS, "1"), "payload"),
        (Key("app", Collection[Any]("flag"), "1"), "payload"),
        (Key("app", _ITEMS, "2"), "payload"),
        (PLACE, "metadata"),
        (Key("appi", Collection[Any]("tem"), "1"), "payload"),
        (Key("app", _ITEMS, "1p"), "ayload"),
    ],
)
def test_in_another_place_it_is_refused(key: Key[Any], field: str) -> None:
    found = read(encrypt(KEY, "ann", PLACE, "payload", "hello"))
    with pytest.raises(Tampered):
        decrypt(KEY, key, field, found)


def test_under_another_key_or_changed_it_is_refused() -> None:
    found = read(encrypt(KEY, "ann", PLACE, "payload", "hello"))
    with pytest.raises(Tampered):
        decrypt(DataKey(new_secret(), ""), PLACE, "payload", found)
    changed = found.box[:20] + ("A" if found.box[20] != "A" else "B") + found.box[21:]
    for box in (changed, "", "AAAA", "é", found.box[:-4]):
        with pytest.raises(Tampered):
            decrypt(KEY, PLACE, "payload", found._replace(box=box))
    with pytest.raises(Tampered):
        read(f"{MARK}abc:")


def test_the_same_text_never_looks_the_same() -> None:
    assert len({encrypt(KEY, "ann", PLACE, "reason", "spam") for _ in range(100)}) == 100


def test_what_no_backend_can_hold_is_refused() -> None:
    with pytest.raises(ValueError):
        encrypt(KEY, "ann", PLACE, "reason", "half a character: \ud800")


@given(TEXTS | st.sampled_from([MARK, f"{MARK}a:b:c", "plain:1:", "plain:1:plain:1:x"]))
def test_no_plain_text_passes_for_one_that_is_encrypted(text: str) -> None:
    assert not is_encrypted(escaped(text))
    assert unescaped(escaped(text)) == text
