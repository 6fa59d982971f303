"""The project's own code as a wheel with compiled modules in it.

Google's build compiles what lies beside main.py anew, with times that the image then resets, so
that every start would compile it once more. What pip installs is compiled to unchecked-hash files,
which are taken as they are: therefore a function's zip has the code as a wheel.
"""

from __future__ import annotations

import base64
import hashlib
import io
import py_compile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

from infra.gcp.needs import HOUSES, ROOT

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16
_WHEEL = "Wheel-Version: 1.0\nGenerator: gavel\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@dataclass(frozen=True, slots=True)
class Wheel:
    name: str
    content: bytes


def build_wheel() -> Wheel:
    """The same code gives the same name and, with the same Python, the same bytes.

    The name must differ where the code does: Google's build keeps what it has installed for a day
    while requirements.txt stays the same.
    """
    sources = {str(path.relative_to(ROOT)): path.read_bytes() for path in _sources()}
    version = f"{_version()}+{_digest(sources)}"
    info = f"gavel-{version}.dist-info"
    files = {
        **sources,
        **_compiled(sources),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: gavel\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": _WHEEL.encode(),
    }
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD")
    return Wheel(f"gavel-{version}-py3-none-any.whl", zipped(files))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Without the time and machine of its making."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = _MODE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def _sources() -> Iterator[Path]:
    for house in HOUSES:
        for path in sorted((ROOT / house).rglob("*")):
            if path.is_file() and (path.suffix == ".py" or path.parent.name == "data"):
                yield path


def _compiled(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "module.pyc"
        return {
            cache_from_source(name): _compile(name, target)
            for name in sources
            if name.endswith(".py")
        }


def _compile(name: str, target: Path) -> bytes:
    py_compile.compile(
        str(ROOT / name),
        str(target),
        dfile=name,
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return target.read_bytes()


def _version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    version: str = project["version"]
    return version


def _digest(sources: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in sources.items():
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:12]


def _record(files: Mapping[str, bytes], itself: str) -> bytes:
    rows = [f"{name},{_hash(content)},{len(content)}" for name, content in files.items()]
    return "\n".join([*rows, f"{itself},,", ""]).encode()


def _hash(content: bytes) -> str:
    digest = hashlib.sha256(content).digest()
    return f"sha256={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"
