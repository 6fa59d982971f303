"""How the processes of a runtime under test come to record their queries and answers.

Python loads `sitecustomize` from the folder that PYTHONPATH names, in each of them.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = "TEST_RECORDS"
"""The variable that names the folder of the records."""

_HERE = Path(__file__).parent


def folder() -> Path:
    return Path(os.environ[FOLDER])


def environment() -> dict[str, str]:
    """What a process needs for it; nothing outside of a test run."""
    if FOLDER not in os.environ:
        return {}
    path = [str(_HERE), str(_HERE.parents[1]), os.environ.get("PYTHONPATH")]
    return {FOLDER: os.environ[FOLDER], "PYTHONPATH": os.pathsep.join(filter(None, path))}
