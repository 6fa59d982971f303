"""Run by LiteLLM's own environment: has texts moderated by both of its calls."""

from __future__ import annotations

import asyncio
import json
import sys

import litellm


async def main(texts: list[str]) -> None:
    model = "omni-moderation-latest"
    found = {
        "moderation": litellm.moderation(input=texts, model=model).model_dump(),
        "amoderation": (await litellm.amoderation(input=texts, model=model)).model_dump(),
    }
    print(json.dumps(found))


asyncio.run(main(json.loads(sys.argv[1])))
