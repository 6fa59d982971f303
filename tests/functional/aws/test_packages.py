"""What is uploaded for each function, and that it needs nothing else."""

from __future__ import annotations

import importlib.util
import json
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from infra.aws.build import AMAZON, FUNCTIONS, requirements, target
from infra.packaging.libraries import Target, install
from tests.optional_modules import OF_EXTRAS

pytestmark = pytest.mark.timeout(400)

_UNCHECKED_HASH = 0b01
# Lambda gives a function its folder and Python's own library.
_RUN = """
import importlib, json, sys
sys.path.insert(0, ".")
import lambda_function
for name in json.loads(sys.argv[2]):
    importlib.import_module(name)
common = sys.modules["common"]
print(json.dumps([callable(getattr(lambda_function, sys.argv[1])), common.__file__]))
"""
_AARCH64 = 183
_LARGEST = 30 * 2**20


@pytest.fixture(scope="module")
def unpacked(deployable: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    for name in FUNCTIONS:
        with zipfile.ZipFile(deployable / f"dist/aws/{name}.zip") as archive:
            archive.extractall(folder / name)
    return folder


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_zip_is_all_that_a_function_needs(function: str, unpacked: Path) -> None:
    foreign = AMAZON.foreign_modules(function)
    own = [name for name in AMAZON.own_modules(function) if name not in OF_EXTRAS]
    modules = [*own, *filter(_is_module, foreign)]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", "-c", _RUN, function, json.dumps(modules)],
        cwd=unpacked / function,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    is_there, source = json.loads(done.stdout)
    assert is_there and (unpacked / function / source).is_relative_to(unpacked)


def _is_module(name: str) -> bool:
    """`from x import y` names a class as well as a module."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def test_a_zip_has_no_tests_and_nothing_of_a_server(deployable: Path) -> None:
    for name in FUNCTIONS:
        path = deployable / f"dist/aws/{name}.zip"
        assert path.stat().st_size < _LARGEST
        names = zipfile.ZipFile(path).namelist()
        assert len(names) == len(set(names))
        assert not [each for each in names if re.search(r"(^|/)(tests?/|test_|conftest)", each)]
        top = {each.split("/")[0] for each in names}
        assert not top & {"boto3", "grpc", "gunicorn", "pytest", "uvicorn", "watchdog"}
        # The framework brings its own google.cloud.functions; Google's clients are others.
        googles = {"/".join(each.split("/")[:3]) for each in names if each.startswith("google/")}
        assert all(each.startswith("google/cloud/functions") for each in googles), googles
        assert {"common", "functions", "infra", "lambda_function.py"} <= top
        assert not [each for each in names if each.startswith(("infra/local", "infra/gcp"))]


def test_every_module_is_compiled_for_good(unpacked: Path) -> None:
    modules = list((unpacked / "check").rglob("*.py"))
    assert len(modules) > 500
    for path in modules:
        content = Path(importlib.util.cache_from_source(str(path))).read_bytes()
        magic, flags = struct.unpack_from("<4sI", content)
        assert (magic, flags) == (importlib.util.MAGIC_NUMBER, _UNCHECKED_HASH)


def test_what_is_needed_can_be_had_for_arm(tmp_path: Path) -> None:
    arm = target("arm64")
    without_modules = re.compile(r"\.py$")
    install(requirements(), tmp_path, Target(arm.machine, arm.glibc, without_modules))
    extensions = list(tmp_path.rglob("*.so"))
    assert len(extensions) > 3
    for path in extensions:
        assert struct.unpack_from("<H", path.read_bytes(), 18) == (_AARCH64,)
