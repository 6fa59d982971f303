"""What is uploaded for each function."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import re
import struct
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from common.engines.registry import ENGINES
from infra.aws.build import AMAZON
from infra.gcp.build import FUNCTIONS, GOOGLE, build
from infra.gcp.wheel import Wheel, build_wheel
from infra.packaging import needs
from infra.packaging.archive import sources
from tests.optional_modules import OF_EXTRAS

ROOT = Path(__file__).parents[3]
SITE = sysconfig.get_path("purelib")
SENDING = ("check", "configure", "dashboard", "deliver", "facades", "rules", "scan", "tasks")
SCRUBBING = "automod_platform_circumvention"
"""By which what goes to the transparency database is looked through for who it is about."""
JUDGING = ("check", "facades", "rules", "scan", "tasks")
_UNCHECKED_HASH = 0b01
_RUN = """
import importlib, json, sys
from importlib.abc import MetaPathFinder
absent = set(json.loads(sys.argv[3]))
class Absent(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Absent())
sys.path[:0] = [".", {code!r}, {site!r}]
import main
for name in json.loads(sys.argv[2]):
    importlib.import_module(name)
common = sys.modules["common"]
print(json.dumps([getattr(main, sys.argv[1]).__name__, common.__spec__.cached, common.__file__]))
"""


@pytest.fixture(scope="module")
def wheel() -> Wheel:
    return build_wheel()


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder a function, with what its wheel installs in `code`."""
    folder = tmp_path_factory.mktemp("dist")
    for path in build(folder):
        target = folder / path.stem
        with zipfile.ZipFile(path) as archive:
            archive.extractall(target)
        (name,) = target.glob("*.whl")
        with zipfile.ZipFile(name) as archive:
            archive.extractall(target / "code")
    return folder


def _absent(folder: Path) -> list[str]:
    """Modules that are here and that nothing in requirements.txt brings."""
    waiting = (folder / "requirements.txt").read_text().splitlines()[1:]
    brought = {"gavel"}
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and name not in brought:
            brought.add(name)
            waiting += metadata.requires(name) or []
    return [
        module
        for module, distributions in metadata.packages_distributions().items()
        # Some packages claim modules of Python itself.
        if module not in sys.stdlib_module_names
        and brought.isdisjoint(map(canonicalize_name, distributions))
    ]


def _isolated(function: str, folder: Path, modules: list[str]) -> list[str]:
    """Without site's .pth files, one of which leads to this repository."""
    code = _RUN.replace("{code!r}", repr(str(folder / "code"))).replace("{site!r}", repr(SITE))
    arguments = [function, json.dumps(modules), json.dumps(_absent(folder))]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_zip_is_all_that_a_function_needs(function: str, unpacked: Path) -> None:
    folder = unpacked / function
    foreign = {name.partition(".")[0] for name in GOOGLE.foreign_modules(function)}
    absent = {*_absent(folder)}
    assert {"pytest", "hypothesis", "getstream"} <= absent
    assert ("aiohttp" in absent) is (function not in SENDING)
    own = [name for name in GOOGLE.own_modules(function) if name not in OF_EXTRAS]
    name, cached, source = _isolated(function, folder, [*own, *foreign])
    assert name == function
    assert Path(source).is_relative_to(folder)
    assert Path(cached).is_file()


def test_a_zip_has_three_files_and_no_tests(unpacked: Path) -> None:
    for function in FUNCTIONS:
        path = unpacked / f"{function}.zip"
        assert path.stat().st_size < 10_000_000
        names = sorted(zipfile.ZipFile(path).namelist())
        assert names[1:] == ["main.py", "requirements.txt"] and names[0].endswith(".whl")
        main = (unpacked / function / "main.py").read_text()
        assert f"from functions.{function}.main import {function}\n" in main


def test_the_wheel_has_the_code_that_runs_and_nothing_else(wheel: Wheel) -> None:
    archive = zipfile.ZipFile(io.BytesIO(wheel.content))
    names = set(archive.namelist())
    assert {name.split("/")[0].partition("-")[0] for name in names} == {
        "common",
        "functions",
        "gavel",
    }
    houses = [ROOT / "common", ROOT / "functions"]
    modules = {str(p.relative_to(ROOT)) for house in houses for p in house.rglob("*.py")}
    assert modules <= names
    assert "common/engines/block_list/data/profanity_en.txt" in names
    assert not [name for name in names if re.search(r"(^|/)(tests?/|test_|conftest)", name)]


def test_every_module_is_compiled_for_good(wheel: Wheel) -> None:
    archive = zipfile.ZipFile(io.BytesIO(wheel.content))
    sources = [name for name in archive.namelist() if name.endswith(".py")]
    for name in sources:
        content = archive.read(importlib.util.cache_from_source(name))
        magic, flags = struct.unpack_from("<4sI", content)
        assert magic == importlib.util.MAGIC_NUMBER
        assert flags == _UNCHECKED_HASH
        assert content[8:16] == importlib.util.source_hash(archive.read(name))
        assert str(ROOT).encode() not in content


