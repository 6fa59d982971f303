"""Google Cloud's list prices in dollars, and what a count of operations costs at them.

To calculate with other prices, change PRICES and run `python -m benchmarks.costs --write`.
"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.counting import Counts

AS_OF = "2026-11-22"
REGION = "us-central1"


@dataclass(frozen=True, slots=True)
class Price:
    service: str
    name: str
    dollars: float
    per: float
    unit: str


PRICES = {
    "read": Price("Firestore Standard, regional", "document reads", 0.03, 1e5, "100,000"),
    "write": Price("Firestore Standard, regional", "document writes", 0.09, 1e5, "100,000"),
    "delete": Price("Firestore Standard, regional", "document deletes", 0.01, 1e5, "100,000"),
    "throughput": Price("Pub/Sub", "message delivery basic", 40.0, 2.0**40, "TiB"),
    "request": Price("Cloud Run functions", "requests", 0.40, 1e6, "million"),
    "cpu": Price("Cloud Run functions", "CPU, request-based billing", 0.000024, 1.0, "vCPU-second"),
    "memory": Price(
        "Cloud Run functions", "memory, request-based billing", 0.0000025, 1.0, "GiB-second"
    ),
    "task": Price("Cloud Tasks", "billable operations", 0.40, 1e6, "million"),
    "job": Price("Cloud Scheduler", "jobs", 0.10, 1.0, "job and month"),
}
SMALLEST_REQUEST = 1_000
"""Bytes that Pub/Sub charges for at least, once for publishing and once for the push."""
OPERATIONS_PER_TASK = 2
"""Cloud Tasks charges for creating a task and for each attempt to run it."""
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Instance:
    """`cpu_ms` is the processor time of one call. `busy` is the part of an instance's billed time
    in which its processor works: the rest is spent waiting, for the store above all.
    """

    cpu_ms: float = 4.0
    busy: float = 0.2
    vcpus: float = 1.0
    gib: float = 0.5

    @property
    def billed_ms(self) -> float:
        return self.cpu_ms / self.busy


def unit(name: str) -> float:
    return PRICES[name].dollars / PRICES[name].per


def per_million(counts: Counts, calls: int, instance: Instance) -> float:
    """Dollars for a million operations of these counts, each of `calls` calls of functions."""
    return MILLION * (_storing(counts) + _messaging(counts) + _running(calls, instance))


def _storing(counts: Counts) -> float:
    """A refused write is charged for here like any other, which is the dearer reading of what
    Google says.
    """
    written = (counts.writes + counts.refused) * unit("write")
    return counts.reads * unit("read") + written + counts.deletes * unit("delete")


def _messaging(counts: Counts) -> float:
    if counts.largest_message > SMALLEST_REQUEST:
        raise ValueError("a message is larger than the smallest request that is charged for")
    published = 2 * counts.messages * SMALLEST_REQUEST * unit("throughput")
    return published + counts.delayed * OPERATIONS_PER_TASK * unit("task")


def _running(calls: int, instance: Instance) -> float:
    second = instance.vcpus * unit("cpu") + instance.gib * unit("memory")
    return calls * (unit("request") + instance.billed_ms / 1_000 * second)
