"""`make run-aws`: starting and stopping with a server of its own, and what is never taken."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from common.queue.sqs import SqsQueue
from infra.aws.local.ministack import ENDPOINT, variables
from infra.aws.local.resources import DEAD
from infra.aws.local.source import SqsSource
from tests.messages import Raw
from tests.ministack import ministack, ministack_missing
from tests.running import running

_MISSING = ministack_missing()
pytestmark = pytest.mark.skipif(_MISSING is not None, reason=_MISSING or "")


@pytest.fixture(autouse=True)
def _no_other_aws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENDPOINT, raising=False)


def test_it_stops_cleanly_and_leaves_no_process(tmp_path: Path) -> None:
    with running(tmp_path / "data", backend="aws") as runtime:
        assert "AWS at http://127.0.0.1:" in runtime.log
        assert "is gone when it stops" in runtime.log
        runtime.stop()
        assert "Traceback" not in runtime.log


def test_poison_ends_in_the_dead_letter_queue_and_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aws = variables(ministack())
    for name, value in aws.items():
        monkeypatch.setenv(name, value)
    with running(tmp_path / "data", backend="aws", **aws) as runtime:
        letter = asyncio.run(_dead_letter(runtime.environment["GAVEL_SQS_URL"], {"poison": 1}))
        assert letter == b'{"poison":1}'
        runtime.stop()


async def _dead_letter(prefix: str, message: dict[str, int]) -> bytes:
    queue, source = SqsQueue(prefix), SqsSource(prefix)
    try:
        await queue.publish(Raw("enforce", message))
        async with asyncio.timeout(60):
            while True:
                for each in await source.lease([DEAD], 1, 30.0):
                    return each.body
    finally:
        queue.close()
        source.close()
