"""Puts a recorder around the store that this process will open."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

_MODULE = "common.configuration.opening"


class _Recorded(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)
        import os
        from pathlib import Path

        from tests.query_recorder import Records, recorded
        from tests.recording import FOLDER

        records = Records(Path(os.environ[FOLDER]))
        members = vars(module)
        members["open_store"] = recorded(members["open_store"], records)


class _Finder:
    """Waits for the module, so that no process loads what it has no use for."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != _MODULE:
            return None
        spec = PathFinder.find_spec(name, path)
        assert spec is not None and spec.origin is not None
        spec.loader = _Recorded(name, spec.origin)
        return spec


sys.meta_path.insert(0, _Finder)
