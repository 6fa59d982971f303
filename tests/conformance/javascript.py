"""Clients for JavaScript, unmodified, in a process of Node.js."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.running import ROOT


def run_script(name: str, client: str, order: dict[str, Any]) -> Any:
    """What the script of that name beside this file prints, which needs the npm package `client`
    and reads `order`. The test is skipped where either is missing, but never in CI.
    """
    if shutil.which("node") is None or not (ROOT / "node_modules" / client).is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"Node.js or {client} is not installed")
        pytest.skip("needs Node.js and `make install`")
    done = subprocess.run(
        ["node", str(Path(__file__).with_name(name)), json.dumps(order)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
