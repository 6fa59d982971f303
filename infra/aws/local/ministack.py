"""ministack as AWS on this machine: starting it, and the variables by which clients find it."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from infra.local.servers import Server, ServerMissing, started

ENDPOINT = "AWS_ENDPOINT_URL"
ACCOUNT = "000000000000"
REGION = "us-east-1"

_INSTALLED = Path(__file__).parents[3] / ".venv-ministack" / "bin" / "ministack"
_CREDENTIALS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")


def ministack_command() -> str:
    """Raises ServerMissing."""
    found = str(_INSTALLED) if _INSTALLED.exists() else shutil.which("ministack")
    if found is None:
        raise ServerMissing("ministack is not installed: make install")
    return found


@contextlib.contextmanager
def ministack(log: Path | None = None, *, authorizing: bool = False) -> Iterator[Server]:
    """Returns at once; `Server.wait` ends when it answers. `authorizing` refuses what a caller's
    role does not allow. Raises ServerMissing.
    """
    command = ministack_command()
    with tempfile.TemporaryDirectory(prefix="ministack-") as folder:
        environment = {
            # The functions that it runs get it, and another server's may be set.
            ENDPOINT: "http://127.0.0.1:{port}",
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": "{port}",
            "STATE_DIR": folder,
            "TMPDIR": folder,
            "LOG_LEVEL": "WARNING",
            "AUTH": str(authorizing).lower(),
        }
        with started("ministack", [command], log, environment) as server:
            yield server


def variables(endpoint: str) -> dict[str, str]:
    """Made up where the environment has none: nothing here looks at credentials."""
    region = os.environ.get("AWS_DEFAULT_REGION") or REGION
    given = all(os.environ.get(name) for name in _CREDENTIALS) or os.environ.get("AWS_PROFILE")
    made_up = {} if given else dict.fromkeys(_CREDENTIALS, "testing")
    return {ENDPOINT: endpoint, "AWS_DEFAULT_REGION": region, **made_up}
