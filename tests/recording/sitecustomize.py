"""Puts recorders around the store that this process will open and around what it will answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType


def _record_queries(module: ModuleType) -> None:
    from tests.query_recorder import Records, recorded
    from tests.recording import folder

    members = vars(module)
    members["open_store"] = recorded(members["open_store"], Records(folder()))


def _record_answers(module: ModuleType) -> None:
    from tests.answers import Answers, recorded
    from tests.recording import folder

    function = vars(module)["HTTPFunction"]
    function.respond = recorded(function.respond, Answers(folder()))


_RECORDERS: dict[str, Callable[[ModuleType], None]] = {
    "common.configuration.opening": _record_queries,
    "common.http.function": _record_answers,
}


class _Recorded(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)
        _RECORDERS[module.__name__](module)


class _Finder:
    """Waits for the modules, so that no process loads what it has no use for."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in _RECORDERS:
            return None
        spec = PathFinder.find_spec(name, path)
        assert spec is not None and spec.origin is not None
        spec.loader = _Recorded(name, spec.origin)
        return spec


sys.meta_path.insert(0, _Finder)
