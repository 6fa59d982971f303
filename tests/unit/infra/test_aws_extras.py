"""Extras that Lambda would not take are refused by their names before anything is deployed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from infra.aws import build
from infra.aws.build import AMAZON, Refused, check_runtime, check_size, target
from infra.packaging.libraries import Libraries
from infra.packaging.needs import OPTIONAL

_KIB = 1_024
_LARGE = "opencv-python-headless"


def _installed(folder: Path, requirements: list[str]) -> Libraries:
    """Of each a file of a KiB, of OpenCV one of a hundred."""
    for line in requirements:
        name = Requirement(line).name
        about = folder / f"{name.replace('-', '_')}-1.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        (about / "RECORD").write_text(f"{name}.bin,,\n")
        (folder / f"{name}.bin").write_bytes(bytes(_KIB * (100 if name == _LARGE else 1)))
    return Libraries(folder, target("x86_64"))


@pytest.mark.parametrize("extra", OPTIONAL)
def test_an_older_python_has_no_extras(extra: str) -> None:
    check_runtime([], (3, 11))
    check_runtime([extra], (3, 12))
    with pytest.raises(Refused, match=rf"^{extra}: .* Python 3\.12 or newer"):
        check_runtime([extra], (3, 11))


def test_what_does_not_fit_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "LIMIT", 90 * _KIB)
    monkeypatch.setattr(build, "_mib", lambda size: size // _KIB)
    platform = replace(AMAZON, chosen=("model", "video"))
    libraries = _installed(tmp_path, platform.requirements_of("scan"))
    for function, size in (("scan", 90 * _KIB), ("check", 40 * _KIB)):
        check_size(function, size, platform, libraries)
    with pytest.raises(Refused) as refused:
        check_size("scan", 120 * _KIB, platform, libraries)
    said = str(refused.value)
    assert said.startswith(
        "scan would have 120 MiB unpacked and Lambda takes 90: leave out one of "
    )
    assert "video (103 MiB)" in said and "model (2 MiB)" in said
