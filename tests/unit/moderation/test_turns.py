"""Work side by side: in order, with turns for others, and nothing goes on after a failure."""

from __future__ import annotations

import asyncio

import pytest

from common.moderation.turns import side_by_side


async def _number(number: int, ended: list[int]) -> int:
    await asyncio.sleep(0)
    ended.append(number)
    return number


@pytest.mark.parametrize("count", [0, 1, 5])
def test_results_are_in_order(count: int) -> None:
    works = [_number(number, []) for number in range(count)]
    assert asyncio.run(side_by_side(works)) == list(range(count))


def test_a_failure_ends_all_of_it() -> None:
    ended: list[int] = []

    async def failing() -> int:
        raise ValueError

    async def slow() -> int:
        await asyncio.sleep(1_000)
        return 0

    async def all_of_it() -> None:
        with pytest.raises(ValueError):
            await side_by_side([slow(), failing(), _number(1, ended)])
        await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(all_of_it())


def test_who_waits_no_more_ends_all_of_it() -> None:
    ended: list[int] = []

    async def all_of_it() -> None:
        work = asyncio.create_task(side_by_side([_number(number, ended) for number in range(50)]))
        await asyncio.sleep(0)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        await asyncio.sleep(0)

    asyncio.run(all_of_it())
    assert len(ended) < 50
