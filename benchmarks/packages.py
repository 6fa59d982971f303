"""How large one function's package is with each optional extra: `python -m benchmarks.packages`.

As `infra.aws.build` makes it, of one function and for this machine, against Lambda's limit; with
`--cloud gcp` as Google's build does of what `infra.gcp.build` makes. And how long a fresh process
takes in the unpacked folder, with nothing else to import from, until the function and its engines
are there. Needs the registry.
"""

from __future__ import annotations

import argparse
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from platform import machine

from infra.aws.build import AMAZON, LIMIT, MACHINES, own_code, target
from infra.gcp.build import GOOGLE, package
from infra.gcp.wheel import build_wheel
from infra.packaging.archive import compiled, zipped
from infra.packaging.libraries import Target, install

VARIANTS: Mapping[str, Sequence[str]] = {
    "scan": (),
    "scan with images": ("images",),
    "scan with nsfw": ("nsfw",),
    "scan with video": ("video",),
    "scan with ocr": ("ocr",),
    "scan with model and meaning": ("model", "meaning"),
    "scan with nsfw, video, model, meaning": ("nsfw", "video", "model", "meaning"),
    "check": (),
    "check with model": ("model",),
}
_TIMES = 5
_GLIBC = 34
"""Of Amazon Linux 2023, under Python 3.12 and newer: zxing-cpp and onnxruntime have no wheels for
what is under 3.11.
"""
# What each extra has that its engine imports first.
_ENGINES = {
    "images": ("common.engines.images.judging",),
    "nsfw": ("common.engines.images.judging", "onnxruntime"),
    "video": ("common.engines.videos.sampling",),
    "ocr": ("common.engines.images.judging", "rapidocr_onnxruntime"),
    "model": ("onnxruntime",),
    "meaning": ("onnxruntime",),
}
_START = """
import importlib, sys
sys.path.insert(0, ".")
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.packages", description=__doc__)
    parser.add_argument("--cloud", choices=("aws", "gcp"), default="aws")
    parser.add_argument("--only", choices=VARIANTS, action="append", help="some of the packages")
    options = parser.parse_args()
    print(f"{'package':40} {'zip':>8} {'unpacked':>9} {'start':>9}")
    for name in options.only or VARIANTS:
        with tempfile.TemporaryDirectory() as folder:
            print(measured(name, VARIANTS[name], Path(folder), options.cloud), flush=True)


def measured(name: str, extras: Sequence[str], folder: Path, cloud: str) -> str:
    function = name.partition(" ")[0]
    is_google = cloud == "gcp"
    platform = replace(GOOGLE if is_google else AMAZON, chosen=tuple(extras))
    here = next(each for each, known in MACHINES.items() if known == machine())
    needed = platform.requirements_of(function)
    wanted = replace(target(here), glibc=_GLIBC)
    if is_google:
        # Its build leaves nothing out.
        wanted = Target(wanted.machine, _GLIBC, re.compile("(?!)"))
    libraries = install(needed, folder / "installed", wanted)
    code = own_code(extras)
    files = {**libraries.files_of(needed), **code, **compiled(code)}
    unpacked = folder / "unpacked"
    for path, content in files.items():
        (unpacked / path).parent.mkdir(parents=True, exist_ok=True)
        (unpacked / path).write_bytes(content)
    size = sum(map(len, files.values())) / 2**20
    if is_google:
        packed = len(package(function, build_wheel(extras=extras), platform)) / 2**20
    else:
        packed = len(zipped(files)) / 2**20
    start = statistics.median(_seconds(function, extras, unpacked) for _ in range(_TIMES))
    limit = LIMIT / 2**20
    fits = "" if is_google or size <= limit else f"  over Lambda's {limit:.0f} MiB"
    return f"{name:40} {packed:6.1f} MiB {size:6.1f} MiB {start * 1e3:6.0f} ms{fits}"


def _seconds(function: str, extras: Sequence[str], folder: Path) -> float:
    """Of computing, in a fresh process that has the folder and Python's own library."""
    modules = dict.fromkeys(each for extra in extras for each in _ENGINES[extra])
    command = [sys.executable, "-I", "-S", "-c", _START, "functions_framework.aio"]
    before = _children()
    subprocess.run(
        [*command, f"functions.{function}.main", *modules], cwd=folder, check=True, timeout=300
    )
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
