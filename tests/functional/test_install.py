"""The Makefile's installing, with small packages of a project of its own: it is broken off, and the
next try heals what that left."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import ROOT

_SECONDS = 100.0
# Environments with a pip of their own are made, four of them.
pytestmark = pytest.mark.timeout(300)
_PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
_BACKEND = '''\
"""Makes of a project what an installer asks for: a distribution with two extras and no code."""

from pathlib import Path
from zipfile import ZipFile

NAME = "project-1.0.dist-info"
NEEDS = "small\\nRequires-Dist: cloud; extra == 'aws'\\nRequires-Dist: cloud; extra == 'dev'\\n"
FILES = {
    "METADATA": "Metadata-Version: 2.1\\nName: project\\nVersion: 1.0\\nProvides-Extra: aws\\n"
    "Provides-Extra: dev\\nRequires-Dist: " + NEEDS,
    "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    "RECORD": "",
}


def build_editable(folder, config_settings=None, metadata_directory=None):
    with ZipFile(Path(folder) / "project-1.0-py3-none-any.whl", "w") as wheel:
        for name, content in FILES.items():
            wheel.writestr(f"{NAME}/{name}", content)
    return "project-1.0-py3-none-any.whl"
'''


class Project:
    """A folder with the real Makefile, whose packages lie beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        (self.folder / "infra/aws").mkdir(parents=True)
        shutil.copy(ROOT / "Makefile", self.folder)
        (self.folder / "pyproject.toml").write_text(_PROJECT)
        (self.folder / "backend.py").write_text(_BACKEND)
        (self.folder / "requirements.txt").write_text("")
        (self.folder / "infra/aws/ministack.txt").write_text("ministack\n")
        wheels = folder / "wheels"
        wheels.mkdir()
        for name in ("small", "cloud", "ministack"):
            _write_wheel(wheels, name)
        self._environment = {
            **{name: value for name, value in os.environ.items() if "MAKE" not in name},
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(wheels),
            "UV_NO_INDEX": "1",
            "UV_FIND_LINKS": str(wheels),
        }

    def prepend_path(self, folder: Path) -> None:
        self._environment["PATH"] = f"{folder}{os.pathsep}{self._environment['PATH']}"

    def make(self, *targets: str) -> None:
        done = subprocess.run(
            ["make", *targets],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def is_made(self, target: str) -> bool:
        command = ["make", "--question", target]
        return subprocess.call(command, cwd=self.folder, env=self._environment) == 0

    def break_off(self, target: str, reached: Callable[[], bool]) -> None:
        """Kills make and all that it started as soon as it got there."""
        process = subprocess.Popen(
            ["make", target],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + _SECONDS
        try:
            while not reached():
                assert process.poll() is None, "make came to its end"
                assert time.monotonic() < deadline
                time.sleep(0.002)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def has(self, path: str) -> bool:
        return any(self.folder.glob(path))

    def installed(self, environment: str) -> set[str]:
        found = self.folder.glob(f"{environment}/lib/python3*/site-packages/*-1.0.dist-info/RECORD")
        return {path.parent.name.partition("-")[0] for path in found}


def _write_wheel(folder: Path, name: str) -> None:
    files = {
        f"{name}.py": "",
        f"{name}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{name}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
        f"{name}-1.0.dist-info/RECORD": "",
    }
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        for path, content in files.items():
            wheel.writestr(path, content)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One for all: an environment takes seconds."""
    return Project(tmp_path_factory.mktemp("install"))


def test_a_broken_off_environment_heals(project: Project) -> None:
    python, pip = ".venv/bin/python", ".venv/lib/python3*/site-packages/pip-*/RECORD"
    shutil.rmtree(project.folder / ".venv", ignore_errors=True)
    project.break_off(".venv/.runtime", lambda: project.has(python))
    assert not project.has(pip), "it was to be broken off before pip was there"
    project.break_off(".venv/.runtime", lambda: project.has(pip))
    assert "small" not in project.installed(".venv"), "it was to be broken off before the packages"
    project.make(".venv/.runtime")
    assert project.installed(".venv") == {"project", "small"}


def test_an_environment_in_which_more_is_being_installed_heals(project: Project) -> None:
    project.make(".venv/.runtime")
    (project.folder / ".venv/left").touch()
    project.break_off(".venv/.tools", lambda: not project.has(".venv/.runtime"))
    project.make(".venv/.tools")
    assert project.installed(".venv") == {"project", "small", "cloud"}
    assert not project.has(".venv/left")


def test_a_broken_off_ministack_heals(project: Project) -> None:
    stamp = ".venv-ministack/.installed"
    project.make(".venv/.runtime")
    project.break_off(stamp, lambda: project.has(".venv-ministack/bin/python"))
    assert project.installed(".venv-ministack") == set()
    project.make(stamp)
    assert project.installed(".venv-ministack") == {"ministack"}


def test_a_broken_off_node_modules_heals(project: Project) -> None:
    """npm removes what is there before it installs; here it is a stand-in that does the same."""
    npm = project.folder / "npm"
    npm.write_text("#!/bin/sh\nrm -rf node_modules; mkdir node_modules; sleep 1; : >node_modules/x")
    npm.chmod(0o755)
    (project.folder / "package-lock.json").write_text("{}")
    project.prepend_path(project.folder)
    target = "node_modules/.installed"
    project.break_off(target, lambda: project.has("node_modules"))
    assert not project.has("node_modules/x")
    project.make(target)
    assert project.has("node_modules/x")


def test_an_environment_whose_python_is_gone_is_made_anew(project: Project) -> None:
    project.make(".venv/.runtime")
    assert project.is_made(".venv/.runtime")
    python = project.folder / ".venv/bin/python"
    there = python.readlink()
    python.unlink()
    python.symlink_to("/no/python")
    assert not project.is_made(".venv/.runtime")
    python.unlink()
    python.symlink_to(there)


def test_a_new_requirement_is_installed_into_what_is_there(project: Project) -> None:
    project.make(".venv/.tools")
    (project.folder / ".venv/left").touch()
    time.sleep(0.01)
    (project.folder / "requirements.txt").touch()
    project.make(".venv/.tools")
    assert project.has(".venv/left")
