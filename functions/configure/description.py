"""The description of all that Gavel answers."""

from __future__ import annotations

from collections.abc import Mapping

from common.http.call import Call


async def get(_call: Call) -> Mapping[str, object]:
    from common.http.openapi import describe

    return describe()
