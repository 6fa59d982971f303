"""Other distributions, installed for another machine and cut down to what is used there."""

from __future__ import annotations

import compileall
import re
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from importlib.util import cache_from_source
from pathlib import Path
from py_compile import PycInvalidationMode

from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
_OPTIONS = ("--no-compile", "--only-binary=:all:", "--implementation=cp")
# Scripts, and what pip notes for itself.
_NOT_CODE = re.compile(r"^(\.\./|bin/)|\.dist-info/|\.pth$|\.pyi$")


class InstallError(Exception):
    """What pip said."""


@dataclass(frozen=True, slots=True)
class Target:
    """`machine` as Linux names it; `glibc` is the x of 2.x. `unused` are paths that nothing there
    reads, `absent` distributions that others require and nothing there imports; of those `alone`,
    which have data, nothing that they require is installed.
    """

    machine: str
    glibc: int
    unused: re.Pattern[str]
    absent: Collection[str] = ()
    alone: Collection[str] = ()

    def is_alone(self, requirement: str) -> bool:
        return canonicalize_name(Requirement(requirement).name) in self.alone

    def platforms(self) -> list[str]:
        newest_first = range(self.glibc, 16, -1)
        return [f"manylinux_2_{minor}_{self.machine}" for minor in newest_first]


class Libraries:
    """The distributions in one folder, whose versions go together."""

    def __init__(self, folder: Path, target: Target) -> None:
        self._folder = folder
        self._target = target
        found = distributions(path=[str(folder)])
        self._distributions = {canonicalize_name(each.name): each for each in found}

    def files_of(self, requirements: Iterable[str]) -> dict[str, bytes]:
        """What they need, and what that needs, by path."""
        paths = {
            path
            for name in self._closure(requirements)
            for path in self._paths(self._distributions[name])
        }
        return {str(path): (self._folder / path).read_bytes() for path in sorted(paths)}

    def _closure(self, requirements: Iterable[str]) -> set[NormalizedName]:
        waiting = [Requirement(line) for line in requirements]
        absent = {canonicalize_name(name) for name in self._target.absent}
        found: set[NormalizedName] = set()
        while waiting:
            requirement = waiting.pop()
            name = canonicalize_name(requirement.name)
            if name not in found | absent and self._applies(requirement):
                found.add(name)
                if name not in self._target.alone:
                    waiting += map(Requirement, self._distributions[name].requires or [])
        return found

    def _applies(self, requirement: Requirement) -> bool:
        environment = {"extra": "", "platform_machine": self._target.machine}
        return requirement.marker is None or requirement.marker.evaluate(environment)

    def _paths(self, distribution: Distribution) -> Iterator[Path]:
        for path in distribution.files or []:
            if _NOT_CODE.search(str(path)) or self._target.unused.search(str(path)):
                continue
            yield Path(path)
            if path.suffix == ".py":
                yield Path(cache_from_source(str(path)))


def install(requirements: Iterable[str], folder: Path, target: Target) -> Libraries:
    """With compiled modules, which are the running Python's. Raises InstallError where something
    has no wheel for the target.
    """
    asked = [*requirements]
    alone = [each for each in asked if target.is_alone(each)]
    _pip([each for each in asked if each not in alone], folder, target)
    if alone:
        _pip(["--no-deps", *alone], folder, target)
    for path in folder.rglob("*.py"):
        if target.unused.search(str(path.relative_to(folder))):
            path.unlink()
    compileall.compile_dir(
        folder,
        quiet=1,
        workers=0,
        stripdir=str(folder),
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
    return Libraries(folder, target)


def _pip(asked: Iterable[str], folder: Path, target: Target) -> None:
    platforms = [f"--platform={name}" for name in target.platforms()]
    command = [*_PIP, *_OPTIONS, *platforms, "--target", str(folder), *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise InstallError(done.stderr.strip())
