"""Makes what is deployed, one zip a function: `python -m infra.gcp.build`.

A zip has a main.py that takes the function from the wheel beside it, and a requirements.txt with
the wheel and with what this function can come to import.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from infra.gcp.wheel import Wheel, build_wheel
from infra.packaging.archive import zipped
from infra.packaging.needs import ROOT, Platform, add_extras

FUNCTIONS = (*HTTP_FUNCTIONS, *QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS)
DIST = ROOT / "dist"
# The server takes uvloop and httptools where it finds them, and is several times slower without;
# requests is what Google's libraries ask for tokens with.
GOOGLE = Platform(
    extra=None,
    server=("functions-framework", "uvloop", "httptools", "requests"),
    others=("common.store.dynamodb.store", "common.queue.sqs", "common.aws.s3"),
)

_MAIN = '''"""The function {name}; its code is in the wheel beside this file."""

from functions.{name}.main import {name}

__all__ = ["{name}"]
'''


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m infra.gcp.build", description="Make one zip a function"
    )
    parser.add_argument("--out", type=Path, default=DIST, help="folder of the zips (dist)")
    add_extras(parser)
    options = parser.parse_args()
    for path in build(options.out, options.extra):
        print(f"{path.name:24} {path.stat().st_size / 1024:6.0f} KiB")
    return 0


def build(folder: Path, extras: Sequence[str] = ()) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    wheel = build_wheel(extras=extras)
    platform = replace(GOOGLE, chosen=tuple(extras))
    return [_write(folder / f"{name}.zip", package(name, wheel, platform)) for name in FUNCTIONS]


def package(name: str, wheel: Wheel, platform: Platform = GOOGLE) -> bytes:
    requirements = [f"./{wheel.name}", *platform.requirements_of(name)]
    return zipped(
        {
            "main.py": _MAIN.format(name=name).encode(),
            "requirements.txt": "\n".join([*requirements, ""]).encode(),
            wheel.name: wheel.content,
        }
    )


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    sys.exit(main())
