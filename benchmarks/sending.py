"""CPU of one POST by Gavel's sender and by bare `requests`, to a receiver that takes 10 ms."""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from itertools import repeat

import uvloop

from benchmarks.deliveries import BODY, bare
from benchmarks.delivery_load import Plan
from benchmarks.receiving import receiving
from common.outgoing.calls import OutgoingRequest
from common.outgoing.client import Sender
from common.outgoing.egress import EgressPolicy

_UNDER_WAY = 64


async def _send(url: str, number: int) -> float:
    """Microseconds each, once connections are open."""
    sender = Sender(EgressPolicy.parse("127.0.0.1"))
    request = OutgoingRequest("POST", url, {"Content-Type": "application/json"}, BODY)
    left = repeat(None, number)

    async def post() -> None:
        for _ in left:
            assert (await sender.send(request)).status == 200

    await asyncio.gather(*(sender.send(request) for _ in range(_UNDER_WAY)))
    begun = time.process_time()
    await asyncio.gather(*(post() for _ in range(_UNDER_WAY)))
    return (time.process_time() - begun) / number * 1e6


def _own(plan: Plan) -> float:
    with (
        receiving(plan.answer_seconds) as receiver,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        return runner.run(_send(receiver.url("/quick/0"), plan.deliveries))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    plan = Plan(endpoints=1, deliveries=options.posts)
    rounds = [
        (_own(plan), bare(plan, _UNDER_WAY, plan.deliveries).cpu_us) for _ in range(options.rounds)
    ]
    own, plain = (statistics.median(found) for found in zip(*rounds, strict=True))
    print(f"sender {own:.0f} µs of CPU a POST, requests {plain:.0f}, ratio {own / plain:.2f}")


if __name__ == "__main__":
    main()
