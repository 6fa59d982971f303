"""Writes the parts of serverless.yml that follow from the code: `python -m infra.aws.template`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from common.http.routes import ROUTES
from common.http.routes.route import Route
from infra.aws.alarms import alarms, topic
from infra.aws.roles import roles
from infra.aws.table import table_definition

_DOLLAR = re.compile(r"(?<=/)\$(\w+)")
_PAGE = "/dashboard"
FOLDER = Path(__file__).with_name("cloudformation")


def files() -> dict[Path, bytes]:
    contents = {
        "routes.json": routes(),
        "table.json": {"Resources": {"Table": table()}},
        "roles.json": {"Resources": roles()},
        "alarms.json": {"Resources": {**topic(), **alarms()}, "Outputs": outputs()},
    }
    option = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    return {FOLDER / name: orjson.dumps(each, option=option) for name, each in contents.items()}


def routes(table: Sequence[Route] = ROUTES) -> dict[str, list[dict[str, Any]]]:
    """Of each function, one a path and for every method: the function itself answers preflights,
    and 405 where API Gateway would say that there is no such path.
    """
    found: dict[str, dict[str, None]] = {}
    for route in table:
        found.setdefault(route.function, {})[gateway_path(route.path)] = None
    return {
        function: [{"httpApi": {"method": "*", "path": path}} for path in paths]
        for function, paths in found.items()
    }


def gateway_path(path: str) -> str:
    """A `$` means something to API Gateway, so what begins with it stands as a parameter: the
    function finds the path itself. So does the page's path without the slash at its end, which osls
    would take for the same resource as the one with it.
    """
    if path == _PAGE:
        return "/{dashboard}"
    return _DOLLAR.sub(r"{\1}", path.replace(":path}", "+}"))


def table() -> dict[str, Any]:
    """As it is made on one's own machine, and kept safe."""
    definition = table_definition("${self:custom.name}")
    return {
        "Type": "AWS::DynamoDB::Table",
        "DeletionPolicy": "Delete",
        "UpdateReplacePolicy": "Retain",
        "Properties": {
            **definition,
            "DeletionProtectionEnabled": "${strToBool(${param:deleteProtection})}",
            "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
        },
    }


def outputs() -> dict[str, Any]:
    """Beside the address of the API, which osls adds."""
    return {
        "TableName": {"Value": {"Ref": "Table"}},
        "AlarmTopicArn": {"Value": {"Ref": "AlarmTopic"}},
    }


if __name__ == "__main__":
    for path, content in files().items():
        path.write_bytes(content)
        print(path)
