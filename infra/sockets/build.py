"""Makes the folder that the WebSocket's service is built from: `python -m infra.sockets.build`.

`gcloud run deploy --source` and every other buildpack take it as it is.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from infra.aws.build import AMAZON
from infra.gcp.build import DIST, GOOGLE
from infra.packaging.archive import sources
from infra.packaging.needs import ROOT, Platform

PACKAGE = "infra.sockets"
_SERVER = ("functions-framework", "uvloop", "httptools", "websockets")
PLATFORMS: Mapping[str, Platform] = {
    "google": replace(GOOGLE, server=(*_SERVER, "requests")),
    "amazon": replace(AMAZON, server=_SERVER),
}
_PYTHON = "3.11"
_PROCFILE = "Procfile"


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m infra.sockets.build", description="Make the folder of the WebSocket"
    )
    parser.add_argument("--out", type=Path, default=DIST / "sockets", help="dist/sockets")
    parser.add_argument("--cloud", choices=PLATFORMS, default="google")
    options = parser.parse_args()
    try:
        print(build(options.out, PLATFORMS[options.cloud]))
    except FileExistsError:
        print(f"gavel: {options.out} is there and is none of these folders", file=sys.stderr)
        return 1
    return 0


def build(folder: Path, platform: Platform) -> Path:
    """What was in the folder is removed, where it was made by this. Raises FileExistsError."""
    if (folder / _PROCFILE).is_file():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    for name, content in files(platform).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def files(platform: Platform) -> dict[str, bytes]:
    """By path. Of `infra` only what the service imports."""
    shared = {name: each for name, each in sources().items() if name.startswith("common/")}
    own = {str(path.relative_to(ROOT)) for path in platform.own_modules(PACKAGE).values()}
    packages = {
        str(parent / "__init__.py")
        for name in own
        for parent in Path(name).parents
        if (ROOT / parent / "__init__.py").is_file() and parent != Path()
    }
    code = {name: (ROOT / name).read_bytes() for name in sorted(own | packages)}
    requirements = [*platform.requirements_of(PACKAGE), ""]
    return {
        **shared,
        **code,
        "requirements.txt": "\n".join(requirements).encode(),
        ".python-version": f"{_PYTHON}\n".encode(),
        _PROCFILE: f"web: python -m {PACKAGE}\n".encode(),
    }


if __name__ == "__main__":
    sys.exit(main())
