"""serverless.yml deployed as a user does, for tests that need what comes of it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from infra.aws.build import MACHINES, build
from tests.documents import ROOT

_COMMAND = ROOT / "node_modules/.bin/osls"
_FILES = ("serverless.yml", "infra/aws/cloudformation")


def osls_missing() -> str | None:
    """Why tests that need it are to be skipped; never in CI, where they are to fail."""
    if _COMMAND.exists() or os.environ.get("CI") == "true":
        return None
    return "osls is not installed: it needs npm, then make install"


def architecture() -> str:
    """The one of this machine, so that what is built runs here."""
    return next(name for name, machine in MACHINES.items() if machine == platform.machine())


def service(folder: Path) -> Path:
    """A copy of what is deployed, with packages for this machine."""
    for name in _FILES:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    build(folder / "dist/aws", architecture())
    return folder


def osls(service: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
    """What it printed."""
    done = subprocess.run(
        [str(_COMMAND), *arguments],
        cwd=service,
        env={**os.environ, "AWS_DEFAULT_REGION": "eu-west-1", **(environment or {})},
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
