"""Frameworks for Python that call OpenAI's moderations, in an environment of their own."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.running import ROOT, Running

_PYTHON = ROOT / ".venv-frameworks" / "bin" / "python"


def run_framework(name: str, server: Running, texts: list[str]) -> Any:
    """What the script of that name beside this file prints of the texts. All that it is told of
    Gavel stands in the variables that OpenAI's client reads. The test is skipped where the
    frameworks are not installed, but never in CI.
    """
    if not _PYTHON.exists():
        if os.environ.get("CI"):
            pytest.fail("the frameworks are not installed: make frameworks")
        pytest.skip("needs `make frameworks`")
    environment = {
        "PATH": os.environ["PATH"],
        "OPENAI_API_KEY": server.score_key,
        "OPENAI_BASE_URL": f"{server.base_url}/v1",
        # Or it asks the network for the prices of models.
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    }
    done = subprocess.run(
        [_PYTHON, Path(__file__).with_name(name), json.dumps(texts)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
