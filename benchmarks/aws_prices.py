"""AWS's list prices in dollars, and what an operation costs at them; as prices.py for Google."""

from __future__ import annotations

from benchmarks.capacity import Capacity
from benchmarks.counting import Counts
from benchmarks.prices import MILLION, Instance, Price

AS_OF = "2026-11-22"
REGION = "us-east-1"
PRICES = {
    "read": Price("DynamoDB, on demand", "read request units", 0.125, 1e6, "million"),
    "write": Price("DynamoDB, on demand", "write request units", 0.625, 1e6, "million"),
    "message": Price("SQS, standard queues", "requests", 0.40, 1e6, "million"),
    "request": Price("Lambda", "requests", 0.20, 1e6, "million"),
    "memory": Price("Lambda", "duration, arm64", 0.0000133334, 1.0, "GB-second"),
}
REQUESTS_PER_MESSAGE = 3
"""It is sent, received and deleted, each alone: in batches it costs less."""


def unit(name: str) -> float:
    return PRICES[name].dollars / PRICES[name].per


def per_million(capacity: Capacity, counts: Counts, calls: int, instance: Instance) -> float:
    """Dollars for a million operations, each of `calls` calls of functions."""
    stored = capacity.reads * unit("read") + capacity.writes * unit("write")
    messages = (counts.messages + counts.delayed) * REQUESTS_PER_MESSAGE * unit("message")
    # Lambda gives an instance one call at a time and bills all of it, the waiting too.
    call = unit("request") + instance.billed_ms / 1_000 * instance.gib * unit("memory")
    return MILLION * (stored + messages + calls * call)
