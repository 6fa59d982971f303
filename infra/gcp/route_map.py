"""Writes the load balancer's routes from the route table: `python -m infra.gcp.route_map`.

Google's path rules know a `*` only at the end, after a slash, and no methods; the longest that
fits is taken. A path's parameters therefore end its rule, and the function finds the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import orjson

from common.http.routes import HTTP_FUNCTIONS, ROUTES
from common.http.routes.route import Route

FILE = Path(__file__).with_name("terraform") / "routes.auto.tfvars.json"


class Ambiguous(Exception):
    """Two functions share a rule, which no load balancer can tell apart."""


def rules(routes: Sequence[Route] = ROUTES) -> dict[str, list[str]]:
    """The path rules of each function, without those that others say already."""
    owners: dict[str, str] = {}
    for route in routes:
        rule = _rule(route.path)
        owner = owners.setdefault(rule, route.function)
        if owner != route.function:
            raise Ambiguous(f"{rule} belongs to {owner} and to {route.function}")
    found: dict[str, list[str]] = {route.function: [] for route in routes}
    for rule in sorted(owners, key=lambda rule: (len(rule), rule)):
        # A longer one is needed only where the shorter ones would lead elsewhere.
        if function_of(rule, found) != owners[rule]:
            found[owners[rule]].append(rule)
    return {function: sorted(each) for function, each in found.items()}


def function_of(path: str, table: dict[str, list[str]]) -> str | None:
    """As the load balancer decides."""
    fitting = [
        (len(rule), function)
        for function, each in table.items()
        for rule in each
        if path == rule or (rule.endswith("/*") and path.startswith(rule[:-1]))
    ]
    return max(fitting)[1] if fitting else None


def encoded() -> bytes:
    content = {"routes": {name: rules()[name] for name in HTTP_FUNCTIONS}}
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _rule(path: str) -> str:
    fixed, parameter, _ = path.partition("{")
    return f"{fixed}*" if parameter else fixed


if __name__ == "__main__":
    FILE.write_bytes(encoded())
    print(FILE)
