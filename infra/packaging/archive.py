"""The project's own code, compiled for good, and zips without the time and machine of their making.

Unchecked-hash files are taken as they are. Any other compiled file is dropped at the first start
when its source has another time than it had, which deployed sources have.
"""

from __future__ import annotations

import io
import py_compile
import tempfile
import zipfile
from collections.abc import Collection, Iterator, Mapping
from importlib.util import cache_from_source
from pathlib import Path

from infra.packaging.needs import HOUSES, ROOT

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


def sources(root: Path = ROOT, extras: Collection[str] = ()) -> dict[str, bytes]:
    """Of what the functions share and of the functions, by path; data of the extras is in folders
    of their names.
    """
    return {str(path.relative_to(root)): path.read_bytes() for path in _files(root, extras)}


def compiled(code: Mapping[str, bytes]) -> dict[str, bytes]:
    """By the path at which Python looks for it."""
    with tempfile.TemporaryDirectory() as folder:
        return {
            cache_from_source(name): _compile(name, content, Path(folder))
            for name, content in code.items()
            if name.endswith(".py")
        }


def zipped(files: Mapping[str, bytes], onto: bytes = b"") -> bytes:
    """`onto` is a zip that has others already."""
    buffer = io.BytesIO(onto)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        for name in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = _MODE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def _files(root: Path, extras: Collection[str]) -> Iterator[Path]:
    data = {"data", *extras}
    page = root / "functions/dashboard/page/dist"
    for house in HOUSES:
        for path in sorted((root / house).rglob("*")):
            is_data = path.parent.name in data or path.is_relative_to(page)
            if path.is_file() and (path.suffix == ".py" or is_data):
                yield path


def _compile(name: str, content: bytes, folder: Path) -> bytes:
    source, target = folder / "module.py", folder / "module.pyc"
    source.write_bytes(content)
    py_compile.compile(
        str(source),
        str(target),
        dfile=name,
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return target.read_bytes()