def test_the_record_is_true(wheel: Wheel) -> None:
    archive = zipfile.ZipFile(io.BytesIO(wheel.content))
    (record,) = [name for name in archive.namelist() if name.endswith("/RECORD")]
    rows = [line.split(",") for line in archive.read(record).decode().splitlines()]
    assert {name for name, _, _ in rows} == set(archive.namelist())
    for name, digest, size in rows:
        if name != record:
            content = archive.read(name)
            plain = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode()
            assert (digest, size) == (f"sha256={plain.rstrip('=')}", str(len(content)))


def test_the_same_code_is_the_same_wheel(wheel: Wheel, tmp_path: Path) -> None:
    assert build_wheel() == wheel
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    (tmp_path / "common").mkdir()
    (tmp_path / "common/other.py").write_text("x = 1\n")
    assert build_wheel(tmp_path).name != wheel.name


def test_pip_installs_it_as_googles_build_does(unpacked: Path, tmp_path: Path) -> None:
    requirement = (unpacked / "sweep/requirements.txt").read_text().splitlines()[0]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    options = ["--no-index", "--no-deps", "--no-compile", "--target", str(tmp_path), requirement]
    subprocess.run([*pip, *options], cwd=unpacked / "sweep", check=True, timeout=60)
    compile_all = [sys.executable, "-m", "compileall", "--invalidation-mode", "unchecked-hash"]
    subprocess.run([*compile_all, "-qq", str(tmp_path)], check=True, timeout=60)
    modules = list(tmp_path.rglob("*.py"))
    assert len(modules) > 100
    for path in modules:
        compiled = Path(importlib.util.cache_from_source(str(path))).read_bytes()
        assert struct.unpack_from("<I", compiled, 4) == (_UNCHECKED_HASH,)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_requirements_are_the_functions_own(function: str) -> None:
    names = {line.partition(">")[0] for line in GOOGLE.requirements_of(function)}
    assert {"functions-framework", "uvloop", "httptools", "pydantic", "orjson"} <= names
    assert {f"google-cloud-{each}" for each in ("firestore", "pubsub", "tasks")} <= names
    modules = GOOGLE.own_modules(function)
    is_public = "common.http.function" in modules
    assert ("python-multipart" in names) == is_public
    signs = "common.engines.remote.endpoints.google_access" in modules
    assert ("PyJWT" in names) == (is_public or signs)
    # Google's library asks for tokens with it.
    assert "requests" in names
    assert ("aiohttp" in names) is (function in SENDING)
    assert not names & {"gavel", "pytest", "getstream"}
    assert not names & {"botocore", "mangum"}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_only_what_judges_has_the_engines(function: str) -> None:
    modules = GOOGLE.own_modules(function)
    for engine in ENGINES.values():
        scrubs = function == "deliver" and engine.name == SCRUBBING
        assert (engine.module in modules) is (function in JUDGING or scrubs)


def test_an_import_that_no_requirement_brings_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "phonenumbers" in GOOGLE.foreign_modules("check")
    monkeypatch.delitem(needs._BROUGHT_BY, "phonenumbers")
    with pytest.raises(LookupError, match="phonenumbers"):
        GOOGLE.requirements_of("check")


def test_what_an_extra_brings_is_packed_where_it_is_chosen(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    for folder in ("data", *needs.OPTIONAL):
        path = tmp_path / "common/engine" / folder / "weights.bin"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"\0")
    (tmp_path / "common/engine/__init__.py").write_text("")
    plain = set(sources(tmp_path))
    for extra in needs.OPTIONAL:
        added = sources(tmp_path, [extra]).keys() - plain
        assert added == {f"common/engine/{extra}/weights.bin"}
        assert build_wheel(tmp_path, [extra]).name != build_wheel(tmp_path).name


@pytest.mark.parametrize("platform", [GOOGLE, AMAZON], ids=["google", "amazon"])
@pytest.mark.parametrize("extra", needs.OPTIONAL)
def test_an_extra_adds_requirements_and_takes_none(platform: needs.Platform, extra: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    brought = {*project["optional-dependencies"][extra]}
    always = platform.requirements_of("check")
    chosen = replace(platform, chosen=(extra,)).requirements_of("check")
    assert set(always) <= set(chosen) and not brought & set(always)
    assert set(chosen) - set(always) <= brought


def test_the_stronger_model_is_packed_where_it_is_chosen_and_only_there() -> None:
    weights = "common/engines/toxicity/stronger/model/model.onnx"
    assert weights not in sources() and weights in sources(extras=["model"])
    chosen = replace(GOOGLE, chosen=("model",))
    assert any(line.startswith("onnxruntime") for line in chosen.requirements_of("scan"))
    assert not any(line.startswith("onnxruntime") for line in GOOGLE.requirements_of("scan"))
