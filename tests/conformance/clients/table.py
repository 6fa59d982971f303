"""The conformance table: each operation by each client, and how its effect was read.

    GAVEL_CONFORMANCE_RECORD=record.jsonl pytest tests/conformance
    python -m tests.conformance.clients.table record.jsonl

prints it and writes docs/conformance.md. The exit status is 1 where an operation is missing.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from common.http.routes import ROUTES
from tests.conformance.clients.operations import CLIENTS, OPERATIONS, Client, Operation

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "conformance.md"
BACKENDS = ("local", "gcp", "aws")
_TITLES = {
    "moderation": "Moderation, /api/v2/moderation",
    "supporting": "Supporting, /api/v2",
    "unversioned": "The chat API's older paths",
}
_NOTHING_TO_READ = {"check_s3_access": "reads a bucket, changes nothing"}
_HEAD = """\
# Conformance with Stream's clients

Written by `make conformance`, which runs Stream's own clients, unmodified, against a running Gavel
on each backend: `getstream` 7.0.0 and `stream-chat` 4.33.0 (PyPI), `@stream-io/node-sdk` 0.7.64 and
`stream-chat` 9.53.0 (npm). Every answer to getstream is held against the client's own types.

A client's column has the backends on which it was answered with success in a test that passed;
"–" is an operation that the client does not have. The last column names the operation through which
the effect was read, in a test, or of one that only reads, whose effect it has shown.
What has no route is answered 404 and stands here as "not served".
"""


@dataclass(slots=True)
class Row:
    """`backends` are those of passed tests, by client."""

    backends: dict[Client, set[str]] = field(default_factory=lambda: defaultdict(set))
    through: dict[str, None] = field(default_factory=dict)
    reads: dict[str, None] = field(default_factory=dict)


def rows_of(lines: Iterable[Any]) -> dict[str, Row]:
    rows = {id: Row() for id in OPERATIONS}
    for line in lines:
        if line["passed"]:
            _add(rows, line)
    return rows


def _add(rows: dict[str, Row], line: Any) -> None:
    backend = next((each for each in BACKENDS if f"[{each}" in line["test"]), "local")
    succeeded = {each["operation"] for each in line["called"] if each["status"] < 300}
    for each in line["called"]:
        if each["status"] < 300 and each["client"] is not None:
            rows[each["operation"]].backends[each["client"]].add(backend)
    for each in line["effects"]:
        # A mark on a test that never called the operation proves nothing.
        if {each["operation"], each["through"]} <= succeeded:
            rows[each["operation"]].through[each["through"]] = None
            if each["through"] in rows:
                rows[each["through"]].reads[each["operation"]] = None


def is_served(operation: Operation) -> bool:
    """Whether a route has its method and path."""
    return (operation.method, _form(operation.path)) in _SERVED


def _form(path: str) -> str:
    """The path whatever its parameters are called."""
    return re.sub(r"\{[^}]+\}", "{}", path)


_SERVED = {(route.method, _form(route.path)) for route in ROUTES}


def missing(rows: dict[str, Row], backends: Iterable[str]) -> Iterator[str]:
    for id, row in rows.items():
        if not is_served(OPERATIONS[id]):
            yield f"{id}: not served"
            continue
        for client in OPERATIONS[id].clients:
            for backend in sorted(set(backends) - row.backends[client]):
                yield f"{id}: not seen to succeed with {client} on {backend}"
        if not row.through and not row.reads and id not in _NOTHING_TO_READ:
            yield f"{id}: its effect was not read through another operation"


def page_of(rows: dict[str, Row]) -> str:
    parts = [_HEAD]
    for group, title in _TITLES.items():
        operations = [each for each in OPERATIONS.values() if each.group == group]
        parts.append(f"## {title}\n\n{_head(operations)}")
        parts += [_line(each, rows[each.id]) for each in operations]
        parts.append("")
    return "\n".join(parts)


def _head(operations: list[Operation]) -> str:
    names = _clients(operations)
    return f"| operation | {' | '.join(names)} | read through |\n|---|{'---|' * len(names)}---|"


def _clients(operations: Iterable[Operation]) -> list[Client]:
    exposing = {client for each in operations for client in each.clients}
    return [client for client in CLIENTS if client in exposing]


def _line(operation: Operation, row: Row) -> str:
    group = [each for each in OPERATIONS.values() if each.group == operation.group]
    cells = [_cell(operation, row, client) for client in _clients(group)]
    reads = [f"reads `{each}`" for each in row.reads if not row.through]
    read = [*(f"`{each}`" for each in row.through), *reads][:3]
    nothing = _NOTHING_TO_READ.get(operation.id, "**not read**" if is_served(operation) else "–")
    through = ", ".join(read) or nothing
    name = f"`{operation.method} {operation.path}`"
    return f"| {name} | {' | '.join(cells)} | {through} |"


def _cell(operation: Operation, row: Row, client: Client) -> str:
    if client not in operation.clients:
        return "–"
    if not is_served(operation):
        return "**not served**"
    seen = [each for each in BACKENDS if each in row.backends[client]]
    return "pass" if len(seen) == len(BACKENDS) else ", ".join(seen) or "**not seen**"


def main(name: str) -> int:
    lines = [json.loads(line) for line in Path(name).read_text("utf-8").splitlines()]
    rows = rows_of(lines)
    backends = {each for each in BACKENDS if any(f"[{each}" in line["test"] for line in lines)}
    gaps = list(missing(rows, backends))
    page = page_of(rows)
    PAGE.write_text(page, "utf-8")
    print(page)
    print("\n".join(gaps) or "nothing is missing")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
