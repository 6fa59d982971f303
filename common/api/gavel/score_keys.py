"""Score keys."""

from __future__ import annotations

from common.api.gavel.base import Body, Name


class ScoreKeyBody(Body):
    """`name` is for those who keep the keys apart, and no other key of the app has it."""

    name: Name
