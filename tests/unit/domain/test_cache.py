from __future__ import annotations

from common.domain.cache import Cache


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_what_was_used_longest_ago_goes_first() -> None:
    cache: Cache[str, int] = Cache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a", None) == 1
    cache.put("c", 3)
    assert [cache.get(key, None) for key in "abc"] == [1, None, 3]
    cache.put("a", 4)
    cache.put("d", 5)
    assert [cache.get(key, None) for key in "acd"] == [4, None, 5]
    assert len(cache) == 2


def test_an_entry_lives_as_long_as_told() -> None:
    clock = Clock()
    cache: Cache[str, int] = Cache(10, 5.0, clock)
    cache.put("a", 1)
    clock.now += 4
    assert cache.get("a", None) == 1
    cache.put("b", 2)
    clock.now += 1
    assert cache.get("a", None) is None
    assert cache.get("b", None) == 2
    assert len(cache) == 1
    cache.put("a", 3)
    assert cache.get("a", None) == 3


def test_nothing_is_a_value_too() -> None:
    cache: Cache[str, int | None] = Cache(2)
    missing = object()
    assert cache.get("a", missing) is missing
    cache.put("a", None)
    assert cache.get("a", missing) is None
    cache.forget("a")
    cache.forget("never there")
    assert cache.get("a", missing) is missing
