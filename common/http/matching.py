"""Finds the route of a request: paths without parameters by dictionary, the rest by pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from common.http.routes.route import Route

# A line break in a name is not passed on by the framework's own router, so no route has one.
_ANY, _SEGMENT = "(?:(?!%0[aA]).)+", "(?:(?!%0[aA])[^/])+"
_PARAMETER = re.compile(r"\\\{(\w+)(:path)?\\\}")


class Matcher:
    def __init__(self, routes: Sequence[Route]) -> None:
        self._exact = {(r.method, r.path): r for r in routes if "{" not in r.path}
        self._patterns = [(_pattern(r.path), r) for r in routes if "{" in r.path]

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        """`path` is still percent-encoded; parameters come decoded."""
        route = self._exact.get((method, path))  # type: ignore[arg-type]
        if route is not None:
            return route, {}
        for pattern, candidate in self._patterns:
            if candidate.method != method:
                continue
            found = pattern.fullmatch(path)
            if found:
                return candidate, {k: unquote(v) for k, v in found.groupdict().items()}
        return None

    def methods(self, path: str) -> list[str]:
        """What the path answers to, for 405 and for preflights."""
        exact = {method for method, known in self._exact if known == path}
        matched = {r.method for pattern, r in self._patterns if pattern.fullmatch(path)}
        return sorted(exact | matched)


def _pattern(path: str) -> re.Pattern[str]:
    def group(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>{_ANY if found[2] else _SEGMENT})"

    return re.compile(_PARAMETER.sub(group, re.escape(path)))
