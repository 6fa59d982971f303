"""A callback is tried on the receivers that the outgoing client is tried on."""

from __future__ import annotations

from tests.unit.outgoing.conftest import make_sender, receiver, send_to

__all__ = ["make_sender", "receiver", "send_to"]
