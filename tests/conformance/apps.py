"""Apps of a runtime that runs, made one after the other by one process beside it.

A process for each, as `make app` starts it, spends seconds on imports.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys

from common.configuration.context import open_context
from common.settings import load_settings
from infra.local.credentials import create_app, generate
from tests.running import ROOT

from .helpers import unique


class Apps:
    """`environment` is the runtime's."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.conformance.apps"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def create(self) -> dict[str, str]:
        """Its name, key, secret, token and score key."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{unique('app')}\n")
        self._process.stdin.flush()
        made: dict[str, str] = json.loads(self._process.stdout.readline())
        return made

    def close(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
        assert self._process.returncode == 0


async def _create(name: str) -> str:
    context = open_context(load_settings())
    try:
        credentials = generate()
        await create_app(context.store, name, credentials)
        return json.dumps(
            {
                "name": name,
                "key": credentials.key,
                "secret": credentials.secret,
                "token": credentials.token,
                "score": credentials.score_key,
            }
        )
    finally:
        context.close()


if __name__ == "__main__":
    for line in sys.stdin:
        print(asyncio.run(_create(line.strip())), flush=True)
