"""The project's own code as a wheel with compiled modules in it.

Google's build compiles what lies beside main.py anew, with times that the image then resets, so
that every start would compile it once more. What pip installs is compiled to unchecked-hash files,
which are taken as they are: therefore a function's zip has the code as a wheel.
"""

from __future__ import annotations

import base64
import hashlib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.packaging.archive import compiled, sources, zipped
from infra.packaging.needs import ROOT

_WHEEL = "Wheel-Version: 1.0\nGenerator: gavel\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@dataclass(frozen=True, slots=True)
class Wheel:
    name: str
    content: bytes


def build_wheel(root: Path = ROOT, extras: Collection[str] = ()) -> Wheel:
    """The same code gives the same name and, with the same Python, the same bytes.

    The name must differ where the code does: Google's build keeps what it has installed for a day
    while requirements.txt stays the same.
    """
    code = sources(root, extras)
    version = f"{_version(root)}+{_digest(code)}"
    info = f"gavel-{version}.dist-info"
    files = {
        **code,
        **compiled(code),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: gavel\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": _WHEEL.encode(),
    }
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD")
    return Wheel(f"gavel-{version}-py3-none-any.whl", zipped(files))


def _version(root: Path) -> str:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    version: str = project["version"]
    return version


def _digest(code: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in code.items():
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:12]


def _record(files: Mapping[str, bytes], itself: str) -> bytes:
    rows = [f"{name},{_hash(content)},{len(content)}" for name, content in files.items()]
    return "\n".join([*rows, f"{itself},,", ""]).encode()


def _hash(content: bytes) -> str:
    digest = hashlib.sha256(content).digest()
    return f"sha256={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"
