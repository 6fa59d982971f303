"""What the tests over all routes need to know of one area's routes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

Wrong = tuple[tuple[str, str, dict[str, Any]], ...]
"""Of each: what is wrong, the field that must be named, and the members that make it so."""


class Made(Protocol):
    """Sends a request as the app's server and gives the answer, which is a success."""

    def __call__(self, method: str, path: str, body: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Area:
    """`valid` has a body for each operation that takes one, `asked` what a query has to have.
    `wrong` and `queries` are what can be made wrong with bodies and queries beyond what their types
    say, `samples` a value for a field where one of its type asks for nothing, by the end of its
    path or "operation path". `beside` has what a field needs beside it to count, by "operation
    path" of the field or of what it stands in; None leaves a member out. `paths` is what the
    path is about then, where it is not what `ids` says.

    `things` makes what the routes are about, in an app, and names the ids that Gavel gave it:
    "{name}" stands for one in bodies and in `ids`, which has the id that follows a part of a path.
    """

    valid: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    wrong: Mapping[str, Wrong] = field(default_factory=dict)
    asked: Mapping[str, dict[str, str]] = field(default_factory=dict)
    queries: Mapping[str, tuple[tuple[str, dict[str, str]], ...]] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    samples: Mapping[str, Any] = field(default_factory=dict)
    beside: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    paths: Mapping[str, dict[str, str]] = field(default_factory=dict)
    things: Callable[[Made, str], dict[str, str]] | None = None
