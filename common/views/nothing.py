"""The answer of what was done and has nothing to say, in every dialect."""

from __future__ import annotations

from typing_extensions import TypedDict


class Nothing(TypedDict):
    pass
