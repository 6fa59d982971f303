"""The names under which a call to an action's URL carries its values: no two may be one."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import parse_qsl, urlsplit

from common.domain.action import ActionFields
from common.domain.callback import CALLBACK_NAMES, VALUES
from common.domain.errors import Invalid


def check_names(fields: ActionFields) -> None:
    """Raises Invalid for a name that another value has too, of those in one body or query."""
    parameters, takes = fields.get("parameters") or {}, fields.get("takes") or {}
    for name in parameters:
        outer, _, inner = name.partition(".")
        if outer == VALUES and inner and inner not in takes:
            raise Invalid.field(f"parameters.{name}", "is not among the values that it takes")
    _check_differ(parameters)
    sent = set(parameters.values() or CALLBACK_NAMES)
    in_query = sent if fields["method"] == "GET" else set()
    in_url = _query_names(fields["url"])
    for name in fields.get("extra_query") or {}:
        if name in in_url:
            raise Invalid.field(f"extra_query.{name}", "is in the URL's query already")
        if name in in_query:
            raise Invalid.field(f"extra_query.{name}", "is the name of a value that is sent")
    _check_url("url", in_url, in_query)
    _check_url("state_url", _query_names(fields.get("state_url") or ""), sent)


def _check_differ(parameters: dict[str, str]) -> None:
    known: dict[str, str] = {}
    for ours, theirs in parameters.items():
        other = known.setdefault(theirs, ours)
        if other != ours:
            raise Invalid.field(f"parameters.{ours}", f"has one name with {other}: {theirs}")


def _check_url(field: str, names: set[str], sent: Collection[str]) -> None:
    for name in sorted(names.intersection(sent)):
        raise Invalid.field(field, f"has {name} in its query, the name of a value that is sent")


def _query_names(url: str) -> set[str]:
    return {name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True)}
