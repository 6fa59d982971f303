"""The document that is written to find out whether the store can be written."""

from __future__ import annotations

from typing_extensions import TypedDict

from common.store.store import Collection, Key


class Probe(TypedDict):
    """`at` is in nanoseconds."""

    at: int


PROBES: Collection[Probe] = Collection("probe")


def probe_key() -> Key[Probe]:
    return Key("", PROBES, "health")
